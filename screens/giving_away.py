"""What may give somebody away: for whoever is at the keyboard, with nobody near."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from eymeeting.domain.gives_away import Suggestion, as_if_open, gives_away
from eymeeting.domain.in_words import listed
from eymeeting.domain.left_as_it_is import (
    Decision,
    decided,
    deciding,
    next_decision,
    where_it_is_kept,
    with_it_left,
)
from eymeeting.domain.names import short_names
from eymeeting.domain.sitting import Draft
from screens.everywhere import FACE_INSTEAD_KEY, HELP_KEYS
from screens.family_recorder import FamilyRecorder
from screens.plain import plain
from screens.widgets.lettered_list import LetteredList, LetteredRow
from screens.widgets.too_small import TooSmall

FIRST_QUESTION: Final = "This page is for you alone. Is anyone else near the screen?"
TITLE: Final = "What may give somebody away"
_FIRST_KEYS: Final = "Enter: nobody is, go on.   Esc: not now."
_KEYS: Final = (
    "A letter keeps it from them; again: its times; again: it stays.\nF8 takes it back.   Esc goes back"
)
_NOTHING: Final = "There is nothing here that may give somebody away."
_NOT_UNDONE: Final = "Nothing was done on this page that could be taken back."
_MARKS: Final[dict[Decision, str]] = {"to_decide": "?", "not_for": "✓", "without_times": "✓", "left": "·"}


class TextsList(LetteredList):
    """The texts, each with a letter; it says when another one is highlighted."""

    @dataclass
    class Moved(Message):
        """Another text is highlighted."""

    def highlight_moved(self) -> None:
        """Say so."""
        self.post_message(self.Moved())


class GivingAwayScreen(Screen[None]):
    """Asks first whether anybody else is near, then lists the texts; a letter says from whom each is kept.

    ``besides`` are other sentences for whoever is at the keyboard alone, told above the list.
    """

    AUTO_FOCUS = ""
    DEFAULT_CSS = """
    GivingAwayScreen {
        align: center middle;
        #page { width: 94%; height: auto; max-height: 96%; border: round $primary; padding: 0 2; }
        #question { text-style: bold; margin-bottom: 1; }
        .sentence { height: auto; margin-bottom: 1; }
        #texts { height: auto; max-height: 11; }
        #words { height: auto; max-height: 5; margin-top: 1; }
        #said { height: auto; }
        #how { color: $text-muted; margin-top: 1; height: auto; }
    }
    """
    HELP = """\
    For whoever is at the keyboard, with nobody else near. From these texts somebody could learn where a person is
    who is kept from them. Nothing is changed by itself: a **letter** keeps the text from them; pressed again it is
    told to them without its times of day, where it has any; pressed again it is left as it is, and is not asked
    about any more unless its words change. **F8** takes the last press back. The chair's record stays whole.
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *HELP_KEYS,
        FACE_INSTEAD_KEY,
        Binding(
            "f8,ctrl+r",
            "undo",
            "Undo",
            priority=True,
            tooltip="Take back the last press on this page",
            id="undo",
        ),
        Binding("f10,ctrl+g", "dismiss", "Close", priority=True, tooltip="Close this page", id="back"),
        Binding("escape", "dismiss", "Close", priority=True, tooltip="Close this page", id="back.escape"),
        Binding(
            "enter",
            "go_on",
            "Go on",
            show=False,
            priority=True,
            tooltip="Nobody else is near: go on",
            id="giving_away.go_on",
        ),
    ]

    def __init__(self, recorder: FamilyRecorder, besides: Sequence[str] = ()) -> None:
        super().__init__()
        self._recorder = recorder
        self._besides = besides
        self._is_alone = False
        self._texts: tuple[Suggestion, ...] = ()
        self._before: list[tuple[str, int]] = []

    def compose(self) -> ComposeResult:
        """The question; then the texts, in its place."""
        with Vertical(id="page"):
            yield Static(plain(FIRST_QUESTION), id="question")
            for sentence in self._besides if self._is_alone else ():
                yield Static(plain(sentence), classes="sentence")
            yield TextsList(id="texts")
            yield Static(id="words")
            yield Static(id="said")
            yield Static(plain(_FIRST_KEYS), id="how")
        yield TooSmall()

    def on_mount(self) -> None:
        """Show the question alone."""
        for each in ("#texts", "#words", "#said"):
            self.query_one(each).display = False

    @on(events.ScreenResume)
    def show_again(self) -> None:
        """Draw what now stands."""
        if self._is_alone:
            self._draw()

    async def action_go_on(self) -> None:
        """Nobody else is near: show the texts."""
        if self._is_alone:
            return
        self._is_alone = True
        view = self._recorder.view
        found = gives_away(as_if_open(view.family), today=view.today, pack=view.pack)
        self._texts = tuple(each for each in found if view.may_open([each.about]))
        await self.recompose()
        self.query_one("#question", Static).update(TITLE)
        self.query_one("#how", Static).update(plain(_KEYS))
        self._draw()

    @on(LetteredList.Chosen)
    def decide(self, event: LetteredList.Chosen) -> None:
        """Keep the text from them, or what comes after that."""
        event.stop()
        family, text = self._recorder.view.family, self._texts[int(event.id)]
        kept = self._kept
        decision = next_decision(text, decided(family, text, kept))
        changes = deciding(family, text, decision)
        if changes and not self._recorder.did(*changes):
            return
        if decision == "left":
            self._keep(with_it_left(kept, text))
        self._before.append((kept, len(changes)))
        self.tell("")
        self._draw()

    def action_undo(self) -> None:
        """Take back the last press."""
        if not self._is_alone:
            return
        if not self._before:
            self.tell(_NOT_UNDONE)
            return
        kept, changed = self._before[-1]
        if changed and self._recorder.undo() is None:
            return
        self._before.pop()
        if kept != self._kept:
            self._keep(kept)
        self.tell("Taken back.")
        self._draw()

    @on(TextsList.Moved)
    def show_words(self) -> None:
        """Show the words of the highlighted text in full."""
        at = self.query_one(TextsList).highlighted
        words = self.query_one("#words", Static)
        words.display = at is not None
        if at is not None:
            words.update(plain(f"“{self._texts[int(at)].words}”"))

    def put_away(self) -> bool:
        """Nothing is typed on this page itself. Whether everything is on disk."""
        return self._recorder.flush()

    def tell(self, words: str) -> None:
        """Say something below the texts."""
        said = self.query_one("#said", Static)
        said.update(plain(words))
        said.display = bool(words)

    @property
    def _where(self) -> str:
        return where_it_is_kept(self._recorder.view.family)

    @property
    def _kept(self) -> str:
        return self._recorder.draft(self._where).text

    def _keep(self, kept: str) -> None:
        self._recorder.half_typed(self._where, Draft(text=kept, cursor=0), 0)
        if self._recorder.flush():
            self._recorder.redraw()

    def _draw(self) -> None:
        texts = self.query_one(TextsList)
        texts.show([self._row(place) for place in range(len(self._texts))])
        texts.display = bool(self._texts)
        self.set_focus(texts if self._texts else None)
        self.show_words()
        if not self._texts:
            self.tell(_NOTHING)

    def _row(self, place: int) -> LetteredRow:
        text, family = self._texts[place], self._recorder.view.family
        names = short_names(family)
        readers = listed([names[each] for each in text.from_whom])
        now = decided(family, text, self._kept)
        state = {
            "to_decide": f"{readers} may read it",
            "not_for": f"not for {readers}",
            "without_times": f"for {readers} without its times",
            "left": "left as it is",
        }[now]
        return LetteredRow(str(place), text.words, "", state, _MARKS[now], text.says)
