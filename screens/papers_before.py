"""The papers before a meeting: asked first which, then made in one go, printed, and shown in their folder."""

from __future__ import annotations

import os
from asyncio import to_thread
from typing import ClassVar, Final

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from eymeeting.domain.before_a_meeting import check_may_be_written_to
from eymeeting.domain.dates import spoken_near
from eymeeting.domain.meeting import Copy
from eymeeting.domain.problems import Problem, Refused
from eymeeting.domain.set_before import PaperBefore, set_before
from eymeeting.domain.whose_copies import latest_copy
from eymeeting.folders import open_folder
from screens.copies_keys import OPEN_KEY
from screens.copies_there import which_are_there
from screens.everywhere import HELP_KEYS
from screens.family_recorder import FamilyRecorder
from screens.making_copies import Making
from screens.papers_before_rows import PapersList, copies_of_papers, row_id, row_of_paper, words_of_paper
from screens.plain import plain
from screens.printing_copies import not_printed, print_copies
from screens.widgets.lettered_list import LetteredList
from screens.widgets.too_small import TooSmall

NOBODY: Final = "Nothing is ticked: a letter ticks a paper."
NO_PAPERS: Final = "There is nobody to whom a paper for this meeting can be given."
NOT_SAFE_TO_WRITE: Final = "It is not safe to write to this family: ask them in person."
_ASKING: Final = "A letter ticks. Enter makes the papers. O: the folder. Esc: back."
_BACK: Final = "Enter goes back. O opens the folder."
_PRINTS: Final = "P prints what was made."
_TRIES_AGAIN: Final = "P tries once more to print."


class PapersBeforeScreen(ModalScreen[None]):
    """Asks which papers, makes them for a meeting that is still to come, and says where they are."""

    CSS_PATH = "papers_before.tcss"
    HELP = """\
    Papers for a meeting that has not begun. Ticked is an **invitation** for each who is asked and has not answered
    yet, an **update slip** for each who cannot come, an **agenda** for each who is asked, and an **agreement form**
    for each who has never been asked about sharing. For a meeting without a computer there are **score cards** and
    a **paper form** too: tick them. A **letter** ticks a paper, or no longer; **Enter** makes what is ticked. What
    is *made*, and would be the same now, is not ticked again.

    Each paper holds what its one reader may know. There is none for somebody the meeting is kept apart from, for a
    service outside what the family agreed to, and no letter where it is not safe to write home.

    The papers are put into the family's folder, and **O** opens it; nothing there is ever overwritten. **P** prints
    what was just made. Where nothing can be printed, the app says by when each is owed. How each was given is
    written down in the family's place, under **Copies**.
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *HELP_KEYS,
        Binding(
            "enter",
            "go_on",
            "Make",
            priority=True,
            tooltip="Make the papers that are ticked; then back",
            id="papers.make",
        ),
        Binding("escape", "dismiss", "Back", priority=True, tooltip="Go back", id="papers.dismiss"),
        Binding("f9,ctrl+s", "dismiss", "Back", priority=True, tooltip="Go back", id="meeting.copies"),
        Binding("f10,ctrl+g", "dismiss", "Back", priority=True, tooltip="Go back", id="back"),
        Binding("p", "print", "Print", show=False, tooltip="Print the papers just made", id="copies.print"),
        OPEN_KEY,
    ]

    def __init__(self, recorder: FamilyRecorder, meeting: str) -> None:
        """``meeting`` is the id of the one that is still to come."""
        super().__init__()
        self._recorder = recorder
        self._meeting = meeting
        self._offered: tuple[PaperBefore, ...] = ()
        self._ticked: frozenset[PaperBefore] = frozenset()
        self._had: frozenset[PaperBefore] = frozenset()
        self._is_asking = False
        self._is_busy = False
        self._is_printed = False
        self._told: list[str] = []
        self._to_print: list[Copy] = []

    def compose(self) -> ComposeResult:
        """The question and the list; then what was made."""
        with VerticalScroll(id="box"):
            yield Static("Papers before the meeting", id="heading")
            yield PapersList(id="papers")
            yield Static(id="where")
            yield Static(id="made")
            yield Static(_BACK, id="how")
        yield TooSmall()

    def on_mount(self) -> None:
        """Ask which papers, once it is known which are made already."""
        view = self._recorder.view
        meeting = view.family.meeting(self._meeting)
        when = spoken_near(meeting.on, view.today)
        self.query_one("#heading", Static).update(plain(f"Papers before the meeting · {when}"))
        self._offered = set_before(view.family, meeting, room=view.room, today=view.today, pack=view.pack)
        self._ticked = frozenset(each for each in self._offered if each.is_likely)
        self.query_one("#where").display = False
        self.query_one(LetteredList).display = False
        if not self._offered:
            self._say(NO_PAPERS)
        elif any(
            latest_copy(view.family, self._meeting, reader, each.kind)
            for each in self._offered
            for reader in each.readers
        ):
            self._say("Looking at the papers that are made …")
            self.run_worker(self._look_then_ask(), exclusive=True)
        else:
            self._ask()

    @on(LetteredList.Chosen)
    def tick(self, event: LetteredList.Chosen) -> None:
        """Tick a paper, or no longer."""
        event.stop()
        self._ticked ^= {each for each in self._offered if row_id(each) == event.id}
        self._ask()

    def action_go_on(self) -> None:
        """Make what is ticked; where that is done, go back."""
        if self._is_busy:
            return
        if not self._is_asking:
            self.dismiss()
        elif self._ticked:
            self._is_asking, self._is_busy = False, True
            self.query_one(LetteredList).display = False
            self._say("Making the papers …")
            self.run_worker(self._make_all(), exclusive=True)
        else:
            self._say(NOBODY)

    @work
    async def action_print(self) -> None:
        """Print what was just made."""
        if self._is_busy or not self._to_print:
            return
        self._is_busy = True
        self._say_how_to_go_on("Printing …")
        async for said in print_copies(self._recorder, self._to_print):
            self._tell(said)
        self._to_print = not_printed(self._recorder, self._to_print)
        self._is_printed = True
        self._done()

    @work
    async def action_open_folder(self) -> None:
        """Open the folder of this meeting's papers."""
        from exports.where_copies_lie import meeting_folder

        family, copies = self._recorder.view.family, self._recorder.desk.around.copies_folder
        folder = meeting_folder(copies, family, family.meeting(self._meeting).on)
        try:
            await to_thread(open_folder, folder, os.environ)
        except Problem as problem:
            (self._tell if self._told else self._say)(str(problem))

    async def _look_then_ask(self) -> None:
        wanted = {each: copies_of_papers(self._recorder.view, [each]) for each in self._offered}
        there = await which_are_there(
            self._recorder, self._meeting, [copy for copies in wanted.values() for copy in copies]
        )
        self._had = frozenset(each for each, copies in wanted.items() if there.issuperset(copies))
        self._ticked -= self._had
        self._ask()

    def _ask(self) -> None:
        self._is_asking = True
        view, papers = self._recorder.view, self.query_one(LetteredList)
        papers.show([row_of_paper(view, each, ticked=self._ticked, made=self._had) for each in self._offered])
        papers.display = True
        self.set_focus(papers)
        self._say(self._not_safe())
        self._say_how_to_go_on(_ASKING)

    def _not_safe(self) -> str:
        family = self._recorder.view.family
        try:
            for person in family.people:
                check_may_be_written_to(family, person.id)
        except Refused:
            return NOT_SAFE_TO_WRITE
        return ""

    async def _make_all(self) -> None:
        wanted = [each for each in self._offered if each in self._ticked]
        try:
            making = Making(self._recorder, self._meeting)
        except Problem as problem:
            self._tell(f"✗ {problem}")
        else:
            for place, each in enumerate(wanted, start=1):
                self._say_how_to_go_on(f"Making {place} of {len(wanted)} …")
                await self._make(making, each)
        self._done()

    async def _make(self, making: Making, paper: PaperBefore) -> None:
        """Make a row of papers; what cannot be made for one reader does not stop the others."""
        words = words_of_paper(self._recorder.view, paper)
        names, more = [], []
        for reader in paper.readers:
            try:
                made, copy = await making.make(reader, paper.kind)
            except Problem as problem:
                more.append(f"✗ {words}: {problem}")
                continue
            self._to_print.append(copy)
            names.append(f"  {made.path.name}")
            more += [f"  {remark}" for remark in made.remarks]
            where = self.query_one("#where", Static)
            where.update(plain(f"In {made.path.parent}"))
            where.display = True
        told = names if len(names) < 2 else [f"  {len(names)} papers"]
        self._tell("\n".join(([f"✓ {words}"] if names else []) + told + more))

    def _done(self) -> None:
        self._recorder.redraw()
        self._is_busy = False
        prints = (_TRIES_AGAIN if self._is_printed else _PRINTS) if self._to_print else ""
        self._say_how_to_go_on(f"{prints} {_BACK}".strip())

    def _tell(self, words: str) -> None:
        self._told.append(words)
        self._say("\n".join(self._told))
        self.query_one("#box").scroll_end(animate=False)

    def _say(self, words: str) -> None:
        made = self.query_one("#made", Static)
        made.update(plain(words))
        made.display = bool(words)

    def _say_how_to_go_on(self, words: str) -> None:
        self.query_one("#how", Static).update(plain(words))
