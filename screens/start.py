"""Beginning or resuming a meeting: who has the keyboard, who is in the chair, where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from eymeeting.domain.at_the_keyboard import offered_the_keyboard
from eymeeting.domain.family import Family
from eymeeting.domain.held_before import HeldBefore, held_before
from eymeeting.domain.meeting import MeetingType
from eymeeting.domain.pack import MeetingKind
from eymeeting.domain.text import LINE_LIMIT, clean_line
from screens.everywhere import HELP_KEYS
from screens.plain import plain
from screens.widgets.lettered_list import LetteredList, LetteredRow
from screens.widgets.too_small import TooSmall

_WHERE: Final = "Where are you meeting?"
_BEGINS: Final = "Enter begins the meeting now. Tab goes to the day. F10 goes back."
_NO_PLACE: Final = "Nobody meets: what everybody says is put together."
_BEGINS_WITHOUT: Final = "Enter begins it now. F10 goes back."


@dataclass(frozen=True, slots=True)
class Begun:
    """The answers: who types, who chairs, where, what kind; of notes on paper also the day and the time."""

    keyboard: str
    chair: str = ""
    venue: str = ""
    on: date | None = None
    start: str | None = None
    kind: MeetingType | None = None


class StartScreen(ModalScreen[Begun | None]):
    """Three short questions; for a meeting under way only the first, and that not when it is known."""

    CSS_PATH = "start.tcss"
    HELP = """\
    Who types, who is in the chair, and where you meet. Press a **letter**; or go with **up** and **down** and
    press **Enter**. At the place, **Enter** begins the meeting now, of the kind that is named; **Up** turns to
    another kind. One that was held before, with notes on paper, has its day and time in the line below:
    **Tab** goes there.
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *HELP_KEYS,
        Binding("f10,ctrl+g", "leave", "Leave it", priority=True, tooltip="Go back", id="back"),
        Binding("escape", "leave", "Leave it", priority=True, tooltip="Go back", id="back.escape"),
        Binding(
            "up", "turn_kind(1)", "Kind", show=False, tooltip="Another kind of meeting", id="start.kinds"
        ),
        Binding(
            "down",
            "turn_kind(-1)",
            "Kind",
            show=False,
            tooltip="The kind of meeting before",
            id="start.kind_before",
        ),
    ]

    def __init__(
        self,
        family: Family,
        *,
        venue: str,
        today: date,
        resumed: bool,
        keyboard: str = "",
        likely: str = "",
        kinds: Sequence[MeetingKind] = (),
        kind: MeetingType | None = None,
        notice: str = "",
    ) -> None:
        """``keyboard`` is who is known to type; ``likely`` who Enter says it is, while that is not known.

        ``kinds`` are those to choose from, ``kind`` the one it is unless another is chosen.
        """
        super().__init__()
        self._kinds = kinds if len(kinds) > 1 else ()
        self._kind = kind
        self._notice = notice
        self._likely = likely
        self._family = family
        self._venue = venue
        self._today = today
        self._resumed = resumed
        self._keyboard = keyboard
        self._chair = ""

    def compose(self) -> ComposeResult:
        """The question, the workers, the place."""
        name = self._family.details.called
        workers = offered_the_keyboard(self._family, self._today)
        with Vertical(id="box"):
            yield Static(plain(name), id="name")
            yield Static(plain(self._notice), id="notice")
            yield Static("Who is at the keyboard?", id="question")
            yield LetteredList([LetteredRow(w.id, w.name, w.role) for w in workers], id="workers")
            yield Static(id="kind")
            yield Input(self._venue, id="venue", compact=True, max_length=LINE_LIMIT)
            yield Static("Was it held before, with notes on paper? Then the day and the time:", id="before")
            yield Input(placeholder="12 nov, 10am", id="day", compact=True, max_length=LINE_LIMIT)
            yield Static("A letter or Enter chooses. F10 or Esc goes back.", id="how")
        yield TooSmall()

    def on_mount(self) -> None:
        """Ask the first question."""
        self.query_one("#notice").display = bool(self._notice)
        for field in ("#kind", "#venue", "#before", "#day"):
            self.query_one(field).display = False
        self.set_focus(self.query_one(LetteredList))
        self.query_one(LetteredList).put_highlight(self._likely)
        if self._keyboard:
            self._ask_chair()

    @on(LetteredList.Chosen)
    def answer(self, event: LetteredList.Chosen) -> None:
        """Take one answer, and ask the next question."""
        if not self._keyboard:
            self._keyboard = event.id
            if self._resumed:
                self.dismiss(Begun(event.id, "", ""))
                return
            self._ask_chair()
        else:
            self._chair = event.id
            self._ask_where()

    def _ask_chair(self) -> None:
        self.query_one(LetteredList).put_highlight(self._keyboard)
        self._ask("Who is in the chair? Enter: the same", "A letter or Enter chooses. F10 goes back.")

    def _ask_where(self) -> None:
        self.query_one(LetteredList).display = False
        for field in ("#before", "#day"):
            self.query_one(field).display = True
        self._show_kinds()

    def _show_kinds(self) -> None:
        question, how = (_WHERE, _BEGINS) if self._has_a_place else (_NO_PLACE, _BEGINS_WITHOUT)
        self._ask(question, how)
        self.query_one("#venue").display = self._has_a_place
        self.set_focus(self.query_one("#venue" if self._has_a_place else "#day"))
        shown = self.query_one("#kind", Static)
        shown.display = bool(self._kinds)
        name = next((kind.name for kind in self._kinds if kind.type == self._kind), "")
        shown.update(plain(f"{name}   (Up: another kind)"))

    @property
    def _has_a_place(self) -> bool:
        """Whether people sit together; a review without a meeting is held from what everybody sends."""
        return self._kind != "desk_review"

    def action_turn_kind(self, by: int) -> None:
        """Turn to another kind of meeting."""
        if self._chair and self._kinds:
            types = [kind.type for kind in self._kinds]
            at = types.index(self._kind) if self._kind in types else -1
            self._kind = types[(at + by) % len(types)]
            self._show_kinds()

    @on(Input.Submitted)
    def begin(self) -> None:
        """Give back the answers."""
        self._begin()

    def _begin(self) -> None:
        venue = clean_line(self.query_one("#venue", Input).value) if self._has_a_place else ""
        said = clean_line(self.query_one("#day", Input).value).strip()
        held = held_before(said, self._today) if said else HeldBefore()
        if held.problem:
            self.query_one("#how", Static).update(plain(held.problem))
            self.set_focus(self.query_one("#day"))
            return
        self.dismiss(Begun(self._keyboard, self._chair, venue, held.on, held.start, self._kind))

    def action_leave(self) -> None:
        """Begin nothing."""
        self.dismiss(None)

    def _ask(self, question: str, how: str) -> None:
        self.query_one("#question", Static).update(plain(question))
        self.query_one("#how", Static).update(plain(how))
