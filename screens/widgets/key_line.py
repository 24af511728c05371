"""The keys that work just now, in the last line of a screen."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from rich.cells import cell_len
from textual import events
from textual.binding import ActiveBinding
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget

MOST = 6
"""Keys in the line. What comes after them stands under F1."""

_SAID = {
    "question_mark": "?",
    "shift+tab": "Shift+Tab",
    "escape": "Esc",
    "full_stop": ".",
    "plus": "+",
    "minus": "-",
    "ctrl+@": "Ctrl+Space",
    "ctrl+space": "Ctrl+Space",
    "pageup": "Page up",
    "pagedown": "Page down",
}


def said(key: str) -> str:
    """A key as people call it."""
    if key in _SAID:
        return _SAID[key]
    if key.startswith("ctrl+"):
        return f"Ctrl+{key[5:].upper()}"
    return key.upper() if len(key) <= 3 and key.startswith("f") else key.replace("_", " ").capitalize()


def acts_now(screen: Screen[Any]) -> list[tuple[list[str], ActiveBinding]]:
    """What keys do just now, each act with its keys, function keys first.

    The screen's own acts come first, in the order in which it gives them, then those of the field in use.
    """
    order: dict[str, int] = {}
    for _, binding in screen._bindings:
        order.setdefault(binding.action, len(order))
    acts: dict[tuple[str, bool], tuple[list[str], ActiveBinding]] = {}
    for key, active in screen.active_bindings.items():
        is_the_screens = active.node is screen
        acts.setdefault((active.binding.action, is_the_screens), ([], active))[0].append(key)
    for keys, _ in acts.values():
        keys.sort(key=lambda key: re.fullmatch(r"f\d+", key) is None)
    last = len(order)
    return [acts[act] for act in sorted(acts, key=lambda act: order.get(act[0], last) if act[1] else last)]


@dataclass(frozen=True)
class KeyShown:
    """A key, and in a word what it does."""

    key: str
    words: str

    @property
    def label(self) -> str:
        """Both, as they stand in the line."""
        return f"{said(self.key)} {self.words}"


class KeyLine(Widget):
    """The screen's own keys, then those of the field in use; a click on one presses it.

    One drawn line: the keyboard goes from field to field all the time, and the
    line costs next to nothing then.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    KeyLine {
        dock: bottom; height: 1; padding: 0 1; color: $footer-foreground; background: $footer-background;
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._places: dict[str, range] = {}

    def on_mount(self) -> None:
        """Draw anew whenever other keys work."""
        self.screen.bindings_updated_signal.subscribe(self, self._draw)

    def shown(self) -> list[KeyShown]:
        """The keys in the line, the first of each that does the same, and no more than six."""
        shown = [
            KeyShown(keys[0], active.binding.description)
            for keys, active in acts_now(self.screen)
            if active.binding.show and active.enabled
        ]
        return shown[:MOST]

    def render(self) -> Content:
        """The line, as wide apart as there is room."""
        shown = self.shown()
        wide = sum(cell_len(each.label) for each in shown) + 2 * (len(shown) - 1)
        between = "  " if wide <= self.content_size.width else " "
        self._places.clear()
        left = 0
        for each in shown:
            right = left + cell_len(each.label)
            self._places[each.key] = range(left, right)
            left = right + len(between)
        parts = [Content.assemble((said(each.key), "bold"), " ", each.words) for each in shown]
        return Content(between).join(parts)

    def on_click(self, event: events.Click) -> None:
        """Press the key that was clicked."""
        at = event.get_content_offset(self)
        for key, place in self._places.items():
            if at is not None and at.x in place:
                self.app.post_message(events.Key(key, None))

    def _draw(self, _: Screen[Any]) -> None:
        self.refresh()
