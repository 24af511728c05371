"""Words for whoever is at the keyboard alone, shown only when they are asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from screens.everywhere import FACE_INSTEAD_KEY, HELP_KEYS
from screens.plain import plain
from screens.widgets.too_small import TooSmall

_QUESTION: Final = "This is for you alone. Is anyone else near the screen?"
_GO_ON: Final = "Enter: nobody is, show it.  Esc: not now."


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
        Binding("escape", "leave", "Back", show=False, tooltip="Back to where you were", id="for_you.back"),
        Binding(
            "enter,space",
            "go_on",
            "Go on",
            show=False,
            tooltip="Nobody else is near: show it; or back to where you were",
            id="for_you.go_on",
        ),
    ]

    def __init__(self, sentences: Sequence[str], *, asks_first: bool = False) -> None:
        """``asks_first``: nothing is shown until it is said that nobody else is near."""
        super().__init__()
        self._sentences = sentences
        self._asks = asks_first

    def compose(self) -> ComposeResult:
        """The sentences, one under the other; or first the question."""
        with Vertical(id="box"):
            yield Static(_QUESTION if self._asks else "For you alone", id="question")
            for sentence in () if self._asks else self._sentences:
                yield Static(plain(sentence), classes="sentence")
            yield Static(_GO_ON if self._asks else "Enter, F10 or Esc goes back.", id="how")
        yield TooSmall()

    async def action_go_on(self) -> None:
        """Nobody is near: show the sentences. Where they are shown already, go back."""
        if not self._asks:
            self.dismiss(None)
            return
        self._asks = False
        await self.recompose()

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)

    def put_away(self) -> bool:
        """Nothing is typed here, so nothing has to be kept."""
        return True
