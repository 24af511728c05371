"""How each family stands, kept beside it: Home's lists would otherwise read every action there is."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, Final

from eymeeting.domain.actions import Action, Update
from eymeeting.domain.contact import Contact
from eymeeting.domain.entry import FOR_THE_FAMILY, Entry, Visibility
from eymeeting.domain.family import Family
from eymeeting.domain.meeting import Closure, Copy, Meeting, NextMeeting, Score
from eymeeting.domain.people import FamilyDetails, Person
from eymeeting.domain.standing import standing
from eymeeting.domain.text import folded
from eymeeting.domain.what_is_due import Standing

Execute = Callable[[str, tuple[Any, ...]], Iterable[Any]]
"""Runs one statement: sqlite3's own, or the table library's on the same connection."""

COUNTS: Final = (FamilyDetails, Person, Meeting, Action, Update, Copy, Score, Closure, Contact)
"""The kinds of entry by which a family comes to stand differently."""


def counts(entry: Entry) -> bool:
    """Whether a change of this entry may change how its family stands."""
    return isinstance(entry, COUNTS)


def sum_up(execute: Execute, ref: str) -> None:
    """Bring up to date how a family stands. One that is not there has no standing.

    Raises:
        ValueError: a day of it cannot be read.
    """
    try:
        family = _days_of(execute, ref)
    except TypeError as problem:
        raise ValueError("a column holds what it should not") from problem
    if family is not None:
        execute(
            _KEEP,
            (
                ref,
                *_columns(standing(family)),
                folded(family.details.chosen_name or family.details.family_name),
            ),
        )


def sum_up_all(execute: Execute) -> None:
    """Bring up to date how every family stands, after an upgrade."""
    for (ref,) in list(execute("SELECT id FROM family", ())):
        sum_up(execute, ref)


_KEEP: Final = """
INSERT OR REPLACE INTO standing (
  family, has_met, agreed_on, agreed_time, agreed_place, goes_on, planned_on, no_day_since, first_from, dues,
  copies_on, copies_made, open_since, reviews, moves, stood, late_by, check_on, review_on, oldest_due, name_order
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""


def _columns(found: Standing) -> tuple[Any, ...]:
    return (
        found.has_met,
        _text(found.agreed_on),
        found.agreed_time,
        found.agreed_place,
        found.goes_on,
        _text(found.planned_on),
        _text(found.no_day_since),
        _text(found.first_from),
        json.dumps([str(due) for due in found.dues]),
        _text(found.copies_on),
        found.copies_made,
        _text(found.open_since),
        found.reviews,
        found.moves,
        found.stood,
        found.late_by,
        _text(found.check_on),
        _text(found.review_on),
        _text(found.oldest_due),
    )


def _text(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _days_of(execute: Execute, ref: str) -> Family | None:
    """The family with no more of it than its days need; nothing when it is not there."""
    details = [_details(ref, *row) for row in execute(_DETAILS, (ref,))]
    if not details:
        return None
    return Family(
        details=details[0],
        people=tuple(_person(*row) for row in execute(_PEOPLE, (ref,))),
        meetings=tuple(_meeting(*row) for row in execute(_MEETINGS, (ref,))),
        actions=tuple(_action(*row) for row in execute(_ACTIONS, (ref,))),
        updates=tuple(_update(*row) for row in execute(_UPDATES, (ref,))),
        copies=tuple(_copy(*row) for row in execute(_COPIES, (ref,))),
        scores=tuple(_score(*row) for row in execute(_SCORES, (ref,))),
        closures=tuple(_closure(*row) for row in execute(_CLOSURES, (ref,))),
        contacts=tuple(_contact(*row) for row in execute(_CONTACTS, (ref,))),
    )


_DETAILS: Final = "SELECT family_name, chosen_name, opened, closed, assessment_date FROM family WHERE id = ?"
_PEOPLE: Final = "SELECT id FROM person WHERE family = ?"
_MEETINGS: Final = """
SELECT id, number, type, "on", start, outcome, next_meeting_on, next_meeting_time, next_meeting_place,
  separate_from
FROM meeting WHERE family = ?
"""
_ACTIONS: Final = """
SELECT id, due, status, after_closing FROM action
WHERE family = ? AND visibility_level = 'family' AND coalesce(not_for, '[]') = '[]'
"""
_UPDATES: Final = 'SELECT id, position, action, status, meeting, "on", due FROM "update" WHERE family = ?'
_COPIES: Final = 'SELECT id, position, meeting, "to", how, kind, removed_on FROM copy WHERE family = ?'
_SCORES: Final = """
SELECT id, position, meeting, area, person, value, visibility_level, asked_by FROM score
WHERE family = ? AND coalesce(not_for, '[]') = '[]'
"""
_CLOSURES: Final = "SELECT id, meeting, reason, later_check FROM closure WHERE family = ?"
_CONTACTS: Final = 'SELECT id, "on", how, reached FROM contact WHERE family = ?'


def _details(
    ref: str, name: str, chosen: str | None, opened: str | None, closed: str | None, assessed: str | None
) -> FamilyDetails:
    return FamilyDetails(
        id=ref,
        family_name=name,
        chosen_name=chosen,
        opened=_day(opened),
        closed=_day(closed),
        assessment_date=_day(assessed),
    )


def _person(key: str) -> Person:
    return Person(
        id=key,
        first_name="",
        last_name="",
        relationship="",
        kind="adult",
        dob=None,
        due_date=None,
        parental_responsibility=None,
        household=None,
    )


def _meeting(
    key: str,
    number: int,
    kind: Any,
    on: str,
    start: str,
    outcome: Any,
    next_on: str | None,
    next_time: str | None,
    next_place: str | None,
    apart: str | None,
) -> Meeting:
    return Meeting(
        id=key,
        number=number,
        type=kind,
        on=date.fromisoformat(on),
        start=start,
        planned_minutes=0,
        chair="",
        venue="",
        outcome=outcome,
        separate_from=tuple(json.loads(apart)) if apart is not None else None,
        next_meeting=None
        if next_on is None
        else NextMeeting(on=date.fromisoformat(next_on), time=next_time or "", place=next_place),
    )


def _action(key: str, due: str | None, status: Any, after_closing: int | None) -> Action:
    return Action(
        id=key,
        text="",
        owner=None,
        due=_day(due),
        area="",
        status=status,
        visibility=FOR_THE_FAMILY,
        after_closing=bool(after_closing),
    )


def _update(
    key: str, position: int, action: str, status: Any, meeting: str | None, on: str | None, due: str | None
) -> Update:
    return Update(
        id=key,
        position=position,
        action=action,
        status=status,
        meeting=meeting,
        on=_day(on),
        due=_day(due),
    )


def _copy(
    key: str, position: int, meeting: str, to: str, how: str, kind: str | None, removed_on: str | None
) -> Copy:
    return Copy(
        id=key,
        position=position,
        meeting=meeting,
        to=to,
        how=how,
        kind=kind,
        removed_on=_day(removed_on),
    )


def _score(
    key: str,
    position: int,
    meeting: str,
    area: str,
    person: str,
    value: Any,
    level: Any,
    asked_by: str | None,
) -> Score:
    return Score(
        id=key,
        position=position,
        meeting=meeting,
        area=area,
        person=person,
        value=int(value) if value.isdecimal() else value,
        visibility=None if level is None else Visibility(level=level),
        asked_by=asked_by,
    )


def _closure(key: str, meeting: str, reason: Any, later_check: str | None) -> Closure:
    return Closure(id=key, meeting=meeting, reason=reason, later_check=_day(later_check))


def _contact(key: str, on: str, how: Any, reached: int | None) -> Contact:
    reached_them = None if reached is None else bool(reached)
    return Contact(id=key, on=date.fromisoformat(on), by="", how=how, text="", reached=reached_them)
