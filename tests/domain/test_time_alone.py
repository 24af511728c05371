from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eymeeting.domain.time_alone import TimeAlone, as_kept, as_read, length, on_the_clock, told

SINCE = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)


@given(st.datetimes(timezones=st.just(UTC)).map(lambda day: day.replace(microsecond=0)), st.integers(0, 300))
def test_the_time_comes_back_as_it_was_kept(since: datetime, agreed: int) -> None:
    time = TimeAlone(since=since, agreed=agreed or None)
    assert as_read(as_kept(time)) == time


@pytest.mark.parametrize("kept", ["", "half past ten", "2026-11-22T10:00:00 soon"])
def test_what_is_no_time_is_none(kept: str) -> None:
    assert as_read(kept) is None


def test_minutes_are_whole_and_never_below_none() -> None:
    time = TimeAlone(since=SINCE)
    assert time.had(SINCE + timedelta(minutes=83, seconds=59)) == 83
    assert time.had(SINCE - timedelta(hours=1)) == 0
    assert on_the_clock(83) == "1:23"


def test_nobody_is_hurried() -> None:
    time = TimeAlone(since=SINCE, agreed=30)
    assert told(TimeAlone(since=SINCE), SINCE) == "Take all the time you need."
    assert told(time, SINCE + timedelta(minutes=29)) == "You asked for 30 minutes."
    assert told(time, SINCE + timedelta(minutes=30)) == (
        "You asked for 30 minutes, and have had them. Take the time you need."
    )
    assert [length(minutes) for minutes in (1, 60, 90, 120)] == [
        "1 minute",
        "an hour",
        "an hour and 30 minutes",
        "2 hours",
    ]
