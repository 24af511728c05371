"""Words for whoever is at the keyboard alone, shown only when they are asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from screens.everywhere import FACE_INSTEAD_KEY, HELP_KEYS
from screens.plain import plain
from screens.widgets.too_small import TooSmall


class ForYouAlone(ModalScreen[None]):
    """A few sentences. Any way out is the same: nothing is asked."""

    DEFAULT_CSS = """
    ForYouAlone {
        align: center middle;
        & #box { width: 64; max-width: 95%; height: auto; max-height: 90%; border: round $primary; padding: 0 1; }
        & #box { background: $surface; }
        & #question { text-style: bold; }
        & .sentence { height: auto; margin-top: 1; }
        & #how { color: $text-muted; margin-top: 1; }
    }
    """
    HELP = """\
    Something to think of before you go on. It changes nothing, and nobody else is told.
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *HELP_KEYS,
        FACE_INSTEAD_KEY,
        Binding("f10,ctrl+g", "leave", "Back", priority=True, tooltip="Back to where you were", id="back"),
        Binding(
            "enter,escape,space",
            "leave",
            "Back",
            show=False,
            tooltip="Back to where you were",
            id="for_you.back",
        ),
    ]

    def __init__(self, sentences: Sequence[str]) -> None:
        super().__init__()
        self._sentences = sentences

    def compose(self) -> ComposeResult:
        """The sentences, one under the other."""
        with Vertical(id="box"):
            yield Static("For you alone", id="question")
            for sentence in self._sentences:
                yield Static(plain(sentence), classes="sentence")
            yield Static("Enter, F10 or Esc goes back.", id="how")
        yield TooSmall()

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)
