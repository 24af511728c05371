"""Days in forms, as somebody types them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from eymeeting.domain.births import read_month
from eymeeting.domain.date_words import ReadDate, read_date
from eymeeting.domain.dates import Calendar, how_far, remarks, spoken
from eymeeting.domain.past_days import STILL_TO_COME, read_past_date


@dataclass(frozen=True, slots=True, kw_only=True)
class DayRead:
    """What was typed for a day: the day, what is told of it, or why there is none."""

    day: date | None = None
    understood: str = ""
    problem: str = ""


def coming_day(typed: str, today: date, calendar: Calendar) -> DayRead:
    """A day that is still to come; what is odd about it is told and not forbidden."""
    read = _told(read_date(typed, today), today, "tue 12 jan, or 6w")
    if read.day is None:
        return read
    told = " ".join([f"{read.understood}.", *remarks(read.day, today, calendar)])
    return DayRead(day=read.day, understood=told)


def past_day(typed: str, today: date) -> DayRead:
    """A day that has been, today among them."""
    return _told(read_past_date(typed, today), today, "12 march")


def past_day_or_month(typed: str, today: date) -> DayRead:
    """A day that has been; a month with its year is its first day, as of a birth."""
    first = read_month(typed)
    if first is None:
        return past_day(typed, today)
    if first > today:
        return DayRead(problem=STILL_TO_COME)
    return DayRead(day=first, understood=f"{spoken(first)}, {how_far(first, today)}")


def past_or_coming_day(typed: str, today: date) -> DayRead:
    """A day that has been, or where the words mean none, one that is to come."""
    read = past_day_or_month(typed, today)
    return read if read.day is not None else any_day(typed, today)


def any_day(typed: str, today: date) -> DayRead:
    """A day as it is said, most often one to come."""
    return _told(read_date(typed, today), today, "12 march")


def _told(read: ReadDate | None, today: date, such_as: str) -> DayRead:
    if read is None or read.day is None:
        problem = None if read is None else read.problem
        return DayRead(problem=problem or f"Write the day as you would say it: {such_as}.")
    return DayRead(day=read.day, understood=f"{spoken(read.day)}, {how_far(read.day, today)}")
