"""Home's own reading: families by what is typed, and what is due, straight from the file.

Nothing here needs the table library, so that the first list is there at once.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from db import home_queries as queries
from db.file import OpenFile, readable
from db.standing import stands
from eymeeting.domain import due_words
from eymeeting.domain.dates import Calendar
from eymeeting.domain.pack import Limits
from eymeeting.domain.text import clean_text, folded
from eymeeting.domain.what_is_due import (
    SOON,
    DueList,
    Kind,
    Waiting,
    copies_from,
    first_meeting_by,
    first_meetings_from,
)

SHOWN: Final = 200
"""Families listed at once; typing narrows them down."""

_MANY: Final = 2000
"""From so many matches on it is quicker to walk through the families in order than to sort the matches."""


@dataclass(frozen=True, slots=True)
class FamilyFound:
    """A family in Home's list.

    ``meeting_on`` is the day of its first meeting without an outcome, and
    ``begun`` whether somebody has sat down at that one's keyboard.
    """

    ref: str
    name: str
    family_name: str
    meeting_on: date | None
    begun: bool
    last_met: date | None
    next_meeting: date | None


@dataclass(frozen=True, slots=True)
class Found:
    """The families that fit, the first of them, and how many there are in all."""

    families: tuple[FamilyFound, ...]
    in_all: int


class FamilyFinder:
    """Finds families on an open file."""

    def __init__(self, file: OpenFile) -> None:
        self._file = file

    def find(self, typed: str) -> Found:
        """Families whose names, people or reference hold what was typed, in the order of their names.

        Raises:
            UnusableFile: the file is damaged where the list is read.
        """
        with readable(self._file.path):
            return self._found(folded(clean_text(typed).strip()))

    def due(self, today: date) -> tuple[DueList, ...]:
        """What can be told without counting working days: meetings, reviews, late actions.

        Raises:
            UnusableFile: the file is damaged where the lists are read.
        """
        if not self._has("standing"):
            return ()
        with readable(self._file.path):
            return (self._today(today), self._unfinished(today), self._reviews(today), self._actions(today))

    def due_by_working_days(self, today: date, limits: Limits, calendar: Calendar) -> tuple[DueList, ...]:
        """First meetings late or nearly so, and copies not given, by the limits a council has set.

        Raises:
            UnusableFile: the file is damaged where the lists are read.
        """
        if not self._has("standing"):
            return ()
        with readable(self._file.path):
            return (self._first_meetings(today, limits, calendar), self._copies(today, limits, calendar))

    def is_interrupted(self) -> bool:
        """Whether the newest sitting at a keyboard was cut short."""
        if self._file.revision == 0:
            return False
        with readable(self._file.path):
            newest = self._connection.execute(queries.NEWEST_SITTING).fetchone()
        return newest is not None and newest[0] is None

    @property
    def _connection(self) -> sqlite3.Connection:
        return self._file.connection

    def _has(self, table: str) -> bool:
        with readable(self._file.path):
            return self._connection.execute(queries.HAS_TABLE, (table,)).fetchone() is not None

    def _found(self, wanted: str) -> Found:
        if not self._has("findable"):
            return Found((), 0)
        if not self._has("standing"):
            refs, in_all = self._first_sorted(wanted)
        elif not wanted:
            refs, in_all = self._refs(queries.ALL_IN_ORDER), self._number(queries.HOW_MANY)
        else:
            refs, in_all = self._matching(wanted)
        return Found(tuple(self._family(ref) for ref in refs), in_all)

    def _matching(self, wanted: str) -> tuple[list[str], int]:
        in_all = self._number(queries.HOW_MANY_MATCH, wanted)
        few = in_all < _MANY
        return self._refs(queries.MATCHES if few else queries.MATCHES_IN_ORDER, wanted), in_all

    def _first_sorted(self, wanted: str) -> tuple[list[str], int]:
        """The families of a file that an older version wrote, before it is brought to this one."""
        return self._refs(queries.MATCHES_UNSORTED, wanted), self._number(queries.HOW_MANY_MATCH, wanted)

    def _refs(self, query: str, *values: object) -> list[str]:
        return [ref for (ref,) in self._connection.execute(query, (*values, SHOWN))]

    def _number(self, query: str, *values: object) -> int:
        (number,) = self._connection.execute(query, values).fetchone()
        return int(number)

    def _family(self, ref: str) -> FamilyFound:
        row = self._connection.execute(queries.FAMILY, {"ref": ref}).fetchone()
        name, family_name, meeting_on, begun, last_met, next_meeting = row
        days = (date.fromisoformat(day) if day else None for day in (meeting_on, last_met, next_meeting))
        on, met, following = days
        return FamilyFound(ref, name, family_name, on, bool(begun), met, following)

    def _rows(self, query: str, **values: object) -> Iterator[Mapping[str, Any]]:
        found = self._connection.execute(query, values | {"shown": SHOWN})
        names = [column[0] for column in found.description]
        for row in found:
            yield dict(zip(names, row, strict=True))

    def _today(self, today: date) -> DueList:
        planned = [_meeting_today(row, today) for row in self._rows(queries.MEETINGS_TODAY, today=f"{today}")]
        agreed = [_agreed_today(row) for row in self._rows(queries.AGREED_TODAY, today=f"{today}")]
        in_order = sorted(planned + agreed, key=lambda each: each[0])[:SHOWN]
        count = sum(
            self._number(query, f"{today}")
            for query in (queries.HOW_MANY_MEETINGS_TODAY, queries.HOW_MANY_AGREED_TODAY)
        )
        return DueList(kind="today", rows=tuple(waiting for _, waiting in in_order), in_all=count)

    def _unfinished(self, today: date) -> DueList:
        rows = (
            Waiting(
                ref=row["ref"],
                name=row["name"],
                line=due_words.unfinished_line(date.fromisoformat(row["on"]), today, begun=bool(row["begun"])),
                meets=bool(row["begun"]),
            )
            for row in self._rows(queries.UNFINISHED, today=f"{today}")
        )
        return DueList(
            kind="unfinished", rows=tuple(rows), in_all=self._number(queries.HOW_MANY_UNFINISHED, f"{today}")
        )

    def _reviews(self, today: date) -> DueList:
        days = {"today": f"{today}", "soon": f"{today + SOON}"}
        rows = [*self._rows(queries.REVIEWS, **days), *self._rows(queries.WITHOUT_DAY)][:SHOWN]
        lines = tuple(_waiting(row, due_words.review_line(stands(row), today)) for row in rows)
        (dated,) = self._connection.execute(queries.HOW_MANY_REVIEWS, days).fetchone()
        return DueList(kind="reviews", rows=lines, in_all=dated + self._number(queries.HOW_MANY_WITHOUT_DAY))

    def _actions(self, today: date) -> DueList:
        rows = self._rows(queries.LATE_ACTIONS, today=f"{today}")
        return DueList(
            kind="actions",
            rows=tuple(_waiting(row, due_words.actions_line(stands(row).late(today), today)) for row in rows),
            in_all=self._number(queries.HOW_MANY_LATE, f"{today}"),
        )

    def _first_meetings(self, today: date, limits: Limits, calendar: Calendar) -> DueList:
        start = first_meetings_from(today, limits.first_meeting_wd, calendar)
        values = {"today": f"{today}", "start": f"{start}"}
        lines = []
        for row in self._rows(queries.FIRST_MEETINGS, **values):
            found = stands(row)
            by = first_meeting_by(found.first_from or start, limits.first_meeting_wd, calendar)
            lines.append(_waiting(row, due_words.first_meeting_line(by, found.planned_on, today)))
        (count,) = self._connection.execute(queries.HOW_MANY_FIRST_MEETINGS, values).fetchone()
        return DueList(kind="first_meetings", rows=tuple(lines), in_all=count)

    def _copies(self, today: date, limits: Limits, calendar: Calendar) -> DueList:
        values = {"start": f"{copies_from(today, limits.copy_wd, calendar)}"}
        lines = []
        for row in self._rows(queries.COPIES, **values):
            found = stands(row)
            met = found.copies_on or today
            lines.append(_waiting(row, due_words.copies_line(met, found.copies_made, today)))
        (count,) = self._connection.execute(queries.HOW_MANY_COPIES, values).fetchone()
        return DueList(kind="copies", rows=tuple(lines), in_all=count)


def _waiting(row: Mapping[str, Any], line: str) -> Waiting:
    return Waiting(ref=row["ref"], name=row["name"], line=line)
