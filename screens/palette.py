"""The palette's commands: what can be done here, in our own words, and what can be done everywhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any, Final

from textual.app import App, SystemCommand
from textual.screen import Screen

from screens.themes import LOOK_WORDS
from screens.widgets.key_line import said

_ELSEWHERE_OR_NOT_HERE: Final = ("app.quit", "quit", "app.cover", "cover", "command_palette")
"""Acts that everywhere's own commands below say already, and the palette itself."""

_EVERYWHERE: Final = (
    ("Cover everything, or uncover it", "F12 does the same", "cover"),
    ("Settings", "The council's pack, the look, backups, who works here, keys", "settings"),
    ("Back up now", "Another backup of every family, in the backups' folder", "back_up"),
)


def commands(app: App[None], screen: Screen[Any]) -> Iterable[SystemCommand]:
    """The commands for a screen: its own acts with their keys, then those of everywhere.

    Nothing of a family stands in any of them.
    """
    yield from _acts_of(app, screen)
    for title, words, action in _EVERYWHERE:
        yield SystemCommand(title, words, partial(app.run_action, action))
    for look, words in LOOK_WORDS.items():
        yield SystemCommand(f"Look: {words.lower()}", "How the screens look", partial(_look, app, look))
    yield SystemCommand("Quit", "Close eymeeting; everything is saved", partial(app.run_action, "quit"))


def _acts_of(app: App[None], screen: Screen[Any]) -> Iterator[SystemCommand]:
    told: dict[str, tuple[str, list[str], Callable[[], Any]]] = {}
    for active in screen.active_bindings.values():
        binding = active.binding
        if active.node is not screen or not active.enabled or not binding.tooltip or binding.system:
            continue
        if binding.action not in _ELSEWHERE_OR_NOT_HERE:
            act: Callable[[], Any] = partial(app.run_action, binding.action, active.node)
            told.setdefault(binding.action, (binding.tooltip, [], act))[1].append(said(binding.key))
    for words, keys, act in told.values():
        yield SystemCommand(words, ", ".join(keys), act)


def _look(app: App[None], look: str) -> Any:
    return app.run_action(f"look({look!r})")
