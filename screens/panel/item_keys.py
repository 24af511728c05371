"""The keys of one family's item at a panel, and what it is for."""

from __future__ import annotations

from typing import Final

from textual.binding import Binding, BindingType

ITEM_HELP: Final = """\
One family's minutes, from top to bottom. A **letter** chooses and goes on, **Enter** keeps a line and goes on,
**up** and **down** go anywhere. Every key is kept.
**Has the family been told?** Until it has, or a reason is written down, nothing below can be typed.
Somebody at the table whose service this family has not agreed to **steps out**, or stays for a reason that is
kept; **Ctrl+A** says why, for you alone. **Who knows what** is for everyone until **F5** says for whom;
**Ctrl+X** keeps it from somebody by name, and **Ctrl+Y**, “please don't write that”, takes it away at once.
**F4** closes this family, and **Enter** opens the next: two keys. Nothing of one family is left for another.
"""


def _key(keys: str, action: str, words: str, tooltip: str, name: str, *, show: bool = False) -> Binding:
    return Binding(keys, action, words, show=show, priority=True, tooltip=tooltip, id=name)


ITEM_KEYS: Final[list[BindingType]] = [
    _key("f1", "help", "Help", "Every key, and what this page is for", "help", show=True),
    _key(
        "f2,ctrl+n",
        "quick_line",
        "Action",
        "Write something to do, and come back",
        "meeting.quick_line",
        show=True,
    ),
    _key("f4,ctrl+t", "next", "Next family", "This family's turn is over", "panel.next", show=True),
    _key(
        "f5,ctrl+l", "for_whom", "For whom", "Who may have what somebody knows", "panel.for_whom", show=True
    ),
    _key("f8,ctrl+r", "undo", "Undo", "Take back the last thing done", "undo", show=True),
    _key(
        "f9,ctrl+s",
        "becomes",
        "A meeting",
        "Set it up as a meeting, with nothing typed again",
        "panel.meeting",
        show=True,
    ),
    _key("f7,ctrl+o", "show_kept", "Show or cover", "Show what is kept, or cover it", "form.show_kept"),
    _key("f6,ctrl+k", "hand_over", "Hand over", "Hand over the keyboard", "meeting.hand_over"),
    _key(
        "f14,ctrl+a",
        "for_you_alone",
        "Outside the agreement",
        "Why somebody is outside the agreement, for you alone",
        "meeting.for_you_alone",
    ),
    _key(
        "ctrl+y,f11",
        "unwrite",
        "Don't write that",
        "“Please don't write that”: what somebody knows goes from the screen and every paper",
        "meeting.unwrite",
    ),
    _key("f17", "not_for", "Not for …", "Keep what somebody knows from somebody by name", "meeting.not_for"),
    _key(
        "ctrl+x",
        "not_for",
        "Not for …",
        "Keep what somebody knows from somebody by name; marked text is cut",
        "meeting.not_for_or_cut",
    ),
    _key("f10,ctrl+g", "back", "Back", "Back to the order; this family waits", "back"),
    Binding("up", "row(-1)", show=False, tooltip="The row above", id="panel.row_before"),
    Binding("down", "row(1)", show=False, tooltip="The row below", id="panel.row_after"),
]
