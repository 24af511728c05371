"""A family while somebody works on it: as it stands, what was done, and what is on disk."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from eymeeting.domain.at_the_keyboard import may_open
from eymeeting.domain.corrections import corrections
from eymeeting.domain.dates import Calendar
from eymeeting.domain.entry import Entry
from eymeeting.domain.family import Change, Family
from eymeeting.domain.pack import Pack
from eymeeting.domain.problems import Problem
from eymeeting.domain.sitting import Draft, Place
from screens.surroundings import Surroundings

E = TypeVar("E", bound=Entry)


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyView:
    """What is drawn from: the family, the pack, who is at the keyboard, and the day."""

    family: Family
    pack: Pack
    keyboard: str
    now: datetime
    calendar: Calendar

    @property
    def today(self) -> date:
        """The day at the centre."""
        return self.now.date()

    @property
    def time(self) -> str:
        """The wall time, ``HH:MM``."""
        return f"{self.now:%H:%M}"

    @property
    def room(self) -> Family:
        """The family as far as its workers may be named where this is drawn."""
        return self.family

    def may_open(self, entries: Iterable[E]) -> tuple[E, ...]:
        """Those entries that whoever is at the keyboard may open."""
        return tuple(
            entry
            for entry in entries
            if may_open(self.family, entry, self.keyboard, today=self.today, pack=self.pack)
        )

    def change(self, before: Entry | None, after: Entry | None) -> Change:
        """A change to this family."""
        return Change(family=self.family.ref, before=before, after=after)


class FamilyDesk:
    """Takes what was done to the store, and knows how much of this sitting is on disk.

    ``saved`` counts the changes of this sitting that are on disk, each key that
    changed a text being one.
    """

    def __init__(self, around: Surroundings, family: Family, keyboard: str) -> None:
        self.around = around
        self.family = family
        self.keyboard = keyboard
        self.saved = 0
        self.saved_at = around.clock.now()
        self._done: list[tuple[Change, ...]] = []
        self._begun_with = 0
        self._drafts: dict[str, Draft] = {}

    @property
    def view(self) -> FamilyView:
        """What the screens draw from, as of now."""
        around = self.around
        return FamilyView(
            family=self.family,
            pack=around.pack,
            keyboard=self.keyboard,
            now=around.clock.now(),
            calendar=around.calendar,
        )

    def apply(self, *changes: Change, clear_draft: str | None = None, is_unwritten: bool = False) -> None:
        """Do something at once; it can be undone. Of a finished meeting it is a dated correction.

        ``is_unwritten``: somebody takes back what they said, so that nothing tells of their words.

        Raises:
            NotSaved: it did not reach the disk, and nothing is different.
        """
        done = (*changes, *self._corrections(self.family, changes, is_unwritten=is_unwritten))
        self._make(done, clear_draft)
        self._done.append(done)
        self._counted(1)

    def undo(self) -> tuple[Change, ...]:
        """Take back the last thing done. What comes back is what was taken back, if anything.

        What somebody did before the keyboard changed hands, and whoever has it now may not open, stays as it is.
        """
        self.end_visit()
        if not self._done or not self._is_theirs_to_take_back(len(self._done) - 1):
            return ()
        changes = tuple(change.undone() for change in reversed(self._done[-1]))
        self._make(changes, None)
        self._done.pop()
        self._begun_with = min(self._begun_with, len(self._done))
        self._counted(1)
        return changes

    def _is_theirs_to_take_back(self, place: int) -> bool:
        entries = (each for change in self._done[place] for each in (change.before, change.after) if each)
        return place >= self._begun_with or all(self.view.may_open((each,)) for each in entries)

    def end_visit(self) -> None:
        """Leave the text field that is being typed in, if there is one."""

    def draft(self, where: str) -> Draft:
        """The half-typed line of a place, as it is on disk; an empty one while the file cannot be read."""
        if where not in self._drafts:
            try:
                self._drafts[where] = self.around.store.draft(where)
            except Problem:
                return Draft(text="", cursor=0)
        return self._drafts[where]

    def keep_draft(self, where: str, draft: Draft, place: Place | None, edits: int) -> None:
        """Keep a half-typed line, and at a meeting where the keyboard is."""
        self._put_draft(where, draft, place)
        self._drafts[where] = draft
        self._counted(edits)

    def note(self, change: Change) -> None:
        """Keep something the app itself has to tell, such as a copy made. It is nothing to undo."""
        self._make((change, *self._corrections(self.family, (change,))), None)

    def _corrections(
        self, family: Family, changes: tuple[Change, ...], *, is_unwritten: bool = False
    ) -> tuple[Change, ...]:
        """Beside changes to a finished meeting; none while nobody is at the keyboard whose they could be."""
        if not self.keyboard:
            return ()
        view = self.view
        return corrections(
            family, changes, by=self.keyboard, on=view.today, pack=view.pack, is_unwritten=is_unwritten
        )

    def _put_draft(self, where: str, draft: Draft, _: Place | None) -> None:
        self.around.store.keep_draft(where, draft)

    def _make(self, changes: tuple[Change, ...], clear_draft: str | None) -> None:
        self.around.store.apply(*changes, who=self.keyboard, clear_draft=clear_draft)
        if clear_draft is not None:
            self._drafts[clear_draft] = Draft(text="", cursor=0)
        for change in changes:
            self.family = self.family.after(change)

    def _counted(self, edits: int) -> None:
        self.saved += edits
        self.saved_at = self.around.clock.now()
