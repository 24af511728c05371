from dataclasses import replace
from datetime import date

import pytest
from made.panels import CENTRE, HEALTH, HOUSING, PANEL, PANEL_DAY, agreed, item, osmans, seat

from eymeeting.domain.agreement import AgencyAnswer
from eymeeting.domain.panel import FamilyTold
from eymeeting.domain.panel_gate import blank_item, gate, outside, worker_for
from eymeeting.packs import default_pack

PACK = default_pack()
TABLE = (
    seat("Grace Holloway", "Family support worker", CENTRE),
    seat("Imran Sheikh", "Health visitor", HEALTH),
    seat("Sam Police", "Police officer", "Police"),
    seat("Amina Yusuf", "Somali interpreter", "Language line"),
)


def names_outside(family: object, about: object) -> list[str]:
    return [each.name for each in outside(family, about, TABLE, today=PANEL_DAY)]  # type: ignore[arg-type]


def test_a_family_that_was_told_is_talked_of_and_the_gate_says_when_by_whom_what_and_to_whom_it_said_yes() -> (
    None
):
    found = gate(osmans(), item())
    assert (found.state, found.stops) == ("told", False)
    assert found.words == (
        "The family was told on 20 November 2026 by Imran Sheikh (health visitor). “rang the mother” "
        f"They said yes to {CENTRE} and {HOUSING}."
    )


def test_what_is_not_written_down_of_the_telling_is_asked_for_and_stops_nothing() -> None:
    found = gate(osmans(), item(family_told=FamilyTold(told=True)))
    assert not found.stops
    assert found.words == "The family was told. It is not written down when or by whom."


@pytest.mark.parametrize(
    ("told", "state"),
    [
        (FamilyTold(told=False), "not_asked_yet"),
        (FamilyTold(told=False, on=PANEL_DAY), "not_told"),
        (FamilyTold(told=False, note="nobody got through"), "not_told"),
    ],
)
def test_a_no_and_nobody_having_asked_both_stop_until_a_reason_is_written_down(
    told: FamilyTold, state: str
) -> None:
    about = item(family_told=told)
    assert (gate(osmans(), about).state, gate(osmans(), about).stops) == (state, True)
    because = replace(about, went_on_because="somebody could come to harm at once")
    found = gate(osmans(), because)
    assert (found.state, found.stops) == (state, False)
    assert "harm" not in found.words
    assert gate(osmans(), replace(about, went_on_because="  ")).stops


def test_at_the_table_are_outside_those_whose_service_the_family_did_not_agree_to() -> None:
    found = outside(osmans(), item(), TABLE, today=PANEL_DAY)
    assert [(each.name, each.agency) for each in found] == [("Sam Police", "Police")]
    assert found[0].words == "The family has not agreed to sharing with Police yet."


def test_who_is_not_here_is_not_outside() -> None:
    away = tuple(replace(each, is_here=False) for each in TABLE)
    assert outside(osmans(), item(), away, today=PANEL_DAY) == ()


def test_the_service_that_brings_the_family_is_inside_however_it_is_written() -> None:
    shout = (seat("Imran Sheikh", "Health visitor", HEALTH.upper()),)
    assert outside(osmans(), item(), shout, today=PANEL_DAY) == ()


@pytest.mark.parametrize("answer", ["yes", "limited", "not_needed"])
def test_a_service_of_the_agreement_is_inside_too(answer: AgencyAnswer) -> None:
    assert names_outside(agreed(osmans(), {"Police": answer}), item()) == []


@pytest.mark.parametrize("answer", ["no", "withdrawn"])
def test_a_no_in_the_agreement_counts_whatever_was_said_when_the_family_was_told(
    answer: AgencyAnswer,
) -> None:
    family = agreed(osmans(), {CENTRE: answer, "Police": "yes"}, on=date(2026, 11, 1))
    assert names_outside(family, item()) == ["Grace Holloway"]
    [grace] = outside(family, item(), TABLE[:1], today=PANEL_DAY)
    assert grace.words == f"The family has not agreed to sharing with {CENTRE} yet."
    assert "1 November" in grace.for_the_chair
    assert ("said no" in grace.for_the_chair) == (answer == "no")


def test_services_named_beside_a_no_count_for_nothing() -> None:
    about = item(family_told=FamilyTold(told=False, agencies=(CENTRE,)))
    assert names_outside(osmans(), about) == ["Grace Holloway", "Sam Police"]


def test_a_new_item_begins_with_nothing_said_and_with_the_plan_of_that_day() -> None:
    family = osmans(about=item(on=date(2026, 11, 2)))
    family = replace(family, details=replace(family.details, plan_kind="early_help", level_of_need=2))
    blank = blank_item(family, PANEL, 10, "w1")
    assert (blank.on, blank.panel, blank.slot_minutes) == (PANEL_DAY, "Family Matters", 10)
    assert (blank.brought_by, blank.plan_kind, blank.level_of_need) == ("w1", "early_help", 2)
    assert (blank.why_now, blank.question, blank.decision) == ("", None, None)
    assert gate(family, blank).state == "not_asked_yet"
    assert blank.id != family.panel_items[0].id


def test_an_item_that_was_put_off_goes_on_as_it_stood_without_why_it_was_talked_of_all_the_same() -> None:
    before = item(
        on=date(2026, 11, 16), carried_to=PANEL_DAY, decision=None, went_on_because="harm", tell_family=None
    )
    blank = blank_item(osmans(about=before), PANEL, 10, "w2")
    assert (blank.why_now, blank.question) == (before.why_now, before.question)
    assert blank.family_told == before.family_told
    assert (blank.went_on_because, blank.decision, blank.carried_to) == (None, None, None)


def test_a_no_is_asked_again_at_the_panel_it_was_put_off_to() -> None:
    no = FamilyTold(told=False, on=date(2026, 11, 16))
    before = item(on=date(2026, 11, 16), carried_to=PANEL_DAY, family_told=no)
    family = osmans(about=before)
    assert gate(family, blank_item(family, PANEL, 10, "w2")).state == "not_asked_yet"


def test_whoever_sits_there_is_the_worker_that_the_family_has_already() -> None:
    found, is_new = worker_for(osmans(), seat(" grace  holloway", "FAMILY support worker", CENTRE))
    assert (found.id, is_new) == ("w1", False)
    found, is_new = worker_for(osmans(), TABLE[3])
    assert is_new
    assert (found.name, found.interpreter) == ("Amina Yusuf", True)
    assert worker_for(osmans(), seat("Grace Holloway", "Midwife", CENTRE))[1]
