import json
import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker

ROOT = Path(__file__).parents[2]
SCHEMA: dict[str, Any] = json.loads((ROOT / "db" / "families.schema.json").read_text("utf-8"))
GIVEN: dict[str, Any] = json.loads(Path(__file__).with_name("every_key.json").read_text("utf-8"))

NAMES_ONE = (
    *("by", "who", "chair", "recorder", "lead_professional", "owner", "who_will_ask", "brought_by", "person"),
    *(
        "substitute_for",
        "reassigned_to",
        "handed_to",
        "said_by",
        "raised_by",
        "heard_by",
        "asked_by",
        "locked_by",
        "child",
    ),
)
NAMES_SEVERAL = (
    "to",
    "hidden_from",
    "helpers",
    "lead_agreed_by",
    "separate_from",
    "agreed_by",
    "for_children",
)


def resolved(schema: dict[str, Any]) -> dict[str, Any]:
    while "$ref" in schema:
        found: Any = SCHEMA
        for key in schema["$ref"].removeprefix("#/").split("/"):
            found = found[key]
        schema = found
    return schema


def forms(schema: dict[str, Any]) -> list[dict[str, Any]]:
    """The forms a value may take: one, or each of several."""
    schema = resolved(schema)
    inner = [each for key in ("anyOf", "oneOf", "allOf") for each in schema.get(key, [])]
    return [form for each in inner for form in forms(each)] or [schema]


def choices(form: dict[str, Any]) -> list[str]:
    """What a value of this form may be, where the schema lists it."""
    if "enum" in form or "const" in form:
        return [json.dumps(each) for each in form.get("enum", [form.get("const")])]
    kinds = form["type"] if isinstance(form["type"], list) else [form["type"]]
    listed = {"boolean": ["true", "false"], "null": ["null"]}
    return [choice for kind in kinds for choice in listed.get(kind, [f"a {kind}"])]


def wanted(schema: dict[str, Any], at: str) -> Iterator[str]:
    """Every key and every listed value that a schema knows, each with where it stands."""
    for form in forms(schema):
        yield from (f"{at} = {choice}" for choice in choices(form))
        for key, inner in form.get("properties", {}).items():
            yield from wanted(inner, f"{at}.{key}")
        for key, step in (("items", "[]"), ("additionalProperties", ".*")):
            if form.get(key):
                yield from wanted(form[key], f"{at}{step}")


def held(value: Any, schema: dict[str, Any], at: str) -> Iterator[str]:
    """Every key and every listed value that is there, each with where it stands."""
    [form] = [each for each in forms(schema) if fits(value, each)]
    yield from (
        f"{at} = {choice}" for choice in choices(form) if choice in (json.dumps(value), kind_of(value))
    )
    if isinstance(value, list):
        for each in value:
            yield from held(each, form["items"], f"{at}[]")
    elif isinstance(value, dict):
        known = form.get("properties", {})
        for key, each in value.items():
            inner, step = (known[key], key) if key in known else (form["additionalProperties"], "*")
            yield from held(each, inner, f"{at}.{step}")


def fits(value: Any, form: dict[str, Any]) -> bool:
    return checker(json.dumps(form)).is_valid(value)


@cache
def checker(form: str) -> Draft202012Validator:
    return Draft202012Validator({**json.loads(form), "$defs": SCHEMA["$defs"]})


def kind_of(value: Any) -> str:
    kinds = {str: "string", int: "integer", float: "number", list: "array", dict: "object"}
    return f"a {kinds.get(type(value), 'null')}"


def every(value: Any, key: str) -> Iterator[Any]:
    """Everything that stands under a key, however deep."""
    if isinstance(value, dict):
        yield from ([value[key]] if key in value else [])
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from every(each, key)


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from texts(each)


def meetings() -> Iterator[dict[str, Any]]:
    return (meeting for family in GIVEN["families"] for meeting in family["meetings"])


def test_the_file_fits_the_schema() -> None:
    validator = Draft202012Validator(SCHEMA, format_checker=FormatChecker(formats=("date",)))
    assert [error.message for error in validator.iter_errors(GIVEN)] == []


def test_every_key_and_every_listed_value_is_there() -> None:
    assert set(wanted(SCHEMA, "")) - set(held(GIVEN, SCHEMA, "")) == set()


def test_every_score_from_one_to_ten_is_there() -> None:
    values = {score["value"] for meeting in meetings() for score in meeting["scores"]}
    assert {*range(1, 11), "prefer_not_to_say", "not_asked"} == values


def test_nobody_is_named_who_is_not_there() -> None:
    for family in GIVEN["families"]:
        members = {each["id"] for each in (*family["people"], *family["professionals"])}
        assert len(members) == len(family["people"]) + len(family["professionals"])
        named = {
            each for key in NAMES_ONE for each in every(family, key) if each and not re.match(r"\d{4}-", each)
        }
        for key in NAMES_SEVERAL:
            for each in every(family, key):
                named.update([each] if isinstance(each, str) else each)
        assert named - members == set(), family["ref"]


def test_an_update_is_of_an_action_that_is_there() -> None:
    for family in GIVEN["families"]:
        agreed = every([family["meetings"], family["panel_items"]], "actions")
        actions = [action["id"] for several in agreed for action in several]
        assert len(set(actions)) == len(actions)
        assert set(every(family, "action")) <= set(actions)


def test_unfinished_things_are_there() -> None:
    unfinished = [meeting for meeting in meetings() if "outcome" not in meeting]
    assert any(each.get("reply") for meeting in unfinished for each in meeting["attendance"])
    assert any(
        meeting["child_words"] and meeting["scores"] for meeting in unfinished if "child_words" in meeting
    )
    assert any(not meeting["attendance"] for meeting in unfinished)
    lines = [line for part in ("past", "present", "good_at") for each in every(GIVEN, part) for line in each]
    assert {"by" in line for line in lines} == {True, False}
    assert any("decision" not in item for family in GIVEN["families"] for item in family["panel_items"])


def test_odd_names_and_days_are_there() -> None:
    people = [person for family in GIVEN["families"] for person in family["people"]]
    names = " ".join(f"{person['first_name']} {person['last_name']}" for person in people)
    assert all(letter in names for letter in "'łśạỳáí🌟[]")
    assert any(not person["last_name"] for person in people)
    assert any("ARABIC" in unicodedata.name(person.get("own_script", "-")[0]) for person in people)
    assert any((person["dob"] or "").endswith("-02-29") for person in people)
    days = {meeting["date"] for meeting in meetings() if meeting["start"] < "02:00"}
    assert {"2026-03-29", "2026-10-25"} <= days


def test_every_text_is_as_it_would_be_kept() -> None:
    assert all(unicodedata.is_normalized("NFC", text) for text in texts(GIVEN))


def test_nobody_in_it_can_be_real() -> None:
    assert all(re.match(r"0(7700 900|1632 960)\d{3}$", phone) for phone in every(GIVEN, "phone"))
    assert all(email.endswith("@example.org") for email in every(GIVEN, "email"))
    assert all(code == "" or code.startswith("ZZ99 ") for code in every(GIVEN, "postcode"))
    numbers = list(every(GIVEN, "nhs_number"))
    assert numbers
    assert all(is_a_test_number(number) for number in numbers)


def is_a_test_number(number: str) -> bool:
    """In the range kept for tests, with the check digit the NHS data dictionary asks for."""
    digits = [int(digit) for digit in number.replace(" ", "")]
    weighed = sum(digit * weight for digit, weight in zip(digits[:9], range(10, 1, -1), strict=True))
    return digits[:3] == [9, 9, 9] and len(digits) == 10 and (11 - weighed % 11) % 11 == digits[9]
