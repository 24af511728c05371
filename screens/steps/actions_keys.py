"""The keys of the actions agreed, while the keyboard is at their list."""

from __future__ import annotations

from typing import Final

from textual.binding import Binding, BindingType

ACTIONS_KEYS: Final[list[BindingType]] = [
    Binding(
        "delete",
        "take_away",
        "Take away",
        show=False,
        tooltip="Take away this action; F8 brings it back",
        id="actions.take_away",
    ),
    Binding(
        "a",
        "who_asks",
        "Who asks",
        show=False,
        tooltip="Say who will ask its owner",
        id="actions.who_asks",
    ),
    Binding(
        "c",
        "tell_a_child",
        "A child",
        show=False,
        tooltip="Write how a child is told of it",
        id="actions.tell_a_child",
    ),
]
