"""How each family stands, worked out from the whole of it so that Home's lists need not be."""

from datetime import date

from sqlalchemy import Index, text
from sqlmodel import Field, SQLModel


class StandingRow(SQLModel, table=True):
    """A family's standing. ``dues`` is a list of days as JSON; the last three columns are there to be searched."""

    __tablename__ = "standing"
    __table_args__ = (
        Index("by_name", "name_order", "family"),
        Index("review_due", "review_on", "planned_on", sqlite_where=text("review_on IS NOT NULL")),
        Index("no_day_yet", "no_day_since", sqlite_where=text("no_day_since IS NOT NULL")),
        Index("first_meeting_due", "first_from", "planned_on", sqlite_where=text("first_from IS NOT NULL")),
        Index("oldest_action", "oldest_due", sqlite_where=text("oldest_due IS NOT NULL")),
        Index("copies_due", "copies_on", "copies_made", sqlite_where=text("copies_on IS NOT NULL")),
        Index(
            "drifting",
            *("open_since", "family", "reviews", "moves", "stood", "late_by"),
            sqlite_where=text("open_since IS NOT NULL"),
        ),
        Index("check_due", "check_on", sqlite_where=text("check_on IS NOT NULL")),
    )
    family: str = Field(primary_key=True, foreign_key="family.id", ondelete="CASCADE")
    has_met: bool
    agreed_on: date | None = None
    agreed_time: str | None = None
    agreed_place: str | None = None
    goes_on: bool
    planned_on: date | None = None
    no_day_since: date | None = None
    first_from: date | None = None
    dues: str
    copies_on: date | None = None
    copies_made: int
    open_since: date | None = None
    reviews: int
    moves: int
    stood: int
    late_by: int
    check_on: date | None = None
    review_on: date | None = None
    oldest_due: date | None = None
    name_order: str
