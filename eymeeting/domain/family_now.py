"""A family as it stands between meetings: who leads, what is open, when people meet again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from eymeeting.domain.beginning import under_way
from eymeeting.domain.entry import new_id
from eymeeting.domain.family import ActionNow, Change, Family, action_now
from eymeeting.domain.meeting import Meeting
from eymeeting.domain.pack import Pack
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


def met_on(
    family: Family, pack: Pack, *, on: date, time: str, place: str | None, chair: str
) -> tuple[Change, ...]:
    """The changes that move the next meeting to another day, time or place.

    What an earlier meeting agreed on stays as it was: the new day is that of a
    planned meeting, which is set up when there is none yet.
    """
    coming = next_time(family)
    if coming is not None and coming.planned is not None:
        after = replace(coming.planned, on=on, start=time, venue=place or "")
        return (Change(family=family.ref, before=coming.planned, after=after),)
    return (
        Change(
            family=family.ref,
            before=None,
            after=planned_meeting(family, pack, on=on, start=time, venue=place or "", chair=chair),
        ),
    )


def planned_meeting(family: Family, pack: Pack, *, on: date, start: str, venue: str, chair: str) -> Meeting:
    """A meeting of this family that is still to come: the first one, or the next review.

    An adjourned first meeting is gone on with by another of its kind.
    """
    latest = latest_meeting(family)
    goes_on = latest is not None and latest.outcome == "adjourned"
    kind = "taf_first" if latest is None else latest.type if goes_on else "taf_review"
    known = {each.type for each in pack.meetings}
    kind = kind if kind in known else "taf_first"
    return Meeting(
        id=new_id(),
        position=family.next_position(Meeting),
        number=max((meeting.number for meeting in family.meetings), default=0) + 1,
        type=kind,
        on=on,
        start=start,
        planned_minutes=pack.kind(kind).minutes,
        chair=chair,
        venue=venue,
        resumes=latest.number if goes_on and latest is not None else None,
    )
