"""Panels over several families, and the packs that meetings were held under. No family owns these.

A panel holds references to families and to their items alone: what is said of a
family at a panel stands with that family.
"""

from datetime import date

from sqlalchemy import ForeignKeyConstraint
from sqlmodel import Field, SQLModel

from db.tables.kept import at_least, yes_or_no


class PanelRow(SQLModel, table=True):
    """One sitting of a panel: its name, its day, and when it began and ended. Times are local wall time, ``HH:MM``."""

    __tablename__ = "panel"
    id: str = Field(primary_key=True)
    name: str
    on: date
    start: str
    venue: str
    ended: str | None = None


class PanelSeatRow(SQLModel, table=True):
    """Somebody who sits at a panel, by name, job and service as in the list of colleagues."""

    __tablename__ = "panel_seat"
    __table_args__ = (
        ForeignKeyConstraint(["panel"], ["panel.id"], ondelete="CASCADE"),
        yes_or_no("is_chair"),
        yes_or_no("is_here"),
    )
    panel: str = Field(primary_key=True)
    position: int = Field(primary_key=True)
    name: str
    role: str
    agency: str
    is_chair: bool
    is_here: bool


class PanelSlotRow(SQLModel, table=True):
    """A family's place in a panel's order: which family, which item of it, and the seconds it took."""

    __tablename__ = "panel_slot"
    __table_args__ = (
        ForeignKeyConstraint(["panel"], ["panel.id"], ondelete="CASCADE"),
        ForeignKeyConstraint(["family"], ["family.id"], ondelete="CASCADE"),
        at_least("seconds", 0),
        at_least("minutes", 1),
        yes_or_no("is_over"),
    )
    panel: str = Field(primary_key=True)
    family: str = Field(primary_key=True)
    position: int
    panel_item: str
    minutes: int
    seconds: int
    is_over: bool


class PackHeldRow(SQLModel, table=True):
    """A council's words as they were when meetings were held under them, by their fingerprint."""

    __tablename__ = "pack_held"
    fingerprint: str = Field(primary_key=True)
    name: str
    version: str
    text: str
