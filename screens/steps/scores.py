"""How each person scores each part of family life."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.events import DescendantFocus, Resize
from textual.widget import Widget
from textual.widgets import Input, Static

from eymeeting.domain.dates import spoken
from eymeeting.domain.entry import Entry
from eymeeting.domain.past_days import read_past_date
from eymeeting.domain.sitting import Draft, Place
from eymeeting.domain.text import clean_text
from eymeeting.domain.unwritten import SpokenWords, said_in
from screens.plain import plain
from screens.steps.grid_of_scores import Cell
from screens.steps.score_asides import ScoreAsides
from screens.steps.score_words import ONE_HIGHER, begun_about_one_higher
from screens.steps.step import TakesDown
from screens.widgets.draft_input import DraftInput
from screens.widgets.line_editor import LineEditor
from screens.widgets.score_grid import ScoreGrid

KEYS = "A areas  D day  W words  H higher  P people  O alone  V then and now  S faces"
KEYS_IN_SHORT = "A areas D day W why H up P who O own V then S face"
NO_SCORE_YET = "First a number, or - for “prefer not to say”."
SAY_A_DAY = "Write the day as you would say it: 20 march, or last tuesday."


def _key(key: str, action: str, description: str, tooltip: str) -> Binding:
    return Binding(key, action, description, show=False, tooltip=tooltip, id=f"scores.{action}")


class ScoresStep(ScoreAsides):
    """People across, areas down. Whatever is never asked in front of others is not here."""

    STEP = "scores"
    HELP = """\
    A **digit** scores and moves on; **0** is ten. **-** is “prefer not to say”, **space** “not asked”.
    **Enter** goes to the next area. Arrows go back, **Backspace** takes a score away.
    Below stand the words for the number under the cursor, and what the same person said last time.
    **A** picks the areas to score, **P** adds somebody who is not here, **D** says that somebody's numbers
    were given before. **W** takes the reason in their own words, **H** asks what would make it one higher.
    **V** shows how the numbers went from meeting to meeting. **S** is a large scale of faces
    for a child, or whoever would rather see it. **O** is for what is asked alone.
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        _key("a", "pick_areas", "Areas", "Pick the areas to score, and score only those"),
        _key("d", "say_day", "Day", "Say on which day this person gave their numbers"),
        _key("w", "say_why", "In their words", "The reason for this number, in their own words"),
        _key("h", "one_higher", "One higher", "Ask what would make it one higher"),
        _key("p", "add_somebody", "People", "Add somebody who is not here but has given numbers"),
        _key("v", "then_and_now", "Then and now", "See how the numbers went from meeting to meeting"),
        _key("s", "show_faces", "Faces", "A large scale of faces for this person"),
        _key("o", "ask_alone", "On their own", "Go to the page for what is asked alone"),
        _key("escape", "close_line", "Back to the grid", "Leave the line and go back to the grid"),
    ]
    DEFAULT_CSS = """
    ScoresStep #said { height: 1fr; min-height: 1; max-height: 6; }
    ScoresStep #note { max-height: 3; }
    """

    def __init__(self, recorder: TakesDown, place: Place) -> None:
        super().__init__(recorder, place)
        self._line = ""
        self._about: Cell = ("", "")

    def compose(self) -> ComposeResult:
        """The grid, what the number under the cursor means, the lines that come when they are wanted."""
        yield ScoreGrid(self.rows(), self.columns(), self.values(), id="grid", before=self.before())
        yield Static(id="said")
        yield LineEditor(id="note", placeholder="In their own words")
        yield DraftInput(
            Draft(text="", cursor=0), where="", id="day", placeholder="20 march, or last tuesday"
        )
        yield Static(plain(KEYS), id="keys", classes="quiet")

    def on_mount(self) -> None:
        """Go to the cell, or into the line, where the keyboard was."""
        line, _, cell = self.start_place.field.rpartition(":")
        area, _, person = cell.partition("/")
        self.grid.move_to(area, person)
        self._show_line("", (area, person))
        self.say_what_stands()
        if line == "day" and person in {each.id for each in self.others()}:
            self.brought.add(person)
            self.show()
        if line == "day" and person in {each.id for each in self.people()}:
            self.grid.move_to(area, person)
            self.open_day(person)
        elif line == "note" and (area, person) in self.joint:
            self._open_note((area, person))
            self._note.put(self._note.text, self.start_place.cursor)

    def on_resize(self, event: Resize) -> None:
        """Name the keys in the room there is now."""
        words = KEYS if event.size.width >= len(KEYS) else KEYS_IN_SHORT
        self.query_one("#keys", Static).update(plain(words))

    def keyboard_goes_to(self) -> Widget:
        """The grid, or the line that is open."""
        return self.query_one(f"#{self._line or 'grid'}")

    @property
    def place(self) -> Place:
        """The cell, or the line about it and the cursor in that."""
        if not self._line:
            return Place(step=self.STEP, field="/".join(self.grid.cursor))
        cursor = self._note.cursor if self._line == "note" else self._day.cursor_position
        return Place(step=self.STEP, field=f"{self._line}:{'/'.join(self._about)}", cursor=cursor)

    def show(self) -> None:
        """Draw the scores that now stand."""
        self.read()
        self.grid.show(self.rows(), self.columns(), self.values())
        if self._line == "note":
            score = self.kept(self._about)
            if score is None or self._about not in self.joint:
                self.action_close_line()
            elif (score.note or "") != clean_text(self._note.text):
                self._note.put(score.note or "")
        self.say_what_stands()

    def say_what_stands(self) -> None:
        """Say the score that the keyboard is at; while a line is open, the words are about that."""
        if not self._line:
            super().say_what_stands()

    def finish(self) -> None:
        """What was typed in a line is one thing to undo."""
        self.recorder.left()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Back in the grid, the line is closed."""
        if event.widget is self.grid and self._line:
            self._show_line("", self._about)
            self.recorder.left()
            self.read()
            self.say_what_stands()

    def action_close_line(self) -> None:
        """Go back to the grid."""
        self.screen.set_focus(self.grid)

    def words_here(self) -> SpokenWords | None:
        """The reason that belongs to the number the words are about."""
        cell = self._about if self._line else self.told_about()
        return said_in(self.kept(cell) if cell in self.joint else None)

    def entry_here(self) -> Entry | None:
        """The number the words are about."""
        cell = self._about if self._line else self.told_about()
        return self.kept(cell) if cell in self.joint else None

    def action_say_day(self) -> None:
        """Open the line for the day of somebody's numbers."""
        if self.grid.cursor[1]:
            self.open_day(self.grid.cursor[1])

    def action_say_why(self) -> None:
        """Open the line for the reason."""
        self._open_note(self.told_about())

    def action_one_higher(self) -> None:
        """Ask what would make it one higher: whoever gave the lowest number, where people are far apart."""
        area, who = self.told_about()
        gap = self.gap(area)
        lowest = who if gap is None or who in gap.low else gap.low[0]
        self._open_note((area, lowest), ONE_HIGHER)

    @on(LineEditor.Typed)
    def keep_note(self, event: LineEditor.Typed) -> None:
        """Keep the reason as it is typed: whatever is said about a number belongs to it and to its scorer."""
        event.stop()
        score = self.kept(self._about)
        if score is not None:
            text = clean_text(event.text)
            after = replace(score, note=text if text.strip() else None)
            self.recorder.wrote(score, after, self.place, event.edits)

    @on(LineEditor.Ended)
    def end_note(self, event: LineEditor.Ended) -> None:
        """The reason is written: go back to the grid."""
        event.stop()
        self.action_close_line()

    @on(LineEditor.Wandered)
    def stay_in_note(self, event: LineEditor.Wandered) -> None:
        """There is nothing above or below the line."""
        event.stop()

    @on(DraftInput.Typed)
    def keep_draft(self, event: DraftInput.Typed) -> None:
        """Keep the half-typed day, and say what it means so far."""
        event.stop()
        self.recorder.drafted(event.field.where, event.draft, self.place, event.edits)
        self.tell(self._understood(event.draft.text))

    @on(Input.Submitted)
    def keep_day(self, event: Input.Submitted) -> None:
        """Keep the day, and go back to the grid."""
        event.stop()
        read = read_past_date(event.value, self.view.today)
        day = None if read is None else read.day
        if event.value.strip() and day is None:
            self.tell(self._understood(event.value))
        elif self.days.keep(self._about[1], day, self.place):
            self.show()
            self.grid.move_to(*self._about)
            self.action_close_line()

    def _understood(self, typed: str) -> str:
        name = self.called(self._about[1])
        if not typed.strip():
            return f"On which day did {name} give these numbers? Empty: here, today."
        read = read_past_date(typed, self.view.today)
        if read is None or read.day is None:
            return (read.problem if read else None) or SAY_A_DAY
        return f"{name}'s numbers are from {spoken(read.day)}. Enter keeps it."

    def _open_note(self, cell: Cell, question: str = "In their own words:") -> None:
        score = self.kept(cell)
        if score is None or cell not in self.joint:
            self.tell(NO_SCORE_YET)
            return
        self._show_line("note", cell)
        self._note.put(begun_about_one_higher(score.note) if question == ONE_HIGHER else score.note or "")
        who, area = self.called(cell[1]), self.view.pack.area_name(cell[0])
        number = f", {score.value}" if isinstance(score.value, int) else ""
        self.tell(f"{who}, {area}{number}. {question}")
        self.screen.set_focus(self._note)

    def open_day(self, who: str) -> None:
        """Open the line for the day of somebody's numbers."""
        self._show_line("day", (self.grid.cursor[0], who))
        self._day.where = self.days.line(who)
        draft, day = self.recorder.draft(self._day.where), self.days.day_of(who)
        text = draft.text or ("" if day is None else spoken(day))
        self._day.put(text, draft.cursor if draft.text else len(text))
        self.tell(self._understood(text))
        self.screen.set_focus(self._day)

    def _show_line(self, line: str, about: Cell) -> None:
        self._line, self._about = line, about
        for name in ("note", "day"):
            self.query_one(f"#{name}").display = line == name
        self.query_one("#keys").display = not line

    @property
    def _note(self) -> LineEditor:
        return self.query_one("#note", LineEditor)

    @property
    def _day(self) -> DraftInput:
        return self.query_one("#day", DraftInput)
