"""The time somebody has spent at one thing, as far as it is not kept yet."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime


class TimeSpent:
    """Counts from when it is made. ``now`` is asked for the time; a break does not count."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._since = now()
        self._break_since: datetime | None = None

    def seconds(self) -> int:
        """Whole seconds that are not kept yet, never fewer than none."""
        return max(0, int((self._until - self._since).total_seconds()))

    def start_anew(self) -> None:
        """What was spent so far is kept: from here it counts from nothing."""
        self._since = self._until

    def take_a_break(self) -> None:
        """From here it does not count; a break within a break is the same one."""
        self._break_since = self._break_since or self._now()

    def end_break(self) -> None:
        """It goes on from where it stood."""
        if self._break_since is not None:
            self._since += self._now() - self._break_since
            self._break_since = None

    @property
    def _until(self) -> datetime:
        return self._break_since or self._now()
