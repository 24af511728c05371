from __future__ import annotations

import re
from pathlib import Path

import pytest
from textual.color import Color

from eymeeting.domain.settings import Theme as Look
from screens.themes import THEMES

ENOUGH: dict[Look, float] = {"light": 4.5, "dark": 4.5, "high_contrast": 7.0}
"""The contrast of text that the Web Content Accessibility Guidelines 2.2 ask for (AA, and AAA)."""

GROUNDS = ("background", "surface", "boost", "panel")
DIM = 0.66
"""How much of its colour dim text keeps, as Textual draws it."""

PAIRS = [
    *(
        (words, ground)
        for words in ("foreground", "text", "text-muted", "text-disabled")
        for ground in GROUNDS
    ),
    *((words, ground) for words in ("text-error", "text-warning") for ground in GROUNDS),
    ("text-error", "error-muted"),
    ("block-cursor-foreground", "block-cursor-background"),
    ("block-cursor-blurred-foreground", "block-cursor-blurred-background"),
    ("input-selection-foreground", "input-selection-background"),
    ("input-cursor-foreground", "input-cursor-background"),
    ("footer-foreground", "footer-background"),
    *((f"markdown-h{level}-color", "surface") for level in (1, 2, 3)),
]


def colours_of(look: Look) -> dict[str, Color]:
    told = THEMES[look].to_color_system().generate()
    return {name: Color.parse(value) for name, value in told.items() if value.startswith("#")}


def luminance(colour: Color) -> float:
    parts = [value / 255 for value in (colour.r, colour.g, colour.b)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Color, other: Color) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("look", THEMES)
@pytest.mark.parametrize(("words", "ground"), PAIRS)
def test_text_stands_out_enough_from_what_it_stands_on(look: Look, words: str, ground: str) -> None:
    colours = colours_of(look)
    assert contrast(colours[words], colours[ground]) >= ENOUGH[look]


@pytest.mark.parametrize("look", THEMES)
def test_dim_text_stands_out_enough(look: Look) -> None:
    colours = colours_of(look)
    for ground in ("background", "surface"):
        dim = colours[ground].blend(colours["foreground"], DIM)
        assert contrast(dim, colours[ground]) >= ENOUGH[look]


@pytest.mark.parametrize("look", THEMES)
def test_the_row_in_use_stands_out_from_the_others(look: Look) -> None:
    colours = colours_of(look)
    assert contrast(colours["block-cursor-background"], colours["background"]) >= 2


def test_the_contrast_of_black_and_white_is_21() -> None:
    assert round(contrast(Color.parse("#000"), Color.parse("#fff")), 6) == 21


def test_every_colour_that_the_screens_use_is_tested_here() -> None:
    tested = {name for pair in PAIRS for name in pair} | {"primary"}
    root = Path(__file__).parents[2] / "screens"
    styles = [path.read_text("utf-8") for path in (*root.rglob("*.tcss"), *root.rglob("*.py"))]
    used = {name for style in styles for name in re.findall(r"\$([a-z][a-z-]+)\b", style)}
    assert {name for name in used if not name.endswith("text-style")} <= tested
