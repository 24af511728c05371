"""Copies of the whole file, made by SQLite itself while it is open."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from db.file import backups_of
from eymeeting.domain.problems import Problem


def back_up(connection: sqlite3.Connection, path: Path, now: datetime, why: str) -> Path:
    """Copy the open database into the backups folder beside it. What comes back is the copy's path.

    Raises:
        Problem: the copy could not be written. No part of it is left.
    """
    folder = backups_of(path)
    name = f"{path.stem}-{now:%Y-%m-%d-%H%M%S}-{why}.sqlite3"
    partial, whole = folder / f"{name}.part", _free(folder / name)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(partial, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600))
        with closing(sqlite3.connect(partial)) as copy:
            connection.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
        with partial.open("rb+") as written:
            os.fsync(written.fileno())
        partial.replace(whole)
        _settle(folder)
    except (OSError, sqlite3.Error) as problem:
        with suppress(OSError):
            partial.unlink()
        raise Problem(
            f"A backup could not be written to {folder}, so nothing was changed. "
            "Make some room there and try again."
        ) from problem
    return whole


def _settle(folder: Path) -> None:
    """Have the copy's name itself on the disk, where the system can do that."""
    if os.name != "posix":
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _free(path: Path) -> Path:
    number = 2
    free = path
    while free.exists():
        free = path.with_name(f"{path.stem}-{number}{path.suffix}")
        number += 1
    return free
