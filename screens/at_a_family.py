"""A screen on which somebody works on a family: what was done can be undone, and is said to be on disk."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from textual import on
from textual.screen import Screen

from eymeeting.domain.problems import Problem
from screens.family_recorder import FamilyRecorder
from screens.taken_back import taken_back
from screens.widgets.draft_input import DraftInput, too_long
from screens.widgets.line_editor import LineEditor
from screens.widgets.status_line import StatusLine

R = TypeVar("R")


class AtAFamily(Screen[R]):
    """Tells whoever is at the keyboard of the last thing undone, a paste that was refused, and the save mark."""

    recorder: FamilyRecorder

    def tell(self, words: str) -> None:
        """Say something to whoever is at the keyboard."""
        raise NotImplementedError

    @on(LineEditor.TooLong)
    @on(DraftInput.TooLong)
    def refuse_paste(self, event: LineEditor.TooLong | DraftInput.TooLong) -> None:
        """Say that a paste was too long; nothing of it was taken."""
        event.stop()
        self.tell(too_long(event.length))

    def action_undo(self) -> None:
        """Take back the last thing done."""
        undone = self.recorder.undo()
        if undone is not None:
            self.tell(taken_back(undone, self.recorder.view))

    def say_saved(self, problem: Problem | None) -> None:
        """Say whether everything is on disk."""
        desk = self.recorder.desk
        self.query_one(StatusLine).show_mark(
            problem, desk.saved_at, desk.saved, is_waiting=self.recorder.is_waiting
        )

    def say_rescued(self, path: Path) -> None:
        """Say where the words are that the file would not take."""
        self.tell(f"Until it is saved, it is also in {path}")
