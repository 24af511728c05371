"""Whether a JSON text fits the schema, said in plain sentences that never repeat what it holds."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from itertools import pairwise
from typing import Any, Final, NoReturn

from db.interchange.places import OWN_WORDS, shown, step, where
from db.interchange.sentences import sentences
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
            parse_int=_whole,
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
    cleaned = _cleaned(given, [], lambda path, told: problems.append(f"{where(path, given)}: {told}"))
    if problems:
        return None, tuple(problems)
    return cleaned, sentences(cleaned)


class _NotAllowed(Exception):  # noqa: N818
    pass


class _Twice(dict[str, Any]):
    """A group in which a key stands twice."""

    key = ""


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    keys = sorted(key for key, _ in pairs)
    twice = _Twice(found)
    twice.key = next(key for key, after in pairwise(keys) if key == after)
    return twice


def _no_constant(_: str) -> NoReturn:
    raise _NotAllowed("NaN and Infinity are not numbers a family's file can hold.")


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise _NotAllowed("A number in the file is too large.")
    return number


def _whole(text: str) -> int:
    _finite(text)
    return int(text)


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


def _cleaned(given: Any, path: list[str | int], tell: Callable[[list[str | int], str], None]) -> Any:
    if isinstance(given, str):
        cleaned = clean_text(given)
        if max(len(given), len(cleaned)) > NOTE_LIMIT:
            tell(path, f"longer than {NOTE_LIMIT:,} characters.")
        return cleaned
    if isinstance(given, list):
        return [_cleaned(each, [*path, place], tell) for place, each in enumerate(given)]
    if isinstance(given, dict):
        found = {
            _cleaned(key, path, tell): _cleaned(each, [*path, step(path, place, key)], tell)
            for place, (key, each) in enumerate(given.items())
        }
        if isinstance(given, _Twice):
            key = "a key" if path and path[-1] in OWN_WORDS else f"“{shown(given.key)}”"
            tell(path, f"{key} stands twice in one group.")
        elif len(found) < len(given):
            tell(path, "two keys are the same once cleaned.")
        return found
    return given
