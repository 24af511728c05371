"""The keys of the page of what was said alone."""

from __future__ import annotations

from typing import Final

from textual.binding import Binding, BindingType

from screens.everywhere import HELP_KEYS

SAID_ALONE_KEYS: Final[list[BindingType]] = [
    *HELP_KEYS,
    Binding(
        "f2,ctrl+n",
        "told_without_a_break",
        "Told without a break",
        show=False,
        priority=True,
        tooltip="Write down something you were told today without a break",
        id="said_alone.told",
    ),
    Binding(
        "f9,ctrl+s",
        "step_up",
        "Social care takes it on",
        show=False,
        priority=True,
        tooltip="Record that the meeting goes on with social care",
        id="said_alone.step_up",
    ),
    Binding(
        "delete",
        "take_away",
        "Nothing was told",
        show=False,
        priority=True,
        tooltip="Take away a break with nothing written",
        id="said_alone.take_away",
    ),
    Binding(
        "f8,ctrl+r",
        "bring_back",
        "Undo",
        show=False,
        priority=True,
        tooltip="Bring back the break that was taken away last",
        id="undo",
    ),
    Binding("f10,ctrl+g", "dismiss", "Close", priority=True, tooltip="Close this page", id="back"),
    Binding("escape", "dismiss", "Close", priority=True, tooltip="Close this page", id="back.escape"),
    Binding("enter", "go_on", "Go on", show=False, tooltip="Nobody else is near: go on", id="alone.go_on"),
]
