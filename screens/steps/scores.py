"""How each person scores each part of family life."""

from __future__ import annotations

from dataclasses import replace

from textual import on
from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import Static

from eymeeting.domain.entry import new_id
from eymeeting.domain.meeting import IN_THE_ROOM, NoScore, Score
from eymeeting.domain.names import short_names
from eymeeting.domain.people import Person
from eymeeting.domain.scaling import gaps
from eymeeting.domain.sitting import Place
from screens.desk import MeetingView
from screens.plain import plain
from screens.steps.step import Step, TakesDown
from screens.widgets.score_grid import GridArea, GridPerson, ScoreGrid

NO_SCORE: dict[str, NoScore] = {"prefer_not_to_say": "prefer_not_to_say", "not_asked": "not_asked"}


def voices(view: MeetingView) -> tuple[Person, ...]:
    """Whoever of the family may score: those taking part, or whose views or scores were brought."""
    family, meeting = view.family, view.meeting_id
    scored = {score.person for score in family.scores if score.meeting == meeting}
    marks = {entry.who: entry.status for entry in family.attendance if entry.meeting == meeting}

    def has_a_voice(person: Person) -> bool:
        status = marks.get(person.id)
        return person.id in scored or status in IN_THE_ROOM or status == "views_only"

    speaking = tuple(person for person in family.people if person.kind != "unborn" and has_a_voice(person))
    return speaking or tuple(person for person in family.people if person.kind == "adult")


class ScoresStep(Step):
    """People across, areas down. Whatever is never asked in front of others is not here."""

    STEP = "scores"
    HELP = """\
    A **digit** scores and moves on; **0** is ten. **-** is “prefer not to say”, **space** “not asked”.
    **Enter** goes to the next area. Arrows go back, **Backspace** takes a score away.
    Below stand the words for the number under the cursor.
    """

    def __init__(self, recorder: TakesDown, place: Place) -> None:
        super().__init__(recorder, place)
        self._just_scored = ("", "")
        self._is_on_the_way = False

    def compose(self) -> ComposeResult:
        """The grid, then what the number under the cursor means."""
        yield ScoreGrid(self._areas(), self._people(), self._scores(), id="grid")
        yield Static(id="band")
        yield Static(id="gap", classes="quiet")

    def on_mount(self) -> None:
        """Go to the cell where the keyboard was."""
        area, _, person = self.start_place.field.partition("/")
        if area and person:
            self.query_one(ScoreGrid).move_to(area, person)
        self._say_band()

    def keyboard_goes_to(self) -> Widget:
        """The grid."""
        return self.query_one(ScoreGrid)

    @property
    def place(self) -> Place:
        """The cell."""
        return Place(step=self.STEP, field="/".join(self.query_one(ScoreGrid).cursor))

    def show(self) -> None:
        """Draw the scores that now stand."""
        self.query_one(ScoreGrid).show(self._areas(), self._people(), self._scores())
        self._say_band()

    @on(ScoreGrid.Scored)
    def keep_score(self, event: ScoreGrid.Scored) -> None:
        """Keep one person's score, and say it back in words."""
        event.stop()
        view = self.view
        before = view.family.score(view.meeting_id, event.area, event.person)
        self._just_scored = (event.area, event.person)
        self._is_on_the_way = True
        if event.value is None:
            if before is not None:
                self.did(before, None)
            return
        value = event.value if isinstance(event.value, int) else NO_SCORE[event.value]
        if before is not None:
            self.did(before, replace(before, value=value))
            return
        after = Score(
            id=new_id(),
            position=view.family.next_position(Score),
            meeting=view.meeting_id,
            area=event.area,
            person=event.person,
            value=value,
            entered_by=view.keyboard,
        )
        self.did(None, after)

    @on(ScoreGrid.Moved)
    def say_band(self, event: ScoreGrid.Moved) -> None:
        """Say what the number under the cursor means; right after a score, what was said."""
        event.stop()
        if not self._is_on_the_way:
            self._just_scored = ("", "")
        self._is_on_the_way = False
        self.recorder.at(self.place)
        self._say_band()

    def _say_band(self) -> None:
        cell = self.query_one(ScoreGrid).cursor
        said = self._score(*self._just_scored)
        if self._score(*cell) is None and said is not None:
            area, who = self._just_scored
            words = f"{self._called(who)}, {self.view.pack.area_name(area)}: {self._meaning(who, said)}"
        else:
            area, who = cell
            words = self._meaning(who, self._score(*cell))
        self.query_one("#band", Static).update(plain(words))
        wide = any(gap.area == area for gap in gaps(self._joint_scores()))
        text = "Far apart here: what would make it one higher?" if wide else ""
        self.query_one("#gap", Static).update(plain(text))

    def _score(self, area: str, who: str) -> Score | None:
        return next((s for s in self._joint_scores() if (s.area, s.person) == (area, who)), None)

    def _called(self, who: str) -> str:
        return short_names(self.view.family)[who]

    def _meaning(self, who: str, score: Score | None) -> str:
        person = self.view.family.person(who)
        is_child = person is not None and person.kind == "child"
        if score is None:
            low, high = self.view.pack.band(1), self.view.pack.band(10)
            return f"1: {low.child if is_child else low.adult}\n10: {high.child if is_child else high.adult}"
        if not isinstance(score.value, int):
            return {"prefer_not_to_say": "Would rather not say.", "not_asked": "Not asked."}[score.value]
        band = self.view.pack.band(score.value)
        number = "Ten" if score.value == 10 else str(score.value)
        return f"{number}: {band.child if is_child else band.adult}"

    def _joint_scores(self) -> tuple[Score, ...]:
        return self.view.open_here(self.view.family.scores)

    def _areas(self) -> list[GridArea]:
        return [
            GridArea(area.id, area.name, area.prompt, area.child_name or area.name)
            for area in self.view.pack.joint_areas()
        ]

    def _people(self) -> list[GridPerson]:
        people = voices(self.view)
        return [GridPerson(person.id, person.called, person.kind == "child") for person in people]

    def _scores(self) -> dict[tuple[str, str], int | str]:
        joint = {area.id for area in self.view.pack.joint_areas()}
        return {(s.area, s.person): s.value for s in self._joint_scores() if s.area in joint}
