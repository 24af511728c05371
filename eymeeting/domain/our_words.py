"""A text of ours that is filled in: English wherever it is read, and still in its parts for another language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final, Self

from eymeeting.domain.dates import day_in_words
from eymeeting.domain.in_words import listed

_ONE_AND_ANOTHER: Final = "{names} and {last}"
_ONE_AFTER_ANOTHER: Final = "{told} {then}"


class OurWords(str):
    """A text in English that knows its ``fixed`` words and what is ``given`` in the places named in braces.

    It is like any other text, and equal to one with the same words. A day is given as a date. With nothing given
    it is a whole text, ours or the organisation's, in which braces are what they are.
    """

    fixed: str
    given: Mapping[str, str | date]

    def __new__(cls, fixed: str, **given: str | date) -> Self:
        """The text with what is given filled in."""
        told = {name: _said(each) for name, each in given.items()}
        made = super().__new__(cls, fixed.format(**told) if told else fixed)
        made.fixed = fixed
        made.given = given
        return made


def joined(names: Sequence[str]) -> str:
    """Names as people say them, one, two and three: still apart from one another for another language."""
    if len(names) < 2:
        return names[0] if names else listed(names)
    return OurWords(_ONE_AND_ANOTHER, names=", ".join(names[:-1]), last=names[-1])


def in_a_paragraph(sentences: Sequence[str]) -> str:
    """The organisation's sentences one after the other, each still apart for another language."""
    whole: str = ""
    for each in sentences:
        whole = OurWords(_ONE_AFTER_ANOTHER, told=whole, then=OurWords(each)) if whole else OurWords(each)
    return whole


def _said(given: str | date) -> str:
    return day_in_words(given) if isinstance(given, date) else given
