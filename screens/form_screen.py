"""A form filled in by keyboard: every row kept as it is left, what is half typed kept too."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from eymeeting.domain.sitting import Draft
from screens.at_a_family import AtAFamily
from screens.family_recorder import FamilyRecorder
from screens.forms.form import Form, ForOneAlone, OfAPerson, Reading
from screens.help import HelpScreen
from screens.plain import plain
from screens.widgets.key_line import KeyLine
from screens.widgets.row_form import RowForm
from screens.widgets.status_line import StatusLine
from screens.widgets.too_small import TooSmall


class FormScreen(AtAFamily[None]):
    """One form. It tells the recorder what was filled in, and is left with one key."""

    CSS_PATH = "form_screen.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "f1", "help", "Help", priority=True, tooltip="Every key, and what this form is for", id="help"
        ),
        Binding(
            "f3,ctrl+l",
            "open_home",
            "Address",
            priority=True,
            tooltip="Open the address of their home",
            id="form.address",
        ),
        Binding(
            "f6,ctrl+b",
            "take_away",
            "Take away",
            priority=True,
            tooltip="Take the whole of it away",
            id="form.take_away",
        ),
        Binding(
            "f7,ctrl+o",
            "show_kept",
            "Show or cover",
            priority=True,
            tooltip="Show what is kept, or cover it",
            id="form.show_kept",
        ),
        Binding(
            "f8,ctrl+r", "undo", "Undo", priority=True, tooltip="Take back the last thing done", id="undo"
        ),
        Binding("f10,ctrl+g", "back", "Back", priority=True, tooltip="Back; everything is kept", id="back"),
        Binding(
            "escape",
            "back",
            "Back",
            show=False,
            priority=True,
            tooltip="Back; everything is kept",
            id="back.escape",
        ),
    ]

    def __init__(self, recorder: FamilyRecorder, form: Form, *, start: str = "") -> None:
        super().__init__()
        self.recorder = recorder
        self._form = form
        self._start = start
        self._stop_listening: Callable[[], None] | None = None
        self._is_left = False

    def compose(self) -> ComposeResult:
        """Title, rows, status, keys."""
        view = self.recorder.view
        yield Static(plain(self._form.title(view)), id="title")
        yield RowForm(
            self._form.rows(view),
            keep=self._keep,
            draft=lambda row: self.recorder.draft(self._where(row)),
            mean=self._mean,
            start=self._start,
        )
        yield StatusLine()
        yield KeyLine()
        yield TooSmall()

    def on_mount(self) -> None:
        """Take the keyboard."""
        self._stop_listening = self.recorder.listen(self._show, self.say_saved, self.say_rescued)
        self.say_saved(None)
        self._rows.take_keyboard()

    def on_unmount(self) -> None:
        """Nobody listens here any more."""
        if self._stop_listening is not None:
            self._stop_listening()

    @property
    def _rows(self) -> RowForm:
        return self.query_one(RowForm)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Only what can be done here is offered: take away, show what is kept, or open a home's address."""
        if action == "open_home":
            return isinstance(self._form, OfAPerson)
        if action == "take_away":
            return self._form.taken_away(self.recorder.view) is not None
        return action != "show_kept" or (self.is_mounted and self._rows.shows_kept is not None)

    @on(RowForm.Typed)
    def keep_half_typed(self, event: RowForm.Typed) -> None:
        """Keep what is half typed."""
        event.stop()
        self.recorder.half_typed(self._where(event.row), event.draft, event.edits)

    @on(RowForm.Chose)
    def choose(self, event: RowForm.Chose) -> None:
        """Keep a choice."""
        event.stop()
        reading = self._form.choose(self.recorder.view, event.row, event.choice)
        if reading.first is not None and self.leave():
            self.app.push_screen(FormScreen(self.recorder, reading.first))
        if self._carry_out(reading, None) and reading.understood:
            self._rows.say(reading.understood)

    def action_take_away(self) -> None:
        """Take the whole away, and go back."""
        reading = self._form.taken_away(self.recorder.view)
        if reading is not None and self._carry_out(reading, None):
            self._leave()

    def action_open_home(self) -> None:
        """Open the address of somebody's home, above their page."""
        if isinstance(self._form, OfAPerson) and self.leave():
            home = self._form.home(self.recorder.view)
            if home is not None:
                self.app.push_screen(FormScreen(self.recorder, home))

    def action_show_kept(self) -> None:
        """Show what is kept from somebody, or cover it again."""
        shows = not self._rows.shows_kept
        self._rows.show_kept(shows)
        if shows:
            self._rows.say("This page now shows how people can be reached.")

    def action_back(self) -> None:
        """Go back. What cannot be kept stays half typed, and is there next time."""
        if self.leave():
            self._leave()

    def action_help(self) -> None:
        """Show every key."""
        self.app.push_screen(HelpScreen(self._form.help, self))

    def leave(self) -> bool:
        """Keep what stands in the field. Whether everything is on disk."""
        self._rows.leave_row()
        return self.recorder.flush()

    def tell(self, words: str) -> None:
        """Say something under the field."""
        self._rows.say(words)

    def _where(self, row: str) -> str:
        typist = f" {self.recorder.view.keyboard}" if isinstance(self._form, ForOneAlone) else ""
        return f"{self._form.where}{typist}/{row}"

    def _mean(self, row: str, typed: str) -> str:
        reading = self._form.read(self.recorder.view, row, typed)
        return reading.problem or reading.understood

    def _keep(self, row: str, typed: str) -> bool:
        reading = self._form.read(self.recorder.view, row, typed)
        if reading.problem:
            self._rows.say(reading.problem)
            return False
        if reading.changes:
            return self._carry_out(reading, self._where(row))
        self.recorder.half_typed(self._where(row), Draft(text="", cursor=0), 0)
        return self.recorder.flush()

    def _carry_out(self, reading: Reading, clear_draft: str | None) -> bool:
        if reading.problem:
            self._rows.say(reading.problem)
            return False
        return not reading.changes or self.recorder.did(*reading.changes, clear_draft=clear_draft)

    def _show(self) -> None:
        view = self.recorder.view
        self.query_one("#title", Static).update(plain(self._form.title(view)))
        rows = self._form.rows(view)
        if rows:
            self._rows.show(rows)
            self.refresh_bindings()
        else:
            self._leave()

    def _leave(self) -> None:
        if not self._is_left:
            self._is_left = True
            self.dismiss()
