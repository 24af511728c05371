"""The steps of a meeting at the left, with planned and spent minutes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from eymeeting.domain.pack import Step
from screens.desk import MeetingView
from screens.widgets.spacing import fitted, steady

BESIDE_TITLE = 2
"""Cells for the sign of where we are; a title that goes on below stands as far in again."""

AROUND = 8
"""Lines of the screen above and below the steps, what is told for a while among them: titles do not jump for that."""

MINUTES = "minutes"
"""What the figures beside the steps are."""


class StepList(Widget):
    """The steps: where we are, and for each its minutes spent of those planned. A click goes there.

    A long title takes a second line, the longest first, as long as there are lines for all the steps.
    """

    SCOPED_CSS = False
    DEFAULT_CSS = """
    StepList { width: 25; height: 1fr; padding-right: 1; border-right: solid $panel; }
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
        shown = (tuple(steps), here, {step.id: view.minutes_spent(step.id) for step in steps})
        if shown != (self._steps, self._here, self._spent):
            self._steps, self._here, self._spent = shown
            self.refresh()

    def render(self) -> Content:
        """All the lines."""
        return Content("\n").join(line for _, line in self._lines())

    def on_click(self, event: events.Click) -> None:
        """Go to the step clicked."""
        at = event.get_content_offset(self)
        lines = self._lines()
        if at is not None and 0 <= at.y < len(lines) and lines[at.y][0]:
            self.post_message(self.Chosen(lines[at.y][0]))

    def _lines(self) -> list[tuple[str, Content]]:
        """Each line with the id of its step; none beside the last, which says what the figures are."""
        wrapped = self._as_many_as_fit({step.id: self._wrapped(step) for step in self._steps})
        lines = [
            (step.id, self._line(step, part, is_first=place == 0))
            for step in self._steps
            for place, part in enumerate(wrapped.get(step.id, [step.title]))
        ]
        if len(lines) < self.content_size.height:
            lines.append(("", Content.assemble((MINUTES.rjust(self.content_size.width), "$text-muted"))))
        return lines

    def _as_many_as_fit(self, wrapped: Mapping[str, list[str]]) -> Mapping[str, list[str]]:
        """The titles that may take all their lines: every one, or as many as there is room for, the longest first."""
        if sum(map(len, wrapped.values())) <= self.content_size.height:
            return wrapped
        free = min(self.content_size.height, self.screen.size.height - AROUND) - len(wrapped) - 1
        chosen = {}
        for step in sorted(self._steps, key=lambda each: -cell_len(steady(each.title))):
            more = len(wrapped[step.id]) - 1
            if 0 < more <= free:
                free -= more
                chosen[step.id] = wrapped[step.id]
        return chosen

    def _wrapped(self, step: Step) -> list[str]:
        """The title in as many lines as it takes; the minutes stand beside the first."""
        title, room = steady(step.title), self._room_for(step)
        if cell_len(title) <= room:
            return [title]
        first, *others = wrap(title, room, break_long_words=False) or [title]
        below = self.content_size.width - 2 * BESIDE_TITLE
        return [first, *wrap(" ".join(others), max(below, 1), break_long_words=False)]

    def _line(self, step: Step, part: str, *, is_first: bool) -> Content:
        is_here = step.id == self._here
        room, minutes = self._room_for(step), self._minutes(step)
        if is_first:
            sign = "▸ " if is_here else "  "
            line = Content.assemble(sign, fitted(part, room), " ", minutes)
        else:
            line = Content.assemble(
                " " * 2 * BESIDE_TITLE, fitted(part, self.content_size.width - 2 * BESIDE_TITLE)
            )
        return line.stylize("bold") if is_here else line

    def _room_for(self, step: Step) -> int:
        return max(self.content_size.width - BESIDE_TITLE - 1 - len(self._minutes(step)), 4)

    def _minutes(self, step: Step) -> str:
        return f"{self._spent.get(step.id, 0)}/{step.minutes}"
