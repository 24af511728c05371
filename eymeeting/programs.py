"""The system's own programs: found by the path of an environment, and started without a shell or a terminal."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence


def found(name: str, environment: Mapping[str, str]) -> str | None:
    """Where a program lies; nothing where there is none of this name."""
    return shutil.which(name, path=environment.get("PATH", os.defpath))


def started(words: Sequence[str], environment: Mapping[str, str]) -> subprocess.Popen[bytes]:
    """A program with its words, in a group of its own. It neither reads our keys nor writes over the screen.

    Raises:
        OSError: it cannot be started.
    """
    return subprocess.Popen(
        list(words),
        env=dict(environment),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
