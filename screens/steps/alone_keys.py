"""The keys of the page for one person alone."""

from __future__ import annotations

from typing import Final

from textual.binding import Binding, BindingType

ALONE_KEYS: Final[list[BindingType]] = [
    Binding("f10,ctrl+g", "close", "Close", priority=True, tooltip="Close this page", id="back"),
    Binding("escape", "close", "Close", priority=True, tooltip="Close this page", id="back.escape"),
    Binding("f1", "help", "Help", priority=True, tooltip="Every key of this page", id="help"),
    Binding(
        "f8,ctrl+r",
        "undo",
        "Undo",
        priority=True,
        tooltip="Take back the last thing done here",
        id="undo",
    ),
    Binding("enter", "go_on", "Go on", show=False, tooltip="Nobody else is near: go on", id="alone.go_on"),
    Binding(
        "w",
        "say_why",
        "In their words",
        show=False,
        tooltip="The reason, in their own words",
        id="alone.say_why",
    ),
    Binding(
        "l",
        "safety_line",
        "Safety line",
        show=False,
        tooltip="The line about safety, 0 to 10, where there is one here",
        id="alone.safety_line",
    ),
    Binding(
        "v",
        "say_for_whom",
        "Who may see",
        show=False,
        tooltip="Say who else may see this number",
        id="alone.say_for_whom",
    ),
]
