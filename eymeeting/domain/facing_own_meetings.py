"""What the family's own meetings turn to it: then, now and one day; its own time; its own plan."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from eymeeting.domain.facing_room import Room
from eymeeting.domain.meeting import Line, Section
from eymeeting.domain.own_plan import is_their_own
from eymeeting.domain.strengths import strength_of
from eymeeting.domain.their_story import in_its_order, lines_told, what_mattered, when_it_was, with_its_date

Told = tuple[str, tuple[str, ...]]
"""A heading, and the lines under it."""

STAR: Final = "★"
"""Before what was picked out as a strength."""


def part_of_the_story(section: Section) -> Callable[[Room], Told]:
    """One part, each line with when it was and whose words it is; strengths have a star."""

    def told(room: Room) -> Told:
        lines = in_its_order(room.family, _seen(room, section), room.meeting.on)
        return room.step_title(section), tuple(words for line in lines if (words := _shown(room, line)))

    return told


def in_time(room: Room) -> Told:
    """What mattered, one after the other, where at least two things are dated."""
    seen = tuple(line for section in _PANES for line in _seen(room, section))
    dated = what_mattered(room.family, seen, room.meeting.on)
    words = tuple(
        f"{when_it_was(line)}  ·  {line.text}" for line in dated if room.cleared(with_its_date(line))
    )
    return "What mattered, in its order", words if len(words) > 1 else ()


def time_alone(room: Room) -> Told:
    """That the time is the family's own: nothing of what was said stands here."""
    return room.step_title("private"), (
        "You talk on your own. Nobody else is in the room.",
        "Nothing is written down until you want it to be.",
        "Call us when you are ready.",
    )


def agreed(room: Room) -> Told:
    """Whether everybody agrees, or what would need to change, in the words that were said."""
    meeting = room.meeting
    words = room.cleared(meeting.plan_agreed_why)
    said = (f"“{words}”",) if words else ()
    match meeting.plan_agreed:
        case True:
            return room.step_title("agreed"), ("Yes. This is the plan.", *said)
        case False:
            return room.step_title("agreed"), ("Not yet. What would need to change?", *said)
    return room.step_title("agreed"), ("Everybody may say yes, or not yet, and why.",)


def watching(room: Room) -> Told:
    """Who watches that the plan works, as far as everybody there may know of them."""
    names = tuple(name for each in room.meeting.watched_by or () if (name := room.name(each)))
    return room.step_title("watching"), names


def own_plan(room: Room) -> Told:
    """For the read-back: whether the plan is agreed; at other meetings nothing."""
    if not is_their_own(room.meeting, room.pack) or room.meeting.plan_agreed is None:
        return "", ()
    return agreed(room)


def _seen(room: Room, section: Section) -> tuple[Line, ...]:
    lines = lines_told(room.family, room.meeting, section)
    return tuple(line for line in lines if room.papers and room.sees(line))


def _shown(room: Room, line: Line) -> str | None:
    words = room.cleared(with_its_date(line))
    if words is None:
        return None
    strength, who = strength_of(room.family, line), room.name(line.by)
    star = f"{STAR} " if strength is not None and room.sees(strength) else ""
    return f"{star}{words}" + ("" if who is None else f" ({who})")


_PANES: Final[tuple[Section, ...]] = ("past", "present", "future")
_STORY: Final = (*(part_of_the_story(section) for section in _PANES), in_time)

OF_THEIR_OWN: Final[Mapping[str, tuple[Callable[[Room], Told], ...]]] = {
    **dict.fromkeys(_PANES, _STORY),
    "private": (time_alone,),
    "agreed": (agreed,),
    "watching": (watching,),
}
"""What the steps of the family's own meetings show."""
