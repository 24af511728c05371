"""The joint grid of a meeting and what is said below it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from textual import on
from textual.widgets import Static

from eymeeting.domain.earlier import earlier_meetings
from eymeeting.domain.entry import new_id
from eymeeting.domain.meeting import Score
from eymeeting.domain.names import short_names
from eymeeting.domain.people import Person
from eymeeting.domain.scaling import Gap, gaps
from eymeeting.domain.score_history import history, latest
from eymeeting.domain.scoring import areas_scored, is_joint, joint_scores, scorers
from eymeeting.domain.sitting import Place
from screens.plain import plain
from screens.steps.score_days import DaysGiven
from screens.steps.score_words import day_near, face_first, gap_words, in_full, scale_words, value_of
from screens.steps.step import Step, TakesDown
from screens.widgets.score_grid import GridArea, GridPerson, ScoreGrid

STAYS = "This one is not for the screen. It stays as it is."

Cell = tuple[str, str]
"""An area and a person, by id."""


class GridOfScores(Step):
    """Keeps what is scored and says it back. Only what everyone in the room may see is here."""

    def __init__(self, recorder: TakesDown, place: Place) -> None:
        super().__init__(recorder, place)
        self.days = DaysGiven(recorder)
        self.brought: set[str] = set()
        self.joint: dict[Cell, Score] = {}
        self._just_scored: Cell = ("", "")
        self._is_on_the_way = False
        self._refused = ""
        self.read()

    @property
    def grid(self) -> ScoreGrid:
        """The grid."""
        return self.query_one(ScoreGrid)

    @on(ScoreGrid.Scored)
    def keep_score(self, event: ScoreGrid.Scored) -> None:
        """Keep one person's score, and say it back in words."""
        event.stop()
        cell = (event.area, event.person)
        self._just_scored, self._is_on_the_way = cell, True
        if not self.give(cell, event.value):
            self._refused = STAYS
            self.tell(STAYS)

    def give(self, cell: Cell, said: int | str | None) -> bool:
        """Keep what was said in a cell, nothing taking it away. Whether it may stand on this screen at all."""
        view = self.view
        before = view.family.score(view.meeting_id, *cell)
        if before is not None and cell not in self.joint:
            return False
        if said is None:
            self.did(before, None)
            return True
        value, day = value_of(said), self.days.day_of(cell[1])
        after = (
            Score(
                id=new_id(),
                position=view.family.next_position(Score),
                meeting=view.meeting_id,
                area=cell[0],
                person=cell[1],
                value=value,
                on=day,
                entered_by=view.keyboard,
            )
            if before is None
            else replace(before, value=value, on=day)
        )
        if after != before:
            self.did(before, after)
        return True

    @on(ScoreGrid.Moved)
    def say_here(self, event: ScoreGrid.Moved) -> None:
        """Say what the number under the cursor means; right after a score, what was said."""
        event.stop()
        if not self._is_on_the_way:
            self._just_scored = ("", "")
        self._is_on_the_way = False
        self.recorder.at(self.place)
        refused, self._refused = self._refused, ""
        if refused:
            self.tell(refused)
        else:
            self.say_what_stands()

    def read(self) -> None:
        """Take in the scores as they now stand."""
        view = self.view
        scores = joint_scores(view.family, view.meeting_id, view.pack)
        self.joint = {(score.area, score.person): score for score in scores}

    def tell(self, words: str) -> None:
        """Say something below the grid."""
        self.query_one("#said", Static).update(plain(words), layout=False)

    def say_what_stands(self) -> None:
        """Say the score that the keyboard is at in words, and how far apart people are there."""
        cell, here = self.told_about(), self.grid.cursor
        score, person = self.joint.get(cell), self.view.family.person(cell[1])
        if score is None:
            day = self.days.day_of(cell[1]) if person else None
            since = "" if day is None else f"{self.called(cell[1])}'s numbers are from {self.near(day)}.\n"
            words = f"{since}{scale_words(self.view.pack, person)}"
        else:
            whose = "" if cell == here else f"{self.called(cell[1])}, {self.view.pack.area_name(cell[0])}: "
            drawn = face_first(self.view.pack, person, score.value)
            words = f"{drawn}{whose}{in_full(self.view, score)}"
        gap = self.gap(cell[0])
        self.tell(words if gap is None else f"{words}\n{gap_words(self.view, gap)}")

    def told_about(self) -> Cell:
        """The cell the words are about: the one just scored, until the cursor is on another score."""
        here = self.grid.cursor
        return self._just_scored if here not in self.joint and self._just_scored in self.joint else here

    def gap(self, area: str) -> Gap | None:
        """How far apart people are in an area, where that is worth asking about."""
        found = gaps(score for score in self.joint.values() if score.area == area)
        return found[0] if found else None

    def called(self, who: str) -> str:
        """What somebody is called in the room."""
        return short_names(self.view.family)[who]

    def near(self, day: date) -> str:
        """A day as people say it, the year only when it is another."""
        return day_near(day, self.view.today)

    def people(self) -> tuple[Person, ...]:
        """Whoever scores, in the family's order."""
        view = self.view
        return scorers(view.family, view.meeting_id, self.brought | self.days.brought())

    def rows(self) -> list[GridArea]:
        """The areas that are scored together."""
        view = self.view
        return [
            GridArea(area.id, area.name, area.prompt, area.child_name or area.name)
            for area in areas_scored(view.pack, view.meeting, self.joint.values())
        ]

    def columns(self) -> list[GridPerson]:
        """Whoever scores, as they stand above their numbers."""
        names = short_names(self.view.family)
        return [GridPerson(each.id, names[each.id], each.kind == "child") for each in self.people()]

    def before(self) -> dict[Cell, int | str]:
        """What each said the time before, for the grid to show once today's number is given."""
        view = self.view
        meetings = earlier_meetings(view.family, view.meeting)
        told = history(
            view.family,
            meetings,
            view.pack,
            lambda each: is_joint(view.family, each, view.pack, view.meeting_id),
        )
        last = {(line.area, line.person): latest(line.scores) for line in told.lines}
        return {cell: score.value for cell, score in last.items() if score is not None}

    def values(self) -> dict[Cell, int | str]:
        """The number in each cell."""
        return {cell: score.value for cell, score in self.joint.items()}
