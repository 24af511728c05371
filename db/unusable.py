"""Why a file cannot be opened as it is, in sentences."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from eymeeting.domain.problems import Problem


class UnusableFile(Problem):
    """The file cannot be opened as it is. Nothing in it has been changed."""


class DamagedFile(UnusableFile):
    """The file is damaged, or never was one of ours. A backup may take its place."""


@contextmanager
def readable(path: Path) -> Iterator[None]:
    """Turn what SQLite cannot do with the file into a sentence.

    Raises:
        UnusableFile: the file cannot be used as it is.
    """
    try:
        yield
    except sqlite3.Error as problem:
        raise _unusable(problem, path) from None
    except (TypeError, ValueError):
        raise damaged(path) from None


def damaged(path: Path) -> DamagedFile:
    """The problem of a damaged file, with what can be done about it."""
    from db.offer import offer

    return DamagedFile(
        f"{path} is damaged, or is no families' file, so it was not opened. "
        f"Nothing in it was changed. {offer(path)}"
    )


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
    return damaged(path)
