"""The keys of the actions agreed, while the keyboard is at their list."""

from __future__ import annotations

from typing import Final

from textual.binding import Binding, BindingType

THE_QUICK_LINE: Final = """\
*Ring housing about the damp @joe fri 11 dec #home ~he has a date*.
What follows **@** is who and when; **Tab** takes the name offered; **Enter** keeps it.
More names behind it help. *@grace will ask* says who asks somebody who is not here.
A sum behind the name, *@joe fri £40*, is what it costs.
A line that begins with **+** is what goes well, with **?** a worry, with **"** somebody's words.
"""
"""How the quick line is written, for the help of whatever has it."""

ACTIONS_KEYS: Final[list[BindingType]] = [
    Binding(
        "delete",
        "take_away",
        "Take away",
        show=False,
        tooltip="Take away this action; F8 brings it back",
        id="actions.take_away",
    ),
    Binding(
        "a",
        "who_asks",
        "Who asks",
        show=False,
        tooltip="Say who will ask its owner",
        id="actions.who_asks",
    ),
    Binding(
        "c",
        "tell_a_child",
        "A child",
        show=False,
        tooltip="Write how a child is told of it",
        id="actions.tell_a_child",
    ),
]
