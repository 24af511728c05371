from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eymeeting.domain.date_words import ReadDate, are_date_words, read_date
from eymeeting.domain.dates import MONTHS, WEEKDAYS, spoken

TODAY = date(2026, 11, 22)  # a Sunday
days = st.dates(date(2000, 1, 1), date(2099, 12, 31))


def day_read(words: str, today: date = TODAY) -> date:
    read = read_date(words, today)
    assert read is not None, words
    assert read.day is not None, (words, read.problem)
    return read.day


def problem_read(words: str, today: date = TODAY) -> str | None:
    read = read_date(words, today)
    assert read is not None, words
    assert read.day is None
    return read.problem


@pytest.mark.parametrize(
    "words",
    [
        "fri 11 dec",
        "Friday 11 December 2026",
        "friday 11th of december",
        "  FRI,  11 DEC. ",
        "11 dec",
        "11dec",
        "11th dec 2026",
        "the 11th",
        "fri 11",
        "dec 11",
        "December 11th, 2026",
        "11/12",
        "fri 11/12/26",
        "11.12.2026",
        "11-12-2026",
        "2026-12-11",
        "11 dec '26",
        "by 11 dec",
        "on the 11th of December",
        "in 19 days",
        "19d",
    ],
)
def test_the_same_day_is_read_however_it_is_said(words: str) -> None:
    assert day_read(words) == date(2026, 12, 11)


@pytest.mark.parametrize(
    ("words", "days_on"),
    [
        ("today", 0),
        ("tomorrow", 1),
        ("the day after tomorrow", 2),
        ("3d", 3),
        ("10 days", 10),
        ("a week", 7),
        ("in a week's time", 7),
        ("2weeks", 14),
        ("in 2 weeks", 14),
        ("two weeks", 14),
        ("in six weeks' time", 42),
        ("6w", 42),
        ("6 wks", 42),
        ("a fortnight", 14),
        ("next week", 7),
        ("within 10 days", 10),
    ],
)
def test_spans_are_counted_from_today(words: str, days_on: int) -> None:
    assert day_read(words) == TODAY + timedelta(days=days_on)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("1m", date(2026, 12, 22)),
        ("2 months", date(2027, 1, 22)),
        ("next month", date(2026, 12, 22)),
        ("a year", date(2027, 11, 22)),
        ("end of month", date(2026, 11, 30)),
        ("by the end of the month", date(2026, 11, 30)),
        ("end of next month", date(2026, 12, 31)),
        ("end of the week", date(2026, 11, 27)),
    ],
)
def test_months_are_counted_by_the_calendar(words: str, day: date) -> None:
    assert day_read(words) == day


@pytest.mark.parametrize(
    ("words", "today", "day"),
    [
        ("fri", date(2026, 11, 25), date(2026, 11, 27)),
        ("friday", date(2026, 11, 27), date(2026, 12, 4)),
        ("this friday", date(2026, 11, 27), date(2026, 11, 27)),
        ("next friday", date(2026, 11, 25), date(2026, 12, 4)),
        ("next friday", date(2026, 11, 27), date(2026, 12, 4)),
        ("next monday", date(2026, 11, 22), date(2026, 11, 23)),
        ("tuesday week", date(2026, 11, 22), date(2026, 12, 1)),
        ("a week on tuesday", date(2026, 11, 22), date(2026, 12, 1)),
        ("weds", date(2026, 11, 22), date(2026, 11, 25)),
        ("thurs", date(2026, 11, 22), date(2026, 11, 26)),
    ],
)
def test_a_weekday_is_the_next_one_after_today(words: str, today: date, day: date) -> None:
    assert day_read(words, today) == day


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("3 jan", date(2027, 1, 3)),
        ("22 nov", TODAY),
        ("3 nov", date(2026, 11, 3)),
        ("27 sep", date(2026, 9, 27)),
        ("26 sep", date(2027, 9, 26)),
        ("3/7", date(2027, 7, 3)),
        ("29 feb", date(2028, 2, 29)),
    ],
)
def test_a_day_without_a_year_is_the_nearest_that_is_not_long_past(words: str, day: date) -> None:
    assert day_read(words) == day


def test_in_january_a_day_of_december_has_just_passed() -> None:
    assert day_read("18 dec", date(2027, 1, 5)) == date(2026, 12, 18)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("fri 12 dec", "12 December is a Saturday, not a Friday."),
        ("fri 12/12/26", "12 December 2026 is a Saturday, not a Friday."),
        ("sat 1st", "1 December is a Tuesday, not a Saturday."),
        ("30 feb", "There is no 30 February."),
        ("31 nov", "There is no 31 November."),
        ("29 feb 2027", "There is no 29 February in 2027."),
        ("2027-02-29", "There is no day 2027-02-29."),
        ("12/25", "There is no month 25. The day comes first: 25/12."),
        ("40/13", "There is no month 13."),
        ("40th", "No month has a day 40."),
        ("9999 years", "That is too far away."),
        ("before the next meeting", "The date of the next meeting is not known yet."),
    ],
)
def test_what_is_no_day_is_said_in_a_plain_sentence(words: str, said: str) -> None:
    assert problem_read(words) == said


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("before the next meeting", date(2027, 1, 4)),
        ("before our next meeting", date(2027, 1, 4)),
        ("by the next meeting", date(2027, 1, 5)),
    ],
)
def test_before_the_next_meeting_is_the_day_before_it(words: str, day: date) -> None:
    assert read_date(words, TODAY, next_meeting=date(2027, 1, 5)) == ReadDate(day=day)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "soon",
        "11",
        "may",
        "and",
        "am",
        "a",
        "friends",
        "10am",
        "friday is takeaway night",
        "1/2/3",
        "11/12.26",
    ],
)
def test_other_words_are_no_date(words: str) -> None:
    assert read_date(words, TODAY) is None
    assert not are_date_words(words)


@given(days, days)
def test_a_spoken_day_is_read_back_whatever_today_is(day: date, today: date) -> None:
    figures = (
        f"{day.day}/{day.month}/{day.year}",
        f"{day.day:02}.{day.month:02}.{day.year}",
        day.isoformat(),
    )
    short = f"{WEEKDAYS[day.weekday()][:3]} {day.day} {MONTHS[day.month - 1][:3]} {day.year}".lower()
    for words in (spoken(day), f"by {short}", *figures):
        assert day_read(words, today) == day


@given(days, st.integers(-56, 300))
def test_a_day_spoken_without_its_year_is_read_back(today: date, days_on: int) -> None:
    day = today + timedelta(days=days_on)
    assert day_read(spoken(day, with_year=False), today) == day
    assert day_read(f"{day.day}/{day.month}", today) == day


@given(days, days, st.sampled_from(WEEKDAYS), st.booleans())
def test_a_weekday_that_is_not_the_dates_never_gives_a_day(
    day: date, today: date, weekday: str, with_year: bool
) -> None:
    rest = spoken(day, with_year=with_year).partition(" ")[2]
    read = read_date(f"{weekday} {rest}", today)
    assert read is not None
    assert (read.day is None) != (read.problem is None)
    assert read.day is None or WEEKDAYS[read.day.weekday()] == weekday


@given(st.text(max_size=30), days)
def test_no_words_at_all_break_the_reading(words: str, today: date) -> None:
    read = read_date(words, today)
    assert (read is not None) == are_date_words(words)


@given(st.integers(0, 9999), st.sampled_from("dwmy"), st.sampled_from([date.min, TODAY, date.max]))
def test_no_span_leads_off_the_calendar(number: int, unit: str, today: date) -> None:
    read = read_date(f"{number}{unit}", today)
    assert read is not None
    assert read.problem in (None, "That is too far away.")
