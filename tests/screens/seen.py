"""What somebody in front of the terminal can read."""

from __future__ import annotations

from typing import Any

from textual.app import App


def seen(app: App[Any]) -> str:
    """Every line of the screen as it is drawn now, without colours, toasts and tooltips included."""
    return "\n".join(strip.text.rstrip() for strip in app.screen._compositor.render_strips())
