"""Putting a backup in the place of the families' file, which is kept beside it under a dated name."""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from itertools import chain, count
from pathlib import Path
from typing import Final

from db.backup import back_up
from db.file import DamagedFile, OpenFile, open_file, readable
from db.inspection import inspected
from db.kept_backups import AFTER_RESTORING
from db.place import place_of
from db.trial import Trial, tried_out
from eymeeting.domain.problems import Problem, Refused
from eymeeting.whole_files import give_name, not_written, settle

_BESIDE: Final = ("-wal", "-journal", "-shm")
_ALL: Final = ("", *_BESIDE)


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put in place, and where the file is now that was there before."""

    trial: Trial
    place: Path
    set_aside: Path | None


def restore(
    backup: Path, database: Path, now: Callable[[], datetime], environment: Mapping[str, str]
) -> Restored:
    """Try the backup out, set the present file aside, put the backup in its place.

    The present file may be damaged or not be there. At every moment there is
    a whole file at its place or the one that was there before.

    Raises:
        UnusableFile: the backup does not hold, or the present file is in use, newer or another program's.
        Refused: the backup is the families' own file.
        Problem: the disk or the folder does not let us. The present file is where it was.
    """
    place = place_of(database, environment)
    _refuse_itself(backup, place)
    inspected(backup)
    try:
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as problem:
        raise Problem(not_written(problem)) from None
    with _held(place, environment) as held, tried_out(backup, now, place.parent) as (copy, trial):
        if held is not None:
            _at_rest(held, place)
        aside = _changed_over(copy, place, now())
    _back_up_what_is_there_now(place, now, environment)
    return Restored(trial, place, aside)


def _refuse_itself(backup: Path, place: Path) -> None:
    with suppress(OSError):
        if backup.samefile(place):
            raise Refused("That is the families' own file. Nothing was changed; name a backup.")


@contextmanager
def _held(place: Path, environment: Mapping[str, str]) -> Iterator[sqlite3.Connection | None]:
    """The present file, held so that nobody else begins to use it; nothing where there is none.

    A damaged one is left as it is and not held: nobody can have opened it.
    """
    file = _sound(place, environment) if place.exists() else None
    try:
        yield None if file is None else file.connection
    finally:
        if file is not None:
            file.connection.close()


def _sound(place: Path, environment: Mapping[str, str]) -> OpenFile | None:
    try:
        file = open_file(place, environment)
    except DamagedFile:
        return None
    try:
        file.check()
    except DamagedFile:
        file.connection.close()
        return None
    return file


def _at_rest(held: sqlite3.Connection, place: Path) -> None:
    """Have all of the file in the one file, and keep it held. An empty journal may stay beside it."""
    with readable(place):
        held.execute("PRAGMA journal_mode = TRUNCATE")
        held.execute("BEGIN EXCLUSIVE")
    if sys.platform == "win32":
        held.close()  # Windows moves no file that somebody holds


def _changed_over(copy: Path, place: Path, now: datetime) -> Path | None:
    """Set the present file aside and put the copy in its place; return where the present file is now.

    One that holds nothing is not kept.
    """
    aside = _free_name(place, now) if _holds_anything(place) else None
    try:
        if aside is not None:
            _set_aside(place, aside)
        give_name(copy, place, replace=place.exists())
    except OSError as problem:
        if aside is not None:
            _put_back(place, aside)
        raise Problem(
            f"The backup could not be put in place ({(problem.strerror or 'not allowed').lower()}). "
            f"{place} is as it was."
        ) from None
    return aside


def _free_name(place: Path, now: datetime) -> Path:
    stamped = f"{place.stem}-set-aside-{now:%Y-%m-%d-%H%M%S}"
    names = (
        place.with_name(f"{stamped}{again}{place.suffix}")
        for again in chain([""], map("-{}".format, count(2)))
    )
    return next(name for name in names if not any(_with(name, ending).exists() for ending in _ALL))


def _set_aside(place: Path, aside: Path) -> None:
    """Give the present file, and what is beside it, a second name; it keeps its first until it is replaced."""
    for ending in _ALL:
        if _holds_anything(_with(place, ending)):
            _named_too(_with(place, ending), _with(aside, ending))
    settle(place.parent)
    for ending in _BESIDE:
        _with(place, ending).unlink(missing_ok=True)


def _holds_anything(path: Path) -> bool:
    return path.exists() and path.stat().st_size > 0


def _put_back(place: Path, aside: Path) -> None:
    for ending in _ALL:
        if _with(aside, ending).exists():
            _with(aside, ending).replace(_with(place, ending))
            _with(aside, ending).unlink(missing_ok=True)


def _with(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)


def _named_too(path: Path, other: Path) -> None:
    try:
        os.link(path, other)
    except FileExistsError:
        raise
    except OSError:  # some network folders and memory sticks know no links
        path.rename(other)


def _back_up_what_is_there_now(
    place: Path, now: Callable[[], datetime], environment: Mapping[str, str]
) -> None:
    """The newest backup is of the file that is there, so that its trail is compared with its own."""
    with suppress(Problem):
        file = open_file(place, environment)
        try:
            back_up(file.connection, file.path, now(), AFTER_RESTORING)
        finally:
            file.close()
