"""Who can agree for the children, and of whom that is not known yet. It is asked, never assumed."""

from __future__ import annotations

from eymeeting.domain.family import Family
from eymeeting.domain.names import short_names
from eymeeting.domain.people import Person
from eymeeting.domain.responsibility import is_carer, question


def can_sign(family: Family) -> tuple[Person, ...]:
    """Those who can agree for the children: adults known to have parental responsibility.

    A child who lives with a foster carer under section 20 of the Children Act 1989
    stays under the parents' responsibility; the carer has none. Only what is
    written down about each person counts here, never what they are called.
    """
    return tuple(
        person
        for person in _grown_up(family)
        if person.parental_responsibility is True and person.died is None
    )


def to_ask_about(family: Family) -> tuple[Person, ...]:
    """Those of whom it is not known yet, and who may well have it; while nobody can sign, every adult."""
    unknown = [
        person
        for person in _grown_up(family)
        if person.parental_responsibility is None and person.died is None
    ]
    likely = tuple(person for person in unknown if is_carer(person))
    return likely or (() if can_sign(family) or not _has_children(family) else tuple(unknown))


def signing_question(family: Family, person: str = "") -> str:
    """The question to ask about one person, or else about the first of whom it is not known; or nothing."""
    asked = to_ask_about(family)
    if not asked or not _has_children(family):
        return ""
    about = next((each for each in asked if each.id == person), asked[0])
    return question(short_names(family)[about.id])


def signs_for(family: Family, person: str) -> str:
    """In one sentence whom somebody answers for, as far as that is known; or nothing."""
    who = family.person(person)
    if who is None or not _has_children(family):
        return ""
    name = short_names(family)[person]
    if who.kind != "adult":
        return f"{name} answers alone."
    if who.parental_responsibility is True:
        return f"{name} can agree for the children."
    return (
        f"{name} answers for themselves, not for the children."
        if who.parental_responsibility is False
        else ""
    )


def _grown_up(family: Family) -> tuple[Person, ...]:
    return tuple(person for person in family.people if person.kind == "adult")


def _has_children(family: Family) -> bool:
    return any(person.kind != "adult" for person in family.people)
