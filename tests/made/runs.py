"""Runs of changes to a family made up for tests: of every kind of entry, added, changed and taken away."""

from __future__ import annotations

import types
from dataclasses import is_dataclass
from datetime import date
from typing import Any, Literal, Union, cast, get_args, get_origin, get_type_hints

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from eymeeting.domain.actions import Action
from eymeeting.domain.entry import Entry
from eymeeting.domain.family import KEPT_IN, Change, Family
from eymeeting.domain.people import FamilyDetails, SafeContact

PARENTS = {"meeting": "meetings", "panel_item": "panel_items", "agreement": "agreements", "action": "actions"}
KINDS: list[type[Entry]] = [FamilyDetails, *KEPT_IN]
PLAIN: dict[Any, SearchStrategy[Any]] = {
    str: st.text(max_size=6),
    int: st.integers(1, 4),
    bool: st.booleans(),
    float: st.floats(0, 1000),
    date: st.dates(),
    type(None): st.none(),
}


def of(hint: Any) -> SearchStrategy[Any]:
    """Every value of a type, within the bounds that all numbers here have in common."""
    if get_origin(hint) in (Union, types.UnionType):
        return st.one_of([of(option) for option in get_args(hint)])
    if get_origin(hint) is Literal:
        return st.sampled_from(get_args(hint))
    if get_origin(hint) is tuple:
        return st.lists(of(get_args(hint)[0]), max_size=2).map(tuple)
    if is_dataclass(hint):
        return st.builds(
            cast("type[Any]", hint), **{name: of(inner) for name, inner in get_type_hints(hint).items()}
        )
    return PLAIN[hint]


def entries(kind: type[Entry], family: Family) -> SearchStrategy[Entry]:
    """Entries of a kind, some with the id of one that is there, all under parents that stay."""
    known = {name: of(hint) for name, hint in get_type_hints(kind).items()}
    there = [entry.id for entry in getattr(family, KEPT_IN[kind])]
    known["id"] = st.sampled_from(["x1", "x2", *there[:2]])
    for name, collection in PARENTS.items():
        if name in known:
            known[name] = st.sampled_from([entry.id for entry in getattr(family, collection)])
    if kind is Action:
        known["panel_item"] = st.none()
    return st.builds(kind, **known)


def details(family: Family) -> SearchStrategy[FamilyDetails]:
    """Other details of the same family."""
    known = {name: of(hint) for name, hint in get_type_hints(FamilyDetails).items()}
    known |= {"id": st.just(family.ref), "position": st.just(family.details.position)}
    known["safe_contact"] = st.none() | of(SafeContact).filter(lambda safe: safe != SafeContact())
    return st.builds(FamilyDetails, **known)


@st.composite
def runs(draw: st.DrawFn, start: Family) -> list[Change]:
    """A run of changes, each of the family as the ones before have left it."""
    family, made = start, list[Change]()
    stay = {entry.id for name in PARENTS.values() for entry in getattr(start, name)}
    for kind in draw(st.lists(st.sampled_from(KINDS), min_size=1, max_size=8)):
        if kind is FamilyDetails:
            made.append(Change(family=start.ref, before=family.details, after=draw(details(start))))
        else:
            wish = draw(entries(kind, start))
            before = next((each for each in getattr(family, KEPT_IN[kind]) if each.id == wish.id), None)
            goes = before is not None and wish.id not in stay and draw(st.booleans())
            made.append(Change(family=start.ref, before=before, after=None if goes else wish))
        family = family.after(made[-1])
    return made


def fullest(families: tuple[Family, ...]) -> Family:
    """One of them that has everything other entries can belong to."""
    return next(family for family in families if all(getattr(family, name) for name in PARENTS.values()))
