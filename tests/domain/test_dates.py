from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eymeeting.bank_holidays import EnglandCalendar
from eymeeting.domain.dates import (
    add_months,
    how_far,
    is_working_day,
    remarks,
    spoken,
    spoken_near,
    working_days_after,
)

ENGLAND = EnglandCalendar()
TODAY = date(2026, 11, 22)
days = st.dates(date(2024, 1, 1), date(2032, 12, 31))


def test_a_day_is_spoken_as_people_say_it() -> None:
    assert spoken(date(2026, 12, 11)) == "Friday 11 December 2026"
    assert spoken(date(2026, 12, 1), with_year=False) == "Tuesday 1 December"


def test_the_year_is_spoken_only_when_it_is_another_one() -> None:
    assert spoken_near(date(2026, 12, 11), TODAY) == "Friday 11 December"
    assert spoken_near(date(2027, 1, 4), TODAY) == "Monday 4 January 2027"


@pytest.mark.parametrize(
    ("days_on", "said"),
    [
        (0, "today"),
        (1, "tomorrow"),
        (-1, "yesterday"),
        (3, "in 3 days"),
        (-3, "3 days ago"),
        (7, "in a week"),
        (-7, "a week ago"),
        (14, "in 2 weeks"),
        (19, "in 19 days"),
        (42, "in 6 weeks"),
        (43, "in about 6 weeks"),
        (100, "in about 3 months"),
        (-800, "about 2 years ago"),
    ],
)
def test_how_far_off_a_day_is_in_plain_words(days_on: int, said: str) -> None:
    assert how_far(TODAY + timedelta(days=days_on), TODAY) == said


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 12, 11), ()),
        (TODAY + timedelta(days=6), ("That is a Saturday.",)),
        (date(2026, 12, 25), ("That is Christmas Day.",)),
        (date(2026, 12, 26), ("That is a Saturday.", "That is Boxing Day.")),
        (date(2026, 12, 28), ("That is the Boxing Day bank holiday.",)),
        (date(2027, 5, 31), ("That is the Spring bank holiday.",)),
        (date(2026, 11, 20), ("That day has passed.",)),
    ],
)
def test_weekends_bank_holidays_and_past_days_are_remarked_on(day: date, said: tuple[str, ...]) -> None:
    assert remarks(day, TODAY, ENGLAND) == said


def test_working_days_step_over_christmas() -> None:
    assert working_days_after(date(2026, 12, 24), 1, ENGLAND) == date(2026, 12, 29)
    assert working_days_after(date(2026, 12, 26), 0, ENGLAND) == date(2026, 12, 29)
    assert working_days_after(date(2026, 11, 23), 15, ENGLAND) == date(2026, 12, 14)


def test_working_days_are_not_counted_backwards() -> None:
    with pytest.raises(ValueError, match="forwards"):
        working_days_after(TODAY, -1, ENGLAND)


@given(days, st.integers(0, 40))
def test_working_days_never_end_on_a_day_off_and_are_counted_one_by_one(day: date, number: int) -> None:
    reached = working_days_after(day, number, ENGLAND)
    between = [day + timedelta(days=passed) for passed in range(1, (reached - day).days + 1)]
    assert is_working_day(reached, ENGLAND)
    assert number == 0 or sum(is_working_day(each, ENGLAND) for each in between) == number


@pytest.mark.parametrize(
    ("day", "months", "reached"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2027, 11, 30), 3, date(2028, 2, 29)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
    ],
)
def test_months_on_is_the_same_day_or_the_last_of_a_shorter_month(
    day: date, months: int, reached: date
) -> None:
    assert add_months(day, months) == reached


@given(days, st.integers(-60, 60))
def test_months_added_are_that_many_months_apart(day: date, months: int) -> None:
    reached = add_months(day, months)
    assert (reached.year - day.year) * 12 + reached.month - day.month == months
    assert reached.day == day.day or (reached + timedelta(days=1)).day == 1


def test_a_month_beyond_the_calendar_is_refused() -> None:
    with pytest.raises(OverflowError):
        add_months(date(9999, 12, 1), 1)
