import pytest
from hypothesis import given
from hypothesis import strategies as st

from eymeeting.domain.times import read_time, spoken_time, to_the_quarter


@pytest.mark.parametrize(
    ("words", "time"),
    [
        ("1.30", "13:30"),
        ("1:30", "13:30"),
        ("1.30pm", "13:30"),
        ("1.30 p.m.", "13:30"),
        ("13:30", "13:30"),
        ("1330", "13:30"),
        ("half past one", "13:30"),
        ("half one", "13:30"),
        ("1pm", "13:00"),
        ("7", "19:00"),
        ("8", "08:00"),
        ("10", "10:00"),
        ("10AM.", "10:00"),
        ("9 am", "09:00"),
        ("07:30", "07:30"),
        ("7.30am", "07:30"),
        ("12", "12:00"),
        ("12am", "00:00"),
        ("midday", "12:00"),
        ("quarter to one", "12:45"),
        ("quarter to eight", "19:45"),
        ("quarter past 10", "10:15"),
        ("3 o'clock", "15:00"),
    ],
)
def test_a_time_is_read_as_a_childrens_centre_means_it(words: str, time: str) -> None:
    assert read_time(words) == time


@pytest.mark.parametrize(
    "words", ["", "25", "13.60", "13pm", "0pm", "quarter one", "half past noon", "soon", "1.3"]
)
def test_other_words_are_no_time(words: str) -> None:
    assert read_time(words) is None


@pytest.mark.parametrize(
    ("time", "said"),
    [
        ("13:30", "1.30pm"),
        ("10:00", "10am"),
        ("12:30", "12.30pm"),
        ("00:05", "12.05am"),
        ("12:00", "midday"),
        ("00:00", "midnight"),
    ],
)
def test_a_time_is_spoken_as_people_say_it(time: str, said: str) -> None:
    assert spoken_time(time) == said


@pytest.mark.parametrize("written", ["", "29:00", "after lunch"])
def test_what_is_no_time_of_day_is_spoken_as_written(written: str) -> None:
    assert spoken_time(written) == written


@given(st.integers(0, 23), st.integers(0, 59))
def test_every_time_is_read_back_as_kept_and_as_spoken(hour: int, minute: int) -> None:
    time = f"{hour:02}:{minute:02}"
    assert read_time(time) == time
    assert read_time(spoken_time(time)) == time


@given(st.text(max_size=12))
def test_no_words_at_all_break_the_reading(words: str) -> None:
    time = read_time(words)
    assert time is None or spoken_time(time) != time


@pytest.mark.parametrize(
    ("time", "quarter"),
    [
        ("10:00", "10:00"),
        ("10:07", "10:00"),
        ("10:08", "10:15"),
        ("10:53", "11:00"),
        ("23:59", "23:45"),
        ("soon", "soon"),
    ],
)
def test_a_time_is_brought_to_the_nearest_quarter(time: str, quarter: str) -> None:
    assert to_the_quarter(time) == quarter
