"""Whole families in the interchange form, made up from the schema: every key, odd texts, absent and empty."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from eymeeting.domain.text import clean_text

SCHEMA: dict[str, Any] = json.loads(
    (Path(__file__).parents[2] / "db" / "families.schema.json").read_text("utf-8")
)
PEOPLE, WORKERS = ("p1", "Zoe\u0308 %_\\"), ("w\u202e 1",)
ODD = (
    *("", " ", "\r\n", "a\rb", "e\u0301", "\u212b", "\ufb2c", "[/]", "\x1b[2J", "\x00", "\u202eabc\u2066"),
    *(
        "\ud800",
        "\udc00\ud83d",
        "\ufffe",
        "ẞß",
        "İı",
        "محمد",
        "한국",
        "👩‍👩‍👧",
        "𝔄",
        "'; drop table family",
        "null",
        "7",
    ),
)
TEXTS = st.sampled_from(ODD) | st.text(st.characters(exclude_categories=()), max_size=8)
DAYS = st.dates().map(str)
LEAVES: dict[str, SearchStrategy[Any]] = {
    "id": st.sampled_from((*PEOPLE, *WORKERS)),
    "day": DAYS,
    "time": st.times().map(lambda time: f"{time:%H:%M}"),
}


def of(schema: dict[str, Any]) -> SearchStrategy[Any]:
    """Everything that fits a part of the schema, but for ids that have to be somebody's own."""
    if "$ref" in schema:
        return of_part(schema["$ref"].rsplit("/", 1)[1])
    for several in ("anyOf", "oneOf", "allOf"):
        if several in schema:
            return st.one_of([of(each) for each in schema[several]])
    if "const" in schema or "enum" in schema:
        return st.sampled_from(schema.get("enum", [schema.get("const")]))
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    return st.one_of([of_kind(kind, schema) for kind in kinds])


PARTS: dict[str, SearchStrategy[Any]] = {}


def of_part(name: str) -> SearchStrategy[Any]:
    if name not in PARTS:
        PARTS[name] = LEAVES[name] if name in LEAVES else of(SCHEMA["$defs"][name])
    return PARTS[name]


def of_kind(kind: str, schema: dict[str, Any]) -> SearchStrategy[Any]:
    low, high = schema.get("minimum"), schema.get("maximum")
    match kind:
        case "string":
            return TEXTS
        case "null":
            return st.none()
        case "boolean":
            return st.booleans()
        case "integer":
            return st.integers(low, high)
        case "number":
            return st.floats(low, 1e300) | st.integers(low, 10**15)
        case "array":
            return st.lists(of(schema["items"]), max_size=2)
        case _:
            return of_group(schema)


def of_group(schema: dict[str, Any]) -> SearchStrategy[Any]:
    if schema["additionalProperties"]:
        pairs = st.lists(
            st.tuples(TEXTS, of(schema["additionalProperties"])),
            max_size=2,
            unique_by=lambda pair: clean_text(pair[0]),
        )
        return pairs.map(dict)
    known = {key: of(inner) for key, inner in schema["properties"].items()}
    needed = {key: known.pop(key) for key in schema.get("required", ())}
    return st.fixed_dictionaries(needed, optional=known)


@st.composite
def families_in_json(draw: DrawFn, most: int = 2) -> dict[str, Any]:
    """A file of families that hold together, as an import is given it: texts are not cleaned yet."""
    families = [
        put_right(draw, draw(of_part("family")), place) for place in range(draw(st.integers(1, most)))
    ]
    return {"schema": 1, "families": families}


def put_right(draw: DrawFn, family: dict[str, Any], place: int) -> dict[str, Any]:
    """The family with every id its own, and nobody named who is not there."""
    family["ref"] = f"F{place} {draw(TEXTS)}"
    for key, part, ids in (("people", "person", PEOPLE), ("professionals", "professional", WORKERS)):
        family[key] = [{**draw(of_part(part)), "id": own} for own in ids]
    numbers = draw(st.lists(st.integers(1, 2**63 - 1), min_size=2, max_size=2, unique=True))
    for number, meeting in zip(numbers, family["meetings"], strict=False):
        meeting["no"] = number
    actions = [each for group in (*family["meetings"], *family["panel_items"]) for each in group["actions"]]
    for number, action in enumerate(actions):
        action["id"] = f"a{number}"
    for group, key in lists_of_updates(family):
        group[key] = group[key] if actions else []
        for update in group[key]:
            update["action"] = draw(st.sampled_from(actions))["id"]
    for sharing in family.get("sharing", []):
        if family["meetings"] and "meeting" in sharing:
            sharing["meeting"] = draw(st.sampled_from(family["meetings"]))["no"]
        else:
            sharing.pop("meeting", None)
    return family


def lists_of_updates(family: dict[str, Any]) -> Iterator[tuple[dict[str, Any], str]]:
    yield from ((meeting, "updates") for meeting in family["meetings"] if "updates" in meeting)
    if "updates_between" in family:
        yield family, "updates_between"


def kept(given: Any, key: str = "") -> Any:
    """What an import keeps of it: cleaned texts, and money as a number with a point."""
    if isinstance(given, str):
        return clean_text(given)
    if isinstance(given, list):
        return [kept(each) for each in given]
    if isinstance(given, dict):
        return {clean_text(inner): kept(each, inner) for inner, each in given.items()}
    return float(given) if key == "budget_pounds" else given


def as_text(value: Any) -> str:
    """JSON text in which true and 1 differ, and the order of keys does not count."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False)
