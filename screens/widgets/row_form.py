"""Rows to fill in: the one the keyboard is at is a field, the others are drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.geometry import Region, Size
from textual.message import Message
from textual.widgets import Input

from eymeeting.domain.sitting import Draft
from screens.forms.form import FormRow
from screens.widgets.drawn_rows import DrawnRows
from screens.widgets.line_editor import LineEditor
from screens.widgets.row_field import RowField

KEPT_WORDS: Final = "Kept from somebody. Turn the screen before you show it."
_EMPTY: Final = Draft(text="", cursor=0)


class RowForm(VerticalScroll, can_focus=False):
    """A form with one field, which goes from row to row.

    ``keep`` is asked to keep the words of a row and says whether they could be
    kept; ``draft`` gives what is half typed in one; ``mean`` says in plain words
    what the words of a row mean so far.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "up,shift+tab",
            "go(-1)",
            "Row above",
            show=False,
            tooltip="The row above",
            id="row_form.go_before",
        ),
        Binding(
            "down,tab", "go(1)", "Row below", show=False, tooltip="The row below", id="row_form.go_after"
        ),
    ]
    DEFAULT_CSS = """
    RowForm { height: 1fr; scrollbar-gutter: stable; }
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

    @dataclass
    class At(Message):
        """The keyboard has come to a row."""

        row: str

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
        self._drawn_at = Region(), Size()
        ids = [row.id for row in rows]
        self._at = ids.index(start) if start in ids else 0

    @property
    def row(self) -> FormRow:
        """The row the keyboard is at."""
        return self._rows[self._at]

    @property
    def typed(self) -> str:
        """What stands in the field."""
        return self._field.typed

    @property
    def shows_kept(self) -> bool | None:
        """Whether what is kept from somebody is shown; nothing when there is nothing of that kind."""
        return self._shows_kept if any(row.kept for row in self._rows) else None

    @property
    def _field(self) -> RowField:
        return self.query_one(RowField)

    def compose(self) -> ComposeResult:
        """The rows before, the field with what belongs to it, the rows after."""
        yield DrawnRows("before")
        yield RowField(self.row)
        yield DrawnRows("after")

    def on_mount(self) -> None:
        """Show the row the form opens at, and keep it in sight wherever it is drawn."""
        self.screen.screen_layout_refresh_signal.subscribe(self, self._follow)
        self._arrive()

    def take_keyboard(self) -> None:
        """Put the keyboard into the field."""
        self._field.take_keyboard()

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
        self._field.say(words)
        self.call_after_refresh(self._bring_into_view)

    def leave_row(self) -> bool:
        """Keep what stands in the field. Whether it could be kept."""
        if not self._field.takes_words:
            return True
        row, typed = self.row, self.typed
        if typed.strip() == row.value and not self._draft(row.id).text:
            return True
        if self._keep(row.id, typed):
            self._half_typed[row.id] = _EMPTY
            return True
        self._half_typed[row.id] = Draft(text=typed, cursor=len(typed))
        return False

    def action_go(self, by: int) -> None:
        """Go to the row above or below; what cannot be kept stays half typed."""
        here = self.row.id
        self.leave_row()
        self._go_from(here, by)

    def go_to_row(self, row: str) -> None:
        """Go to a row; what cannot be kept stays half typed."""
        self.leave_row()
        self._go_to(row)

    @on(DrawnRows.Clicked)
    def go_to(self, event: DrawnRows.Clicked) -> None:
        """Go to a row that was clicked."""
        event.stop()
        self.go_to_row(event.row)

    @on(Input.Submitted)
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

    @on(RowField.Typed)
    def keep_half_typed(self, event: RowField.Typed) -> None:
        """Tell of what is half typed."""
        event.stop()
        row, draft = self.row, event.draft
        if not event.edits and draft.text == row.value and not self._draft(row.id).text:
            return
        self._half_typed[row.id] = draft
        self.post_message(self.Typed(row.id, draft, event.edits))
        if event.edits:
            self.say(self._mean(row.id, draft.text))

    @on(RowField.Chose)
    def choose(self, event: RowField.Chose) -> None:
        """Tell of a choice."""
        event.stop()
        self.post_message(self.Chose(self.row.id, event.choice))

    def _is_covered(self, row: FormRow) -> bool:
        return row.kept and not self._shows_kept

    def _draft(self, row: str) -> Draft:
        return self._half_typed.get(row) or self._kept_draft(row)

    def _go_from(self, here: str, by: int) -> None:
        """Go on from a row, among the rows there are now; when it is gone, what stands in its place is next."""
        ids = [row.id for row in self._rows]
        at = ids.index(here) + by if here in ids else self._at
        if 0 <= at < len(ids):
            self._go_to(ids[at])

    def _go_to(self, row: str) -> None:
        self._at = next((at for at, each in enumerate(self._rows) if each.id == row), self._at)
        self._arrive()
        self.take_keyboard()

    def _arrive(self) -> None:
        row = self.row
        draft = _EMPTY if row.choices else self._draft(row.id)
        self._field.put(row, draft, is_covered=self._is_covered(row))
        self.say(self._first_words(row, draft))
        self._draw_others()
        self.post_message(self.At(row.id))

    def _first_words(self, row: FormRow, draft: Draft) -> str:
        if self._is_covered(row):
            return KEPT_WORDS
        if draft.text:
            return self._mean(row.id, draft.text)
        return row.note or (row.hint if row.choices or row.is_long else "")

    def _draw_others(self) -> None:
        rows = self._rows
        half_typed = {row.id: self._draft(row.id).text for row in rows if not row.choices}
        half_typed = {row: words for row, words in half_typed.items() if words}
        covered = frozenset(row.id for row in rows if self._is_covered(row))
        self.query_one("#before", DrawnRows).put(rows[: self._at], half_typed, covered)
        self.query_one("#after", DrawnRows).put(rows[self._at + 1 :], half_typed, covered)

    def _follow(self, _: object) -> None:
        """Where the row is drawn is known only now: bring it into view once it is somewhere else, or grew."""
        for field in self.query(RowField):
            drawn_at = field.virtual_region, self.virtual_size
            if drawn_at != self._drawn_at:
                self._drawn_at = drawn_at
                self._bring_into_view()

    def _bring_into_view(self) -> None:
        """Show the whole row, its choices and what is said of it; above all the field itself."""
        for part in self.query("RowField, #here"):
            self.scroll_to_widget(part, animate=False, immediate=True)
