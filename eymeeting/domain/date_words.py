"""Reading a date as people in England say it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from eymeeting.domain.dates import MONTHS, NUMBER_WORDS, WEEKDAYS, add_months, days_in_month, spoken
from eymeeting.domain.text import folded

STILL_MEANT: Final = timedelta(weeks=8)
"""How long past a day and month without a year may lie and still mean the day that has passed."""

MOST_WORDS: Final = 8
"""The words of the longest date: “by Friday the 11th of December 2026”, and one to spare."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadDate:
    """What date words mean: a day, or the plain sentence that says why there is none."""

    day: date | None = None
    problem: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Now:
    today: date
    next_meeting: date | None


def read_date(text: str, today: date, *, next_meeting: date | None = None) -> ReadDate | None:
    """The day that words mean, said on ``today``; ``None`` when they are not date words.

    Days come before months: 3/7 is 3 July. A weekday alone is the next such day after
    today, ``this friday`` may be today, ``next friday`` is in the week (Monday to Sunday)
    after this one, and ``next week`` is today in a week. A day and month without a year is
    the next such day from today on; one that lies up to eight weeks back is that day, so
    that a plan is never put off by a year unseen. ``before the next meeting`` is the day before it.

    A weekday that is not the date's, a day that no month has and a next meeting
    that has no date give no day but a sentence.
    """
    typed = _tidied(text)
    now = _Now(today=today, next_meeting=next_meeting)
    for form, read in _FORMS:
        match = form.fullmatch(typed)
        if match is not None:
            try:
                return read(match, now)
            except OverflowError:
                return ReadDate(problem="That is too far away.")
    return None


def are_date_words(text: str) -> bool:
    """Whether words are meant as a date, also one that does not exist."""
    typed = _tidied(text)
    return any(form.fullmatch(typed) for form, _ in _FORMS)


def _tidied(text: str) -> str:
    return " ".join(folded(text).replace(",", " ").rstrip(". ").split())


def _one_of(names: tuple[str, ...], *also: str) -> str:
    """A pattern for names from their first three letters on."""
    starts = [name[:length].lower() for name in names for length in range(len(name), 2, -1)]
    return "|".join((*also, *starts))


_WEEKDAY: Final = rf"(?P<weekday>{_one_of(WEEKDAYS, 'weds')})\.?"
_MONTH: Final = rf"(?P<month>{_one_of(MONTHS)})\.?"
_DAY: Final = r"(?P<day>\d{1,2})(?: ?(?:st|[nr]d|th))?"
_YEAR: Final = r"(?P<year>\d{4}|'?\d\d)"
_MAYBE_BY: Final = r"(?:by |on |by the |on the |the )?"
_NUMBERS: Final = {"a": 1, "an": 1, "a couple of": 2} | {
    word: number for number, word in enumerate(NUMBER_WORDS, 1)
}
_FRIDAY: Final = 4
_DAYS_IN: Final = {"d": 1, "w": 7, "f": 14}
_LONG_UNIT: Final = "days?|weeks?|fortnights?|months?|years?"
_SPAN: Final = (
    rf"(?:(?:with)?in )?(?P<number>{'|'.join(_NUMBERS)}) (?P<unit>{_LONG_UNIT})(?:'s?)?"
    "(?: time| from now| from today| today)?"
)
_SPAN_IN_FIGURES: Final = (
    rf"(?:(?:with)?in )?(?P<number>\d{{1,4}}) ?(?P<unit>[dwmy]|wks?|mths?|yrs?|{_LONG_UNIT})(?:'s?)?"
    "(?: time| from now| from today| today)?"
)


def _weekday(match: re.Match[str]) -> int:
    return next(at for at, name in enumerate(WEEKDAYS) if name.lower().startswith(match["weekday"][:3]))


def _month(match: re.Match[str]) -> int:
    return next(at for at, name in enumerate(MONTHS, 1) if name.lower().startswith(match["month"]))


def _span(match: re.Match[str], now: _Now) -> ReadDate:
    number = int(match["number"]) if match["number"].isdigit() else _NUMBERS[match["number"]]
    unit = match["unit"][0]
    if unit in _DAYS_IN:
        return ReadDate(day=now.today + timedelta(days=number * _DAYS_IN[unit]))
    return ReadDate(day=add_months(now.today, number * (12 if unit == "y" else 1)))


def _coming(match: re.Match[str], now: _Now) -> ReadDate:
    ahead = (_weekday(match) - now.today.weekday()) % 7
    return ReadDate(day=now.today + timedelta(days=ahead or 7))


def _this(match: re.Match[str], now: _Now) -> ReadDate:
    return ReadDate(day=now.today + timedelta(days=(_weekday(match) - now.today.weekday()) % 7))


def _next(match: re.Match[str], now: _Now) -> ReadDate:
    monday = now.today - timedelta(days=now.today.weekday())
    return ReadDate(day=monday + timedelta(days=7 + _weekday(match)))


def _week_after_coming(match: re.Match[str], now: _Now) -> ReadDate:
    ahead = (_weekday(match) - now.today.weekday()) % 7
    return ReadDate(day=now.today + timedelta(days=(ahead or 7) + 7))


def _end_of_week(match: re.Match[str], now: _Now) -> ReadDate:
    friday = now.today + timedelta(days=_FRIDAY - now.today.weekday())
    if match["next"] or friday < now.today:
        friday += timedelta(days=7)
    return ReadDate(day=friday)


def _end_of_month(match: re.Match[str], now: _Now) -> ReadDate:
    month = add_months(now.today.replace(day=1), 1 if match["next"] else 0)
    return ReadDate(day=month.replace(day=days_in_month(month.year, month.month)))


def _next_meeting(match: re.Match[str], now: _Now) -> ReadDate:
    if now.next_meeting is None:
        return ReadDate(problem="The date of the next meeting is not known yet.")
    return ReadDate(day=now.next_meeting - timedelta(days=1 if match["before"] else 0))


def _in_words(match: re.Match[str], now: _Now) -> ReadDate:
    return _day_and_month(match, now, month=_month(match))


def _in_figures(match: re.Match[str], now: _Now) -> ReadDate:
    day, month = int(match["day"]), int(match["month"])
    if month in range(1, 13):
        return _day_and_month(match, now, month=month)
    if day in range(1, 13) and month in range(13, 32):
        return ReadDate(problem=f"There is no month {month}. The day comes first: {month}/{day}.")
    return ReadDate(problem=f"There is no month {month}.")


def _iso(match: re.Match[str], _: _Now) -> ReadDate:
    try:
        return ReadDate(day=date.fromisoformat(match["date"]))
    except ValueError:
        return ReadDate(problem=f"There is no day {match['date']}.")


def _day_and_month(match: re.Match[str], now: _Now, *, month: int) -> ReadDate:
    number = int(match["day"])
    written = match["year"]
    if written is None:
        day = _nearest(number, month, now.today)
    else:
        year = int(written) if len(written) == 4 else 2000 + int(written.lstrip("'"))
        day = _day_of(year, month, number)
    named = f"{number} {MONTHS[month - 1]}"
    if day is None:
        in_year = f" in {year}" if written is not None else ""
        return ReadDate(problem=f"There is no {named}{in_year}.")
    return _with_weekday(match, day, named if written is None else f"{named} {day.year}")


def _of_a_month(match: re.Match[str], now: _Now) -> ReadDate:
    number = int(match["day"])
    first = now.today.replace(day=1)
    for months in range(3):
        month = add_months(first, months)
        day = _day_of(month.year, month.month, number)
        if day is not None and day >= now.today:
            return _with_weekday(match, day, spoken(day, with_year=False).partition(" ")[2])
    return ReadDate(problem=f"No month has a day {number}.")


def _with_weekday(match: re.Match[str], day: date, named: str) -> ReadDate:
    if match.groupdict().get("weekday") is None or _weekday(match) == day.weekday():
        return ReadDate(day=day)
    said = WEEKDAYS[_weekday(match)]
    return ReadDate(problem=f"{named} is a {WEEKDAYS[day.weekday()]}, not a {said}.")


def _nearest(number: int, month: int, today: date) -> date | None:
    """The day from eight weeks back on; none when no year has it. A leap day may be eight years off."""
    for year in range(today.year - 1, min(today.year + 9, date.max.year + 1)):
        day = _day_of(year, month, number)
        if day is not None and today - day <= STILL_MEANT:
            return day
    return None


def _day_of(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None


def _form(pattern: str) -> re.Pattern[str]:
    return re.compile(_MAYBE_BY + pattern)


_Reader = Callable[[re.Match[str], _Now], ReadDate]
_FORMS: Final[tuple[tuple[re.Pattern[str], _Reader], ...]] = (
    (_form("today"), lambda _, now: ReadDate(day=now.today)),
    (_form("tomorrow"), lambda _, now: ReadDate(day=now.today + timedelta(days=1))),
    (_form("day after tomorrow"), lambda _, now: ReadDate(day=now.today + timedelta(days=2))),
    (_form("next week"), lambda _, now: ReadDate(day=now.today + timedelta(days=7))),
    (_form("next month"), lambda _, now: ReadDate(day=add_months(now.today, 1))),
    (_form(_WEEKDAY), _coming),
    (_form(f"this(?: coming)? {_WEEKDAY}"), _this),
    (_form(f"next {_WEEKDAY}"), _next),
    (_form(f"{_WEEKDAY} week"), _week_after_coming),
    (_form(f"a week on {_WEEKDAY}"), _week_after_coming),
    (_form(_SPAN), _span),
    (_form(_SPAN_IN_FIGURES), _span),
    (_form(rf"(?:{_WEEKDAY} )?(?:the )?{_DAY}(?: of)? ?{_MONTH}(?: {_YEAR})?"), _in_words),
    (_form(rf"(?:{_WEEKDAY} )?{_MONTH} (?:the )?{_DAY}(?: {_YEAR})?"), _in_words),
    (_form(rf"(?:{_WEEKDAY} )?{_DAY}(?P<mark>[/.-])(?P<month>\d{{1,2}})(?:(?P=mark){_YEAR})?"), _in_figures),
    (_form(r"(?P<date>\d{4}-\d\d-\d\d)"), _iso),
    (_form(rf"{_WEEKDAY} (?:the )?{_DAY}"), _of_a_month),
    (_form(r"(?P<day>\d{1,2})(?:st|[nr]d|th)"), _of_a_month),
    (_form("end of (?:the |this |(?P<next>next ))?week"), _end_of_week),
    (_form("(?:end of (?:the |this |(?P<next>next ))?month|month end)"), _end_of_month),
    (_form("(?:at )?(?P<before>before )?(?:the |our )?next meeting"), _next_meeting),
)
