"""A last place for words that the families' file cannot take."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

from platformdirs import user_documents_path, user_runtime_path

from eymeeting.domain.text import clean_text


def rescue(text: str, now: datetime) -> Path | None:
    """Write words to a file of their own, away from the database. Where that fails too, nothing."""
    name = f"eymeeting-rescue-{now:%Y-%m-%d-%H%M%S}.txt"
    for folder in (
        user_documents_path() / "eymeeting",
        user_runtime_path("eymeeting", appauthor=False),
        Path.home(),
    ):
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            path = folder / name
            with os.fdopen(
                os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8"
            ) as file:
                file.write(clean_text(text))
                file.flush()
                os.fsync(file.fileno())
        except OSError:
            continue
        return path
    return None
