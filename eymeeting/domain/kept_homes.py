"""How to reach people is kept from some: an address with everybody who lives there, and each with the address."""

from __future__ import annotations

from dataclasses import replace

from eymeeting.domain.family import Change, Family
from eymeeting.domain.people import Household, Person


def kept_from(family: Family, household: str) -> tuple[str, ...]:
    """From whom the addresses of a household have to be kept, in the family's order.

    Everybody from whom somebody living there is kept, but nobody who lives there too.
    """
    living = {person.id for person in family.people if person.household == household}
    hidden = {each for person in family.people if person.id in living for each in person.hidden_from or ()}
    return tuple(person.id for person in family.people if person.id in hidden - living)


def is_kept(family: Family, home: Household) -> bool:
    """Whether an address is kept from anybody."""
    return bool(home.hidden_from) or bool(kept_from(family, home.household))


def is_anyone_kept_from(family: Family, person: Person) -> bool:
    """Whether how to reach somebody is kept from anybody: themselves, or by the home they live in."""
    if person.hidden_from or (person.household is not None and kept_from(family, person.household)):
        return True
    return any(home.hidden_from for home in family.households if home.household == person.household)


def keeping_homes(family: Family, changes: tuple[Change, ...]) -> tuple[Change, ...]:
    """The changes, with those that keep each address they touch from whom it has to be kept.

    An address is never let go by this: that is done at the address itself.
    """
    after = family
    for change in changes:
        after = after.after(change)
    changed = {change.entry.id for change in changes}
    more = []
    for home in after.households:
        missing = [each for each in kept_from(after, home.household) if each not in home.hidden_from]
        was_missing = kept_from(family, home.household) == kept_from(after, home.household)
        if not missing or (was_missing and home.id not in changed):
            continue
        kept = replace(home, hidden_from=(*home.hidden_from, *missing))
        more.append(Change(family=family.ref, before=home, after=kept))
    return (*changes, *more)
