"""Everything covered: for a child who looks over, a knock at the door, somebody who should not read this."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import Screen
from textual.widgets import Static

from screens.everywhere import HELP_KEYS


class CoveredScreen(Screen[None]):
    """Nothing of a family stands here. Under it the field with the cursor waits as it was left."""

    CSS_PATH = "covered.tcss"
    HELP = """\
    Nothing of any family is on the screen. What was being typed waits as it was left.
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *HELP_KEYS,
        Binding(
            "enter",
            "dismiss",
            "Uncover",
            priority=True,
            tooltip="Go on where the cursor was",
            id="covered.dismiss",
        ),
    ]

    def compose(self) -> ComposeResult:
        """The words, and the key."""
        with Vertical(id="box"):
            yield Static("Covered.", id="heading")
            yield Static("Everything is kept as it was.\n")
            yield Static("F12, Ctrl+D or Enter goes on.")
