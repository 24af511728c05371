"""What the family wants to hold on to: a line each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from eymeeting.domain.sitting import Place
from eymeeting.domain.unwritten import SpokenWords, said_in
from screens.plain import plain
from screens.steps.ending_words import EndingWordsStep
from screens.steps.step import TakesDown
from screens.widgets.line_editor import LineEditor

_FIELD = "keep_doing"


class KeepStep(EndingWordsStep):
    """The lines so far, and a field for the next one or for one that is put right."""

    STEP = "keep"
    HELP = """\
    Type what people say, in their words. **Enter** ends a line.
    **Up** from the top of the field goes back to a line to put it right; emptying a line takes it away.
    """
    QUESTIONS: ClassVar[Mapping[str, str]] = {_FIELD: "What will we keep doing?"}
    DEFAULT_CSS = """
    KeepStep #lines { height: auto; padding: 0 1; }
    """

    def __init__(self, recorder: TakesDown, place: Place) -> None:
        super().__init__(recorder, place)
        self._lines: list[str] = []
        self._take(int(at) if (at := place.field.partition(":")[2]).isdecimal() else None)

    def beside(self, name: str) -> ComposeResult:  # noqa: ARG002
        """The lines so far."""
        yield Static(id="lines")

    def place_in(self, editor: LineEditor) -> Place:
        """The line and the cursor in it."""
        return Place(step=self.STEP, field=f"{_FIELD}:{self._at}", cursor=editor.cursor)

    def words(self, name: str) -> str:  # noqa: ARG002
        """The line that is open."""
        return self._lines[self._at]

    def value(self, name: str, words: str) -> Any:  # noqa: ARG002
        """The lines, with the open one as it is typed."""
        self._lines[self._at] = words
        return tuple(line for line in self._lines if line.strip()) or None

    def said(self, name: str) -> SpokenWords | None:
        """The line that is open; while that is empty, the last one."""
        here = self._lines[self._at]
        return said_in(self.kept, name, here if here.strip() else (self.closure.keep_doing or ("",))[-1])

    def show(self) -> None:
        """Draw the lines as they now stand."""
        if (self.closure.keep_doing or ()) != tuple(line for line in self._lines if line.strip()):
            self._take(self._at)
        super().show()

    def draw(self) -> None:
        """Draw the lines beside the one in the field."""
        last = len(self._lines) - 1
        shown = [
            plain("› being put right below") if place == self._at else Content.assemble("• ", plain(line))
            for place, line in enumerate(self._lines)
            if line.strip() and not place == self._at == last
        ]
        lines = self.query_one("#lines", Static)
        lines.update(Content("\n").join(shown))
        lines.display = bool(shown)

    @on(LineEditor.Ended)
    def next_line(self, event: LineEditor.Ended) -> None:
        """Be ready for the next line."""
        event.stop()
        event.prevent_default()
        self._open(len(self._lines))

    @on(LineEditor.Wandered)
    def wander(self, event: LineEditor.Wandered) -> None:
        """Go to the line before or after; past the last one waits a new one."""
        event.stop()
        event.prevent_default()
        there = self._at + event.step
        is_blank = not self._lines[self._at].strip()
        if there < 0 or (there >= len(self._lines) and is_blank):
            (self.app.action_focus_previous if event.step < 0 else self.app.action_focus_next)()
        else:
            self._open(there)

    def _open(self, there: int) -> None:
        """Open a line; those left empty go."""
        if not self.recorder.left():
            return
        there -= sum(not line.strip() for line in self._lines[:there])
        self._take(there)
        self.editor(_FIELD).put(self._lines[self._at])
        self.draw()

    def _take(self, at: int | None) -> None:
        kept = self.closure.keep_doing or ()
        self._lines = [*kept, ""]
        self._at = len(kept) if at is None else min(at, len(kept))
        if self._at < len(kept):
            self._lines.pop()
