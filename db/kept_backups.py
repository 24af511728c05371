"""The backups in a folder: what they are called, which is the newest, which make room."""

from __future__ import annotations

import re
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Final

from db.place import backups_of
from db.settings import settings_at_start
from eymeeting.domain.keeping_backups import kept

DAILY: Final = "daily"
AFTER_MEETING: Final = "after-meeting"
AFTER_RESTORING: Final = "after-restoring"
BY_HAND: Final = "by-hand"

_MADE_BY_THEMSELVES: Final = frozenset(
    {DAILY, AFTER_MEETING, AFTER_RESTORING, "before-replacing", "before-upgrade"}
)
_NAME: Final = re.compile(r"-(\d{4}-\d\d-\d\d-\d{6})-([a-z]+(?:-[a-z]+)*)(?:-(\d+))?\.sqlite3\Z")
_STAMP: Final = "%Y-%m-%d-%H%M%S"
LEFT_BEHIND_AFTER: Final = 3600.0
"""Seconds after which a half-written file was left by a program that was cut short."""


@dataclass(frozen=True, slots=True, order=True)
class KeptBackup:
    """A backup by what its name says. ``number`` tells those of one second apart."""

    made: datetime
    number: int
    why: str
    path: Path


def folder_chosen(connection: sqlite3.Connection, path: Path) -> Path:
    """The folder for the backups of an open file: the one in its settings, or the one beside it."""
    return _chosen(settings_at_start(connection).backups, path)


def folder_of(path: Path) -> Path:
    """The folder for the backups of a file that is not open. One that cannot be read has it beside itself."""
    try:
        uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        with closing(sqlite3.connect(uri, uri=True)) as connection:
            return folder_chosen(connection, path)
    except (sqlite3.Error, OSError, ValueError):
        return backups_of(path)


def _chosen(folder: str | None, path: Path) -> Path:
    if folder:
        with suppress(OSError, RuntimeError, ValueError):
            return Path(folder).expanduser().absolute()
    return backups_of(path)


def name_of(path: Path, now: datetime, why: str, number: int = 1) -> str:
    """What a backup of a file is called."""
    again = f"-{number}" if number > 1 else ""
    return f"{path.stem}-{now:{_STAMP}}-{why}{again}.sqlite3"


def backups_in(folder: Path, path: Path) -> tuple[KeptBackup, ...]:
    """The backups of a file in a folder, oldest first. A folder that is not there has none."""
    try:
        return tuple(sorted(_listed(folder, path.stem)))
    except OSError:
        return ()


def _listed(folder: Path, stem: str) -> Iterator[KeptBackup]:
    for each in folder.iterdir():
        told = _NAME.fullmatch(each.name.removeprefix(stem)) if each.name.startswith(stem) else None
        if told is None:
            continue
        with suppress(ValueError):
            made = datetime.strptime(told[1], _STAMP)  # noqa: DTZ007
            yield KeptBackup(made, int(told[3] or 1), told[2], each)


def make_room(folder: Path, path: Path, today: date) -> None:
    """Take away the backups that were made by themselves and are past keeping.

    Whatever cannot be taken away stays. So does every backup that somebody made by hand.
    """
    backups = [each for each in backups_in(folder, path) if each.why in _MADE_BY_THEMSELVES]
    stay = kept([each.made for each in backups], today)
    for each in backups:
        if each.made not in stay:
            with suppress(OSError):
                each.path.unlink()
    with suppress(OSError):
        _clear_half_written(folder)


def _clear_half_written(folder: Path) -> None:
    for each in folder.glob(".*.part*"):
        with suppress(OSError):
            if time.time() - each.stat().st_mtime > LEFT_BEHIND_AFTER:
                each.unlink()
