"""Copies of the whole file, taken by SQLite itself while it is open."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from datetime import date, datetime
from itertools import count
from pathlib import Path

from db.file import OpenFile
from db.kept_backups import DAILY, backups_in, folder_chosen, make_room, name_of
from db.manifest import drawn_up, put_in
from eymeeting.domain.problems import Problem
from eymeeting.version import version
from eymeeting.whole_files import NameTaken, not_written, written_whole


class Backup:
    """The whole file as it was at one moment, held in memory until it is written.

    Taking it reads the file once, some milliseconds for twenty megabytes. What
    is slow, looking through it and writing it, is in ``write``, which another
    thread may do: the open file is not touched again.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path, now: datetime, why: str) -> None:
        """Take the moment.

        Raises:
            Problem: the file cannot be read.
        """
        self._path, self._now, self._why = path, now, why
        self._folder = folder_chosen(connection, path)
        self._moment = sqlite3.connect(":memory:", check_same_thread=False)
        try:
            connection.backup(self._moment)
        except sqlite3.Error:
            self._moment.close()
            raise Problem(_UNREADABLE.format(path=path)) from None

    def write(self) -> Path:
        """Look through it, write it into the backups' folder under a name of its own; return where it is.

        Older ones that are past keeping make room once it is there.

        Raises:
            Problem: it is damaged, or could not be written. No part of it is left, and no other is touched.
        """
        with closing(self._moment):
            self._say_what_it_holds()
            path = self._into_its_folder()
        make_room(self._folder, self._path, self._now.date())
        return path

    def write_to(self, path: Path) -> Path:
        """The same, to a place of one's own choice.

        Raises:
            NameTaken: there is a file of that name.
            Problem: it is damaged, or could not be written. No part of it is left.
        """
        with closing(self._moment):
            try:
                if path.is_dir():
                    raise Problem(f"{path} is a folder. Nothing was written; name a file for the backup.")
                self._say_what_it_holds()
                return self._put(path)
            except FileExistsError:
                raise NameTaken(
                    "There is a file of that name already, and it was not touched. Choose another name."
                ) from None
            except OSError as problem:
                raise Problem(not_written(problem)) from None
            except sqlite3.Error:
                raise Problem(_not_written(path.parent)) from None

    def _say_what_it_holds(self) -> None:
        try:
            (first,) = self._moment.execute("PRAGMA quick_check(1)").fetchone()
            stray = self._moment.execute("PRAGMA foreign_key_check").fetchone()
            if first != "ok" or stray is not None:
                raise Problem(_UNREADABLE.format(path=self._path))
            put_in(drawn_up(self._moment, self._now, self._why, version()), self._moment)
        except (sqlite3.Error, UnicodeError):
            raise Problem(_UNREADABLE.format(path=self._path)) from None

    def _into_its_folder(self) -> Path:
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            for number in count(1):
                with suppress(FileExistsError):
                    return self._put(self._folder / name_of(self._path, self._now, self._why, number))
        except (OSError, sqlite3.Error):
            pass
        raise Problem(_not_written(self._folder))

    def _put(self, path: Path) -> Path:
        with written_whole(path) as partial:
            try:
                with closing(sqlite3.connect(partial)) as copy:
                    self._moment.backup(copy)
                    copy.execute("PRAGMA journal_mode = DELETE")
            finally:
                for beside in partial.parent.glob(f"{partial.name}-*"):
                    beside.unlink(missing_ok=True)
        return path


def back_up(connection: sqlite3.Connection, path: Path, now: datetime, why: str) -> Path:
    """Copy the open database into its backups' folder. What comes back is the copy's path.

    Raises:
        Problem: the copy could not be written. No part of it is left.
    """
    return Backup(connection, path, now, why).write()


def daily_backup(file: OpenFile, now: datetime) -> Backup | None:
    """The day's backup when it is due: there are families, and there is none of today yet.

    Raises:
        Problem: the file cannot be read.
    """
    try:
        folder = folder_chosen(file.connection, file.path)
        if _has_one_of(now.date(), folder, file.path) or not _has_families(file.connection):
            return None
    except sqlite3.Error:
        raise Problem(_UNREADABLE.format(path=file.path)) from None
    return Backup(file.connection, file.path, now, DAILY)


def _has_one_of(today: date, folder: Path, path: Path) -> bool:
    return any(each.made.date() == today for each in backups_in(folder, path))


def _has_families(connection: sqlite3.Connection) -> bool:
    (there,) = connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'family'").fetchone()
    return bool(there) and connection.execute("SELECT 1 FROM family LIMIT 1").fetchone() is not None


_UNREADABLE = (
    "No backup was made: {path} is damaged in a place. Older backups are as they were. "
    "Close eymeeting; “eymeeting check” says more."
)


def _not_written(folder: Path) -> str:
    return f"A backup could not be written to {folder}, so nothing was changed. Make some room there and try again."
