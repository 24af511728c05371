"""What is asked alone: a page of its own, for one person at a time. Nothing of it stays when it is left."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import Screen
from textual.widgets import Input, Static

from eymeeting.domain.asked_alone import areas_asked_alone, for_everyone, for_nobody_else, for_one_more
from eymeeting.domain.meeting import Score
from eymeeting.domain.names import names_in_picker, short_names
from eymeeting.domain.safety_line import is_used
from eymeeting.domain.scoring import who_may_score
from eymeeting.domain.sitting import Draft, Place
from eymeeting.domain.text import clean_line
from screens.desk import MeetingView
from screens.help import HelpScreen
from screens.picker import Picker
from screens.plain import plain
from screens.steps.alone_keys import ALONE_KEYS
from screens.steps.alone_words import (
    EVERYONE,
    NOBODY_ELSE,
    SAID_SO,
    SAY_SO,
    choices_of_whom,
    did_they_say_so,
    for_whom,
    opens_further,
)
from screens.steps.safety_line import SafetyLineScreen
from screens.steps.score_words import both_ends, meaning
from screens.steps.step import TakesDown
from screens.steps.told_alone import ToldAlone
from screens.widgets.draft_input import DraftInput
from screens.widgets.lettered_list import LetteredList, LetteredRow
from screens.widgets.score_grid import GridArea, GridPerson, ScoreGrid
from screens.widgets.too_small import TooSmall

FIRST_QUESTION = "This is asked alone. Is anyone else near the screen?"
NOT_KEPT = "This is not saved yet. Please press the key again."
_FIRST_KEYS = "Enter: nobody is, go on.   Esc: not now."
_WHO_KEYS = "A letter says who is asked.   Esc goes back."
_PAGE_KEYS = "W in their words   V who may see it   F8 undo   Esc closes it"
_LINE_KEY = "L the line about safety, 0 to 10"
_SAID_FOR = {NOBODY_ELSE: for_nobody_else, EVERYONE: for_everyone}


class AloneScreen(Screen[None]):
    """Asks first whether anybody else is near, then who is asked, then takes what they say.

    What is done here is not among the things that undo takes back in the meeting: F8
    takes it back here and nowhere else.
    """

    AUTO_FOCUS = ""
    HELP = """\
    Only for the person who is asked, and for you. **Digits**, **-** and **space** as in the grid.
    **W** takes the reason in their own words, **V** says who else may see it, **F8** takes back.
    **Esc** closes the page; nothing of it stays on the screen.
    """
    DEFAULT_CSS = """
    AloneScreen {
        align: center middle;

        #page { width: 72; max-width: 96%; height: auto; max-height: 96%; border: round $primary; padding: 1 2; }
        #question { text-style: bold; margin-bottom: 1; }
        #said { height: auto; min-height: 3; }
        #how { color: $text-muted; margin-top: 1; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = ALONE_KEYS

    def __init__(self, recorder: TakesDown, place: Place) -> None:
        super().__init__()
        self._recorder = recorder
        self._place = place
        self._told = ToldAlone(recorder)

    def compose(self) -> ComposeResult:
        """One page, of which each part comes in its turn."""
        with Vertical(id="page"):
            yield Static(plain(FIRST_QUESTION), id="question")
            yield LetteredList(id="who")
            yield ScoreGrid([], [], {}, id="grid")
            yield Static(id="said")
            yield DraftInput(Draft(text="", cursor=0), where="", id="why", placeholder="In their own words")
            yield Static(plain(_FIRST_KEYS), id="how")
        yield TooSmall()

    def on_mount(self) -> None:
        """Show the first question alone."""
        self._show_only()

    def action_go_on(self) -> None:
        """Nobody else is near: say who is asked."""
        if not self._told.who and not self.query_one(LetteredList).display:
            people = who_may_score(self._view.family, self._view.meeting_id)
            names = names_in_picker(people)
            self.query_one(LetteredList).show([LetteredRow(each.id, names[each.id]) for each in people])
            self._ask("Who is asked?", _WHO_KEYS)
            self._show_only("#who")

    @on(LetteredList.Chosen)
    def open_page(self, event: LetteredList.Chosen) -> None:
        """Open one person's page."""
        event.stop()
        self._told.who = event.id
        if not areas_asked_alone(self._view.pack):
            self.action_safety_line()
            return
        person = next(each for each in self._view.family.people if each.id == event.id)
        name = short_names(self._view.family)[event.id]
        areas = [
            GridArea(area.id, area.name, area.prompt, area.child_name or area.name)
            for area in areas_asked_alone(self._view.pack)
        ]
        self.query_one(ScoreGrid).show(
            areas, [GridPerson(event.id, name, person.kind == "child")], self._told.scores()
        )
        asker = short_names(self._view.family).get(self._view.keyboard, "somebody")
        keys = f"{_PAGE_KEYS}\n{_LINE_KEY}" if is_used(self._view.pack) else _PAGE_KEYS
        self._ask(f"{name}, asked by {asker}", keys)
        self._show_only("#grid", "#said")
        self._say()

    @on(ScoreGrid.Scored)
    def keep_score(self, event: ScoreGrid.Scored) -> None:
        """Keep what was said."""
        event.stop()
        self._drawn(self._told.say(event.area, event.value))

    @on(ScoreGrid.Moved)
    def say_here(self, event: ScoreGrid.Moved) -> None:
        """Say what the number under the cursor means."""
        event.stop()
        self._say()

    def action_say_why(self) -> None:
        """Open the line for the reason."""
        score = self._here()
        if score is None:
            return
        field = self.query_one(DraftInput)
        field.where = self._where(score)
        draft = self._recorder.draft(field.where)
        field.put(draft.text or score.note or "")
        self._show_only("#grid", "#said", "#why")

    @on(DraftInput.Typed)
    def keep_draft(self, event: DraftInput.Typed) -> None:
        """Keep the half-typed reason; the meeting's place stays where it was."""
        event.stop()
        self._recorder.drafted(event.field.where, event.draft, self._place, event.edits)

    @on(Input.Submitted)
    def keep_why(self, event: Input.Submitted) -> None:
        """Keep the reason, and go back to the number."""
        event.stop()
        self._keep_why()
        self._show_only("#grid", "#said")
        self._say()

    def action_say_for_whom(self) -> None:
        """Ask the scorer who else may see it."""
        score = self._here()
        if score is None:
            return

        def chosen(who: str | None) -> None:
            if who is None:
                return
            after = _SAID_FOR[who](score) if who in _SAID_FOR else for_one_more(score, who)
            if opens_further(score, after):
                self._make_sure(score, after, who)
            else:
                self._drawn(self._told.keep(score, after))

        choices = choices_of_whom(self._view.family, score)
        self.app.push_screen(Picker("Who else may see this number?", choices), chosen)

    def _make_sure(self, score: Score, after: Score, who: str) -> None:
        """Ask once more before a number is opened to somebody else: a slip of one letter may not do that."""

        def answered(answer: str | None) -> None:
            if answer == SAID_SO:
                self._drawn(self._told.keep(score, after))

        question = did_they_say_so(self._view.family, score, who)
        self.app.push_screen(Picker(question, SAY_SO), answered)

    def action_safety_line(self) -> None:
        """Go to the council's own line about safety, where there is one."""
        line = self._view.pack.safety_line
        if line is not None and self._told.who and self._keep_why():
            self.app.push_screen(SafetyLineScreen(self._recorder, self._place, self._told.who, line))

    def action_undo(self) -> None:
        """Take back the last thing done on this page."""
        self._drawn(self._told.undo())

    def action_help(self) -> None:
        """Show the keys of this page."""
        self.app.push_screen(HelpScreen(self.HELP, self))

    def action_close(self) -> None:
        """Close the page, keeping what stands in the line."""
        if self.leave():
            self.dismiss()

    def leave(self) -> bool:
        """Keep what stands in the line. Whether everything is on disk."""
        return self._keep_why()

    def tell(self, words: str) -> None:
        """Say something below the number."""
        self.query_one("#said", Static).update(plain(words))

    @property
    def _view(self) -> MeetingView:
        return self._recorder.view

    def _ask(self, question: str, keys: str) -> None:
        self.query_one("#question", Static).update(plain(question))
        self.query_one("#how", Static).update(plain(keys))

    def _show_only(self, *parts: str) -> None:
        for part in ("#who", "#grid", "#said", "#why"):
            self.query_one(part).display = part in parts
        keyboard = next((part for part in ("#why", "#grid", "#who") if part in parts), None)
        self.set_focus(None if keyboard is None else self.query_one(keyboard))

    def _keep_why(self) -> bool:
        field = self.query_one(DraftInput)
        score = self._here() if field.display else None
        if score is None:
            return True
        after = clean_line(field.value) or None
        if after != score.note and not self._drawn(self._told.keep(score, replace(score, note=after))):
            return False
        self._recorder.drafted(field.where, Draft(text="", cursor=0), self._place, 0)
        return self._recorder.left()

    def _drawn(self, is_kept: bool) -> bool:
        """Draw what now stands, and say it where something is not on disk."""
        grid = self.query_one(ScoreGrid)
        scores, who = self._told.scores(), self._told.who
        for area in areas_asked_alone(self._view.pack):
            grid.show_score(area.id, who, scores.get((area.id, who)))
        if is_kept:
            self._say()
        else:
            self.tell(NOT_KEPT)
        return is_kept

    def _say(self) -> None:
        view, score = self._view, self._here()
        person = view.family.person(self._told.who)
        if score is not None:
            told = [meaning(view.pack, person, score), f"For {for_whom(view.family, score)}."]
            if score.note:
                told.insert(1, f"“{score.note}”")
            self.tell("\n".join(told))
        else:
            self.tell(both_ends(view.pack, person))

    def _here(self) -> Score | None:
        """The score under the cursor, where whoever is at the keyboard may see it."""
        return self._told.score(self.query_one(ScoreGrid).cursor[0])

    def _where(self, score: Score) -> str:
        return f"{self._view.family.ref}/{self._view.meeting_id}/scores/alone/{score.id}"
