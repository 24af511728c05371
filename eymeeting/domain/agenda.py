"""The steps of one meeting: in the order it takes them, with the minutes it plans for each."""

from __future__ import annotations

from dataclasses import replace

from eymeeting.domain.family import Family
from eymeeting.domain.interpreting import interprets
from eymeeting.domain.meeting import IN_THE_ROOM, Meeting
from eymeeting.domain.pack import Limits, MeetingKind, Pack, Step

CHILDREN = "children"
"""The step that is the children's own."""

WELCOME = "welcome"
FINISH = "finish"
_THE_END = Step(id=FINISH, title="Before we finish", minutes=0)


def steps_in_order(kind: MeetingKind, meeting: Meeting, the_end: Step = _THE_END) -> tuple[Step, ...]:
    """The steps as this meeting takes them: the children's part right after the welcome where it comes first.

    A pack's meeting without a last step has ``the_end`` all the same: every meeting can be ended.
    """
    steps = kind.steps if any(step.id == FINISH for step in kind.steps) else (*kind.steps, the_end)
    theirs = tuple(step for step in steps if step.id == CHILDREN)
    if not meeting.children_first or not theirs:
        return steps
    welcome = tuple(step for step in steps if step.id == WELCOME)
    others = tuple(step for step in steps if step not in theirs + welcome)
    return welcome + theirs + others


def agenda(family: Family, meeting: Meeting, pack: Pack) -> tuple[Step, ...]:
    """The steps in order, each with the minutes planned for it at this meeting."""
    steps = steps_in_order(pack.kind(meeting.type), meeting, _last_step(pack))
    if not is_interpreted(family, meeting):
        return steps
    return tuple(replace(step, minutes=interpreted_minutes(step.minutes, pack.limits)) for step in steps)


def _last_step(pack: Pack) -> Step:
    """The last step as the pack has it in another meeting, with no minutes of its own."""
    found = (step for kind in pack.meetings for step in kind.steps if step.id == FINISH)
    return replace(next(found, _THE_END), minutes=0)


def planned_minutes(family: Family, meeting: Meeting, pack: Pack) -> int:
    """The length of the whole meeting as the pack plans it, in minutes."""
    minutes = pack.kind(meeting.type).minutes
    return interpreted_minutes(minutes, pack.limits) if is_interpreted(family, meeting) else minutes


def interpreted_minutes(minutes: int, limits: Limits) -> int:
    """So many minutes when everything is said twice, to the nearest whole minute."""
    return minutes + (2 * minutes * limits.interpreter_adds_thirds + 3) // 6


def is_interpreted(family: Family, meeting: Meeting) -> bool:
    """Whether somebody interprets: named for the meeting, taking part in it, or asked to it."""
    if meeting.interpreter is not None:
        return True
    taking_part = any(
        mark.meeting == meeting.id
        and mark.status in IN_THE_ROOM
        and (mark.role == "interpreter" or interprets(family.worker(mark.who)))
        for mark in family.attendance
    )
    if taking_part:
        return True
    marked = {mark.who for mark in family.attendance if mark.meeting == meeting.id}
    return any(
        asked.meeting == meeting.id
        and asked.reply != "not_coming"
        and asked.who not in marked
        and interprets(family.worker(asked.who))
        for asked in family.invitations
    )
