"""What comes back first after a meeting or a panel was cut short: nothing of the family, and one key to go on."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import Screen
from textual.widgets import Static

from screens.everywhere import HELP_KEYS
from screens.plain import plain
from screens.widgets.too_small import TooSmall


class CoverScreen(Screen[bool]):
    """Says that all is safe. Enter goes on where the cursor was; H goes home."""

    CSS_PATH = "cover.tcss"
    HELP = """\
    The app was closed in the middle of a meeting or a panel. Nothing that was saved is lost.
    **Enter** goes on in the very field, **H** goes home and leaves it open.
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *HELP_KEYS,
        Binding(
            "enter", "go_on", "Go on", priority=True, tooltip="Go on where the cursor was", id="cover.go_on"
        ),
        Binding("h", "home", "Home", tooltip="Go home; it stays open", id="cover.home"),
    ]

    def __init__(self, *, at_a_panel: bool = False) -> None:
        super().__init__()
        self._at_a_panel = at_a_panel

    def compose(self) -> ComposeResult:
        """The words, and the two keys."""
        heading, open_still = ("The panel was", "panel") if self._at_a_panel else ("A meeting was", "meeting")
        with Vertical(id="box"):
            yield Static(plain(f"{heading} cut short."), id="heading")
            yield Static("Everything that was saved is here, to the last word.\n")
            yield Static(
                plain(f"Enter goes on where the cursor was.\nH goes home; the {open_still} stays open.")
            )
        yield TooSmall()

    def action_go_on(self) -> None:
        """Go on with the meeting."""
        self.dismiss(True)

    def action_home(self) -> None:
        """Leave it for later."""
        self.dismiss(False)
