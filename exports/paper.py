"""What a copy is written on: the form its reader needs, the language of its headings, the council's own paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from exports.fixed_words import ENGLISH, FixedWords
from eymeeting.domain.kinds_of_copies import PaperFormat as PaperFormat


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """The form, the fixed words and, as a Word file to build on, the council's own paper.

    ``remark`` is for whoever makes a copy on it: that its language is not to be had, for instance.
    """

    format: PaperFormat = "standard"
    words: FixedWords = ENGLISH
    own: bytes | None = None
    remark: str = ""


PLAIN_PAPER: Final = Paper()
"""What everybody gets who needs nothing else."""
