"""How much a reader does not get, by kind, and why in plain words: never what it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from eymeeting.domain.asked_alone import shown_to
from eymeeting.domain.copies import LeftOut
from eymeeting.domain.entry import Entry
from eymeeting.domain.for_whom import is_restricted
from eymeeting.domain.meeting import Score
from eymeeting.domain.one_reader import ForOneReader
from eymeeting.domain.sight import LEFT_OUT_OF, sight

RESTRICTED: Final = "restricted note"
"""The kind that only those inside may know of at all."""

_ONE_OF: Final[Mapping[str, str]] = {
    "lines": "line",
    "scores": "score",
    "contributions": "helper's view",
    "child_words": "note of a child's words",
    "priorities": "chosen area",
    "actions": "action",
    "known": "panel note",
    "safeguarding": RESTRICTED,
    "safety_scores": "score about safety",
}
_WITHHELD: Final = "text that tells something protected"
_SEVERAL: Final[Mapping[str, str]] = {
    "note of a child's words": "notes of a child's words",
    _WITHHELD: "texts that tell something protected",
}
_ONLY_TWO: Final = "for the scorer and whoever asked"
_NO_TABLE: Final = "asked alone, and a paper lies about at home"
_NAMED: Final = "only for the people it names"
_NAMED_BY_SEVERAL: Final = "only for the people they name"
_BEGINNINGS: Final = ("It is ", "It was ", "It stands ")
"""What goes from the front of a sentence that says why, where it stands in brackets."""


def left_out_by_kind(paper: ForOneReader) -> Mapping[LeftOut, int]:
    """How many things of each kind do not stand on a paper, for each reason.

    Kinds of which nothing is left out are not there. Together they are as many
    as ``paper.left_out()``. All that is restricted is one kind, whatever it is.
    """
    counts = Counter(_each(paper))
    if paper.withheld:
        counts[LeftOut(kind=_WITHHELD)] = len(paper.withheld)
    return dict(counts)


def left_out_in_words(by_kind: Mapping[LeftOut, int]) -> str:
    """Such as “3 things left out (2 scores, 1 action)”."""
    count = sum(by_kind.values())
    if not count:
        return "nothing left out"
    of_each: Counter[str] = Counter()
    for left, each in by_kind.items():
        of_each[left.kind] += each
    kinds = ", ".join(_counted(kind, each) for kind, each in of_each.items())
    return f"{count} {'thing' if count == 1 else 'things'} left out ({kinds})"


def left_out_with_reasons(by_kind: Mapping[LeftOut, int]) -> tuple[str, ...]:
    """One for each kind and reason, such as “2 scores (for the scorer and whoever asked)”."""
    return tuple(_reasoned(left, count) for left, count in by_kind.items())


def _each(paper: ForOneReader) -> Iterator[LeftOut]:
    for name in LEFT_OUT_OF:
        for entry in getattr(paper.family, name):
            if not paper.sees(entry):
                restricted = is_restricted(paper.family, entry, paper.pack)
                yield LeftOut(kind=RESTRICTED if restricted else _ONE_OF[name], why=_why(paper, entry))


def _why(paper: ForOneReader, entry: Entry) -> str:
    """The reason that the rules give, without the words that make it a sentence."""
    seen = sight(paper.family, paper.reader, entry, today=paper.today, pack=paper.pack)
    if seen.answer == "shown":
        return _NO_TABLE
    if isinstance(entry, Score) and paper.pack.is_asked_alone(entry.area) and not shown_to(entry):
        return _ONLY_TWO
    beginning = next((each for each in _BEGINNINGS if seen.why.startswith(each)), "")
    words = seen.why.removeprefix(beginning).removesuffix(".")
    return words[:1].lower() + words[1:]


def _reasoned(left: LeftOut, count: int) -> str:
    why = _NAMED_BY_SEVERAL if left.why == _NAMED and count > 1 else left.why
    return f"{_counted(left.kind, count)} ({why})" if why else _counted(left.kind, count)


def _counted(kind: str, count: int) -> str:
    return f"{count} {kind if count == 1 else _SEVERAL.get(kind, f'{kind}s')}"
