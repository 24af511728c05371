"""The palette's commands: what can be done here, in our own words, and what can be done everywhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any, Final

from textual.app import App, SystemCommand
from textual.screen import Screen

from eymeeting.domain.keys import CHOOSABLE
from screens.themes import LOOK_WORDS
from screens.widgets.key_line import acts_now, said

_TOLD_ANYWAY: Final = ("app.quit", "app.cover", "app.settings")
"""Acts that the commands of everywhere tell already."""

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
    for keys, active in acts_now(screen):
        binding = active.binding
        is_ours = active.node is screen and active.enabled and binding.tooltip
        if is_ours and binding.action not in _TOLD_ANYWAY and any(key in CHOOSABLE for key in keys):
            act = partial(app.run_action, binding.action, active.node)
            yield SystemCommand(binding.tooltip, ", ".join(said(key) for key in keys), act)


def _look(app: App[None], look: str) -> Any:
    return app.run_action(f"look({look!r})")
