"""One child's exact words: kept as they are typed, then how they were gathered, who heard them, for whom they are."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static

from eymeeting.domain.childs_part import HOW, blank_words, visibility_for
from eymeeting.domain.dates import spoken
from eymeeting.domain.for_whom import is_for_everyone
from eymeeting.domain.meeting import ChildWords
from eymeeting.domain.names import short_names
from eymeeting.domain.past_days import read_past_date
from eymeeting.domain.sitting import Draft, Place
from eymeeting.domain.text import clean_line, clean_text
from screens.desk import MeetingView
from screens.picker import Picker
from screens.plain import plain
from screens.steps.about_childs_words import ASKED, BACK, OTHER, about, choices, with_choice
from screens.steps.step import TakesDown
from screens.widgets.draft_input import DraftInput
from screens.widgets.lettered_list import LetteredList
from screens.widgets.line_editor import LineEditor

STEP: Final = "children"
WORDS, ABOUT = "exact-words", "about-words"


class ChildsWords(Vertical):
    """A field for the words and a short list about them. Words that are not for everyone close at once."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape",
            "leave",
            "Children",
            show=False,
            tooltip="Back to all the children's words",
            id="back.escape",
        ),
    ]
    DEFAULT_CSS = """
    ChildsWords {
        height: auto; display: none;
        &.-open { display: block; }
        & Static { height: auto; }
        & LineEditor { margin-bottom: 1; }
        & #about-line { display: none; }
        & #about-line.-open { display: block; }
    }
    """

    @dataclass
    class Left(Message):
        """The words were left, or they may not stand here any longer."""

    def __init__(self, recorder: TakesDown) -> None:
        super().__init__()
        self._recorder = recorder
        self._words: ChildWords | None = None
        self._asked = ""

    def compose(self) -> ComposeResult:
        """Whose words, the words, what is known about them."""
        yield Static(id="whose-words", classes="heading")
        yield LineEditor(id=WORDS, placeholder="Word for word, as the child says it")
        yield LetteredList(id=ABOUT)
        yield DraftInput(Draft(text="", cursor=0), where="", id="about-line")
        yield Static(id="about-understood", classes="quiet")

    @property
    def is_open(self) -> bool:
        """Whether somebody's words are open."""
        return self._words is not None

    @property
    def id_open(self) -> str:
        """Which words are open; empty when none are."""
        return "" if self._words is None else self._words.id

    @property
    def field(self) -> Widget:
        """The field in use."""
        fields = (self._line, self._about)
        return next((each for each in fields if self.screen.focused is each), self._editor)

    @property
    def place(self) -> Place:
        """Whose words, which ones, which field, and the cursor."""
        words = self._words
        at = "" if words is None else f"{words.who}:{words.id}:{self.field.id}"
        return Place(step=STEP, field=at, cursor=self._editor.cursor)

    @property
    def _view(self) -> MeetingView:
        return self._recorder.view

    @property
    def _editor(self) -> LineEditor:
        return self.query_one(f"#{WORDS}", LineEditor)

    @property
    def _about(self) -> LetteredList:
        return self.query_one(f"#{ABOUT}", LetteredList)

    @property
    def _line(self) -> DraftInput:
        return self.query_one("#about-line", DraftInput)

    def open(
        self,
        child: str,
        id: str,  # noqa: A002
        cursor: int | None = None,
        *,
        is_private: bool = False,
    ) -> None:
        """Show a child's words, those with the id or new ones."""
        view = self._view
        kept = next((each for each in view.open_here(view.family.child_words) if each.id == id), None)
        words = kept or blank_words(view.family, view.meeting, child, view.keyboard)
        if is_private:
            words = replace(words, visibility=visibility_for(view.family, words, "heard_by"))
        self._words = words
        self.add_class("-open")
        self._editor.put(words.words, cursor)
        self._draw()
        self._about.put_highlight("for_whom")

    def show(self) -> None:
        """Words put back or taken away elsewhere show in the field too."""
        words = self._words
        if words is None:
            return
        kept = self._kept(words.id)
        stands = kept if kept is not None else replace(words, words="")
        if stands.words != words.words:
            self._editor.put(stands.words)
        self._words = stands
        self._draw()

    @on(LineEditor.Typed)
    def keep_words(self, event: LineEditor.Typed) -> None:
        """Keep the words as they are typed."""
        event.stop()
        if self._words is None:
            return
        text = clean_text(event.text)
        self._words = after = replace(self._words, words=text)
        before = self._kept(after.id)
        self._recorder.wrote(before, after if text.strip() else None, self.place, event.edits)

    @on(LineEditor.Moved)
    def remember_place(self, event: LineEditor.Moved) -> None:
        """Remember where the cursor is."""
        event.stop()
        if self._words is not None:
            self._recorder.at(self.place)

    @on(LineEditor.Ended)
    @on(LineEditor.Wandered)
    def go_on(self, event: LineEditor.Ended | LineEditor.Wandered) -> None:
        """Go on to for whom they are, which is the child's to say; up from the top goes back to all words."""
        event.stop()
        if isinstance(event, LineEditor.Wandered) and event.step < 0:
            self.action_leave()
        elif self._recorder.left():
            self.screen.set_focus(self._about)

    @on(LetteredList.Chosen)
    def ask(self, event: LetteredList.Chosen) -> None:
        """Ask for one thing about the words."""
        event.stop()
        words = self._words
        if words is None or not self._recorder.left():
            return
        if event.id == BACK:
            self.action_leave()
        elif event.id == "heard_on":
            self._open_line("heard_on", "" if words.heard_on is None else spoken(words.heard_on))
        else:
            self.app.push_screen(
                Picker(ASKED[event.id], choices(event.id, words, self._view.room)),
                lambda choice: self._choose(event.id, choice),
            )

    @on(DraftInput.Typed)
    def say_what_is_meant(self, event: DraftInput.Typed) -> None:
        """Keep the half-typed line, and say which day it means so far."""
        event.stop()
        self._recorder.drafted(event.field.where, event.draft, self.place, event.edits)
        if self._asked == "heard_on":
            read = read_past_date(event.draft.text, self._view.today)
            day = None if read is None else read.day
            self._say("" if read is None else read.problem or (spoken(day) if day else ""))

    @on(Input.Submitted)
    def keep_line(self, event: Input.Submitted) -> None:
        """Keep the day, or how else the words were gathered."""
        event.stop()
        words, typed = self._words, clean_line(event.value).strip()
        if words is None:
            return
        if self._asked == "how":
            self._become(replace(words, how=typed or words.how))
        else:
            read = read_past_date(typed, self._view.today) if typed else None
            if typed and (read is None or read.day is None):
                self._say((read.problem if read else "") or "Write the day as you would say it: last tue.")
                return
            self._become(replace(words, heard_on=read.day if read else None))
        self._recorder.drafted(self._line.where, Draft(text="", cursor=0), self.place, 0)
        self._close_line()

    def action_leave(self) -> None:
        """Back from the line to the list, and from there to all the children's words."""
        if self._asked:
            self._close_line()
        elif self._recorder.left():
            self._words = None
            self.remove_class("-open")
            self.post_message(self.Left())

    def _choose(self, asked: str, choice: str | None) -> None:
        words = self._words
        if words is None or choice is None:
            return
        if choice == OTHER:
            self._open_line("how", "" if words.how in HOW else words.how)
        else:
            self._become(with_choice(words, self._view.family, asked, choice))

    def _become(self, after: ChildWords) -> None:
        before = self._kept(after.id)
        self._words = after
        if before is not None and before != after:
            self._recorder.did(self._view.change(before, after))
        if before is not None and not is_for_everyone(after):
            self.action_leave()
        else:
            self._draw()

    def _open_line(self, asked: str, text: str) -> None:
        self._asked = asked
        line = self._line
        line.where = f"{self._view.family.ref}/{self._view.meeting_id}/children words/{asked}"
        line.placeholder = ASKED[asked]
        draft = self._recorder.draft(line.where)
        line.put(draft.text or text, draft.cursor if draft.text else None)
        line.add_class("-open")
        self.screen.set_focus(line)

    def _close_line(self) -> None:
        self._asked = ""
        self._line.remove_class("-open")
        self._say("")
        if self.is_open:
            self.screen.set_focus(self._about)

    def _draw(self) -> None:
        words, names = self._words, short_names(self._view.family)
        if words is not None:
            private = "" if is_for_everyone(words) else ", not for everyone"
            self.query_one("#whose-words", Static).update(plain(f"{names[words.who]}'s own words{private}"))
            self._about.show(about(words, names))

    def _say(self, words: str) -> None:
        self.query_one("#about-understood", Static).update(plain(words))

    def _kept(self, id: str) -> ChildWords | None:  # noqa: A002
        return next((each for each in self._view.family.child_words if each.id == id), None)
