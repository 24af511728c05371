"""Home's own reading: families by what is typed, and what is due, straight from the file.

Nothing here needs the table library, so that the first list is there at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from db.due import DueReader
from db.file import REVISION, OpenFile, readable
from eymeeting.domain.dates import Calendar
from eymeeting.domain.panel_meeting import PANEL_STEP
from eymeeting.domain.text import clean_text, folded
from eymeeting.domain.what_is_due import DueList

if TYPE_CHECKING:
    from eymeeting.domain.pack import Limits

SHOWN: Final = 200
"""Families listed at once; typing narrows them down."""

_FEW_LETTERS: Final = 2
"""So few letters most often fit so many families that the first to be shown are among the first of all."""


@dataclass(frozen=True, slots=True)
class FamilyFound:
    """A family in Home's list.

    ``meeting_on`` is the day of its first meeting without an outcome, and
    ``begun`` whether somebody has sat down at a keyboard for one of those.
    ``closed`` is the day its plan was closed, while nothing has opened it again.
    """

    ref: str
    name: str
    meeting_on: date | None
    begun: bool
    last_met: date | None
    next_meeting: date | None
    closed: date | None


@dataclass(frozen=True, slots=True)
class Found:
    """The families that fit, or the first of them.

    ``in_all`` is how many there are; not known where more fit what was typed
    than are shown, for counting them would take as long as finding them.
    """

    families: tuple[FamilyFound, ...]
    in_all: int | None


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

    def called(self, ref: str) -> str:
        """What a family is called; its reference where there is none with it.

        Raises:
            UnusableFile: the file is damaged where it is read.
        """
        with readable(self._file.path):
            row = self._file.connection.execute(_FAMILY, (ref,)).fetchone()
            return ref if row is None else str(row[0])

    def carried(self, on: date) -> tuple[FamilyFound, ...]:
        """Families whose latest item at a panel was put off to this day, or to one before.

        Raises:
            UnusableFile: the file is damaged where they are read.
        """
        with readable(self._file.path):
            refs = (
                self._file.connection.execute(_CARRIED, (on.isoformat(),)) if self._has("panel_item") else ()
            )
            return tuple(self._family(ref) for (ref,) in refs)

    def due(self, today: date) -> tuple[DueList, ...]:
        """What can be told without counting working days: meetings, reviews, late actions, what panels leave.

        Raises:
            UnusableFile: the file is damaged where the lists are read.
        """
        with readable(self._file.path):
            if not self._is_of_this_version():
                return ()
            reader = DueReader(self._file.connection, today)
            return (
                reader.meetings(),
                reader.unfinished(),
                reader.reviews(),
                reader.actions(),
                reader.to_tell(),
                reader.put_off(),
                reader.checks(),
            )

    def due_by_working_days(self, today: date, limits: Limits, calendar: Calendar) -> tuple[DueList, ...]:
        """First meetings late or nearly so, copies not given, plans that drift, by the limits a council has set.

        Raises:
            UnusableFile: the file is damaged where the lists are read.
        """
        with readable(self._file.path):
            if not self._is_of_this_version():
                return ()
            reader = DueReader(self._file.connection, today)
            return (
                reader.first_meetings(limits, calendar),
                reader.worth_a_look(limits),
                reader.copies(limits, calendar),
            )

    def is_interrupted(self) -> bool:
        """Whether the newest sitting at a keyboard was cut short."""
        if self._file.revision == 0:
            return False
        with readable(self._file.path):
            newest = self._newest_sitting()
        return newest is not None and newest[0] is None

    def was_at_a_panel(self) -> bool:
        """Whether the newest sitting at a keyboard was at a panel, not at a meeting."""
        with readable(self._file.path):
            newest = self._newest_sitting()
        return newest is not None and newest[1] == PANEL_STEP

    def _newest_sitting(self) -> tuple[str | None, str] | None:
        found: tuple[str | None, str] | None = self._file.connection.execute(
            "SELECT left_at, step FROM sitting ORDER BY id DESC LIMIT 1"
        ).fetchone()
        return found

    def _is_of_this_version(self) -> bool:
        """Whether the file has this version's tables by now; an older one is brought to it after the first frame."""
        (revision,) = self._file.connection.execute("PRAGMA user_version").fetchone()
        return bool(revision == REVISION)

    def _has(self, table: str) -> bool:
        found = self._file.connection.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (table,))
        return found.fetchone() is not None

    def _found(self, wanted: str) -> Found:
        if not self._has("findable"):
            return Found((), 0)
        refs = self._refs(wanted)
        in_all: int | None = len(refs)
        if len(refs) > SHOWN:
            in_all = None if wanted else self._file.connection.execute(_COUNT).fetchone()[0]
        return Found(tuple(self._family(ref) for ref in refs[:SHOWN]), in_all)

    def _refs(self, wanted: str) -> list[str]:
        """Whoever fits, in order; one more than is shown, where there is one."""
        execute = self._file.connection.execute
        if not self._has("standing"):
            return [ref for (ref,) in execute(_MATCHES, (wanted, SHOWN + 1))]
        if not wanted:
            return [ref for (ref,) in execute(_IN_ORDER, (SHOWN + 1,))]
        if len(wanted) <= _FEW_LETTERS:
            first = [ref for (ref,) in execute(_AMONG_THE_FIRST, (wanted, SHOWN + 1))]
            if len(first) > SHOWN:
                return first
        return [ref for (ref,) in execute(_MATCHES, (wanted, SHOWN + 1))]

    def _family(self, ref: str) -> FamilyFound:
        row = self._file.connection.execute(_FAMILY, (ref,)).fetchone()
        name, meeting_on, begun, *days = row
        on, *found = (date.fromisoformat(day) if day else None for day in (meeting_on, *days))
        return FamilyFound(ref, name, on, bool(begun), *found)


_COUNT: Final = "SELECT count(*) FROM findable"
_IN_ORDER: Final = "SELECT family FROM standing ORDER BY name_order, family LIMIT ?"
_AMONG_THE_FIRST: Final = """
SELECT first.family
FROM (SELECT name_order, family FROM standing ORDER BY name_order, family LIMIT 2000) AS first
  CROSS JOIN findable ON findable.family = first.family
WHERE instr(words, ?) ORDER BY name_order, first.family LIMIT ?
"""
_MATCHES: Final = """
SELECT family FROM findable WHERE instr(words, ?)
ORDER BY substr(words, instr(words, char(10)) + 1), family LIMIT ?
"""
_CARRIED: Final = """
SELECT family FROM panel_item AS latest WHERE carried_to <= ? AND NOT EXISTS (
  SELECT 1 FROM panel_item AS later WHERE later.family = latest.family
  AND (later."on", later.position) > (latest."on", latest.position))
ORDER BY carried_to, family
"""
_FAMILY: Final = """
SELECT coalesce(nullif(chosen_name, ''), family_name),
  (SELECT min("on") FROM meeting WHERE meeting.family = family.id AND outcome IS NULL),
  EXISTS (SELECT 1 FROM meeting WHERE meeting.family = family.id AND outcome IS NULL AND (
    EXISTS (SELECT 1 FROM sitting WHERE sitting.family = meeting.family AND sitting.meeting = meeting.id)
    OR EXISTS (SELECT 1 FROM step_time
               WHERE step_time.family = meeting.family AND step_time.meeting = meeting.id))),
  (SELECT max("on") FROM meeting WHERE meeting.family = family.id AND outcome <> 'did_not_happen'),
  (SELECT next_meeting_on FROM meeting WHERE meeting.family = family.id
   ORDER BY "on" DESC, start DESC, number DESC LIMIT 1),
  coalesce(closed, (SELECT CASE outcome WHEN 'close' THEN "on" END FROM meeting WHERE meeting.family = family.id
   ORDER BY "on" DESC, start DESC, number DESC LIMIT 1))
FROM family WHERE id = ?
"""
