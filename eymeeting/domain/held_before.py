"""When a meeting was held that is typed in from paper afterwards."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from eymeeting.domain.day_and_time import with_a_time
from eymeeting.domain.past_days import read_past_date


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldBefore:
    """The day and the local wall time, or the sentence that says what is missing."""

    on: date | None = None
    start: str | None = None
    problem: str = ""


def held_before(said: str, today: date) -> HeldBefore:
    """Read “12 nov, 10am” or “tuesday 1.30pm”, said on ``today``: a day that has been, then a time."""
    for words, time in with_a_time(said):
        day = read_past_date(words, today)
        if day is not None:
            if day.day is None:
                return HeldBefore(problem=day.problem or "")
            return HeldBefore(on=day.day, start=time)
    return HeldBefore(problem="Write the day and the time: 12 nov, 10am.")
