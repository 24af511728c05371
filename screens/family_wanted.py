"""What a family's place gives back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class ToMeeting:
    """A meeting is wanted: this one, or where there is none, a new one. To ``look`` begins nothing."""

    meeting: str | None
    way: Literal["begin", "look"] = "begin"
