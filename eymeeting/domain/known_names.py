"""Whom a name means that somebody has typed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from typing import Final

from eymeeting.domain.family import Family
from eymeeting.domain.names import Member, members_now, named, names_in_picker, plain, why_not_an_owner
from eymeeting.domain.people import Relation, Worker

_ALSO_SAID: Final = {
    "mother": ("mum", "mummy", "mam", "mama", "mom"),
    "father": ("dad", "daddy", "papa"),
    "stepmother": ("stepmum", "step mum", "step mother"),
    "step mother": ("stepmum", "step mum", "stepmother"),
    "stepfather": ("stepdad", "step dad", "step father"),
    "step father": ("stepdad", "step dad", "stepfather"),
    "step parent": ("stepmum", "step mum", "stepdad", "step dad"),
    "grandmother": ("gran", "granny", "grandma", "nan", "nana", "nanny"),
    "grandfather": ("grandad", "granddad", "grandpa"),
    "grandparent": ("gran", "nan", "grandma", "grandad", "granddad", "grandpa"),
    "aunt": ("auntie", "aunty"),
}
"""What people in the room say for a relationship."""

_IN_BRACKETS: Final = re.compile(r"\s*\([^)]*\)")
_BEFORE_THE_NAME: Final = re.compile(r"^[\W_]+")


@dataclass(frozen=True, slots=True)
class KnownNames:
    """Everybody of one family by all the ways in which they may be typed, in ``plain`` letters.

    ``whole`` are names, roles and relationships in full; ``parts`` are pieces of
    them, which count only where nothing in full fits. ``most_words`` is the length of the longest.
    """

    members: dict[str, Member]
    labels: dict[str, str]
    whole: dict[str, tuple[str, ...]]
    parts: dict[str, tuple[str, ...]]
    most_words: int

    def meant_by(self, typed: str) -> tuple[str, ...]:
        """The ids of everybody who may be called so, in the family's order."""
        key = plain(typed)
        return self.whole.get(key) or self.parts.get(key) or ()

    def starting_with(self, typed: str) -> tuple[str, ...]:
        """The ids of everybody one of whose names starts so, in the family's order.

        After a space a further word has to follow; with nothing typed everybody is meant.
        """
        key = plain(typed) + (" " if typed[-1:].isspace() else "")
        found = {
            each
            for names in (self.whole, self.parts)
            for name, ids in names.items()
            if name.startswith(key)
            for each in ids
        }
        return tuple(each for each in self.members if not key.strip() or each in found)

    def like(self, typed: str) -> tuple[str, ...]:
        """Whom a name that nobody has may mean: those whose name starts so, else those spelled nearly so."""
        key = plain(typed)
        near = get_close_matches(key, {**self.whole, **self.parts}, n=4, cutoff=0.75)
        spelled = {each for name in near for each in (*self.whole.get(name, ()), *self.parts.get(name, ()))}
        return self.starting_with(typed) or tuple(each for each in self.members if each in spelled)

    def to_type(self, id: str) -> str:  # noqa: A002
        """The shortest name that, typed after an ``@``, means this one and nobody else."""
        for name in (*_shortest_first(self.members[id]), self.labels[id]):
            typed = _BEFORE_THE_NAME.sub("", name)
            if typed and self.meant_by(typed) == (id,):
                return typed
        return self.labels[id]

    def in_words(self, id: str) -> str:  # noqa: A002
        """Somebody in one line with what they are; told apart as in a picker where that is needed."""
        words = named(self.members[id])
        others = (named(member) for member in self.members.values() if member.id != id)
        return self.labels[id] if words in others else words


def owners_known(family: Family) -> KnownNames:
    """Everybody who may own an action."""
    return _known(members_now(family), family.relations)[0]


def others_known(family: Family) -> KnownNames:
    """Everybody who is known and cannot own an action."""
    return _known(members_now(family), family.relations)[1]


def name_to_type(family: Family, id: str) -> str:  # noqa: A002
    """The shortest name for somebody, also for an owner who could not be given anything new."""
    owners, others = owners_known(family), others_known(family)
    return (owners if id in owners.members else others).to_type(id)


@lru_cache(maxsize=4)
def _known(members: tuple[Member, ...], relations: tuple[Relation, ...]) -> tuple[KnownNames, KnownNames]:
    labels = names_in_picker(members)
    owners = [member for member in members if why_not_an_owner(member) is None]
    others = [member for member in members if why_not_an_owner(member) is not None]
    return _names_of(owners, labels, relations), _names_of(others, labels, relations)


def _names_of(
    members: Iterable[Member], labels: dict[str, str], relations: tuple[Relation, ...]
) -> KnownNames:
    by_id = {member.id: member for member in members}
    whole: dict[str, dict[str, None]] = {}
    parts: dict[str, dict[str, None]] = {}
    for member in by_id.values():
        told = [each.relation for each in relations if each.person == member.id]
        for name in (labels[member.id], *_whole_names(member)):
            whole.setdefault(plain(name), {})[member.id] = None
        for name in _parts_of_names(member, told):
            parts.setdefault(plain(name), {})[member.id] = None
    whole.pop("", None)
    parts.pop("", None)
    return KnownNames(
        members=by_id,
        labels=labels,
        whole={name: tuple(ids) for name, ids in whole.items()},
        parts={name: tuple(ids) for name, ids in parts.items()},
        most_words=max((len(name.split()) for name in (*whole, *parts)), default=0),
    )


def _whole_names(member: Member) -> Iterator[str]:
    yield from _shortest_first(member)
    if isinstance(member, Worker):
        yield from member.name.split()
        yield from (member.role, member.agency, _IN_BRACKETS.sub("", member.role))
        return
    yield from (member.last_name, f"{member.last_name} {member.first_name}", member.own_script or "")
    yield from member.first_name.split()
    yield from _said_for(member.relationship)


def _shortest_first(member: Member) -> Iterator[str]:
    if isinstance(member, Worker):
        yield from (member.name, f"{member.name} {member.role}")
        return
    yield from (member.called, member.first_name, member.full_name)
    yield from (f"{member.called} {member.last_name}", f"{member.called} {member.relationship}")


def _parts_of_names(member: Member, relations: Iterable[str]) -> Iterator[str]:
    if isinstance(member, Worker):
        words = member.name.split()
        if words:
            yield f"{words[0]} {words[-1]}"
            yield _with_initial(words[0], words[-1])
        yield from re.split(r"[/,]", member.agency)
        return
    yield _with_initial(member.called, member.last_name)
    for name in (member.last_name, member.preferred_name or "", member.own_script or ""):
        yield from plain(name).split()
    yield from _said_for(plain(member.relationship).rpartition(" ")[2])
    for relation in relations:
        yield from _said_for(relation)


def _with_initial(name: str, last_name: str) -> str:
    """“Joe M”. There is none for A: “@joe a week” is a date."""
    initial = plain(last_name)[:1]
    return "" if initial in ("", "a") else f"{name} {initial}"


def _said_for(relationship: str) -> Iterator[str]:
    """The relationship, each of its alternatives, and what people say for them."""
    short = _IN_BRACKETS.sub("", relationship)
    yield relationship
    for name in (short, *re.split(r"/| or ", short)):
        yield name
        yield from _ALSO_SAID.get(plain(name), ())
