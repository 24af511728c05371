"""What opens beside the score grid: areas, people, the picture, the faces, what is asked alone."""

from __future__ import annotations

from dataclasses import replace

from eymeeting.domain.asked_alone import areas_asked_alone
from eymeeting.domain.meeting import Score
from eymeeting.domain.names import names_in_picker
from eymeeting.domain.people import Person
from eymeeting.domain.safety_line import is_used
from eymeeting.domain.scoring import who_may_score
from screens.steps.alone import AloneScreen
from screens.steps.area_pick import AreaPick
from screens.steps.grid_of_scores import STAYS, Cell, GridOfScores
from screens.steps.picture_scale import PictureScale
from screens.steps.score_words import in_full
from screens.then_and_now import ThenAndNowScreen


class ScoreAsides(GridOfScores):
    """The grid with every page that opens from it."""

    def open_day(self, who: str) -> None:
        """Ask on which day somebody gave their numbers."""
        raise NotImplementedError

    def action_pick_areas(self) -> None:
        """Ask which areas are scored."""

        def picked(answer: tuple[tuple[str, ...] | None] | None) -> None:
            meeting = self.view.meeting
            if answer is not None and answer[0] != meeting.areas:
                self.did(meeting, replace(meeting, areas=answer[0]))

        if self.recorder.left():
            scored = {area for area, _ in self.joint}
            self.app.push_screen(AreaPick(self.view.pack, self.view.meeting.areas, scored), picked)

    def action_add_somebody(self) -> None:
        """Ask who else has given numbers, then on which day."""
        others = self.others()
        names = names_in_picker(others)

        def chosen(who: str) -> None:
            self.brought.add(who)
            self.show()
            self.grid.move_to(self.grid.cursor[0], who)
            self.open_day(who)

        if others:
            choices = [(each.id, names[each.id], "") for each in others]
            self.ask("Who else has given their numbers?", choices, chosen)
        else:
            self.tell("Everybody who can score is in the grid.")

    def action_then_and_now(self) -> None:
        """Show how the numbers of this area went from meeting to meeting."""
        if self.recorder.left():
            view = self.view
            self.app.push_screen(ThenAndNowScreen(view, view.meeting, self.grid.cursor[0]))

    def action_show_faces(self) -> None:
        """Show a large scale of faces, on which the person under the cursor scores."""
        area, who = self.grid.cursor
        person = self.view.family.person(who)
        if person is None or not self.recorder.left():
            return

        def said(about: str) -> tuple[int | str | None, str]:
            score = self.joint.get((about, who))
            if score is None:
                return None, STAYS if self.kept((about, who)) else ""
            return score.value, in_full(self.view, score)

        def give(about: str, value: int | str | None) -> None:
            self.give((about, who), value)
            self.show()

        scale = PictureScale(
            self.view.pack, person, self.called(who), self.rows(), area, said=said, give=give
        )
        self.app.push_screen(scale, lambda _: self.grid.move_on_from(scale.here, who))

    def action_ask_alone(self) -> None:
        """Go to the page for what is asked alone."""
        if not areas_asked_alone(self.view.pack) and not is_used(self.view.pack):
            self.tell("There is nothing here that is asked alone.")
        elif self.recorder.left():
            self.app.push_screen(AloneScreen(self.recorder, self.place))

    def others(self) -> list[Person]:
        """Whoever could score and is not in the grid."""
        shown = {each.id for each in self.people()}
        may = who_may_score(self.view.family, self.view.meeting_id)
        return [each for each in may if each.id not in shown]

    def kept(self, cell: Cell) -> Score | None:
        """What is kept of a cell, also where it may not stand on this screen."""
        return self.view.family.score(self.view.meeting_id, *cell)
