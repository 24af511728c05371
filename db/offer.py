"""What is offered in the place of a damaged file: the newest backup that holds, and how to put it there."""

from __future__ import annotations

import os
import shlex
import subprocess
from pathlib import Path

from db.inspection import inspected
from db.kept_backups import KeptBackup, backups_in, folder_of
from eymeeting.domain.problems import Problem


def offer(path: Path) -> str:
    """The sentence that says what to do about a damaged file."""
    folder = folder_of(path)
    backup = newest_good(folder, path)
    if backup is None:
        return f"Keep it as it is: there is no backup in {folder} to put in its place."
    return (
        f"“{_in_a_terminal('eymeeting', 'restore', str(backup.path), '--database', str(path))}” "
        f"keeps it beside and puts the newest backup in its place."
    )


def newest_good(folder: Path, path: Path) -> KeptBackup | None:
    """The newest backup of a file that holds, each looked at from the newest on."""
    return next((each for each in reversed(backups_in(folder, path)) if _holds(each.path)), None)


def _holds(backup: Path) -> bool:
    try:
        inspected(backup)
    except Problem:
        return False
    return True


def _in_a_terminal(*words: str) -> str:
    return subprocess.list2cmdline(words) if os.name == "nt" else shlex.join(words)
