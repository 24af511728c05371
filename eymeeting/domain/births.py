"""When somebody was born: on a day, about then, or how old they are said to be.

An estimate is kept as a day marked as one: of a year only, 1 January; of a
month only, its first day. In words it is never more exact than that, so that
January alone is told as its year.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from eymeeting.domain.consent import age_on
from eymeeting.domain.dates import MONTHS, NUMBER_WORDS, add_months, day_in_words
from eymeeting.domain.past_days import STILL_TO_COME, read_past_date
from eymeeting.domain.text import folded

NOT_A_BIRTH: Final = "A day, such as 11.3.1994, or what is known: about 1994, spring 2019, about 3 years old."
OLDEST: Final = 120
"""Years. Nobody here is said to be older."""

_VERY_LONG_AGO: Final = "That is very long ago. Is the year right?"
_WEEKS_ARE_SAID: Final = 12
"""Weeks of age up to which a baby's age is told in weeks."""

_MONTHS_ARE_SAID: Final = 24

_ABOUT: Final = re.compile(
    r"(?:about|around|roughly|approx(?:imately)?|circa|est(?:imated)?|ca?)(?:\.|(?=[ \d])) *"
)
_NOT_KNOWN: Final = frozenset({"", "?", "not known", "unknown", "don't know", "do not know", "no idea"})
_SEASONS: Final = {"spring": 4, "summer": 7, "autumn": 10, "winter": 12}
_PARTS: Final = {"early": 2, "beginning of": 2, "mid": 7, "middle of": 7, "late": 11, "end of": 11}
_SAID_NUMBERS: Final = {word: number for number, word in enumerate(NUMBER_WORDS, 1)} | {"a": 1, "an": 1}
_NUMBER: Final = rf"(?P<number>\d{{1,3}}|{'|'.join(_SAID_NUMBERS)})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Birth:
    """A date of birth as it was understood, or the plain sentence that says why it was not.

    No ``day`` and no ``problem``: it is not known.
    """

    day: date | None = None
    is_estimated: bool = False
    problem: str | None = None


def read_birth(text: str, today: date) -> Birth:
    """What words for a date of birth mean: “11.3.94”, “about 3 years old”, “about 1994”, “spring 2019”.

    A year, a month or a season is an estimate without being called one. From an
    age follows the year, the month or the week of birth, so that the age told on
    the day is the age that was said.
    """
    words = re.sub(r"-(?=year|month|week|old)", " ", folded(text))
    words = " ".join(words.replace(",", " ").rstrip(". ").split())
    words = words.removeprefix("born ").removeprefix("on ")
    if words in _NOT_KNOWN:
        return Birth()
    about = _ABOUT.match(words)
    rest = words if about is None else words[about.end() :]
    rest = rest.removeprefix("in ").removeprefix("the ")
    for form, read in _ESTIMATES:
        match = form.fullmatch(rest)
        if match is not None:
            return _checked(read(match, today), today)
    exact = read_past_date(rest, today)
    if exact is None:
        return Birth(problem=NOT_A_BIRTH)
    if exact.day is not None and today.year - exact.day.year > OLDEST:
        return Birth(problem=_VERY_LONG_AGO)
    return Birth(day=exact.day, is_estimated=exact.day is not None and rest != words, problem=exact.problem)


def read_month(text: str) -> date | None:
    """The first day of a month with its year, such as “march 2024” or “since March 2024”; ``None`` for other words."""
    words = " ".join(folded(text).replace(",", " ").rstrip(". ").split())
    words = words.removeprefix("since ").removeprefix("in ")
    match = _MONTH_OF_A_YEAR.fullmatch(words)
    return None if match is None else _in_a_month(match, date.min)


def birth_in_words(day: date, *, is_estimated: bool) -> str:
    """A date of birth as people write it: “11 March 1994”, “about March 1994”, “about 1994”."""
    if not is_estimated:
        return day_in_words(day)
    if day.day > 1:
        return f"about {day_in_words(day)}"
    return f"about {day.year}" if day.month == 1 else f"about {MONTHS[day.month - 1]} {day.year}"


def age_in_words(day: date, today: date, *, is_estimated: bool = False) -> str:
    """How old somebody is: “32 years old”, “about 3 years old”; under two years in months, then in weeks.

    Of a baby of whom only the year or the month is known nothing smaller is told.
    """
    weeks = (today - day).days // 7
    months = (today.year - day.year) * 12 + today.month - day.month - (today.day < day.day)
    only_year, only_month = is_estimated and (day.month, day.day) == (1, 1), is_estimated and day.day == 1
    if only_year or months >= _MONTHS_ARE_SAID:
        number, what = age_on(day, today), "year"
    elif only_month or weeks >= _WEEKS_ARE_SAID:
        number, what = months, "month"
    else:
        number, what = weeks, "week"
    if number == 0:
        return f"less than a {what} old"
    return f"{'about ' if is_estimated else ''}{number} {what}{'' if number == 1 else 's'} old"


def _checked(day: date | None, today: date) -> Birth:
    if day is None or today.year - day.year > OLDEST:
        return Birth(problem=_VERY_LONG_AGO)
    if day > today:
        return Birth(problem=STILL_TO_COME)
    return Birth(day=day, is_estimated=True)


def _said_number(match: re.Match[str]) -> int:
    said = match["number"]
    return int(said) if said.isdigit() else _SAID_NUMBERS[said]


def _years_old(match: re.Match[str], today: date) -> date | None:
    return _year(today.year - _said_number(match))


def _months_old(match: re.Match[str], today: date) -> date | None:
    return add_months(today, -_said_number(match)).replace(day=1)


def _weeks_old(match: re.Match[str], today: date) -> date | None:
    return today - timedelta(weeks=_said_number(match))


def _days_old(match: re.Match[str], today: date) -> date | None:
    return today - timedelta(days=_said_number(match))


def _in_a_year(match: re.Match[str], _: date) -> date | None:
    return _year(int(match["year"]))


def _in_a_part(match: re.Match[str], _: date) -> date | None:
    return _year(int(match["year"]), _PARTS[match["part"]])


def _in_a_season(match: re.Match[str], _: date) -> date | None:
    return _year(int(match["year"]), _SEASONS[match["season"]])


def _in_a_month(match: re.Match[str], _: date) -> date | None:
    month = next(at for at, name in enumerate(MONTHS, 1) if name.lower().startswith(match["month"][:3]))
    return _year(int(match["year"]), month)


def _year(year: int, month: int = 1) -> date | None:
    return date(year, month, 1) if year > 0 else None


_OLD: Final = "(?: old| of age)?"
_YEAR: Final = r"(?P<year>\d{4})"
_MONTH: Final = "|".join(name[:length].lower() for name in MONTHS for length in range(len(name), 2, -1))
_MONTH_OF_A_YEAR: Final = re.compile(rf"(?P<month>{_MONTH})\.?(?: of)? {_YEAR}")
_ESTIMATES: Final[tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], date | None]], ...]] = (
    (re.compile(rf"(?:aged? )?{_NUMBER}"), _years_old),
    (re.compile(rf"{_NUMBER} ?(?:y|yrs?|years?){_OLD}"), _years_old),
    (re.compile(rf"{_NUMBER} ?(?:m|mths?|months?){_OLD}"), _months_old),
    (re.compile(rf"{_NUMBER} ?(?:w|wks?|weeks?){_OLD}"), _weeks_old),
    (re.compile(rf"{_NUMBER} ?(?:d|days?){_OLD}"), _days_old),
    (re.compile(_YEAR), _in_a_year),
    (re.compile(rf"(?P<part>{'|'.join(_PARTS)})[ -]{_YEAR}"), _in_a_part),
    (re.compile(rf"(?P<season>{'|'.join(_SEASONS)})(?: of)? {_YEAR}"), _in_a_season),
    (_MONTH_OF_A_YEAR, _in_a_month),
)
