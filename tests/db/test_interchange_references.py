from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from db.interchange import read_families
from db.interchange.reading import UnsoundFile

HERE = Path(__file__).parent
SCHEMA: dict[str, Any] = json.loads((HERE.parents[1] / "db" / "families.schema.json").read_text("utf-8"))
FAMILIES: list[dict[str, Any]] = json.loads((HERE.parent / "families" / "every_key.json").read_text("utf-8"))[
    "families"
]
OWN = {("family", "ref"), ("person", "id"), ("professional", "id"), ("action", "id")}
STRANGER = "Quillfeather"

Way = tuple[str | int, ...]


def schema_says_an_id(schema: dict[str, Any]) -> bool:
    inner = [schema, *schema.get("anyOf", []), *schema.get("allOf", []), schema.get("items", {})]
    return any(each.get("$ref") == "#/$defs/id" for each in inner)


def ids_in(part: str, value: Any, path: Way) -> Iterator[tuple[str, str, Way]]:
    """Every id that names somebody or something: the part of the schema, the key, and the way there."""
    schema = SCHEMA["$defs"][part]
    for form in [schema, *schema.get("oneOf", [])]:
        for key, inner in form.get("properties", {}).items():
            if key not in value or value[key] in (None, []):
                continue
            if schema_says_an_id(inner):
                several = isinstance(value[key], list)
                yield part, key, (*path, key, 0) if several else (*path, key)
            yield from ids_within(inner, value[key], (*path, key))


def ids_within(schema: dict[str, Any], value: Any, path: Way) -> Iterator[Any]:
    part = schema.get("$ref", "").rsplit("/", 1)[-1]
    if part and isinstance(value, dict):
        yield from ids_in(part, value, path)
    if isinstance(value, list):
        for place, each in enumerate(value):
            yield from ids_within(schema["items"], each, (*path, place))


def named_ones() -> dict[tuple[str, str], tuple[int, Way]]:
    """One place for every key that names somebody: the family and the way there."""
    found: dict[tuple[str, str], tuple[int, Way]] = {}
    for number, family in enumerate(FAMILIES):
        for part, key, path in ids_in("family", family, ()):
            if (part, key) not in OWN:
                found.setdefault((part, key), (number, path))
    return found


NAMED = named_ones()


def test_every_key_of_the_schema_that_names_somebody_is_tried() -> None:
    keys = {
        (part, key)
        for part, schema in SCHEMA["$defs"].items()
        for form in [schema, *schema.get("oneOf", [])]
        for key, inner in form.get("properties", {}).items()
        if schema_says_an_id(inner)
    }
    assert set(NAMED) == keys - OWN


@pytest.mark.parametrize("named", NAMED, ids=".".join)
def test_whoever_is_named_has_to_be_there(named: tuple[str, str]) -> None:
    number, path = NAMED[named]
    family = copy.deepcopy(FAMILIES[number])
    spot: Any = family
    for step in path[:-1]:
        spot = spot[step]
    spot[path[-1]] = STRANGER
    with pytest.raises(UnsoundFile) as caught:
        read_families(json.dumps({"schema": 1, "families": [family]}))
    [sentence] = str(caught.value).splitlines()[1:]
    assert sentence.startswith(f"Family {family['ref']}: ")
    assert f"{named[1]}”" in sentence
    assert STRANGER not in sentence
