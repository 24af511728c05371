"""Opening a folder by the system's own way."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from eymeeting.domain.problems import Problem
from eymeeting.programs import found, started

_SECONDS: Final = 3
"""How long a program that opens folders may take to say that it cannot. Many go on while the window is open."""

_NO_WAY: Final = "Nothing here opens folders. The copies are in {folder}"
_NOT_THERE: Final = "There is no folder yet: no copy lies in {folder}"


def open_folder(folder: Path, environment: Mapping[str, str]) -> None:
    """Show a folder in a window of the system. It waits for no longer than a few seconds.

    Raises:
        Problem: the folder is not there, or nothing here opens it; the sentence says where it is.
    """
    if not folder.is_dir():
        raise Problem(_NOT_THERE.format(folder=folder))
    if sys.platform == "win32":
        try:
            os.startfile(folder)  # noqa: S606
        except OSError:
            raise Problem(_NO_WAY.format(folder=folder)) from None
        return
    program = _program(environment)
    if program is None or not _opens(program, folder, environment):
        raise Problem(_NO_WAY.format(folder=folder))


def _program(environment: Mapping[str, str]) -> str | None:
    """What opens folders: on Linux only where there are windows, for elsewhere it would take over the terminal."""
    if sys.platform == "darwin":
        return found("open", environment)
    if environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"):
        return found("xdg-open", environment)
    return None


def _opens(program: str, folder: Path, environment: Mapping[str, str]) -> bool:
    """Whether a program takes the folder; one that goes on has taken it."""
    try:
        return started([program, str(folder)], environment).wait(_SECONDS) == 0
    except OSError:
        return False
    except subprocess.TimeoutExpired:
        return True
