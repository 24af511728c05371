"""How entries and their JSON correspond: by field, with the few names that differ in one table."""

from __future__ import annotations

import types
from collections.abc import Hashable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any, Final, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from eymeeting.domain.actions import Action, Update
from eymeeting.domain.agreement import Agreement, Sharing
from eymeeting.domain.contact import Contact
from eymeeting.domain.meeting import (
    Copy,
    Correction,
    EasyWords,
    Evidence,
    FamilyChange,
    Invitation,
    Meeting,
    NextMeeting,
    Score,
)
from eymeeting.domain.panel import FamilyTold, PanelItem
from eymeeting.domain.people import FamilyDetails

T = TypeVar("T")

KEYS: Final[Mapping[type, Mapping[str, str]]] = {
    FamilyDetails: {"id": "ref"},
    Agreement: {"on": "date"},
    Sharing: {"on": "date"},
    Meeting: {"number": "no", "on": "date"},
    Score: {"on": "date"},
    Evidence: {"on": "date"},
    NextMeeting: {"on": "date"},
    FamilyChange: {"on": "date"},
    Copy: {"on": "date"},
    Update: {"on": "date", "due": "by"},
    Action: {"due": "by"},
    PanelItem: {"on": "date"},
    FamilyTold: {"on": "date"},
    Invitation: {"on": "date"},
    Correction: {"on": "date"},
    Contact: {"on": "date"},
    EasyWords: {"on": "date"},
}
"""Where a field's name and its key differ."""


def to_json(value: Any, leave_out: frozenset[str] = frozenset()) -> dict[str, Any]:
    """An entry or a value as a JSON object: absent is left out, ``null`` stays where it means not known."""
    keys = KEYS.get(type(value), {})
    found = {}
    for field in fields(value):
        held = getattr(value, field.name)
        if field.name in leave_out or (held is None and _may_be_left_out(field)):
            continue
        found[keys.get(field.name, field.name)] = _plain(held)
    return found


def from_json(kind: type[T], given: Mapping[str, Any], **known: Any) -> T:
    """An entry or a value from a JSON object that fits the schema. ``known`` are fields it does not hold."""
    keys = KEYS.get(kind, {})
    values = dict(known)
    for name, hint in _hints(cast("Hashable", kind)).items():
        key = keys.get(name, name)
        if name not in known and key in given:
            values[name] = _typed(hint, given[key])
    return kind(**values)


def _may_be_left_out(field: Field[Any]) -> bool:
    return field.default is not MISSING


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if is_dataclass(value):
        return to_json(value)
    return value


def _typed(hint: Any, value: Any) -> Any:
    if value is None:
        return None
    options = get_args(hint) if get_origin(hint) in (Union, types.UnionType) else (hint,)
    for option in options:
        if option is date:
            return date.fromisoformat(value)
        if get_origin(option) is tuple:
            return tuple(_typed(get_args(option)[0], each) for each in value)
        if is_dataclass(option):
            return from_json(cast("type[Any]", option), value)
        if option in (int, float) and isinstance(value, int | float):
            return option(value)
    return value


@cache
def _hints(kind: Hashable) -> dict[str, Any]:
    return get_type_hints(cast("type", kind))
