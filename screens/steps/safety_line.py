"""A council's own line about children's safety, on a page for one person alone. Nothing of it stays when it is left."""

from __future__ import annotations

from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import Screen
from textual.widgets import Input, Static

from eymeeting.domain.meeting import SafetyScore
from eymeeting.domain.names import short_names
from eymeeting.domain.pack_choices import SafetyLine
from eymeeting.domain.safety_line import number_told, read_number, told_alone
from eymeeting.domain.sitting import Draft, Place
from screens.desk import MeetingView
from screens.everywhere import HELP_KEYS
from screens.plain import plain
from screens.steps.step import TakesDown
from screens.widgets.draft_input import DraftInput
from screens.widgets.too_small import TooSmall

_KEYS: Final = "Enter keeps it. Empty: nothing is said. Esc closes it."
_NO_NUMBER: Final = "A number from 0 to 10."
_NOT_KEPT: Final = "This is not saved yet. Please press the key again."
_FOR: Final = "For {}, whoever asked, and the chair. Never on a plan, never among the scores."
_NUMBER: Final = "number"
_NOTE: Final = "note"


class SafetyLineScreen(Screen[None]):
    """One number and the words beside it."""

    AUTO_FOCUS = f"#{_NUMBER}"
    HELP = """\
    A line of its own, from 0 to 10, only for the person who is asked, for you, and for the chair. It is not mixed
    with the scores, and stands on no plan. **Enter** keeps it, **Esc** closes the page.
    """
    DEFAULT_CSS = """
    SafetyLineScreen {
        align: center middle;

        #page { width: 72; max-width: 96%; height: auto; max-height: 96%; border: round $primary; padding: 1 2; }
        #question { text-style: bold; }
        #ends, #for, #how { color: $text-muted; height: auto; margin-top: 1; }
        DraftInput { margin-top: 1; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *HELP_KEYS,
        Binding("f10,ctrl+g", "close", "Close", priority=True, tooltip="Close this page", id="back"),
        Binding("escape", "close", "Close", priority=True, tooltip="Close this page", id="back.escape"),
    ]

    def __init__(self, recorder: TakesDown, place: Place, who: str, line: SafetyLine) -> None:
        super().__init__()
        self._recorder = recorder
        self._place = place
        self._who = who
        self._line = line

    def compose(self) -> ComposeResult:
        """The line and both its ends, the number, the words."""
        said = self._said()
        name = short_names(self._view.family).get(self._who, "")
        with Vertical(id="page"):
            yield Static(plain(f"{name}: {self._line.name}"), id="question")
            yield Static(plain(self._line.prompt))
            yield Static(plain(f"0: {self._line.low}\n10: {self._line.high}"), id="ends")
            for field, kept, hint in (
                (_NUMBER, "" if said is None else str(said.value), "0 to 10"),
                (_NOTE, "" if said is None else said.note or "", "In their own words"),
            ):
                draft = self._recorder.draft(self._where(field))
                standing = draft if draft.text else Draft(text=kept, cursor=len(kept))
                yield DraftInput(standing, where=self._where(field), id=field, placeholder=hint)
            yield Static(plain(_FOR.format(name)), id="for")
            yield Static(plain(_KEYS), id="how")
        yield TooSmall()

    @on(DraftInput.Typed)
    def keep_draft(self, event: DraftInput.Typed) -> None:
        """Keep what is half typed; the meeting's place stays where it was."""
        event.stop()
        self._recorder.drafted(event.field.where, event.draft, self._place, event.edits)
        typed = self._value(_NUMBER)
        self._tell(_NO_NUMBER if typed.strip() and read_number(typed) is None else _KEYS)

    @on(Input.Submitted)
    def keep(self, event: Input.Submitted) -> None:
        """Go on to the words; from there, close."""
        event.stop()
        if event.input.id == _NUMBER:
            if self._keep():
                self.set_focus(self.query_one(f"#{_NOTE}"))
        else:
            self.action_close()

    def action_close(self) -> None:
        """Close the page, keeping what stands there."""
        if self.put_away():
            self.dismiss()

    def put_away(self) -> bool:
        """Keep what stands in the lines. Whether it is on disk; what is no number stays half typed."""
        typed = self._value(_NUMBER)
        if typed.strip() and read_number(typed) is None:
            return self._recorder.left()
        return self._keep()

    @property
    def _view(self) -> MeetingView:
        return self._recorder.view

    def _said(self) -> SafetyScore | None:
        view = self._view
        return number_told(
            view.family, view.meeting_id, self._who, view.keyboard, today=view.today, pack=view.pack
        )

    def _keep(self) -> bool:
        view, typed = self._view, self._value(_NUMBER)
        if typed.strip() and read_number(typed) is None:
            self._tell(_NO_NUMBER)
            return False
        change = told_alone(
            view.family,
            self._said(),
            meeting=view.meeting_id,
            person=self._who,
            keyboard=view.keyboard,
            typed=typed,
            note=self._value(_NOTE),
        )
        if change is not None:
            self._recorder.note(change)
            kept = next(
                (each for each in self._view.family.safety_scores if each.id == change.entry.id), None
            )
            if kept != change.after:
                self._tell(_NOT_KEPT)
                return False
        for field in (_NUMBER, _NOTE):
            if typed.strip() or not self._value(_NOTE).strip():
                self._recorder.drafted(self._where(field), Draft(text="", cursor=0), self._place, 0)
        return self._recorder.left()

    def _tell(self, words: str) -> None:
        self.query_one("#how", Static).update(plain(words))

    def _value(self, field: str) -> str:
        return self.query_one(f"#{field}", DraftInput).value

    def _where(self, field: str) -> str:
        view = self._view
        return f"{view.family.ref}/{view.meeting_id}/safety/{self._who}/{view.keyboard}/{field}"
