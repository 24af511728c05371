"""Which meeting is on, and whether it has begun."""

from __future__ import annotations

from datetime import date

from eymeeting.domain.family import Family
from eymeeting.domain.meeting import Meeting


def under_way(family: Family) -> Meeting | None:
    """The meeting that is not finished, if there is one: it is planned, or has begun. Of several the earliest."""
    return next((meeting for meeting in family.meetings_in_order() if meeting.outcome is None), None)


def has_begun(family: Family, meeting: Meeting, today: date) -> bool:
    """Whether people have met, whether or not the meeting has been finished since.

    It has ended, or somebody is marked as there and its day is not to come.
    """
    if meeting.outcome is not None:
        return meeting.took_place
    return bool(family.taking_part(meeting.id)) and meeting.on <= today
