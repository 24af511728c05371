"""Actions, what became of them, and panels."""

from datetime import date

from sqlalchemy import Index, text
from sqlmodel import Field

from db.tables.kept import TEXTS, Kept, at_least, between, exactly_one, of_a_family, one_of, within, yes_or_no
from eymeeting.domain.actions import ActionStatus
from eymeeting.domain.entry import Level
from eymeeting.domain.people import PlanKind


class ActionRow(Kept, table=True):
    """One thing to do, agreed at a meeting or for a panel item. No ``owner``: nobody has taken it yet."""

    __tablename__ = "action"
    __table_args__ = (
        of_a_family(),
        within("meeting"),
        within("panel_item"),
        one_of("status", ActionStatus),
        one_of("visibility_level", Level),
        yes_or_no("after_closing"),
        at_least("budget_pounds", 0),
        exactly_one("meeting", "panel_item"),
    )
    text: str
    area: str
    status: str
    visibility_level: str
    owner: str | None = None
    due: date | None = None
    visibility_to: list[str] | None = Field(default=None, sa_type=TEXTS)
    meeting: str | None = None
    panel_item: str | None = None
    helpers: list[str] | None = Field(default=None, sa_type=TEXTS)
    how_we_will_know: str | None = None
    who_will_ask: str | None = None
    child_words: str | None = None
    budget_pounds: float | None = None
    carried_from: int | None = None
    after_closing: bool | None = None
    not_for: list[str] | None = Field(default=None, sa_type=TEXTS)
    times_not_for: list[str] | None = Field(default=None, sa_type=TEXTS)


class UpdateRow(Kept, table=True):
    """How an action went, told at a meeting, or on a day between meetings (``on``, no meeting)."""

    __tablename__ = "update"
    __table_args__ = (
        of_a_family(),
        within("meeting"),
        within("action"),
        one_of("status", ActionStatus),
    )
    action: str
    status: str
    meeting: str | None = None
    on: date | None = None
    note: str | None = None
    reason: str | None = None
    due: date | None = None
    reassigned_to: str | None = None
    escalate_to: str | None = None
    not_for: list[str] | None = Field(default=None, sa_type=TEXTS)


class PanelItemRow(Kept, table=True):
    """A family's ten minutes at a panel. No ``decision`` while nothing is decided."""

    __tablename__ = "panel_item"
    __table_args__ = (
        of_a_family(),
        yes_or_no("family_told_told"),
        one_of("plan_kind", PlanKind),
        between("level_of_need", 1, 4),
        Index("family_to_tell", "tell_family_by", sqlite_where=text("tell_family_told_on IS NULL")),
        Index("talk_put_off", "carried_to", sqlite_where=text("carried_to IS NOT NULL")),
    )
    on: date
    panel: str
    slot_minutes: int
    brought_by: str
    why_now: str
    family_told_told: bool
    family_told_on: date | None = None
    family_told_by: str | None = None
    family_told_note: str | None = None
    family_told_agencies: list[str] | None = Field(default=None, sa_type=TEXTS)
    question: str | None = None
    decision: str | None = None
    family_wants_you_to_know: str | None = None
    tell_family_who: str | None = None
    tell_family_by: date | None = None
    tell_family_told_on: date | None = None
    carried_to: date | None = None
    plan_kind: str | None = None
    level_of_need: int | None = None
    worker_word: str | None = None
    went_on_because: str | None = None
    kept_empty: list[str] = Field(sa_type=TEXTS)


class KnownRow(Kept, table=True):
    """What one service knows, brought to a panel."""

    __tablename__ = "known"
    __table_args__ = (
        of_a_family(),
        within("panel_item"),
        one_of("visibility_level", Level),
    )
    panel_item: str
    by: str
    text: str
    visibility_level: str
    visibility_to: list[str] | None = Field(default=None, sa_type=TEXTS)
    not_for: list[str] | None = Field(default=None, sa_type=TEXTS)
