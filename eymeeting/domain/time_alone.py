"""The time a family has on its own: since when, how long it asked for, and how that is told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

LENGTHS: Final[tuple[int, ...]] = (10, 20, 30, 45, 60, 90)
"""Minutes that are offered; no length at all is always offered, and comes first."""

_HOUR: Final = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeAlone:
    """Since when a family has been on its own, and the minutes agreed, if any were."""

    since: datetime
    agreed: int | None = None

    def had(self, now: datetime) -> int:
        """Whole minutes so far; none where the clock was set back."""
        return max(0, int((now - self.since).total_seconds()) // 60)


def as_kept(time: TimeAlone) -> str:
    """The time in one line, for the file."""
    return f"{time.since.isoformat(timespec='seconds')} {time.agreed or ''}".strip()


def as_read(kept: str) -> TimeAlone | None:
    """The time from such a line; nothing where it is none."""
    since, _, agreed = kept.strip().partition(" ")
    try:
        return TimeAlone(since=datetime.fromisoformat(since), agreed=int(agreed) if agreed else None)
    except ValueError:
        return None


def on_the_clock(minutes: int) -> str:
    """Minutes as a clock shows them: “0:23”."""
    return f"{minutes // _HOUR}:{minutes % _HOUR:02d}"


def length(minutes: int) -> str:
    """Minutes in words: “20 minutes”, “an hour”, “an hour and 30 minutes”."""
    hours, rest = divmod(minutes, _HOUR)
    hour = {0: "", 1: "an hour"}.get(hours, f"{hours} hours")
    minute = "1 minute" if rest == 1 else f"{rest} minutes"
    return minute if not hours else hour if not rest else f"{hour} and {minute}"


def told(time: TimeAlone, now: datetime) -> str:
    """What a family reads of its time; it is never hurried."""
    if time.agreed is None:
        return "Take all the time you need."
    left = time.agreed - time.had(now)
    if left > 0:
        return f"You asked for {length(time.agreed)}."
    return f"You asked for {length(time.agreed)}, and have had them. Take the time you need."
