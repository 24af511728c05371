"""Putting right what is known of somebody: where it is kept, and what would have to go with them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any, Final

from eymeeting.domain.entry import Entry
from eymeeting.domain.family import Change, Family, collections
from eymeeting.domain.meeting import FamilyChange
from eymeeting.domain.people import Person, Relation, Worker
from eymeeting.domain.soundness import NAMES_SOMEBODY

_TOLD_AS: Final = {"first_name": "first_name", "last_name": "last_name", "dob": "on", "left": "on"}
"""Which field of what was told at a meeting, a birth or a new name, gives which field of the person."""

_ANNOUNCED_BY: Final = {"dob": "born", "left": "left"}


def put_right(family: Family, id: str, **known: Any) -> tuple[Change, ...]:  # noqa: A002
    """What has to change so that somebody is known with these fields from now on.

    What was told at a meeting, such as a new name or a birth, is put right
    there, since it counts more than what stood before. Where nothing differs,
    nothing has to change.
    """
    person = family.person(id)
    if person is None:
        return ()
    told: dict[str, dict[str, Any]] = {}
    own: dict[str, Any] = {}
    for field, value in known.items():
        event = told_at_a_meeting(family, id, field)
        if event is None:
            own[field] = value
        else:
            told.setdefault(event.id, {})[_TOLD_AS[field]] = value
    changes = [
        (event, replace(event, **told[event.id])) for event in family.family_changes if event.id in told
    ]
    pairs: list[tuple[Entry, Entry]] = [(person, replace(person, **own)), *changes]
    return tuple(
        Change(family=family.ref, before=before, after=after) for before, after in pairs if before != after
    )


def told_at_a_meeting(family: Family, id: str, field: str) -> FamilyChange | None:  # noqa: A002
    """The news told at a meeting that a field of somebody comes from, or nothing."""
    if field not in _TOLD_AS:
        return None
    event = _ANNOUNCED_BY.get(field)
    news = [
        each
        for each in family.family_changes
        if each.person == id
        and (each.event == event if event else getattr(each, _TOLD_AS[field]) is not None)
    ]
    return max(news, key=lambda each: (each.on, each.position), default=None)


def named_in(family: Family, id: str) -> tuple[str, ...]:  # noqa: A002
    """Where somebody is named, in words, each place once; nothing when they can be taken away.

    What somebody is to a child goes with them, so it holds nobody back.
    """
    where = (_PLACES.get(name, "the plan") for name, entry in _naming(family, id) if not _is_own(entry, id))
    return tuple(dict.fromkeys(where))


def taken_away(family: Family, member: Entry) -> tuple[Change, ...]:
    """The changes that take somebody away who is named nowhere, with what they are to each child."""
    gone = [each for each in family.relations if member.id in (each.person, each.child)]
    return tuple(Change(family=family.ref, before=each, after=None) for each in (*gone, member))


def in_place_of(
    family: Family, before: Person | Worker | None, member: Person | Worker | None
) -> tuple[Change, ...]:
    """What has to change so that a line introduces somebody else, or nobody, in the place of who was introduced."""
    after = member
    if before is not None and member is not None:
        if type(before) is not type(member):
            gone = Change(family=family.ref, before=before, after=None)
            return Change(family=family.ref, before=None, after=member), gone
        after = replace(member, id=before.id, position=before.position)
    return () if before == after else (Change(family=family.ref, before=before, after=after),)


def _is_own(entry: Entry, id: str) -> bool:  # noqa: A002
    return isinstance(entry, Relation) or (isinstance(entry, Person) and entry.id == id)


def _naming(family: Family, id: str) -> Iterator[tuple[str, Entry]]:  # noqa: A002
    for name, entries in collections(family):
        for entry in entries:
            if _names(entry, id):
                yield name, entry


def _names(value: Any, id: str) -> bool:  # noqa: A002
    for field in NAMES_SOMEBODY.get(type(value), ()):
        held = getattr(value, field)
        if held is not None and (held == id if isinstance(held, str) else id in held):
            return True
    inner = (getattr(value, field.name) for field in fields(value))
    return any(type(each) in NAMES_SOMEBODY and _names(each, id) for each in inner)


_PLACES: Final = {
    "agreements": "agreements",
    "meetings": "meetings",
    "attendance": "the list of who came",
    "lines": "the story",
    "scores": "scores",
    "contributions": "what was said at a meeting",
    "child_words": "a child's words",
    "actions": "actions",
    "updates": "news of actions",
    "copies": "copies given",
    "family_changes": "births and new names",
    "closures": "the ending",
    "lead_agreements": "the notes of who is the first call",
    "panel_items": "a panel",
    "known": "a panel",
    "invitations": "the list of who was asked",
    "heard": "the notes of how people were heard",
    "corrections": "corrections",
    "contacts": "calls and visits",
}
"""By collection, where a name stands, in words. Worries about harm, and whom somebody is kept from, are not told of."""
