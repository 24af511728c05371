"""What day and time it is, as the product sees it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time

from eymeeting.domain.problems import Problem

TODAY = "EYMEETING_TODAY"
"""The environment variable that sets today, as ``2026-11-22``."""

_YEARS = range(2000, 2200)
"""Outside these no family meets, and not every computer knows its own time zone."""


class WrongToday(Problem):
    """The day set from outside is not a day."""


class Clock:
    """The computer's clock; with ``fixed`` that day with the computer's time of day."""

    def __init__(self, fixed: date | None = None) -> None:
        self._fixed = fixed

    def today(self) -> date:
        """The day at the centre."""
        return self.now().date()

    def now(self) -> datetime:
        """The moment, with the local time zone."""
        now = datetime.now().astimezone()
        if self._fixed is None:
            return now
        return datetime.combine(
            self._fixed, time(now.hour, now.minute, now.second, now.microsecond)
        ).astimezone()


def clock_from(environment: Mapping[str, str]) -> Clock:
    """The clock that the environment asks for.

    Raises:
        WrongToday: ``EYMEETING_TODAY`` is set to something that is not a day of our times.
    """
    given = environment.get(TODAY, "").strip()
    if not given:
        return Clock()
    try:
        today = date.fromisoformat(given)
    except ValueError:
        today = None
    if today is None or today.year not in _YEARS:
        raise WrongToday(f"{TODAY} must be a day such as 2026-11-22.")
    return Clock(today)
