"""Where something stands in a file of families, in words that never repeat what it holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final

from eymeeting.domain.text import clean_line

OWN_WORDS: Final = frozenset({"agencies"})
"""The groups whose keys are a family's own words, not the schema's."""

KEY_SHOWN: Final = 40
"""Characters of a key that are shown."""


def where(path: Sequence[str | int], given: Any) -> str:
    """The place in words: the family by its reference, then each list and field, counted from one."""
    words: list[str] = []
    rest = list(path)
    if len(rest) >= 2 and rest[0] == "families" and isinstance(rest[1], int):
        words.append(f"Family {named(_ref(given, rest[1]), rest[1])}")
        rest = rest[2:]
    words += [str(each + 1) if isinstance(each, int) else shown(each) for each in rest]
    told = ", ".join(words) if words else "The file"
    return re.sub(r", (\d+)", r" \1", told)


def _ref(given: Any, place: int) -> object:
    try:
        return given["families"][place]["ref"]
    except (TypeError, KeyError, IndexError):
        return None


def named(ref: object, place: int) -> str:
    """What a family in a file is called: by its reference where that is a usual one, else by its place."""
    usual = isinstance(ref, str) and re.fullmatch(r"[\w./-]{1,40}", ref)
    return str(ref) if usual else f"number {place + 1} in the file"


def shown(key: str) -> str:
    """A key as it may be shown: in one line, and not too long."""
    line = clean_line(key)
    return line if len(line) <= KEY_SHOWN else line[: KEY_SHOWN - 1] + "…"


def step(path: Sequence[str | int], place: int, key: str) -> str | int:
    """A step to what a group holds under a key: by its place where the keys are words of the family's own."""
    return place if path and path[-1] in OWN_WORDS else key


def steps(path: Sequence[str | int], given: Any) -> list[str | int]:
    """The steps to a place, by number where a key is the family's own words."""
    found: list[str | int] = []
    for each in path:
        found.append(step(found, list(given).index(each), each) if isinstance(each, str) else each)
        given = given[each]
    return found
