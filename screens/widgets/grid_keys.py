"""The keys of the score grid."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from screens.widgets.grid_picture import NOT_ASKED, PREFER_NOT_TO_SAY


def _quiet(key: str, action: str, description: str, tooltip: str) -> Binding:
    return Binding(key, action, description, show=False, tooltip=tooltip, id=f"scores.{key}")


GRID_KEYS: list[BindingType] = [
    *(
        _quiet(str(score % 10), f"score({score})", f"Score {score}", f"Score {score} and move on")
        for score in range(1, 11)
    ),
    Binding(
        "minus",
        f"score('{PREFER_NOT_TO_SAY}')",
        "Prefer not to say",
        key_display="-",
        show=False,
        tooltip="They would rather not say; moves on",
        id="scores.prefer_not_to_say",
    ),
    Binding(
        "space",
        f"score('{NOT_ASKED}')",
        "Not asked",
        show=False,
        tooltip="This person was not asked; moves on",
        id="scores.not_asked",
    ),
    Binding(
        "backspace,delete",
        "clear",
        "Clear",
        show=False,
        tooltip="Take this score away again",
        id="scores.clear",
    ),
    Binding(
        "enter", "next_area", "Next area", show=False, tooltip="Go to the next area", id="scores.next_area"
    ),
    _quiet("up", "move(-1, 0)", "Up", "The area above"),
    _quiet("down", "move(1, 0)", "Down", "The area below"),
    _quiet("left", "move(0, -1)", "Left", "The person before"),
    _quiet("right", "move(0, 1)", "Right", "The next person"),
    _quiet("home", "first", "First", "The first person"),
    _quiet("end", "last", "Last", "The last person"),
]
"""Digits, ``-`` and space score and move on; the rest move about or take a score away."""
