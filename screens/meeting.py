"""A meeting as it is recorded: the steps at the left, the step, the quick line, the status line."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.events import DescendantFocus
from textual.widgets import Static

from eymeeting.domain.agenda import agenda
from eymeeting.domain.dates import day_in_words
from eymeeting.domain.gates import to_check_here
from eymeeting.domain.meeting import Meeting
from eymeeting.domain.names import short_names
from eymeeting.domain.pack import Step as PlannedStep
from eymeeting.domain.sitting import Place
from screens.backing_up import back_up_meeting
from screens.desk import MeetingDesk, MeetingView
from screens.everywhere import SAID_ALONE_KEY
from screens.plain import plain
from screens.putting_right import PuttingRight
from screens.quick_line_aside import QUICK_LINE, QuickLineAside
from screens.recorder import Recorder
from screens.something_to_check import Watch
from screens.steps import STEPS, step_for
from screens.steps.step import Step
from screens.widgets.key_line import KeyLine
from screens.widgets.quick_line_bar import QuickLineBar
from screens.widgets.status_line import StatusLine
from screens.widgets.step_list import StepList
from screens.widgets.too_small import TooSmall

TICK: Final = 15.0
"""Seconds between looks at the clock; only a new minute is drawn."""

TO_CHECK: Final = "◦"
"""Beside the clock while there is something to check; a key tells what, to one reader alone."""


class MeetingScreen(QuickLineAside):
    """One meeting, live. The steps tell the recorder what was done; this screen goes between steps."""

    CSS_PATH = "meeting.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "f1", "help", "Help", priority=True, tooltip="Every key, and what this step is for", id="help"
        ),
        Binding(
            "f2,ctrl+n",
            "quick_line",
            "Action",
            priority=True,
            tooltip="Write something to do, and come back",
            id="meeting.quick_line",
        ),
        Binding(
            "f3,ctrl+b", "go(-1)", "Back", priority=True, tooltip="The step before", id="meeting.step_before"
        ),
        Binding("f4,ctrl+t", "go(1)", "Next", priority=True, tooltip="The next step", id="meeting.next_step"),
        Binding(
            "f5,ctrl+l",
            "came_or_left",
            "In/out",
            priority=True,
            tooltip="Somebody came in or left just now",
            id="meeting.in_and_out",
        ),
        Binding(
            "f7,ctrl+f",
            "face",
            "Face the family",
            show=False,
            priority=True,
            tooltip="Turn the screen to the family, large and calm",
            id="meeting.face",
        ),
        Binding(
            "f13,ctrl+e",
            "last_time",
            "Last time",
            show=False,
            priority=True,
            tooltip="Show again what was agreed last time",
            id="meeting.last_time",
        ),
        Binding(
            "f8,ctrl+r", "undo", "Undo", priority=True, tooltip="Take back the last thing done", id="undo"
        ),
        Binding(
            "f9,ctrl+s",
            "copies",
            "Copies",
            show=False,
            priority=True,
            tooltip="Make the copies",
            id="meeting.copies",
        ),
        Binding(
            "f10,ctrl+g",
            "home",
            "Home",
            show=False,
            priority=True,
            tooltip="Go home; the meeting stays open",
            id="back",
        ),
        Binding(
            "f6,ctrl+k",
            "hand_over",
            "Hand over",
            show=False,
            priority=True,
            tooltip="Hand over the keyboard",
            id="meeting.hand_over",
        ),
        Binding(
            "ctrl+y,f11",
            "unwrite",
            "Don't write that",
            show=False,
            priority=True,
            tooltip="“Please don't write that”: what was just said goes from the screen and every copy",
            id="meeting.unwrite",
        ),
        Binding(
            "f17",
            "not_for",
            "Not for …",
            show=False,
            priority=True,
            tooltip="Keep what was just said or agreed from somebody by name",
            id="meeting.not_for",
        ),
        Binding(
            "ctrl+x",
            "not_for",
            "Not for …",
            show=False,
            priority=True,
            tooltip="Keep it from somebody by name; marked text is cut",
            id="meeting.not_for_or_cut",
        ),
        SAID_ALONE_KEY,
        Binding(
            "f14,ctrl+a",
            "for_you_alone",
            "Beside the clock",
            show=False,
            priority=True,
            tooltip="What the sign beside the clock says, for you alone",
            id="meeting.for_you_alone",
        ),
        Binding(
            "question_mark",
            "help",
            show=False,
            tooltip="Every key, and what this step is for",
            id="help.question_mark",
        ),
    ]

    def __init__(self, desk: MeetingDesk, notice: str = "") -> None:
        super().__init__()
        self._place = desk.place
        self._notice = notice
        self.recorder = Recorder(self, desk)
        self.giving_away = Watch(self.recorder)
        self.recorder.listen(
            self._show,
            self.say_saved,
            self.say_rescued,
        )
        self.putting_right = PuttingRight(self.recorder, self.line_where)
        self._minute = ""

    def compose(self) -> ComposeResult:
        """Title, steps, step, quick line, status, keys."""
        yield Static(id="title")
        with Horizontal(id="middle"):
            yield StepList()
            yield self._new_step(self._place)
        yield QuickLineBar(
            self.recorder.view,
            self.recorder.draft(self.line_where),
            self.line_where,
            lambda: self.putting_right.action,
        )
        yield StatusLine()
        yield KeyLine()
        yield TooSmall()

    def on_mount(self) -> None:
        """Say where things stand, take the keyboard, and keep an eye on the clock."""
        self._draw_frame(self.recorder.view)
        self.say_saved(None)
        self.set_interval(TICK, self._look_at_clock)
        self.take_keyboard()
        if not self.bar.field.value:
            self.putting_right.forget(self.place_now)
        if self._place.field == QUICK_LINE:
            self.action_quick_line()
        if self._notice:
            self.call_after_refresh(self.bar.tell, self._notice)

    @property
    def _steps(self) -> list[PlannedStep]:
        view = self.recorder.view
        return [step for step in agenda(view.family, view.meeting, view.pack) if step.id in STEPS]

    @property
    def step_here(self) -> Step:
        """The step that is open."""
        return self.query_one("#step", Step)

    @property
    def place_now(self) -> Place:
        """Where the keyboard is: in a field of the step, or in the quick line."""
        if self.bar.has_the_keyboard:
            return Place(step=self.step_here.step, field=QUICK_LINE, cursor=self.bar.field.cursor_position)
        return self.step_here.place

    @on(DescendantFocus)
    def remember_place(self) -> None:
        """Remember which field has the keyboard."""
        if self.query("#step"):
            self.recorder.at(self.place_now)

    def _new_step(self, place: Place) -> Step:
        ids = [step.id for step in self._steps]
        here = place if place.step in ids else Place(step=ids[0])
        return step_for(self.recorder.view.meeting, here.step)(self.recorder, here)

    async def action_go(self, by: int) -> None:
        """Go to the step before or after."""
        ids = [step.id for step in self._steps]
        there = ids.index(self.step_here.step) + by
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

    @on(Step.Turned)
    def go_along(self, event: Step.Turned) -> None:
        """The keyboard goes on to a step beside this one: the minutes so far are those of the step before."""
        event.stop()
        self.recorder.spend(event.step)
        self.recorder.at(self.place_now)
        self._draw_frame(self.recorder.view)

    async def _go_to(self, step: str) -> None:
        if self.step_here.turn_to(step):
            return
        place = Place(step=step)
        self.step_here.finish()
        if not self.recorder.go_to(place):
            return
        self.recorder.spend(self.step_here.step)
        async with self.batch():
            self.set_focus(None)
            await self.step_here.remove()
            await self.query_one("#middle").mount(self._new_step(place))
        self.take_keyboard()
        self._draw_frame(self.recorder.view)

    def action_home(self) -> None:
        """Go home. The meeting stays open."""
        if self.leave():
            self.dismiss()

    def leave(self) -> bool:
        """Stand up from the keyboard. Whether everything is on disk."""
        self.step_here.finish()
        self.recorder.at(self.place_now)
        self.recorder.flush()
        self.recorder.spend(self.step_here.step)
        was_open = self.recorder.view.meeting.locked_on is None
        stood_up = self.recorder.stand_up()
        if stood_up and was_open and self.recorder.view.meeting.locked_on is not None:
            back_up_meeting(self.app, self.recorder.desk.around.store)
        return stood_up

    def _show(self) -> None:
        view = self.recorder.view
        self.step_here.show()
        self.bar.show(view)
        self._draw_frame(view)

    def _draw_frame(self, view: MeetingView) -> None:
        name = view.called
        keyboard = short_names(view.family).get(view.keyboard, "somebody")
        kind = f"{view.kind.name}{_how_it_is_kept(view.meeting, view.today)}"
        title = plain(f"{name} · {kind} · {keyboard} is typing")
        self.query_one("#title", Static).update(title, layout=False)
        self.query_one(StepList).show(self._steps, self.step_here.step, view)
        step = next(step for step in self._steps if step.id == self.step_here.step)
        spent = view.minutes_spent(step.id) + self.recorder.seconds_here() // 60
        self._minute = view.time
        to_check = to_check_here(view.family, view.meeting, view.today) or self.giving_away.to_decide()
        sign = f" {TO_CHECK} " if to_check else "  "
        part = step.title if step.title.endswith("?") else f"{step.title}:"
        planned = f" of {step.minutes}" if step.minutes else ""
        words = f"{view.time}{sign}{part} {spent}{planned} min"
        self.query_one(StatusLine).show_time(words)

    def _look_at_clock(self) -> None:
        if self.recorder.view.time != self._minute and self.is_current:
            self.recorder.spend(self.step_here.step)
            self._draw_frame(self.recorder.view)


def _how_it_is_kept(meeting: Meeting, today: date) -> str:
    day = "" if meeting.on == today else f", {day_in_words(meeting.on)}"
    if meeting.is_over(today):
        return f"{day}, put right"
    return f"{day}, from paper" if meeting.entered_on is not None else ""
