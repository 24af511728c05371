"""One to ten, large: how much it helped."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Final

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widgets import Static

LOW: Final = "It did not help"
HIGH: Final = "It helped very much"
_TOP: Final = 10
_CELLS: Final = 5
"""Cells for each number."""


class HelpfulScale(Static, can_focus=True):
    """A digit says how much it helped; the number stands in a box, so that it shows without colour too."""

    HELP = """\
    ### How much it helped

    A **digit** is the family's own number, **0** is ten. **-** would rather not say: then no number is kept.
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(
                str(number % _TOP),
                f"say({number})",
                f"{number}",
                show=False,
                tooltip=f"It helped: {number} of 10",
                id=f"helpful.say_{number}",
            )
            for number in range(1, _TOP + 1)
        ),
        Binding(
            "minus,backspace,delete",
            "say(0)",
            "No number",
            show=False,
            tooltip="Would rather not say: no number is kept",
            id="helpful.none",
        ),
        Binding(
            "enter,down",
            "app.focus_next",
            "The words",
            show=False,
            tooltip="Go to the words",
            id="helpful.next",
        ),
    ]
    DEFAULT_CSS = """
    HelpfulScale {
        height: auto; margin: 1 0; padding: 1 0; background: $surface;
        &:focus { background: $boost; text-style: bold; }
    }
    """

    @dataclass
    class Said(Message):
        """A number was said; none takes it away."""

        number: int | None

    def show(self, number: int | None) -> None:
        """Show the number that stands."""
        numbers = [
            f"[{each}]".center(_CELLS) if each == number else f"{each}".center(_CELLS)
            for each in range(1, _TOP + 1)
        ]
        line = Content("").join(
            Content.styled(words, "reverse" if place == number else "")
            for place, words in enumerate(numbers, start=1)
        )
        gap = " " * max(_TOP * _CELLS - len(LOW) - len(HIGH) - 2, 2)
        self.update(Content("\n\n").join((line, Content(f" {LOW}{gap}{HIGH}"))))

    def on_click(self, event: Click) -> None:
        """Say the number under the mouse."""
        number = event.x // _CELLS + 1
        if number <= _TOP:
            self.action_say(number)

    def action_say(self, number: int) -> None:
        """Say a number, or none."""
        self.post_message(self.Said(number or None))
