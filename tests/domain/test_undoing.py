from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made.runs import fullest, runs

from db.interchange import read_families
from eymeeting.domain.corrections import corrections
from eymeeting.domain.family import Family
from eymeeting.packs import default_pack

TODAY = date(2026, 11, 22)
PACK = default_pack()
EVERY_KEY = Path(__file__).parents[1] / "families" / "every_key.json"


@pytest.fixture(scope="module")
def finished() -> Family:
    """A family with everything in it, whose meetings are all finished."""
    family = fullest(tuple(read_families(EVERY_KEY.read_text("utf-8"))))
    meetings = tuple(replace(each, locked_on=date(2026, 3, 31), locked_by="w1") for each in family.meetings)
    return replace(family, meetings=meetings)


@settings(
    max_examples=25,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(st.data())
def test_any_run_of_changes_with_their_corrections_followed_by_its_undos_is_the_start(
    finished: Family, data: st.DataObject
) -> None:
    stood, made = [finished], []
    for change in data.draw(runs(finished)):
        family = stood[-1]
        made.append((change, *corrections(family, (change,), by="w1", on=TODAY, pack=PACK)))
        for each in made[-1]:
            family = family.after(each)
        stood.append(family)
    for together in reversed(made):
        family = stood.pop()
        for each in reversed(together):
            family = family.after(each.undone())
        assert family == stood[-1]
    assert stood == [finished]
