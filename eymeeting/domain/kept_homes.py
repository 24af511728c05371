"""How to reach people is kept from some: an address with everybody who lives there, and each with the address."""

from __future__ import annotations

import re
from dataclasses import replace
from string import ascii_uppercase
from typing import Final

from eymeeting.domain.family import Change, Family
from eymeeting.domain.people import Household, Person

_LIKE_AN_ADDRESS: Final = re.compile(
    r",|[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}|(?=.*\d)(?=.*[^\W\d_]{2}).*", flags=re.IGNORECASE
)
"""A comma, a postcode, or a figure with a word."""


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


def is_kept_from(family: Family, household: str, who: str) -> bool:
    """Whether somebody must not learn where a household lives; nobody is kept from their own home."""
    if any(person.id == who and person.household == household for person in family.people):
        return False
    homes = (home for home in family.households if home.household == household)
    return who in kept_from(family, household) or any(who in home.hidden_from for home in homes)


def is_home_kept(family: Family, home: Household, who: str) -> bool:
    """Whether somebody must not learn an address: it is kept from them, or with somebody who lives there."""
    return who in home.hidden_from or is_kept_from(family, home.household, who)


def is_reach_kept(family: Family, person: Person, who: str) -> bool:
    """Whether somebody must not learn how to reach a person: it is kept from them, or with the home."""
    if who in (person.hidden_from or ()):
        return True
    homes = (home for home in family.households if home.household == person.household)
    return any(is_home_kept(family, home, who) for home in homes)


def name_in_the_room(family: Family, household: str) -> str:
    """What a home is called where everybody may look: its letter, or a name that gives nothing away.

    A home with a name of its own, which is kept from anybody, is told by a letter that no other home has.
    """
    known = tuple(dict.fromkeys(home.household for home in family.households))
    named = [each for each in known if len(each) > 1 and _is_any_kept(family, each)]
    if household not in named:
        return household
    taken = {*known, *(person.household for person in family.people)}
    free = [letter for letter in ascii_uppercase if letter not in taken]
    at = named.index(household)
    return free[at] if at < len(free) else ""


def is_like_an_address(words: str) -> bool:
    """Whether what was typed as the letter or the name of a home looks like its address."""
    return _LIKE_AN_ADDRESS.search(words) is not None


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


def _is_any_kept(family: Family, household: str) -> bool:
    homes = (home for home in family.households if home.household == household)
    return bool(kept_from(family, household)) or any(home.hidden_from for home in homes)
