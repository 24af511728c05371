"""A meeting while it is recorded: the family as it stands, what was done, and what is on disk."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from eymeeting.domain.actions import Action
from eymeeting.domain.agreed import agreed_action, put_right
from eymeeting.domain.dates import Calendar
from eymeeting.domain.entry import Entry
from eymeeting.domain.family import Change, Family
from eymeeting.domain.meeting import IN_THE_ROOM, Meeting, StepTime
from eymeeting.domain.pack import MeetingKind, Pack
from eymeeting.domain.quick_line import QuickLine
from eymeeting.domain.sight import is_open_in_the_room
from eymeeting.domain.sitting import Draft, Place, Sitting
from screens.surroundings import Surroundings, Visit

E = TypeVar("E", bound=Entry)


@dataclass(frozen=True, slots=True)
class MeetingView:
    """What a step draws from: the family, the meeting, the pack, who is at the keyboard, and the day."""

    family: Family
    meeting_id: str
    pack: Pack
    keyboard: str
    now: datetime
    calendar: Calendar

    @property
    def meeting(self) -> Meeting:
        """The meeting as it stands."""
        return self.family.meeting(self.meeting_id)

    @property
    def kind(self) -> MeetingKind:
        """What kind of meeting it is, with its steps."""
        return self.pack.kind(self.meeting.type)

    @property
    def today(self) -> date:
        """The day at the centre."""
        return self.now.date()

    @property
    def time(self) -> str:
        """The wall time, ``HH:MM``."""
        return f"{self.now:%H:%M}"

    def open_here(self, entries: Iterable[E]) -> tuple[E, ...]:
        """Those of this meeting's entries that may stand on a screen everyone can read."""
        return tuple(
            entry
            for entry in entries
            if getattr(entry, "meeting", None) == self.meeting_id
            and is_open_in_the_room(self.family, entry, pack=self.pack)
        )

    def here(self) -> frozenset[str]:
        """The ids of those taking part who have not left."""
        return frozenset(
            mark.who
            for mark in self.family.attendance
            if mark.meeting == self.meeting_id and mark.status in IN_THE_ROOM and mark.left is None
        )

    def action(self, line: QuickLine, before: Action | None) -> Action:
        """The action a quick line says: a new one, or an earlier one put right."""
        if before is not None:
            return put_right(before, line, self.pack, here=self.here(), keyboard=self.keyboard)
        return agreed_action(line, self.family, self.meeting_id, here=self.here(), keyboard=self.keyboard)

    def change(self, before: Entry | None, after: Entry | None) -> Change:
        """A change to this family."""
        return Change(family=self.family.ref, before=before, after=after)

    def minutes_spent(self, step: str) -> int:
        """Whole minutes spent on a step so far."""
        times = (
            each for each in self.family.step_times if (each.meeting, each.step) == (self.meeting_id, step)
        )
        return sum(each.seconds for each in times) // 60


class MeetingDesk:
    """Takes what was done to the store, and knows how much of this sitting is on disk.

    ``saved`` counts the changes of this sitting that are on disk, each key that
    changed a text being one.
    """

    def __init__(self, around: Surroundings, family: Family, sitting: Sitting) -> None:
        self.around = around
        self.family = family
        self.sitting = sitting
        self.keyboard = sitting.keyboard
        self.place = sitting.place
        self.saved = 0
        self.saved_at = around.clock.now()
        self._done: list[tuple[Change, ...]] = []
        self._visit: Visit | None = None
        self._visited: str | None = None
        self._drafts: dict[str, Draft] = {}

    @property
    def view(self) -> MeetingView:
        """What the steps draw from, as of now."""
        around = self.around
        return MeetingView(
            family=self.family,
            meeting_id=self.sitting.meeting,
            pack=around.pack,
            keyboard=self.keyboard,
            now=around.clock.now(),
            calendar=around.calendar,
        )

    def apply(self, *changes: Change, clear_draft: str | None = None) -> None:
        """Do something at once; it can be undone.

        Raises:
            NotSaved: it did not reach the disk, and nothing is different.
        """
        self._make(changes, clear_draft)
        self._done.append(changes)
        self._counted(1)

    def undo(self) -> tuple[Change, ...]:
        """Take back the last thing done. What comes back is what was taken back, if anything."""
        self.end_visit()
        if not self._done:
            return ()
        changes = tuple(change.undone() for change in reversed(self._done[-1]))
        self._make(changes, None)
        self._done.pop()
        self._counted(1)
        return changes

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
            self._visited = entry.id
        if self._visit is not None:
            self._visit.write(after, self.sitting.id, place)
        self.family = self.family.after(Change(family=self.family.ref, before=before or entry, after=after))
        self.place = place
        self._counted(edits)

    def end_visit(self) -> None:
        """Leave the text field: what was typed there becomes one thing to undo."""
        if self._visit is None:
            return
        change = self._visit.end()
        self._visit = self._visited = None
        if change is not None:
            self._done.append((change,))

    def draft(self, where: str) -> Draft:
        """The half-typed line of a place, as it is on disk."""
        if where not in self._drafts:
            self._drafts[where] = self.around.store.draft(where)
        return self._drafts[where]

    def keep_draft(self, where: str, draft: Draft, place: Place, edits: int) -> None:
        """Keep a half-typed line."""
        self.around.store.keep_draft(where, draft, self.sitting.id, place)
        self._drafts[where] = draft
        self.place = place
        self._counted(edits)

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

    def note(self, change: Change) -> None:
        """Keep something the app itself has to tell, such as a copy made. It is nothing to undo."""
        self._make((change,), None)

    def leave(self) -> None:
        """Stand up. The meeting stays open."""
        self.end_visit()
        self.around.store.leave(self.sitting.id)

    def _make(self, changes: tuple[Change, ...], clear_draft: str | None) -> None:
        self.around.store.apply(*changes, who=self.keyboard, clear_draft=clear_draft)
        if clear_draft is not None:
            self._drafts[clear_draft] = Draft(text="", cursor=0)
        for change in changes:
            self.family = self.family.after(change)

    def _counted(self, edits: int) -> None:
        self.saved += edits
        self.saved_at = self.around.clock.now()
