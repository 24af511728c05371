"""Who owes what: everybody's open actions under their name, and a list for each worker to send out."""

from __future__ import annotations

from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from eymeeting.domain.dates import spoken_near
from eymeeting.domain.family import ActionNow
from eymeeting.domain.family_now import latest_meeting, open_actions
from eymeeting.domain.in_words import STATUS
from eymeeting.domain.names import members_now, names_in_picker, short_names
from eymeeting.domain.owed import Owes, lists_to_send, somebody_new_for, who_owes
from eymeeting.domain.problems import Problem
from eymeeting.domain.sight import is_open_in_the_room
from screens.everywhere import HELP_KEYS
from screens.family_recorder import FamilyRecorder
from screens.making_copies import make_and_note
from screens.plain import plain
from screens.widgets.lettered_list import LetteredList, LetteredRow
from screens.widgets.too_small import TooSmall

NOBODY: Final = "Nobody has taken it yet"
NOTHING_OPEN: Final = "There is no open action that everybody may see."
NO_LISTS: Final = "No worker has anything open that they may have a list of."
NOT_MET: Final = "There is no list before a meeting has taken place."
MAKING: Final = "Making the lists …"
SOMEBODY_NEW: Final = "needs somebody new"
_HOW: Final = "A letter opens an action. F9 makes the lists. Esc goes back."


class WhoOwesScreen(ModalScreen[str | None]):
    """Everybody's open actions. Gives back the action whose news is to be written down, or nothing."""

    CSS_PATH = "who_owes.tcss"
    HELP = """\
    Everybody with an open action, and what it is. A **letter** opens an action, to write down its news or
    give it to somebody else.
    **F9** makes a page for each worker: what they took on and by when, whom to tell, when people meet again.
    The lead sends it out once and need not chase anybody. The family has its own actions on its plan.
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *HELP_KEYS,
        Binding(
            "f9,ctrl+s",
            "make_lists",
            "Lists",
            priority=True,
            tooltip="Make a list for each worker: what they took on, and by when",
            id="who_owes.lists",
        ),
        Binding("escape", "leave", "Back", priority=True, tooltip="Back to the family", id="who_owes.leave"),
        Binding(
            "f6,ctrl+k",
            "leave",
            "Back",
            show=False,
            priority=True,
            tooltip="Back to the family",
            id="family.who_owes",
        ),
        Binding("f10,ctrl+g", "leave", "Back", priority=True, tooltip="Back to the family", id="back"),
    ]

    def __init__(self, recorder: FamilyRecorder) -> None:
        super().__init__()
        self._recorder = recorder
        self._told: list[str] = []
        self._is_making = False

    def compose(self) -> ComposeResult:
        """The lists, and what was made."""
        with VerticalScroll(id="box"):
            yield Static("Who owes what", id="heading")
            yield LetteredList(self._rows(), id="owed")
            yield Static(id="made")
            yield Static(_HOW, id="how")
        yield TooSmall()

    def on_mount(self) -> None:
        """Say where nothing is open."""
        owed = self.query_one(LetteredList)
        owed.display = bool(self._rows())
        if owed.display:
            owed.focus()
        else:
            self._say(NOTHING_OPEN)

    @on(LetteredList.Chosen)
    def open_action(self, event: LetteredList.Chosen) -> None:
        """Give back the action."""
        event.stop()
        self.dismiss(event.id)

    def action_make_lists(self) -> None:
        """Make a list for each worker who has something to do."""
        if self._is_making:
            return
        view = self._recorder.view
        meeting = latest_meeting(view.family)
        known = tuple(now for now in open_actions(view.family) if view.may_open((now.action,)))
        workers = lists_to_send(view.family, known, today=view.today)
        if meeting is None or not workers:
            self._say(NOT_MET if meeting is None else NO_LISTS)
            return
        self._is_making, self._told = True, []
        self._say(MAKING)
        self.run_worker(self._make_all(workers, meeting.id), exclusive=True)

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)

    async def _make_all(self, workers: tuple[str, ...], meeting: str) -> None:
        names = short_names(self._recorder.view.family)
        for worker in workers:
            try:
                made = await make_and_note(self._recorder, worker, "agency", meeting)
            except Problem as problem:
                self._told.append(f"✗ List for {names[worker]}: {problem}")
            else:
                where = [] if self._told else [f"In {made.path.parent}"]
                self._told += [*where, f"✓ List for {names[worker]}: {made.path.name}"]
            self._say("\n".join(self._told))
        self._is_making = False

    def _owed(self) -> tuple[Owes, ...]:
        view = self._recorder.view
        return who_owes(
            view.family,
            tuple(
                now
                for now in open_actions(view.family)
                if is_open_in_the_room(view.family, now.action, pack=view.pack)
            ),
        )

    def _rows(self) -> list[LetteredRow]:
        view = self._recorder.view
        names = names_in_picker(members_now(view.family))
        gone = {now.action.id for now in somebody_new_for(view.family, view.pack, today=view.today)}
        return [
            LetteredRow(
                now.action.id,
                now.action.text,
                "",
                SOMEBODY_NEW if now.action.id in gone else self._stands(now),
                "",
                NOBODY if owes.who is None else names[owes.who.id],
            )
            for owes in self._owed()
            for now in owes.actions
        ]

    def _stands(self, now: ActionNow) -> str:
        today = self._recorder.view.today
        if now.due is None:
            return "no date" if now.status == "not_started" else f"no date, {STATUS[now.status]}"
        late = now.due < today
        status = "" if now.status == "not_started" else f", {STATUS[now.status]}"
        return f"{'late: ' if late else 'by '}{spoken_near(now.due, today)}{status}"

    def _say(self, words: str) -> None:
        made = self.query_one("#made", Static)
        made.update(plain(words))
        made.display = bool(words)
