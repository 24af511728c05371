"""Every key of the place one comes from, and what the place is for."""

from __future__ import annotations

from textwrap import fill
from typing import Any, ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widgets import Markdown, Static

from screens.plain import plain
from screens.widgets.key_line import acts_now, said
from screens.widgets.too_small import TooSmall

_EVERYWHERE = ("scroll", "page", "screen.copy", "app.focus", "cursor", "first", "last", "score")
"""The beginnings of actions that need no line: moving about as everywhere, and scores, told in the words above."""
_WIDTH: Final = 68
"""The columns of a line of keys: the box of 76, without its border, its padding and the bar beside it."""


class HelpScreen(ModalScreen[None]):
    """The keys and what they do. Our own words only: nothing of a family stands here."""

    CSS_PATH = "help.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "dismiss", "Back", priority=True, tooltip="Back to where you were", id="help"),
        Binding("f10,ctrl+g", "dismiss", "Back", priority=True, tooltip="Back to where you were", id="back"),
        Binding(
            "escape,enter,q",
            "dismiss",
            "Back",
            priority=True,
            tooltip="Back to where you were",
            id="back.escape",
        ),
    ]

    def __init__(self, words: str, of: Screen[Any]) -> None:
        super().__init__()
        self._words = "\n".join(line.strip() for line in words.splitlines())
        self._keys = keys_of(of)

    def compose(self) -> ComposeResult:
        """What the place is for, then its keys."""
        with VerticalScroll(id="box"):
            if self._words:
                yield Markdown(self._words)
            yield Static(self._keys, id="keys")
            yield Static("F1, Enter or Esc goes back.", id="how")
        yield TooSmall()


def keys_of(screen: Screen[Any]) -> Content:
    """The keys that work just now, a line each: the screen's own, then those of the field in use."""
    lines: list[tuple[str, str]] = []
    for keys, active in acts_now(screen):
        binding = active.binding
        words = active.tooltip or binding.tooltip
        if words and not binding.system and not binding.action.startswith(_EVERYWHERE):
            lines.append((", ".join(said(key) for key in keys), words))
    width = max((len(keys) for keys, _ in lines), default=0)
    return Content("\n").join(
        plain(
            fill(
                words,
                _WIDTH,
                initial_indent=f"{keys.ljust(width)}  ",
                subsequent_indent=" " * (width + 2),
                break_on_hyphens=False,
            )
        )
        for keys, words in lines
    )
