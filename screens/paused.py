"""A short break at a meeting: nothing of the family stands here, and nothing says why there is a break."""

from __future__ import annotations

from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import Screen
from textual.widgets import Static

from screens.everywhere import HELP_KEYS

BREAK: Final = "We are taking a short break."


class PausedScreen(Screen[None]):
    """Under it the field with the cursor waits as it was left; only Enter goes back to it."""

    DEFAULT_CSS = """
    PausedScreen {
        align: center middle;
        #box { width: 56; max-width: 96%; height: auto; border: round $primary; padding: 1 2; }
        #heading { text-style: bold; margin-bottom: 1; }
    }
    """
    HELP = """\
    A short break. Everything is kept as it was. **Enter** goes on.
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *HELP_KEYS,
        Binding(
            "enter",
            "dismiss",
            "Go on",
            priority=True,
            tooltip="Go on where the cursor was",
            id="paused.dismiss",
        ),
    ]

    def compose(self) -> ComposeResult:
        """The words, and the key."""
        with Vertical(id="box"):
            yield Static(BREAK, id="heading")
            yield Static("Enter goes on.")

    def cover(self) -> None:
        """It is covered: the key that covers and uncovers changes nothing here."""
