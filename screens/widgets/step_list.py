"""The steps of a meeting at the left, with planned and spent minutes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from eymeeting.domain.pack import Step
from screens.desk import MeetingView
from screens.widgets.spacing import fitted

MINUTES = 5
"""Cells for “12/10”."""


class StepList(Widget):
    """One line a step: where we are, and its minutes spent of those planned. A click goes there."""

    SCOPED_CSS = False
    DEFAULT_CSS = """
    StepList { width: 23; height: 1fr; border-right: solid $panel; }
    .-roomy StepList { width: 32; }
    """

    @dataclass
    class Chosen(Message):
        """A step was clicked."""

        step: str

    def __init__(self) -> None:
        super().__init__()
        self._steps: tuple[Step, ...] = ()
        self._here = ""
        self._spent: dict[str, int] = {}

    def show(self, steps: Sequence[Step], here: str, view: MeetingView) -> None:
        """Show the steps as they stand."""
        self._steps, self._here = tuple(steps), here
        self._spent = {step.id: view.minutes_spent(step.id) for step in steps}
        self.refresh()

    def render(self) -> Content:
        """All the lines."""
        room = max(self.content_size.width - MINUTES - 3, 4)
        return Content("\n").join(self._line(step, room) for step in self._steps)

    def _line(self, step: Step, room: int) -> Content:
        is_here = step.id == self._here
        minutes = f"{self._spent.get(step.id, 0)}/{step.minutes}".rjust(MINUTES)
        line = Content.assemble("▸ " if is_here else "  ", fitted(step.title, room), minutes)
        return line.stylize("bold") if is_here else line

    def on_click(self, event: events.Click) -> None:
        """Go to the step clicked."""
        at = event.get_content_offset(self)
        if at is not None and 0 <= at.y < len(self._steps):
            self.post_message(self.Chosen(self._steps[at.y].id))
