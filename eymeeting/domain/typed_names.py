"""The name that stands behind an ``@`` in a quick line."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from eymeeting.domain.date_words import MOST_WORDS, are_date_words
from eymeeting.domain.known_names import KnownNames
from eymeeting.domain.quick_line_marks import next_mark, word_ends

BETWEEN: Final = frozenset({"and", "with"})
"""Words between two names that say nothing more."""
WILL_ASK: Final = re.compile(r"\s+(?:will ask|to ask|asks|is asking)(?!\w)", re.IGNORECASE)
"""What makes a name that of whoever will ask an absent owner: “@Grace will ask”."""
_BRACKETS: Final = re.compile(r"\(([^()]*)\)?")
_PUNCTUATION: Final = " \t\n,;:.!?-–—&+"


@dataclass(frozen=True, slots=True)
class FoundName:
    """A name: as typed, where it ends, and the ids of those it may mean.

    ``refused`` is the id of somebody known who cannot own an action. ``introduced`` is
    what stands in brackets behind a new name and says who that is.
    """

    typed: str
    end: int
    ids: tuple[str, ...]
    refused: str | None = None
    introduced: str | None = None


def name_at(
    text: str, start: int, owners: KnownNames, others: KnownNames, apart: Collection[str] = ()
) -> FoundName:
    """The longest known name from ``start`` on. Those kept apart are meant only where nobody else is.

    When nobody is called so: the words up to those that are a date, or up to the next mark.
    A name with brackets behind it that is not somebody's known name introduces somebody new.
    """
    stop = next_mark(text, start)
    found, end = _longest(text, start, stop, owners)
    refused, refused_end = _longest(text, start, stop, others)
    if refused_end > end:
        return FoundName(trimmed(text[start:refused_end]), refused_end, (), refused[0])
    introduced = _introduced(text, start, stop, end)
    if introduced is not None:
        return introduced
    if found:
        ids = tuple(each for each in found if each not in apart) or found
        return FoundName(trimmed(text[start:end]), end, ids)
    ends = word_ends(text, start, stop, MOST_WORDS)
    end = next((end for end in ends if _ends_a_name(text[end:stop])), ends[0])
    return FoundName(trimmed(text[start:end]), end, ())


def trimmed(words: str) -> str:
    """Words without the spaces and punctuation at their ends."""
    return words.strip(_PUNCTUATION)


def _longest(text: str, start: int, stop: int, names: KnownNames) -> tuple[tuple[str, ...], int]:
    for end in reversed(word_ends(text, start, stop, names.most_words)):
        found = names.meant_by(text[start:end])
        if found:
            return found, end
    return (), start


def _introduced(text: str, start: int, stop: int, known_end: int) -> FoundName | None:
    bracket = text.find("(", start, stop)
    name = trimmed(text[start:bracket]) if bracket >= known_end else ""
    if not name or any(
        _ends_a_name(text[end:bracket]) for end in word_ends(text, start, bracket, MOST_WORDS)[:-1]
    ):
        return None
    match = _BRACKETS.match(text, bracket, stop)
    return None if match is None else FoundName(name, match.end(), (), introduced=match[1].strip())


def _ends_a_name(following: str) -> bool:
    if WILL_ASK.match(following):
        return True
    left = trimmed(following)
    return not left or left in BETWEEN or are_date_words(left)
