"""The form for what somebody said alone, with the council's help above it."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from eymeeting.domain.family import Change
from eymeeting.domain.sitting import Draft
from screens.family_recorder import FamilyRecorder
from screens.form_screen import FormScreen
from screens.forms.form import Form, Reading
from screens.plain import plain

NOT_KEPT = "This is not saved yet. Please press the key again."


class HarmNoteScreen(FormScreen):
    """What is written here is undone here and nowhere else, and no screen at the meeting tells of it."""

    DEFAULT_CSS = """
    HarmNoteScreen {
        #steps { height: auto; max-height: 7; margin: 1 1 0 1; }
        #steps Static { height: auto; color: $text-muted; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(self, recorder: FamilyRecorder, form: Form) -> None:
        super().__init__(recorder, form)
        self._kept: list[Change] = []

    def compose(self) -> ComposeResult:
        """The form, and what to do and say above its rows."""
        title, *rest = super().compose()
        yield title
        steps = self.recorder.view.pack.sentences.harm_steps
        if steps:
            with VerticalScroll(id="steps", can_focus=False):
                yield Static(plain("\n".join(f"· {each}" for each in steps)))
        yield from rest

    def action_undo(self) -> None:
        """Take back the last thing written on this page."""
        if not self._kept:
            self.tell("There is nothing to take back on this page.")
        elif self._note(self._kept[-1].undone()):
            self._kept.pop()
            self.recorder.redraw()
            self.tell("Taken back.")

    def put_away(self) -> bool:
        """Keep what stands in the field. Whether everything is on disk."""
        return self.leave()

    def _carry_out(self, reading: Reading, clear_draft: str | None) -> bool:
        for change in reading.changes:
            if not self._note(change):
                self.tell(NOT_KEPT)
                return False
            self._kept.append(change)
        if clear_draft is not None:
            self.recorder.half_typed(clear_draft, Draft(text="", cursor=0), 0)
        self.recorder.redraw()
        return self.recorder.flush()

    def _note(self, change: Change) -> bool:
        """Keep a change without a word of it in the meeting. Whether it is on disk."""
        self.recorder.note(change)
        notes = self.recorder.view.family.safeguarding
        return next((each for each in notes if each.id == change.entry.id), None) == change.after
