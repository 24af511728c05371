"""A meeting as it is recorded: the steps at the left, the step, the quick line, the status line."""

from __future__ import annotations

from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Footer, Static

from eymeeting.domain.actions import Action
from eymeeting.domain.family import Change
from eymeeting.domain.names import named
from eymeeting.domain.problems import Problem
from eymeeting.domain.quick_line import QuickLine
from eymeeting.domain.sitting import Place
from screens.copies import CopiesScreen
from screens.desk import MeetingDesk
from screens.help import HelpScreen
from screens.keeper import Keeper
from screens.picker import Picker
from screens.plain import plain
from screens.steps import STEPS
from screens.steps.actions import ActionsStep
from screens.steps.attendance import attendance_rows, came_or_left
from screens.steps.step import Step
from screens.widgets.draft_input import DraftInput
from screens.widgets.line_editor import LineEditor
from screens.widgets.quick_line_bar import QuickLineBar
from screens.widgets.status_line import StatusLine
from screens.widgets.step_list import StepList
from screens.widgets.too_small import TooSmall

TICK: Final = 15.0
"""Seconds between looks at the clock; only a new minute is drawn."""


class MeetingScreen(Screen[None]):
    """One meeting, live. Everything done goes to the desk, and from there to disk."""

    CSS_PATH = "meeting.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "help", "Help", priority=True, tooltip="Every key, and what this step is for"),
        Binding(
            "f2,ctrl+n", "quick_line", "Action", priority=True, tooltip="Write something to do, and come back"
        ),
        Binding("f3,ctrl+b", "go(-1)", "Back", priority=True, tooltip="The step before"),
        Binding("f4,ctrl+t", "go(1)", "Next", priority=True, tooltip="The next step"),
        Binding(
            "f5,ctrl+l", "came_or_left", "In/out", priority=True, tooltip="Somebody came in or left just now"
        ),
        Binding("f8,ctrl+r", "undo", "Undo", priority=True, tooltip="Take back the last thing done"),
        Binding(
            "f6,ctrl+k", "hand_over", "Keyboard", show=False, priority=True, tooltip="Hand over the keyboard"
        ),
        Binding("f9,ctrl+s", "copies", "Copies", show=False, priority=True, tooltip="Make the copies"),
        Binding(
            "f10,ctrl+g", "home", "Home", show=False, priority=True, tooltip="Go home; the meeting stays open"
        ),
        Binding("question_mark", "help", "Help", show=False),
    ]

    def __init__(self, desk: MeetingDesk) -> None:
        super().__init__()
        self._desk = desk
        self._keeper = Keeper(self, self._say_saved, self._rescue)
        self._steps = [step for step in desk.view.kind.steps if step.id in STEPS]
        self._putting_right: Action | None = None
        self._came_from: Widget | None = None
        self._step_since = desk.around.clock.now()
        self._minute = ""

    def compose(self) -> ComposeResult:
        """Title, steps, step, quick line, status, keys."""
        yield Static(id="title")
        with Horizontal(id="middle"):
            yield StepList()
            yield self._new_step(self._desk.place)
        yield QuickLineBar(self._desk.view, self._desk.around.store.draft(self._line_where), self._line_where)
        yield StatusLine()
        yield Footer(show_command_palette=False, compact=True)
        yield TooSmall()

    def on_mount(self) -> None:
        """Say where things stand, and keep an eye on the clock."""
        self._draw_frame()
        self._say_saved(None)
        self.set_interval(TICK, self._look_at_clock)
        if self._desk.place.field == "quick line":
            self.call_after_refresh(self._bar.open)

    @property
    def _step(self) -> Step:
        return self.query_one("#step", Step)

    @property
    def _bar(self) -> QuickLineBar:
        return self.query_one(QuickLineBar)

    @property
    def _line_where(self) -> str:
        return f"{self._desk.family.ref}/{self._desk.sitting.meeting}/quick line"

    def _new_step(self, place: Place) -> Step:
        ids = [step.id for step in self._steps]
        kind = STEPS[place.step if place.step in ids else ids[0]]
        return kind(self._desk.view, self._desk.around.store.draft, place)

    # --- what was done -------------------------------------------------------------------------

    @on(Step.Did)
    def keep(self, event: Step.Did) -> None:
        """Keep what was done at once, and show it."""
        event.stop()
        self._do(*event.changes, clear_draft=event.clear_draft)

    @on(Step.Wrote)
    def keep_text(self, event: Step.Wrote) -> None:
        """Keep a text a moment after it began to change."""
        event.stop()
        before, after, place = event.before, event.after, event.place
        self._keeper.typed(event.edits, lambda edits: self._write(before, after, place, edits))

    @on(Step.Drafted)
    def keep_draft(self, event: Step.Drafted) -> None:
        """Keep a half-typed line a moment after it began to change."""
        event.stop()
        where, draft, place = event.where, event.draft, event.place
        self._keeper.typed(event.edits, lambda edits: self._desk.keep_draft(where, draft, place, edits))

    @on(DraftInput.Typed, "#line")
    def keep_line(self, event: DraftInput.Typed) -> None:
        """Keep the half-typed quick line too."""
        event.stop()
        place = Place(step=self._step.STEP, field="quick line", cursor=event.draft.cursor)
        where, draft = event.field.where, event.draft
        self._keeper.typed(1, lambda edits: self._desk.keep_draft(where, draft, place, edits))

    @on(Step.Left)
    def end_visit(self, event: Step.Left) -> None:
        """A text field was left: what was typed there is one thing to undo."""
        event.stop()
        if self._keeper.flush():
            self._quietly(self._desk.end_visit)
            self._step.view = self._desk.view

    @on(LineEditor.TooLong)
    @on(DraftInput.TooLong)
    def refuse_paste(self, event: LineEditor.TooLong | DraftInput.TooLong) -> None:
        """Say that a paste was too long; nothing of it was taken."""
        event.stop()
        self.notify(
            f"That is {event.length:,} characters, more than fits here. Nothing was pasted.", markup=False
        )

    def _write(self, before: object, after: object, place: Place, edits: int) -> None:
        self._desk.write(before, after, place, edits)  # type: ignore[arg-type]
        self._step.view = self._desk.view

    def _do(self, *changes: Change, clear_draft: str | None = None) -> bool:
        if not self._keeper.flush():
            return False
        try:
            self._desk.end_visit()
            self._desk.apply(*changes, clear_draft=clear_draft)
        except Problem as problem:
            self._say_saved(problem)
            self.notify(str(problem), severity="error", markup=False)
            self._show()
            return False
        self._say_saved(None)
        self._show()
        return True

    def _show(self) -> None:
        view = self._desk.view
        self._step.show(view)
        self._bar.show(view)
        self._draw_frame()

    # --- keys ----------------------------------------------------------------------------------

    def action_quick_line(self) -> None:
        """Go to the quick line, or back from it to the very place the cursor was."""
        if self._bar.has_the_keyboard:
            self._back_to_step()
        else:
            self._came_from = self.focused
            self._bar.open()

    @on(QuickLineBar.Closed)
    def _back_to_step(self) -> None:
        self._putting_right = None
        if self._came_from is not None and self._came_from.is_mounted:
            self._came_from.focus()
        else:
            self.app.action_focus_next()

    @on(ActionsStep.PutRight)
    def put_right(self, event: ActionsStep.PutRight) -> None:
        """Open an action in the quick line."""
        event.stop()
        from eymeeting.domain.quick_line_writing import written

        self._putting_right = event.action
        self._came_from = self.focused
        self._bar.open(written(event.action, self._desk.family, self._desk.view.pack))

    @on(QuickLineBar.Agreed)
    def agree(self, event: QuickLineBar.Agreed) -> None:
        """Keep an action, and go back to the very place the cursor was."""
        event.stop()
        view = self._desk.view
        before = self._putting_right
        after = view.action(event.line, before)
        if self._do(view.change(before, after), clear_draft=self._line_where):
            self._say_agreed(event.line)
            self._bar.clear()
            self._back_to_step()

    def _say_agreed(self, line: QuickLine) -> None:
        words = f"Kept: {line.what}" + (f" · {line.understood}" if line.understood else "")
        self.notify(words, timeout=4, markup=False)

    def action_go(self, by: int) -> None:
        """Go to the step before or after."""
        ids = [step.id for step in self._steps]
        there = ids.index(self._step.STEP) + by
        if 0 <= there < len(ids):
            self.run_worker(self._go_to(ids[there]), exclusive=True, group="step")

    @on(StepList.Chosen)
    def go_to_step(self, event: StepList.Chosen) -> None:
        """Go to any step."""
        event.stop()
        self.run_worker(self._go_to(event.step), exclusive=True, group="step")

    async def _go_to(self, step: str) -> None:
        if not self._keeper.flush():
            return
        self._quietly(self._desk.end_visit)
        self._spend()
        place = Place(step=step)
        self._quietly(lambda: self._desk.move(place))
        async with self.batch():
            await self._step.remove()
            await self.query_one("#middle").mount(self._new_step(place))
        self._draw_frame()

    def action_undo(self) -> None:
        """Take back the last thing done."""
        if not self._keeper.flush():
            return
        try:
            undone = self._desk.undo()
        except Problem as problem:
            self._say_saved(problem)
            return
        self._say_saved(None)
        self._show()
        if not undone:
            self.notify("There is nothing to undo in this sitting.", markup=False)

    def action_came_or_left(self) -> None:
        """Say who came in or left just now."""
        self._keeper.flush()
        view = self._desk.view
        choices = tuple((row.id, row.name, row.state or row.detail) for row in attendance_rows(view))

        def mark(who: str | None) -> None:
            if who:
                self._do(self._desk.view.change(*came_or_left(self._desk.view, who)))

        self.app.push_screen(Picker("Who came in, or left, just now?", choices), mark)

    def action_hand_over(self) -> None:
        """Say who has the keyboard now."""
        self._keeper.flush()
        choices = tuple((worker.id, worker.name, worker.role) for worker in self._desk.family.workers)

        def hand_over(who: str | None) -> None:
            if who:
                self._quietly(lambda: self._desk.hand_over(who))
                self._show()

        self.app.push_screen(Picker("Who has the keyboard now?", choices), hand_over)

    @on(Step.Asked)
    def ask(self, event: Step.Asked) -> None:
        """Let the chair choose, and tell the step."""
        event.stop()
        then = event.then

        def chosen(choice: str | None) -> None:
            if choice is not None:
                then(choice)

        self.app.push_screen(Picker(event.title, event.choices), chosen)

    def action_copies(self) -> None:
        """Make the copies for everybody in one go."""
        if self._keeper.flush():
            self._quietly(self._desk.end_visit)
            self.app.push_screen(CopiesScreen(self._desk), lambda _: self._show())

    def action_help(self) -> None:
        """Show every key, and what this step is for."""
        self.app.push_screen(HelpScreen(self._step.HELP, self))

    def action_home(self) -> None:
        """Go home. The meeting stays open."""
        if self.leave():
            self.dismiss()

    def leave(self) -> bool:
        """Stand up from the keyboard. Whether everything is on disk."""
        if not self._keeper.flush():
            return False
        self._spend()
        return self._quietly(self._desk.leave)

    # --- what is always in view ----------------------------------------------------------------

    def _draw_frame(self) -> None:
        view = self._desk.view
        name = view.family.details.chosen_name or view.family.details.family_name
        keyboard = named(view.family.member(view.keyboard))
        self.query_one("#title", Static).update(
            plain(f"{view.kind.name} · {name} · {keyboard} at the keyboard")
        )
        self.query_one(StepList).show(self._steps, self._step.STEP, view)
        self._say_time()

    def _say_time(self) -> None:
        view = self._desk.view
        step = next(step for step in self._steps if step.id == self._step.STEP)
        spent = view.minutes_spent(step.id) + self._seconds_here() // 60
        self._minute = view.time
        self.query_one(StatusLine).show_time(f"{view.time}  {step.title}: {spent} of {step.minutes} min")

    def _look_at_clock(self) -> None:
        if self._desk.view.time != self._minute and self.is_current:
            if not self._keeper.is_waiting:
                self._spend()
            self._draw_frame()

    def _seconds_here(self) -> int:
        return max(0, int((self._desk.around.clock.now() - self._step_since).total_seconds()))

    def _spend(self) -> None:
        seconds = self._seconds_here()
        if seconds:
            self._step_since = self._desk.around.clock.now()
            self._quietly(lambda: self._desk.spend(self._step.STEP, seconds))

    def _say_saved(self, problem: Problem | None) -> None:
        line = self.query_one(StatusLine)
        if problem is not None:
            line.show_not_saved(str(problem))
        elif self._keeper.is_waiting:
            line.show_not_saved()
        else:
            line.show_saved(self._desk.saved_at, self._desk.saved)

    def _quietly(self, act: object) -> bool:
        try:
            act()  # type: ignore[operator]
        except Problem as problem:
            self._say_saved(problem)
            return False
        return True

    def _rescue(self) -> None:
        text = self._step.unsaved_text() or self._bar.field.value
        if text:
            self._desk.around.rescue(text)
