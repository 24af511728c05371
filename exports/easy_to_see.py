"""What everybody can see: letters that stand out from their ground, in fonts without small strokes."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

LEAST_CONTRAST: Final = 4.5
"""Of letters on their ground, to one, as WCAG 2.1 asks at level AA."""

SANS_SERIF: Final = frozenset(
    each.casefold()
    for each in (
        "Aptos",
        "Arial",
        "Atkinson Hyperlegible",
        "Calibri",
        "Century Gothic",
        "Comic Sans MS",
        "Helvetica",
        "Lexend",
        "Liberation Sans",
        "Noto Sans",
        "Open Sans",
        "Segoe UI",
        "Tahoma",
        "Trebuchet MS",
        "Verdana",
    )
)
"""Fonts without small strokes at the ends of letters, by their names in small letters."""


def contrast(one: str, other: str) -> float:
    """How much two colours, each as six figures, stand out from each other, from 1 to 21, by the rule of WCAG 2."""
    light, dark = sorted((brightness(one), brightness(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@lru_cache(maxsize=256)
def brightness(colour: str) -> float:
    """The relative luminance of a colour, from 0 to 1, as WCAG defines it; of what is no colour, black's."""
    try:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    except ValueError:
        return 0.0
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
