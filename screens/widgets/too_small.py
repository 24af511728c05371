"""What is shown when the window is too small to work in."""

from __future__ import annotations

from textual.widgets import Static

NEEDED = (80, 24)
"""Columns and rows that every screen fits into."""


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
