"""One family's item on a panel: Family Matters, Team Matters, a monthly list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from eymeeting.domain.entry import Entry, Visibility
from eymeeting.domain.people import PlanKind


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyTold:
    """Whether the family knows that it will be talked about, and to which agencies it said yes."""

    told: bool
    on: date | None = None
    by: str | None = None
    note: str | None = None
    agencies: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TellFamily:
    """Who tells the family what was decided, by when, and when it was done."""

    who: str
    by: date
    told_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelItem(Entry):
    """A family's ten minutes at a panel. No ``decision`` while nothing is decided.

    ``plan_kind``, ``level_of_need`` and ``worker_word`` are as they were that day.
    ``went_on_because`` is why the family was talked of although it had not been told.
    """

    on: date
    panel: str
    slot_minutes: int
    brought_by: str
    why_now: str
    family_told: FamilyTold
    question: str | None = None
    decision: str | None = None
    family_wants_you_to_know: str | None = None
    tell_family: TellFamily | None = None
    carried_to: date | None = None
    plan_kind: PlanKind | None = None
    level_of_need: int | None = None
    worker_word: str | None = None
    went_on_because: str | None = None
    kept_empty: tuple[str, ...] = ()

    @property
    def family_knows(self) -> bool:
        """Whether the family was told beforehand that it would be talked about, or what was decided since."""
        told_since = self.tell_family is not None and self.tell_family.told_on is not None
        return self.family_told.told or told_since


@dataclass(frozen=True, slots=True, kw_only=True)
class Known(Entry):
    """What one service knows, brought to a panel."""

    panel_item: str
    by: str
    text: str
    visibility: Visibility
    not_for: tuple[str, ...] | None = None
