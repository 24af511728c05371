"""What was agreed about sharing, today or on any day before: opened from the family's place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Input, Static

from eymeeting.domain.dates import spoken
from eymeeting.domain.past_days import read_past_date
from eymeeting.domain.sharing import decision_in_short, decisions_to_open
from eymeeting.domain.sitting import Draft
from screens.agreement_shown import Turned
from screens.agreement_table import AgreementTable
from screens.at_a_family import AtAFamily
from screens.family_recorder import FamilyRecorder
from screens.form_screen import FormScreen
from screens.forms.form import free_id
from screens.forms.sharing import SharingForm
from screens.forms.words_of_days import past_day
from screens.help import HelpScreen
from screens.picker import Picker
from screens.plain import plain
from screens.widgets.draft_input import DraftInput
from screens.widgets.key_line import KeyLine
from screens.widgets.status_line import StatusLine
from screens.widgets.too_small import TooSmall

NEW_DECISION: Final = "new"


class AgreementScreen(AtAFamily[None]):
    """Who agreed to what. Today's answers are given here too; an earlier day is only looked at."""

    CSS_PATH = "agreement.tcss"
    AUTO_FOCUS = ""
    HELP = """\
    **y** yes, **n** no, **l** limited, **w** stopped, **d** no need, **space** not asked: from today on.
    Each of these goes on to the next service by itself.
    What was said before is kept as it was. **F5** shows how it stood on any day before.
    A reason is never shown here: it stands in the chair's record only.
    **F6** writes down a decision to share, or not to share, without an agreement, or opens an earlier one.
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "f1", "help", "Help", priority=True, tooltip="Every key, and what this place is for", id="help"
        ),
        Binding(
            "f5,ctrl+l",
            "day",
            "Another day",
            priority=True,
            tooltip="What was agreed on a day before",
            id="agreement.day",
        ),
        Binding(
            "f6,ctrl+k",
            "decisions",
            "Decisions",
            priority=True,
            tooltip="Decisions to share, or not, outside the agreement; turn the screen first",
            id="agreement.decisions",
        ),
        Binding(
            "f8,ctrl+r", "undo", "Undo", priority=True, tooltip="Take back the last thing done", id="undo"
        ),
        Binding("f10,ctrl+g", "back", "Back", priority=True, tooltip="Back; everything is kept", id="back"),
        Binding("escape", "back", show=False, tooltip="Back; everything is kept", id="back.escape"),
        Binding(
            "question_mark",
            "help",
            show=False,
            tooltip="Every key, and what this place is for",
            id="help.question_mark",
        ),
    ]

    def __init__(self, recorder: FamilyRecorder) -> None:
        super().__init__()
        self.recorder = recorder
        self._past: date | None = None
        self._stop_listening: Callable[[], None] | None = None

    def compose(self) -> ComposeResult:
        """Title, table, the line for a day, status, keys."""
        yield Static(id="title")
        with VerticalScroll(can_focus=False):
            turned = Turned(on=lambda: self._day, answers_on=lambda: self.recorder.view.today)
            yield AgreementTable(self.recorder, turned, self.recorder.half_typed)
        yield DraftInput(
            Draft(text="", cursor=0),
            where="",
            id="day",
            placeholder="Which day? 21 april, last tue. Empty is today",
        )
        yield Static(id="told")
        yield StatusLine()
        yield KeyLine()
        yield TooSmall()

    def on_mount(self) -> None:
        """Take the keyboard."""
        self._stop_listening = self.recorder.listen(self._show, self.say_saved, self.say_rescued)
        self.say_saved(None)
        self._show()
        self.set_focus(self._table.keyboard_goes_to)

    def on_unmount(self) -> None:
        """Nobody listens here any more."""
        if self._stop_listening is not None:
            self._stop_listening()

    @property
    def _table(self) -> AgreementTable:
        return self.query_one(AgreementTable)

    @property
    def _day(self) -> date:
        return self._past or self.recorder.view.today

    @on(DraftInput.Typed, "#day")
    def say_what_is_meant(self, event: DraftInput.Typed) -> None:
        """Say which day the words mean so far."""
        event.stop()
        read = read_past_date(event.draft.text, self.recorder.view.today)
        self.tell("" if read is None else read.problem or (spoken(read.day) if read.day else ""))

    @on(Input.Submitted, "#day")
    def look_at_day(self, event: Input.Submitted) -> None:
        """Show the day that was typed."""
        event.stop()
        words, today = event.value.strip(), self.recorder.view.today
        read = past_day(words, today)
        if words and read.day is None:
            self.tell(read.problem)
            return
        day = read.day if words else None
        self._past = None if day == today else day
        self.query_one("#day", DraftInput).put("")
        self.tell("")
        self._show()
        self.set_focus(self._table.grid)

    def action_day(self) -> None:
        """Go to the line for a day, or back from it."""
        line = self.query_one("#day", DraftInput)
        self.set_focus(self._table.grid if line.has_focus else line)

    def action_decisions(self) -> None:
        """Write down a decision to share, or not, outside the agreement; or choose an earlier one first."""
        if not self.recorder.left():
            return
        view = self.recorder.view
        earlier = decisions_to_open(view.family, view.keyboard, view.today, view.pack)
        if not earlier:
            self._open_decision(NEW_DECISION)
            return
        choices = [(each.id, decision_in_short(each, view.today), "") for each in earlier]
        self.app.push_screen(
            Picker("Which decision? For you alone", [(NEW_DECISION, "A new decision", ""), *choices]),
            self._open_decision,
        )

    def _open_decision(self, chosen: str | None) -> None:
        if chosen:
            family = self.recorder.view.family
            decision = free_id("decision", family.sharings) if chosen == NEW_DECISION else chosen
            self.app.push_screen(FormScreen(self.recorder, SharingForm(family.ref, decision)))

    def action_undo(self) -> None:
        """Take back the last thing done, the adding of a service too."""
        if not self._table.take_back_adding():
            super().action_undo()

    def action_back(self) -> None:
        """Go back. What is half typed is there next time."""
        if self.leave():
            self.dismiss()

    def action_help(self) -> None:
        """Show every key."""
        self.app.push_screen(HelpScreen(self.HELP, self))

    def leave(self) -> bool:
        """Keep what is half typed. Whether everything is on disk."""
        return self.recorder.left()

    def tell(self, words: str) -> None:
        """Say something under the table."""
        self.query_one("#told", Static).update(plain(words))

    def _show(self) -> None:
        view = self.recorder.view
        name, title = view.family.details.called, view.pack.step_title("agreement")
        when = f" · as it stood on {spoken(self._past)}" if self._past else ""
        self.query_one("#title", Static).update(plain(f"{name} · {title}{when}"))
        self._table.draw()
