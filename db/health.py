"""Whether the families' file holds in every way it can be looked at."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from db.file import OpenFile
from db.inspection import manifest_of
from db.kept_backups import KeptBackup, backups_in, folder_chosen
from db.manifest import Manifest, trail_end
from db.store import NotSaved, Store
from eymeeting.domain.dates import day_in_words


@dataclass(frozen=True, slots=True)
class Health:
    """What was found. ``problems`` names each kind of thing that does not hold, never what stands in it.

    ``trail_since`` is when the trail's first line was written, nothing while it has none.
    """

    families: int
    meetings: int
    drafts: int
    trail_lines: int
    trail_since: datetime | None
    compared_with: Path | None
    problems: tuple[str, ...]


def health(file: OpenFile, store: Store) -> Health:
    """Look through an open file: its pages, what belongs to what, the trail, every family and half-typed line.

    The trail is compared with the newest backup's end of it, since lines cut off its end leave no other mark.
    """
    problems = list(_of_the_file(file.connection))
    lines, trail_problems, compared_with = _trail(file, store)
    families, meetings, unreadable = _families(store)
    drafts, unreadable_drafts = _drafts(file.connection)
    problems += [*trail_problems, *unreadable, *unreadable_drafts]
    since = _written_at(file.connection, "SELECT min(number), at FROM trail WHERE number >= ?", 0)
    return Health(families, meetings, drafts, lines, since, compared_with, tuple(problems))


def _of_the_file(connection: sqlite3.Connection) -> list[str]:
    problems = []
    if connection.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
        problems.append("The file is damaged in a place.")
    if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
        problems.append("Something in the file belongs to a family or a meeting that is not there.")
    return problems


def _trail(file: OpenFile, store: Store) -> tuple[int, list[str], Path | None]:
    lines, _ = trail_end(file.connection)
    problems = []
    broken = store.broken_trail()
    if broken is not None:
        problems.append(_broken(file.connection, broken))
    newest = _newest_with_a_manifest(file)
    if newest is None:
        return lines, problems, None
    backup, manifest = newest
    if not _goes_on_from(manifest, file.connection):
        problems.append(
            f"Lines are missing at the end of the trail: {backup.path.name} still has them, "
            "or it is the backup of another file."
        )
    return lines, problems, backup.path


def _broken(connection: sqlite3.Connection, number: int) -> str:
    """Where the trail does not hold, and until when it does: the line before is the last that can be believed."""
    until = _written_at(connection, "SELECT max(number), at FROM trail WHERE number < ?", number)
    after = "" if until is None else f", after {day_in_words(until.date())}, {until:%H:%M}"
    return f"The trail does not hold from line {number}{after}: a line was changed or taken out."


def _written_at(connection: sqlite3.Connection, line: str, number: int) -> datetime | None:
    _, at = connection.execute(line, [number]).fetchone()
    try:
        return None if at is None else datetime.fromisoformat(str(at)).astimezone()
    except ValueError:
        return None


def _newest_with_a_manifest(file: OpenFile) -> tuple[KeptBackup, Manifest] | None:
    folder = folder_chosen(file.connection, file.path)
    for backup in reversed(backups_in(folder, file.path)):
        manifest = manifest_of(backup.path)
        if manifest is not None:
            return backup, manifest
    return None


def _goes_on_from(manifest: Manifest, connection: sqlite3.Connection) -> bool:
    if not manifest.trail_lines:
        return True
    found = connection.execute("SELECT link FROM trail WHERE number = ?", [manifest.trail_lines]).fetchone()
    return bool(found == (manifest.trail_head,))


def _families(store: Store) -> tuple[int, int, list[str]]:
    readable = meetings = unreadable = 0
    for ref in store.refs():
        try:
            meetings += len(store.family(ref).meetings)
            readable += 1
        except NotSaved:
            unreadable += 1
    said = "A family cannot be read." if unreadable == 1 else f"{unreadable} families cannot be read."
    return readable, meetings, [said] if unreadable else []


def _drafts(connection: sqlite3.Connection) -> tuple[int, list[str]]:
    try:
        rows = connection.execute("SELECT place, text, cursor FROM draft").fetchall()
    except sqlite3.Error:
        return 0, ["A half-typed line cannot be read."]
    wrong = [row for row in rows if [type(value) for value in row] != [str, str, int]]
    return len(rows), ["A half-typed line cannot be read."] if wrong else []
