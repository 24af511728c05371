"""The door itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlmodel import col, select

from db.backup import Backup, back_up, daily_backup
from db.engine import engine_on
from db.file import OpenFile
from db.interchange.sameness import same_family
from db.store import families, panels, setting_up, trail
from db.store.transactions import Transactions
from db.store.visit import Visit
from db.tables.sitting import DraftRow, SittingRow
from db.upgrade import upgrade
from eymeeting.domain.entry import Entry
from eymeeting.domain.family import Change, Family
from eymeeting.domain.panel_meeting import PackHeld, PanelMeeting
from eymeeting.domain.problems import Refused
from eymeeting.domain.settings import Colleague, KeptFile, KeptFileKind, Settings
from eymeeting.domain.sitting import Draft, Place, Sitting
from eymeeting.domain.trail_marks import SatDown, TrailMark


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What became of the families in an imported file, by reference."""

    added: tuple[str, ...]
    same: tuple[str, ...]
    replaced: tuple[str, ...]


class Store:
    """Reads and writes families in one SQLite file. When a method returns, its change is on disk."""

    def __init__(self, file: OpenFile, now: Callable[[], datetime]) -> None:
        """Take over an open file, look through it, and give it this version's tables.

        Raises:
            UnusableFile: it is damaged, or could not be brought to this version.
        """
        file.check()
        self._file = file
        self._now = now
        engine = engine_on(file.connection)
        self._transactions = Transactions(engine, now)
        upgrade(file, engine, now())

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def refs(self) -> tuple[str, ...]:
        """Every family's reference, in the order they came in."""
        with self._transactions.begin() as session:
            return families.refs(session)

    def family(self, ref: str) -> Family:
        """One family, whole.

        Raises:
            NotFound: no family has this reference.
        """
        with self._transactions.begin() as session:
            return families.read(session, ref)

    def apply(self, *changes: Change, who: str, clear_draft: str | None = None) -> None:
        """Make changes, all or none, each with its line in the trail. Their ``undone()`` takes them back.

        ``clear_draft`` is the place of a half-typed line that the changes finish.

        Raises:
            NotSaved: nothing of it reached the disk.
        """
        with self._transactions.begin() as session:
            for change in changes:
                families.write(session, change)
                what = "added" if change.before is None else "removed" if change.after is None else "changed"
                self._transactions.tell(session, change.family, what, who, change.before, change.after)
            if clear_draft is not None and (row := session.get(DraftRow, clear_draft)):
                session.delete(row)

    def visit(self, family: str, before: Entry | None, who: str) -> Visit:
        """Come to a text field: what is typed there until its end is one change."""
        return Visit(self._transactions, family, before, who)

    def take_in(self, given: Sequence[Family], *, replace: bool = False) -> TakenIn:
        """Import families, all or none. The same family again is fine; another with its reference is not.

        With ``replace`` the family that is there makes room; it stays in the backup written first.

        Raises:
            Refused: a family is there with other content, and is not to be replaced.
            NotSaved: nothing of it reached the disk.
        """
        known = set(self.refs())
        there = {family.ref: self.family(family.ref) for family in given if family.ref in known}
        same = tuple(f.ref for f in given if f.ref in there and same_family(f, there[f.ref]))
        other = tuple(f.ref for f in given if f.ref in there and f.ref not in same)
        if other and not replace:
            sentences = [
                f"Family {ref} is already here with other content. “--replace” puts the file's in its place."
                for ref in other
            ]
            raise Refused("\n".join(["Nothing was imported.", *sentences]))
        if other:
            back_up(self._file.connection, self._file.path, self._now(), "before-replacing")
        added = tuple(family.ref for family in given if family.ref not in there)
        with self._transactions.begin() as session:
            for family in given:
                if family.ref in same:
                    continue
                place = families.remove(session, family.ref) if family.ref in other else None
                families.write_whole(session, family, place)
                self._transactions.tell(
                    session, family.ref, "imported" if place is None else "replaced", "import"
                )
        return TakenIn(added=added, same=same, replaced=other)

    def begin_sitting(self, family: str, meeting: str, keyboard: str, place: Place) -> Sitting:
        """Somebody sits down at a meeting's keyboard."""
        with self._transactions.begin() as session:
            row = SittingRow(
                family=family,
                meeting=meeting,
                keyboard=keyboard,
                step=place.step,
                field=place.field,
                cursor=place.cursor,
                began_at=self._transactions.stamp(),
            )
            session.add(row)
            self._transactions.tell(session, family, "sat down", keyboard)
            session.flush()
            return _sitting(row)

    def move(self, sitting: int, place: Place, keyboard: str | None = None) -> None:
        """Remember where the keyboard is now, and who has it when it was handed over."""
        with self._transactions.begin() as session:
            self._transactions.move(session, sitting, place)
            row = session.get_one(SittingRow, sitting)
            if keyboard is not None and keyboard != row.keyboard:
                row.keyboard = keyboard
                self._transactions.tell(session, row.family, "took the keyboard", keyboard)

    def leave(self, sitting: int) -> None:
        """The sitting ends by itself, not by a crash. The meeting stays open."""
        with self._transactions.begin() as session:
            row = session.get_one(SittingRow, sitting)
            row.left_at = self._transactions.stamp()
            self._transactions.tell(session, row.family, "stood up", row.keyboard)

    def interrupted(self) -> Sitting | None:
        """The newest sitting that was cut short, if the newest of all was."""
        with self._transactions.begin() as session:
            newest = session.exec(select(SittingRow).order_by(col(SittingRow.id).desc()).limit(1)).first()
            return _sitting(newest) if newest is not None and newest.left_at is None else None

    def last_sitting(self, family: str, meeting: str) -> Sitting | None:
        """Where a meeting's keyboard was last, and who had it."""
        with self._transactions.begin() as session:
            rows = select(SittingRow).where(SittingRow.family == family, SittingRow.meeting == meeting)
            last = session.exec(rows.order_by(col(SittingRow.id).desc()).limit(1)).first()
            return None if last is None else _sitting(last)

    def last_place(self, family: str, meeting: str) -> Place | None:
        """Where a meeting's keyboard was last."""
        last = self.last_sitting(family, meeting)
        return None if last is None else last.place

    def keep_draft(
        self, where: str, draft: Draft, sitting: int | None = None, place: Place | None = None
    ) -> None:
        """Keep a half-typed line, so that it is there again after a crash. An empty one is let go."""
        with self._transactions.begin() as session:
            row = session.get(DraftRow, where)
            if not draft.text:
                if row is not None:
                    session.delete(row)
            elif row is None:
                session.add(DraftRow(place=where, text=draft.text, cursor=draft.cursor))
            else:
                row.text, row.cursor = draft.text, draft.cursor
            if sitting is not None and place is not None:
                self._transactions.move(session, sitting, place)

    def draft(self, where: str) -> Draft:
        """The half-typed line of a place, or an empty one."""
        with self._transactions.begin() as session:
            row = session.get(DraftRow, where)
            return Draft(text="", cursor=0) if row is None else Draft(text=row.text, cursor=row.cursor)

    def settings(self) -> Settings:
        """How this copy of the app is set up."""
        with self._transactions.begin() as session:
            return setting_up.settings(session)

    def keep_settings(self, settings: Settings) -> None:
        """Put these choices in the place of those before.

        Raises:
            NotSaved: none of it reached the disk.
        """
        with self._transactions.begin() as session:
            setting_up.keep_settings(session, settings)

    def colleagues(self) -> tuple[Colleague, ...]:
        """Who works here, in the order of their positions."""
        with self._transactions.begin() as session:
            return setting_up.colleagues(session)

    def keep_colleague(self, before: Colleague | None, after: Colleague | None) -> None:
        """Add somebody who works here, put them right, or take them off the list; the other way round undoes it.

        Raises:
            NotSaved: it did not reach the disk.
        """
        with self._transactions.begin() as session:
            setting_up.keep_colleague(session, before, after)

    def panels(self) -> tuple[PanelMeeting, ...]:
        """Every panel over several families, the newest first."""
        with self._transactions.begin() as session:
            return panels.panels(session)

    def keep_panel(self, panel: PanelMeeting) -> None:
        """Put a panel in the place of how it stood.

        Raises:
            NotSaved: none of it reached the disk.
        """
        with self._transactions.begin() as session:
            panels.keep_panel(session, panel)

    def remove_panel(self, panel: str) -> None:
        """Take a panel off the list; what was said of each family stays with it.

        Raises:
            NotSaved: it did not reach the disk.
        """
        with self._transactions.begin() as session:
            panels.remove_panel(session, panel)

    def keep_pack(self, pack: PackHeld) -> None:
        """Keep a council's words as meetings are held under them.

        Raises:
            NotSaved: they did not reach the disk.
        """
        with self._transactions.begin() as session:
            panels.keep_pack(session, pack)

    def pack_held(self, fingerprint: str) -> PackHeld | None:
        """The words with a fingerprint, or nothing."""
        with self._transactions.begin() as session:
            return panels.pack_held(session, fingerprint)

    def kept_files(self, kind: KeptFileKind) -> tuple[KeptFile, ...]:
        """The organisation's own files of a kind, by name."""
        with self._transactions.begin() as session:
            return setting_up.kept_files(session, kind)

    def keep_file(self, file: KeptFile) -> None:
        """Keep a file of the organisation's own, in the place of one with its kind and name.

        Raises:
            NotSaved: it did not reach the disk.
        """
        with self._transactions.begin() as session:
            setting_up.keep_file(session, file)

    def remove_file(self, kind: KeptFileKind, name: str) -> None:
        """Take a file of the organisation's own away.

        Raises:
            NotSaved: it did not reach the disk.
        """
        with self._transactions.begin() as session:
            setting_up.remove_file(session, kind, name)

    def backup(self, why: str) -> Backup:
        """Everything as it is at this moment; its ``write`` may run in another thread.

        Raises:
            Problem: the file cannot be read.
        """
        return Backup(self._file.connection, self._file.path, self._now(), why)

    def back_up(self, why: str) -> Path:
        """Write a backup into the backups' folder; return where it is.

        Raises:
            Problem: it could not be written. No part of it is left.
        """
        return self.backup(why).write()

    def daily_backup(self) -> Backup | None:
        """The day's backup when it is due: there are families, and there is none of today yet.

        Raises:
            Problem: the file cannot be read.
        """
        return daily_backup(self._file, self._now())

    def trail(self, family: str, *, before: int | None = None, most: int = 500) -> tuple[TrailMark, ...]:
        """At most so many lines of a family's trail, newest first, those under the number ``before``."""
        with self._transactions.begin() as session:
            return trail.marks(session, family, before=before, most=most)

    def sittings(self, family: str) -> tuple[SatDown, ...]:
        """Every time somebody sat at the keyboard of a meeting of a family, newest first."""
        with self._transactions.begin() as session:
            return trail.sittings(session, family)

    def broken_trail(self) -> int | None:
        """The number of the first line of the trail that does not hold, or nothing."""
        with self._transactions.begin() as session:
            return trail.first_break(session)


def _sitting(row: SittingRow) -> Sitting:
    return Sitting(
        id=row.id or 0,
        family=row.family,
        meeting=row.meeting,
        keyboard=row.keyboard,
        place=Place(step=row.step, field=row.field, cursor=row.cursor),
    )
