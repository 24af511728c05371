"""Anything there is of a family, and anybody who reads: shown, hidden or in part, and why in one sentence.

What people said and agreed goes by the rules of sight. Here stand beside it what
is no entry of its own (how to reach somebody, a service) and readers who are not
one person: everyone in the room, and a report without names.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from eymeeting.domain.actions import Action, Update
from eymeeting.domain.consent import has_refused, is_agreed, same_agency
from eymeeting.domain.entry import Entry
from eymeeting.domain.family import Family
from eymeeting.domain.in_the_room import readers
from eymeeting.domain.kept_homes import is_reach_kept
from eymeeting.domain.meeting import Attendance, Closure, Meeting, Priority, Score
from eymeeting.domain.naming import not_to_be_named
from eymeeting.domain.pack import Pack
from eymeeting.domain.people import Household, Person, Worker
from eymeeting.domain.sight import Reader, Sight, is_open_in_the_room, sight


@dataclass(frozen=True, slots=True, kw_only=True)
class HowToReach:
    """The phone, the email, the school and the practice of somebody of the family. ``person`` is their id."""

    person: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """A service by its name, as it could stand on a paper."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EveryoneInTheRoom:
    """All who can read the screen at a meeting, as one reader, with whoever is at the keyboard."""

    meeting: str
    keyboard: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportWithoutNames:
    """Whoever reads a report over many families."""


Anything = Entry | HowToReach | Service
Anybody = Reader | EveryoneInTheRoom | ReportWithoutNames

_OPEN: Final = Sight(answer="shown", why="It is for everyone on the plan.")
_THEIR_OWN: Final = Sight(answer="shown", why="It is this reader's own.")
_KEPT: Final = Sight(answer="hidden", why="How to reach them is kept from this reader.")
_NOT_ON_A_SCREEN: Final = Sight(
    answer="hidden", why="Addresses and numbers do not stand on a screen that everyone can read."
)
_REFUSED: Final = Sight(answer="hidden", why="There is no agreement for this service yet.")
_NOT_NAMED: Final = Sight(answer="hidden", why="This reader may not know of this helper.")
_NOT_IN_THE_ROOM: Final = Sight(answer="hidden", why="It is not for everyone in the room.")
_NO_NAMES: Final = Sight(answer="hidden", why="A report without names holds nobody's name or words.")

_COUNTED: Final[dict[type[Entry], str]] = {
    Score: "Only the number and its area, without whose it is.",
    Action: "Only its area and how it stands, without words or names.",
    Update: "Only how it stands, without words.",
    Meeting: "Only the kind, the day and how it ended.",
    Attendance: "Only how many came.",
    Priority: "Only the area.",
    Closure: "Only the reason.",
}
"""What a report without names may count, and as what."""


def may_see(family: Family, reader: Anybody, what: Anything, *, today: date, pack: Pack) -> Sight:
    """What anybody may see of anything. The agreements are those that stand on ``today``."""
    match reader:
        case EveryoneInTheRoom():
            return _in_the_room(family, reader, what, today, pack)
        case ReportWithoutNames():
            return _without_names(family, what, pack)
        case Reader():
            return _alone(family, reader, what, today, pack)


def who_reads(family: Family, entry: Entry, *, today: date, pack: Pack) -> Iterator[tuple[str, Sight]]:
    """Everybody of the family and every worker, each with what they may see of an entry on their paper."""
    for member in (*family.people, *family.workers):
        yield member.id, may_see(family, Reader(id=member.id), entry, today=today, pack=pack)


def _alone(family: Family, reader: Reader, what: Anything, today: date, pack: Pack) -> Sight:
    match what:
        case HowToReach():
            return _how_to_reach(family, reader, what, today, pack)
        case Service():
            return _service(family, reader, what, today, pack)
        case Worker() if not_to_be_named(family, reader, what, today=today, pack=pack):
            return _NOT_NAMED
        case Entry():
            return sight(family, reader, what, today=today, pack=pack)


def _how_to_reach(family: Family, reader: Reader, what: HowToReach, today: date, pack: Pack) -> Sight:
    person = family.person(what.person)
    if person is None:
        return Sight(answer="hidden", why="It belongs to nobody in this family.")
    if person.id == reader.id:
        return _THEIR_OWN
    if is_reach_kept(family, person, reader.id):
        return _KEPT
    return sight(family, reader, person, today=today, pack=pack)


def _service(family: Family, reader: Reader, what: Service, today: date, pack: Pack) -> Sight:
    own = family.worker(reader.id)
    if own is not None:
        if same_agency(own.agency, what.name):
            return _THEIR_OWN
        return _OPEN if is_agreed(family, what.name, today=today) else _REFUSED
    if has_refused(family, reader.id, what.name, today=today):
        return _REFUSED
    theirs = [each for each in family.workers if same_agency(each.agency, what.name)]
    if theirs and all(not_to_be_named(family, reader, each, today=today, pack=pack) for each in theirs):
        return _NOT_NAMED
    return _OPEN


def _in_the_room(family: Family, room: EveryoneInTheRoom, what: Anything, today: date, pack: Pack) -> Sight:
    if isinstance(what, HowToReach | Household):
        return _NOT_ON_A_SCREEN
    if isinstance(what, Entry) and not isinstance(what, Person | Worker):
        is_open = is_open_in_the_room(family, what, pack=pack, meeting=room.meeting, keyboard=room.keyboard)
        if not is_open:
            return _NOT_IN_THE_ROOM
    there = readers(family, family.meeting(room.meeting))
    found = [_alone(family, Reader(id=each), what, today, pack) for each in there]
    return next((each for each in found if each.answer != "shown"), _OPEN)


def _without_names(family: Family, what: Anything, pack: Pack) -> Sight:
    """Nothing that is not for everyone is counted: in a small centre a number alone would tell."""
    counted = _COUNTED.get(type(what)) if isinstance(what, Entry) else None
    if counted is None or not isinstance(what, Entry) or _is_asked_alone(what, pack):
        return _NO_NAMES
    judged = _judged(family, what)
    if judged is None or not is_open_in_the_room(family, judged, pack=pack):
        return _NO_NAMES
    return Sight(answer="in_part", why=counted)


def _is_asked_alone(what: Entry, pack: Pack) -> bool:
    return isinstance(what, Score | Priority) and pack.is_asked_alone(what.area)


def _judged(family: Family, entry: Entry) -> Entry | None:
    """What an entry goes by: how an action went, by the action."""
    if not isinstance(entry, Update):
        return entry
    return None if entry.not_for else next((each for each in family.actions if each.id == entry.action), None)
