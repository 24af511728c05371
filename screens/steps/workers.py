"""What the helpers say: what is going well, what worries them, what they can do. Those who are away send word."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from textual import on
from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import Static

from eymeeting.domain.contributions import PARTS, away, has_spoken, helpers, takes_part
from eymeeting.domain.entry import Visibility
from eymeeting.domain.meeting import AttendanceStatus, Contribution
from eymeeting.domain.names import short_names
from eymeeting.domain.people import Person, Worker
from eymeeting.domain.sitting import Place
from eymeeting.domain.telling import is_discussion
from eymeeting.domain.unwritten import SpokenWords, said_in
from screens.plain import plain
from screens.steps.attendance import STATUS_WORDS, marked
from screens.steps.helper_words import HelperWords
from screens.steps.helpers_said import Said, open_words
from screens.steps.step import Step
from screens.widgets.lettered_list import LetteredList, LetteredRow

_NEWS: Final[dict[str, AttendanceStatus]] = {
    "sent_update": "sent_update",
    "apologies_with_update": "apologies_with_update",
}
_APART: Final = "apart"
_SPOKEN: Final = "The family has spoken first."
_SILENT: Final = "Nothing from the family yet. Would they like to go first?"
_BEFORE: Final = "spoke before we broke off"
_ANSWERED: Final = {"working": "going well", "worry": "a worry", "can_offer": "an offer"}


class WorkersStep(Step):
    """Everybody who helps, a letter each; the letter opens what they say."""

    STEP = "workers"
    HELP = """\
    A **letter** opens what somebody says: three questions, and what was measured. **Tab** and **Enter** go on,
    **Esc** goes back to the names. Who is away has a field for their news first; it is marked as sent.
    **Shift** and the letter: how they sent it, or keep it apart for the chair and their own service.
    """
    DEFAULT_CSS = """
    WorkersStep.-open #helpers { display: none; }
    WorkersStep #first { margin-top: 1; }
    """

    def compose(self) -> ComposeResult:
        """What the chair may say, the names, what one of them says."""
        yield Static(plain(self.say()), classes="say")
        yield LetteredList(self._rows(), id="helpers", other=True)
        yield HelperWords(self.recorder)
        yield Static(id="first", classes="quiet")

    def on_mount(self) -> None:
        """Go to where the keyboard was."""
        who, _, field = self.start_place.field.partition(":")
        if who in [row.id for row in self._rows()]:
            self._words.open(who, field, self.start_place.cursor)
            self.add_class("-open")
        self._draw()

    def keyboard_goes_to(self) -> Widget:
        """The names, or the field that is open."""
        return self._words.field if self._words.who else self.query_one(LetteredList)

    @property
    def place(self) -> Place:
        """The names, or whose words are open."""
        return self._words.place if self._words.who else super().place

    def show(self) -> None:
        """Draw what now stands."""
        self.query_one(LetteredList).show(self._rows())
        self._words.show()
        self._draw()

    def finish(self) -> None:
        """Keep what was measured, before the step is left."""
        if self._words.who:
            self._words.keep_measured()

    @on(LetteredList.Chosen)
    def open_words_of(self, event: LetteredList.Chosen) -> None:
        """Open what somebody says."""
        event.stop()
        if self.recorder.left():
            self._words.open(event.id)
            self.add_class("-open")
            self.screen.set_focus(self._words.field)

    @on(HelperWords.Left)
    def back_to_names(self, event: HelperWords.Left) -> None:
        """Show the names again, the next one highlighted."""
        event.stop()
        self.remove_class("-open")
        self.show()
        names, ids = self.query_one(LetteredList), [row.id for row in self._rows()]
        if event.who in ids:
            names.highlight_row(ids.index(event.who) + 1)
        self.screen.set_focus(names)

    @on(LetteredList.Other)
    def ask_otherwise(self, event: LetteredList.Other) -> None:
        """Offer how word was sent, and to keep apart what was said."""
        event.stop()
        choices: list[tuple[str, str, str]] = [
            (status, STATUS_WORDS[status].capitalize(), "") for status in _NEWS.values()
        ]
        if isinstance(open_words(self.view, event.id), Contribution):
            choices.append((_APART, "Keep what they said for the chair and their own service", ""))
        self.ask("What else?", choices, lambda choice: self._otherwise(event.id, choice))

    def words_here(self) -> SpokenWords | None:
        """What stands in the field that is open, else what whoever is under the cursor said."""
        who = self._words.who or self.query_one(LetteredList).highlighted or ""
        said = open_words(self.view, who) if who else None
        field = self._words.place.field.partition(":")[2] if self._words.who else ""
        return said_in(said, field) if isinstance(said, Contribution) else said_in(said)

    @property
    def _words(self) -> HelperWords:
        return self.query_one(HelperWords)

    def _otherwise(self, who: str, choice: str) -> None:
        said = open_words(self.view, who)
        if choice in _NEWS:
            self.did(*marked(self.view, who, _NEWS[choice]))
        elif isinstance(said, Contribution):
            self.did(said, replace(said, visibility=Visibility(level="chair_and_agency")))

    def _draw(self) -> None:
        spoken = has_spoken(self.view.family, self.view.meeting_id, self.view.pack)
        says = "" if is_discussion(self.view.meeting) else _SPOKEN if spoken else _SILENT
        self.query_one("#first", Static).update(plain(says))

    def _rows(self) -> list[LetteredRow]:
        family, meeting = self.view.room, self.view.meeting_id
        workers, people = helpers(family, meeting), away(family, meeting)
        names = short_names(family)
        rows = []
        before = {each.by for each in self.view.open_before(family.contributions)}
        everybody: tuple[Worker | Person, ...] = (*workers, *people)
        for each in everybody:
            is_here = takes_part(family, meeting, each.id)
            group = "The people who help" if is_here else "Not here: what they send"
            if not is_here and not any(mark.meeting == meeting for mark in family.attendance):
                group = "The people who help"
            said = open_words(self.view, each.id)
            job = each.role if isinstance(each, Worker) else each.relationship
            mark = "✓" if said else "·"
            state = self._state(each.id, said) or (_BEFORE if each.id in before else "")
            rows.append(LetteredRow(each.id, names[each.id], job, state, mark, group))
        return rows

    def _state(self, who: str, said: Said | None) -> str:
        mark = self.view.family.attendance_of(self.view.meeting_id, who)
        told = [STATUS_WORDS[mark.status]] if mark is not None and mark.status != "present" else []
        if isinstance(said, Contribution):
            told += ["news"] if said.text else []
            told += [_ANSWERED[part] for part in PARTS if getattr(said, part)]
            told += ["measured"] if said.evidence else []
        return ", ".join(told)
