"""The papers before a meeting: invitations, agendas, agreement forms and slips, made in one go."""

from __future__ import annotations

from typing import ClassVar, Final, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from eymeeting.domain.before_a_meeting import check_may_be_written_to
from eymeeting.domain.beginning import has_begun
from eymeeting.domain.dates import spoken_near
from eymeeting.domain.kept_apart import of_meeting, whom_with
from eymeeting.domain.names import members_now, names_in_picker, short_names
from eymeeting.domain.problems import Problem, Refused
from eymeeting.domain.set_before import PaperBefore, set_before
from eymeeting.domain.times import spoken_time
from screens.at_a_family import AtAFamily
from screens.everywhere import HELP_KEYS
from screens.family_recorder import FamilyRecorder
from screens.making_copies import Making
from screens.picker import Picker
from screens.plain import plain
from screens.widgets.lettered_list import LetteredList, LetteredRow
from screens.widgets.too_small import TooSmall

R = TypeVar("R")

NOBODY: Final = "Nothing is ticked: a letter ticks a paper."
NONE_PLANNED: Final = "No meeting is planned. Under “Next meeting” you set one up, and say who is asked."
NO_PAPERS: Final = "There is nobody to whom a paper for this meeting can be given."
NOT_SAFE_TO_WRITE: Final = "It is not safe to write to this family: ask them in person."
_ASKING: Final = "A letter ticks. Enter makes the papers. Esc goes back."
_BACK: Final = "Enter goes back."
_WORDS: Final = {
    "invitation": "Invitation for {name}",
    "update_slip": "Update slip for {name}",
    "agreement_form": "Agreement form for {name}",
}
_FOR_ALL: Final = {"agenda": "Agendas for everybody who is asked"}


class PapersBeforeScreen(ModalScreen[None]):
    """Asks which papers, makes them for a meeting that is still to come, and says where they are."""

    CSS_PATH = "papers_before.tcss"
    HELP = """\
    Papers for a meeting that has not begun. Ticked is an **invitation** for each who is asked and has not answered
    yet, an **update slip** for each who cannot come, an **agenda** for each who is asked, and an **agreement form**
    for each who has never been asked about sharing. A **letter** ticks a paper, or no longer; **Enter** makes what
    is ticked.

    Each paper holds what its one reader may know. There is none for somebody the meeting is kept apart from, for a
    service outside what the family agreed to, and no letter where it is not safe to write home.

    The papers are put into the family's folder, and each is noted. Nothing there is ever overwritten.
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
    ]

    def __init__(self, recorder: FamilyRecorder, meeting: str) -> None:
        """``meeting`` is the id of the one that is still to come."""
        super().__init__()
        self._recorder = recorder
        self._meeting = meeting
        self._offered: tuple[PaperBefore, ...] = ()
        self._ticked: frozenset[PaperBefore] = frozenset()
        self._is_asking = False
        self._is_making = False
        self._told: list[str] = []

    def compose(self) -> ComposeResult:
        """The question and the list; then what was made."""
        with VerticalScroll(id="box"):
            yield Static("Papers before the meeting", id="heading")
            yield LetteredList(id="papers")
            yield Static(id="where")
            yield Static(id="made")
            yield Static(_BACK, id="how")
        yield TooSmall()

    def on_mount(self) -> None:
        """Ask which papers."""
        view = self._recorder.view
        meeting = view.family.meeting(self._meeting)
        when = spoken_near(meeting.on, view.today)
        self.query_one("#heading", Static).update(plain(f"Papers before the meeting · {when}"))
        self._offered = set_before(view.family, meeting, room=view.room, today=view.today, pack=view.pack)
        self._ticked = frozenset(each for each in self._offered if each.is_likely)
        self.query_one("#where").display = False
        if self._offered:
            self._ask()
        else:
            self.query_one(LetteredList).display = False
            self._say(NO_PAPERS)

    @on(LetteredList.Chosen)
    def tick(self, event: LetteredList.Chosen) -> None:
        """Tick a paper, or no longer."""
        event.stop()
        self._ticked ^= {each for each in self._offered if _row_id(each) == event.id}
        self._ask()

    def action_go_on(self) -> None:
        """Make what is ticked; where that is done, go back."""
        if self._is_making:
            return
        if not self._is_asking:
            self.dismiss()
        elif self._ticked:
            self._is_asking, self._is_making = False, True
            self.query_one(LetteredList).display = False
            self.query_one("#how", Static).update(_BACK)
            self._say("Making the papers …")
            self.run_worker(self._make_all(), exclusive=True)
        else:
            self._say(NOBODY)

    def _ask(self) -> None:
        self._is_asking = True
        papers = self.query_one(LetteredList)
        papers.show([self._row(each) for each in self._offered])
        self.set_focus(papers)
        self._say(self._not_safe())
        self.query_one("#how", Static).update(_ASKING)

    def _not_safe(self) -> str:
        family = self._recorder.view.family
        try:
            for person in family.people:
                check_may_be_written_to(family, person.id)
        except Refused:
            return NOT_SAFE_TO_WRITE
        return ""

    def _row(self, paper: PaperBefore) -> LetteredRow:
        mark = "✓" if paper in self._ticked else "·"
        return LetteredRow(_row_id(paper), self._words(paper), "", paper.why, mark, "Which papers?")

    def _words(self, paper: PaperBefore) -> str:
        if paper.kind in _FOR_ALL:
            return _FOR_ALL[paper.kind]
        family, (reader,) = self._recorder.view.family, paper.readers
        is_a_workers = family.worker(reader) is not None
        names = short_names(family) if is_a_workers else names_in_picker(members_now(family))
        return _WORDS[paper.kind].format(name=names[reader])

    async def _make_all(self) -> None:
        try:
            making = Making(self._recorder, self._meeting)
        except Problem as problem:
            self._tell(f"✗ {problem}")
        else:
            for each in self._offered:
                if each in self._ticked:
                    await self._make(making, each)
        self._recorder.redraw()
        self._is_making = False

    async def _make(self, making: Making, paper: PaperBefore) -> None:
        """Make a row of papers; what cannot be made for one reader does not stop the others."""
        words, names = [f"✓ {self._words(paper)}"], []
        for reader in paper.readers:
            try:
                made, _ = await making.make(reader, paper.kind)
            except Problem as problem:
                words.append(f"✗ {self._words(paper)}: {problem}")
                continue
            names.append(f"  {made.path.name}")
            words += [f"  {remark}" for remark in made.remarks]
            where = self.query_one("#where", Static)
            where.update(plain(f"In {made.path.parent}"))
            where.display = True
        if not names:
            words = words[1:]
        told = names if len(names) == 1 else ([f"  {len(names)} papers"] if names else [])
        self._tell("\n".join((*words[:1], *told, *words[1:])))

    def _tell(self, words: str) -> None:
        self._told.append(words)
        self._say("\n".join(self._told))

    def _say(self, words: str) -> None:
        made = self.query_one("#made", Static)
        made.update(plain(words))
        made.display = bool(words)


def choose_papers(place: AtAFamily[R]) -> None:
    """Open the papers of the meeting that is planned; of several ask which, and where there is none say so."""
    view = place.recorder.view
    planned = [
        each
        for each in view.family.meetings_in_order()
        if each.outcome is None and not has_begun(view.family, each, view.today)
    ]

    def open_papers(meeting: str | None) -> None:
        if meeting and place.recorder.left():
            place.app.push_screen(PapersBeforeScreen(place.recorder, meeting))

    if not planned:
        place.tell(NONE_PLANNED)
    elif len(planned) == 1:
        open_papers(planned[0].id)
    else:
        choices = [
            (
                each.id,
                whom_with(view.family, of_meeting(each)),
                f"{spoken_near(each.on, view.today)}, {spoken_time(each.start)}",
            )
            for each in planned
        ]
        place.app.push_screen(Picker("Which meeting?", choices), open_papers)


def _row_id(paper: PaperBefore) -> str:
    return " ".join((paper.kind, *paper.readers))
