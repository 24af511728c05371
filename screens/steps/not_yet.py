"""A step that waits: nothing is taken until it is said whether the family has been told."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Static

from eymeeting.domain.sitting import Place
from eymeeting.domain.telling import TOLD, why_not_yet
from screens.plain import plain
from screens.steps.step import Step, TakesDown


class Waiting(Static, can_focus=True):
    """The words that say why; they have the keyboard, so that nothing is typed anywhere."""


class NotYetStep(Step):
    """Stands in the place of a step until it may be opened."""

    HELP = """\
    A family knows before it is talked about. **Enter** goes to where that is written down.
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter",
            "say_it",
            "Has the family been told?",
            tooltip="Go to where it is written whether the family has been told",
            id="told.say_it",
        ),
    ]

    def __init__(self, recorder: TakesDown, place: Place) -> None:
        super().__init__(recorder, place)
        self.STEP = place.step  # type: ignore[misc]

    def compose(self) -> ComposeResult:
        """Why it waits, and the key."""
        yield Waiting(id="waiting")
        yield Static(plain("Enter goes there. Nothing is taken here until then."), classes="quiet")

    def on_mount(self) -> None:
        """Say why."""
        self.show()

    def show(self) -> None:
        """Say why; once there is no reason left, that the step can be opened."""
        why = why_not_yet(self.view.meeting) or "It can begin: go to the step once more."
        self.query_one("#waiting", Static).update(plain(why))

    def keyboard_goes_to(self) -> Widget:
        """The words."""
        return self.query_one("#waiting")

    def action_say_it(self) -> None:
        """Go to the step where it is said."""
        self.post_message(self.Wanted(TOLD))
