"""The form and the language somebody wants their papers in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, get_args

from exports.paper import PaperFormat
from eymeeting.domain.family import Family
from eymeeting.domain.people import Person

READ_ALOUD: Final = "Read it aloud, too: that is what its reader needs."


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A form of paper, and the code of a language for its headings; no code stands for English."""

    format: PaperFormat = "standard"
    language: str | None = None


def format_wanted(family: Family, reader: str, asked: str | None = None) -> Wanted:
    """The form ``asked`` for, else the first that is kept of this reader and can be a paper; standard for the rest.

    Raises:
        NotFound: nobody has this id.
    """
    member = family.member(reader)
    stored = (asked, *(member.formats or ()))
    language = member.copy_language if isinstance(member, Person) else None
    forms: tuple[PaperFormat, ...] = get_args(PaperFormat)
    return Wanted(
        format=next((form for each in stored for form in forms if form == each), "standard"),
        language=language,
    )


def to_be_read_aloud(family: Family, reader: str) -> str:
    """The sentence for whoever makes a copy for somebody who has papers read to them; nothing for the rest.

    It names nobody: it is told on the command line too.

    Raises:
        NotFound: nobody has this id.
    """
    return READ_ALOUD if "read_aloud" in (family.member(reader).formats or ()) else ""
