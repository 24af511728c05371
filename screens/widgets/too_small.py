"""What is shown when the window is too small to work in."""

from __future__ import annotations

from typing import Any, Final

from textual.app import App
from textual.events import Key
from textual.widgets import Static

NEEDED = (80, 24)
"""Columns and rows that every screen fits into."""

_ALWAYS: Final = frozenset({"cover", "quit", "app.cover", "app.quit"})
"""The acts that need no screen to be seen."""

_IN_A_TEXT: Final = frozenset({"backspace", "delete", "left", "right", "home", "end", "enter"})
"""The keys, beside letters, of somebody who types on without looking."""


class TooSmall(Static):
    """Covers everything while the window is too small. Nothing underneath is lost."""

    SCOPED_CSS = False
    DEFAULT_CSS = """
    TooSmall {
        display: none; layer: above; dock: top; width: 100%; height: 100%; padding: 1; background: $surface;
    }
    .-narrow TooSmall { display: block; }
    .-short TooSmall { display: block; }
    Screen { layers: base above; }
    """

    def __init__(self) -> None:
        super().__init__("Please make this window larger: 80 columns by 24 rows. Everything is still here.")


def is_kept_back(app: App[Any], key: Key) -> bool:
    """Whether a key does nothing while nobody can see what it would do. What is typed into a field is kept."""
    if app.size.width >= NEEDED[0] and app.size.height >= NEEDED[1]:
        return False
    if not any(cover.display for cover in app.screen.query(TooSmall)):
        return False
    from textual.widgets import Input, TextArea

    if isinstance(app.focused, Input | TextArea) and (key.is_printable or key.key in _IN_A_TEXT):
        return False
    active = app.screen.active_bindings.get(key.key)
    return active is None or active.binding.action not in _ALWAYS
