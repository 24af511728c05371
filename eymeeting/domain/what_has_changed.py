"""What has changed for a family since last time, in its own words, on one reader's copy."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final, Literal

from eymeeting.domain.going_on import asks_what_has_changed
from eymeeting.domain.meeting import FamilyChange
from eymeeting.domain.naming import as_called, is_protected_from
from eymeeting.domain.one_reader import ForOneReader
from eymeeting.domain.our_words import OurWords
from eymeeting.domain.people import Person

BORN: Final = "{name} was born on {day}."
NEW_NAME: Final = "{name} is the name we use now."
CALLED: Final = "{name} is called {now} now."
WHAT_CHANGED: Final[Mapping[Literal["moved", "joined", "left"], str]] = {
    "moved": "{name} has moved.",
    "joined": "{name} is part of our plan now.",
    "left": "{name} is no longer part of our plan.",
}
"""What became of somebody, as it is told of them by name."""


def what_has_changed(paper: ForOneReader, *, over_the_whole_time: bool = False) -> tuple[str, ...]:
    """What was said at this meeting, then who was born, moved, joined or left, and new names.

    ``over_the_whole_time``: births and the rest from every meeting the reader had a part in.
    """
    return paper.all_cleared([*_said(paper), *_events(paper, over_the_whole_time=over_the_whole_time)])


def _said(paper: ForOneReader) -> Iterator[str]:
    if asks_what_has_changed(paper.meeting):
        for line in paper.family.lines_of(paper.meeting.id, "present"):
            if paper.sees(line):
                yield line.text


def _events(paper: ForOneReader, *, over_the_whole_time: bool) -> Iterator[str]:
    met = paper.meetings()
    last_time = met[1].on if len(met) > 1 else date.max
    places = {each.id for each in met}
    for change in paper.family.family_changes:
        is_new = change.meeting == paper.meeting.id or change.on > last_time or over_the_whole_time
        if change.meeting in places and is_new and paper.sees(change) and (told := _told(paper, change)):
            yield told


def _told(paper: ForOneReader, change: FamilyChange) -> str | None:
    """A change as a sentence: never where somebody lives, and of somebody kept from the reader only their birth.

    What was noted about it may be an address; it stands beside a birth alone.
    """
    person = paper.family.person_on(change.person, max(paper.on, change.on))
    name = paper.name(change.person)
    if person is None or name is None or (change.event != "born" and _is_kept_from(paper, person)):
        return None
    match change.event:
        case "born":
            told = OurWords(BORN, name=name, day=change.on)
            noted = change.note if change.note and paper.cleared(change.note) else None
            return OurWords("{news} {note}", news=told, note=noted) if noted else told
        case "name_change":
            new = change.first_name and not change.last_name
            return (
                OurWords(NEW_NAME, name=name) if new else OurWords(CALLED, name=name, now=as_called(person))
            )
        case "moved" | "joined" | "left" as what:
            return OurWords(WHAT_CHANGED[what], name=name)


def _is_kept_from(paper: ForOneReader, person: Person) -> bool:
    """Whether how to reach somebody, or where they live, is kept from the reader."""
    homes = (home for home in paper.family.households if home.household == person.household)
    hidden = any(paper.reader.id in home.hidden_from for home in homes)
    return hidden or is_protected_from(person, paper.reader.id)
