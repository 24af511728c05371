from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eymeeting.domain.dates import MONTHS, WEEKDAYS
from eymeeting.domain.past_days import read_past_date

SUNDAY = date(2026, 11, 22)
TODAYS = st.dates(date(2001, 1, 1), date(2090, 12, 31))


def day(text: str, today: date = SUNDAY) -> date | None:
    read = read_past_date(text, today)
    assert read is not None, text
    return read.day


def problem(text: str, today: date = SUNDAY) -> str | None:
    read = read_past_date(text, today)
    assert read is not None, text
    assert read.day is None
    return read.problem


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("12 oct", date(2026, 10, 12)),
        ("3 dec", date(2025, 12, 3)),
        ("3/12", date(2025, 12, 3)),
        ("3.12", date(2025, 12, 3)),
        ("12-10", date(2026, 10, 12)),
        ("22 nov", SUNDAY),
        ("23 nov", date(2025, 11, 23)),
        ("29 feb", date(2024, 2, 29)),
        ("friday", date(2026, 11, 20)),
        ("on Friday", date(2026, 11, 20)),
        ("sunday", SUNDAY),
        ("last sunday", date(2026, 11, 15)),
        ("last tue", date(2026, 11, 17)),
        ("the 5th", date(2026, 11, 5)),
        ("31st", date(2026, 10, 31)),
        ("mon 12 oct", date(2026, 10, 12)),
        ("today", SUNDAY),
        ("yesterday", date(2026, 11, 21)),
        ("3 weeks ago", date(2026, 11, 1)),
        ("two weeks ago", date(2026, 11, 8)),
        ("a month ago", date(2026, 10, 22)),
        ("3 years ago", date(2023, 11, 22)),
        ("last week", date(2026, 11, 15)),
        ("last october 12", date(2026, 10, 12)),
        ("1994-03-11", date(1994, 3, 11)),
    ],
)
def test_a_day_that_has_been_is_the_last_such_day(said: str, meant: date) -> None:
    assert day(said) == meant


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("11.3.94", date(1994, 3, 11)),
        ("11 mar '94", date(1994, 3, 11)),
        ("2/7/58", date(1958, 7, 2)),
        ("29.2.20", date(2020, 2, 29)),
        ("12.10.26", date(2026, 10, 12)),
    ],
)
def test_a_year_of_two_figures_is_never_one_to_come(said: str, meant: date) -> None:
    assert day(said) == meant


@pytest.mark.parametrize(
    "said", ["tomorrow", "3 dec 2026", "12.12.26", "in 2 weeks", "next friday", "2 weeks"]
)
def test_a_day_still_to_come_is_said_to_be(said: str) -> None:
    assert problem(said) == "That day is still to come."


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("30 feb", "There is no 30 February in 2026."),
        ("29 feb 2019", "There is no 29 February in 2019."),
        ("tue 12 oct", "12 October 2026 is a Monday, not a Tuesday."),
        ("sat 2 jan", "2 January 2026 is a Friday, not a Saturday."),
        ("9000 years ago", "That is too far away."),
    ],
)
def test_a_day_that_cannot_be_is_said_why(said: str, why: str) -> None:
    assert problem(said) == why


@pytest.mark.parametrize("said", ["", "rubbish", "12", "ago", "last", "a long time ago", "march 1994"])
def test_other_words_are_no_day(said: str) -> None:
    assert read_past_date(said, SUNDAY) is None


@settings(max_examples=60)
@given(TODAYS, st.integers(0, 364))
def test_a_day_and_month_mean_the_last_one_of_the_year_that_has_been(today: date, back: int) -> None:
    meant = today - timedelta(days=back)
    if (meant.month, meant.day) != (2, 29):
        assert day(f"{meant.day} {MONTHS[meant.month - 1]}", today) == meant
        assert day(f"{meant.day}/{meant.month}", today) == meant


@settings(max_examples=40)
@given(TODAYS, st.integers(0, 6))
def test_a_weekday_is_one_of_the_last_seven_days(today: date, back: int) -> None:
    meant = today - timedelta(days=back)
    assert day(WEEKDAYS[meant.weekday()], today) == meant


@settings(max_examples=80)
@given(TODAYS, st.text(alphabet="0123456789 /.-abcdefmnorstuy'", max_size=16))
def test_whatever_is_typed_no_day_lies_ahead(today: date, text: str) -> None:
    read = read_past_date(text, today)
    assert read is None or read.day is None or read.day <= today
    assert read is None or (read.day is None) == bool(read.problem)
