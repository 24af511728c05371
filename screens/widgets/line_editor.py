"""The field in which one line of somebody's words is typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import TextArea
from textual.widgets.text_area import Edit, EditResult

from eymeeting.domain.text import NOTE_LIMIT, clean_text


class LineEditor(TextArea):
    """A text that grows as it is typed. Enter ends the line; up and down leave it at its ends."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter",
            "end_line",
            "Next line",
            show=False,
            priority=True,
            tooltip="End this line",
            id="line_editor.end_line",
        ),
        Binding(
            "tab",
            "app.focus_next",
            "Next part",
            show=False,
            priority=True,
            tooltip="The next part",
            id="line_editor.focus_next",
        ),
        Binding(
            "shift+tab",
            "app.focus_previous",
            "Part before",
            show=False,
            priority=True,
            tooltip="The part before",
            id="line_editor.focus_previous",
        ),
    ]
    DEFAULT_CSS = """
    LineEditor {
        height: auto; max-height: 8; min-height: 1; border: none; padding: 0 1; margin: 0;
        background: $surface;
        &:focus { border: none; background: $boost; border-left: outer $primary; }
        &.-blank { max-height: 1; }
    }
    """

    @dataclass
    class Typed(Message):
        """The text changed, by so many keys or pastes."""

        editor: LineEditor
        text: str
        edits: int

        @property
        def control(self) -> LineEditor:
            """The field."""
            return self.editor

    @dataclass
    class Ended(Message):
        """Enter was pressed: the line is finished."""

        editor: LineEditor

        @property
        def control(self) -> LineEditor:
            """The field."""
            return self.editor

    @dataclass
    class Wandered(Message):
        """Up from the first row, or down from the last: ``step`` is -1 or 1."""

        editor: LineEditor
        step: int

        @property
        def control(self) -> LineEditor:
            """The field."""
            return self.editor

    @dataclass
    class Moved(Message):
        """The cursor moved."""

        editor: LineEditor

        @property
        def control(self) -> LineEditor:
            """The field."""
            return self.editor

    @dataclass
    class TooLong(Message):
        """A paste or a key was refused; ``length`` is how long it was, in characters."""

        length: int

    def __init__(self, *, id: str, placeholder: str = "") -> None:  # noqa: A002
        super().__init__(id=id, placeholder=placeholder, compact=True, highlight_cursor_line=False)
        self._shown = ""
        self._edits = 0

    def put(self, text: str, cursor: int | None = None) -> None:
        """Show another text, without telling anybody; the cursor goes to its end or to a character."""
        self._shown = text
        self._edits = 0
        self.load_text(text)
        place = len(text) if cursor is None else min(cursor, len(text))
        row = text.count("\n", 0, place)
        self.move_cursor((row, place - (text.rfind("\n", 0, place) + 1)))

    @property
    def cursor(self) -> int:
        """The cursor as characters from the start of the text."""
        row, column = self.cursor_location
        return sum(len(line) + 1 for line in self.document.lines[:row]) + column

    def action_end_line(self) -> None:
        """Finish this line and be ready for the next."""
        self._tell()
        self.post_message(self.Ended(self))

    def action_cursor_up(self, select: bool = False) -> None:
        """Go up a row, or out of the field at its top."""
        if self.wrapped_document.location_to_offset(self.cursor_location).y == 0 and not select:
            self.post_message(self.Wandered(self, -1))
        else:
            super().action_cursor_up(select)

    def action_cursor_down(self, select: bool = False) -> None:
        """Go down a row, or out of the field at its foot."""
        last = self.wrapped_document.height - 1
        if self.wrapped_document.location_to_offset(self.cursor_location).y >= last and not select:
            self.post_message(self.Wandered(self, 1))
        else:
            super().action_cursor_down(select)

    async def _on_key(self, event: events.Key) -> None:
        if event.is_printable and self.selection.is_empty and len(self.text) >= NOTE_LIMIT:
            event.prevent_default()
            event.stop()
            self.post_message(self.TooLong(1))

    async def _on_paste(self, event: events.Paste) -> None:
        event.text = clean_text(event.text)
        if len(event.text) + len(self.text) > NOTE_LIMIT:
            event.prevent_default()
            event.stop()
            self.post_message(self.TooLong(len(event.text)))

    def edit(self, edit: Edit) -> EditResult:
        """Make one edit, and count it."""
        self._edits += 1
        return super().edit(edit)

    def on_text_area_selection_changed(self, event: TextArea.SelectionChanged) -> None:
        """Tell that the cursor moved."""
        event.stop()
        if self.has_focus:
            self.post_message(self.Moved(self))

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Tell of a change that was typed, not of one that was shown."""
        event.stop()
        self._tell()

    def _tell(self) -> None:
        if self.text != self._shown or self._edits:
            edits, self._edits, self._shown = max(1, self._edits), 0, self.text
            self.post_message(self.Typed(self, self.text, edits))
