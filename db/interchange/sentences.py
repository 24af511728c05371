"""What does not fit the schema, in plain sentences that never repeat what a file holds."""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, Final

from db.interchange.places import KEY_SHOWN, shown, steps, where


@cache
def families_schema() -> dict[str, Any]:
    """The JSON Schema of the interchange form."""
    loaded: dict[str, Any] = json.loads(files("db").joinpath("families.schema.json").read_text("utf-8"))
    return loaded


def sentences(given: Any) -> tuple[str, ...]:
    """Every problem of what a JSON text holds, each with the place where it is."""
    from jsonschema import Draft202012Validator, FormatChecker

    formats = FormatChecker(formats=())
    formats.checks("date")(_is_day)
    validator = Draft202012Validator(families_schema(), format_checker=formats)
    told = (_told(error) for error in validator.iter_errors(given))
    found = (f"{where(steps(path, given), given)}: {problem}" for path, problem in told)
    return tuple(dict.fromkeys(found))


def _told(error: Any) -> tuple[list[str | int], str]:
    """Where an error is and what it says: of several forms a value may have, of the one it is meant to be."""
    if error.validator not in ("anyOf", "oneOf"):
        return list(error.absolute_path), _problem(error)
    forms: dict[int, list[Any]] = {}
    for inner in error.context:
        forms.setdefault(inner.schema_path[0], []).append(inner)
    for form in forms.values():
        if not any(_is_of_another_form(inner) for inner in form):
            return _told(form[0])
    other = [inner for inner in error.context if _is_of_another_form(inner)]
    choices = [choice for inner in other for choice in _choices(inner)]
    return list(other[0].absolute_path), f"must be {_either(choices)}."


def _is_of_another_form(error: Any) -> bool:
    """Whether it says that the value is not meant to have this form at all."""
    return error.validator in ("enum", "const") or (error.validator == "type" and not error.path)


_KINDS: Final = {
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "array": "a list",
    "object": "a group",
    "null": "null",
}


def _choices(error: Any) -> list[str]:
    limit = error.validator_value
    listed = limit if isinstance(limit, list) else [limit]
    return [_KINDS[each] if error.validator == "type" else str(each) for each in listed]


def _either(choices: Iterable[str]) -> str:
    *others, last = dict.fromkeys(choices)
    return f"{', '.join(others)} or {last}" if others else last


def _problem(error: Any) -> str:
    limit = error.validator_value
    match error.validator:
        case "required":
            missing = [f"“{key}”" for key in limit if key not in error.instance]
            return f"{', '.join(missing)} {'is' if len(missing) == 1 else 'are'} missing."
        case "additionalProperties":
            return _unknown_keys(error.instance, error.schema["properties"])
        case "enum" | "const" | "type":
            return f"must be {_either(_choices(error))}."
        case "minimum":
            return f"must be {limit} or more."
        case "maximum":
            return f"must be {limit} or less."
        case "minLength":
            return "must not be empty."
        case "pattern" | "maxLength":
            return "must be a time such as 13:30."
        case "format":
            return "must be a day such as 2026-11-22."
        case _:
            return "does not fit."


_KEYS_TOLD: Final = 5


def _unknown_keys(group: Mapping[str, Any], known: Mapping[str, Any]) -> str:
    told = []
    unknown = [key for key in group if key not in known]
    for wrong in unknown[:_KEYS_TOLD]:
        near = difflib.get_close_matches(wrong[:KEY_SHOWN], known, n=1)
        hint = f" Did you mean “{near[0]}”?" if near else ""
        told.append(f"“{shown(wrong)}” is not a key here.{hint}")
    if len(unknown) > _KEYS_TOLD:
        told.append(f"Nor are {len(unknown) - _KEYS_TOLD:,} more.")
    return " ".join(told)


def _is_day(value: object) -> bool:
    if not isinstance(value, str):
        return True
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", value, re.ASCII):
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True
