"""The one file, opened with plain sqlite3 and looked at before it is used.

Nothing here imports the table library, so that Home's first list needs only this.
"""

from __future__ import annotations

import contextlib
import errno
import os
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from db.place import backups_of, place_of
from db.unusable import DamagedFile, UnusableFile, damaged, readable

__all__ = [
    "APPLICATION_ID",
    "CHECKED_AT_EVERY_START",
    "REVISION",
    "DamagedFile",
    "OpenFile",
    "UnusableFile",
    "backups_of",
    "is_ours_alone",
    "open_file",
    "readable",
]

APPLICATION_ID: Final = 0x45594D54
"""“EYMT” in the file's header says that a file is ours."""

REVISION: Final = 5
"""The form of the tables that this version writes, in the file's ``user_version``."""

CHECKED_AT_EVERY_START: Final = 20_000_000
"""Bytes up to which a file is checked at every start; a larger one only after an unclean end."""


@dataclass(frozen=True, slots=True)
class OpenFile:
    """An open file: the one connection to it, and the revision of its tables (0: still empty).

    ``was_left_unclean``: the program was cut short, so the file was looked through when it was opened.
    """

    path: Path
    connection: sqlite3.Connection
    revision: int
    was_left_unclean: bool

    def check(self) -> None:
        """Look through the file before anything of it is used. Home's first list does not wait for it.

        Raises:
            UnusableFile: it is damaged. Nothing in it has been changed.
        """
        if self.was_left_unclean or self.path.stat().st_size >= CHECKED_AT_EVERY_START:
            return
        with readable(self.path):
            _look_through(self.connection, self.path)

    def close(self) -> None:
        """Let go of the file, leaving it whole and alone in its folder."""
        with contextlib.suppress(sqlite3.Error):
            self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self.connection.close()


def open_file(path: Path, environment: Mapping[str, str] | None = None) -> OpenFile:
    """Open the file, making it when it is not there, and see that it is ours and free.

    Raises:
        UnusableFile: it is newer than this version, already open, read-only,
            not ours, plainly damaged, or in a folder that is synchronised.
    """
    path = place_of(path, os.environ if environment is None else environment)
    unclean = _made(path)
    if unclean:
        _look_before_recovery(path)
    with readable(path):
        connection = sqlite3.connect(path, isolation_level=None)
        try:
            revision = _taken(connection, path)
        except BaseException:
            connection.close()
            raise
    return OpenFile(path, connection, revision, unclean)


def _made(path: Path) -> bool:
    """Make the file when it is not there. Whether it was there, and left unclean.

    One that is there is not opened: closing it again would let go of every lock this program has on it.
    """
    try:
        if path.is_dir():
            raise UnusableFile(f"{path} is a folder. Name a file for the families with --database.")
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not path.exists():
            os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
        elif not os.access(path, os.R_OK | os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return path.with_name(path.name + "-wal").exists()
    except OSError as problem:
        reason = problem.strerror or "it is not allowed"
        raise UnusableFile(
            f"{path} cannot be opened for writing ({reason.lower()}). Nothing was changed. "
            "Choose another place with --database, or ask for leave to write there."
        ) from None


def _look_before_recovery(path: Path) -> None:
    """Look through a file that was left unclean, before anything is written into it.

    Opening it for writing puts what is beside it into it, and that is too late to find it damaged.

    Raises:
        UnusableFile: it is damaged. Nothing in it or beside it has been changed.
    """
    shared = path.with_name(path.name + "-shm")
    leftover = shared.exists()
    try:
        with (
            readable(path),
            contextlib.closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection,
        ):
            connection.execute("PRAGMA busy_timeout = 0")
            _look_through(connection, path)
    finally:
        if not leftover:
            shared.unlink(missing_ok=True)


def _taken(connection: sqlite3.Connection, path: Path) -> int:
    """Look before touching, then take the file for ourselves alone. What comes back is its revision."""
    connection.execute("PRAGMA busy_timeout = 0")
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    (revision,) = connection.execute("PRAGMA user_version").fetchone()
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if (tables or application) and application != APPLICATION_ID:
        raise UnusableFile(
            f"{path} is a database of another program. Nothing in it was changed. "
            "Name the families' own file with --database."
        )
    if revision > REVISION:
        raise UnusableFile(
            f"{path} was written by a newer version of eymeeting. Nothing in it was changed. "
            "Install the newer version to open it."
        )
    if not is_ours_alone(connection):
        raise UnusableFile(
            f"{path} holds something that eymeeting never puts into a file. Nothing in it was changed. "
            "Name the families' own file with --database."
        )
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    if not pages and path.stat().st_size:
        raise damaged(path)
    (mode,) = connection.execute("PRAGMA journal_mode").fetchone()
    if tables and mode != "wal":
        _look_through(connection, path)
    (mode,) = connection.execute("PRAGMA journal_mode = WAL").fetchone()
    if mode != "wal":
        connection.execute("PRAGMA journal_mode = TRUNCATE")
    for setting in _SETTINGS:
        connection.execute(f"PRAGMA {setting}")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("ROLLBACK")
    return int(revision) if tables else 0


_SETTINGS: Final = (
    "synchronous = FULL",
    "foreign_keys = ON",
    "secure_delete = ON",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "temp_store = MEMORY",
)


def is_ours_alone(connection: sqlite3.Connection) -> bool:
    """Whether a file holds nothing but tables and indexes: whatever else it does, it was not made here.

    Raises:
        sqlite3.Error: it cannot be read.
    """
    (strange,) = connection.execute(_STRANGE).fetchone()
    return not strange


_STRANGE: Final = """
SELECT (SELECT count(*) FROM sqlite_master WHERE type NOT IN ('table', 'index') OR rootpage = 0)
  + (SELECT count(*) FROM sqlite_master AS listed, pragma_table_xinfo(listed.name) AS field
     WHERE listed.type = 'table' AND field.hidden <> 0)
"""


def _look_through(connection: sqlite3.Connection, path: Path) -> None:
    (first,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    stray = connection.execute("PRAGMA foreign_key_check").fetchone()
    if first != "ok" or stray is not None:
        raise damaged(path)
