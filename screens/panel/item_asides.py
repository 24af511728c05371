"""What can be done at any row of a panel item without leaving it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from eymeeting.domain.panel_becoming import becomes_a_meeting
from eymeeting.domain.panel_known import EVERYONE, THE_CHAIR, meant_for, named_in
from eymeeting.domain.problems import Problem
from screens.at_a_family import AtAFamily
from screens.for_you_alone import ForYouAlone
from screens.panel.desk import PanelRecorder
from screens.panel.item_rows import known_rows
from screens.picker import Picker
from screens.widgets.row_form import RowForm

NOTHING_KNOWN: Final = "Go to what somebody knows first, then press this key."
NOTHING_FOR_YOU: Final = "Everybody at the table is inside the agreement."
BECAME: Final = "It is set up as a meeting, with the agreement and the actions. It is in the family's place."


class ItemAsides(AtAFamily[str]):
    """Who may have what is known, who is outside the agreement, a meeting of it, the keyboard handed over."""

    recorder: PanelRecorder

    @property
    def _rows(self) -> RowForm:
        return self.query_one(RowForm)

    def settle(self) -> bool:
        """Keep what stands in the field. Whether everything is on disk."""
        self._rows.leave_row()
        return self.recorder.flush()

    def action_for_whom(self) -> None:
        """Ask who may have what somebody knows."""
        self._rows.leave_row()
        view = self.recorder.view
        known = known_rows(view).get(self._rows.row.id, (None, None))[1]
        if known is None:
            self.tell(NOTHING_KNOWN)
            return
        named = named_in(known)
        people = [(each.worker.id, each.seat.name) for each in view.table if each.worker.id != known.by]
        choices = [
            (EVERYONE, "Everyone at the table, and the family", ""),
            (THE_CHAIR, "Whoever brings the family, and their own service", ""),
            *((who, f"{name} by name", "✓" if who in named else "") for who, name in people),
        ]

        def mark(whom: str) -> None:
            self.recorder.did(self.recorder.view.change(known, meant_for(known, whom)))

        self._pick("Who may have this?", choices, mark)

    def action_show_kept(self) -> None:
        """Show what is not for everyone, or cover it again."""
        self._rows.show_kept(not self._rows.shows_kept)

    def action_for_you_alone(self) -> None:
        """Say to whoever is at the keyboard alone why somebody is outside the agreement; first ask who is near."""
        found = [f"{each.name}: {each.for_the_chair}" for each in self.recorder.view.outside]
        if found:
            self.app.push_screen(ForYouAlone(found, asks_first=True))
        else:
            self.tell(NOTHING_FOR_YOU)

    def action_becomes(self) -> None:
        """Set the item up as a meeting of the family, so that nothing is typed again."""
        view = self.recorder.view
        if not self.settle():
            return
        try:
            changes = becomes_a_meeting(
                view.family, self.recorder.view.item, now=view.now, pack=view.pack, calendar=view.calendar
            )
        except Problem as problem:
            self.tell(str(problem))
            return
        if not changes or self.recorder.did(*changes):
            self.tell(BECAME)

    def action_hand_over(self) -> None:
        """Say who has the keyboard now."""
        choices = [(each.seat.name, each.seat.name, each.seat.role) for each in self.recorder.view.table]
        self._pick("Who has the keyboard now?", choices, self.recorder.hand_over)

    def take_a_break(self) -> None:
        """Keep the time, and all that is typed; the family's minutes stand still."""
        self.recorder.take_a_break()

    def end_break(self) -> None:
        """The family's minutes go on."""
        self.recorder.end_break()

    def _pick(self, title: str, choices: Sequence[tuple[str, str, str]], then: Callable[[str], None]) -> None:
        def picked(choice: str | None) -> None:
            if choice:
                then(choice)

        if self.settle():
            self.app.push_screen(Picker(title, choices), picked)
