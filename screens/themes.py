"""How the screens look: light, dark, and in high contrast."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from textual.theme import Theme

from eymeeting.domain.settings import Theme as Look

USUAL: Final[Look] = "dark"
"""The look until somebody chooses another."""

THEMES: Final[Mapping[Look, Theme]] = {
    "light": Theme(
        name="eymeeting-light",
        dark=False,
        primary="#1f5f8b",
        secondary="#3d6b57",
        accent="#1f5f8b",
        warning="#7a4b00",
        error="#a3201d",
        success="#1f6b3a",
        foreground="#1d2328",
        background="#f7f5f0",
        surface="#ffffff",
        panel="#dfe5e8",
        variables={
            "boost": "#e9f1f7",
            "text": "#1d2328",
            "text-muted": "#4d5963",
            "text-disabled": "#4d5963",
            "error-muted": "#fbe3e0",
            "block-cursor-foreground": "#ffffff",
            "block-cursor-background": "#1f5f8b",
            "block-cursor-blurred-foreground": "#1d2328",
            "block-cursor-blurred-background": "#d3dfe8",
            "input-selection-background": "#b9d5ea",
        },
    ),
    "dark": Theme(
        name="eymeeting-dark",
        dark=True,
        primary="#7fb2d9",
        secondary="#9dbfae",
        accent="#7fb2d9",
        warning="#e8b45a",
        error="#f08a80",
        success="#8fc99a",
        foreground="#e6e8ea",
        background="#14181c",
        surface="#1b2127",
        panel="#27303a",
        variables={
            "boost": "#232c35",
            "text": "#e6e8ea",
            "text-muted": "#a9b4be",
            "text-disabled": "#a9b4be",
            "error-muted": "#47201e",
            "block-cursor-foreground": "#ffffff",
            "block-cursor-background": "#2b6793",
            "block-cursor-blurred-foreground": "#e6e8ea",
            "block-cursor-blurred-background": "#2c3a46",
            "input-selection-background": "#31597a",
        },
    ),
    "high_contrast": Theme(
        name="eymeeting-high-contrast",
        dark=True,
        primary="#ffffff",
        secondary="#ffffff",
        accent="#ffe600",
        warning="#ffe600",
        error="#ffb3ab",
        success="#9dffb0",
        foreground="#ffffff",
        background="#000000",
        surface="#000000",
        panel="#1c1c1c",
        variables={
            "boost": "#202020",
            "text": "#ffffff",
            "text-muted": "#e0e0e0",
            "text-disabled": "#e0e0e0",
            "error-muted": "#300000",
            "block-cursor-foreground": "#000000",
            "block-cursor-background": "#ffe600",
            "block-cursor-blurred-foreground": "#ffffff",
            "block-cursor-blurred-background": "#3a3a3a",
            "input-selection-background": "#004a8f",
        },
    ),
}

LOOK_WORDS: Final[Mapping[Look, str]] = {
    "light": "Light",
    "dark": "Dark",
    "high_contrast": "High contrast",
}


def theme_of(look: Look | None) -> Theme:
    """The colours of a look; of none, those of the usual one."""
    return THEMES[look or USUAL]
