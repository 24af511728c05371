"""The last line of a meeting: the clock, the step's minutes, and whether everything is on disk."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

from eymeeting.domain.problems import Problem
from screens.plain import plain
from screens.widgets.spacing import cut, fitted

_MARK_AT_MOST: Final = 0.8
"""How much of the line the save mark may take."""


class StatusLine(Widget):
    """Left the time, right the save mark. It says “Saved” only of what the disk has.

    One drawn line: the mark changes with every key, and nothing else has to be
    laid out anew for it.
    """

    DEFAULT_CSS = """
    StatusLine { height: 1; background: $panel; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._time = self._brief = ""
        self._mark = ""
        self._is_problem = False

    def show_time(self, words: str, brief: str = "") -> None:
        """Say the time and the step's minutes; ``brief`` stands where not all of it has room."""
        if (words, brief) != (self._time, self._brief):
            self._time, self._brief = words, brief
            self.refresh()

    def show_mark(self, problem: Problem | None, at: datetime, count: int, *, is_waiting: bool) -> None:
        """Say whether everything is on disk, so many changes of this sitting, or why it is not."""
        words = f"Saved {at:%H:%M:%S} ({count})"
        if problem is not None:
            words = f"Not saved: {problem}"
        elif is_waiting:
            words = "Not saved"
        if (words, problem is not None) != (self._mark, self._is_problem):
            self._mark, self._is_problem = words, problem is not None
            self.refresh()

    def render(self) -> Content:
        """The line, each side a cell from its end."""
        width = self.size.width
        mark = cut(self._mark, max(int(width * _MARK_AT_MOST) - 2, 1))
        look = "bold $text-error on $error-muted" if self._is_problem else "bold"
        room = max(width - cell_len(mark) - 4, 0)
        words = self._brief if self._brief and cell_len(self._time) > room else self._time
        time = fitted(words, room)
        return Content.assemble(" ", time, " ", plain(f" {mark} ").stylize(look))
