"""Which meeting is on."""

from __future__ import annotations

from eymeeting.domain.family import Family
from eymeeting.domain.meeting import Meeting


def under_way(family: Family) -> Meeting | None:
    """The meeting that is not finished, if there is one: it is planned, or has begun. Of several the earliest."""
    return next((meeting for meeting in family.meetings_in_order() if meeting.outcome is None), None)
