"""Who reads one thing that was said or agreed, and from whom it is kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from eymeeting.domain.entry import Entry
from eymeeting.domain.names import members_now, names_in_picker
from eymeeting.domain.not_for import HowItIsRead, HowRead, read_by, tells_a_time, turned
from screens.everywhere import HELP_KEYS
from screens.family_desk import FamilyView
from screens.widgets.lettered_list import LetteredList, LetteredRow
from screens.widgets.too_small import TooSmall

QUESTION: Final = "Whom is this not for?"
_HOW: Final = "A letter keeps it from somebody, or gives it back. Enter keeps this. Esc goes back."
_HOW_WITH_TIMES: Final = (
    "A letter takes the times of day out for somebody, then keeps all of it from them, then gives it back. "
    "Enter keeps this. Esc goes back."
)
_STATES: Final[Mapping[HowRead, tuple[str, str]]] = {
    "whole": ("✓", "reads it"),
    "without_times": ("◦", "without its times of day"),
    "not_for": ("·", "not for them"),
    "not_anyway": ("·", "does not get it"),
}


class NotForScreen(ModalScreen[Entry | None]):
    """Asks from whom something is kept; gives it back as it then is, or None where nothing is to change."""

    CSS_PATH = "copies.tcss"
    AUTO_FOCUS = "#parts"
    HELP = """\
    Whoever has a tick reads this on their copy. A **letter** keeps it from somebody, also where they have been
    told everything else; the same letter gives it back. Where it tells a **time of day**, the first press takes
    the times out for them, the next one keeps all of it from them. **Enter** keeps this, **Esc** leaves it as
    it was, and **F8** takes it back later. In the meeting **◦** after the words says that they are kept from somebody.

    While somebody it is not for sits in the room, it is not on the screen either. Whoever said it, and whoever
    has it to do, always reads it.
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *HELP_KEYS,
        Binding("enter", "keep", "Keep", priority=True, tooltip="Keep this", id="not_for.keep"),
        Binding(
            "escape",
            "dismiss",
            "Back",
            priority=True,
            tooltip="Back, and all stays as it was",
            id="not_for.dismiss",
        ),
        Binding("f10,ctrl+g", "dismiss", "Back", priority=True, tooltip="Back", id="back"),
    ]

    def __init__(self, view: FamilyView, entry: Entry) -> None:
        super().__init__()
        self._view = view
        self._before = self._entry = entry
        self._names = names_in_picker(members_now(view.family))

    def compose(self) -> ComposeResult:
        """The question, everybody with how they read it, the keys."""
        with VerticalScroll(id="box"):
            yield Static(QUESTION, id="heading")
            yield LetteredList([self._row(each) for each in self._read_by()], id="parts")
            yield Static(_HOW_WITH_TIMES if tells_a_time(self._entry) else _HOW, id="how")
        yield TooSmall()

    @on(LetteredList.Chosen)
    def turn(self, event: LetteredList.Chosen) -> None:
        """Keep it from somebody, or give it back."""
        event.stop()
        how = next(each.how for each in self._read_by() if each.who == event.id)
        self._entry = turned(self._entry, event.id, reads_it=how != "not_anyway")
        self.query_one(LetteredList).show([self._row(each) for each in self._read_by()])

    def action_keep(self) -> None:
        """Give back what was chosen."""
        self.dismiss(None if self._entry == self._before else self._entry)

    def _read_by(self) -> list[HowItIsRead]:
        view = self._view
        family = view.family
        return list(read_by(family, self._entry, view.keyboard, today=view.today, pack=view.pack))

    def _row(self, each: HowItIsRead) -> LetteredRow:
        mark, words = _STATES[each.how]
        return LetteredRow(each.who, self._names[each.who], "", words, mark)
