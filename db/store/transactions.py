"""One transaction at a time, and what each may leave behind: a line in the trail, the keyboard's place."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Final

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session

from db.store import trail
from db.tables.sitting import SittingRow
from eymeeting.domain.entry import Entry
from eymeeting.domain.problems import Problem
from eymeeting.domain.sitting import Place


class NotSaved(Problem):
    """A change did not reach the disk. What was kept before is whole."""


class Transactions:
    """Begins them on one engine, and turns what SQLite cannot do into a sentence."""

    def __init__(self, engine: Engine, now: Callable[[], datetime]) -> None:
        self._engine = engine
        self._now = now

    @contextmanager
    def begin(self) -> Iterator[Session]:
        """All that is done inside is on disk afterwards, or none of it.

        Raises:
            NotSaved: none of it is.
        """
        try:
            with Session(self._engine, expire_on_commit=False) as session, session.begin():
                yield session
        except DBAPIError as problem:
            raise NotSaved(_why(problem.orig)) from None
        except (OverflowError, ValueError):
            raise NotSaved(_UNREADABLE) from None

    def tell(
        self,
        session: Session,
        family: str,
        what: str,
        who: str,
        before: Entry | None = None,
        after: Entry | None = None,
    ) -> None:
        """Add a line to the trail."""
        trail.add(session, who=who, what=what, family=family, now=self._now(), before=before, after=after)

    def move(self, session: Session, sitting: int, place: Place) -> None:
        """Remember where the keyboard of a sitting is."""
        row = session.get_one(SittingRow, sitting)
        row.step, row.field, row.cursor = place.step, place.field, place.cursor

    def stamp(self) -> str:
        """The moment as it is written down."""
        return self._now().astimezone(UTC).isoformat(timespec="milliseconds")


_UNREADABLE: Final = (
    "Something there cannot be kept in the families' file, or be read from it. What was saved before is safe."
)


def _why(problem: BaseException | None) -> str:
    name = getattr(problem, "sqlite_errorname", "") or ""
    if name.startswith("SQLITE_FULL"):
        return "The disk is full. What was saved before is safe; make some room on it."
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")):
        return "The families' file cannot be written to just now. What was saved before is safe."
    if name.startswith("SQLITE_CONSTRAINT"):
        return (
            "That does not fit what the families' file may hold, so it was not saved. Nothing else changed."
        )
    if isinstance(problem, sqlite3.Error):
        return "The families' file cannot be used just now. What was saved before is safe."
    return "Something kept this from being saved. What was saved before is safe."
