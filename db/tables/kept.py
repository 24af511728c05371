"""What all tables of a family's entries share, and the rules that SQLite itself holds."""

from __future__ import annotations

from typing import Any, Final, get_args

from sqlalchemy import JSON, CheckConstraint, ForeignKeyConstraint
from sqlmodel import Field, SQLModel

TEXTS: Final = JSON(none_as_null=True)
"""A list of texts or ids in one column; absent and empty stay different."""


class Kept(SQLModel):
    """The key of every entry: its family, and its id within the family."""

    family: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    position: int


def of_a_family() -> ForeignKeyConstraint:
    """The entry goes when its family goes."""
    return ForeignKeyConstraint(["family"], ["family.id"], ondelete="CASCADE")


def within(parent: str) -> ForeignKeyConstraint:
    """The entry belongs to another of the same family, looked at when the transaction ends."""
    return ForeignKeyConstraint(
        ["family", parent], [f"{parent}.family", f"{parent}.id"], deferrable=True, initially="DEFERRED"
    )


def one_of(column: str, choices: Any) -> CheckConstraint:
    """The column holds one of a ``Literal``'s values, or nothing."""
    listed = ", ".join(f"'{choice}'" for choice in get_args(choices))
    return CheckConstraint(f'"{column}" IN ({listed})', name=f"{column}_is_known")


def yes_or_no(column: str) -> CheckConstraint:
    """The column holds 0 or 1, or nothing."""
    return CheckConstraint(f'"{column}" IN (0, 1)', name=f"{column}_is_yes_or_no")


def between(column: str, low: int, high: int) -> CheckConstraint:
    """The column holds a number from ``low`` to ``high``, or nothing."""
    return CheckConstraint(f'"{column}" BETWEEN {low} AND {high}', name=f"{column}_in_range")


def from_nought(column: str, high: int) -> CheckConstraint:
    """The column holds a number from 0 to ``high``, or nothing."""
    return CheckConstraint(f'"{column}" BETWEEN 0 AND {high}', name=f"{column}_from_nought")


def at_least(column: str, low: int) -> CheckConstraint:
    """The column holds no number under ``low``."""
    return CheckConstraint(f'"{column}" >= {low}', name=f"{column}_at_least")


def exactly_one(first: str, second: str) -> CheckConstraint:
    """One of two columns is filled, never both."""
    return CheckConstraint(f'("{first}" IS NULL) <> ("{second}" IS NULL)', name=f"{first}_or_{second}")


def is_a_score(column: str) -> CheckConstraint:
    """The column holds a score from 1 to 10, or says why there is none."""
    values = ", ".join(f"'{value}'" for value in [*range(1, 11), "prefer_not_to_say", "not_asked"])
    return CheckConstraint(f'"{column}" IN ({values})', name=f"{column}_is_a_score")
