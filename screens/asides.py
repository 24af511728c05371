"""What can be done at any step of a meeting without leaving it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from textual.actions import SkipAction

from eymeeting.domain.at_the_keyboard import offered_the_keyboard
from eymeeting.domain.beginning import has_begun
from eymeeting.domain.entry import Entry
from eymeeting.domain.gates import to_check_here
from eymeeting.domain.not_for import can_be_kept_from
from eymeeting.domain.problems import Problem
from eymeeting.domain.unwritten import SpokenWords, kept_about_harm, stands_on_a_copy, unwritten
from screens.at_a_family import AtAFamily
from screens.copies import CopiesScreen
from screens.face import FaceScreen
from screens.for_you_alone import ForYouAlone
from screens.form_screen import FormScreen
from screens.forms.form import Form
from screens.giving_away import GivingAwayScreen
from screens.help import HelpScreen
from screens.last_time import LastTimeScreen
from screens.not_for import NotForScreen
from screens.papers_before import PapersBeforeScreen
from screens.picker import Picker
from screens.recorder import Recorder
from screens.said_alone import SaidAloneScreen
from screens.something_to_check import Watch
from screens.steps.attendance import attendance_rows, came_or_left
from screens.steps.step import Step
from screens.what_changed import Asking

GONE: Final = "Off the screen and every copy. F8 brings it back. About harm? Ctrl+Y again."
KEPT_ABOUT_HARM: Final = "It is off the screen and off every plan. The chair's own record keeps it."
COPIES_HOLD_IT: Final = " Copies made before still have it: F9 makes them again."
NOTHING_SAID: Final = "There is nothing written here that could be taken back."
KEPT: Final = "That is noted: who reads it, and who does not. F8 takes it back."
HALF_TYPED: Final = "Enter keeps this line first; then press this key."
NOTHING_TO_KEEP: Final = "Go to something that was said or agreed first, then press this key."
NOBODY_ELSE: Final = "Add somebody else who helps first, under Welcome: name, job, service."
NOTHING_FOR_YOU: Final = "There is nothing to check."
_SAVED: Final = """

**Saved 13:17:05 (251)** says that 251 changes of this sitting are on disk, each key in a text being one.
The figures beside the steps are minutes: those spent, of those planned.
**◦** beside the clock says that there is something to check: **Ctrl+A** tells what, for you alone.
Words with **◦** after them are kept from somebody: **Ctrl+X** says whom.
"""


class Asides(AtAFamily[None]):
    """Somebody comes in or leaves, the keyboard is handed over, copies are made, help is wanted."""

    recorder: Recorder
    giving_away: Watch
    _unwritten: tuple[SpokenWords, int, Step] | None = None
    """What was just taken back, how much had been done by then, and at which step."""

    @property
    def step_here(self) -> Step:
        """The step that is open."""
        raise NotImplementedError

    @property
    def help_words(self) -> str:
        """What help says of where the keyboard is."""
        return self.step_here.HELP

    def action_undo(self) -> None:
        """Take back the last thing done, in the file or on the screen alone."""
        if not self.step_here.take_back():
            super().action_undo()

    def action_came_or_left(self) -> None:
        """Say who came in or left just now."""
        choices = [(row.id, row.name, row.state) for row in attendance_rows(self.recorder.view)]

        def mark(who: str) -> None:
            view = self.recorder.view
            self.recorder.did(view.change(*came_or_left(view, who)))

        self._pick("Who came in, or left, just now?", choices, mark)

    def action_changed(self) -> None:
        """Ask what has changed with somebody; an address is written down elsewhere."""

        def open_form(form: Form) -> None:
            if self.recorder.left():
                self.app.push_screen(FormScreen(self.recorder, form))

        Asking(
            view=lambda: self.recorder.view,
            pick=self._pick,
            open_form=open_form,
            at=self.recorder.view.meeting_id,
        ).with_whom()

    def action_unwrite(self) -> None:
        """“Please don't write that”: the words go at once. The same key again keeps them, for they are about harm."""
        if not self.recorder.left():
            return
        family, done = self.recorder.view.family, self.recorder.desk.saved
        if self._unwritten is not None and self._unwritten[1:] == (done, self.step_here):
            kept, self._unwritten = kept_about_harm(family, self._unwritten[0]), None
            if self.recorder.unwrote(kept):
                self.tell(KEPT_ABOUT_HARM)
            return
        said = self.step_here.words_here()
        if said is None:
            self.tell(NOTHING_SAID)
        elif self.recorder.unwrote(*unwritten(family, said)):
            self._unwritten = (said, self.recorder.desk.saved, self.step_here)
            self.tell(f"{GONE}{COPIES_HOLD_IT if stands_on_a_copy(family, said) else ''}")

    def action_not_for(self) -> None:
        """Ask from whom it is kept what the keyboard is at. What is marked in a field goes as it does everywhere."""
        if getattr(self.focused, "selected_text", ""):
            raise SkipAction
        if not self.recorder.left():
            return
        if self.is_half_typed:
            self.tell(HALF_TYPED)
            return
        agreed = self.just_agreed()
        entry = agreed or self.step_here.entry_here()
        if entry is None or not can_be_kept_from(entry):
            self.tell(NOTHING_TO_KEEP)
            return

        def keep(after: Entry | None) -> None:
            if after is None:
                return
            did = self.step_here.did if agreed is None else self._did
            if did(entry, after):
                self.tell(KEPT)

        self.app.push_screen(NotForScreen(self.recorder.view, entry), keep)

    @property
    def is_half_typed(self) -> bool:
        """Whether the keyboard is in a line of its own, beside the step, that is not ended yet."""
        return False

    def just_agreed(self) -> Entry | None:
        """What was just written beside the step, as it stands; nothing where the keyboard is at something else."""
        return None

    def _did(self, before: Entry, after: Entry) -> bool:
        return self.recorder.did(self.recorder.view.change(before, after))

    def say_saved(self, problem: Problem | None) -> None:
        """Say whether everything is on disk; once more is done, the words taken back are spoken of no more."""
        super().say_saved(problem)
        if self._unwritten is not None and self._unwritten[1] != self.recorder.desk.saved:
            self._unwritten = None
            self.tell("")

    def take_a_break(self) -> None:
        """Keep the time, and all that is typed; the step's minutes stand still."""
        self.recorder.take_a_break()

    def end_break(self) -> None:
        """The step's minutes go on."""
        self.recorder.end_break()

    def action_said_alone(self) -> None:
        """Open the page of what was said alone; it asks first whether anybody else is near."""
        self.step_here.finish()
        if self.recorder.left():
            self.app.push_screen(SaidAloneScreen(self.recorder, self.recorder.view.meeting_id))

    def action_for_you_alone(self) -> None:
        """Say to whoever is at the keyboard alone what there is to check; first ask who is near."""
        view = self.recorder.view
        found = to_check_here(view.family, view.meeting, view.today)
        if self.giving_away.to_decide() and self.recorder.left():
            self.app.push_screen(GivingAwayScreen(self.recorder, found))
        elif found:
            self.app.push_screen(ForYouAlone(found, asks_first=True))
        else:
            self.tell(NOTHING_FOR_YOU)

    def action_hand_over(self) -> None:
        """Say who has the keyboard now."""
        workers = offered_the_keyboard(self.recorder.view.room, self.recorder.view.today)
        if not workers:
            self.tell(NOBODY_ELSE)
            return
        choices = [(worker.id, worker.name, worker.role) for worker in workers]
        self._pick("Who has the keyboard now?", choices, self.recorder.hand_over)

    def action_face(self) -> None:
        """Turn the screen to the family."""
        self.step_here.finish()
        if self.recorder.left():
            self.app.push_screen(FaceScreen(self.recorder.view, self.step_here.step))

    def action_last_time(self) -> None:
        """Show again what was agreed last time."""
        self.step_here.finish()
        if self.recorder.left():
            self.app.push_screen(LastTimeScreen(self.recorder.view))

    def action_copies(self) -> None:
        """Make the copies for everybody in one go; before the meeting has begun, the papers for it."""
        self.step_here.finish()
        if not self.recorder.left():
            return
        view = self.recorder.view
        if view.meeting.outcome is None and not has_begun(view.family, view.meeting, view.today):
            self.app.push_screen(PapersBeforeScreen(self.recorder, view.meeting_id))
        else:
            self.app.push_screen(CopiesScreen(self.recorder))

    def action_help(self) -> None:
        """Show every key, and what this step is for."""
        self.app.push_screen(HelpScreen(self.help_words + _SAVED, self))

    def _pick(self, title: str, choices: Sequence[tuple[str, str, str]], then: Callable[[str], None]) -> None:
        def picked(choice: str | None) -> None:
            if choice:
                then(choice)

        if self.recorder.left():
            self.app.push_screen(Picker(title, choices), picked)
