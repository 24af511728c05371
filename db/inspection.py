"""A file that is said to be a backup, looked at without changing it or anything beside it."""

from __future__ import annotations

import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from db.file import APPLICATION_ID, REVISION, UnusableFile, is_ours_alone
from db.manifest import Manifest, holds, manifest_in
from eymeeting.domain.problems import NotFound, Problem

LARGEST: Final = 2_000_000_000
"""Bytes of the largest file that is looked at; five hundred families need a hundredth of it."""

_BEGINNING: Final = b"SQLite format 3\x00"
_LONGEST_VALUE: Final = 10_000_000
_NEEDED: Final = frozenset({"family", "meeting", "person", "trail"})


@dataclass(frozen=True, slots=True)
class Inspected:
    """A file that holds: ours, whole, and what its manifest says. One without a manifest says nothing."""

    revision: int
    manifest: Manifest | None


def inspected(path: Path, called: Path | None = None) -> Inspected:
    """Look at a file as one would at a stranger's. Sentences name it as ``called``.

    Raises:
        NotFound: there is no such file.
        UnusableFile: it is not ours, newer, damaged, in use, or holds what we never put into a file.
    """
    called = called or path
    size = at_first_sight(path, called)
    with _telling(called), closing(_opened(path)) as connection:
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (revision,) = connection.execute("PRAGMA user_version").fetchone()
        if application != APPLICATION_ID:
            raise UnusableFile(f"{called} is a database of another program. {_NOTHING}")
        if revision > REVISION:
            raise UnusableFile(
                f"{called} was written by a newer version of eymeeting. {_NOTHING} Install that version first."
            )
        if not is_ours_alone(connection):
            raise UnusableFile(f"{called} holds something that eymeeting never puts into a file. {_NOTHING}")
        manifest = _manifest_of_a_whole_file(connection, size, called)
    return Inspected(revision, manifest)


def manifest_of(path: Path) -> Manifest | None:
    """What a backup says of itself, without looking through it; nothing where it says nothing readable."""
    try:
        at_first_sight(path, path)
        with _telling(path), closing(_opened(path)) as connection:
            return manifest_in(connection)
    except Problem:
        return None


def _manifest_of_a_whole_file(connection: sqlite3.Connection, size: int, called: Path) -> Manifest | None:
    names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    (page,) = connection.execute("PRAGMA page_size").fetchone()
    (first,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    stray = connection.execute("PRAGMA foreign_key_check").fetchone()
    if pages * page != size or first != "ok" or stray is not None or not names >= _NEEDED:
        raise UnusableFile(_damaged(called))
    manifest = manifest_in(connection)
    if manifest is not None and not holds(manifest, connection):
        raise UnusableFile(f"{called} does not hold what it says it held when it was made. {_NOTHING}")
    return manifest


def at_first_sight(path: Path, called: Path) -> int:
    """The size of a file that could be one of ours, is at rest and can be read.

    Raises:
        NotFound: there is no such file.
        UnusableFile: it is no file, far too large, no database, or in use.
    """
    try:
        told = path.stat()
        if not stat.S_ISREG(told.st_mode):
            raise UnusableFile(f"{called} is no file. {_NOTHING} Name a backup.")
        if told.st_size > LARGEST:
            raise UnusableFile(f"{called} is larger than any families' file. {_NOTHING}")
        with path.open("rb") as file:
            if file.read(len(_BEGINNING)) != _BEGINNING:
                raise UnusableFile(_damaged(called))
        for ending in ("-wal", "-journal"):
            beside = path.with_name(path.name + ending)
            if beside.exists() and beside.stat().st_size:
                raise UnusableFile(
                    f"{called} is in use, or was left when a program was cut short. {_NOTHING} "
                    "Open it with “eymeeting --database”, close it, and try again."
                )
    except OSError as problem:
        raise _unreadable(problem, called) from None
    except ValueError:
        raise UnusableFile(f"{called} is not a place for a file. {_NOTHING}") from None
    return told.st_size


def _unreadable(problem: OSError, called: Path) -> NotFound | UnusableFile:
    if isinstance(problem, FileNotFoundError | NotADirectoryError):
        return NotFound(f"There is no file {called}. {_NOTHING}")
    return UnusableFile(
        f"{called} cannot be read ({(problem.strerror or 'not allowed').lower()}). {_NOTHING}"
    )


def _opened(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_VALUE)
    for setting in ("trusted_schema = OFF", "cell_size_check = ON", "query_only = ON", "temp_store = MEMORY"):
        connection.execute(f"PRAGMA {setting}")
    return connection


@contextmanager
def _telling(called: Path) -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, TypeError, ValueError, OverflowError):
        raise UnusableFile(_damaged(called)) from None


def _damaged(called: Path) -> str:
    return f"{called} is damaged, or is no families' file. {_NOTHING} Choose another backup."


_NOTHING: Final = "Nothing was changed."
