"""The meetings before one, as far as whoever may read that one may be told of them."""

from __future__ import annotations

from eymeeting.domain.family import Family
from eymeeting.domain.meeting import Meeting


def earlier_meetings(family: Family, meeting: Meeting) -> tuple[Meeting, ...]:
    """The meetings before this one, earliest first.

    What was said at a meeting kept apart from somebody is not told at one that
    is not kept apart from them.
    """
    meetings = family.meetings_in_order()
    apart = set(meeting.separate_from or ())
    before = meetings[: next(place for place, each in enumerate(meetings) if each.id == meeting.id)]
    return tuple(each for each in before if set(each.separate_from or ()) <= apart)
