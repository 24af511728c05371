"""The trail as it is kept: marks of what was done, and who sat at a keyboard when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class TrailMark:
    """A line of the trail as it is kept. ``at`` has a time zone, that of the centre.

    ``kind`` and ``entry`` are empty where it is about no entry. ``was_there`` and
    ``is_there`` say whether the entry stood before and after; ``is_same`` that
    nothing of it had changed.
    """

    number: int
    at: datetime
    who: str
    what: str
    kind: str = ""
    entry: str = ""
    was_there: bool = False
    is_there: bool = False
    is_same: bool = False

    @property
    def act(self) -> str:
        """What was done: ``added``, ``changed``, ``removed``, nothing, or what the trail itself calls it."""
        if self.what != "ended writing":
            return "changed" if self.what == "began writing" else self.what
        if self.is_same:
            return ""
        return "added" if not self.was_there else "changed" if self.is_there else "removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class SatDown:
    """Somebody was at a meeting's keyboard from a moment on. ``was_left``: they ended it by themselves."""

    meeting: str
    began: datetime
    was_left: bool
