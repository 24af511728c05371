"""Whether a family's file holds together: every id once, and nobody named who is not there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import Any, Final

from eymeeting.domain.actions import Action, Update
from eymeeting.domain.agreement import Agreement
from eymeeting.domain.contact import Contact
from eymeeting.domain.entry import Entry, Visibility
from eymeeting.domain.family import Family, collections
from eymeeting.domain.meeting import (
    Attendance,
    ChildWords,
    Closure,
    Contribution,
    Copy,
    Correction,
    EasyWords,
    FamilyChange,
    Heard,
    Invitation,
    LeadAgreement,
    Line,
    Meeting,
    Priority,
    Safeguarding,
    SafetyScore,
    Score,
)
from eymeeting.domain.panel import FamilyTold, Known, PanelItem, TellFamily
from eymeeting.domain.people import Household, Person, Relation

NAMES_SOMEBODY: Final[dict[type, tuple[str, ...]]] = {
    Household: ("hidden_from",),
    Person: ("hidden_from",),
    Relation: ("person", "child"),
    Agreement: ("by", "interpreter", "for_children"),
    Meeting: (
        "chair",
        "recorder",
        "lead_professional",
        "lead_agreed_by",
        "separate_from",
        "locked_by",
        "watched_by",
    ),
    Attendance: ("who", "substitute_for"),
    Line: ("by", "not_for", "times_not_for"),
    Score: ("person", "asked_by", "entered_by", "not_for"),
    Contribution: ("by", "not_for"),
    ChildWords: ("who", "heard_by", "not_for"),
    Priority: ("not_for",),
    Action: ("owner", "helpers", "who_will_ask", "not_for", "times_not_for"),
    Update: ("reassigned_to", "not_for"),
    Copy: ("to",),
    FamilyChange: ("person",),
    Closure: ("handed_to", "said_by", "not_for"),
    Safeguarding: ("raised_by",),
    SafetyScore: ("person", "asked_by", "not_for"),
    LeadAgreement: ("worker", "agreed_by"),
    PanelItem: ("brought_by",),
    FamilyTold: ("by",),
    TellFamily: ("who",),
    Known: ("by", "not_for"),
    Invitation: ("who",),
    Heard: ("who",),
    Correction: ("by",),
    Contact: ("by", "who", "not_for"),
    EasyWords: ("confirmed_by",),
    Visibility: ("to",),
}
"""The fields that hold the ids of people and workers of the family."""


def faults(family: Family) -> tuple[str, ...]:
    """What does not hold together, a sentence each that names the field but never what it holds."""
    return (*_twice(family), *_nobody(family), *_no_action(family))


def _twice(family: Family) -> Iterator[str]:
    members = [entry.id for entry in (*family.people, *family.workers)]
    if len(set(members)) < len(members):
        yield "two people or workers have the same id."
    actions = [action.id for action in family.actions]
    if len(set(actions)) < len(actions):
        yield "two actions have the same id."
    numbers = [meeting.number for meeting in family.meetings]
    if len(set(numbers)) < len(numbers):
        yield "two meetings have the same number."


def _nobody(family: Family) -> Iterator[str]:
    members = {entry.id for entry in (*family.people, *family.workers)}
    for name, entries in collections(family):
        for place, entry in enumerate(entries, start=1):
            for field in _strangers(entry, members):
                yield f"{_where(family, name, entry, place)}: “{field}” names nobody in this family."


def _strangers(value: Any, members: set[str]) -> Iterator[str]:
    for field in NAMES_SOMEBODY.get(type(value), ()):
        held = getattr(value, field)
        named: Iterable[str] = () if held is None else (held,) if isinstance(held, str) else held
        if any(each not in members for each in named):
            yield field
    for field in (each.name for each in fields(value)):
        inner = getattr(value, field)
        if type(inner) in NAMES_SOMEBODY:
            yield from (f"{field}, {each}" for each in _strangers(inner, members))


def _no_action(family: Family) -> Iterator[str]:
    known = {action.id for action in family.actions}
    meetings = {meeting.id for meeting in family.meetings}
    for place, update in enumerate(family.updates, start=1):
        if update.action not in known:
            yield f"{_where(family, 'updates', update, place)}: “action” names no action of this family."
    for place, sharing in enumerate(family.sharings, start=1):
        if sharing.meeting is not None and sharing.meeting not in meetings:
            yield f"sharing {place}: “meeting” names no meeting of this family."


def _where(family: Family, name: str, entry: Entry, place: int) -> str:
    parent = getattr(entry, "meeting", None)
    if parent is None:
        return f"{name.replace('_', ' ')} {place}"
    among = [each for each in getattr(family, name) if each.meeting == parent]
    return f"meeting {family.meeting(parent).number}, {name.replace('_', ' ')} {among.index(entry) + 1}"
