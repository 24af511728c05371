"""A family as it stands between meetings: who leads, what is open, when people meet again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from eymeeting.domain.beginning import under_way
from eymeeting.domain.family import ActionNow, Family, action_now
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
    """Who is the family's first call by the newest agreement, else by the newest meeting that named somebody."""
    agreed = [lead for lead in family.lead_agreements if lead.until is None]
    if agreed:
        return family.worker(max(agreed, key=lambda lead: (lead.since, lead.position)).worker)
    named = [meeting.lead_professional for meeting in family.meetings_in_order() if meeting.lead_professional]
    return family.worker(named[-1]) if named else None


def open_actions(family: Family) -> tuple[ActionNow, ...]:
    """What is still to be done, the oldest date first, those without a date last."""
    still = [now for action in family.actions if (now := action_now(family, action)).is_open]
    return tuple(sorted(still, key=lambda now: (now.due is None, now.due or date.max, now.action.position)))


def last_venue(family: Family) -> str:
    """Where the family met last, or is to meet; nothing where no place was ever named."""
    venues = [meeting.venue for meeting in family.meetings_in_order() if meeting.venue]
    return venues[-1] if venues else ""
