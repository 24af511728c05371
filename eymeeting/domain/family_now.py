"""A family as it stands between meetings: who leads, what is open, when people meet again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from eymeeting.domain.beginning import under_way
from eymeeting.domain.family import ActionNow, Family, action_now
from eymeeting.domain.lead import first_call
from eymeeting.domain.meeting import Meeting
from eymeeting.domain.people import Worker


@dataclass(frozen=True, slots=True, kw_only=True)
class NextTime:
    """When and where people meet again. ``planned`` is the meeting that is already set up for it."""

    on: date
    time: str
    place: str | None
    planned: Meeting | None


def next_time(family: Family) -> NextTime | None:
    """The meeting that is planned or under way; else what the newest meeting agreed on."""
    planned = under_way(family)
    if planned is not None:
        return NextTime(on=planned.on, time=planned.start, place=planned.venue or None, planned=planned)
    latest = latest_meeting(family)
    if latest is None or latest.next_meeting is None:
        return None
    agreed = latest.next_meeting
    return NextTime(on=agreed.on, time=agreed.time, place=agreed.place, planned=None)


def latest_meeting(family: Family) -> Meeting | None:
    """The newest meeting that took place, an adjourned one too."""
    held = [meeting for meeting in family.meetings_in_order() if meeting.took_place]
    return held[-1] if held else None


def lead_now(family: Family) -> Worker | None:
    """Who is the family's first call; nobody where nobody was agreed on, or that has ended."""
    return family.worker(first_call(family.meetings_in_order(), family.lead_agreements) or "")


def open_actions(family: Family) -> tuple[ActionNow, ...]:
    """What is still to be done, the oldest date first, those without a date last."""
    still = [now for action in family.actions if (now := action_now(family, action)).is_open]
    return tuple(sorted(still, key=lambda now: (now.due is None, now.due or date.max, now.action.position)))


def finished_actions(family: Family) -> tuple[ActionNow, ...]:
    """What is done or no longer needed, the newest first, so that it can be looked at and put right."""
    order = {meeting.id: place for place, meeting in enumerate(family.meetings_in_order())}
    known = sorted(
        family.actions, key=lambda each: (order.get(each.meeting or "", -1), each.position), reverse=True
    )
    return tuple(now for each in known if not (now := action_now(family, each)).is_open)


def last_venue(family: Family) -> str:
    """Where the family met last, or is to meet; nothing where no place was ever named."""
    venues = [meeting.venue for meeting in family.meetings_in_order() if meeting.venue]
    return venues[-1] if venues else ""
