"""The rows of the copies: whose each is, in which form and language, and whether it is made already."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from string import ascii_lowercase
from typing import ClassVar, Final

from eymeeting.domain.in_words import FORMAT
from eymeeting.domain.languages import ENGLISH, language_name
from eymeeting.domain.names import members_now, names_in_picker, short_names
from eymeeting.domain.people import Person
from eymeeting.domain.whose_copies import CopyFor
from screens.desk import MeetingView
from screens.widgets.lettered_list import LetteredList, LetteredRow

MADE: Final = "made"
CALENDAR: Final = "Calendar files for the next meeting"
KEYS_HERE: Final = "klopsw"
"""Letters that are keys of their own beside the copies, and stand beside no row."""

_PAPERS: Final[Mapping[str, str]] = {
    "family": "Plan",
    "child": "Page",
    "agency": "List",
    "lead": "Lead's copy",
    "record": "Full record",
}

_FORMS: Final[Mapping[str, str]] = {str(form): words for form, words in FORMAT.items()}

Forms = Mapping[CopyFor, str]
"""The forms that were chosen for this one copy."""


class CopiesList(LetteredList):
    """Copies under one another; the letters of the place's own keys stand beside none of them."""

    LETTERS: ClassVar[str] = "".join(each for each in ascii_lowercase if each not in KEYS_HERE)


def row_id(copy: CopyFor) -> str:
    """What a copy is known by in the list."""
    return f"{copy.kind} {copy.reader}"


def words_of_copy(view: MeetingView, copy: CopyFor) -> str:
    """Whose copy of which kind: “Plan for Folake (mother)”."""
    if copy.kind == "calendar":
        return CALENDAR
    is_a_workers = view.family.worker(copy.reader) is not None
    names = short_names(view.family) if is_a_workers else names_in_picker(members_now(view.family))
    return f"{_PAPERS[copy.kind]} for {names[copy.reader]}"


def row_of(
    view: MeetingView, copy: CopyFor, *, ticked: Collection[CopyFor], made: Collection[CopyFor], forms: Forms
) -> LetteredRow:
    """A copy's row: its form and language where they are not the usual ones, and whether it is made."""
    state = (_form(view, copy, forms), MADE if copy in made else copy.why)
    return LetteredRow(
        row_id(copy),
        words_of_copy(view, copy),
        "",
        ", ".join(filter(None, state)),
        "✓" if copy in ticked else "·",
        "For whom?",
    )


def form_of(view: MeetingView, copy: CopyFor, forms: Forms) -> str:
    """The form a copy will have: the one that was chosen for it, or the one its reader needs."""
    from exports.papers_wanted import format_wanted

    return forms.get(copy) or format_wanted(view.family, copy.reader).format


def next_form(view: MeetingView, copy: CopyFor, forms: Forms) -> str:
    """The form after the one a copy has; after the last, the first."""
    from typing import get_args

    from exports.paper import PaperFormat

    known: tuple[str, ...] = get_args(PaperFormat)
    return known[(known.index(form_of(view, copy, forms)) + 1) % len(known)]


def _form(view: MeetingView, copy: CopyFor, forms: Forms) -> str:
    if copy.kind == "calendar":
        return ""
    form = form_of(view, copy, forms)
    member = view.family.member(copy.reader)
    code = member.copy_language if isinstance(member, Person) else None
    told = "" if form == "standard" and copy not in forms else _FORMS[form]
    return ", ".join(filter(None, (told, language_name(code) if code and code != ENGLISH else "")))
