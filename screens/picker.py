"""A choice, a letter each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from screens.everywhere import HELP_KEYS
from screens.plain import plain
from screens.widgets.lettered_list import LetteredList, LetteredRow
from screens.widgets.too_small import TooSmall


class Picker(ModalScreen[str | None]):
    """Asks, and gives back the id of what was chosen; nothing when it was left."""

    CSS_PATH = "picker.tcss"
    HELP = """\
    A question with a list. Press a **letter**; or go with **up** and **down** and press **Enter**.
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *HELP_KEYS,
        Binding("f10,ctrl+g", "leave", "Leave it", priority=True, tooltip="Choose nothing", id="back"),
        Binding(
            "escape,f5,ctrl+l,f6",
            "leave",
            "Leave it",
            priority=True,
            tooltip="Choose nothing",
            id="picker.leave",
        ),
    ]

    def __init__(self, title: str, choices: Sequence[tuple[str, str, str]], *, at: str = "") -> None:
        """``at`` is the choice that Enter makes, when it is not the first."""
        super().__init__()
        self._at = at
        self._title = title
        self._choices = choices

    def compose(self) -> ComposeResult:
        """The question and the choices."""
        with Vertical(id="box"):
            yield Static(plain(self._title), id="question")
            yield LetteredList(
                [LetteredRow(choice, words, "", more) for choice, words, more in self._choices], id="choices"
            )
            yield Static("A letter chooses. F10 or Esc leaves it.", id="how")
        yield TooSmall()

    def on_mount(self) -> None:
        """Begin at the likely choice."""
        if self._at:
            self.query_one(LetteredList).put_highlight(self._at)

    @on(LetteredList.Chosen)
    def chosen(self, event: LetteredList.Chosen) -> None:
        """Give back the choice."""
        self.dismiss(event.id)

    def action_leave(self) -> None:
        """Give back nothing."""
        self.dismiss(None)
