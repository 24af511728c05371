"""A backup tried out: a private copy of it, opened with this version and read to its end."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import mkdtemp
from typing import Final

from sqlmodel import SQLModel

from db.engine import engine_on
from db.file import REVISION, OpenFile, UnusableFile, open_file
from db.inspection import at_first_sight, inspected
from db.kept_backups import LEFT_BEHIND_AFTER
from db.manifest import Manifest, take_out
from db.store import Store
from db.store.transactions import NotSaved
from db.upgrade import bring_up
from eymeeting.domain.family import Family
from eymeeting.domain.problems import Problem
from eymeeting.whole_files import not_written, save_whole

_BEGINNING: Final = ".trial-"
_NOT_OURS: Final = frozenset({"alembic_version", "sqlite_sequence", "sqlite_stat1", "sqlite_stat4"})


@dataclass(frozen=True, slots=True)
class Trial:
    """What a backup turned out to hold. ``brought_up``: it was of an earlier version."""

    manifest: Manifest | None
    families: int
    meetings: int
    brought_up: bool


@contextmanager
def tried_out(
    backup: Path, now: Callable[[], datetime], folder: Path | None = None
) -> Iterator[tuple[Path, Trial]]:
    """A copy of a backup that holds in every way, ready to be used, and what is in it; gone after the block.

    The copy is in ``folder``, or where the computer keeps what is for a while, for its owner alone.

    Raises:
        UnusableFile: the backup does not hold.
        NotFound: there is no such file.
        Problem: there is no room for the copy.
    """
    at_first_sight(backup, backup)
    place = _private_folder(folder)
    try:
        copy = place / "families.sqlite3"
        _copy(backup, copy)
        manifest = inspected(copy, called=backup).manifest
        yield copy, _tried(copy, backup, manifest, now)
    finally:
        shutil.rmtree(place, ignore_errors=True)


def _private_folder(folder: Path | None) -> Path:
    for left in folder.glob(f"{_BEGINNING}*.part") if folder is not None else ():
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > LEFT_BEHIND_AFTER:
                shutil.rmtree(left, ignore_errors=True)
    try:
        return Path(mkdtemp(prefix=_BEGINNING, suffix=".part", dir=folder))
    except OSError as problem:
        raise Problem(not_written(problem)) from None


def _copy(backup: Path, copy: Path) -> None:
    try:
        with backup.open("rb") as source:
            save_whole(copy, lambda target: shutil.copyfileobj(source, target, 1 << 20))
    except OSError as problem:
        raise Problem(not_written(problem)) from None


def _tried(copy: Path, backup: Path, manifest: Manifest | None, now: Callable[[], datetime]) -> Trial:
    brought_up = _brought_up(copy)
    file = open_file(copy, {})
    try:
        take_out(file.connection)
        if _tables(file) != set(SQLModel.metadata.tables):
            raise UnusableFile(
                f"{backup} does not have the tables of a families' file. Nothing was changed. "
                "Choose another backup."
            )
        families = _families(Store(file, now), backup)
    finally:
        file.close()
    return Trial(manifest, len(families), sum(len(family.meetings) for family in families), brought_up)


def _brought_up(copy: Path) -> bool:
    """Give the copy this version's tables. Whether it had those of an earlier one."""
    file = open_file(copy, {})
    try:
        if file.revision == REVISION:
            return False
        bring_up(file, engine_on(file.connection))
        return True
    finally:
        file.close()


def _tables(file: OpenFile) -> set[str]:
    named = file.connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    return {name for (name,) in named} - _NOT_OURS


def _families(store: Store, backup: Path) -> list[Family]:
    """Every family, read through the store like any other.

    Raises:
        UnusableFile: one cannot be read, or the trail does not hold.
    """
    if store.broken_trail() is not None:
        raise UnusableFile(
            f"The trail in {backup} does not hold: a line was changed or taken out. Nothing was changed. "
            "Choose another backup."
        )
    try:
        return [store.family(ref) for ref in store.refs()]
    except NotSaved:
        raise UnusableFile(
            f"A family in {backup} cannot be read. Nothing was changed. Choose another backup."
        ) from None
