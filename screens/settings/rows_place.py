"""A form of the settings, filled in by keyboard."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from eymeeting.domain.sitting import Draft
from screens.help import HelpScreen
from screens.plain import plain
from screens.settings.desk import SettingsDesk
from screens.settings.form import Outcome, SettingsRows
from screens.settings.place import SettingsPlace
from screens.widgets.key_line import KeyLine
from screens.widgets.row_form import RowForm
from screens.widgets.status_line import StatusLine
from screens.widgets.too_small import TooSmall


class RowsPlace(SettingsPlace):
    """One form. Every row is kept as it is left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "f6,ctrl+b",
            "take_away",
            "Take away",
            priority=True,
            tooltip="Take the whole of it away",
            id="form.take_away",
        ),
    ]

    def __init__(self, desk: SettingsDesk, form: SettingsRows, *, start: str = "") -> None:
        super().__init__(desk)
        self._form = form
        self._start = start

    def compose(self) -> ComposeResult:
        """Title, rows, status, keys."""
        yield Static(plain(self._form.title), id="title")
        yield RowForm(
            self._form.rows(self.desk.set_up),
            keep=self._keep,
            draft=lambda row: self.desk.draft(self._where(row)),
            mean=self._mean,
            start=self._start,
        )
        yield StatusLine()
        yield KeyLine()
        yield TooSmall()

    def on_mount(self) -> None:
        """Take the keyboard."""
        self.say_saved(None)
        self._rows.take_keyboard()

    @property
    def _rows(self) -> RowForm:
        return self.query_one(RowForm)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """What cannot be taken away is not offered."""
        return action != "take_away" or self._form.taken_away(self.desk.set_up) is not None

    @on(RowForm.Typed)
    def keep_half_typed(self, event: RowForm.Typed) -> None:
        """Keep what is half typed."""
        event.stop()
        self.half_typed(self._where(event.row), event.draft, event.edits)

    @on(RowForm.Chose)
    def choose(self, event: RowForm.Chose) -> None:
        """Keep a choice."""
        event.stop()
        outcome = self._form.choose(self.desk.set_up, event.row, event.choice)
        if self.carry_out(outcome) and outcome.understood:
            self.tell(outcome.understood)

    def action_take_away(self) -> None:
        """Take the whole away, and go back."""
        outcome = self._form.taken_away(self.desk.set_up)
        if outcome is not None and self.carry_out(outcome):
            self.go_back()

    def action_help(self) -> None:
        """Show every key."""
        self.app.push_screen(HelpScreen(self._form.help, self))

    def leave_field(self) -> None:
        """Keep the row, where it can be kept."""
        self._rows.leave_row()

    def show(self) -> None:
        """Draw the rows as they stand now; without any there is nothing here any more."""
        rows = self._form.rows(self.desk.set_up)
        if rows:
            self._rows.show(rows)
        else:
            self.go_back()

    def tell(self, words: str) -> None:
        """Say something under the field."""
        self._rows.say(words)

    def _where(self, row: str) -> str:
        return f"{self._form.where}/{row}"

    def _mean(self, row: str, typed: str) -> str:
        if row in self._form.read_when_left:
            return ""
        outcome = self._form.read(self.desk.set_up, row, typed)
        return outcome.problem or outcome.understood

    def _keep(self, row: str, typed: str) -> bool:
        outcome = self._form.read(self.desk.set_up, row, typed)
        if not outcome.problem and outcome.after is None:
            self.half_typed(self._where(row), Draft(text="", cursor=0), 0)
        kept = self.carry_out(outcome, self._where(row))
        if kept and outcome.after is not None:
            self._after_keeping(outcome)
        return kept

    def _after_keeping(self, outcome: Outcome) -> None:
        self.query_one(StatusLine).show_time(outcome.understood)
