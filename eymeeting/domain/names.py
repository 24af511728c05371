"""What people are called where they are picked or named in one line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import Final, TypeAlias

from eymeeting.domain.dates import day_in_words
from eymeeting.domain.family import Family
from eymeeting.domain.interpreting import interprets
from eymeeting.domain.people import Person, Worker
from eymeeting.domain.text import folded

Member: TypeAlias = Person | Worker

_AS_SPACES: Final = dict.fromkeys(map(ord, '-‐‑‒–—_/\\,.;:!?()[]{}<>"“”„«»&+*·'), " ")
_LEFT_OUT: Final = dict.fromkeys(map(ord, "'’‘ʼʻ`´"), None)


def plain(text: str) -> str:
    """A name as it is compared: lower case, no accents, no apostrophes, other punctuation as spaces."""
    return " ".join(folded(text.translate(_LEFT_OUT)).translate(_AS_SPACES).split())


def members_now(family: Family) -> tuple[Member, ...]:
    """The family first, then its workers, each as they were entered, with the names they have now.

    A baby that has been born is a child, and a new name stands in place of the old one. Not
    so a name that was told at a meeting kept apart from somebody: these are read out to all.
    """
    return (*people_now(family), *family.workers)


def people_now(family: Family) -> tuple[Person, ...]:
    """Those of the family as they are now, in ``members_now``'s sense."""
    if not family.family_changes:
        return family.people
    apart = {meeting.id for meeting in family.meetings if meeting.separate_from}
    told = tuple(
        replace(each, first_name=None, last_name=None) if each.meeting in apart else each
        for each in family.family_changes
        if each.event == "born" or each.meeting not in apart
    )
    known = replace(family, family_changes=told)
    return tuple(known.person_on(person.id, date.max) or person for person in known.people)


def why_not_an_owner(member: Member) -> str | None:
    """Why somebody cannot be asked to do something, in a plain sentence; ``None`` when they can.

    Interpreters only interpret (the field's guidance), an unborn baby, somebody who has
    died or left and a worker who has moved on do nothing here. Everybody else may own an action.
    """
    if isinstance(member, Worker):
        if interprets(member):
            return f"{member.name} is here to interpret and is not given actions."
        if member.active is False:
            return f"{member.name} does not work with this family any more."
        return None
    if member.kind == "unborn":
        return f"{member.full_name} is not born yet."
    if member.died is not None:
        return f"{member.called} has died."
    if member.left is not None:
        return f"{member.called} is no longer part of the plan."
    return None


def named(member: Member) -> str:
    """Somebody in one line, with what they are: “Joe Marsh (housing officer)”, “Aga (mother)”."""
    if isinstance(member, Worker):
        return _with(member.name, _without_capital(member.role))
    return _with(member.called, member.relationship)


def name_in_picker(member: Member, family: Family) -> str:
    """Somebody among all others of this family, told apart from every one of them.

    “Martin (Big Martin, father)”, “Marty (child)”, “Joe Marsh (Housing officer, Housing)”.
    """
    return names_in_picker(members_now(family)).get(member.id) or _short(member)


def names_in_picker(members: Iterable[Member]) -> dict[str, str]:
    """Everybody's name by id, no two of them equal.

    Who would be called the same is told apart by both names, then by date of birth,
    and in the end by number.
    """
    told: dict[str, str] = {}
    left = list(members)
    for name in _FULLER:
        names = {member.id: name(member) for member in left}
        times = Counter(plain(each) for each in names.values())
        told.update({key: each for key, each in names.items() if times[plain(each)] == 1})
        left = [member for member in left if member.id not in told]
    for number, member in enumerate(left, 1):
        told[member.id] = f"{_full(member)} no. {number}"
    return told


def short_names(family: Family) -> dict[str, str]:
    """By id, what each is called in the room; where two are called alike, with what tells them apart."""
    members = members_now(family)
    called = {member.id: member.called if isinstance(member, Person) else member.name for member in members}
    shared = {name for name, count in Counter(called.values()).items() if count > 1}
    told_apart = names_in_picker([member for member in members if called[member.id] in shared])
    return called | told_apart


def _short(member: Member) -> str:
    if isinstance(member, Worker):
        return _with(member.name, member.role, member.agency)
    if member.kind == "unborn":
        due = "" if member.due_date is None else f", due {day_in_words(member.due_date)}"
        return f"{member.full_name}{due}"
    if member.preferred_name and plain(member.first_name) in plain(member.preferred_name).split():
        preferred = member.preferred_name if plain(member.preferred_name) != plain(member.first_name) else ""
        return _with(member.first_name, preferred, member.relationship)
    return _with(member.called, member.relationship)


def _full(member: Member) -> str:
    return _short(member) if isinstance(member, Worker) else _with(member.full_name, member.relationship)


def _with_birth(member: Member) -> str:
    if isinstance(member, Worker) or member.dob is None:
        return _full(member)
    return _with(member.full_name, member.relationship, f"born {day_in_words(member.dob)}")


_FULLER: Final[tuple[Callable[[Member], str], ...]] = (_short, _full, _with_birth)


def _with(name: str, *what: str) -> str:
    """A name with what is told of it in brackets; brackets within brackets become commas."""
    told = ", ".join(each.replace(" (", ", ").replace(")", "") for each in what if each)
    return f"{name} ({told})" if told else name


def _without_capital(role: str) -> str:
    """A role within a sentence: initials and names of places keep their capitals."""
    return role[:1].lower() + role[1:] if role[1:].islower() else role
