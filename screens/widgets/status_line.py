"""The last line of a meeting: the clock, the step's minutes, and whether everything is on disk."""

from __future__ import annotations

from datetime import datetime

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static

from eymeeting.domain.problems import Problem
from screens.plain import plain


class StatusLine(Horizontal):
    """Left the time, right the save mark. It says “Saved” only of what the disk has."""

    DEFAULT_CSS = """
    StatusLine { height: 1; background: $panel; }
    StatusLine #time { width: 1fr; padding: 0 1; }
    StatusLine #saved { width: auto; max-width: 80%; padding: 0 1; text-style: bold; }
    StatusLine #saved.-not { color: $text-error; background: $error-muted; }
    """

    def compose(self) -> ComposeResult:
        """The time, then the mark."""
        yield Static(id="time")
        yield Static(id="saved")

    def show_time(self, words: str) -> None:
        """Say the time and the step's minutes."""
        self.query_one("#time", Static).update(plain(words))

    def show_mark(self, problem: Problem | None, at: datetime, count: int, *, is_waiting: bool) -> None:
        """Say whether everything is on disk, so many changes of this sitting, or why it is not."""
        words = f"Saved {at:%H:%M:%S} ({count})"
        if problem is not None:
            words = f"Not saved: {problem}"
        elif is_waiting:
            words = "Not saved"
        mark = self.query_one("#saved", Static)
        mark.set_class(problem is not None, "-not")
        mark.update(plain(words))
