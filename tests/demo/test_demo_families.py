import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from db.interchange import read_families, write_families
from eymeeting.demo import demo_families
from eymeeting.domain.family import Family, action_now
from eymeeting.packs import default_pack

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def families() -> tuple[Family, ...]:
    return read_families(demo_families())


def test_the_file_fits_the_schema_and_names_nobody_who_is_not_there(families: tuple[Family, ...]) -> None:
    assert len(families) == 6


def test_the_families_come_back_as_they_were(families: tuple[Family, ...]) -> None:
    assert json.loads(write_families(families))["families"] == json.loads(demo_families())["families"]


def test_nobody_in_it_can_be_real() -> None:
    given = json.loads(demo_families())
    assert all(re.match(r"0(7700 900|1632 960)\d{3}$", phone) for phone in every(given, "phone"))
    assert all(email.endswith("@example.org") for email in every(given, "email"))
    assert all(code.startswith("ZZ99 ") for code in every(given, "postcode"))
    assert all(is_a_test_number(number) for number in every(given, "nhs_number"))
    assert len(set(every(given, "nhs_number"))) == len(list(every(given, "nhs_number"))) > 0


def test_one_family_is_in_the_middle_of_its_first_meeting(families: tuple[Family, ...]) -> None:
    [(family, meeting)] = [
        (family, meeting)
        for family in families
        for meeting in family.meetings
        if meeting.outcome is None and meeting.on == TODAY
    ]
    assert meeting.type == "taf_first"
    assert family.attendance
    assert family.lines
    assert family.scores
    assert not family.actions
    first_names = [worker.name.split()[0] for worker in family.workers]
    assert len(set(first_names)) < len(first_names)


def test_reviews_are_due_and_actions_are_late(families: tuple[Family, ...]) -> None:
    due = [meeting.on for family in families for meeting in family.meetings if meeting.on > TODAY]
    assert min(due) == date(2026, 11, 24)
    now = [action_now(family, action) for family in families for action in family.actions]
    assert any(each.is_open and each.due and each.due < TODAY for each in now)
    assert any(not each.is_open for each in now)


def test_parents_kept_apart_are_hidden_from_each_other(families: tuple[Family, ...]) -> None:
    [apart] = [family for family in families if any(meeting.separate_from for meeting in family.meetings)]
    hidden = {(person.id, person.hidden_from) for person in apart.people if person.hidden_from}
    assert hidden == {("p1", ("p2",)), ("p2", ("p1",))}
    assert all(household.hidden_from for household in apart.households)
    assert all(meeting.separate_from for meeting in apart.meetings)
    for action in apart.actions:
        assert action.visibility.level == "named"


def test_an_interpreter_owns_nothing_and_scores_nothing(families: tuple[Family, ...]) -> None:
    [spoken] = [family for family in families if any(worker.interpreter for worker in family.workers)]
    interpreters = {worker.id for worker in spoken.workers if worker.interpreter}
    assert not interpreters & {action.owner for action in spoken.actions}
    assert not interpreters & {score.person for score in spoken.scores}
    assert any(person.name_order == "family first" for person in spoken.people)


def test_a_father_and_his_son_share_a_first_name(families: tuple[Family, ...]) -> None:
    shared = [
        [person.called for person in family.people if person.first_name == "Winston"] for family in families
    ]
    assert ["Big Win", "Junior"] in shared


def test_one_family_is_new_and_has_not_met(families: tuple[Family, ...]) -> None:
    [new] = [family for family in families if not family.meetings]
    assert new.details.assessment_date
    assert new.panel_items


def test_every_area_is_one_the_default_pack_has(families: tuple[Family, ...]) -> None:
    known = {area.id for area in default_pack().areas if area.on}
    used = {score.area for family in families for score in family.scores}
    used |= {priority.area for family in families for priority in family.priorities}
    used |= {action.area for family in families for action in family.actions}
    assert used <= known


def test_what_was_asked_alone_is_for_those_named(families: tuple[Family, ...]) -> None:
    scores = [score for family in families for score in family.scores]
    alone = [score for score in scores if default_pack().is_asked_alone(score.area)]
    assert alone
    assert all(score.visibility and score.visibility.level == "named" for score in alone)


def test_every_family_has_chosen_a_name_and_every_action_has_an_owner_and_a_day(
    families: tuple[Family, ...],
) -> None:
    assert all(family.details.chosen_name for family in families)
    assert all(action.owner and action.due for family in families for action in family.actions)


def every(value: Any, key: str) -> Iterator[Any]:
    """Everything that stands under a key, however deep."""
    if isinstance(value, dict):
        yield from ([value[key]] if key in value else [])
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from every(each, key)


def is_a_test_number(number: str) -> bool:
    """In the range kept for tests, with the check digit the NHS data dictionary asks for."""
    digits = [int(digit) for digit in number.replace(" ", "")]
    weighed = sum(digit * weight for digit, weight in zip(digits[:9], range(10, 1, -1), strict=True))
    return digits[:3] == [9, 9, 9] and len(digits) == 10 and (11 - weighed % 11) % 11 == digits[9]
