"""One copy before it is made: is it safe to take home, and what had better stay off it."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from eymeeting.domain.taken_home import PARTS, TakenHome
from screens.everywhere import HELP_KEYS
from screens.plain import plain
from screens.widgets.lettered_list import LetteredList, LetteredRow
from screens.widgets.too_small import TooSmall

QUESTION: Final = "Is it safe to take home?"
NEAR_IT: Final = "Near"
LEFT_OUT: Final = "Left out"
_NOTHING: Final = "nothing"
_HOW: Final = "A letter leaves out or puts back. Enter keeps this for this one copy. Esc goes back."


class TakingHomeScreen(ModalScreen[TakenHome | None]):
    """Asks what goes with one copy; gives back what was chosen, or None where nothing is to change."""

    CSS_PATH = "copies.tcss"
    HELP = """\
    A helpline, a telephone number or a helper's name can raise danger at home. A **letter** leaves one of them
    out of **this one copy**, or puts it back. **Enter** keeps it, **Esc** leaves all as it was. Nobody reads on
    the copy that something was left out.

    **Near** says what is kept near this reader, and **Left out** what this copy does not tell them, by kind and
    with the reason; neither says what it is. Turn the screen first, and ask the reader alone.
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *HELP_KEYS,
        Binding(
            "enter",
            "keep",
            "Keep",
            priority=True,
            tooltip="Keep this for this one copy",
            id="taking_home.keep",
        ),
        Binding(
            "escape",
            "dismiss",
            "Back",
            priority=True,
            tooltip="Back to the copies, all as it was",
            id="taking_home.dismiss",
        ),
        Binding("f10,ctrl+g", "dismiss", "Back", priority=True, tooltip="Back to the copies", id="back"),
    ]

    def __init__(
        self, words: str, near: tuple[str, ...], left_out: tuple[str, ...], takes: TakenHome
    ) -> None:
        super().__init__()
        self._words = words
        self._told = {NEAR_IT: near or (_NOTHING,), LEFT_OUT: left_out or (_NOTHING,)}
        self._takes = takes

    def compose(self) -> ComposeResult:
        """The question, for whom, what is near and what is left out, and the three that can be left out too."""
        with VerticalScroll(id="box"):
            yield Static(QUESTION, id="heading")
            yield Static(plain(self._words), id="whose")
            for name, lines in self._told.items():
                with Horizontal(classes="told"):
                    yield Static(plain(name), classes="name")
                    yield Static(plain("\n".join(lines)), classes="lines")
            yield LetteredList(self._rows(), id="parts")
            yield Static(_HOW, id="how")
        yield TooSmall()

    def on_mount(self) -> None:
        """The letters work at once."""
        self.query_one(LetteredList).focus()

    @on(LetteredList.Chosen)
    def turn(self, event: LetteredList.Chosen) -> None:
        """Leave one of them out, or put it back."""
        event.stop()
        self._takes = replace(self._takes, **{event.id: not getattr(self._takes, event.id)})
        self.query_one(LetteredList).show(self._rows())

    def action_keep(self) -> None:
        """Give back what was chosen."""
        self.dismiss(self._takes)

    def put_away(self) -> bool:
        """After a break what is near does not come back by itself; nothing is typed here."""
        return True

    def _rows(self) -> list[LetteredRow]:
        return [
            LetteredRow(
                name,
                words[:1].upper() + words[1:],
                "",
                "goes with it" if getattr(self._takes, name) else "left out",
                "✓" if getattr(self._takes, name) else "·",
            )
            for name, words in PARTS.items()
        ]
