"""The keys of a panel's order, and what it is for."""

from __future__ import annotations

from typing import Final

from textual.binding import Binding, BindingType

AGENDA_HELP: Final = """\
The families of this panel in their order. **Type** part of a name and press **Enter** to add one; those that
were put off until now are offered below. **Enter** opens the family under the cursor, **F4** the one whose turn
comes, and its minutes run. **F2** says who sits here.
While a family is open no other is named anywhere; afterwards this page comes back without names where Home
opens covered. **F12** takes every name off, and shows them again: the order stays, by reference.
**F9**, when all is over: who tells whom and by when, and the papers.
"""


def _key(keys: str, action: str, words: str, tooltip: str, name: str, *, show: bool = False) -> Binding:
    return Binding(keys, action, words, show=show, priority=True, tooltip=tooltip, id=name)


AGENDA_KEYS: Final[list[BindingType]] = [
    _key("f1", "help", "Help", "Every key, and what this page is for", "help", show=True),
    _key("enter", "open", "Open", "Open this family, or add it", "panel.open", show=True),
    _key("f4,ctrl+t", "next", "Next family", "Open the family whose turn comes", "panel.next", show=True),
    _key(
        "f2,ctrl+n",
        "table",
        "Who is here",
        "Who sits here, and who is in the chair",
        "panel.table",
        show=True,
    ),
    _key("f5,ctrl+l", "earlier(-1)", "Earlier", "This family earlier", "panel.earlier", show=True),
    _key("f6,ctrl+k", "earlier(1)", "Later", "This family later", "panel.later"),
    _key("f3,ctrl+b", "take_out", "Take out", "Take this family out of the order", "panel.take_out"),
    _key(
        "f9,ctrl+s",
        "afterwards",
        "Afterwards",
        "Who tells whom, and the papers",
        "panel.afterwards",
        show=True,
    ),
    _key("f7,ctrl+f", "end", "End", "The panel ends, or goes on again", "panel.end"),
    _key("f10,ctrl+g", "back", "Back", "Back to the panels", "back"),
    _key("up", "move(-1)", "Up", "The family above", "panel.above"),
    _key("down", "move(1)", "Down", "The family below", "panel.below"),
    _key("escape", "clear_find", "Clear", "Empty the line, and show the order", "panel.clear_find"),
]
