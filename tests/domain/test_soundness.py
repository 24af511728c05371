from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from db.interchange import read_families
from eymeeting.domain.agreement import Sharing
from eymeeting.domain.family import Family, collections
from eymeeting.domain.soundness import NAMES_SOMEBODY, faults

EVERY_KEY = Path(__file__).parents[1] / "families" / "every_key.json"
STRANGER = "Quillfeather"
NAMED = [(kind, field) for kind, names in NAMES_SOMEBODY.items() for field in names]


@pytest.fixture(scope="module")
def families() -> tuple[Family, ...]:
    return read_families(EVERY_KEY.read_text("utf-8"))


@pytest.fixture(scope="module")
def first(families: tuple[Family, ...]) -> Family:
    return families[0]


def with_stranger(value: Any, kind: type, field: str) -> Iterator[Any]:
    """The value with a stranger's id in a field of a kind, however deep that is."""
    if isinstance(value, kind) and (held := getattr(value, field)):
        named: Any = {field: (*held, STRANGER) if isinstance(held, tuple) else STRANGER}
        yield changed(value, named)
    for name in (each.name for each in fields(value)):
        if is_dataclass(inner := getattr(value, name)):
            yield from (changed(value, {name: each}) for each in with_stranger(inner, kind, field))


def changed(value: Any, fields_of_it: dict[str, Any]) -> Any:
    return replace(value, **fields_of_it)


def spoilt(families: tuple[Family, ...], kind: type, field: str) -> Iterator[Family]:
    for family in families:
        for name, entries in collections(family):
            for place, entry in enumerate(entries):
                for wrong in with_stranger(entry, kind, field):
                    kept: Any = {name: (*entries[:place], wrong, *entries[place + 1 :])}
                    yield replace(family, **kept)


def test_the_families_of_the_file_with_every_key_hold_together(families: tuple[Family, ...]) -> None:
    assert [faults(family) for family in families] == [()] * len(families)


@pytest.mark.parametrize(("kind", "field"), NAMED, ids=[f"{kind.__name__}.{field}" for kind, field in NAMED])
def test_a_name_of_nobody_is_found_wherever_it_stands(
    kind: type, field: str, families: tuple[Family, ...]
) -> None:
    wrong = list(spoilt(families, kind, field))
    assert wrong
    for family in wrong:
        [fault] = faults(family)
        assert fault.endswith("names nobody in this family.")
        assert field in fault
        assert STRANGER not in fault


def test_what_stands_in_a_meeting_is_told_by_the_meetings_number_and_its_place_there(first: Family) -> None:
    wrong = replace(first.scores[2], person=STRANGER)
    number = first.meeting(wrong.meeting).number
    assert faults(replace(first, scores=(*first.scores[:2], wrong, *first.scores[3:]))) == (
        f"meeting {number}, scores 3: “person” names nobody in this family.",
    )


def test_what_is_wrong_inside_a_value_is_told_with_the_way_there(first: Family) -> None:
    lines = [line for line in first.lines if line.visibility and line.visibility.to]
    visibility = lines[0].visibility
    assert visibility is not None
    wrong = replace(lines[0], visibility=replace(visibility, to=(STRANGER,)))
    kept = tuple(wrong if line.id == wrong.id else line for line in first.lines)
    [fault] = faults(replace(first, lines=kept))
    assert fault.endswith(": “visibility, to” names nobody in this family.")


def test_a_worker_may_not_have_the_id_of_somebody_of_the_family(first: Family) -> None:
    twin = replace(first.workers[0], id=first.people[0].id)
    assert faults(replace(first, workers=(*first.workers, twin))) == (
        "two people or workers have the same id.",
    )


def test_two_actions_may_not_have_the_same_id(first: Family) -> None:
    assert faults(replace(first, actions=(*first.actions, first.actions[0]))) == (
        "two actions have the same id.",
    )


def test_two_meetings_may_not_have_the_same_number(first: Family) -> None:
    again = replace(first.meetings[0], id="again")
    assert faults(replace(first, meetings=(*first.meetings, again))) == (
        "two meetings have the same number.",
    )


def test_an_update_of_no_action_is_found(families: tuple[Family, ...]) -> None:
    family = next(family for family in families if family.updates)
    updates = (*family.updates[:-1], replace(family.updates[-1], action=STRANGER))
    [fault] = faults(replace(family, updates=updates))
    assert fault.endswith(": “action” names no action of this family.")


def test_a_decision_to_share_at_no_meeting_is_found(first: Family) -> None:
    sharing = Sharing(id="lost", on=first.meetings[0].on, what="", shared=False, meeting=STRANGER)
    assert faults(replace(first, sharings=(sharing,))) == (
        "sharing 1: “meeting” names no meeting of this family.",
    )
