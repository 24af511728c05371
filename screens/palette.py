"""The palette's commands: what can be done here, in our own words, and what can be done everywhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any, Final, Protocol, runtime_checkable

from textual.app import App, SystemCommand
from textual.command import CommandList, CommandPalette
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


_IN_THE_PLACE: Final = "In the family's place"
_SIGNPOSTS: Final = (
    ("Address, home, where somebody lives", f"{_IN_THE_PLACE}, under Where they live", "household"),
    ("Service, job or telephone of a worker", f"{_IN_THE_PLACE}, behind the worker's line", "worker"),
    ("Birthday, name or telephone of a person", f"{_IN_THE_PLACE}, behind their line", "person"),
    ("Copies: which was given, and how", f"{_IN_THE_PLACE}; F9 at a meeting makes them", "copies"),
    ("Past meeting: read it, put a word right", f"{_IN_THE_PLACE}, under Meetings", "meeting"),
    ("Story, in the family's own words", "A step of the meeting; F3 and F4 go back and on", "meeting"),
    ("Actions: how one is going", f"{_IN_THE_PLACE}, first line", "actions"),
    ("Calls and visits, what was said", f"{_IN_THE_PLACE}; F5 writes one down", "contacts"),
    ("Next meeting: its day, who is asked", f"{_IN_THE_PLACE}, second line", "next"),
    ("Agreement: who may know what", f"{_IN_THE_PLACE}, and a step of the meeting", "agreement"),
    ("Interpreter, large print, what helps them", f"{_IN_THE_PLACE}, below the family", "details"),
)
"""What somebody may look for, where it is, and the kind of its lines in a family's place."""


class Palette(CommandPalette):
    """Finds an act by name. A page key that comes before its list is laid out does nothing."""

    def _action_command_list(self, action: str) -> None:
        if "page" not in action or self.query_one(CommandList).scrollable_content_region:
            super()._action_command_list(action)


@runtime_checkable
class HasParts(Protocol):
    """A place with lines of several kinds."""

    def go_to_part(self, kind: str) -> bool:
        """Go to the first line of a kind. Whether there is one."""


def commands(app: App[None], screen: Screen[Any]) -> Iterable[SystemCommand]:
    """The commands for a screen: its own acts with their keys, then those of everywhere.

    Nothing of a family stands in any of them.
    """
    yield from _acts_of(app, screen)
    for title, words, action in _EVERYWHERE:
        yield SystemCommand(title, words, partial(app.run_action, action))
    for title, where, kind in _SIGNPOSTS:
        yield SystemCommand(title, where, partial(_point, app, screen, where, kind), discover=False)
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


def _point(app: App[None], screen: Screen[Any], where: str, kind: str) -> None:
    if not (isinstance(screen, HasParts) and screen.go_to_part(kind)):
        app.notify(f"{where}.", markup=False)


def _look(app: App[None], look: str) -> Any:
    return app.run_action(f"look({look!r})")
