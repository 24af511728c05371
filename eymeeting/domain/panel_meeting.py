"""A panel that looks at several families in turn: Family Matters, Team Matters, a monthly list.

It holds references alone. What is said of a family stands with that family, in
its own panel item, so that nothing of one family can come before another.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

PANEL_STEP: Final = "panel"
"""The step of a place that is at a panel, not at a meeting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """Somebody who sits at a panel, by name, job and service. ``is_here``: they came."""

    name: str
    role: str
    agency: str
    is_chair: bool = False
    is_here: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A family's place in the order: its reference, its panel item, the planned minutes and the seconds spent."""

    family: str
    panel_item: str
    minutes: int
    seconds: int = 0
    is_over: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelMeeting:
    """One sitting of a panel. Times are local wall time, ``HH:MM``. Not ``ended``: it is planned, or under way."""

    id: str
    name: str
    on: date
    start: str
    venue: str = ""
    ended: str | None = None
    seats: tuple[Seat, ...] = ()
    slots: tuple[Slot, ...] = ()

    @property
    def chair(self) -> Seat | None:
        """Who is in the chair, once somebody is."""
        return next((each for each in self.seats if each.is_chair), None)

    def slot(self, family: str) -> Slot | None:
        """A family's place in the order, or nothing."""
        return next((each for each in self.slots if each.family == family), None)

    @property
    def planned_minutes(self) -> int:
        """The minutes of all families together."""
        return sum(each.minutes for each in self.slots)


@dataclass(frozen=True, slots=True, kw_only=True)
class PackHeld:
    """A council's words as meetings were held under them: their fingerprint, name, version and text."""

    fingerprint: str
    name: str
    version: str
    text: str
