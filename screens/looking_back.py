"""What is looked at in a family's place: who owes what, whether the plan drifts, the scores then and now."""

from __future__ import annotations

from eymeeting.domain.dates import spoken_near
from eymeeting.domain.scores_in_the_room import to_look_back_from
from screens.between_meetings import BetweenMeetings
from screens.last_time import ForTheChairScreen
from screens.said_alone import SaidAloneScreen
from screens.then_and_now import ThenAndNowScreen
from screens.trail import TrailScreen
from screens.who_owes import WhoOwesScreen


class LookingBack(BetweenMeetings):
    """The pages of a family's place that tell how it stands, and change nothing by themselves."""

    def action_who_owes(self) -> None:
        """Show everybody's open actions; the one that is chosen is opened to write down its news."""
        self.with_somebody(self._show_who_owes)

    def _show_who_owes(self) -> None:
        def chosen(action: str | None) -> None:
            if action is not None:
                self.open_news(action)

        if self.recorder.left():
            self.app.push_screen(WhoOwesScreen(self.recorder), chosen)

    def action_worth_a_look(self) -> None:
        """Show what may show that the plan drifts."""
        self.with_somebody(self._show_worth_a_look)

    def _show_worth_a_look(self) -> None:
        if self.recorder.left():
            self.app.push_screen(ForTheChairScreen(self.recorder.view))

    def action_said_alone(self) -> None:
        """Open the page of what was said alone; it asks first whether anybody else is near."""
        self.with_somebody(self._show_said_alone)

    def _show_said_alone(self) -> None:
        if self.recorder.left():
            self.app.push_screen(SaidAloneScreen(self.recorder))

    def show_trail(self) -> None:
        """Show who changed what."""
        if self.recorder.left():
            self.app.push_screen(TrailScreen(self.recorder.desk.around.store, self.recorder.view))

    def action_then_and_now(self) -> None:
        """Show how the scores went; where meetings were kept apart from somebody, ask up to which."""
        view = self.recorder.view
        found = to_look_back_from(view.family, view.pack)

        def show(meeting: str) -> None:
            self.app.push_screen(ThenAndNowScreen(view, view.family.meeting(meeting)))

        if not found:
            self.tell("Nobody has given a score yet.")
        elif not self.recorder.left():
            return
        elif len(found) == 1:
            show(found[0].id)
        else:
            choices = [(each.id, spoken_near(each.on, view.today), each.title or "") for each in found]
            self._pick("The scores up to which meeting?", choices, show)
