"""Parental responsibility is asked about, never assumed."""

from __future__ import annotations

import re
from typing import Final

from eymeeting.domain.people import Person
from eymeeting.domain.text import folded

_CARERS: Final = frozenset(
    (
        *("mother", "mum", "mummy", "mam", "mama", "stepmother", "stepmum"),
        *("father", "dad", "daddy", "papa", "stepfather", "stepdad"),
        *("parent", "stepparent", "guardian", "carer"),
    )
)
"""Words of a relationship by which somebody may have parental responsibility, or be taken to have it."""


def is_carer(person: Person) -> bool:
    """Whether somebody is a grown-up who may have parental responsibility, or be taken to have it."""
    words = re.findall(r"\w+", re.sub(r"\([^)]*\)", "", folded(person.relationship)))
    return person.kind == "adult" and not _CARERS.isdisjoint(words)


def to_ask(person: Person) -> str | None:
    """The question that stands while it is not known whether a carer has parental responsibility."""
    if person.parental_responsibility is not None or person.died is not None or not is_carer(person):
        return None
    return question(person.called)


def question(name: str) -> str:
    """The question while it is not known of somebody."""
    return f"Does {name} have parental responsibility? It is not known yet."
