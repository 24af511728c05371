from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made.pells import FAMILY, PACK, action, attended, copy_for, paper, score, with_more

from eymeeting.domain.child_page import child_page
from eymeeting.domain.entry import FOR_THE_FAMILY
from eymeeting.domain.facing import facing
from eymeeting.domain.family import Family
from eymeeting.domain.full_record import full_record
from eymeeting.domain.meeting import Contribution, Evidence, SafetyScore
from eymeeting.domain.pack import Pack
from eymeeting.domain.pack_choices import SafetyLine, WorkerWord
from eymeeting.domain.panel import FamilyTold, PanelItem
from eymeeting.domain.safety_line import line_words, number_told, read_number, told_alone
from eymeeting.domain.sight import Reader, is_open_in_the_room, sees

TODAY = date(2026, 6, 1)
LINE = SafetyLine(
    name="How safe are the children?", prompt="A line of its own.", low="not safe", high="safe for sure"
)
WITH_LINE = replace(PACK, safety_line=LINE)
SAID = SafetyScore(
    id="z1", meeting="m1", person="mum", value=3, asked_by="teacher", note="the stairs at nights"
)
STAGED = with_more(
    safety_scores=(SAID,),
    scores=(score("mum", 7), score("dad", 5)),
    actions=(action("Fit a gate", "mum"),),
    attendance=(attended("mum"), attended("dad"), attended("ivy"), attended("lead"), attended("teacher")),
)


@pytest.mark.parametrize(
    ("typed", "number"),
    [("0", 0), (" 10 ", 10), ("7", 7), ("11", None), ("", None), ("seven", None), ("-1", None)],
)
def test_the_line_goes_from_0_to_10(typed: str, number: int | None) -> None:
    assert read_number(typed) == number


def told(family: Family, before: SafetyScore | None, typed: str, note: str = "") -> Any:
    return told_alone(family, before, meeting="m1", person="mum", keyboard="teacher", typed=typed, note=note)


def test_what_is_said_is_kept_put_right_and_taken_away() -> None:
    first = told(FAMILY, None, "0", "it is cold")
    assert (first.after.value, first.after.note, first.after.asked_by) == (0, "it is cold", "teacher")
    assert (first.after.visibility, first.after.not_for) == (None, None)
    again = told(FAMILY.after(first), first.after, "4", "it is cold")
    assert (again.after.id, again.after.value) == (first.after.id, 4)
    assert told(FAMILY, first.after, "").after is None
    assert told(FAMILY, first.after, "0", "it is cold") is None
    assert told(FAMILY, None, "11") is None


def test_it_is_for_whoever_said_it_whoever_asked_and_the_chair() -> None:
    def seen(who: str) -> bool:
        return sees(STAGED, Reader(id=who), SAID, today=TODAY, pack=WITH_LINE)

    assert seen("mum")
    assert seen("teacher")
    assert not any(seen(who) for who in ("dad", "gran", "ivy", "officer"))
    assert sees(STAGED, Reader(id="lead", as_chair_of="m1"), SAID, today=TODAY, pack=WITH_LINE)
    assert not is_open_in_the_room(STAGED, SAID, pack=WITH_LINE, meeting="m1")
    asked = number_told(STAGED, "m1", "mum", "teacher", today=TODAY, pack=WITH_LINE)
    assert asked == SAID
    assert number_told(STAGED, "m1", "mum", "officer", today=TODAY, pack=WITH_LINE) is None


def test_the_record_has_it_on_the_restricted_page_alone() -> None:
    record = full_record(STAGED, "lead", today=TODAY, pack=WITH_LINE)
    assert ("Rosa Pell", line_words(SAID, WITH_LINE)) in record.safeguarding
    elsewhere = [getattr(record, each.name) for each in fields(record) if each.name != "safeguarding"]
    assert "the stairs at nights" not in str(elsewhere)
    assert LINE.name not in str(elsewhere)


@given(st.integers(0, 10))
def test_no_score_of_1_to_10_no_chart_and_no_plan_is_other_with_it_than_without(value: int) -> None:
    with_it = replace(STAGED, safety_scores=(replace(SAID, value=value),))
    for who in ("mum", "dad"):
        here, without = copy_for(who, with_it), copy_for(who, replace(STAGED, safety_scores=()))
        assert (here.scores, here.chart) == (without.scores, without.chart)
        assert paper(here) == paper(without)


def test_no_worker_word_reaches_a_plan_a_childs_page_or_the_screen_turned_to_the_family() -> None:
    """Nor does the line: nothing shared differs, whatever workers call it among themselves."""
    pack = replace(
        WITH_LINE,
        worker_words=(WorkerWord(id="chaotic", words="chaoticword"), WorkerWord(id="x", words="otherword")),
    )
    item = PanelItem(
        id="i1",
        on=date(2026, 3, 2),
        panel="Family Matters",
        slot_minutes=10,
        brought_by="lead",
        why_now="x",
        family_told=FamilyTold(told=True, on=date(2026, 3, 1), by="lead", note="x"),
        decision="We help",
        worker_word="chaotic",
        level_of_need=3,
    )
    family = replace(STAGED, panel_items=(item,))
    shared = [
        *(str(replace(copy_for_with(family, who, pack), must_not_hold=())) for who in ("mum", "dad")),
        str(replace(child_page(family, "ivy", today=TODAY, pack=pack), must_not_hold={})),
        *(
            str(facing(family, "m1", pack, step, today=TODAY))
            for step in ("welcome", "scores", "plan so far", "x")
        ),
    ]
    for words in ("chaotic", "otherword", "the stairs at nights", LINE.name):
        assert not [text for text in shared if words in text], words


def copy_for_with(family: Family, who: str, pack: Pack) -> Any:
    from eymeeting.domain.family_copy import family_copy

    return family_copy(family, who, today=TODAY, pack=pack)


@pytest.mark.parametrize(
    ("visibility", "not_for", "shown"),
    [("family", None, True), ("family", ("dad",), False), ("chair_and_agency", None, False)],
)
def test_what_was_measured_stands_on_a_plan_only_where_it_is_for_everyone(
    visibility: Any, not_for: tuple[str, ...] | None, shown: bool
) -> None:
    measured = Contribution(
        id="k1",
        meeting="m1",
        by="teacher",
        visibility=replace(FOR_THE_FAMILY, level=visibility),
        not_for=not_for,
        evidence=Evidence(measure="SDQ", value="18", on=date(2026, 5, 4)),
    )
    family = with_more(contributions=(measured,), attendance=(attended("mum"),))
    assert copy_for("mum", family).measured == (("SDQ 18, 4 May 2026",) if shown else ())
    record = full_record(family, "lead", today=TODAY, pack=PACK)
    assert "SDQ: 18, 4 May 2026" in str((record.contributions, record.worries, record.safeguarding))
