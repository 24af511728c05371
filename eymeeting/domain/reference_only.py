"""Families on papers that go by their references alone: what stands for them, and what must not stand there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from eymeeting.domain.family import Family
from eymeeting.domain.pack import Pack
from eymeeting.domain.panel import PanelItem
from eymeeting.domain.protected import ON_EVERY_PAPER, holds_any, printed_words, words_of
from eymeeting.domain.without_names import names_of, ways_to_find

Pairs = Sequence[tuple[Family, PanelItem]]
"""The families of a panel in their order, each with its item there."""

_LAID_OUT_WITH: Final = """
a actions agency agreed alone and ask asks be been box by chair child day decided do each else everybody family
families father for from have helper how is it its know knows list lists month monthly mother must name names no
nobody not official on once one own page panel panels paper personal data plan private reference sensitive services
somebody stand stands take taken takes tell tells the their them they tick to told took until week weekly what when
which who whom why will with written yet
"""
"""Words that the lists are laid out with, and that stand for somebody's name."""


def listed_as(family: Family, pairs: Pairs) -> str:
    """The reference; where it tells who the family is, its place among the families of the panel."""
    if not holds_any(" ".join(words_of(family.ref.replace("_", " "))), names_of(family)):
        return family.ref
    return f"Family {[each.ref for each, _ in pairs].index(family.ref) + 1}"


def who_they_are(pairs: Pairs, *, pack: Pack) -> dict[str, str]:
    """Every name, address and number of the families, with its kind: on no list that goes by reference.

    A word that the list prints anyway, or that is part of a worker's name, service or job, is not among them.
    """
    known = {word for text in _printed(pairs, pack) for word in words_of(text)} | ON_EVERY_PAPER
    found: dict[str, str] = {}
    for family, _ in pairs:
        found |= dict.fromkeys(names_of(family), "a family's name")
        found |= dict.fromkeys(ways_to_find(family), "how to find a family")
    return {text: kind for text, kind in found.items() if not known.issuperset(words_of(text))}


def _printed(pairs: Pairs, pack: Pack) -> Iterator[str]:
    yield from printed_words(pack)
    yield from (_LAID_OUT_WITH, pack.markings.full_record, pack.words.meeting)
    for family, item in pairs:
        yield item.panel
        for worker in family.workers:
            yield f"{worker.name} {worker.role} {worker.agency}"
