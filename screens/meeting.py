"""A meeting as it is recorded: the steps at the left, the step, the quick line, the status line."""

from __future__ import annotations

from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.events import DescendantFocus
from textual.widget import Widget
from textual.widgets import Static

from eymeeting.domain.agenda import agenda
from eymeeting.domain.agreed import changes_for
from eymeeting.domain.names import short_names
from eymeeting.domain.pack import Step as PlannedStep
from eymeeting.domain.problems import Problem
from eymeeting.domain.quick_line_writing import written
from eymeeting.domain.sitting import Place
from screens.asides import Asides
from screens.desk import MeetingDesk, MeetingView
from screens.plain import plain
from screens.putting_right import PuttingRight
from screens.recorder import Recorder
from screens.steps import STEPS
from screens.steps.actions import ActionsStep
from screens.steps.step import Step
from screens.taken_back import taken_back
from screens.widgets.draft_input import DraftInput, too_long
from screens.widgets.key_line import KeyLine
from screens.widgets.line_editor import LineEditor
from screens.widgets.quick_line_bar import QuickLineBar
from screens.widgets.status_line import StatusLine
from screens.widgets.step_list import StepList
from screens.widgets.too_small import TooSmall

TICK: Final = 15.0
"""Seconds between looks at the clock; only a new minute is drawn."""


class MeetingScreen(Asides):
    """One meeting, live. The steps tell the recorder what was done; this screen goes between steps."""

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
        Binding(
            "f7,ctrl+f",
            "face",
            show=False,
            priority=True,
            tooltip="Turn the screen to the family, large and calm",
        ),
        Binding("f8,ctrl+r", "undo", "Undo", priority=True, tooltip="Take back the last thing done"),
        Binding("f9,ctrl+s", "copies", show=False, priority=True, tooltip="Make the copies"),
        Binding("f10,ctrl+g", "home", show=False, priority=True, tooltip="Go home; the meeting stays open"),
        Binding("f6,ctrl+k", "hand_over", show=False, priority=True, tooltip="Hand over the keyboard"),
        Binding("question_mark", "help", show=False, tooltip="Every key, and what this step is for"),
    ]

    def __init__(self, desk: MeetingDesk, notice: str = "") -> None:
        super().__init__()
        self._place = desk.place
        self._notice = notice
        self.recorder = Recorder(self, desk)
        self.recorder.listen(
            self._show,
            self._say_saved,
            lambda path: self._bar.tell(f"Until it is saved, it is also in {path}"),
        )
        self._putting_right = PuttingRight(self.recorder, self._line_where)
        self._came_from: Widget | None = None
        self._minute = ""

    def compose(self) -> ComposeResult:
        """Title, steps, step, quick line, status, keys."""
        yield Static(id="title")
        with Horizontal(id="middle"):
            yield StepList()
            yield self._new_step(self._place)
        yield QuickLineBar(
            self.recorder.view,
            self.recorder.draft(self._line_where),
            self._line_where,
            lambda: self._putting_right.action,
        )
        yield StatusLine()
        yield KeyLine()
        yield TooSmall()

    def on_mount(self) -> None:
        """Say where things stand, take the keyboard, and keep an eye on the clock."""
        self._draw_frame(self.recorder.view)
        self._say_saved(None)
        self.set_interval(TICK, self._look_at_clock)
        self.set_focus(self.step_here.keyboard_goes_to())
        if not self._bar.field.value:
            self._putting_right.forget(self._place_now)
        if self._place.field == QUICK_LINE:
            self.action_quick_line()
        if self._notice:
            self.call_after_refresh(self._bar.tell, self._notice)

    @property
    def _steps(self) -> list[PlannedStep]:
        view = self.recorder.view
        return [step for step in agenda(view.family, view.meeting, view.pack) if step.id in STEPS]

    @property
    def step_here(self) -> Step:
        """The step that is open."""
        return self.query_one("#step", Step)

    @property
    def _bar(self) -> QuickLineBar:
        return self.query_one(QuickLineBar)

    @property
    def _place_now(self) -> Place:
        if self._bar.has_the_keyboard:
            return Place(step=self.step_here.STEP, field=QUICK_LINE, cursor=self._bar.field.cursor_position)
        return self.step_here.place

    @on(DescendantFocus)
    def remember_place(self) -> None:
        """Remember which field has the keyboard."""
        if self.query("#step"):
            self.recorder.at(self._place_now)

    @property
    def _line_where(self) -> str:
        view = self.recorder.view
        return f"{view.family.ref}/{view.meeting_id}/{QUICK_LINE}"

    def _new_step(self, place: Place) -> Step:
        ids = [step.id for step in self._steps]
        return STEPS[place.step if place.step in ids else ids[0]](self.recorder, place)

    def action_quick_line(self) -> None:
        """Go to the quick line, or back from it to the very place the cursor was."""
        if self._bar.has_the_keyboard:
            self.back_to_step()
        else:
            self._came_from = self.focused
            self._bar.open()

    @on(QuickLineBar.Closed)
    def back_to_step(self) -> None:
        """Give the keyboard back to where it was."""
        came_from = self._came_from
        self.set_focus(
            came_from if came_from and came_from.is_attached else self.step_here.keyboard_goes_to()
        )

    @on(DraftInput.Typed, "#line")
    def keep_line(self, event: DraftInput.Typed) -> None:
        """Keep the half-typed quick line."""
        event.stop()
        self.recorder.drafted(event.field.where, event.draft, self._place_now, event.edits)
        if not event.draft.text:
            self._putting_right.forget(self._place_now)

    @on(ActionsStep.PutRight)
    def put_right(self, event: ActionsStep.PutRight) -> None:
        """Open an action in the quick line."""
        event.stop()
        view = self.recorder.view
        self._came_from = self.focused
        if self._bar.field.value:
            self._bar.open()
            self._bar.tell("This line is still half typed. Enter keeps it; empty it to put another right.")
            return
        self._putting_right.begin(event.action, self._place_now)
        self._bar.open(written(event.action, view.family, view.pack))

    @on(QuickLineBar.Agreed)
    def agree(self, event: QuickLineBar.Agreed) -> None:
        """Keep an action, and go back to the very place the cursor was."""
        event.stop()
        if not self.recorder.flush():
            return
        view, before = self.recorder.view, self._putting_right.action
        if before is not None and event.line.says != "to_do":
            self._bar.tell("This line puts an action right. Empty it first to say something else.")
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
        if self.recorder.did(*changes, clear_draft=self._line_where):
            self._bar.clear()
            self._putting_right.forget(self._place_now)
            self.back_to_step()
            self._bar.tell(
                " · ".join(part for part in (f"Kept: {event.line.what}", event.line.understood) if part)
            )

    async def action_go(self, by: int) -> None:
        """Go to the step before or after."""
        ids = [step.id for step in self._steps]
        there = ids.index(self.step_here.STEP) + by
        if 0 <= there < len(ids):
            await self._go_to(ids[there])

    @on(StepList.Chosen)
    async def go_to_step(self, event: StepList.Chosen) -> None:
        """Go to any step."""
        event.stop()
        await self._go_to(event.step)

    @on(Step.Wanted)
    async def go_where_wanted(self, event: Step.Wanted) -> None:
        """Go to the step another one sends to, or make the copies."""
        event.stop()
        if event.step is None:
            self.action_copies()
        elif event.step in [step.id for step in self._steps]:
            await self._go_to(event.step)

    async def _go_to(self, step: str) -> None:
        place = Place(step=step)
        self.step_here.finish()
        if not self.recorder.go_to(place):
            return
        self.recorder.spend(self.step_here.STEP)
        async with self.batch():
            self.set_focus(None)
            await self.step_here.remove()
            await self.query_one("#middle").mount(self._new_step(place))
        self.set_focus(self.step_here.keyboard_goes_to())
        self._draw_frame(self.recorder.view)

    def action_undo(self) -> None:
        """Take back the last thing done."""
        undone = self.recorder.undo()
        if undone is not None:
            self._bar.tell(taken_back(undone, self.recorder.view))

    def action_home(self) -> None:
        """Go home. The meeting stays open."""
        if self.leave():
            self.dismiss()

    def leave(self) -> bool:
        """Stand up from the keyboard. Whether everything is on disk."""
        self.step_here.finish()
        self.recorder.at(self._place_now)
        self.recorder.flush()
        self.recorder.spend(self.step_here.STEP)
        return self.recorder.stand_up()

    def tell(self, words: str) -> None:
        """Say something under the quick line."""
        self._bar.tell(words)

    @on(LineEditor.TooLong)
    @on(DraftInput.TooLong)
    def refuse_paste(self, event: LineEditor.TooLong | DraftInput.TooLong) -> None:
        """Say that a paste was too long; nothing of it was taken."""
        event.stop()
        self._bar.tell(too_long(event.length))

    def _show(self) -> None:
        view = self.recorder.view
        self.step_here.show()
        self._bar.show(view)
        self._draw_frame(view)

    def _draw_frame(self, view: MeetingView) -> None:
        name = view.family.details.chosen_name or view.family.details.family_name
        keyboard = short_names(view.family)[view.keyboard]
        self.query_one("#title", Static).update(plain(f"{name} · {view.kind.name} · {keyboard} is typing"))
        self.query_one(StepList).show(self._steps, self.step_here.STEP, view)
        step = next(step for step in self._steps if step.id == self.step_here.STEP)
        spent = view.minutes_spent(step.id) + self.recorder.seconds_here() // 60
        self._minute = view.time
        words = f"{view.time}  {step.title}: {spent} of {step.minutes} min"
        self.query_one(StatusLine).show_time(words)

    def _look_at_clock(self) -> None:
        if self.recorder.view.time != self._minute and self.is_current:
            self.recorder.spend(self.step_here.STEP)
            self._draw_frame(self.recorder.view)

    def _say_saved(self, problem: Problem | None) -> None:
        desk = self.recorder.desk
        self.query_one(StatusLine).show_mark(
            problem, desk.saved_at, desk.saved, is_waiting=self.recorder.is_waiting
        )


QUICK_LINE: Final = "quick line"
"""The field name of the quick line in a place."""
