"""A day and a time said in one go: “tue 12 jan 2pm”."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from eymeeting.domain.date_words import ReadDate, read_date
from eymeeting.domain.times import read_time


def read_day_and_time(said: str, today: date) -> tuple[ReadDate | None, str | None]:
    """The day, as ``read_date`` reads it, and the time behind it as ``HH:MM`` where one was said, too."""
    whole = read_date(said, today)
    if whole is not None and whole.day is not None:
        return whole, None
    for day, time in with_a_time(said):
        read = read_date(day.removesuffix(" at"), today)
        if read is not None and read.day is not None:
            return read, time
    return whole, None


def with_a_time(said: str) -> Iterator[tuple[str, str]]:
    """Each way to part the words into those of a day and a time behind them, as ``HH:MM``; the shortest time first."""
    words = said.replace(",", " ").split()
    for at in range(len(words) - 1, 0, -1):
        time = read_time(" ".join(words[at:]))
        if time is not None:
            yield " ".join(words[:at]), time
