"""The keys of the quick line, while it has the keyboard."""

from __future__ import annotations

from typing import Final

from textual.binding import Binding, BindingType

QUICK_LINE_KEYS: Final[list[BindingType]] = [
    Binding(
        "tab",
        "accept",
        "Accept",
        show=False,
        priority=True,
        tooltip="Take the name or area offered",
        id="quick_line_bar.accept",
    ),
    Binding(
        "down",
        "next_offer",
        show=False,
        priority=True,
        tooltip="The next one offered",
        id="quick_line_bar.next_offer",
    ),
    Binding(
        "up",
        "previous_offer",
        show=False,
        priority=True,
        tooltip="The one before",
        id="quick_line_bar.previous_offer",
    ),
    Binding(
        "escape,shift+tab",
        "leave",
        "Back",
        show=False,
        tooltip="Back to where the cursor was; what is half typed stays",
        id="quick_line_bar.leave",
    ),
]
