"""A plan that the family made itself: whether everybody agrees to it, and who watches that it works."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from eymeeting.domain.copies import OwnPlan
from eymeeting.domain.family import Family
from eymeeting.domain.meeting import Meeting
from eymeeting.domain.names import Member, why_not_an_owner
from eymeeting.domain.one_reader import ForOneReader
from eymeeting.domain.pack import Pack

AGREED: Final = "agreed"
WATCHING: Final = "watching"
PRIVATE: Final = "private"
"""The steps of a meeting at which a family makes its own plan."""

WHY: Final = "Why, in your own words? Nobody has to say."
TO_CHANGE: Final = "What would need to change?"


@dataclass(frozen=True, slots=True, kw_only=True)
class ToSettle:
    """One thing of the plan to look at before everybody stands up, in words as it stands."""

    id: str
    settled: bool
    words: str


def is_their_own(meeting: Meeting, pack: Pack) -> bool:
    """Whether a meeting is one at which the family makes its own plan."""
    return any(step.id == AGREED for step in pack.kind(meeting.type).steps)


def asked_why(meeting: Meeting) -> str:
    """What is asked beside the answer: for a plan not agreed, what would need to change."""
    return TO_CHANGE if meeting.plan_agreed is False else WHY


def answered(meeting: Meeting, agreed: bool) -> Meeting:
    """The meeting once it is said whether the plan is agreed; the same answer again takes it back.

    What was said beside the other answer goes with it: what would need to change is no reason to agree.
    """
    if meeting.plan_agreed is agreed:
        return replace(meeting, plan_agreed=None)
    why = meeting.plan_agreed_why if meeting.plan_agreed is None else None
    return replace(meeting, plan_agreed=agreed, plan_agreed_why=why)


def may_watch(room: Family) -> tuple[str, ...]:
    """Who can watch that a plan works, the family first: everybody who can be asked to do something."""
    members: tuple[Member, ...] = (*room.people, *room.workers)
    return tuple(each.id for each in members if why_not_an_owner(each) is None)


def turned_watcher(meeting: Meeting, who: str) -> Meeting:
    """The meeting with somebody more who watches that the plan works, or without them."""
    before = meeting.watched_by or ()
    after = tuple(each for each in before if each != who) if who in before else (*before, who)
    return replace(meeting, watched_by=after or None)


def to_settle(meeting: Meeting, pack: Pack) -> Iterator[ToSettle]:
    """Whether the plan was agreed, or what is still to change; and who watches. Nothing at other meetings."""
    steps = {step.id for step in pack.kind(meeting.type).steps}
    if AGREED in steps:
        yield ToSettle(id=AGREED, settled=_is_told(meeting), words=_agreement(meeting))
    if WATCHING in steps:
        watched = bool(meeting.watched_by)
        words = "Somebody watches that the plan works." if watched else "Nobody watches yet that it works."
        yield ToSettle(id=WATCHING, settled=watched, words=words)


def own_plan(paper: ForOneReader) -> OwnPlan | None:
    """What a copy says of the family's own plan; nothing at any other kind of meeting."""
    meeting = paper.meeting
    said = meeting.plan_agreed is not None or meeting.watched_by
    if not (said or is_their_own(meeting, paper.pack)):
        return None
    names = (paper.name(each) for each in meeting.watched_by or ())
    return OwnPlan(
        is_agreed=meeting.plan_agreed,
        words=paper.cleared(meeting.plan_agreed_why),
        watched_by=tuple(name for name in names if name is not None),
    )


def recorded(paper: ForOneReader) -> tuple[tuple[str, str], ...]:
    """What the chair's full record says of it, a label and words each."""
    meeting, rows = paper.meeting, []
    if meeting.plan_agreed is not None:
        rows.append(("Is the plan agreed?", "yes" if meeting.plan_agreed else "not yet"))
    if meeting.plan_agreed_why:
        label = "What would need to change" if meeting.plan_agreed is False else "Why it was agreed"
        rows.append((label, meeting.plan_agreed_why))
    names = [name for each in meeting.watched_by or () if (name := paper.full_name(each))]
    if names:
        rows.append(("Who watches that it works", ", ".join(names)))
    return tuple(rows)


def _is_told(meeting: Meeting) -> bool:
    return meeting.plan_agreed is True or (meeting.plan_agreed is False and bool(meeting.plan_agreed_why))


def _agreement(meeting: Meeting) -> str:
    if meeting.plan_agreed is None:
        return "Nobody has said yet whether the plan is agreed."
    if meeting.plan_agreed:
        return "The plan is agreed."
    if meeting.plan_agreed_why:
        return "The plan says what is still to change."
    return "The plan is not agreed, and nothing says what would need to change."
