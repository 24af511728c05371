"""One family at a panel while it is talked of: what stands, what was done, and what is on disk."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message_pump import MessagePump

from eymeeting.domain.family import Family
from eymeeting.domain.panel import PanelItem
from eymeeting.domain.panel_agenda import opened, over, spent
from eymeeting.domain.panel_gate import Gate, Outside, gate, outside
from eymeeting.domain.panel_meeting import PanelMeeting, Seat, Slot
from eymeeting.domain.panel_outside import is_settled
from eymeeting.domain.panel_table import Seated, as_a_gathering, called_apart, first_item, item_of, seated_for
from eymeeting.domain.sitting import Draft, Place, Sitting
from screens.desk import MeetingView
from screens.family_desk import FamilyDesk, FamilyView
from screens.family_recorder import FamilyRecorder
from screens.surroundings import Surroundings
from screens.time_spent import TimeSpent


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelView(FamilyView):
    """What a family's item is drawn from. ``stepped_out`` are those who left the table for it, as they are called."""

    panel: PanelMeeting
    slot: Slot
    everybody: tuple[Seated, ...]
    stepped_out: frozenset[str]

    @property
    def kept(self) -> PanelItem | None:
        """The item as it is kept; nothing before somebody is said to bring it."""
        return item_of(self.family, self.slot)

    @property
    def item(self) -> PanelItem:
        """The item as it stands, or as it would begin."""
        return self.kept or first_item(self.family, self.panel, self.slot, "")

    @property
    def gate(self) -> Gate:
        """Whether the family has been told."""
        return gate(self.family, self.item)

    @property
    def table(self) -> tuple[Seated, ...]:
        """Those who are at the table for this family."""
        return tuple(each for each in self.everybody if self.called(each.seat) not in self.stepped_out)

    def called(self, who: Seat | Outside) -> str:
        """What somebody at the panel is called, told apart from whoever has the same name."""
        return called_apart(self.panel.seats, who.name, who.agency)

    @property
    def outside(self) -> tuple[Outside, ...]:
        """Those whose service this family has not agreed to, whether they stay or not."""
        return outside(self.family, self.item, self.panel.seats, today=self.today)

    @property
    def is_open(self) -> bool:
        """Whether the family is talked of: it knows, and everybody outside the agreement has been thought of."""
        settled = all(
            self.called(each) in self.stepped_out or is_settled(self.family, self.item, each)
            for each in self.outside
        )
        return self.kept is not None and not self.gate.stops and settled

    @property
    def as_meeting(self) -> MeetingView:
        """What the quick line reads from."""
        return GatheringView(
            family=as_a_gathering(self.family, self.item, self.table),
            pack=self.pack,
            keyboard=self.keyboard,
            now=self.now,
            calendar=self.calendar,
            meeting_id=self.item.id,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class GatheringView(MeetingView):
    """A panel item in the eyes of the quick line: everybody at the table may be named."""

    @property
    def room(self) -> Family:
        """The family with its workers, and those at the table."""
        return self.family

    @property
    def offered_first(self) -> frozenset[str]:
        """Those at the table: the family is not there."""
        return self.here()


class PanelDesk(FamilyDesk):
    """The desk of one family at a panel. It holds nothing of any other, and its undo ends with it."""

    def __init__(
        self,
        around: Surroundings,
        family: Family,
        panel: PanelMeeting,
        sitting: Sitting,
        table: tuple[Seated, ...],
    ) -> None:
        super().__init__(around, family, sitting.keyboard)
        self.sitting = sitting
        self.panel = panel
        self.place = sitting.place
        self._known = table

    @property
    def slot(self) -> Slot:
        """The family's place in the order."""
        return next(each for each in self.panel.slots if each.family == self.family.ref)

    @property
    def view(self) -> PanelView:
        """What the item is drawn from, as of now."""
        around = self.around
        self._known = seated_for(self.family, self.panel.seats, self._known)
        return PanelView(
            family=self.family,
            pack=around.pack,
            keyboard=self.keyboard,
            now=around.clock.now(),
            calendar=around.calendar,
            panel=self.panel,
            slot=self.slot,
            everybody=self._known,
            stepped_out=frozenset(self.draft(self.where_stepped_out).text.splitlines()),
        )

    @property
    def where_stepped_out(self) -> str:
        """Where it is kept who left the table for this family."""
        return f"{self.family.ref}/{self.slot.panel_item}/stepped out"

    def step_out(self, name: str) -> None:
        """Somebody leaves the table for this family, or comes back to it."""
        names = [each for each in self.draft(self.where_stepped_out).text.splitlines() if each != name]
        if len(names) == len(self.draft(self.where_stepped_out).text.splitlines()):
            names.append(name)
        self.keep_draft(self.where_stepped_out, Draft(text="\n".join(names), cursor=0), None, 1)

    def move(self, place: Place) -> None:
        """Remember where the keyboard is."""
        if place != self.place:
            self.around.store.move(self.sitting.id, place)
            self.place = place

    def begin(self) -> None:
        """The family's turn begins, or goes on."""
        self._keep_panel(opened(self.panel, self.family.ref, self.around.clock.now()))

    def spend(self, seconds: int) -> None:
        """Add to the time of this family."""
        if seconds:
            self._keep_panel(spent(self.panel, self.family.ref, seconds))

    def finish(self) -> None:
        """The family has had its turn."""
        self._keep_panel(over(self.panel, self.family.ref))

    def hand_over(self, name: str) -> None:
        """Give the keyboard to somebody else at the table."""
        self.end_visit()
        view = self.view
        worker = next(each.worker for each in view.everybody if view.called(each.seat) == name)
        self.around.store.move(self.sitting.id, self.place, worker.id)
        self.keyboard = worker.id
        self._begun_with = len(self._done)
        self.around.at_keyboard.name = name

    def leave(self) -> None:
        """Stand up from this family."""
        self.around.store.leave(self.sitting.id)

    def _keep_panel(self, panel: PanelMeeting) -> None:
        self.around.store.keep_panel(panel)
        self.panel = panel

    def _put_draft(self, where: str, draft: Draft, place: Place | None) -> None:
        self.around.store.keep_draft(where, draft, self.sitting.id, place)
        self.place = place or self.place


class PanelRecorder(FamilyRecorder):
    """Between the item on the screen and the desk: it knows where the keyboard is, and the time spent."""

    desk: PanelDesk

    def __init__(self, pump: MessagePump, desk: PanelDesk) -> None:
        super().__init__(pump, desk)
        self._time = TimeSpent(desk.around.clock.now)

    @property
    def view(self) -> PanelView:
        """What stands now."""
        return self.desk.view

    def drafted(self, where: str, draft: Draft, place: Place, edits: int) -> None:
        """Keep a half-typed line and where the keyboard is, a moment after it began to change."""
        self._keeper.typed(
            where, edits, draft.text, lambda count: self.desk.keep_draft(where, draft, place, count)
        )

    def at(self, place: Place) -> None:
        """Remember where the keyboard is, a while later."""
        self._keeper.later(lambda: self.desk.move(place))

    def step_out(self, name: str) -> None:
        """Somebody leaves the table for this family, or comes back to it."""
        if self._keeper.flush_typed() and self._try(lambda: self.desk.step_out(name)):
            self.redraw()

    def hand_over(self, name: str) -> None:
        """Give the keyboard to somebody else at the table."""
        if self.left() and self._try(lambda: self.desk.hand_over(name)):
            self.redraw()

    def begin(self) -> None:
        """The family's turn begins, or goes on."""
        self._try(self.desk.begin)

    def seconds_here(self) -> int:
        """Seconds at this family that are not kept yet."""
        return self._time.seconds()

    def spend(self) -> None:
        """Keep the time spent so far."""
        seconds = self.seconds_here()
        if seconds and not self.is_waiting:
            self._time.start_anew()
            self._try(lambda: self.desk.spend(seconds))

    def take_a_break(self) -> None:
        """Put on disk what is typed; the family's minutes stand still."""
        self._time.take_a_break()
        self._keeper.flush_typed()

    def end_break(self) -> None:
        """The family's minutes go on from where they stood."""
        self._time.end_break()

    def close(self, *, is_over: bool) -> bool:
        """Put everything on disk and stand up; ``is_over``: the family has had its turn. Whether all is there."""
        if not self.flush():
            return False
        self.spend()
        return (not is_over or self._try(self.desk.finish)) and self._try(self.desk.leave)
