"""What a screen that everybody in the room can read may name: the family, and the workers."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from eymeeting.domain.family import Family
from eymeeting.domain.meeting import Meeting
from eymeeting.domain.names import people_now
from eymeeting.domain.naming import is_protected_from, only_kept_apart
from eymeeting.domain.pack import Pack
from eymeeting.domain.protected import holds_any
from eymeeting.domain.sight import Reader, is_kept_apart


def readers(family: Family, meeting: Meeting) -> tuple[str, ...]:
    """The ids of those of the family who can read the screen at a meeting.

    Whoever takes part; before anybody is marked, everybody it is not kept apart from.
    """
    people = [each.id for each in people_now(family) if each.kind != "unborn"]
    here = set(family.taking_part(meeting.id))
    there = tuple(each for each in people if each in here)
    return there or tuple(each for each in people if not is_kept_apart(family, meeting.id, each))


def as_named_in_the_room(
    family: Family, meeting: Meeting, *, keyboard: str, today: date, pack: Pack
) -> Family:
    """The family as it is now, with those workers alone who may be named at a meeting.

    Left out is a worker of whom somebody there could only know from meetings
    that were kept apart from them. Whoever is at the keyboard is seen anyway.
    """
    apart = [
        Reader(id=each)
        for each in readers(family, meeting)
        if any(is_kept_apart(family, other.id, each) for other in family.meetings)
    ]
    people = people_now(family)
    if not apart:
        return family if people == family.people else replace(family, people=people)
    known = tuple(
        worker
        for worker in family.workers
        if worker.id == keyboard
        or not any(only_kept_apart(family, reader, worker, today=today, pack=pack) for reader in apart)
    )
    return replace(family, people=people, workers=known)


def family_called(family: Family, readers: Collection[str]) -> str:
    """What the family is called on a screen: the name it chose, else that of the services, else its reference.

    A name that holds a last name which is kept from one of the ``readers`` is passed over.
    """
    hidden = {
        person.last_name
        for person in family.people
        if any(is_protected_from(person, reader) for reader in readers)
    }
    shared = {
        person.last_name
        for person in family.people
        if not any(is_protected_from(person, reader) for reader in readers)
    }
    kept = [f"{name}{plural}" for name in hidden - shared if name for plural in ("", "s", "es")]
    names = (family.details.chosen_name, family.details.family_name)
    return next((name for name in names if name and not holds_any(name, kept)), family.ref)
