"""The row of a form that the keyboard is at: its label, the field or the choices, and what is said under it."""

from __future__ import annotations

from dataclasses import dataclass
from string import ascii_lowercase, punctuation
from typing import Final

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.suggester import SuggestFromList
from textual.widgets import Static
from textual.widgets.input import Selection

from eymeeting.domain.sitting import Draft
from screens.forms.form import FormRow
from screens.plain import plain
from screens.widgets.draft_input import DraftInput
from screens.widgets.drawn_rows import NOT_SHOWN, ChoiceLines
from screens.widgets.line_editor import LineEditor

_NO_LETTERS: Final = ascii_lowercase + ascii_lowercase.upper() + "0123456789 " + punctuation


class RowField(Vertical):
    """One row being filled in. In a row with choices, and in one that is covered, nothing can be typed."""

    DEFAULT_CSS = """
    RowField {
        height: auto;
        & #here { height: auto; }
        & #here-heading { height: auto; text-style: bold; display: none; }
        & #here-label { width: 26; height: 1; text-style: bold; }
        & #here-field { width: 1fr; padding: 0; }
        & #here-long { width: 1fr; max-height: 8; padding: 0; }
        & #here-choices { padding: 0 0 0 26; }
        & #here-means { height: auto; padding: 0 0 0 26; color: $text-muted; }
    }
    """

    @dataclass
    class Typed(Message):
        """Something was typed, or with no ``edits`` the cursor moved."""

        draft: Draft
        edits: int

    @dataclass
    class Chose(Message):
        """A choice was made, by its letter, by space or by a click."""

        choice: str

    def __init__(self, row: FormRow) -> None:
        super().__init__()
        self._row = row
        self._is_covered = False

    @property
    def takes_words(self) -> bool:
        """Whether words can be typed here."""
        return not self._row.choices and not self._is_covered

    @property
    def typed(self) -> str:
        """What stands in the field."""
        return self._long.text if self._is_long else self._line.value

    @property
    def _is_long(self) -> bool:
        return self._row.is_long and self.takes_words

    @property
    def _line(self) -> DraftInput:
        return self.query_one("#here-field", DraftInput)

    @property
    def _long(self) -> LineEditor:
        return self.query_one("#here-long", LineEditor)

    def compose(self) -> ComposeResult:
        """The heading, the label with the field, the choices, what is said."""
        yield Static(id="here-heading")
        with Horizontal(id="here"):
            yield Static(id="here-label")
            yield DraftInput(Draft(text="", cursor=0), where="", id="here-field")
            yield LineEditor(id="here-long")
        yield ChoiceLines("here-choices")
        yield Static(id="here-means")

    def put(self, row: FormRow, draft: Draft, *, is_covered: bool) -> None:
        """Show a row with what is half typed in it, or without anything when it is covered.

        What stands in a line is selected: what is typed takes its place. A long text is added to.
        """
        self._row, self._is_covered = row, is_covered
        heading = self.query_one("#here-heading", Static)
        heading.display = row.heading is not None
        heading.update(plain(row.heading or ""))
        self.query_one("#here-label", Static).update(plain(f"› {row.label}"))
        self._line.display, self._long.display = not self._is_long, self._is_long
        text, cursor = (draft.text, draft.cursor) if draft.text else (row.value, None)
        if self._is_long:
            self._long.put(text, cursor)
        elif self.takes_words:
            self._put_line(text, cursor)
        else:
            self._put_line("", None)
        if self.takes_words and not draft.text:
            self._line.selection = Selection(0, len(self._line.value))
        choices = self.query_one(ChoiceLines)
        choices.display = bool(row.choices) and not is_covered
        choices.put(row)

    def take_keyboard(self) -> None:
        """Put the keyboard into the field."""
        self.screen.set_focus(self._long if self._is_long else self._line)

    def say(self, words: str) -> None:
        """Say something under the field."""
        means = self.query_one("#here-means", Static)
        means.update(plain(words))
        means.display = bool(words)

    @on(DraftInput.Typed, "#here-field")
    def tell_of_line(self, event: DraftInput.Typed) -> None:
        """Tell of what is typed; what came too late for its row is with the row already."""
        event.stop()
        if not self.takes_words:
            self._line.put("")
        elif event.draft.text == self.typed:
            self.post_message(self.Typed(event.draft, event.edits))

    @on(LineEditor.Typed)
    def tell_of_long(self, event: LineEditor.Typed) -> None:
        """Tell of what is typed in a long text."""
        event.stop()
        if self._is_long:
            draft = Draft(text=event.text, cursor=event.editor.cursor)
            self.post_message(self.Typed(draft, event.edits))

    @on(LineEditor.Moved)
    def tell_of_cursor(self, event: LineEditor.Moved) -> None:
        """Tell where the cursor is in a long text."""
        event.stop()
        if self._is_long:
            self.post_message(self.Typed(Draft(text=self._long.text, cursor=self._long.cursor), 0))

    @on(DraftInput.Answered)
    def choose(self, event: DraftInput.Answered) -> None:
        """A letter chooses, and so does the number that a choice is known by; space goes on to the next choice."""
        event.stop()
        row, character = self._row, event.character.lower()
        ids = [choice.id for choice in row.choices]
        if not ids or self._is_covered:
            return
        if character == " " and not row.several:
            at = next((ids.index(chosen) for chosen in row.chosen if chosen in ids), -1)
            self.post_message(self.Chose(ids[(at + 1) % len(ids)]))
        elif character in ascii_lowercase[: len(ids)]:
            self.post_message(self.Chose(ids[ascii_lowercase.index(character)]))
        elif character.isdigit() and character in ids:
            self.post_message(self.Chose(character))

    @on(ChoiceLines.Clicked)
    def choose_clicked(self, event: ChoiceLines.Clicked) -> None:
        """A click chooses too."""
        event.stop()
        self.post_message(self.Chose(event.choice))

    def _put_line(self, text: str, cursor: int | None) -> None:
        row, line = self._row, self._line
        suggests = bool(row.suggestions) and self.takes_words
        line.answers = "" if self.takes_words else _NO_LETTERS
        line.suggester = SuggestFromList(row.suggestions, case_sensitive=False) if suggests else None
        line.placeholder = NOT_SHOWN if self._is_covered else row.shown if row.choices else row.hint
        line.put(text, cursor)
