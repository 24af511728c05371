"""The meetings before one, as far as whoever may read that one may be told of them."""

from __future__ import annotations

from dataclasses import replace

from eymeeting.domain.family import Family
from eymeeting.domain.meeting import Meeting
from eymeeting.domain.telling import is_discussion, is_untold


def earlier_meetings(family: Family, meeting: Meeting) -> tuple[Meeting, ...]:
    """The meetings before this one, earliest first.

    What was said at a meeting kept apart from somebody is not told at one that
    is not kept apart from them, nor what helpers said without the family knowing
    where the family is.
    """
    meetings = family.meetings_in_order()
    apart = set(meeting.separate_from or ())
    before = meetings[: next(place for place, each in enumerate(meetings) if each.id == meeting.id)]
    return tuple(
        each
        for each in before
        if set(each.separate_from or ()) <= apart and (is_discussion(meeting) or not is_untold(each))
    )


def with_updates_told(family: Family, meeting: Meeting) -> Family:
    """The family with the news of actions alone that may be told at a meeting.

    That is what was told at it, at those before it, and on days between meetings up to its own.
    """
    told = {meeting.id, *(each.id for each in earlier_meetings(family, meeting))}
    return replace(
        family,
        updates=tuple(
            each
            for each in family.updates
            if each.meeting in told or (each.meeting is None and (each.on is None or each.on <= meeting.on))
        ),
    )
