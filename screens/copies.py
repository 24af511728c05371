"""The copies of a meeting: asked first for whom, then made in one go."""

from __future__ import annotations

from asyncio import to_thread
from typing import ClassVar, Final

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from eymeeting.domain.beginning import has_begun
from eymeeting.domain.family import Family
from eymeeting.domain.names import members_now, names_in_picker, short_names
from eymeeting.domain.problems import Problem
from eymeeting.domain.taken_home import EVERYTHING, TakenHome, without_in_words
from eymeeting.domain.whose_copies import CopyFor, copies_for, is_the_chairs, latest_copy
from screens.before_copies import (
    BeforeMaking,
    before_making,
    known_at_the_keyboard,
    left_out_of_copy,
    near_this_copy,
)
from screens.everywhere import HELP_KEYS
from screens.giving_away import GivingAwayScreen
from screens.making_copies import make_and_note
from screens.plain import plain
from screens.recorder import Recorder
from screens.something_to_check import Watch
from screens.taking_home import TakingHomeScreen
from screens.widgets.lettered_list import LetteredList, LetteredRow
from screens.widgets.too_small import TooSmall

NOT_BEGUN: Final = (
    "There is nothing to copy before the meeting has begun. It begins when somebody is marked as here."
)
DID_NOT_HAPPEN: Final = "There is nothing to copy: this meeting did not happen."
NOBODY: Final = "Nobody is ticked: a letter ticks somebody."
_ASKING: Final = (
    "A letter ticks. Enter makes the copies. Esc goes back.\n"
    "L: what somebody does not get. S: is it safe to take home?"
)
_STAYS: Final = {
    "child": "On a child's page is only what everybody at home may read, and no telephone number: S is for a plan.",
    "record": "The full record goes to no home: S is for a plan.",
}
_LOOK_FIRST: Final = "◦ Ctrl+A: something to check before you print, for you alone."
RECORD_LATER: Final = "The full record is made when the chair has the keyboard."
_BACK: Final = "Enter goes back to the meeting."
_MADE: Final = "made"


class CopiesScreen(ModalScreen[None]):
    """Asks for whom, makes those copies, and says where each one is."""

    CSS_PATH = "copies.tcss"
    HELP = """\
    Ticked are the adults of the family who took part, the children who came or were heard, and the full record
    while the chair has the keyboard. A **letter** ticks somebody, or no longer; **Enter** makes the copies that
    are ticked. Whoever has a copy of how things stand now is not ticked again. A child's page holds what everybody
    at home may read, and nothing else.

    The copies are put into the family's folder. Nothing there is ever overwritten. Print them, and give each
    to the person it names. How each was given is written down in the family's place, under **Copies**.

    **L** says how much each reader does not get, by kind and never what it is, and marks with ▲ whoever has
    something protected near: turn the screen first. **S** asks of the plan you are at: is it safe to take home?
    There it says why each kind is left out, and you leave out of this one copy the box “If you are worried”,
    telephone numbers or the names of helpers.
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *HELP_KEYS,
        Binding(
            "enter",
            "go_on",
            "Make",
            priority=True,
            tooltip="Make the copies that are ticked; then back to the meeting",
            id="copies.make",
        ),
        Binding(
            "escape", "dismiss", "Back", priority=True, tooltip="Back to the meeting", id="copies.dismiss"
        ),
        Binding(
            "f9,ctrl+s", "dismiss", "Back", priority=True, tooltip="Back to the meeting", id="meeting.copies"
        ),
        Binding("f10,ctrl+g", "dismiss", "Back", priority=True, tooltip="Back to the meeting", id="back"),
        Binding(
            "l",
            "say_left_out",
            "Left out",
            show=False,
            tooltip="How much each reader does not get",
            id="copies.left_out",
        ),
        Binding(
            "s",
            "ask_if_safe",
            "Safe?",
            show=False,
            tooltip="Is this copy safe to take home? What had better stay off it",
            id="copies.safe",
        ),
        Binding(
            "f14,ctrl+a",
            "look_first",
            "Look first",
            show=False,
            priority=True,
            tooltip="Something to check before you print, for you alone; there only while there is anything",
            id="meeting.for_you_alone",
        ),
    ]

    def __init__(self, recorder: Recorder) -> None:
        super().__init__()
        self._recorder = recorder
        self._offered: tuple[CopyFor, ...] = ()
        self._made: frozenset[CopyFor] = frozenset()
        self._ticked: frozenset[CopyFor] = frozenset()
        self._is_asking = False
        self._is_making = False
        self._told: list[tuple[str, str]] = []
        self._says_left_out = False
        self._takes: dict[CopyFor, TakenHome] = {}
        self._before: BeforeMaking | None = None
        self._giving_away = Watch(recorder)

    def compose(self) -> ComposeResult:
        """The question and the list; then what was made."""
        with VerticalScroll(id="box"):
            yield Static("Copies", id="heading")
            yield LetteredList(id="readers")
            yield Static(id="where")
            yield Static(id="made")
            yield Static(_BACK, id="how")
        yield TooSmall()

    def on_mount(self) -> None:
        """Ask for whom, once it is known who has a copy already."""
        self.query_one(LetteredList).display = False
        view = self._recorder.view
        if not has_begun(view.family, view.meeting, view.today):
            put_off = view.meeting.outcome is not None
            self._say(DID_NOT_HAPPEN if put_off else NOT_BEGUN)
            return
        self._offered = copies_for(view.family, view.meeting, view.keyboard)
        self._ticked = frozenset(each for each in self._offered if each.is_likely)
        if any(latest_copy(view.family, view.meeting_id, each) for each in self._offered):
            self._say("Looking at the copies that are made …")
            self.run_worker(self._look_then_ask(), exclusive=True)
        else:
            self._ask()

    @on(LetteredList.Chosen)
    def tick(self, event: LetteredList.Chosen) -> None:
        """Tick a copy, or no longer."""
        event.stop()
        self._ticked ^= {each for each in self._offered if _row_id(each) == event.id}
        self._ask()

    def action_go_on(self) -> None:
        """Make what is ticked; where that is done, go back to the meeting."""
        if not self._is_asking:
            if not self._is_making:
                self.dismiss()
        elif self._ticked:
            self._is_asking, self._is_making = False, True
            self.query_one(LetteredList).display = False
            self.query_one("#how", Static).update(_BACK)
            self._say("Making the copies …")
            self.run_worker(self._make_all(), exclusive=True)
        else:
            self._say(NOBODY)

    @property
    def _is_the_chairs(self) -> bool:
        view = self._recorder.view
        return is_the_chairs(view.meeting, view.keyboard)

    async def _look_then_ask(self) -> None:
        family = self._recorder.view.family
        self._made = await to_thread(self._have_it, family)
        self._ticked -= self._made
        self._ask()

    def _have_it(self, family: Family) -> frozenset[CopyFor]:
        from exports.copying import family_folder, is_as_it_would_be

        view, around = self._recorder.view, self._recorder.desk.around
        folder = family_folder(around.copies_folder, family.ref)
        found = ((each, latest_copy(family, view.meeting_id, each)) for each in self._offered)
        return frozenset(
            each
            for each, copy in found
            if copy is not None
            and is_as_it_would_be(family, copy, folder=folder, today=view.today, pack=view.pack)
        )

    def _ask(self) -> None:
        self._is_asking = True
        readers = self.query_one(LetteredList)
        readers.show([self._row(each) for each in self._offered])
        readers.display = True
        self.set_focus(readers)
        self.query_one("#where").display = False
        self._draw()
        record = "" if self._is_the_chairs else f"{RECORD_LATER}\n"
        look_first = f"{_LOOK_FIRST}\n" if self._giving_away.to_decide() else ""
        self.query_one("#how", Static).update(plain(f"{look_first}{record}{_ASKING}"))

    def _row(self, copy: CopyFor) -> LetteredRow:
        mark = "✓" if copy in self._ticked else "·"
        state = _MADE if copy in self._made else copy.why
        return LetteredRow(_row_id(copy), self._words(copy), "", state, mark, "For whom?")

    def _words(self, copy: CopyFor) -> str:
        family = self._recorder.view.family
        if copy.kind == "record":
            return f"Full record for {short_names(family)[copy.reader]}"
        paper = "Page" if copy.kind == "child" else "Plan"
        return f"{paper} for {names_in_picker(members_now(family))[copy.reader]}"

    async def _make_all(self) -> None:
        for each in self._offered:
            if each not in self._ticked:
                continue
            words = self._words(each)
            takes = self._takes.get(each, EVERYTHING)
            try:
                made = await make_and_note(
                    self._recorder, each.reader, each.kind, self._recorder.view.meeting_id, takes=takes
                )
            except Problem as problem:
                self._tell(f"✗ {words}: {problem}")
            else:
                notes = " ".join(f"  {remark}" for remark in made.remarks)
                known = known_at_the_keyboard(self._recorder.view, each.reader, made.left_out_by_kind)
                said = (f"{sum(known.values())} left out", without_in_words(takes))
                left = f"  {', '.join(filter(None, said))}" if each.kind == "family" else ""
                where = self.query_one("#where", Static)
                where.update(plain(f"In {made.path.parent}"))
                where.display = True
                told = (f"✓ {words}", f"  {made.path.name}", notes)
                self._tell("\n".join(part for part in told if part), left)
        self._is_making = False

    def action_say_left_out(self) -> None:
        """Say how much each reader does not get, or no longer; nothing where there is nothing to copy."""
        if not self._offered:
            return
        self._says_left_out = not self._says_left_out
        if self._is_asking and self._before is None:
            self._say("Looking at what is left out …")
            self.run_worker(self._look_at_what_is_left_out(), exclusive=True)
        else:
            self._draw()

    @work
    async def action_ask_if_safe(self) -> None:
        """Ask whether the plan that is highlighted is safe to take home, and what stays off it."""
        at = self.query_one(LetteredList).highlighted
        copy = next((each for each in self._offered if _row_id(each) == at), None)
        if not self._is_asking or copy is None:
            return
        if copy.kind != "family":
            self._say(_STAYS[copy.kind])
            return
        view = self._recorder.view
        near = await to_thread(near_this_copy, view, copy.reader)
        left_out = await to_thread(left_out_of_copy, view, copy.reader)
        takes = self._takes.get(copy, EVERYTHING)

        def keep(chosen: TakenHome | None) -> None:
            if chosen is not None:
                self._takes[copy] = chosen
                if chosen != takes:
                    self._ticked |= {copy}
            self._ask()

        self.app.push_screen(TakingHomeScreen(self._words(copy), near, left_out, takes), keep)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is no key for what may give somebody away while nothing does."""
        if action == "look_first":
            return self._is_asking and bool(self._giving_away.to_decide())
        return super().check_action(action, parameters)

    def action_look_first(self) -> None:
        """Open the page of what may give somebody away."""
        self.hide_lines()
        self._before = None
        self.app.push_screen(GivingAwayScreen(self._recorder), lambda _: self._ask())

    def hide_lines(self) -> None:
        """What was said of each reader does not come back by itself."""
        if self._says_left_out:
            self._says_left_out = False
            self._draw()

    async def _look_at_what_is_left_out(self) -> None:
        readers = [each.reader for each in self._offered if each.kind == "family"]
        self._before = await to_thread(before_making, self._recorder.view, readers)
        if self._is_asking:
            self._draw()

    def _say(self, words: str) -> None:
        made = self.query_one("#made", Static)
        made.update(plain(words))
        made.display = bool(words)

    def _tell(self, words: str, left_out: str = "") -> None:
        self._told.append((words, left_out))
        self._draw()

    def _draw(self) -> None:
        if self._is_asking:
            self._say("\n".join(self._said_before()) if self._says_left_out else "")
            return
        lines = (line for words, left in self._told for line in (words, left if self._says_left_out else ""))
        self._say("\n".join(line for line in lines if line))

    def _said_before(self) -> list[str]:
        told = []
        for each in self._offered:
            words = (self._before or {}).get(each.reader)
            if words is not None and each.kind == "family":
                without = without_in_words(self._takes.get(each, EVERYTHING))
                told.append(", ".join(filter(None, (words, without))))
        return told


def _row_id(copy: CopyFor) -> str:
    return f"{copy.kind} {copy.reader}"
