"""From the order of a panel to one family: somebody of the table sits down at the keyboard."""

from __future__ import annotations

from textual.screen import Screen

from eymeeting.domain.panel_meeting import PANEL_STEP, PanelMeeting, Slot
from eymeeting.domain.panel_table import called_apart, seated_for
from eymeeting.domain.problems import Problem
from eymeeting.domain.sitting import Place
from screens.panel.desk import PanelDesk
from screens.panel.item import ItemScreen
from screens.picker import Picker
from screens.surroundings import Surroundings


class OpensAFamily(Screen[None]):
    """The part of the order that opens one family, and takes it up again when that is put away."""

    _around: Surroundings
    _panel: PanelMeeting

    def action_table(self) -> None:
        """Say who sits here, and who is in the chair."""
        raise NotImplementedError

    def item_closed(self, how: str | None) -> None:
        """A family was put away."""
        raise NotImplementedError

    def tell(self, words: str) -> None:
        """Say something under the order."""
        raise NotImplementedError

    async def resume(self, slot: Slot, place: Place) -> None:
        """Open the family that was open when the panel was cut short, in the very row."""
        await self.open_family(
            slot.family, place, "This is where the panel was cut short. All of it is here."
        )

    async def open_family(self, ref: str, place: Place | None = None, notice: str = "") -> None:
        """Open a family, with somebody of the table at the keyboard; without anybody there, say who is."""
        panel = self._panel
        seats = [each for each in panel.seats if each.is_here]
        if not seats:
            self.action_table()
            return
        name = self._around.at_keyboard.name
        called = {called_apart(panel.seats, each.name, each.agency): each for each in seats}
        if name in called:
            await self._sit_down(ref, name, place, notice)
            return

        async def picked(choice: str | None) -> None:
            if choice:
                self._around.at_keyboard.name = choice
                await self._sit_down(ref, choice, place, notice)

        choices = [(who, who, each.role) for who, each in called.items()]
        likely = next((who for who, each in called.items() if each.is_chair), "")
        await self.app.push_screen(Picker("Who is at the keyboard?", choices, at=likely), picked)

    async def _sit_down(self, ref: str, name: str, place: Place | None, notice: str) -> None:
        store = self._around.store
        slot = self._panel.slot(ref)
        if slot is None:
            return
        try:
            family = store.family(ref)
            table = seated_for(family, self._panel.seats)
            seats = self._panel.seats
            called = {called_apart(seats, each.seat.name, each.seat.agency): each.worker.id for each in table}
            keyboard = called[name]
            there = place or store.last_place(ref, slot.panel_item) or Place(step=PANEL_STEP)
            sitting = store.begin_sitting(ref, slot.panel_item, keyboard, there)
        except Problem as problem:
            self.tell(str(problem))
            return
        self.tell("")
        await self.app.push_screen(
            ItemScreen(PanelDesk(self._around, family, self._panel, sitting, table), notice),
            self.item_closed,
        )
