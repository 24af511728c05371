"""A last place for words that the families' file cannot take."""

from __future__ import annotations

import os
import warnings
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Final

from platformdirs import user_documents_path, user_runtime_path

from eymeeting.domain.text import clean_text

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
    for folder in FOLDERS:
        try:
            return _written(text, _place(folder) / name)
        except (OSError, RuntimeError):
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


def _written(text: str, path: Path) -> Path:
    """Write the words whole or not at all: earlier ones of that name stay until then."""
    partial = path.with_name(f"{path.name}.part")
    try:
        opened = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(opened, "w", encoding="utf-8") as file:
            file.write(clean_text(text))
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)
    return path
