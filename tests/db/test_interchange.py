from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest

from db.interchange import read_families, write_families
from db.store import Store
from eymeeting.demo import demo_families
from eymeeting.domain.family import KEPT_IN, Family

EVERY_KEY = (Path(__file__).parents[1] / "families" / "every_key.json").read_text("utf-8")
FILES = pytest.mark.parametrize("text", [EVERY_KEY, demo_families()], ids=["every key", "demo"])


def families_in(text: str) -> Any:
    return json.loads(text)["families"]


@FILES
def test_families_are_written_as_they_were_read(text: str) -> None:
    assert families_in(write_families(read_families(text))) == families_in(text)


@FILES
def test_families_come_out_of_the_database_as_they_went_in(text: str, store: Store) -> None:
    store.take_in(read_families(text))
    kept = [store.family(ref) for ref in store.refs()]
    assert families_in(write_families(kept)) == families_in(text)
    assert tuple(kept) == read_families(text)


def test_every_kind_of_entry_and_every_field_is_somewhere_in_the_file_with_every_key(
    every_key: tuple[Family, ...],
) -> None:
    filled: set[tuple[type, str]] = set()

    def look_at(value: Any) -> None:
        for field in fields(value):
            held = getattr(value, field.name)
            if held is not None:
                filled.add((type(value), field.name))
            if is_dataclass(held):
                look_at(held)

    for family in every_key:
        look_at(family.details)
        for name in KEPT_IN.values():
            for entry in getattr(family, name):
                look_at(entry)
    wanted = {(kind, field.name) for kind in KEPT_IN for field in fields(kind)}
    assert wanted - filled == set()


def test_a_mark_that_some_editors_put_first_does_no_harm() -> None:
    assert read_families("\ufeff" + EVERY_KEY) == read_families(EVERY_KEY)


def test_a_file_without_families_holds_none() -> None:
    assert read_families('{"schema": 1, "families": []}') == ()


def test_words_are_written_as_they_are_and_not_as_numbers(every_key: tuple[Family, ...]) -> None:
    written = write_families(every_key)
    assert "Wiśniewska" in written
    assert "\\u" not in written


def test_whole_numbers_with_a_point_are_whole_numbers(small: dict[str, Any]) -> None:
    small["families"][0]["meetings"][0]["scores"][0]["value"] = 7.0
    small["families"][0]["meetings"][0]["no"] = 1.0
    [family] = read_families(json.dumps(small))
    assert (family.scores[0].value, family.meetings[0].number) == (7, 1)
    assert isinstance(family.scores[0].value, int)
    assert isinstance(family.meetings[0].number, int)


def test_every_text_is_cleaned_on_its_way_in(small: dict[str, Any]) -> None:
    small["families"][0]["family_name"] = "Ly\u0301nch\r\n\u202eand\x00 Co\ud800"
    [family] = read_families(json.dumps(small))
    assert family.details.family_name == "Lýnch\nand Co"


def test_somebody_spelt_in_two_ways_is_one_person(small: dict[str, Any]) -> None:
    family = small["families"][0]
    family["people"][0]["id"] = "zoe\u0308"
    text = json.dumps(small).replace('"p1"', '"zo\u00eb"')
    [read] = read_families(text)
    assert read.people[0].id == "zoë"
    assert any(line.by == "zoë" for line in read.lines)


def test_empty_lists_and_groups_stay_different_from_absent_ones(small: dict[str, Any], store: Store) -> None:
    family = small["families"][0]
    meeting = family["meetings"][0]
    family |= {
        "safe_contact": {},
        "sharing": [],
        "lead_agreements": [],
        "updates_between": [],
        "contacts": [],
    }
    family["people"][0] |= {"relations": [], "formats": [], "hidden_from": []}
    family["people"][1].pop("relations", None)
    meeting |= {
        **{key: [] for key in ("contributions", "child_words", "priorities", "updates", "family_changes")},
        **{key: [] for key in ("step_times", "invitations", "heard", "left_open", "corrections")},
        "lead_agreed_by": [],
        "separate_from": [],
        "story": {},
        "journey": {"change": []},
    }
    family["panel_items"] = [
        {
            "date": "2026-11-22",
            "panel": "",
            "slot_minutes": 10,
            "brought_by": "w1",
            "why_now": "",
            "family_told": {"told": False, "agencies": []},
            "actions": [],
            "known": [],
        }
    ]
    store.take_in(read_families(json.dumps(small)))
    assert families_in(write_families([store.family("SMALL-1")])) == [family]
