"""The one file, opened with plain sqlite3 and looked at before it is used.

Nothing here imports the table library, so that Home's first list needs only this.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from eymeeting.domain.problems import Problem

APPLICATION_ID: Final = 0x45594D54
"""“EYMT” in the file's header says that a file is ours."""

REVISION: Final = 1
"""The form of the tables that this version writes, in the file's ``user_version``."""

CHECKED_AT_EVERY_START: Final = 20_000_000
"""Bytes up to which a file is checked at every start; a larger one only after an unclean end."""


class UnusableFile(Problem):
    """The file cannot be opened as it is. Nothing in it has been changed."""


@dataclass(frozen=True, slots=True)
class OpenFile:
    """An open file: the one connection to it, and the revision of its tables (0: still empty)."""

    path: Path
    connection: sqlite3.Connection
    revision: int
    was_left_unclean: bool

    def check(self) -> None:
        """Look through the file before anything of it is used. Home's first list does not wait for it.

        Raises:
            UnusableFile: it is damaged. Nothing in it has been changed.
        """
        if not self.was_left_unclean and self.path.stat().st_size >= CHECKED_AT_EVERY_START:
            return
        with readable(self.path):
            (first,) = self.connection.execute("PRAGMA quick_check(1)").fetchone()
            stray = self.connection.execute("PRAGMA foreign_key_check").fetchone()
        if first != "ok" or stray is not None:
            raise UnusableFile(_damaged(self.path))

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
    path = Path(path).expanduser().absolute()
    refuse_synchronised(path, os.environ if environment is None else environment)
    unclean = path.with_name(path.name + "-wal").exists()
    _make(path)
    with readable(path):
        connection = sqlite3.connect(path, isolation_level=None)
        try:
            revision = _taken(connection, path)
        except BaseException:
            connection.close()
            raise
    return OpenFile(path, connection, revision, unclean)


@contextlib.contextmanager
def readable(path: Path) -> Iterator[None]:
    """Turn what SQLite cannot do with the file into a sentence.

    Raises:
        UnusableFile: the file cannot be used as it is.
    """
    try:
        yield
    except sqlite3.Error as problem:
        raise _unusable(problem, path) from None


def refuse_synchronised(path: Path, environment: Mapping[str, str]) -> None:
    """Refuse a place that another program copies while we write: it would copy half a database.

    Raises:
        UnusableFile: the file lies under OneDrive, Dropbox, iCloud, Google Drive or on a network share.
    """
    text = str(path)
    named = [environment.get(name, "") for name in ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")]
    under = any(folder and Path(folder) in path.parents for folder in named)
    parts = [part.casefold() for part in path.parts[:-1]]
    telling = any(part.startswith(_SYNCHRONISED) or part in _SYNCHRONISED_EXACT for part in parts)
    if under or telling or text.startswith(("\\\\", "//")):
        raise UnusableFile(
            f"The folder {path.parent} is synchronised or on a network, "
            "and that can damage the families' file. Nothing was written. "
            "Choose a folder on this computer with --database."
        )


_SYNCHRONISED: Final = ("onedrive", "dropbox", "icloud", "google drive", "googledrive")
_SYNCHRONISED_EXACT: Final = frozenset({"mobile documents", "com~apple~clouddocs", "nextcloud", "owncloud"})


def _make(path: Path) -> None:
    if path.is_dir():
        raise UnusableFile(f"{path} is a folder. Name a file for the families with --database.")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError as problem:
        reason = problem.strerror or "it is not allowed"
        raise UnusableFile(
            f"{path} cannot be opened for writing ({reason.lower()}). Nothing was changed. "
            "Choose another place with --database, or ask for leave to write there."
        ) from None


def _taken(connection: sqlite3.Connection, path: Path) -> int:
    """Look before touching, then take the file for ourselves alone. What comes back is its revision."""
    connection.execute("PRAGMA busy_timeout = 0")
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    (revision,) = connection.execute("PRAGMA user_version").fetchone()
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if tables and application != APPLICATION_ID:
        raise UnusableFile(
            f"{path} is a database of another program. Nothing in it was changed. "
            "Name the families' own file with --database."
        )
    if revision > REVISION:
        raise UnusableFile(
            f"{path} was written by a newer version of eymeeting. Nothing in it was changed. "
            "Install the newer version to open it."
        )
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


def _damaged(path: Path) -> str:
    return (
        f"{path} is damaged, so it was not opened. Nothing in it was changed. "
        f"Keep it as it is: the copies in {backups_of(path)} can be used instead with --database."
    )


def backups_of(path: Path) -> Path:
    """The folder beside a file that holds its backups."""
    return path.with_name("backups")


def _unusable(problem: sqlite3.Error, path: Path) -> UnusableFile:
    name = getattr(problem, "sqlite_errorname", "") or ""
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return UnusableFile(
            f"{path} is already open in another window of eymeeting. Nothing was changed. "
            "Go on there, or close it first."
        )
    if name.startswith(("SQLITE_READONLY", "SQLITE_PERM", "SQLITE_CANTOPEN", "SQLITE_AUTH")):
        return UnusableFile(
            f"{path} cannot be written to. Nothing was changed. "
            "Choose another place with --database, or ask for leave to write there."
        )
    if name.startswith("SQLITE_FULL"):
        return UnusableFile(
            f"The disk is full, so {path} was not opened. Nothing was changed. Make some room first."
        )
    return UnusableFile(_damaged(path))
