"""A last place for words that the families' file cannot take."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Final

from platformdirs import user_documents_path, user_runtime_path

from eymeeting.domain.problems import Problem
from eymeeting.domain.text import clean_text
from eymeeting.whole_files import save_whole

FOLDERS: Final[tuple[Callable[[], Path], ...]] = (
    lambda: user_documents_path() / "eymeeting",
    lambda: user_runtime_path("eymeeting", appauthor=False),
    Path.home,
)
"""Where the words may go, the first that takes them; even asking for a folder may fail."""


def rescue(text: str, now: datetime) -> Path | None:
    """Write words to a file of their own, away from the database. Where that fails too, nothing.

    No words: those written before are saved now, and their file is taken away.
    """
    name = f"eymeeting-rescue-{now:%Y-%m-%d-%H%M%S}.txt"
    if not text:
        _take_away(name)
        return None
    words = clean_text(text).encode()
    for folder in FOLDERS:
        try:
            return save_whole(_place(folder) / name, lambda file: file.write(words), replace=True)
        except (OSError, RuntimeError, Problem):
            continue
    return None


def _place(folder: Callable[[], Path]) -> Path:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        place = folder()
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    return place


def _take_away(name: str) -> None:
    for folder in FOLDERS:
        with suppress(OSError, RuntimeError):
            (_place(folder) / name).unlink(missing_ok=True)
