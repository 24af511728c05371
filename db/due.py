"""What is due, family by family: narrow reads of the few rows that are shown, and a count of them all."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from eymeeting.domain import due_words
from eymeeting.domain.dates import Calendar
from eymeeting.domain.what_is_due import (
    SOON,
    DueList,
    Standing,
    Waiting,
    copies_from,
    first_meeting_by,
    first_meetings_from,
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
        self._values = {"today": f"{today}", "soon": f"{today + SOON}", "shown": SHOWN}

    def meetings(self) -> DueList:
        """Today's meetings: those planned or begun, and those agreed for today the last time."""
        planned = [self._planned(row) for row in self._rows(_MEETINGS)]
        agreed = [self._agreed(row) for row in self._rows(_AGREED)]
        rows = tuple(waiting for _, waiting in sorted(planned + agreed, key=lambda each: each[0]))
        return DueList(
            kind="today", rows=rows[:SHOWN], in_all=self._count(_COUNT_MEETINGS) + self._count(_COUNT_AGREED)
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
            for row in self._rows(_UNFINISHED)
        )
        return DueList(kind="unfinished", rows=tuple(rows), in_all=self._count(_COUNT_UNFINISHED))

    def reviews(self) -> DueList:
        """Reviews that are late or come within a week, the latest first, then those without a day."""
        rows = [*self._rows(_REVIEWS), *self._rows(_WITHOUT_DAY)][:SHOWN]
        return DueList(
            kind="reviews",
            rows=tuple(_waiting(row, due_words.review_line(stands(row), self._today)) for row in rows),
            in_all=self._count(_COUNT_REVIEWS) + self._count(_COUNT_WITHOUT_DAY),
        )

    def actions(self) -> DueList:
        """Families with open actions past their day, the oldest first."""
        late = ((row, stands(row).late(self._today)) for row in self._rows(_ACTIONS))
        return DueList(
            kind="actions",
            rows=tuple(_waiting(row, due_words.actions_line(days, self._today)) for row, days in late),
            in_all=self._count(_COUNT_ACTIONS),
        )

    def first_meetings(self, limits: Limits, calendar: Calendar) -> DueList:
        """First meetings that are late or have a week left, the longest waiting first."""
        self._values["start"] = f"{first_meetings_from(self._today, limits.first_meeting_wd, calendar)}"
        rows = []
        for row in self._rows(_FIRST_MEETINGS):
            by = first_meeting_by(_day(row, "first_from"), limits.first_meeting_wd, calendar)
            line = due_words.first_meeting_line(by, stands(row).planned_on, self._today)
            rows.append(_waiting(row, line))
        return DueList(kind="first_meetings", rows=tuple(rows), in_all=self._count(_COUNT_FIRST_MEETINGS))

    def copies(self, limits: Limits, calendar: Calendar) -> DueList:
        """Families whose copies lie there made, or should have been made by now."""
        self._values["start"] = f"{copies_from(self._today, limits.copy_wd, calendar)}"
        rows = (
            _waiting(row, due_words.copies_line(_day(row, "copies_on"), row["copies_made"], self._today))
            for row in self._rows(_COPIES)
        )
        return DueList(kind="copies", rows=tuple(rows), in_all=self._count(_COUNT_COPIES))

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
    )


def _waiting(row: Mapping[str, Any], line: str, *, meets: bool = False) -> Waiting:
    return Waiting(ref=row["ref"], name=row["name"], line=line, meets=meets)


def _day(row: Mapping[str, Any], name: str) -> date:
    return date.fromisoformat(row[name])


def _day_or_none(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


_MEETINGS: Final = """
SELECT standing.*, family.id AS ref, coalesce(nullif(chosen_name, ''), family_name) AS name,
  meeting.start, meeting.venue,
  EXISTS (SELECT 1 FROM sitting WHERE sitting.family = meeting.family AND sitting.meeting = meeting.id)
  OR EXISTS (SELECT 1 FROM step_time
    WHERE step_time.family = meeting.family AND step_time.meeting = meeting.id) AS begun
FROM meeting JOIN family ON family.id = meeting.family JOIN standing ON standing.family = meeting.family
WHERE meeting.outcome IS NULL AND meeting."on" = :today
ORDER BY meeting.start, meeting.family LIMIT :shown
"""
_COUNT_MEETINGS: Final = """SELECT count(*) FROM meeting WHERE outcome IS NULL AND "on" = :today"""
_AGREED: Final = """
SELECT standing.*, id AS ref, coalesce(nullif(chosen_name, ''), family_name) AS name
FROM standing JOIN family ON family.id = standing.family
WHERE review_on = :today AND planned_on IS NULL
ORDER BY agreed_time, id LIMIT :shown
"""
_COUNT_AGREED: Final = "SELECT count(*) FROM standing WHERE review_on = :today AND planned_on IS NULL"
_UNFINISHED: Final = """
SELECT family.id AS ref, coalesce(nullif(chosen_name, ''), family_name) AS name, meeting."on",
  EXISTS (SELECT 1 FROM sitting WHERE sitting.family = meeting.family AND sitting.meeting = meeting.id)
  OR EXISTS (SELECT 1 FROM step_time
    WHERE step_time.family = meeting.family AND step_time.meeting = meeting.id) AS begun
FROM meeting JOIN family ON family.id = meeting.family
WHERE meeting.outcome IS NULL AND meeting."on" < :today
ORDER BY meeting."on" DESC, meeting.family LIMIT :shown
"""
_COUNT_UNFINISHED: Final = """SELECT count(*) FROM meeting WHERE outcome IS NULL AND "on" < :today"""
_REVIEWS: Final = """
SELECT standing.*, id AS ref, coalesce(nullif(chosen_name, ''), family_name) AS name
FROM standing JOIN family ON family.id = standing.family
WHERE review_on <= :soon AND review_on <> :today AND (review_on > :today OR planned_on IS NULL)
ORDER BY review_on, id LIMIT :shown
"""
_COUNT_REVIEWS: Final = """
SELECT count(*) FROM standing
WHERE review_on <= :soon AND review_on <> :today AND (review_on > :today OR planned_on IS NULL)
"""
_WITHOUT_DAY: Final = """
SELECT standing.*, id AS ref, coalesce(nullif(chosen_name, ''), family_name) AS name
FROM standing JOIN family ON family.id = standing.family
WHERE no_day_since IS NOT NULL ORDER BY no_day_since, id LIMIT :shown
"""
_COUNT_WITHOUT_DAY: Final = "SELECT count(*) FROM standing WHERE no_day_since IS NOT NULL"
_ACTIONS: Final = """
SELECT standing.*, id AS ref, coalesce(nullif(chosen_name, ''), family_name) AS name
FROM standing JOIN family ON family.id = standing.family
WHERE oldest_due < :today ORDER BY oldest_due, id LIMIT :shown
"""
_COUNT_ACTIONS: Final = "SELECT count(*) FROM standing WHERE oldest_due < :today"
_FIRST_MEETINGS: Final = """
SELECT standing.*, id AS ref, coalesce(nullif(chosen_name, ''), family_name) AS name
FROM standing JOIN family ON family.id = standing.family
WHERE first_from <= :start AND (planned_on IS NULL OR planned_on > :today)
ORDER BY first_from, id LIMIT :shown
"""
_COUNT_FIRST_MEETINGS: Final = """
SELECT count(*) FROM standing WHERE first_from <= :start AND (planned_on IS NULL OR planned_on > :today)
"""
_COPIES: Final = """
SELECT standing.*, id AS ref, coalesce(nullif(chosen_name, ''), family_name) AS name
FROM standing JOIN family ON family.id = standing.family
WHERE copies_on IS NOT NULL AND (copies_made > 0 OR copies_on <= :start)
ORDER BY copies_on, id LIMIT :shown
"""
_COUNT_COPIES: Final = """
SELECT count(*) FROM standing WHERE copies_on IS NOT NULL AND (copies_made > 0 OR copies_on <= :start)
"""
