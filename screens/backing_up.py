"""A backup when a meeting is finished: made while the chair goes on, told only when it fails."""

from __future__ import annotations

from asyncio import Future, get_running_loop
from pathlib import Path

from textual.app import App

from db.kept_backups import AFTER_MEETING
from eymeeting.domain.problems import Problem
from screens.surroundings import KeptFamilies


def back_up_meeting(app: App[object], store: KeptFamilies) -> None:
    """Write a backup of the file as it is at this moment. It is also written when the app closes meanwhile."""
    try:
        moment = store.backup(AFTER_MEETING)
    except Problem as problem:
        _tell(app, problem)
        return
    writing = get_running_loop().run_in_executor(None, moment.write)
    writing.add_done_callback(lambda written: _tell_of(app, written))


def _tell_of(app: App[object], written: Future[Path]) -> None:
    problem = None if written.cancelled() else written.exception()
    if isinstance(problem, Problem) and app.is_running:
        _tell(app, problem)


def _tell(app: App[object], problem: Problem) -> None:
    app.notify(str(problem), severity="warning", markup=False)
