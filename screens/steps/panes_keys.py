"""The keys of then, now and one day, beside those of lines."""

from __future__ import annotations

from typing import Final

from textual.binding import Binding, BindingType

_STRENGTH: Final = "Pick this line out as what the family is good at, or take that back"

PANES_KEYS: Final[list[BindingType]] = [
    Binding(
        "tab", "turn(1)", "Next pane", show=False, priority=True, tooltip="The next pane", id="panes.next"
    ),
    Binding(
        "shift+tab",
        "turn(-1)",
        "Pane before",
        show=False,
        priority=True,
        tooltip="The pane before",
        id="panes.before",
    ),
    Binding(
        "f18",
        "strength",
        "Strength",
        show=False,
        priority=True,
        tooltip=_STRENGTH,
        id="panes.strength",
    ),
    Binding(
        "ctrl+@,ctrl+space",
        "strength",
        "Strength",
        show=False,
        priority=True,
        tooltip=_STRENGTH,
        id="panes.strength_while_typing",
    ),
]
