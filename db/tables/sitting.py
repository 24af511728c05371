"""What the app itself needs: where a meeting was left, half-typed lines, the trail, and finding a family."""

from __future__ import annotations

from sqlalchemy import Index
from sqlmodel import Field, SQLModel


class SittingRow(SQLModel, table=True):
    """Somebody at the keyboard of a meeting. ``left_at`` is empty while it goes on, or was cut short."""

    __tablename__ = "sitting"
    __table_args__ = (Index("sitting_of_meeting", "family", "meeting"),)
    id: int | None = Field(default=None, primary_key=True)
    family: str = Field(foreign_key="family.id", ondelete="CASCADE")
    meeting: str
    keyboard: str
    step: str
    field: str = ""
    cursor: int = 0
    began_at: str
    left_at: str | None = None


class DraftRow(SQLModel, table=True):
    """A line that is not finished, by the place it is typed in."""

    __tablename__ = "draft"
    place: str = Field(primary_key=True)
    text: str
    cursor: int = 0


class TrailRow(SQLModel, table=True):
    """One line of the trail: who did what to which entry, never the words themselves.

    ``before`` and ``after`` are keyed fingerprints; ``link`` chains each line to the one before.
    """

    __tablename__ = "trail"
    number: int | None = Field(default=None, primary_key=True)
    at: str
    who: str
    family: str
    what: str
    kind: str
    entry: str
    before: str | None = None
    after: str | None = None
    link: str


class TrailKeyRow(SQLModel, table=True):
    """The key of a family's fingerprints. Erasing it leaves nothing to guess at."""

    __tablename__ = "trail_key"
    family: str = Field(primary_key=True, foreign_key="family.id", ondelete="CASCADE")
    key: bytes


class FindableRow(SQLModel, table=True):
    """What a family can be found by, folded for searching."""

    __tablename__ = "findable"
    family: str = Field(primary_key=True, foreign_key="family.id", ondelete="CASCADE")
    words: str
