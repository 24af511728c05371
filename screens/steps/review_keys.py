"""The keys of a review, while the keyboard is at its actions."""

from __future__ import annotations

from typing import Final

from textual.binding import Binding, BindingType

REVIEW_KEYS: Final[list[BindingType]] = [
    Binding("d", "answer('done')", "Done", show=False, tooltip="It is done", id="review.done"),
    Binding(
        "p",
        "answer('part_done')",
        "Part",
        show=False,
        tooltip="Part of it is done",
        id="review.part_done",
    ),
    Binding(
        "n", "answer('not_done')", "Not done", show=False, tooltip="It is not done", id="review.not_done"
    ),
    Binding(
        "x",
        "answer('no_longer_needed')",
        "Not needed",
        show=False,
        tooltip="It is no longer needed",
        id="review.no_longer_needed",
    ),
    Binding(
        "h",
        "answer('handed_on')",
        "Handed on",
        show=False,
        tooltip="It is handed on to somebody else",
        id="review.handed_on",
    ),
    Binding(
        "t",
        "tick",
        "Tick",
        show=False,
        tooltip="What was wanted has come true, or not yet",
        id="review.tick",
    ),
    Binding(
        "backspace,delete",
        "take_back_answer",
        "Take back",
        show=False,
        tooltip="Take this answer back",
        id="review.take_back",
    ),
]
