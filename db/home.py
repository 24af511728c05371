"""Home's own reading: families by what is typed, straight from the file and without the table library."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from db.file import OpenFile, readable
from eymeeting.domain.text import clean_text, folded

SHOWN: Final = 200
"""Families listed at once; typing narrows them down."""


@dataclass(frozen=True, slots=True)
class FamilyFound:
    """A family in Home's list. ``under_way`` is the day of a meeting that is not finished."""

    ref: str
    name: str
    family_name: str
    under_way: date | None
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
        """Families whose names, people or reference hold what was typed; unfinished meetings first.

        Raises:
            UnusableFile: the file is damaged where the list is read.
        """
        with readable(self._file.path):
            return self._found(folded(clean_text(typed).strip()))

    def _found(self, wanted: str) -> Found:
        connection = self._file.connection
        (tables,) = connection.execute(
            "SELECT count(*) FROM sqlite_master WHERE name = 'findable'"
        ).fetchone()
        if not tables:
            return Found((), 0)
        rows = connection.execute(_FAMILIES, (wanted, SHOWN)).fetchall()
        (in_all,) = connection.execute(_COUNT, (wanted,)).fetchone()
        return Found(tuple(_found(row) for row in rows), in_all)

    def is_interrupted(self) -> bool:
        """Whether the newest sitting at a keyboard was cut short."""
        if self._file.revision == 0:
            return False
        with readable(self._file.path):
            newest = self._newest_sitting()
        return newest is not None and newest[0] is None

    def _newest_sitting(self) -> tuple[str | None] | None:
        found: tuple[str | None] | None = self._file.connection.execute(
            "SELECT left_at FROM sitting ORDER BY id DESC LIMIT 1"
        ).fetchone()
        return found


_COUNT: Final = "SELECT count(*) FROM findable WHERE instr(words, ?)"
_FAMILIES: Final = """
SELECT id, coalesce(nullif(chosen_name, ''), family_name), family_name, under_way,
  (SELECT max("on") FROM meeting WHERE family = listed.id AND outcome <> 'did_not_happen'),
  (SELECT next_meeting_on FROM meeting WHERE family = listed.id
   ORDER BY "on" DESC, start DESC, number DESC LIMIT 1)
FROM (
  SELECT family.id, chosen_name, family_name, family.position,
    (SELECT max("on") FROM meeting WHERE meeting.family = family.id AND outcome IS NULL) AS under_way
  FROM findable JOIN family ON family.id = findable.family
  WHERE instr(words, ?)
  ORDER BY under_way IS NULL, family_name COLLATE NOCASE, family.id LIMIT ?
) AS listed
"""


def _found(row: tuple[str, str, str, str | None, str | None, str | None]) -> FamilyFound:
    ref, name, family_name, *days = row
    under_way, last_met, next_meeting = (date.fromisoformat(day) if day else None for day in days)
    return FamilyFound(ref, name, family_name, under_way, last_met, next_meeting)
