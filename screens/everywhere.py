"""The keys that work in every place, and those of help."""

from __future__ import annotations

from typing import Final

from textual.binding import Binding, BindingType

EVERYWHERE: Final[list[BindingType]] = [
    Binding(
        "f12,ctrl+d",
        "cover",
        "Cover",
        show=False,
        priority=True,
        tooltip="Cover everything, and uncover it",
        id="cover",
    ),
    Binding(
        "ctrl+p",
        "command_palette",
        "Find an act",
        show=False,
        priority=True,
        tooltip="Find by name what can be done here, and do it",
        id="palette",
    ),
    Binding(
        "ctrl+q",
        "quit",
        "Quit",
        show=False,
        priority=True,
        tooltip="Close eymeeting; everything is saved",
        id="quit",
    ),
]

HELP_KEYS: Final[list[BindingType]] = [
    Binding("f1", "app.help", "Help", priority=True, tooltip="Every key, and what this is for", id="help"),
    Binding(
        "question_mark",
        "app.help",
        show=False,
        tooltip="Every key, and what this is for",
        id="help.question_mark",
    ),
]
"""For a screen that only has its ``HELP`` to tell."""
