"""What is due, family by family: narrow reads of the few rows that are shown, and a count of them all."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from db import due_queries
from eymeeting.domain import due_words
from eymeeting.domain.dates import Calendar
from eymeeting.domain.what_is_due import (
    LATE,
    SOON,
    DueList,
    Standing,
    Waiting,
    copies_from,
    first_meeting_by,
    first_meetings_from,
    months_before,
)

if TYPE_CHECKING:
    from eymeeting.domain.pack import Limits

SHOWN: Final = 100
"""Rows of a list that are read; its count is of all."""


class DueReader:
    """Reads the lists from an open file that has this version's tables, for one day."""

    def __init__(self, connection: sqlite3.Connection, today: date) -> None:
        self._connection = connection
        self._today = today
        self._values: dict[str, Any] = {"today": f"{today}", "soon": f"{today + SOON}", "shown": SHOWN}

    def meetings(self) -> DueList:
        """Today's meetings: those planned or begun, and those agreed for today the last time."""
        planned = [self._planned(row) for row in self._rows(due_queries.MEETINGS)]
        agreed = [self._agreed(row) for row in self._rows(due_queries.AGREED)]
        rows = tuple(waiting for _, waiting in sorted(planned + agreed, key=lambda each: each[0]))
        return DueList(
            kind="today",
            rows=rows[:SHOWN],
            in_all=self._count(due_queries.COUNT_MEETINGS) + self._count(due_queries.COUNT_AGREED),
        )

    def unfinished(self) -> DueList:
        """Meetings of earlier days without an outcome, the newest first."""
        rows = (
            Waiting(
                ref=row["ref"],
                name=row["name"],
                line=due_words.unfinished_line(_day(row, "on"), self._today, begun=bool(row["begun"])),
                meets=bool(row["begun"]),
            )
            for row in self._rows(due_queries.UNFINISHED)
        )
        return DueList(kind="unfinished", rows=tuple(rows), in_all=self._count(due_queries.COUNT_UNFINISHED))

    def reviews(self) -> DueList:
        """Reviews that are late or come within a week, the latest first, then those without a day."""
        rows = [*self._rows(due_queries.REVIEWS), *self._rows(due_queries.WITHOUT_DAY)][:SHOWN]
        return DueList(
            kind="reviews",
            rows=tuple(_waiting(row, due_words.review_line(stands(row), self._today)) for row in rows),
            in_all=self._count(due_queries.COUNT_REVIEWS) + self._count(due_queries.COUNT_WITHOUT_DAY),
        )

    def actions(self) -> DueList:
        """Families with open actions past their day, the oldest first."""
        late = ((row, stands(row).late(self._today)) for row in self._rows(due_queries.ACTIONS))
        return DueList(
            kind="actions",
            rows=tuple(_waiting(row, due_words.actions_line(days, self._today)) for row, days in late),
            in_all=self._count(due_queries.COUNT_ACTIONS),
        )

    def first_meetings(self, limits: Limits, calendar: Calendar) -> DueList:
        """First meetings that are late or have a week left, the longest waiting first."""
        self._values["start"] = f"{first_meetings_from(self._today, limits.first_meeting_wd, calendar)}"
        rows = []
        for row in self._rows(due_queries.FIRST_MEETINGS):
            by = first_meeting_by(_day(row, "first_from"), limits.first_meeting_wd, calendar)
            line = due_words.first_meeting_line(by, stands(row).planned_on, self._today)
            rows.append(_waiting(row, line))
        return DueList(
            kind="first_meetings", rows=tuple(rows), in_all=self._count(due_queries.COUNT_FIRST_MEETINGS)
        )

    def copies(self, limits: Limits, calendar: Calendar) -> DueList:
        """Families whose copies lie there made, or should have been by now: first those promised by a day."""
        from eymeeting.domain.standing import MADE_NOT_GIVEN

        start = copies_from(self._today, limits.copy_wd, calendar)
        self._values |= {"start": f"{start}", "made": MADE_NOT_GIVEN}
        rows = (
            _waiting(
                row,
                due_words.copies_line(
                    _day(row, "copies_on"), row["copies_made"], self._today, owed_by=_day_or_none(row["owed"])
                ),
            )
            for row in self._rows(due_queries.COPIES)
        )
        return DueList(kind="copies", rows=tuple(rows), in_all=self._count(due_queries.COUNT_COPIES))

    def worth_a_look(self, limits: Limits) -> DueList:
        """Families whose plan shows a sign of drifting, those open longest first."""
        self._values["before"] = f"{months_before(self._today, limits.drift_months)}"
        self._values |= {"reviews": limits.drift_reviews, "moves": limits.drift_moves, "late": LATE}
        rows = (
            _waiting(row, due_words.drift_line(stands(row), self._today, limits))
            for row in self._rows(due_queries.DRIFTING)
        )
        return DueList(kind="worth_a_look", rows=tuple(rows), in_all=self._count(due_queries.COUNT_DRIFTING))

    def checks(self) -> DueList:
        """Families to ask how it goes after the work has ended, the oldest day first."""
        rows = (
            _waiting(row, due_words.check_line(_day(row, "check_on"), self._today))
            for row in self._rows(due_queries.CHECKS)
        )
        return DueList(kind="checks", rows=tuple(rows), in_all=self._count(due_queries.COUNT_CHECKS))

    def to_tell(self) -> DueList:
        """Families that are to hear what a panel decided within a week, or should have, the oldest day first."""
        rows = (
            _waiting(row, due_words.to_tell_line(_day(row, "by"), self._today))
            for row in self._rows(due_queries.TO_TELL)
        )
        return DueList(kind="to_tell", rows=tuple(rows), in_all=self._count(due_queries.COUNT_TO_TELL))

    def put_off(self) -> DueList:
        """Families that a panel put off to today, or to a day that has passed without them."""
        rows = (
            _waiting(row, due_words.put_off_line(_day(row, "carried_to"), self._today))
            for row in self._rows(due_queries.PUT_OFF)
        )
        return DueList(kind="put_off", rows=tuple(rows), in_all=self._count(due_queries.COUNT_PUT_OFF))

    def _planned(self, row: Mapping[str, Any]) -> tuple[str, Waiting]:
        agreed_on = _day_or_none(row["agreed_on"])
        line = due_words.meeting_today(
            row["start"],
            row["venue"],
            begun=bool(row["begun"]),
            late_since=agreed_on if agreed_on and agreed_on < self._today else None,
            today=self._today,
        )
        return row["start"], _waiting(row, line, meets=True)

    def _agreed(self, row: Mapping[str, Any]) -> tuple[str, Waiting]:
        time, place = row["agreed_time"] or "", row["agreed_place"] or ""
        line = due_words.meeting_today(time, place, begun=False, late_since=None, today=self._today)
        return time, _waiting(row, line, meets=True)

    def _rows(self, query: str) -> Iterator[Mapping[str, Any]]:
        found = self._connection.execute(query, self._values)
        names = [column[0] for column in found.description]
        for row in found:
            yield dict(zip(names, row, strict=True))

    def _count(self, query: str) -> int:
        (number,) = self._connection.execute(query, self._values).fetchone()
        return int(number)


def stands(row: Mapping[str, Any]) -> Standing:
    """How a family stands, from its row."""
    return Standing(
        has_met=bool(row["has_met"]),
        agreed_on=_day_or_none(row["agreed_on"]),
        agreed_time=row["agreed_time"],
        agreed_place=row["agreed_place"],
        goes_on=bool(row["goes_on"]),
        planned_on=_day_or_none(row["planned_on"]),
        no_day_since=_day_or_none(row["no_day_since"]),
        first_from=_day_or_none(row["first_from"]),
        dues=tuple(date.fromisoformat(due) for due in json.loads(row["dues"])),
        copies_on=_day_or_none(row["copies_on"]),
        copies_made=row["copies_made"],
        open_since=_day_or_none(row["open_since"]),
        reviews=row["reviews"],
        moves=row["moves"],
        stood=row["stood"],
        late_by=row["late_by"],
        check_on=_day_or_none(row["check_on"]),
    )


def _waiting(row: Mapping[str, Any], line: str, *, meets: bool = False) -> Waiting:
    return Waiting(ref=row["ref"], name=row["name"], line=line, meets=meets)


def _day(row: Mapping[str, Any], name: str) -> date:
    return date.fromisoformat(row[name])


def _day_or_none(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
