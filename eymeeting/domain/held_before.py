"""When a meeting was held that is typed in from paper afterwards."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from eymeeting.domain.past_days import read_past_date
from eymeeting.domain.times import read_time


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldBefore:
    """The day and the local wall time, or the sentence that says what is missing."""

    on: date | None = None
    start: str | None = None
    problem: str = ""


def held_before(said: str, today: date) -> HeldBefore:
    """Read “12 nov, 10am” or “tuesday 1.30pm”, said on ``today``: a day that has been, then a time."""
    words = said.replace(",", " ").split()
    for at in range(len(words) - 1, 0, -1):
        time = read_time(" ".join(words[at:]))
        day = read_past_date(" ".join(words[:at]), today)
        if time is not None and day is not None:
            if day.day is None:
                return HeldBefore(problem=day.problem or "")
            return HeldBefore(on=day.day, start=time)
    return HeldBefore(problem="Write the day and the time: 12 nov, 10am.")
