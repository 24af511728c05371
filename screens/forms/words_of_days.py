"""Days and times in forms: as they stand, and as somebody types them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from eymeeting.domain.date_words import read_date
from eymeeting.domain.dates import Calendar, how_far, remarks, spoken


@dataclass(frozen=True, slots=True, kw_only=True)
class DayRead:
    """What was typed for a day: the day, what is told of it, or why there is none."""

    day: date | None = None
    understood: str = ""
    problem: str = ""


def coming_day(typed: str, today: date, calendar: Calendar) -> DayRead:
    """A day that is still to come; what is odd about it is told and not forbidden."""
    read = read_date(typed, today)
    if read is None or read.day is None:
        return DayRead(
            problem=(read.problem if read else "") or "Write the day as you would say it: tue 12 jan, or 6w."
        )
    told = " ".join([f"{spoken(read.day)}, {how_far(read.day, today)}.", *remarks(read.day, today, calendar)])
    return DayRead(day=read.day, understood=told)
