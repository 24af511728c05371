"""What is done in another process, which ends in the middle as if its plug was pulled, or has little room."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import count
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from sqlalchemy.orm import configure_mappers

from db.file import open_file
from db.restoring import restore
from db.store import Store
from eymeeting.domain.entry import Entry
from eymeeting.domain.problems import Problem
from eymeeting.domain.sitting import Draft, Place

configure_mappers()  # once, before the first process is begun beside the one that has loaded this

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
PULLED = 9
"""The exit status of a process that was cut short."""


def _now() -> datetime:
    return NOON


def upgrading(path: Path, at: str) -> None:
    """Bring a file up to this version, and end at a statement that begins with these words."""

    def look(statement: str) -> None:
        if statement.strip().startswith(at):
            os._exit(PULLED)

    file = open_file(path, {})
    file.connection.set_trace_callback(look)
    Store(file, _now)


def typing(path: Path) -> None:
    """Keep the last words, and end with the file open."""
    Store(open_file(path, {}), _now).keep_draft("here", Draft(text="the last words", cursor=0))
    os._exit(PULLED)


def writing(path: Path, ref: str, meeting: str, words: Entry, place: Place) -> None:
    """Sit down at a meeting, write something there, and end while it is still being typed."""
    store = Store(open_file(path, {}), _now)
    sitting = store.begin_sitting(ref, meeting, "lead", Place(step="welcome"))
    store.visit(ref, None, "lead").write(words, sitting.id, place)
    os._exit(PULLED)


def restoring(backup: Path, place: Path, last: int) -> None:
    """Restore a backup, and end before this step that moves a file, links it or takes it away."""
    steps = count(1)

    def counted(really: Callable[..., Any]) -> Callable[..., Any]:
        def take_a_step(*asked: Any, **more: Any) -> Any:
            if next(steps) == last:
                os._exit(PULLED)
            return really(*asked, **more)

        return take_a_step

    for name in ("link", "replace", "unlink", "rename"):
        if hasattr(os, name):
            setattr(os, name, counted(getattr(os, name)))
    restore(backup, place, _now, {})
    os._exit(0)


def backing_up_with_little_room(path: Path, told: Connection) -> None:
    """Back up to a disk that has no room at first and then more and more. What came of it goes to ``told``."""
    assert sys.platform != "win32"
    import resource

    store = Store(open_file(path, {}), _now)
    said = []
    for room in range(0, 600_001, 75_000):
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, resource.RLIM_INFINITY))
        try:
            said.append(store.back_up("by-hand").name)
        except Problem as problem:
            said.append(str(problem))
    told.send(said)
