"""Whoever reads beside somebody who is kept from them: what they know anyway, and what would be new to them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cached_property

from eymeeting.domain.consent import standings
from eymeeting.domain.family import Family
from eymeeting.domain.kept_apart import pairs
from eymeeting.domain.named_places import THE_SCHOOL, telling_words
from eymeeting.domain.pack import Pack
from eymeeting.domain.protected import holds, protected_words
from eymeeting.domain.sight import Reader, is_kept_apart


def hides_somebody(family: Family) -> bool:
    """Whether anybody of the family is kept from somebody, or a meeting was kept apart."""
    return (
        any(person.hidden_from for person in family.people)
        or any(home.hidden_from for home in family.households)
        or any(meeting.separate_from for meeting in family.meetings)
    )


class Onlooker:
    """One reader, those who are kept from them, and what the reader knows anyway."""

    def __init__(self, family: Family, reader: str, near: frozenset[str], today: date, pack: Pack) -> None:
        self.family, self.id, self.near, self.today, self.pack = family, reader, near, today, pack

    @cached_property
    def protected(self) -> tuple[str, ...]:
        """What is kept off every paper of theirs."""
        return protected_words(self.family, Reader(id=self.id), today=self.today, pack=self.pack)

    @cached_property
    def known(self) -> tuple[str, ...]:
        """The names of places that the reader has been to or was asked about."""
        services = (each.agency for each in standings(self.family, self.id, today=self.today))
        venues = (
            each.venue for each in self.family.meetings if not is_kept_apart(self.family, each.id, self.id)
        )
        return tuple(each for each in (*services, *venues) if each)

    @cached_property
    def theirs(self) -> tuple[tuple[str, frozenset[str]], ...]:
        """The words by which the schools and the practices of those kept from the reader are known."""
        living = [each for each in self.family.people if each.id in self.near]
        schools = ((THE_SCHOOL, telling_words(each.school)) for each in living if each.school)
        practices = (("a surgery or a clinic", telling_words(each.gp)) for each in living if each.gp)
        return (*schools, *practices)

    @cached_property
    def unknown(self) -> tuple[tuple[str, str], ...]:
        """The names of services and rooms that those kept from the reader have to do with, and the reader has not."""
        services = [("a service", each) for each in self._services()]
        rooms = [
            ("where a meeting was", part.strip())
            for each in self.family.meetings
            if is_kept_apart(self.family, each.id, self.id)
            for part in each.venue.split(",")
        ]
        return tuple(
            (said, name) for said, name in (*services, *rooms) if telling_words(name) and not self.knows(name)
        )

    def knows(self, name: str) -> bool:
        """Whether a name is that of a place the reader knows."""
        return any(holds(each, name) or holds(name, each) for each in self.known)

    def _services(self) -> Iterator[str]:
        """Services that met those kept from the reader, and never the reader."""
        for worker in self.family.workers:
            met = [
                set(self.family.taking_part(each.id))
                for each in self.family.meetings
                if worker.id in self.family.taking_part(each.id)
            ]
            if met and all(there & self.near and self.id not in there for there in met):
                yield worker.agency


def onlookers(family: Family, today: date, pack: Pack) -> Iterator[Onlooker]:
    """Each grown-up of the family from whom somebody is kept, with everybody who lives with those."""
    if not hides_somebody(family):
        return
    apart = pairs(family)
    for reader in family.people:
        if reader.kind != "adult" or reader.died is not None:
            continue
        hidden = {each.id for each in family.people if reader.id in (each.hidden_from or ())}
        hidden |= {each.id for each in family.people if frozenset((reader.id, each.id)) in apart}
        homes = {each.household for each in family.people if each.id in hidden}
        homes |= {home.household for home in family.households if reader.id in home.hidden_from}
        homes -= {reader.household, None}
        near = hidden | {each.id for each in family.people if each.household in homes}
        if near:
            yield Onlooker(family, reader.id, frozenset(near - {reader.id}), today, pack)
