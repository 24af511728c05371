"""The keys of the step in which the family chooses what matters most."""

from __future__ import annotations

from typing import Final

from textual.binding import Binding, BindingType

AREAS_KEYS: Final[list[BindingType]] = [
    *(
        Binding(
            str(number % 10),
            f"score_hoped({number})",
            f"Hope for {number}",
            show=False,
            tooltip=f"They hope for {number}",
            id=f"areas.hope_{number}",
        )
        for number in range(1, 11)
    ),
    Binding(
        "backspace,delete",
        "score_hoped(0)",
        "No number",
        show=False,
        tooltip="Take the number they hope for away",
        id="areas.no_hope",
    ),
    Binding(
        "k",
        "keep_these",
        "Still these",
        show=False,
        tooltip="Choose the areas of last time again, with what was written then",
        id="areas.keep_these",
    ),
    Binding(
        "escape",
        "close_line",
        "Back to the areas",
        show=False,
        tooltip="Go back to the areas",
        id="areas.close_line",
    ),
]
