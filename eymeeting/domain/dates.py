"""Days as people say and count them. Every date is a plain day, without a time or a zone."""

from __future__ import annotations

import calendar as months_of_years
from datetime import date, timedelta
from typing import Final, Protocol

WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
NUMBER_WORDS: Final = (
    *("one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
_SATURDAY: Final = 5
_ONE_DAY: Final = timedelta(days=1)


class Calendar(Protocol):
    """Knows the bank holidays."""

    def bank_holiday(self, day: date) -> str | None:
        """The name of the bank holiday on that day, or ``None``."""
        ...


def spoken(day: date, *, with_year: bool = True) -> str:
    """A day as people say it: “Friday 11 December 2026”."""
    year = f" {day.year}" if with_year else ""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}{year}"


def day_in_words(day: date) -> str:
    """A date as people write it, as in 22 November 2026."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def spoken_near(day: date, today: date) -> str:
    """A day as people say it, with the year only when it is not this year's."""
    return spoken(day, with_year=day.year != today.year)


def how_far(day: date, today: date) -> str:
    """How far off a day is: “today”, “in 19 days”, “in 6 weeks”, “3 days ago”.

    Whole weeks are told in weeks. From four weeks on, other lengths are told as
    “about” so many weeks, from three months on as months, from two years on as years.
    """
    days = (day - today).days
    near = {0: "today", 1: "tomorrow", -1: "yesterday"}.get(days)
    if near is not None:
        return near
    length = _length(abs(days))
    return f"in {length}" if days > 0 else f"{length} ago"


def _length(days: int) -> str:
    if days == 7:
        return "a week"
    if days % 7 == 0 and days < 91:
        return f"{days // 7} weeks"
    if days < 28:
        return f"{days} days"
    if days < 91:
        return f"about {round(days / 7)} weeks"
    if days < 730:
        return f"about {round(days / 30.44)} months"
    return f"about {round(days / 365.25)} years"


def remarks(day: date, today: date, calendar: Calendar) -> tuple[str, ...]:
    """What is worth saying about a day somebody has named. None of it forbids the day."""
    found: list[str] = []
    if day < today:
        found.append("That day has passed.")
    if day.weekday() >= _SATURDAY:
        found.append(f"That is a {WEEKDAYS[day.weekday()]}.")
    holiday = calendar.bank_holiday(day)
    if holiday is not None:
        article = "the " if holiday.endswith("bank holiday") or " of " in holiday else ""
        found.append(f"That is {article}{holiday}.")
    return tuple(found)


def is_working_day(day: date, calendar: Calendar) -> bool:
    """Whether a day is neither at a weekend nor a bank holiday."""
    return day.weekday() < _SATURDAY and calendar.bank_holiday(day) is None


def working_days_after(day: date, number: int, calendar: Calendar) -> date:
    """The working day that many working days after a day, which does not count itself.

    With 0: the day itself when it is a working day, otherwise the next one that is.

    Raises:
        ValueError: the number is below 0.
    """
    if number < 0:
        raise ValueError("Working days are counted forwards.")
    reached = day
    left = number
    while left or not is_working_day(reached, calendar):
        reached += _ONE_DAY
        if left and is_working_day(reached, calendar):
            left -= 1
    return reached


def add_months(day: date, number: int) -> date:
    """The same day of the month so many months on, or the last day of a shorter month.

    Raises:
        OverflowError: the day would lie outside the calendar.
    """
    months = day.year * 12 + day.month - 1 + number
    year, month = months // 12, months % 12 + 1
    if not date.min.year <= year <= date.max.year:
        raise OverflowError("That is too far away.")
    return date(year, month, min(day.day, days_in_month(year, month)))


def days_in_month(year: int, month: int) -> int:
    """28 to 31."""
    return months_of_years.monthrange(year, month)[1]
