"""What stands for a family and a reader in the name of a file: never a name, an address or a number of anybody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from eymeeting.domain.family import Family
from eymeeting.domain.protected import holds_any
from eymeeting.domain.text import folded

_WRITTEN_TOGETHER: Final = 4
"""Letters in the shortest name that is looked for inside a word: shorter ones could stand there by chance."""


def ref_in_a_name(family: Family) -> str:
    """The family's reference; nothing where it tells who they are, such as their last name."""
    return "" if _tells(family, family.ref) else family.ref


def reader_in_a_name(family: Family, reader: str) -> str:
    """The reader's id; where it tells who somebody is, their place among all there are: “reader-3”."""
    if not _tells(family, reader):
        return reader
    members = [each.id for each in (*family.people, *family.workers)]
    return f"reader-{members.index(reader) + 1}"


def _tells(family: Family, part: str) -> bool:
    words = " ".join(re.split(r"[\W_]+", part))
    together = folded("".join(re.split(r"[\W\d_]+", part)))
    names = tuple(_names(family))
    inside = (folded(name) for name in names if len(name) >= _WRITTEN_TOGETHER)
    return any(name in together for name in inside) or holds_any(words, (*names, *_ways_to_reach(family)))


def _names(family: Family) -> Iterator[str]:
    told = [family.details.family_name, family.details.chosen_name or ""]
    told += [f"{each.first_name} {each.called} {each.last_name}" for each in family.people]
    told += [each.name for each in family.workers]
    for word in re.split(r"[\W\d_]+", " ".join(told)):
        if len(word) > 1:
            yield word


def _ways_to_reach(family: Family) -> Iterator[str]:
    told: list[str | None] = []
    for person in family.people:
        told += [person.phone, person.email, person.nhs_number, person.upn]
    for worker in family.workers:
        told += [worker.phone, worker.email]
    for home in family.households:
        told += [*home.lines, home.postcode]
    yield from (each for each in told if each and each.strip())
