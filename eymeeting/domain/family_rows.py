"""A family on one screen: each part of it in a line, as it stands today."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from eymeeting.domain import family_in_short
from eymeeting.domain.beginning import has_begun
from eymeeting.domain.dates import spoken_near
from eymeeting.domain.family import Family
from eymeeting.domain.family_history import what_has_happened
from eymeeting.domain.in_words import ENDING
from eymeeting.domain.kept_homes import name_in_the_room
from eymeeting.domain.meeting import Meeting
from eymeeting.domain.names import members_now, names_in_picker
from eymeeting.domain.pack import Pack
from eymeeting.domain.people import Person

NEWEST: Final = 3
"""Meetings with a line of their own. The others stand behind one more."""

_MEETINGS: Final = "Meetings"
_WHERE: Final = "Where they live"
_CHANGED: Final = "What has changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRow:
    """One line of a family's place. ``kind`` says what it opens, ``id`` which one."""

    kind: str
    id: str
    name: str
    told: str = ""
    group: str


def place_rows(family: Family, pack: Pack, today: date, keyboard: str = "") -> tuple[PlaceRow, ...]:
    """Everything of a family that can be opened: what is done between meetings, then the meetings themselves.

    No address is shown, and nothing tells which of them is kept from somebody: each stands behind its line.
    Nor is anything told of that whoever is at the ``keyboard`` may not open.
    """
    return (
        *_between_meetings(family, pack, today, keyboard),
        *_meetings(family, pack, today),
        *_people(family, today),
        *_homes(family, today),
        *_changes(family, today),
    )


def rows_of_earlier_meetings(family: Family, pack: Pack, today: date) -> tuple[PlaceRow, ...]:
    """The meetings before those that have a line of their own, newest first."""
    return _lines_of_meetings(family, pack, today)[NEWEST:]


def _between_meetings(family: Family, pack: Pack, today: date, keyboard: str) -> Iterator[PlaceRow]:
    for place, name, told in (
        ("actions", "Actions", family_in_short.actions(family, pack, today)),
        ("next", "Next meeting", family_in_short.next_meeting(family, today)),
        ("contacts", "Calls and visits", family_in_short.contacts(family, pack, today, keyboard)),
        ("agreement", pack.step_title("agreement"), family_in_short.agreement(family, today)),
        ("copies", "Copies", family_in_short.copies(family)),
        ("details", "About the family", family_in_short.details(family, pack, today)),
    ):
        yield PlaceRow(kind=place, id=place, name=name, told=told, group="Between meetings")


def _meetings(family: Family, pack: Pack, today: date) -> Iterator[PlaceRow]:
    lines = _lines_of_meetings(family, pack, today)
    yield from lines[:NEWEST]
    earlier = len(lines) - NEWEST
    if earlier > 0:
        yield PlaceRow(
            kind="earlier", id="earlier", name="Earlier meetings", told=str(earlier), group=_MEETINGS
        )


def _lines_of_meetings(family: Family, pack: Pack, today: date) -> tuple[PlaceRow, ...]:
    return tuple(
        PlaceRow(
            kind="meeting",
            id=each.id,
            name=_meeting(each, pack),
            told=f"{spoken_near(each.on, today)}: {_outcome(family, each, today)}",
            group=_MEETINGS,
        )
        for each in reversed(family.meetings_in_order())
    )


def _people(family: Family, today: date) -> Iterator[PlaceRow]:
    members = members_now(family)
    names = names_in_picker(members)
    for each in members:
        if isinstance(each, Person):
            yield PlaceRow(
                kind="person",
                id=each.id,
                name=names[each.id],
                told=family_in_short.person(each, today),
                group="The family",
            )
    yield PlaceRow(
        kind="details",
        id="needs",
        name="What helps them",
        told=family_in_short.needs(family),
        group="The family",
    )
    for worker in family.workers:
        yield PlaceRow(
            kind="worker",
            id=worker.id,
            name=worker.name,
            told=family_in_short.worker(worker),
            group="The people who help",
        )


def _homes(family: Family, today: date) -> Iterator[PlaceRow]:
    for home in family.households:
        yield PlaceRow(
            kind="household",
            id=home.id,
            name=f"Home {name_in_the_room(family, home.household)}".rstrip(),
            told=family_in_short.home(home, today),
            group=_WHERE,
        )
    yield PlaceRow(kind="household", id="", name="Another address", group=_WHERE)


def _changes(family: Family, today: date) -> Iterator[PlaceRow]:
    happened = what_has_happened(family)
    for place, each in enumerate(happened[:NEWEST]):
        yield PlaceRow(
            kind="changed", id=str(place), name=each.words, told=spoken_near(each.on, today), group=_CHANGED
        )
    if len(happened) > NEWEST:
        yield PlaceRow(
            kind="changed", id="", name="Earlier changes", told=str(len(happened) - NEWEST), group=_CHANGED
        )


def _meeting(meeting: Meeting, pack: Pack) -> str:
    kinds = {kind.type: kind.name for kind in pack.meetings}
    return f"{meeting.number}. {meeting.title or kinds.get(meeting.type, 'Meeting')}"


def _outcome(family: Family, meeting: Meeting, today: date) -> str:
    if meeting.outcome is not None:
        words = ENDING[meeting.outcome]
        return words[0].lower() + words[1:]
    return "under way" if has_begun(family, meeting, today) else "planned"
