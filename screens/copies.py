"""The copies of a meeting: asked first for whom, then made in one go, printed, and shown in their folder."""

from __future__ import annotations

from asyncio import to_thread
from typing import ClassVar, Final

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from eymeeting.domain.beginning import has_begun
from eymeeting.domain.set_of_copies import set_of_copies
from eymeeting.domain.taken_home import EVERYTHING, TakenHome, without_in_words
from eymeeting.domain.whose_copies import CopyFor, is_the_chairs, latest_copy
from screens.before_copies import BeforeMaking, before_making, left_out_of_copy, near_this_copy
from screens.copies_keys import COPIES_HELP, COPIES_KEYS
from screens.copies_made import CopiesMade
from screens.copies_rows import CopiesList, form_of, next_form, row_id, row_of, words_of_copy
from screens.copies_there import who_has_it
from screens.easy_words import EasyWordsScreen
from screens.giving_away import GivingAwayScreen
from screens.paper_check import check_papers
from screens.plain import plain
from screens.recorder import Recorder
from screens.something_to_check import Watch
from screens.taking_home import TakingHomeScreen
from screens.widgets.lettered_list import LetteredList
from screens.widgets.too_small import TooSmall

DID_NOT_HAPPEN: Final = "There is nothing to copy: this meeting did not happen."
NOBODY: Final = "Nobody is ticked: a letter ticks somebody."
_ASKING: Final = (
    "A letter ticks; with Shift: another form. Enter makes the copies.\n"
    "L: what each does not get. S: is it safe? K: is it easy to read?\n"
    "O: the folder. Esc goes back."
)
_EASY_WORDS: Final = " W: the short words for easy read."
EASY_IS_FOR_A_PLAN: Final = "Short words are for a plan: go to one, then W."
_STAYS: Final = {
    "child": "On a child's page is only what everybody at home may read, and no telephone number: S is for a plan.",
    "agency": "A list goes to a worker, and to no home: S is for a plan.",
    "lead": "The lead's copy goes to no home: S is for a plan.",
    "record": "The full record goes to no home: S is for a plan.",
    "calendar": "In a calendar file is only when and where people meet: S is for a plan.",
}
_LOOK_FIRST: Final = "◦ Ctrl+A: something to check before you print, for you alone."
RECORD_LATER: Final = "The full record is made when the chair has the keyboard."


class CopiesScreen(CopiesMade):
    """Asks for whom, makes those copies, and says where each one is."""

    CSS_PATH = "copies.tcss"
    HELP = COPIES_HELP
    BINDINGS: ClassVar[list[BindingType]] = COPIES_KEYS

    def __init__(self, recorder: Recorder) -> None:
        super().__init__(recorder)
        self._had: frozenset[CopyFor] = frozenset()
        self._ticked: frozenset[CopyFor] = frozenset()
        self._is_asking = False
        self._before: BeforeMaking | None = None
        self._giving_away = Watch(recorder)

    def compose(self) -> ComposeResult:
        """The question and the list; then what was made."""
        with VerticalScroll(id="box"):
            yield Static("Copies", id="heading")
            yield CopiesList(id="readers", other=True)
            yield Static(id="where")
            yield Static(id="made")
            yield Static(plain(self.how_to_go_on), id="how")
        yield TooSmall()

    def on_mount(self) -> None:
        """Ask for whom, once it is known who has a copy already."""
        self.query_one(LetteredList).display = False
        view = self.recorder.view
        if not has_begun(view.family, view.meeting, view.today):
            self.say(DID_NOT_HAPPEN)
            return
        self.offered = set_of_copies(
            view.family, view.meeting, view.keyboard, room=view.room, today=view.today, pack=view.pack
        )
        self._ticked = frozenset(each for each in self.offered if each.is_likely)
        if any(latest_copy(view.family, view.meeting_id, each.reader, each.kind) for each in self.offered):
            self.say("Looking at the copies that are made …")
            self.run_worker(self._look_then_ask(), exclusive=True)
        else:
            self._ask()

    @on(LetteredList.Chosen)
    def tick(self, event: LetteredList.Chosen) -> None:
        """Tick a copy, or no longer."""
        event.stop()
        self._ticked ^= {each for each in self.offered if row_id(each) == event.id}
        self._ask()

    @on(LetteredList.Other)
    def change_form(self, event: LetteredList.Other) -> None:
        """Give this one copy the next form, and tick it."""
        event.stop()
        for each in self.offered:
            if row_id(each) == event.id and each.kind != "calendar":
                self.forms[each] = next_form(self.recorder.view, each, self.forms)
                self._had -= {each}
                self._ticked |= {each}
        self._ask()

    def action_go_on(self) -> None:
        """Make what is ticked; where that is done, go back to the meeting."""
        if not self._is_asking:
            if not self.is_busy:
                self.dismiss()
        elif self._ticked:
            self._is_asking = False
            self.query_one(LetteredList).display = False
            wanted = tuple(each for each in self.offered if each in self._ticked)
            self.run_worker(self.make_all(wanted), exclusive=True)
        else:
            self.say(NOBODY)

    @property
    def _is_the_chairs(self) -> bool:
        view = self.recorder.view
        return is_the_chairs(view.meeting, view.keyboard)

    async def _look_then_ask(self) -> None:
        self._had = await who_has_it(self.recorder, self.offered)
        self._ticked -= self._had
        self._ask()

    def _ask(self) -> None:
        self._is_asking = True
        view, readers = self.recorder.view, self.query_one(LetteredList)
        readers.show(
            [
                row_of(view, each, ticked=self._ticked, made=self._had, forms=self.forms)
                for each in self.offered
            ]
        )
        readers.display = True
        self.set_focus(readers)
        self.query_one("#where").display = False
        self.draw()
        record = "" if self._is_the_chairs else f"{RECORD_LATER}\n"
        look_first = f"{_LOOK_FIRST}\n" if self._giving_away.to_decide() else ""
        self.query_one("#how", Static).update(plain(f"{look_first}{record}{_ASKING}{self._easy_words()}"))

    def _easy_words(self) -> str:
        """Which key opens the short words, where a plan is to be easy read."""
        view = self.recorder.view
        plans = (each for each in self.offered if each.kind == "family")
        is_wanted = any(form_of(view, each, self.forms) == "easyread" for each in plans)
        return _EASY_WORDS if is_wanted else ""

    def action_say_left_out(self) -> None:
        """Say how much each reader does not get, or no longer; nothing where there is nothing to copy."""
        if not self.offered:
            return
        self.says_left_out = not self.says_left_out
        if self._is_asking and self._before is None:
            self.say("Looking at what is left out …")
            self.run_worker(self._look_at_what_is_left_out(), exclusive=True)
        else:
            self.draw()

    @work
    async def action_ask_if_safe(self) -> None:
        """Ask whether the plan that is highlighted is safe to take home, and what stays off it."""
        at = self.query_one(LetteredList).highlighted
        copy = next((each for each in self.offered if row_id(each) == at), None)
        if not self._is_asking or copy is None:
            return
        if copy.kind != "family":
            self.say(_STAYS[copy.kind])
            return
        view = self.recorder.view
        near = await to_thread(near_this_copy, view, copy.reader)
        left_out = await to_thread(left_out_of_copy, view, copy.reader)
        takes = self.takes.get(copy, EVERYTHING)

        def keep(chosen: TakenHome | None) -> None:
            if chosen is not None:
                self.takes[copy] = chosen
                if chosen != takes:
                    self._ticked |= {copy}
            self._ask()

        self.app.push_screen(TakingHomeScreen(words_of_copy(view, copy), near, left_out, takes), keep)

    def action_easy_words(self) -> None:
        """Open the texts of the plan that is highlighted, to be put into short words."""
        at = self.query_one(LetteredList).highlighted
        copy = next((each for each in self.offered if row_id(each) == at), None)
        if not self._is_asking or copy is None:
            return
        if copy.kind != "family":
            self.say(EASY_IS_FOR_A_PLAN)
            return
        self.hide_lines()
        self.app.push_screen(EasyWordsScreen(self.recorder, copy.reader), lambda _: self._ask())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is no key for what may give somebody away while nothing does."""
        if action == "look_first":
            return self._is_asking and bool(self._giving_away.to_decide())
        return super().check_action(action, parameters)

    def action_check(self) -> None:
        """Look over what is ticked before it is made."""
        if self._is_asking:
            self.hide_lines()
            ticked = [each for each in self.offered if each in self._ticked]
            self.say(check_papers(self.app, self.recorder, ticked, self.forms, self.takes))

    def action_look_first(self) -> None:
        """Open the page of what may give somebody away."""
        self.hide_lines()
        self._before = None
        self.app.push_screen(GivingAwayScreen(self.recorder), lambda _: self._ask())

    def hide_lines(self) -> None:
        """What was said of each reader does not come back by itself."""
        if self.says_left_out:
            self.says_left_out = False
            self.draw()

    async def _look_at_what_is_left_out(self) -> None:
        readers = [each.reader for each in self.offered if each.kind == "family"]
        self._before = await to_thread(before_making, self.recorder.view, readers)
        if self._is_asking:
            self.draw()

    def draw(self) -> None:
        """Say what each reader will not get, while that is asked; afterwards what was made."""
        if self._is_asking:
            self.say("\n".join(self._said_before()) if self.says_left_out else "")
        else:
            super().draw()

    def _said_before(self) -> list[str]:
        told = []
        for each in self.offered:
            words = (self._before or {}).get(each.reader)
            if words is not None and each.kind == "family":
                without = without_in_words(self.takes.get(each, EVERYTHING))
                told.append(", ".join(filter(None, (words, without))))
        return told
