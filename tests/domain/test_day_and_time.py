from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eymeeting.domain.date_words import read_date
from eymeeting.domain.day_and_time import read_day_and_time

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("said", "day", "time"),
    [
        ("tue 12 jan 2pm", date(2027, 1, 12), "14:00"),
        ("6w, 10.30am", date(2027, 1, 5), "10:30"),
        ("12 jan at half past one", date(2027, 1, 12), "13:30"),
        ("tue 12 jan", date(2027, 1, 12), None),
    ],
)
def test_a_day_may_have_its_time_behind_it(said: str, day: date, time: str | None) -> None:
    read, at = read_day_and_time(said, TODAY)
    assert read is not None
    assert (read.day, at) == (day, time)


@given(st.text(max_size=20))
def test_whatever_is_a_day_alone_is_that_day_without_a_time(said: str) -> None:
    alone = read_date(said, TODAY)
    if alone is not None and alone.day is not None:
        assert read_day_and_time(said, TODAY) == (alone, None)
