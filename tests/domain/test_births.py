from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eymeeting.domain.births import NOT_A_BIRTH, Birth, age_in_words, birth_in_words, read_birth
from eymeeting.domain.consent import age_on

TODAY = date(2026, 11, 22)
TODAYS = st.dates(date(2001, 1, 1), date(2090, 12, 31))


@pytest.mark.parametrize(
    ("said", "told", "age"),
    [
        ("11.3.94", "11 March 1994", "32 years old"),
        ("born on 11 March 1994", "11 March 1994", "32 years old"),
        ("3 dec", "3 December 2025", "11 months old"),
        ("20 nov", "20 November 2026", "less than a week old"),
        ("12 oct", "12 October 2026", "5 weeks old"),
    ],
)
def test_a_birthday_that_is_known_is_exact(said: str, told: str, age: str) -> None:
    birth = read_birth(said, TODAY)
    assert birth.day is not None
    assert not birth.is_estimated
    assert birth_in_words(birth.day, is_estimated=False) == told
    assert age_in_words(birth.day, TODAY) == age


@pytest.mark.parametrize(
    ("said", "told", "age"),
    [
        ("about 3 years old", "about 2023", "about 3 years old"),
        ("about 3", "about 2023", "about 3 years old"),
        ("3-year-old", "about 2023", "about 3 years old"),
        ("a year old", "about 2025", "about 1 year old"),
        ("two years", "about 2024", "about 2 years old"),
        ("about 8 months old", "about March 2026", "about 8 months old"),
        ("6 weeks", "about 11 October 2026", "about 6 weeks old"),
        ("about 1994", "about 1994", "about 32 years old"),
        ("1994", "about 1994", "about 32 years old"),
        ("c1994", "about 1994", "about 32 years old"),
        ("c. 1994", "about 1994", "about 32 years old"),
        ("March 1994", "about March 1994", "about 32 years old"),
        ("spring 2019", "about April 2019", "about 7 years old"),
        ("winter of 2019", "about December 2019", "about 6 years old"),
        ("early 2019", "about February 2019", "about 7 years old"),
        ("about 11 march 1994", "about 11 March 1994", "about 32 years old"),
        ("0", "about 2026", "less than a year old"),
    ],
)
def test_what_is_only_about_right_is_an_estimate_and_told_as_one(said: str, told: str, age: str) -> None:
    birth = read_birth(said, TODAY)
    assert birth.day is not None
    assert birth.is_estimated
    assert birth_in_words(birth.day, is_estimated=True) == told
    assert age_in_words(birth.day, TODAY, is_estimated=True) == age


@pytest.mark.parametrize("said", ["", "?", "not known", "Unknown"])
def test_a_birthday_may_not_be_known(said: str) -> None:
    assert read_birth(said, TODAY) == Birth()


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("2027", "That day is still to come."),
        ("spring 2027", "That day is still to come."),
        ("3 dec 2026", "That day is still to come."),
        ("130 years old", "That is very long ago. Is the year right?"),
        ("11.3.1850", "That is very long ago. Is the year right?"),
        ("1800", "That is very long ago. Is the year right?"),
        ("30.2.2020", "There is no 30 February in 2020."),
        ("when the clocks changed", NOT_A_BIRTH),
    ],
)
def test_what_cannot_be_a_birthday_is_said_why(said: str, why: str) -> None:
    assert read_birth(said, TODAY) == Birth(problem=why)


@settings(max_examples=100)
@given(TODAYS, st.integers(0, 40_000), st.booleans())
def test_a_birth_read_back_from_its_own_words_is_the_same(today: date, days: int, is_estimated: bool) -> None:
    born = today - timedelta(days=days)
    read = read_birth(birth_in_words(born, is_estimated=is_estimated), today)
    assert (read.day, read.is_estimated) == (born, is_estimated)


@settings(max_examples=60)
@given(TODAYS, st.integers(0, 115))
def test_the_age_told_on_the_day_is_the_age_that_was_said(today: date, years: int) -> None:
    birth = read_birth(f"about {years} years old", today)
    assert birth.day is not None
    assert age_on(birth.day, today) == years
    if years:
        assert f"about {years} year" in age_in_words(birth.day, today, is_estimated=True)


@settings(max_examples=60)
@given(TODAYS, st.integers(1, 23))
def test_months_said_are_the_months_that_have_passed(today: date, months: int) -> None:
    birth = read_birth(f"{months} months old", today)
    assert birth.day is not None
    assert (today.year - birth.day.year) * 12 + today.month - birth.day.month == months


@settings(max_examples=100)
@given(TODAYS, st.text(alphabet="0123456789 /.-abcegilmnoprstuwy", max_size=18))
def test_no_words_make_a_birthday_to_come(today: date, text: str) -> None:
    birth = read_birth(text, today)
    assert birth.day is None or (birth.day <= today and birth.problem is None)
    assert birth.day is not None or not birth.is_estimated
