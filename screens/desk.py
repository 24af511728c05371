"""A meeting while it is recorded: the family as it stands, what was done, and what is on disk."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from eymeeting.domain.entry import Entry
from eymeeting.domain.family import Change, Family
from eymeeting.domain.in_the_room import as_named_in_the_room, family_called, readers
from eymeeting.domain.meeting import Meeting, StepTime
from eymeeting.domain.pack import MeetingKind
from eymeeting.domain.planning import told_again
from eymeeting.domain.sight import is_open_in_the_room
from eymeeting.domain.sitting import Draft, Place, Sitting
from screens.family_desk import FamilyDesk, FamilyView
from screens.surroundings import Surroundings, Visit

E = TypeVar("E", bound=Entry)


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingView(FamilyView):
    """What a step draws from: the family, and the meeting that is open."""

    meeting_id: str

    @property
    def meeting(self) -> Meeting:
        """The meeting as it stands."""
        return self.family.meeting(self.meeting_id)

    @property
    def kind(self) -> MeetingKind:
        """What kind of meeting it is, with its steps."""
        return self.pack.kind(self.meeting.type)

    @property
    def room(self) -> Family:
        """The family with those workers alone who may be named on a screen that everyone can read."""
        return as_named_in_the_room(
            self.family, self.meeting, keyboard=self.keyboard, today=self.today, pack=self.pack
        )

    @property
    def offered_first(self) -> frozenset[str]:
        """The ids of those whose names are offered before the others as somebody types."""
        return frozenset()

    @property
    def called(self) -> str:
        """What the family is called on a screen that everyone can read."""
        return family_called(self.family, readers(self.family, self.meeting))

    def open_here(self, entries: Iterable[E]) -> tuple[E, ...]:
        """Those of this meeting's entries that may stand on a screen everyone can read."""
        return tuple(
            entry
            for entry in entries
            if getattr(entry, "meeting", None) == self.meeting_id and self._may_stand_here(entry)
        )

    def open_before(self, entries: Iterable[E]) -> tuple[E, ...]:
        """Those of the broken-off meetings that this one goes on with, as far as everyone may read them."""
        before = {each.id for each in told_again(self.family, self.meeting)}
        return tuple(
            entry
            for entry in entries
            if getattr(entry, "meeting", None) in before and self._may_stand_here(entry)
        )

    def _may_stand_here(self, entry: Entry) -> bool:
        return is_open_in_the_room(
            self.family, entry, pack=self.pack, meeting=self.meeting_id, keyboard=self.keyboard
        )

    def here(self) -> frozenset[str]:
        """The ids of those taking part who have not left."""
        return frozenset(self.family.still_here(self.meeting_id))

    def minutes_spent(self, step: str) -> int:
        """Whole minutes spent on a step so far."""
        times = (
            each for each in self.family.step_times if (each.meeting, each.step) == (self.meeting_id, step)
        )
        return sum(each.seconds for each in times) // 60


class MeetingDesk(FamilyDesk):
    """The family's desk while a meeting is recorded: it knows the sitting, and texts as they are typed."""

    def __init__(self, around: Surroundings, family: Family, sitting: Sitting) -> None:
        super().__init__(around, family, sitting.keyboard)
        self.sitting = sitting
        self.place = sitting.place
        self._pack = around.pack_of(family.meeting(sitting.meeting))
        self._say_who()
        self._visit: Visit | None = None
        self._visited: str | None = None
        self._before_visit: Family | None = None
        self._owed: tuple[Change, ...] = ()

    @property
    def view(self) -> MeetingView:
        """What the steps draw from, as of now."""
        around = self.around
        return MeetingView(
            family=self.family,
            meeting_id=self.sitting.meeting,
            pack=self._pack,
            keyboard=self.keyboard,
            now=around.clock.now(),
            calendar=around.calendar,
        )

    def write(self, before: Entry | None, after: Entry | None, place: Place, edits: int) -> None:
        """Keep a text as it is now. All that is typed until the field is left is one thing to undo.

        Raises:
            NotSaved: it did not reach the disk; what was kept before stands.
        """
        entry = after or before
        if entry is None:
            self.move(place)
            self._counted(edits)
            return
        if self._visited != entry.id:
            self.end_visit()
            self._visit = self.around.store.visit(self.family.ref, before, self.keyboard)
            self._visited, self._before_visit = entry.id, self.family
        if self._visit is not None:
            self._visit.write(after, self.sitting.id, place)
        self.family = self.family.after(Change(family=self.family.ref, before=before or entry, after=after))
        self.place = place
        self._counted(edits)

    def end_visit(self) -> None:
        """Leave the text field: what was typed there becomes one thing to undo, with its correction.

        Raises:
            NotSaved: not all of it reached the disk; ask again.
        """
        if self._visit is not None:
            before = self._before_visit or self.family
            change = self._visit.end()
            self._visit = self._visited = self._before_visit = None
            if change is not None:
                self._done.append((change,))
                self._owed = self._corrections(before, (change,))
        if self._owed:
            self._make(self._owed, None)
            self._done[-1] += self._owed
            self._owed = ()

    def move(self, place: Place) -> None:
        """Remember where the keyboard is."""
        if place != self.place:
            self.around.store.move(self.sitting.id, place)
            self.place = place

    def hand_over(self, keyboard: str) -> None:
        """Give the keyboard to another worker."""
        self.end_visit()
        self.around.store.move(self.sitting.id, self.place, keyboard)
        self.keyboard = keyboard
        self._begun_with = len(self._done)
        self._say_who()

    def _say_who(self) -> None:
        worker = self.family.worker(self.keyboard)
        if worker is not None:
            self.around.at_keyboard.name = worker.name

    def spend(self, step: str, seconds: int) -> None:
        """Add to the time spent on a step. It is kept, and is nothing to undo."""
        view = self.view
        found = (t for t in self.family.step_times if (t.meeting, t.step) == (view.meeting_id, step))
        before = next(found, None)
        after = StepTime(
            id=f"{view.meeting_id}-{step}" if before is None else before.id,
            position=self.family.next_position(StepTime) if before is None else before.position,
            meeting=view.meeting_id,
            step=step,
            seconds=seconds + (0 if before is None else before.seconds),
        )
        self.note(view.change(before, after))

    def leave(self) -> None:
        """Stand up. A meeting that has ended is finished with this; any other stays open."""
        self.end_visit()
        meeting = self.view.meeting
        if meeting.outcome is not None and not meeting.is_over(self.view.today):
            finished = replace(meeting, locked_on=self.view.today, locked_by=self.keyboard)
            self.note(self.view.change(meeting, finished))
        self.around.store.leave(self.sitting.id)

    def _put_draft(self, where: str, draft: Draft, place: Place | None) -> None:
        self.around.store.keep_draft(where, draft, self.sitting.id, place)
        self.place = place or self.place
