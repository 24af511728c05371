"""The quick line of a meeting: reached from anywhere, and back to the very place the cursor was."""

from __future__ import annotations

from typing import Final

from textual import on
from textual.events import DescendantFocus
from textual.widget import Widget

from eymeeting.domain.agreed import changes_for
from eymeeting.domain.entry import Entry
from eymeeting.domain.problems import Problem
from eymeeting.domain.quick_line_writing import written
from eymeeting.domain.sitting import Place
from eymeeting.domain.telling import why_not_yet
from screens.asides import Asides
from screens.putting_right import PuttingRight
from screens.steps.actions import ActionsStep
from screens.steps.actions_keys import THE_QUICK_LINE
from screens.widgets.draft_input import DraftInput
from screens.widgets.quick_line_bar import QuickLineBar

TAKES_BACK: Final = "F8"
"""In what is said of something done, the key that takes it back."""

QUICK_LINE: Final = "quick line"
"""The field name of the quick line in a place."""


class QuickLineAside(Asides):
    """Takes one thing in the quick line at any step, and gives the keyboard back."""

    putting_right: PuttingRight
    _came_from: Widget | None = None
    _agreed: tuple[str, int, Place] | None = None
    """What was written last, by its id; how much had been done by then, and where the keyboard came back to."""
    _offered_at: int | None = None
    """How much had been done when it was said that F8 takes something back."""

    @property
    def place_now(self) -> Place:
        """Where the keyboard is."""
        raise NotImplementedError

    @property
    def bar(self) -> QuickLineBar:
        """The quick line."""
        return self.query_one(QuickLineBar)

    @property
    def help_words(self) -> str:
        """How the quick line is written while it has the keyboard, then what the step is for."""
        here = super().help_words
        if not self.bar.has_the_keyboard or isinstance(self.step_here, ActionsStep):
            return here
        return f"This is the quick line. Type {THE_QUICK_LINE}**Esc** goes back to the step.\n\n{here}"

    @property
    def line_where(self) -> str:
        """The place of the half-typed line."""
        view = self.recorder.view
        return f"{view.family.ref}/{view.meeting_id}/{QUICK_LINE}"

    def tell(self, words: str) -> None:
        """Say something under the quick line; what offers to take something back goes once more is done or typed."""
        self._offered_at = self.recorder.desk.saved if TAKES_BACK in words else None
        self.bar.tell(words)

    def say_saved(self, problem: Problem | None) -> None:
        """Say whether everything is on disk; by then F8 would take back something else than was offered."""
        super().say_saved(problem)
        if self._offered_at is not None and self._offered_at != self.recorder.desk.saved:
            self._offered_at = None
            self.bar.fall_quiet()

    @property
    def is_half_typed(self) -> bool:
        """Whether the keyboard is in the quick line, with words in it."""
        return self.bar.has_the_keyboard and bool(self.bar.field.value.strip())

    def just_agreed(self) -> Entry | None:
        """What was last written in the quick line, while the keyboard is in it or nothing was done since."""
        if self._agreed is None:
            return None
        written, done, place = self._agreed
        is_here = (done, place) == (self.recorder.desk.saved, self.place_now)
        if not (self.bar.has_the_keyboard or is_here):
            return None
        family = self.recorder.view.family
        said: tuple[Entry, ...] = (*family.actions, *family.contributions, *family.child_words, *family.lines)
        return next((each for each in said if each.id == written), None)

    @property
    def focus_chain(self) -> list[Widget]:
        """The fields of the step. The quick line is reached by its key and by the mouse alone."""
        return [each for each in super().focus_chain if not isinstance(each.parent, QuickLineBar)]

    def take_keyboard(self) -> None:
        """Give the keyboard to the step that has just opened, or to the quick line where it is typed there."""
        step = self.step_here
        self.bar.is_home = step.IS_TYPED_IN_QUICK_LINE
        self.bar.fall_quiet()
        self._came_from = None
        if step.IS_TYPED_IN_QUICK_LINE and not step.start_place.field:
            self.bar.open()
        else:
            self.set_focus(step.keyboard_goes_to())

    @on(DescendantFocus)
    def remember_field(self, event: DescendantFocus) -> None:
        """Remember the very place in the step, for whoever goes to the quick line with the mouse."""
        if not self.bar.has_the_keyboard:
            self._came_from = event.widget

    def action_quick_line(self) -> None:
        """Go to the quick line, or back from it to the very place the cursor was; where it is at home, stay."""
        why_not = why_not_yet(self.recorder.view.meeting)
        if why_not:
            self.bar.tell(why_not)
        elif not self.bar.has_the_keyboard:
            self._came_from = self.focused
            self.bar.open()
        elif not self.bar.is_home:
            self.bar.action_leave()

    @on(QuickLineBar.Closed)
    def back_to_step(self) -> None:
        """Give the keyboard back to where it was; it stays while there is nothing to go to."""
        came_from = self._came_from
        there = came_from if came_from and came_from.is_attached else self.step_here.keyboard_goes_to()
        if there.display:
            self.set_focus(there)

    @on(ActionsStep.Emptied)
    def type_the_next(self, event: ActionsStep.Emptied) -> None:
        """Go to the quick line: there is no action to be at any more."""
        event.stop()
        self.bar.open(still_told=True)

    @on(DraftInput.Typed, "#line")
    def keep_line(self, event: DraftInput.Typed) -> None:
        """Keep the half-typed quick line."""
        event.stop()
        self.recorder.drafted(event.field.where, event.draft, self.place_now, event.edits)
        if not event.draft.text:
            self.putting_right.forget(self.place_now)

    @on(ActionsStep.PutRight)
    def put_right(self, event: ActionsStep.PutRight) -> None:
        """Open an action in the quick line."""
        event.stop()
        view = self.recorder.view
        self._came_from = self.focused
        if self.bar.field.value:
            self.bar.open()
            self.bar.tell("This line is still half typed. Enter keeps it; empty it to put another right.")
            return
        self.putting_right.begin(event.action, self.place_now)
        self.bar.open(written(event.action, view.family, view.pack))

    @on(QuickLineBar.Agreed)
    def agree(self, event: QuickLineBar.Agreed) -> None:
        """Keep an action, and go back to the very place the cursor was."""
        event.stop()
        why_not = why_not_yet(self.recorder.view.meeting)
        if why_not:
            self.bar.tell(why_not)
            return
        if not self.recorder.flush():
            return
        view, before = self.recorder.view, self.putting_right.action
        if before is not None and event.line.says != "to_do":
            self.bar.tell("This line puts an action right. Empty it first to say something else.")
            return
        changes = changes_for(
            event.line,
            view.family,
            view.meeting_id,
            view.pack,
            here=view.here(),
            keyboard=view.keyboard,
            today=view.today,
            before=before,
        )
        if self.recorder.did(*changes, clear_draft=self.line_where):
            self.bar.clear()
            self.putting_right.forget(self.place_now)
            if before is not None or not self.bar.is_home:
                self.back_to_step()
            written = changes[-1].after if changes else None
            if written is not None:
                self._agreed = (written.id, self.recorder.desk.saved, self.place_now)
            self.bar.tell(
                " · ".join(part for part in (f"Kept: {event.line.what}", event.line.understood) if part)
            )
