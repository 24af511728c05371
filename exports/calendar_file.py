"""A calendar file (RFC 5545) for the next meeting: when and where, and no word of what or whom it is about."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Final
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

from exports.laid_out import Asked, LaidOut
from eymeeting.domain.next_meeting_for import NextMeetingFor, next_meeting_for

LONDON: Final = "Europe/London"
_AROUND: Final = timedelta(days=366)
"""How far before and after the meeting the file tells when the clocks change."""


def lay_out_calendar_file(asked: Asked) -> LaidOut:
    """One reader's calendar file for the next meeting.

    Raises:
        Refused: there is none, or this reader may not have it.
        NotFound: nobody has this id, or no meeting this number.
    """
    coming = next_meeting_for(
        asked.family, asked.reader, today=asked.today, pack=asked.pack, meeting=asked.meeting
    )
    content = build_calendar_file(coming, asked.family.ref, asked.made_at)
    return LaidOut(document=content, on=coming.on, must_not_hold=coming.must_not_hold)


def build_calendar_file(coming: NextMeetingFor, ref: str, made_at: datetime) -> bytes:
    """The file: lines that end with CR and LF and are folded; without an agreed time, the whole day.

    Whoever opens a newer file for the same meeting has it moved, for what it is known by stays the same. That
    tells nothing: it is worked out from the family's reference and from where the meeting was agreed.
    """
    from icalendar import Calendar, Event, Timezone

    calendar = Calendar()
    calendar.add("prodid", "-//eymeeting//next meeting//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    event = Event()
    event.add("uid", f"{uuid5(NAMESPACE_URL, f'eymeeting {ref} {coming.agreed_at}')}@eymeeting.invalid")
    event.add("dtstamp", made_at.replace(microsecond=0).astimezone(ZoneInfo("UTC")))
    event.add("summary", coming.called)
    event.add("class", "PRIVATE")
    if coming.place:
        event.add("location", coming.place)
    starts = _starts(coming)
    event.add("dtstart", starts)
    if isinstance(starts, datetime):
        zone = Timezone.from_tzinfo(
            ZoneInfo(LONDON), LONDON, first_date=coming.on - _AROUND, last_date=coming.on + _AROUND
        )
        calendar.add_component(zone)
        event.add("dtend", _ends(starts, coming.minutes))
    else:
        event.add("dtend", coming.on + timedelta(days=1))
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def _starts(coming: NextMeetingFor) -> datetime | date:
    """When it starts in London; the day alone while no time is agreed."""
    try:
        return datetime.combine(coming.on, time.fromisoformat(coming.time), tzinfo=ZoneInfo(LONDON))
    except ValueError:
        return coming.on


def _ends(starts: datetime, minutes: int) -> datetime:
    """So many minutes of real time later, over a night in which the clocks change too."""
    ends = starts.astimezone(ZoneInfo("UTC")) + timedelta(minutes=minutes)
    return ends.astimezone(ZoneInfo(LONDON))
