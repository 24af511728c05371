"""What the end of a review, and of the work, turns to the family."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from eymeeting.domain.actions import Action
from eymeeting.domain.closing import WAYS_ON, closure_of, intended_ending
from eymeeting.domain.dates import how_far, spoken
from eymeeting.domain.facing_room import Room
from eymeeting.domain.family import ActionNow, action_now
from eymeeting.domain.in_words import ENDING, RESULT

Told = tuple[str, tuple[str, ...]]
"""A heading, and the lines under it."""


def where_we_go(room: Room) -> Told:
    """How it goes on, as far as it was said; before that, what there is to choose from."""
    way = intended_ending(room.meeting)
    ways = tuple(ENDING[each] for each in WAYS_ON) if way is None else (ENDING[way],)
    return room.step_title("outcome"), ways


def how_things_are(room: Room) -> Told:
    """How things are for the family now, as it says itself."""
    result = room.meeting.result
    return "How things are now", () if result is None else (RESULT[result].capitalize(),)


def keep_doing(room: Room) -> Told:
    """What the family wants to hold on to."""
    closure = closure_of(room.family, room.meeting.id)
    lines = () if closure is None or not room.sees(closure) else closure.keep_doing or ()
    return room.step_title("keep"), tuple(line for each in lines if (line := room.cleared(each)))


def who_to_call(room: Room) -> Told:
    """Whom the family rings first; no number stands on the screen."""
    closure = closure_of(room.family, room.meeting.id)
    named = room.cleared(closure.who_to_call) if closure is not None and room.sees(closure) else None
    return "Who we call when it gets hard again", (named,) if named else ()


def what_helped(room: Room) -> Told:
    """What made the difference."""
    helped = room.cleared(room.meeting.what_helped)
    return room.step_title("helped"), (helped,) if helped else ()


def got_in_the_way(room: Room) -> Told:
    """What got in the way."""
    words = room.cleared(room.meeting.got_in_the_way)
    return "What got in the way", (words,) if words else ()


def how_we_did(_: Room) -> Told:
    """The question alone: what somebody answers is theirs."""
    return "How much did we help?", (
        "1: it did not help.",
        "10: it helped very much.",
        "Only you answer this. You need not.",
    )


def what_we_did(room: Room) -> Told:
    """Every action that is done, with who did it."""
    done = (now for now in _actions(room) if now.status == "done")
    return "What we did", tuple(_with_owner(room, now) for now in done)


def after_today(room: Room) -> Told:
    """What goes on after the closing, and when somebody looks in once more."""
    still = (now for now in _actions(room) if now.is_open and now.action.after_closing)
    lines = [_with_owner(room, now) for now in still]
    closure = closure_of(room.family, room.meeting.id)
    day = None if closure is None or not room.sees(closure) else closure.later_check
    if day is not None:
        lines.append(f"We look in once more: {spoken(day)}, {how_far(day, room.today)}")
    return "After today", tuple(lines)


def _actions(room: Room) -> Iterator[ActionNow]:
    for action in room.family.actions:
        if room.sees(action) and room.cleared(action.text) is not None and _is_of_a_meeting(room, action):
            yield action_now(room.family, action)


def _is_of_a_meeting(room: Room, action: Action) -> bool:
    return any(each.id == action.meeting for each in room.family.meetings)


def _with_owner(room: Room, now: ActionNow) -> str:
    owner = room.name(now.owner)
    due = "" if now.due is None or not now.is_open else f", by {spoken(now.due, with_year=False)}"
    return f"{owner}{due}: {now.action.text}" if owner else f"{now.action.text}{due}"


OF_THE_ENDING: Final[Mapping[str, tuple[Callable[[Room], Told], ...]]] = {
    "keep": (keep_doing,),
    "call": (who_to_call,),
    "helped": (what_helped, got_in_the_way),
    "view": (how_we_did,),
    "outcome": (where_we_go, how_things_are, after_today),
}
"""What the steps of an ending show."""

READ_BACK: Final = (what_we_did, keep_doing, who_to_call, after_today)
"""What is read back when the work ends."""
