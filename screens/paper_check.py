"""The check of the papers before they are made: how easy each is to read, and the one sentence worth writing anew."""

from __future__ import annotations

from asyncio import to_thread
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar, Final

from textual import events
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from eymeeting.domain.plain_words import HardWord, hard_words_in
from eymeeting.domain.problems import Problem
from eymeeting.domain.taken_home import EVERYTHING, TakenHome
from eymeeting.domain.whose_copies import CopyFor, is_the_chairs
from eymeeting.domain.whose_words import names_in, told_in_the_room, words_of_texts, written_in
from screens.copies_rows import Forms, form_of, words_of_copy
from screens.desk import MeetingView
from screens.everywhere import HELP_KEYS
from screens.plain import plain
from screens.recorder import Recorder
from screens.widgets.too_small import TooSmall

if TYPE_CHECKING:
    from exports.document_check import PaperCheck
    from exports.papers_kept import PapersKept

TITLE: Final = "Can everybody read these papers?"
LOOKING: Final = "Looking them over …"
ADVICE: Final = "This is advice: nothing here holds a paper back. Any key goes back."
CHECK_LATER: Final = "The check is there while the chair has the keyboard."
NOTHING_TICKED: Final = "No paper is ticked: a letter ticks one."
_SCROLLS: Final = frozenset({"up", "down", "pageup", "pagedown", "home", "end"})


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperToCheck:
    """A paper that is ticked: what it is called on the screen, and how it would be made."""

    words: str
    reader: str
    kind: str
    form: str
    takes: TakenHome


class PaperCheckScreen(ModalScreen[None]):
    """One page with a line for each paper that is ticked. The next key hides it again.

    What people typed is quoted only where it may stand on a screen that everybody in the room can read.
    """

    DEFAULT_CSS = """
    PaperCheckScreen {
        align: center middle;
        #box { width: 90%; height: auto; max-height: 92%; border: round $primary; padding: 0 2; }
        #heading { text-style: bold; }
        #found { height: auto; }
        .paper { text-style: bold; }
        .line { padding-left: 2; }
        #how { margin-bottom: 1; color: $text-muted; }
    }
    """
    HELP = """\
    Each paper that is ticked is looked over as it would be made now: the age from which it is easy to read, and
    its smallest letters. Below that stands the one sentence that is most worth writing in shorter words, and each
    word that families may not know with what to say instead. It is advice: every paper can be made as it is.

    Only words that may stand on a screen everybody can read count here. **Any key** hides the page.
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *HELP_KEYS,
        Binding("f10,ctrl+g", "dismiss", "Back", priority=True, tooltip="Back to the copies", id="back"),
        Binding(
            "escape", "dismiss", "Back", priority=True, tooltip="Back to the copies", id="paper_check.dismiss"
        ),
    ]

    def __init__(self, recorder: Recorder, papers: Sequence[PaperToCheck]) -> None:
        super().__init__()
        self._recorder = recorder
        self._papers = tuple(papers)

    def compose(self) -> ComposeResult:
        """The question, what was found, and which key goes back."""
        with VerticalScroll(id="box"):
            yield Static(TITLE, id="heading")
            yield Static(ADVICE, id="how")
            yield Vertical(Static(LOOKING), id="found")
        yield TooSmall()

    def on_mount(self) -> None:
        """Look the papers over without holding up a key."""
        from exports.papers_kept import papers_kept

        self.query_one("#box").focus()
        around = self._recorder.desk.around
        self._find = papers_kept(around.store.kept_files, self._recorder.view.today)
        self.run_worker(self._look(), exclusive=True)

    def on_key(self, event: events.Key) -> None:
        """Hide the page again, unless it is only read further down."""
        if event.key not in _SCROLLS:
            event.stop()
            self.dismiss()

    def put_away(self) -> bool:
        """Nothing is typed here."""
        return True

    async def _look(self) -> None:
        told = await to_thread(lambda: tuple(_told(self._recorder.view, self._papers, self._find)))
        found = self.query_one("#found", Vertical)
        await found.remove_children()
        for words, lines in told:
            found.mount(
                Static(plain(words), classes="paper"),
                *(Static(plain(each), classes="line") for each in lines),
            )


def check_papers(
    app: App[object],
    recorder: Recorder,
    ticked: Sequence[CopyFor],
    forms: Forms,
    takes: Mapping[CopyFor, TakenHome],
) -> str:
    """Open the page of the papers that are ticked, for the chair; otherwise say why there is none."""
    view = recorder.view
    if not is_the_chairs(view.meeting, view.keyboard):
        return CHECK_LATER
    papers = [
        PaperToCheck(
            words=words_of_copy(view, each),
            reader=each.reader,
            kind=each.kind,
            form=form_of(view, each, forms),
            takes=takes.get(each, EVERYTHING),
        )
        for each in ticked
        if each.kind != "calendar"
    ]
    if not papers:
        return NOTHING_TICKED
    app.push_screen(PaperCheckScreen(recorder, papers))
    return ""


def _told(
    view: MeetingView, papers: Sequence[PaperToCheck], find: PapersKept
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each paper with what is found in it, as far as the room may read that."""
    from exports.checked_copy import check_before
    from exports.copying import AS_THINGS_STAND
    from exports.papers_wanted import format_wanted

    known = InTheRoom(view)
    for each in papers:
        try:
            check = check_before(
                view.family,
                each.reader,
                now=view.now,
                pack=view.pack,
                kind=each.kind,
                meeting=None if each.kind in AS_THINGS_STAND else view.meeting.number,
                takes=each.takes,
                paper=find(format_wanted(view.family, each.reader, each.form)),
            )
        except Problem as problem:
            yield each.words, (str(problem),)
        else:
            yield each.words, () if check is None else tuple(known.told(check))


class InTheRoom:
    """What of a check may stand on a screen that everybody at a meeting can read."""

    def __init__(self, view: MeetingView) -> None:
        told = told_in_the_room(view.family, pack=view.pack, meeting=view.meeting_id, keyboard=view.keyboard)
        texts = (*told, *written_in(view.pack))
        self._words = words_of_texts(texts)
        self._hard_words = frozenset(hard_words_in(texts, view.pack.check, names_in(view.family)))

    def told(self, check: PaperCheck) -> Iterator[str]:
        """The lines of a check: the verdict, the sentence to write anew, and the words that are not plain.

        Of what may not stand here nothing is said, not even that there is some.
        """
        known = replace(
            check,
            to_rewrite=check.to_rewrite if self._words.hold(check.to_rewrite) else "",
            hard_words=tuple(each for each in check.hard_words if each in self._hard_words),
        )
        yield known.line(lambda _: False)
        if known.to_rewrite:
            yield _sentence(known)
        yield from map(_advice, known.hard_words)


def _sentence(check: PaperCheck) -> str:
    if check.whose == "council":
        return f"In the council's own words: “{check.to_rewrite}”"
    return f"Could be shorter: “{check.to_rewrite}”"


def _advice(word: HardWord) -> str:
    return f"“{word.words}”: say “{word.say}”." if word.say else f"“{word.words}”: say it in full."
