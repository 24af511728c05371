"""How a family stands, from the whole of it: when it meets again, what is open, who has no copy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final

from eymeeting.domain.actions import Action
from eymeeting.domain.family import Family, action_now
from eymeeting.domain.going_on import (
    WITH_THE_FAMILY,
    check_on,
    days_late,
    has_ended,
    held_now,
    not_risen,
    open_since,
    reviews_held,
    times_put_off,
)
from eymeeting.domain.meeting import Copy, Meeting, Outcome, Score
from eymeeting.domain.what_is_due import Standing

MADE_NOT_GIVEN: Final = "made, not given yet"
"""How a copy is logged that was made and that nobody has in their hand."""

TAKEN_HOME: Final = frozenset({None, "family", "child"})
"""The kinds of copy that a family waits for after a meeting; of old ones the kind was not written down."""

_GOES_ON: Final[frozenset[Outcome]] = frozenset({"carry_on", "adjourned"})


def standing(family: Family) -> Standing:
    """How a family stands, worked out from its meetings, actions and copies."""
    meetings = family.meetings_in_order()
    held = [meeting for meeting in meetings if _was_held(meeting)]
    place, last = _last(meetings)
    planned = next((meeting for meeting in meetings[place + 1 :] if meeting.outcome is None), None)
    ended = has_ended(family)
    going = None if ended else last
    agreed = going.next_meeting if going else None
    no_day = going is not None and agreed is None and planned is None and going.outcome in _GOES_ON
    copies_on, copies_made = _copies(family, held)
    return Standing(
        has_met=going is not None,
        agreed_on=agreed.on if agreed else None,
        agreed_time=agreed.time if agreed else None,
        agreed_place=agreed.place if agreed else None,
        goes_on=agreed is not None and going is not None and going.outcome == "adjourned",
        planned_on=planned.on if planned is not None and not ended else None,
        no_day_since=going.on if going is not None and no_day else None,
        first_from=None if ended or held else family.details.assessment_date or family.details.opened,
        dues=tuple(sorted(_open_days(family, ended=ended))),
        copies_on=copies_on,
        copies_made=copies_made,
        open_since=open_since(family),
        reviews=0 if ended else reviews_held(family),
        moves=0 if ended else _most_moves(family),
        stood=0 if ended else len(not_risen(family, _said_openly(family))),
        late_by=_late_by(family),
        check_on=check_on(family),
    )


def _was_held(meeting: Meeting) -> bool:
    """Whether a meeting with the family took place to its end."""
    return meeting.took_place and meeting.outcome != "adjourned" and meeting.type in WITH_THE_FAMILY


def _last(meetings: Sequence[Meeting]) -> tuple[int, Meeting | None]:
    """The newest meeting that says when people meet again, with its place: held, adjourned or put off."""
    for place in range(len(meetings) - 1, -1, -1):
        meeting = meetings[place]
        told = meeting.outcome is not None and meeting.next_meeting is not None
        if told or (meeting.took_place and meeting.type in WITH_THE_FAMILY):
            return place, meeting
    return -1, None


def _open_days(family: Family, *, ended: bool) -> Iterator[date]:
    """The days of the open actions; once the work has ended, of those agreed for afterwards.

    Only what is for everyone counts: on Home, a number alone would tell that there is something more.
    """
    for action in family.actions:
        if _is_for_everyone(action) and (action.after_closing or not ended):
            now = action_now(family, action)
            if now.is_open and now.due is not None:
                yield now.due


def _is_for_everyone(action: Action) -> bool:
    return action.visibility.level == "family" and not action.not_for


def _most_moves(family: Family) -> int:
    """How often the open action was put off that was put off most."""
    now = (action_now(family, action) for action in family.actions if _is_for_everyone(action))
    return max((times_put_off(each) for each in now if each.is_open), default=0)


def _late_by(family: Family) -> int:
    """How many days after the day agreed people met the last time, while the work goes on."""
    held = held_now(family)
    return days_late(family, held[-1]) if held else 0


def _said_openly(family: Family) -> Iterator[Score]:
    """The scores that anybody may know of: for everyone, not asked alone, of a meeting kept apart from nobody."""
    apart = {meeting.id for meeting in family.meetings if meeting.separate_from}
    for score in family.scores:
        for_everyone = score.visibility is None or score.visibility.level == "family"
        if for_everyone and not score.not_for and score.asked_by is None and score.meeting not in apart:
            yield score


def newest_copies(copies: Iterable[Copy]) -> frozenset[str]:
    """The ids of the copies that stand: of one kind, for one reader of one meeting, only the one made last."""
    order = sorted(copies, key=lambda copy: (copy.position, copy.id))
    return frozenset({(copy.meeting, copy.to, copy.kind): copy.id for copy in order}.values())


def _copies(family: Family, held: Sequence[Meeting]) -> tuple[date | None, int]:
    """The day of the last meetings where a copy is wanting, and how many people have one waiting for them.

    A newer meeting's plan takes the place of the one before, so only the last
    day counts: every meeting of it, for a family may meet apart. A copy waits until it
    is given, unless a newer one stands for it or its file was taken away.
    """
    if not held:
        return None, 0
    day = held[-1].on
    meetings = {meeting.id for meeting in held if meeting.on == day}
    people = {person.id for person in family.people}
    theirs = [
        copy
        for copy in family.copies
        if copy.to in people and copy.meeting in meetings and copy.kind in TAKEN_HOME
    ]
    newest = newest_copies(theirs)
    waiting = {
        (copy.meeting, copy.to)
        for copy in theirs
        if copy.id in newest and copy.how == MADE_NOT_GIVEN and copy.removed_on is None
    }
    supplied = {copy.meeting for copy in theirs}
    return (day if waiting or meetings - supplied else None), len(waiting)
