"""What stands on the screen as a review begins: who is new, what was agreed and chosen last time.

Everybody in the room reads it, so nothing of how a plan drifts is here, and no
score: what somebody gave last time would steer what they give now.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Final

from eymeeting.domain.dates import how_far, spoken_near
from eymeeting.domain.due_words import near
from eymeeting.domain.earlier import earlier_meetings
from eymeeting.domain.facing_closing import Told
from eymeeting.domain.facing_room import NOT_YET_AGREED, Room
from eymeeting.domain.family import Family
from eymeeting.domain.going_on import asks_what_has_changed
from eymeeting.domain.in_the_room import readers
from eymeeting.domain.meeting import IN_THE_ROOM, FamilyChange, Meeting
from eymeeting.domain.naming import is_protected_from
from eymeeting.domain.people import Worker
from eymeeting.domain.planning import resumed
from eymeeting.domain.reviewing import Asked, asked_actions
from eymeeting.domain.score_history import chosen_latest


def opens_on_last_time(family: Family, meeting: Meeting) -> bool:
    """Whether a meeting that begins opens on what was agreed before.

    One that goes on where it was broken off does not, nor one typed in from paper.
    """
    again = asks_what_has_changed(meeting) and meeting.resumes is None and meeting.entered_on is None
    return again and bool(_held_before(family, meeting))


def since_we_met(room: Room) -> tuple[str, ...]:
    """When people last met, and what has changed since: who was born, joined or left, what may be shared."""
    before = _held_before(room.family, room.meeting)
    if not before:
        return ()
    last = before[-1]
    return (
        f"We last met on {spoken_near(last.on, room.today)}, {how_far(last.on, room.today)}.",
        *_changes(room, last),
        *_sharing(room, last),
    )


def new_here(room: Room) -> tuple[str, ...]:
    """Who is in the room, or was asked to come, for the first time; what each is."""
    met = {each.id for each in _held_before(room.family, room.meeting)}
    known = {
        each.who for each in room.family.attendance if each.meeting in met and each.status in IN_THE_ROOM
    }
    here = [
        each.who
        for each in room.family.attendance
        if _is_here(room, each.meeting) and each.status in IN_THE_ROOM
    ]
    marked = {each.who for each in room.family.attendance if _is_here(room, each.meeting)}
    coming = [
        each.who
        for each in room.family.invitations
        if _is_here(room, each.meeting) and each.reply != "not_coming" and each.who not in marked
    ]
    lines = []
    for who in dict.fromkeys((*here, *coming)):
        name = room.name(who)
        if who not in known and name is not None:
            member = room.family.member(who)
            what = room.cleared(member.role if isinstance(member, Worker) else member.relationship)
            lines.append(f"{name}, {what}" if what else name)
    return tuple(lines)


def said_we_would_do(room: Room) -> tuple[str, ...]:
    """Every open action with who has it and by when: those past their day first, and marked with words."""
    told = (
        asked
        for asked in asked_actions(room.family, room.meeting, room.pack)
        if asked.before.is_open and room.sees(asked.action)
    )
    return tuple(
        f"{_when(asked.before.due, room.today)} · {_who(room, asked)}: {what}"
        for asked in told
        if (what := room.cleared(asked.action.text))
    )


def chosen_last_time(room: Room) -> tuple[str, ...]:
    """The areas chosen at the last meeting that chose any, with how life will be then."""
    chosen = chosen_latest(room.family, _held_before(room.family, room.meeting), room.sees)
    told = ((room.area(each.area), room.cleared(each.life_when)) for each in chosen)
    return tuple(area if when is None else f"{area}: “{when}”" for area, when in told if area is not None)


def _headed(heading: str, lines: Callable[[Room], tuple[str, ...]]) -> Callable[[Room], Told]:
    return lambda room: (heading, lines(room))


LAST_TIME: Final = (
    _headed("Since we last met", since_we_met),
    _headed("New here", new_here),
    lambda room: (room.pack.step_title("review", "taf_review"), said_we_would_do(room)),
    _headed("What we chose to work on", chosen_last_time),
)
"""The parts in their order, each with its heading."""


def _held_before(family: Family, meeting: Meeting) -> tuple[Meeting, ...]:
    """The meetings before this one that took place and may be told of at it; not the one it goes on with."""
    same = {each.id for each in resumed(family, meeting)}
    return tuple(
        each for each in earlier_meetings(family, meeting) if each.took_place and each.id not in same
    )


def _is_here(room: Room, meeting: str) -> bool:
    return meeting == room.meeting.id or meeting in {each.id for each in resumed(room.family, room.meeting)}


def _changes(room: Room, last: Meeting) -> Iterator[str]:
    for change in room.family.family_changes:
        is_since = change.on > last.on or _is_here(room, change.meeting)
        if is_since and room.sees(change) and (told := _told(room, change)):
            yield told


def _told(room: Room, change: FamilyChange) -> str | None:
    """A change as a sentence; of somebody kept from one of those there only the birth, and never a new home."""
    name, person = room.name(change.person), room.family.person(change.person)
    if name is None or person is None:
        return None
    is_kept = any(is_protected_from(person, each) for each in readers(room.family, room.meeting))
    match change.event:
        case "born":
            return f"{name} was born on {near(change.on, room.today)}."
        case "joined" if not is_kept:
            return f"{name} is part of our plan now."
        case "left" if not is_kept:
            return f"{name} is no longer part of our plan."
        case _:
            return None


def _sharing(room: Room, last: Meeting) -> Iterator[str]:
    """That somebody there has said anew what may be shared; what they said is for them and the chair.

    Where people meet apart it is not told at all.
    """
    if any(each.separate_from for each in room.family.meetings):
        return
    there = set(readers(room.family, room.meeting))
    days = [each.on for each in room.family.agreements if each.on > last.on and each.by in there]
    if days:
        yield f"What may be shared was gone through again on {near(max(days), room.today)}."


def _when(due: date | None, today: date) -> str:
    if due is None:
        return "No date yet"
    return f"Late since {near(due, today)}" if due < today else f"By {near(due, today)}"


def _who(room: Room, asked: Asked) -> str:
    owner = asked.before.owner
    return "nobody yet" if owner is None else room.name(owner) or NOT_YET_AGREED.lower()
