"""What comes back first after a meeting was cut short: nothing of the family, and one key to go on."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import Screen
from textual.widgets import Static

from screens.everywhere import HELP_KEYS
from screens.widgets.too_small import TooSmall


class CoverScreen(Screen[bool]):
    """Says that all is safe. Enter goes on where the cursor was; H goes home."""

    CSS_PATH = "cover.tcss"
    HELP = """\
    The app was closed in the middle of a meeting. Nothing that was saved is lost.
    **Enter** goes on in the very field, **H** goes home and leaves the meeting open.
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *HELP_KEYS,
        Binding(
            "enter", "go_on", "Go on", priority=True, tooltip="Go on where the cursor was", id="cover.go_on"
        ),
        Binding("h", "home", "Home", tooltip="Go home; the meeting stays open", id="cover.home"),
    ]

    def compose(self) -> ComposeResult:
        """The words, and the two keys."""
        with Vertical(id="box"):
            yield Static("A meeting was cut short.", id="heading")
            yield Static("Everything that was saved is here, to the last word.\n")
            yield Static("Enter goes on where the cursor was.\nH goes home; the meeting stays open.")
        yield TooSmall()

    def action_go_on(self) -> None:
        """Go on with the meeting."""
        self.dismiss(True)

    def action_home(self) -> None:
        """Leave it for later."""
        self.dismiss(False)
