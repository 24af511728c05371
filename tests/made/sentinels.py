"""Families in which every text somebody may have typed is a word that can be found again wherever it leaks to."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

SENTINEL: Final = "Quillfeather"
SCHEMA: dict[str, Any] = json.loads(
    (Path(__file__).parents[2] / "db" / "families.schema.json").read_text("utf-8")
)
EVERY_KEY = Path(__file__).parents[1] / "families" / "every_key.json"
KNOWN_BY: Final = ("id", "day", "time")
"""Parts of the schema whose texts are no words of anybody's."""

KEPT: Final = ("ref", "area", "areas", "step")
"""Keys whose texts are names that the pack or the services give."""


def sentinel_families() -> str:
    """The families with every key there is, as an import takes them, all their words replaced."""
    told = json.loads(EVERY_KEY.read_text("utf-8"))
    for family in told["families"]:
        who = [each["id"] for each in (*family["people"], *family["professionals"])]
        family |= _filled(SCHEMA["$defs"]["family"], family, {each: each for each in who})
    return json.dumps(told)


def _filled(schema: dict[str, Any], told: Any, words: dict[str, str]) -> Any:
    """The same with other words; the same words stay the same everywhere, so that homes and services still fit."""
    if "$ref" in schema:
        name = schema["$ref"].rsplit("/", 1)[1]
        return told if name in KNOWN_BY else _filled(SCHEMA["$defs"][name], told, words)
    for several in ("anyOf", "oneOf", "allOf"):
        if several in schema:
            fitting = [each for each in schema[several] if _fits(each, told)]
            return _filled(fitting[0], told, words) if fitting else told
    if isinstance(told, dict):
        known, others = schema.get("properties", {}), schema.get("additionalProperties")
        return {
            key: each if key in KEPT else _filled(known.get(key, others or {}), each, words)
            for key, each in told.items()
        }
    if isinstance(told, list):
        return [_filled(schema.get("items", {}), each, words) for each in told]
    if isinstance(told, str) and told and not {"enum", "const", "format", "pattern"} & set(schema):
        return words.setdefault(told, f"{SENTINEL}{len(words)}")
    return told


def _fits(schema: dict[str, Any], told: Any) -> bool:
    while "$ref" in schema:
        if schema["$ref"].rsplit("/", 1)[1] in KNOWN_BY:
            return isinstance(told, str)
        schema = SCHEMA["$defs"][schema["$ref"].rsplit("/", 1)[1]]
    kinds = {
        "string": str,
        "array": list,
        "object": dict,
        "boolean": bool,
        "number": (int, float),
        "integer": int,
    }
    kind = schema.get("type")
    if kind == "null":
        return told is None
    return isinstance(told, kinds.get(kind, object)) if isinstance(kind, str) else True  # type: ignore[arg-type]
