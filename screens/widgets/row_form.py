"""Rows to fill in: the one the keyboard is at is a field, the others are drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from string import ascii_lowercase, punctuation
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.message import Message
from textual.suggester import SuggestFromList
from textual.widgets import Input, Static
from textual.widgets.input import Selection

from eymeeting.domain.sitting import Draft
from screens.forms.form import FormRow
from screens.plain import plain
from screens.widgets.draft_input import DraftInput
from screens.widgets.drawn_rows import NOT_SHOWN, ChoiceLines, DrawnRows
from screens.widgets.line_editor import LineEditor

KEPT_WORDS: Final = "Kept from somebody. Turn the screen before you show it."
_NO_LETTERS: Final = ascii_lowercase + ascii_lowercase.upper() + "0123456789 " + punctuation
_EMPTY: Final = Draft(text="", cursor=0)


class RowForm(VerticalScroll, can_focus=False):
    """A form with one field, which goes from row to row.

    ``keep`` is asked to keep the words of a row and says whether they could be
    kept; ``draft`` gives what is half typed in one; ``mean`` says in plain words
    what the words of a row mean so far.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,shift+tab", "go(-1)", "Row above", show=False, tooltip="The row above"),
        Binding("down,tab", "go(1)", "Row below", show=False, tooltip="The row below"),
    ]
    DEFAULT_CSS = """
    RowForm {
        height: 1fr;
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
        """Something was typed in a row, or with no ``edits`` the cursor moved."""

        row: str
        draft: Draft
        edits: int

    @dataclass
    class Chose(Message):
        """A choice was made in a row."""

        row: str
        choice: str

    def __init__(
        self,
        rows: Sequence[FormRow],
        *,
        keep: Callable[[str, str], bool],
        draft: Callable[[str], Draft],
        mean: Callable[[str, str], str],
        start: str = "",
        id: str | None = None,  # noqa: A002
    ) -> None:
        super().__init__(id=id)
        self._rows = tuple(rows)
        self._keep, self._kept_draft, self._mean = keep, draft, mean
        self._half_typed: dict[str, Draft] = {}
        self._shows_kept = False
        ids = [row.id for row in rows]
        self._at = ids.index(start) if start in ids else 0

    @property
    def row(self) -> FormRow:
        """The row the keyboard is at."""
        return self._rows[self._at]

    @property
    def typed(self) -> str:
        """What stands in the field."""
        return self._long.text if self.row.is_long else self._field.value

    @property
    def shows_kept(self) -> bool | None:
        """Whether what is kept from somebody is shown; nothing when there is nothing of that kind."""
        return self._shows_kept if any(row.kept for row in self._rows) else None

    @property
    def _field(self) -> DraftInput:
        return self.query_one("#here-field", DraftInput)

    @property
    def _long(self) -> LineEditor:
        return self.query_one("#here-long", LineEditor)

    def compose(self) -> ComposeResult:
        """The rows before, the field with what belongs to it, the rows after."""
        yield DrawnRows("before")
        yield Static(id="here-heading")
        with Horizontal(id="here"):
            yield Static(id="here-label")
            yield DraftInput(_EMPTY, where="", id="here-field")
            yield LineEditor(id="here-long")
        yield ChoiceLines("here-choices")
        yield Static(id="here-means")
        yield DrawnRows("after")

    def on_mount(self) -> None:
        """Show the row the form opens at."""
        self._arrive()

    def take_keyboard(self) -> None:
        """Put the keyboard into the field."""
        self.screen.set_focus(self._long if self.row.is_long and not self._is_covered else self._field)

    def show(self, rows: Sequence[FormRow]) -> None:
        """Show the rows as they are now; the keyboard stays at its row, and half-typed words stay.

        What is kept from now on was on the screen a moment ago, and stays there until the form is left.
        """
        here = self.row
        if not any(row.kept for row in self._rows):
            self._shows_kept = any(row.kept for row in rows)
        self._rows = tuple(rows)
        ids = [row.id for row in self._rows]
        self._at = ids.index(here.id) if here.id in ids else min(self._at, len(ids) - 1)
        if self.row != here:
            self._arrive()
        else:
            self._draw_others()

    def show_kept(self, wanted: bool) -> None:
        """Show what is kept from somebody, or cover it again."""
        self.leave_row()
        self._shows_kept = wanted
        self._arrive()
        self.take_keyboard()

    def say(self, words: str) -> None:
        """Say something under the field."""
        means = self.query_one("#here-means", Static)
        means.update(plain(words))
        means.display = bool(words)
        self.call_after_refresh(self._bring_into_view)

    def leave_row(self) -> bool:
        """Keep what stands in the field. Whether it could be kept."""
        row = self.row
        if self._takes_no_words:
            return True
        typed = self.typed
        if typed.strip() == row.value and not self._draft(row.id).text:
            return True
        if self._keep(row.id, typed):
            self._half_typed[row.id] = _EMPTY
            return True
        self._half_typed[row.id] = Draft(text=typed, cursor=len(typed))
        return False

    def action_go(self, by: int) -> None:
        """Go to the row above or below; what cannot be kept stays half typed."""
        ids = [row.id for row in self._rows]
        at = self._at + by
        wanted = ids[at] if 0 <= at < len(ids) else None
        self.leave_row()
        if wanted is not None:
            self._go_to(wanted)

    @on(DrawnRows.Clicked)
    def go_to(self, event: DrawnRows.Clicked) -> None:
        """Go to a row that was clicked."""
        event.stop()
        self.leave_row()
        self._go_to(event.row)

    @on(Input.Submitted, "#here-field")
    @on(LineEditor.Ended)
    def keep_and_go_on(self, event: Input.Submitted | LineEditor.Ended) -> None:
        """Keep the row, and go to the next one; what cannot be kept stays, and it is said why."""
        event.stop()
        here = self.row.id
        following = [row.id for row in self._rows[self._at + 1 : self._at + 2]]
        if not self.leave_row():
            return
        ids = [row.id for row in self._rows]
        if not following and here in ids:
            following = ids[ids.index(here) + 1 :][:1]
        if following:
            self._go_to(following[0])

    @on(LineEditor.Wandered)
    def wander(self, event: LineEditor.Wandered) -> None:
        """Go on to the row above or below a long text."""
        event.stop()
        self.action_go(event.step)

    @on(DraftInput.Typed, "#here-field")
    def keep_half_typed(self, event: DraftInput.Typed) -> None:
        """Tell of what is half typed."""
        event.stop()
        if self._takes_no_words:
            self._field.put("")
        elif event.draft.text == self.typed:
            self._tell(event.draft, event.edits)

    @on(LineEditor.Typed)
    def keep_half_typed_lines(self, event: LineEditor.Typed) -> None:
        """Tell of what is half typed in a long text."""
        event.stop()
        if self.row.is_long:
            self._tell(Draft(text=event.text, cursor=event.editor.cursor), event.edits)

    @on(LineEditor.Moved)
    def stop_moved(self, event: LineEditor.Moved) -> None:
        """Nobody needs to know."""
        event.stop()

    @on(DraftInput.Answered)
    def choose(self, event: DraftInput.Answered) -> None:
        """A letter chooses; space goes on to the next choice."""
        event.stop()
        row, character = self.row, event.character.lower()
        ids = [choice.id for choice in row.choices]
        if not ids or self._is_covered:
            return
        if character == " " and not row.several:
            at = next((ids.index(chosen) for chosen in row.chosen if chosen in ids), -1)
            self.post_message(self.Chose(row.id, ids[(at + 1) % len(ids)]))
        elif character in ascii_lowercase[: len(ids)]:
            self.post_message(self.Chose(row.id, ids[ascii_lowercase.index(character)]))

    @on(ChoiceLines.Clicked)
    def choose_clicked(self, event: ChoiceLines.Clicked) -> None:
        """A click chooses too."""
        event.stop()
        self.post_message(self.Chose(self.row.id, event.choice))

    @property
    def _is_covered(self) -> bool:
        return self.row.kept and not self._shows_kept

    @property
    def _takes_no_words(self) -> bool:
        return bool(self.row.choices) or self._is_covered

    def _draft(self, row: str) -> Draft:
        return self._half_typed.get(row) or self._kept_draft(row)

    def _tell(self, draft: Draft, edits: int) -> None:
        row = self.row
        if not edits and draft.text == row.value and not self._draft(row.id).text:
            return
        self._half_typed[row.id] = draft
        self.post_message(self.Typed(row.id, draft, edits))
        if edits:
            self.say(self._mean(row.id, draft.text))

    def _go_to(self, row: str) -> None:
        self._at = next((at for at, each in enumerate(self._rows) if each.id == row), self._at)
        self._arrive()
        self.take_keyboard()

    def _arrive(self) -> None:
        row = self.row
        heading = self.query_one("#here-heading", Static)
        heading.display = row.heading is not None
        heading.update(plain(row.heading or ""))
        self.query_one("#here-label", Static).update(plain(f"› {row.label}"))
        is_long = row.is_long and not self._is_covered
        self._field.display, self._long.display = not is_long, is_long
        draft = _EMPTY if self._takes_no_words else self._draft(row.id)
        text, cursor = (draft.text, draft.cursor) if draft.text else (row.value, None)
        if is_long:
            self._long.put(text, cursor)
        else:
            self._put_in_field("" if self._takes_no_words else text, cursor)
        choices = self.query_one(ChoiceLines)
        choices.display = bool(row.choices) and not self._is_covered
        choices.put(row)
        self.say(self._first_words(draft))
        self._draw_others()

    def _put_in_field(self, text: str, cursor: int | None) -> None:
        row, field = self.row, self._field
        suggests = row.suggestions and not self._takes_no_words
        field.answers = _NO_LETTERS if self._takes_no_words else ""
        field.suggester = SuggestFromList(row.suggestions, case_sensitive=False) if suggests else None
        field.placeholder = NOT_SHOWN if self._is_covered else row.shown if row.choices else row.hint
        field.put(text, cursor)
        if cursor is None and text:
            field.selection = Selection(0, len(text))

    def _first_words(self, draft: Draft) -> str:
        if self._is_covered:
            return KEPT_WORDS
        if draft.text:
            return self._mean(self.row.id, draft.text)
        return self.row.hint if self.row.choices or self.row.is_long else ""

    def _draw_others(self) -> None:
        rows = self._rows
        half_typed = {row.id: self._draft(row.id).text for row in rows if not row.choices}
        half_typed = {row: words for row, words in half_typed.items() if words}
        covered = frozenset(row.id for row in rows if row.kept and not self._shows_kept)
        self.query_one("#before", DrawnRows).put(rows[: self._at], half_typed, covered)
        self.query_one("#after", DrawnRows).put(rows[self._at + 1 :], half_typed, covered)

    def _bring_into_view(self) -> None:
        if self.is_attached:
            self.scroll_to_widget(self.query_one("#here"), animate=False)
            self.scroll_to_widget(self.query_one("#here-means"), animate=False)
