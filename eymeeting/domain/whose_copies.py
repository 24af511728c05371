"""Whose copies of a meeting are made: all who may have one, and who is likely to want it at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Literal

from eymeeting.domain.copies_log import is_given, replaced
from eymeeting.domain.cutting import who_gets_a_page, who_gets_a_plan
from eymeeting.domain.dates import MONTHS, spoken_near
from eymeeting.domain.family import Family
from eymeeting.domain.for_whom import is_for_everyone, kept_away_from
from eymeeting.domain.in_words import ATTENDED
from eymeeting.domain.meeting import IN_THE_ROOM, AttendanceStatus, Copy, Meeting
from eymeeting.domain.names import short_names
from eymeeting.domain.pack import Pack
from eymeeting.domain.people import Person
from eymeeting.domain.protected import holds_any, protected_words
from eymeeting.domain.sight import Reader
from eymeeting.domain.telling import is_discussion

_KINDS: Final[Mapping[str, str]] = {
    "child": "child's page",
    "agency": "service's copy",
    "lead": "lead's copy",
    "record": "full record",
    "calendar": "calendar file",
    "invitation": "invitation",
    "agenda": "agenda",
    "agreement_form": "agreement form",
    "update_slip": "update slip",
    "form": "paper form",
    "score_cards": "score card",
    "text": "text to paste",
}
GIVEN: Final = "given"
"""How a copy was given, where more may not stand on a screen that everyone can read."""

REPLACED: Final = "replaced"
"""Beside a copy that a newer one stands for, in the place of how it was given."""

REMOVED: Final = "file removed"
NOT_BY_ITSELF: Final = "only if the chair says so"

NOT_MARKED: Final = "not marked as here"
"""Beside somebody of whom nobody has said whether they came."""

_NOT_FOR_THE_ROOM: Final[frozenset[AttendanceStatus]] = frozenset({"not_invited", "asked_to_leave"})


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyFor:
    """A copy that can be made: whose it is, of which kind, and whether it is made unless somebody says otherwise.

    ``why`` says in a word why it is not made at once. It is empty too where the
    reason is nothing that may stand on a screen everyone can read.
    """

    reader: str
    kind: Literal["family", "child", "agency", "lead", "record", "calendar"]
    is_likely: bool
    why: str = ""


def is_the_chairs(meeting: Meeting, keyboard: str) -> bool:
    """Whether the full record of a meeting may be made: only while that meeting's chair has the keyboard."""
    return bool(keyboard) and meeting.chair == keyboard


def copies_for(family: Family, meeting: Meeting, keyboard: str) -> tuple[CopyFor, ...]:
    """The plan of each adult who may have one, each child's page, the full record for the chair at the ``keyboard``.

    The full record holds what only the chair may read, so that nobody else makes it.
    A plan is made at once for those who took part, in the room or from afar. It
    is not where anything is kept between two who took part: papers that lie in
    one pile are given to the wrong person sooner or later. A page is made at once
    for a child who came or was heard, as far as everybody may know. Where helpers talked
    among themselves there is a plan only if the chair makes one, and none while the family
    has not been told.
    """
    if is_discussion(meeting):
        return _of_a_discussion(family, meeting, keyboard)
    readers = who_gets_a_plan(family, meeting)
    there = set(family.taking_part(meeting.id))
    others = [person for person in readers if person.id in there]
    plans = tuple(
        CopyFor(
            reader=person.id,
            kind="family",
            is_likely=person.id in there and not any(_is_kept(family, person, other) for other in others),
            why="" if person.id in there else _how_they_were_away(family, meeting, person.id),
        )
        for person in readers
    )
    pages = tuple(
        CopyFor(
            reader=child.id,
            kind="child",
            is_likely=(heard := _was_heard(family, meeting, child.id)) and not kept_away_from(meeting),
            why="" if heard else _how_they_were_away(family, meeting, child.id),
        )
        for child in who_gets_a_page(family, meeting)
    )
    if not is_the_chairs(meeting, keyboard):
        return (*plans, *pages)
    return (*plans, *pages, CopyFor(reader=meeting.chair, kind="record", is_likely=True))


def _of_a_discussion(family: Family, meeting: Meeting, keyboard: str) -> tuple[CopyFor, ...]:
    """Where helpers talked among themselves: the record, and a family's plan only if the chair ticks it."""
    if not is_the_chairs(meeting, keyboard):
        return ()
    plans = (
        CopyFor(reader=each.id, kind="family", is_likely=False, why=NOT_BY_ITSELF)
        for each in who_gets_a_plan(family, meeting)
    )
    return (*plans, CopyFor(reader=meeting.chair, kind="record", is_likely=True))


def latest_copy(family: Family, meeting: str, reader: str, kind: str) -> Copy | None:
    """The copy of this kind that this reader had last of a meeting, if they had one."""
    theirs = [copy for copy in family.copies if (copy.meeting, copy.to, copy.kind) == (meeting, reader, kind)]
    return max(theirs, key=lambda copy: copy.position, default=None)


def copy_kind(kind: str | None, pack: Pack) -> str:
    """What a kind of copy is called; a family's is its plan. An unknown kind is shown as written."""
    return pack.words.plan if kind == "family" else _KINDS.get(kind or "", kind or "a copy")


def copies_in_words(family: Family, today: date, pack: Pack) -> dict[str, str]:
    """Each copy by its id, told apart by whose it is, its kind and its day: “Rosa: family plan, 22 November”.

    Where several are alike in these, the time each was made stands too, or else the name of its file.
    """
    names = short_names(family)
    words = {copy.id: _in_words(copy, names, today, pack) for copy in family.copies}
    alike = Counter(words.values())
    for copy in family.copies:
        if alike[words[copy.id]] > 1:
            if made := _made_at(copy):
                words[copy.id] = _in_words(copy, names, today, pack, at=f"{made:%H:%M} on ")
            elif copy.file_name:
                words[copy.id] += f", {copy.file_name}"
    return words


def how_given(family: Family, *, today: date, pack: Pack) -> dict[str, str]:
    """How each copy was given, by its id, as it may stand on a screen everyone can read.

    It says too that a newer one stands for it, by when it is owed, and that its file is gone. Words that hold
    what is kept from somebody, such as the street a copy was posted to, are passed over.
    """
    texts = {
        text
        for who in _from_whom_anything_is_kept(family)
        for text in protected_words(family, Reader(id=who), today=today, pack=pack)
    }
    older = replaced(family.copies)

    def told(copy: Copy) -> str:
        how = GIVEN if holds_any(copy.how, texts) else copy.how
        if copy.id in older:
            how = f"{REPLACED}, {how}" if is_given(copy) else REPLACED
        elif copy.owed_by is not None and not is_given(copy) and copy.removed_on is None:
            how = f"owed by {spoken_near(copy.owed_by, today)}"
        return f"{REMOVED}, {how}" if copy.removed_on is not None else how

    return {copy.id: told(copy) for copy in family.copies}


def _in_words(copy: Copy, names: Mapping[str, str], today: date, pack: Pack, at: str = "") -> str:
    made = _made_at(copy)
    day = made.date() if made else copy.on
    when = ", no day noted" if day is None else f", {at}{day.day} {MONTHS[day.month - 1]}"
    year = f" {day.year}" if day is not None and day.year != today.year else ""
    return f"{names.get(copy.to, 'somebody')}: {copy_kind(copy.kind, pack)}{when}{year}"


def _made_at(copy: Copy) -> datetime | None:
    try:
        return datetime.fromisoformat(copy.made_at or "")
    except ValueError:
        return None


def _was_heard(family: Family, meeting: Meeting, child: str) -> bool:
    """Whether a child took part in a meeting, sent their views, or said something that is for everyone."""
    attended = family.attendance_of(meeting.id, child)
    came = attended is not None and attended.status in (*IN_THE_ROOM, "views_only")
    return came or any(
        (each.meeting, each.who) == (meeting.id, child) and is_for_everyone(each)
        for each in family.child_words
    )


def _how_they_were_away(family: Family, meeting: Meeting, who: str) -> str:
    status = next(
        (each.status for each in family.attendance if (each.meeting, each.who) == (meeting.id, who)), None
    )
    if status is None:
        return NOT_MARKED
    return "" if status in _NOT_FOR_THE_ROOM else ATTENDED[status]


def _is_kept(family: Family, one: Person, other: Person) -> bool:
    """Whether one of two must not learn everything of the other, whichever of them it is."""
    if one.id == other.id:
        return False
    return other.id in _kept_from(family, one) or one.id in _kept_from(family, other)


def _kept_from(family: Family, person: Person) -> set[str]:
    """Everybody who must not learn where somebody is, or what was said at a meeting they were free to come to."""
    return set(_hidden(family, person)) | {
        who
        for meeting in family.meetings
        if person.id not in (meeting.separate_from or ())
        for who in meeting.separate_from or ()
    }


def _from_whom_anything_is_kept(family: Family) -> set[str]:
    hidden = (
        *(each.hidden_from or () for each in family.people),
        *(each.hidden_from for each in family.households),
    )
    return {who for each in hidden for who in each} | {
        who for meeting in family.meetings for who in meeting.separate_from or ()
    }


def _hidden(family: Family, person: Person) -> Iterator[str]:
    yield from person.hidden_from or ()
    for home in family.households:
        if home.household == person.household:
            yield from home.hidden_from
