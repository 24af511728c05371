"""A single line being typed. What is half typed is kept too."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.message import Message
from textual.widgets import Input
from textual.widgets.input import Selection

from eymeeting.domain.sitting import Draft
from eymeeting.domain.text import LINE_LIMIT, clean_line


def too_long(length: int) -> str:
    """What is said when so many characters, typed or pasted, were refused whole."""
    words = "1 character" if length == 1 else f"{length:,} characters"
    return f"{words} would be more than fits here. Nothing was added."


class DraftInput(Input):
    """An input whose every state is told, so that it can be kept."""

    DEFAULT_CSS = """
    DraftInput { height: 1; border: none; padding: 0 1; background: $surface; }
    DraftInput:focus { background: $boost; border: none; }
    """

    @dataclass
    class Typed(Message):
        """The text changed by a key or a paste, or, with no ``edits``, the cursor moved in it."""

        field: DraftInput
        draft: Draft
        edits: int = 1

        @property
        def control(self) -> DraftInput:
            """The field."""
            return self.field

    @dataclass
    class Answered(Message):
        """One of the characters that answer a question was pressed, and not put into the text."""

        field: DraftInput
        character: str

        @property
        def control(self) -> DraftInput:
            """The field."""
            return self.field

    @dataclass
    class TooLong(Message):
        """A paste was refused whole; ``length`` is how long it was, in characters."""

        length: int

    def __init__(
        self,
        draft: Draft,
        *,
        where: str,
        placeholder: str = "",
        id: str | None = None,  # noqa: A002
        limit: int = LINE_LIMIT,
        is_suggestion: bool = False,
    ) -> None:
        """``is_suggestion``: what is typed takes the place of the text that stands there."""
        super().__init__(
            draft.text,
            placeholder=placeholder,
            id=id,
            compact=True,
            max_length=limit,
            select_on_focus=is_suggestion,
        )
        self.where = where
        self.answers = ""
        self._limit = limit
        self._shown = draft.text
        self.cursor_position = min(draft.cursor, len(draft.text))

    def put(self, text: str, cursor: int | None = None) -> None:
        """Show another text, without telling anybody."""
        self._shown = text
        with self.prevent(Input.Changed, self.Typed):
            self.value = text
            self.cursor_position = len(text) if cursor is None else cursor

    async def _on_key(self, event: events.Key) -> None:
        if event.character is not None and event.character in self.answers:
            event.prevent_default()
            event.stop()
            self.post_message(self.Answered(self, event.character))

    def _on_paste(self, event: events.Paste) -> None:
        text = clean_line(event.text)
        if len(text) + len(self.value) > self._limit:
            event.prevent_default()
            event.stop()
            self.post_message(self.TooLong(len(text)))
            return
        event.prevent_default()
        event.stop()
        self.insert_text_at_cursor(text)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell of a change that was typed, not of one that was shown."""
        if event.value == self._shown:
            return
        self._shown = event.value
        self._tell(edits=1)

    def _watch_selection(self, selection: Selection) -> None:
        super()._watch_selection(selection)
        if self.has_focus and self.value and self.value == self._shown:
            self._tell(edits=0)

    def _tell(self, *, edits: int) -> None:
        self.post_message(self.Typed(self, Draft(text=self.value, cursor=self.cursor_position), edits))
