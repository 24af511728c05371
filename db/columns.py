"""Entries as table columns and back: a value inside an entry becomes columns that begin with its name."""

from __future__ import annotations

import types
from collections.abc import Hashable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, Final, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from eymeeting.domain.entry import Entry

E = TypeVar("E", bound=Entry)


def to_columns(entry: Entry) -> dict[str, Any]:
    """The columns of an entry's table, by name."""
    return _flat(entry, "")


def from_columns(kind: type[E], row: Mapping[str, Any]) -> E:
    """The entry that a row holds."""
    found = _whole(kind, row, "")
    return cast("E", found)


def _flat(value: Any, prefix: str) -> dict[str, Any]:
    columns: dict[str, Any] = {}
    for name, form in _forms(cast("Hashable", type(value))).items():
        held = getattr(value, name)
        if is_dataclass(form):
            columns |= _flat(held, f"{prefix}{name}_") if held is not None else {}
        elif form is _SCORE:
            columns[prefix + name] = str(held)
        else:
            columns[prefix + name] = list(held) if isinstance(held, tuple) else held
    return columns


def _whole(kind: Any, row: Mapping[str, Any], prefix: str) -> Any:
    values: dict[str, Any] = {}
    for name, form in _forms(kind).items():
        if is_dataclass(form):
            values[name] = _whole(form, row, f"{prefix}{name}_")
            continue
        held = row[prefix + name]
        if form is tuple and held is not None:
            held = _texts(held)
        elif form is _SCORE and held.isdigit():
            held = int(held)
        values[name] = held
    if prefix and all(value is None for value in values.values()):
        return None
    return kind(**values)


def _texts(held: Any) -> tuple[str, ...]:
    if not isinstance(held, list):
        raise ValueError("a list of texts is something else")
    return tuple(held)


_SCORE: Final = "a score"


@cache
def _forms(kind: Hashable) -> dict[str, Any]:
    """What each field is: a value with fields of its own, a list, a score, or plain."""
    hints = get_type_hints(cast("type", kind))
    return {field.name: _form(hints[field.name]) for field in fields(cast("Any", kind))}


def _form(hint: Any) -> Any:
    options = get_args(hint) if get_origin(hint) in (Union, types.UnionType) else (hint,)
    options = tuple(option for option in options if option is not type(None))
    if int in options and any(get_origin(option) is Literal for option in options):
        return _SCORE
    if get_origin(options[0]) is tuple:
        return tuple
    return options[0] if is_dataclass(options[0]) else None
