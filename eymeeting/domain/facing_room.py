"""Everyone of the family who is at a meeting, as one reader of what is turned to them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Final

from eymeeting.domain.cutting import as_at, with_only
from eymeeting.domain.earlier import earlier_meetings, with_updates_told
from eymeeting.domain.entry import Entry
from eymeeting.domain.family import Family
from eymeeting.domain.in_the_room import readers
from eymeeting.domain.meeting import Line, Meeting, Section
from eymeeting.domain.naming import is_protected_from, without_what_is_kept_apart
from eymeeting.domain.one_reader import ForOneReader
from eymeeting.domain.pack import Pack
from eymeeting.domain.protected import protected_words
from eymeeting.domain.sight import Reader, is_open_in_the_room
from eymeeting.domain.without_times import as_told_to

NOT_YET_AGREED: Final = "Not yet agreed"
"""In place of a name that one of those there may not be told."""


def told_at(family: Family, meeting: Meeting) -> Family:
    """The family as it stood at the end of a meeting, without what that meeting may not be told of those before it.

    All its meetings are there, so that whoever came to one that was kept apart is still known to have.
    """
    then = as_at(family, meeting)
    told = {meeting.id, *(each.id for each in earlier_meetings(family, meeting))}
    there = with_only(then, meetings=told, panels={each.id for each in then.panel_items})
    return with_updates_told(replace(there, meetings=then.meetings), meeting)


class Room:
    """Everyone of the family who is there, as one reader: what one of them may not see, none does."""

    def __init__(self, family: Family, meeting: Meeting, pack: Pack, today: date) -> None:
        self.meeting, self.pack, self.today = meeting, pack, today
        self.family = told_at(family, meeting)
        there = readers(self.family, meeting)
        for each in there:
            self.family = as_told_to(without_what_is_kept_apart(self.family, each), each)
        self.papers = [
            ForOneReader(
                family=self.family,
                reader=Reader(id=each),
                today=today,
                pack=pack,
                meeting=meeting,
                on=meeting.on,
                protected=protected_words(family, Reader(id=each), today=today, pack=pack),
            )
            for each in there
        ]

    def step_title(self, step: str) -> str:
        """What a step is called at this meeting."""
        return self.pack.step_title(step, self.meeting.type)

    def sees(self, entry: Entry) -> bool:
        """Whether everyone there may see something."""
        return is_open_in_the_room(self.family, entry, pack=self.pack, meeting=self.meeting.id) and all(
            paper.sees(entry) for paper in self.papers
        )

    def cleared(self, text: str | None) -> str | None:
        """What somebody typed, or nothing when one of those there must not have it."""
        return text if text and all(paper.cleared(text) for paper in self.papers) else None

    def area(self, area: str) -> str | None:
        """The plain name of a part of life; nothing where somebody wrote it in words that may not stand here."""
        return self.cleared(self.pack.area_name(area))

    def name(self, who: str | None) -> str | None:
        """What somebody is called in the room; nothing when one of those there may not know of them.

        Where a last name is kept from one of those there, it is what that one may read.
        """
        names = {paper.reader.id: name for paper in self.papers if (name := paper.name(who)) is not None}
        person = self.family.person(who or "")
        if not names or len(names) < len(self.papers):
            return None
        if person is None and self.cleared(next(iter(names.values()))) is None:
            return None
        kept_from = [each for each in names if person is not None and is_protected_from(person, each)]
        return names[next(iter((*kept_from, *names)))]

    def lines(self, section: Section) -> Iterable[str]:
        """The lines of a part from the latest meeting that has any, each with whose words they are."""
        found: tuple[Line, ...] = self.papers[0].latest_lines(section) if self.papers else ()
        for line in found:
            text = self.cleared(line.text) if self.sees(line) else None
            if text is not None:
                who = self.name(line.by)
                yield text if who is None else f"{text} ({who})"
