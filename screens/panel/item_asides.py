"""What can be done at any row of a panel item without leaving it."""

from __future__ import annotations

from typing import Final

from eymeeting.domain.panel_becoming import becomes_a_meeting
from eymeeting.domain.problems import Problem
from screens.for_you_alone import ForYouAlone
from screens.panel.known_asides import KnownAsides

NOTHING_FOR_YOU: Final = "Everybody at the table is inside the agreement."
BECAME: Final = "It is set up as a meeting, with the agreement and the actions. It is in the family's place."


class ItemAsides(KnownAsides):
    """Who is outside the agreement, a meeting of the item, the keyboard handed over, a break."""

    def action_for_you_alone(self) -> None:
        """Say to whoever is at the keyboard alone why somebody is outside the agreement; first ask who is near."""
        found = [f"{each.name}: {each.for_the_chair}" for each in self.recorder.view.outside]
        if found:
            self.app.push_screen(ForYouAlone(found, asks_first=True))
        else:
            self.tell(NOTHING_FOR_YOU)

    def action_becomes(self) -> None:
        """Set the item up as a meeting of the family, so that nothing is typed again."""
        if not self.settle():
            return
        view = self.recorder.view
        try:
            changes = becomes_a_meeting(
                view.family, view.item, now=view.now, pack=view.pack, calendar=view.calendar
            )
        except Problem as problem:
            self.tell(str(problem))
            return
        if not changes or self.recorder.did(*changes):
            self.tell(BECAME)

    def action_hand_over(self) -> None:
        """Say who has the keyboard now."""
        view = self.recorder.view
        choices = [(view.called(each.seat), view.called(each.seat), each.seat.role) for each in view.table]
        self._pick("Who has the keyboard now?", choices, self.recorder.hand_over)

    def take_a_break(self) -> None:
        """Keep the time, and all that is typed; the family's minutes stand still."""
        self.recorder.take_a_break()

    def end_break(self) -> None:
        """The family's minutes go on."""
        self.recorder.end_break()
