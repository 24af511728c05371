"""What every place of the settings has: its keeping, the save mark, undo, help, the way back."""

from __future__ import annotations

from typing import ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.screen import Screen

from eymeeting.domain.problems import Problem
from eymeeting.domain.sitting import Draft
from screens.help import HelpScreen
from screens.keeper import Keeper
from screens.settings.desk import SettingsDesk
from screens.settings.form import Outcome
from screens.widgets.draft_input import DraftInput, too_long
from screens.widgets.line_editor import LineEditor
from screens.widgets.status_line import StatusLine


class SettingsPlace(Screen[None]):
    """A place of the settings. Everything is kept as it is left, half-typed words too."""

    CSS_PATH = "place.tcss"
    AUTO_FOCUS = ""
    HELP = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "f1", "help", "Help", priority=True, tooltip="Every key, and what this place is for", id="help"
        ),
        Binding(
            "question_mark",
            "help",
            show=False,
            tooltip="Every key, and what this place is for",
            id="help.question_mark",
        ),
        Binding(
            "f8,ctrl+r", "undo", "Undo", priority=True, tooltip="Take back the last thing done", id="undo"
        ),
        Binding("f10,ctrl+g", "back", "Back", priority=True, tooltip="Back; everything is kept", id="back"),
        Binding("escape", "back", show=False, tooltip="Back; everything is kept", id="back.escape"),
    ]

    def __init__(self, desk: SettingsDesk) -> None:
        super().__init__()
        self.desk = desk
        self._keeper = Keeper(self, self.say_saved, desk.rescue)
        self._is_left = False

    def show(self) -> None:
        """Draw how all stands now."""
        raise NotImplementedError

    def tell(self, words: str) -> None:
        """Say something where it is read."""
        raise NotImplementedError

    def leave_field(self) -> None:
        """Keep what stands in the field, where it can be kept."""

    @on(events.ScreenResume)
    def come_back(self) -> None:
        """Draw what was changed elsewhere."""
        if self.is_mounted and self.query(StatusLine):
            self.show()
            self.say_saved(None)

    @on(LineEditor.TooLong)
    @on(DraftInput.TooLong)
    def refuse_paste(self, event: LineEditor.TooLong | DraftInput.TooLong) -> None:
        """Say that a paste was too long; nothing of it was taken."""
        event.stop()
        self.tell(too_long(event.length))

    def half_typed(self, where: str, draft: Draft, edits: int) -> None:
        """Keep a half-typed line, a moment after it began to change."""
        self._keeper.typed(where, edits, draft.text, lambda count: self.desk.keep_draft(where, draft, count))

    def carry_out(self, outcome: Outcome, clear_draft: str | None = None) -> bool:
        """Keep what was done, and draw it. Whether there was nothing to object."""
        if outcome.problem:
            self.tell(outcome.problem)
            return False
        if outcome.after is None:
            return True
        if not self._keeper.flush():
            return False
        try:
            self.desk.keep(outcome.after, outcome.what, clear_draft)
        except Problem as problem:
            self.say_saved(problem)
            return False
        self.show()
        self.say_saved(None)
        return True

    def action_undo(self) -> None:
        """Take back the last thing done here."""
        if not self._keeper.flush():
            return
        try:
            undone = self.desk.undo()
        except Problem as problem:
            self.say_saved(problem)
            return
        self.show()
        self.say_saved(None)
        self.tell("There is nothing to take back." if undone is None else f"Taken back: {undone}.")

    def action_back(self) -> None:
        """Go back. What cannot be kept stays half typed, and is there next time."""
        if self.leave():
            self.go_back()

    def action_help(self) -> None:
        """Show every key."""
        self.app.push_screen(HelpScreen(self.HELP, self))

    def go_back(self) -> None:
        """Go back to where one came from, once."""
        if not self._is_left:
            self._is_left = True
            self.dismiss()

    def leave(self) -> bool:
        """Keep what stands in the field. Whether everything is on disk."""
        self.leave_field()
        return self._keeper.flush()

    def say_saved(self, problem: Problem | None) -> None:
        """Say whether everything is on disk."""
        self.query_one(StatusLine).show_mark(
            problem, self.desk.saved_at, self.desk.saved, is_waiting=self._keeper.is_waiting
        )
