"""Whether a JSON text fits the schema, said in plain sentences that never repeat what it holds."""

from __future__ import annotations

import difflib
import json
import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, Final, NoReturn

from eymeeting.domain.text import NOTE_LIMIT, clean_text

SIZE_LIMIT: Final = 20_000_000
"""Characters in a file."""

DEPTH_LIMIT: Final = 40
"""Lists and groups inside one another."""


def checked(text: str) -> tuple[Any, tuple[str, ...]]:
    """What the text holds, cleaned, and every problem found, a sentence each.

    Where there is a problem, the first part is of no use.
    """
    if len(text) > SIZE_LIMIT:
        return None, (f"The file is larger than {SIZE_LIMIT // 1_000_000} million characters.",)
    try:
        given = json.loads(
            text.removeprefix("\ufeff"),
            object_pairs_hook=_once,
            parse_constant=_no_constant,
            parse_float=_finite,
        )
    except json.JSONDecodeError as problem:
        return None, (f"Line {problem.lineno}, column {problem.colno} is not JSON.",)
    except _NotAllowed as problem:
        return None, (str(problem),)
    except (RecursionError, ValueError):
        return None, ("The file holds something no family needs: groups too deep, or a number too long.",)
    if _depth(given) > DEPTH_LIMIT:
        return None, (f"The file has more than {DEPTH_LIMIT} lists and groups inside one another.",)
    problems: list[str] = []
    given = _cleaned(given, [], problems)
    if problems:
        return None, tuple(problems)
    return given, tuple(_sentences(given))


@cache
def families_schema() -> dict[str, Any]:
    """The JSON Schema of the interchange form."""
    loaded: dict[str, Any] = json.loads(files("db").joinpath("families.schema.json").read_text("utf-8"))
    return loaded


class _NotAllowed(Exception):  # noqa: N818
    pass


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise _NotAllowed(f"The key “{_short(twice)}” stands twice in one group.")
    return found


def _no_constant(_: str) -> NoReturn:
    raise _NotAllowed("NaN and Infinity are not numbers a family's file can hold.")


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise _NotAllowed("A number in the file is too large.")
    return number


def _depth(given: Any) -> int:
    deepest, level = 0, [given]
    while level and deepest <= DEPTH_LIMIT:
        level = [
            inner
            for each in level
            if isinstance(each, dict | list)
            for inner in (each.values() if isinstance(each, dict) else each)
        ]
        deepest += 1
    return deepest


def _cleaned(given: Any, path: list[str | int], problems: list[str]) -> Any:
    if isinstance(given, str):
        if len(given) > NOTE_LIMIT:
            problems.append(f"{_where(path, None)}: longer than {NOTE_LIMIT:,} characters.")
        return clean_text(given)
    if isinstance(given, list):
        return [_cleaned(each, [*path, place], problems) for place, each in enumerate(given)]
    if isinstance(given, dict):
        found = {clean_text(key): _cleaned(each, [*path, key], problems) for key, each in given.items()}
        if len(found) < len(given):
            problems.append(f"{_where(path, None)}: two keys are the same once cleaned.")
        return found
    return given


def _sentences(given: Any) -> Iterator[str]:
    from jsonschema import Draft202012Validator, FormatChecker

    formats = FormatChecker(formats=())
    formats.checks("date")(_is_day)
    validator = Draft202012Validator(families_schema(), format_checker=formats)
    for error in validator.iter_errors(given):
        inner = _telling(error)
        yield f"{_where(list(inner.absolute_path), given)}: {_problem(inner)}"


def _telling(error: Any) -> Any:
    """The error that says most: of several forms a value may have, the one it comes nearest to."""
    if error.validator in ("anyOf", "oneOf") and error.context:
        meant = [
            inner
            for inner in error.context
            if not (inner.validator == "type" and inner.validator_value == "null")
        ]
        deepest = sorted(
            meant, key=lambda inner: (inner.validator in ("enum", "const", "type"), -len(inner.path))
        )
        return _telling(deepest[0])
    return error


_COARSE: Final = frozenset({"enum", "const", "type"})
_KINDS: Final = {
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "array": "a list",
    "object": "a group",
    "null": "null",
}


def _problem(error: Any) -> str:
    limit = error.validator_value
    match error.validator:
        case "required":
            missing = next(key for key in limit if key not in error.instance)
            return f"“{missing}” is missing."
        case "additionalProperties":
            return _unknown_key(error.instance, error.schema["properties"])
        case "type":
            kinds = [limit] if isinstance(limit, str) else limit
            return f"must be {' or '.join(_KINDS[kind] for kind in kinds)}."
        case "enum":
            return f"must be one of {', '.join(str(each) for each in limit)}."
        case "const":
            return f"must be {limit}."
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


def _unknown_key(group: Mapping[str, Any], known: Iterable[str]) -> str:
    wrong = next(key for key in group if key not in known)
    near = difflib.get_close_matches(wrong, list(known), n=1)
    hint = f" Did you mean “{near[0]}”?" if near else ""
    return f"“{_short(wrong)}” is not a key here.{hint}"


def _where(path: Sequence[str | int], given: Any) -> str:
    """The place in words: the family by its reference, then each list and field, counted from one."""
    words: list[str] = []
    rest = list(path)
    if len(rest) >= 2 and rest[0] == "families" and isinstance(rest[1], int):
        words.append(f"Family {_ref(given, rest[1])}")
        rest = rest[2:]
    words += [str(step + 1) if isinstance(step, int) else _short(step) for step in rest]
    told = ", ".join(words) if words else "The file"
    return re.sub(r", (\d+)", r" \1", told)


def _ref(given: Any, place: int) -> str:
    try:
        ref = given["families"][place]["ref"]
    except (TypeError, KeyError, IndexError):
        ref = None
    return (
        ref
        if isinstance(ref, str) and re.fullmatch(r"[\w./-]{1,40}", ref)
        else f"number {place + 1} in the file"
    )


def _short(key: str) -> str:
    return key if len(key) <= 40 else key[:39] + "…"


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
