"""A text of ours that is filled in: English wherever it is read, and still in its parts for another language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final, Self

from eymeeting.domain.dates import day_in_words
from eymeeting.domain.in_words import listed

_ONE_AND_ANOTHER: Final = "{names} and {last}"


class OurWords(str):
    """A text in English that knows its ``fixed`` words and what is ``given`` in the places named in braces.

    It is like any other text, and equal to one with the same words. A day is given as a date.
    """

    fixed: str
    given: Mapping[str, str | date]

    def __new__(cls, fixed: str, **given: str | date) -> Self:
        """The text with what is given filled in."""
        made = super().__new__(cls, fixed.format(**{name: _said(each) for name, each in given.items()}))
        made.fixed = fixed
        made.given = given
        return made


def joined(names: Sequence[str]) -> str:
    """Names as people say them, one, two and three: still apart from one another for another language."""
    if len(names) < 2:
        return names[0] if names else listed(names)
    return OurWords(_ONE_AND_ANOTHER, names=", ".join(names[:-1]), last=names[-1])


def _said(given: str | date) -> str:
    return day_in_words(given) if isinstance(given, date) else given
