"""Rows to fill in: the one the keyboard is at is a field, the others are drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from string import ascii_lowercase, punctuation
from typing import ClassVar, Final

from rich.cells import cell_len
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.suggester import SuggestFromList
from textual.widget import Widget
from textual.widgets import Input, Static

from eymeeting.domain.sitting import Draft
from screens.forms.form import FormRow
from screens.plain import plain
from screens.widgets.draft_input import DraftInput
from screens.widgets.line_editor import LineEditor
from screens.widgets.spacing import fitted

LABEL: Final = 26
"""Cells for a label and the gap after it."""

_KEYS_OF_CHOICES: Final = ascii_lowercase + ascii_lowercase.upper() + "0123456789 " + punctuation


class DrawnRows(Widget):
    """Rows that are only read. A click goes to one."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    DrawnRows { height: auto; width: 1fr; }
    """

    @dataclass
    class Clicked(Message):
        """A row was clicked."""

        row: str

    def __init__(self, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._rows: tuple[FormRow, ...] = ()
        self._half_typed: dict[str, str] = {}

    def put(self, rows: Sequence[FormRow], half_typed: dict[str, str]) -> None:
        """Draw these rows, those that are half typed with their words so far."""
        if (tuple(rows), half_typed) != (self._rows, self._half_typed):
            self._rows, self._half_typed = tuple(rows), half_typed
            self.refresh(layout=True)

    def render(self) -> Content:
        """A line a row, and a heading before each part."""
        room = max(self.content_size.width - LABEL, 8)
        lines: list[Content] = []
        for row in self._rows:
            if row.heading is not None:
                lines.append(Content.assemble((row.heading, "bold")))
            half = self._half_typed.get(row.id)
            words = row.shown if half is None else f"{half} (half typed)"
            lines.append(
                Content.assemble(
                    (f"  {row.label}".ljust(LABEL), "dim"), fitted(" ".join(words.split()), room)
                )
            )
        return Content("\n").join(lines)

    def get_content_height(self, container: object, viewport: object, width: int) -> int:  # noqa: ARG002
        """A line a row and a heading."""
        return len(self._lines())

    def on_click(self, event: events.Click) -> None:
        """Go to the row that was clicked."""
        at = event.get_content_offset(self)
        lines = self._lines()
        if at is not None and at.y < len(lines):
            self.post_message(self.Clicked(lines[at.y]))

    def _lines(self) -> list[str]:
        return [row.id for row in self._rows for _ in range(1 if row.heading is None else 2)]


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
        & #here-choices { height: auto; padding: 0 0 0 26; }
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
        self._keep, self._draft_of, self._mean = keep, draft, mean
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
            yield DraftInput(Draft(text="", cursor=0), where="", id="here-field")
            yield LineEditor(id="here-long")
        yield Static(id="here-choices")
        yield Static(id="here-means")
        yield DrawnRows("after")

    def on_mount(self) -> None:
        """Show the row the form opens at."""
        self._arrive()

    def take_keyboard(self) -> None:
        """Put the keyboard into the field."""
        self.screen.set_focus(self._long if self.row.is_long else self._field)

    def show(self, rows: Sequence[FormRow]) -> None:
        """Show the rows as they are now; the keyboard stays at its row, and half-typed words stay."""
        here = self.row
        self._rows = tuple(rows)
        ids = [row.id for row in self._rows]
        self._at = ids.index(here.id) if here.id in ids else min(self._at, len(ids) - 1)
        if self.row != here:
            self._arrive()
        else:
            self._draw_others()

    def say(self, words: str) -> None:
        """Say something under the field."""
        means = self.query_one("#here-means", Static)
        means.update(plain(words))
        means.display = bool(words)

    def leave_row(self) -> bool:
        """Keep what stands in the field. Whether it could be kept."""
        row = self.row
        if row.choices or self.typed.strip() == row.value:
            return True
        return self._keep(row.id, self.typed)

    def action_go(self, by: int) -> None:
        """Go to the row above or below; what cannot be kept stays half typed."""
        at = self._at + by
        here = self.row.id
        self.leave_row()
        if 0 <= at < len(self._rows) and self.row.id == here:
            self._at = at
            self._arrive()
            self.take_keyboard()

    @on(DrawnRows.Clicked)
    def go_to(self, event: DrawnRows.Clicked) -> None:
        """Go to a row that was clicked."""
        event.stop()
        self.leave_row()
        self._at = next((at for at, row in enumerate(self._rows) if row.id == event.row), self._at)
        self._arrive()
        self.take_keyboard()

    @on(Input.Submitted, "#here-field")
    @on(LineEditor.Ended)
    def keep_and_go_on(self, event: Input.Submitted | LineEditor.Ended) -> None:
        """Keep the row, and go to the next one."""
        event.stop()
        here = self.row.id
        if self.leave_row() and self.row.id == here and self._at + 1 < len(self._rows):
            self._at += 1
            self._arrive()
            self.take_keyboard()

    @on(LineEditor.Wandered)
    def wander(self, event: LineEditor.Wandered) -> None:
        """Go on to the row above or below a long text."""
        event.stop()
        self.action_go(event.step)

    @on(DraftInput.Typed, "#here-field")
    def keep_half_typed(self, event: DraftInput.Typed) -> None:
        """Tell of what is half typed."""
        event.stop()
        self._tell(event.draft, event.edits)

    @on(LineEditor.Typed)
    def keep_half_typed_lines(self, event: LineEditor.Typed) -> None:
        """Tell of what is half typed in a long text."""
        event.stop()
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
        if character == " " and not row.several:
            at = next((ids.index(chosen) for chosen in row.chosen if chosen in ids), -1)
            self.post_message(self.Chose(row.id, ids[(at + 1) % len(ids)]))
        elif character in ascii_lowercase[: len(ids)]:
            self.post_message(self.Chose(row.id, ids[ascii_lowercase.index(character)]))

    def _tell(self, draft: Draft, edits: int) -> None:
        self.post_message(self.Typed(self.row.id, draft, edits))
        if edits:
            self.say(self._mean(self.row.id, draft.text))

    def _arrive(self) -> None:
        row, draft = self.row, self._draft_of(self.row.id)
        text = draft.text or row.value
        field, long = self._field, self._long
        heading = self.query_one("#here-heading", Static)
        heading.display = row.heading is not None
        heading.update(plain(row.heading or ""))
        self.query_one("#here-label", Static).update(plain(f"› {row.label}"))
        field.display, long.display = not row.is_long, row.is_long
        if row.is_long:
            long.put(text, draft.cursor if draft.text else None)
        else:
            field.answers = _KEYS_OF_CHOICES if row.choices else ""
            field.suggester = (
                SuggestFromList(row.suggestions, case_sensitive=False) if row.suggestions else None
            )
            field.placeholder = row.shown if row.choices else row.hint
            field.put("" if row.choices else text, draft.cursor if draft.text else None)
        choices = self.query_one("#here-choices", Static)
        choices.display = bool(row.choices)
        choices.update(_choices(row, max(self.size.width - LABEL - 4, 20)))
        self.say(
            self._mean(row.id, draft.text)
            if draft.text
            else ""
            if row.choices or not row.is_long
            else row.hint
        )
        self._draw_others()
        self.call_after_refresh(self._bring_into_view)

    def _draw_others(self) -> None:
        drafts = {row.id: self._draft_of(row.id).text for row in self._rows if not row.choices}
        half_typed = {row: words for row, words in drafts.items() if words}
        self.query_one("#before", DrawnRows).put(self._rows[: self._at], half_typed)
        self.query_one("#after", DrawnRows).put(self._rows[self._at + 1 :], half_typed)

    def _bring_into_view(self) -> None:
        if self.is_attached:
            self.scroll_to_widget(self.query_one("#here"), animate=False)
            self.scroll_to_widget(self.query_one("#here-means"), animate=False)


def _choices(row: FormRow, room: int) -> Content:
    lines: list[list[Content]] = [[]]
    used = 0
    for letter, choice in zip(ascii_lowercase, row.choices, strict=False):
        mark = "✓" if choice.id in row.chosen else " "
        words = f"{letter} {mark}{choice.words}"
        if used and used + cell_len(words) > room:
            lines.append([])
            used = 0
        used += cell_len(words) + 3
        lines[-1].append(Content.assemble((letter, "bold"), f" {mark}", choice.words))
    return Content("\n").join(Content("   ").join(line) for line in lines)
