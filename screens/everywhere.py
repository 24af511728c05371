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
        "f15,ctrl+u",
        "pause",
        "Pause",
        show=False,
        priority=True,
        tooltip="At a meeting: a short break, with nothing of the family on the screen",
        id="pause",
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

SAID_ALONE_KEY: Final = Binding(
    "f16,ctrl+w",
    "said_alone",
    "What was said alone",
    show=False,
    priority=True,
    tooltip="A page for whoever is at the keyboard, with nobody else near: what was said alone",
    id="said_alone",
)

FACE_KEY: Final = Binding(
    "f7,ctrl+f",
    "app.face_the_family",
    "Face the family",
    show=False,
    priority=True,
    tooltip="Turn the screen to the family; outside a meeting, back to the family's place",
    id="meeting.face",
)
"""For a page over a meeting that everybody present may read."""

FACE_INSTEAD_KEY: Final = Binding(
    "f7,ctrl+f",
    "app.face_instead",
    "Face the family",
    show=False,
    priority=True,
    tooltip="Close this page; at a meeting, turn the screen to the family",
    id="meeting.face",
)
"""For a page that the chair alone reads: it is not there any more when the screen is turned back."""

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
