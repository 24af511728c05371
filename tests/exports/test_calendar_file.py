from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import icalendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made.pells import FAMILY, FIRST, PACK, attended, meeting, with_more

from exports.calendar_file import build_calendar_file
from exports.copying import is_as_it_would_be, make_copy
from exports.files import save_copy
from eymeeting.domain.family import Family
from eymeeting.domain.meeting import Copy, NextMeeting
from eymeeting.domain.next_meeting_for import NOT_AGREED_YET, NextMeetingFor, next_meeting_for
from eymeeting.domain.problems import Refused

NOW = datetime(2026, 3, 2, 11, 5, 7, 123456, tzinfo=UTC)
JUNE = date(2026, 6, 9)


def agreed(on: date = JUNE, time: str = "14:30", place: str | None = "Alder Hub") -> Family:
    met = replace(FAMILY.meetings[0], next_meeting=NextMeeting(on=on, time=time, place=place))
    return with_more(replace(FAMILY, meetings=(met,)), attendance=(attended("mum"), attended("lead")))


def made(family: Family, reader: str, folder: Path) -> bytes:
    return make_copy(
        family, reader, kind="calendar", folder=folder, now=NOW, pack=PACK, meeting=1
    ).path.read_bytes()


def event_of(content: bytes) -> icalendar.Event:
    [event] = icalendar.Calendar.from_ical(content).walk("VEVENT")
    assert isinstance(event, icalendar.Event)
    return event


def test_it_tells_when_and_where_in_london_and_of_nobody(tmp_path: Path) -> None:
    content = made(agreed(), "mum", tmp_path)
    event = event_of(content)
    assert event["summary"] == "Family meeting"
    assert event["location"] == "Alder Hub"
    assert event.start.isoformat() == "2026-06-09T14:30:00+01:00"
    assert event.end.isoformat() == "2026-06-09T15:30:00+01:00"
    text = content.decode()
    assert "BEGIN:VTIMEZONE" in text
    assert "TZID:Europe/London" in text
    for none in ("ATTENDEE", "ORGANIZER", "VALARM", "Pell", "Rosa", "F-7", "mum"):
        assert none not in text
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert b"\n" not in content.replace(b"\r\n", b"")


def test_a_place_that_tells_where_somebody_lives_is_left_out_for_whoever_must_not_know(
    tmp_path: Path,
) -> None:
    family = agreed(place="At home, 4 Alder Court")
    hidden = replace(family, households=(replace(family.households[0], hidden_from=("dad",)),))
    assert "LOCATION" in made(hidden, "mum", tmp_path).decode()
    told = made(hidden, "dad", tmp_path).decode()
    assert "LOCATION" not in told
    assert "Alder" not in told


def test_what_must_not_be_in_it_is_found_wherever_a_long_line_is_folded(tmp_path: Path) -> None:
    for letters in range(40, 75):
        place = f"{'x' * letters}, 4 Alder Court; upstairs"
        coming = next_meeting_for(agreed(place=place), "mum", today=FIRST, pack=PACK, meeting=1)
        content = build_calendar_file(coming, "F-7", NOW)
        with pytest.raises(Refused):
            save_copy(content, tmp_path, "next.ics", must_not_hold=["4 Alder Court"])
    assert list(tmp_path.iterdir()) == []


def test_a_moved_meeting_keeps_what_it_is_known_by_and_another_family_has_another(tmp_path: Path) -> None:
    first = event_of(made(agreed(), "mum", tmp_path))["uid"]
    assert event_of(made(agreed(on=date(2026, 6, 10)), "lead", tmp_path))["uid"] == first
    other = replace(agreed(), details=replace(FAMILY.details, id="F-8"))
    assert event_of(made(other, "mum", tmp_path))["uid"] != first


def test_who_may_not_have_one_is_told_why(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="no such paper for a child"):
        made(agreed(), "ivy", tmp_path)
    with pytest.raises(Refused, match="not agreed to share"):
        made(agreed(), "adviser", tmp_path)
    with pytest.raises(Refused) as none_agreed:
        made(with_more(FAMILY, attendance=(attended("mum"),)), "mum", tmp_path)
    assert str(none_agreed.value) == NOT_AGREED_YET


def test_a_meeting_to_come_that_is_kept_apart_is_told_to_nobody_it_is_kept_from(tmp_path: Path) -> None:
    apart = replace(meeting(2, outcome=None, apart=("dad",)), on=JUNE, start="14:30", planned_minutes=45)
    family = with_more(agreed(), meetings=(apart,))
    event = event_of(made(family, "mum", tmp_path))
    assert (event.end - event.start).seconds == 45 * 60
    with pytest.raises(Refused):
        made(family, "dad", tmp_path)


def test_without_a_time_it_is_the_whole_day() -> None:
    coming = next_meeting_for(agreed(time=""), "mum", today=FIRST, pack=PACK, meeting=1)
    assert event_of(build_calendar_file(coming, "F-7", NOW)).start == JUNE


def test_one_that_lies_there_is_as_it_would_be_until_the_day_moves(tmp_path: Path) -> None:
    done = make_copy(agreed(), "mum", kind="calendar", folder=tmp_path, now=NOW, pack=PACK, meeting=1)
    copy = Copy(
        id="c1",
        meeting="m1",
        to="mum",
        how="by message",
        kind="calendar",
        file_name=done.path.name,
        made_at=NOW.isoformat(timespec="seconds"),
    )

    def still(family: Family) -> bool:
        return is_as_it_would_be(family, copy, file=done.path, today=FIRST, pack=PACK)

    assert still(agreed())
    assert not still(agreed(on=date(2026, 6, 10)))


@settings(max_examples=15, deadline=None)
@given(
    st.dates(date(2026, 1, 1), date(2035, 12, 31)),
    st.times(),
    st.integers(5, 300),
    st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=120),
)
def test_any_day_time_and_place_come_back_from_the_file(
    on: date, at: object, minutes: int, place: str
) -> None:
    coming = NextMeetingFor(
        agreed_at="m1", called="Family meeting", on=on, time=f"{at:%H:%M}", minutes=minutes, place=place
    )
    content = build_calendar_file(coming, "F-7", NOW)
    event = event_of(content)
    assert isinstance(event.start, datetime)
    assert isinstance(event.end, datetime)
    assert (event.start.date(), f"{event.start:%H:%M}") == (on, coming.time)
    assert (event.end.astimezone(UTC) - event.start.astimezone(UTC)).seconds // 60 == minutes
    assert str(event.get("location", "")) == place
    assert content.decode().count("BEGIN:VEVENT") == 1
