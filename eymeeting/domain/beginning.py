"""Beginning a meeting."""

from __future__ import annotations

from datetime import date

from eymeeting.domain.entry import new_id
from eymeeting.domain.family import Family
from eymeeting.domain.meeting import Meeting
from eymeeting.domain.pack import Pack


def first_meeting(
    family: Family, pack: Pack, *, chair: str, recorder: str, venue: str, on: date, start: str
) -> Meeting:
    """A Team Around the Family meeting that begins now. Somebody who chairs and types is named once."""
    return Meeting(
        id=new_id(),
        position=family.next_position(Meeting),
        number=max((meeting.number for meeting in family.meetings), default=0) + 1,
        type="taf_first",
        on=on,
        start=start,
        planned_minutes=pack.kind("taf_first").minutes,
        chair=chair,
        recorder=None if recorder == chair else recorder,
        venue=venue,
    )


def under_way(family: Family) -> Meeting | None:
    """The newest meeting that is not finished, if there is one."""
    unfinished = [meeting for meeting in family.meetings_in_order() if meeting.outcome is None]
    return unfinished[-1] if unfinished else None
