from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made.pells import (
    ANSWERS,
    FAMILY,
    GIVEN,
    PACK,
    TODAY,
    action,
    agreed,
    attended,
    meeting,
    said,
    score,
    with_more,
)

from eymeeting.domain.entry import Visibility
from eymeeting.domain.family import Family
from eymeeting.domain.meeting import NextMeeting
from eymeeting.domain.problems import Refused
from eymeeting.domain.text_to_paste import CUT_SHORT, VALUE_LIMIT, TextToPaste, text_to_paste


def text_of(family: Family) -> TextToPaste:
    return text_to_paste(family, "lead", today=TODAY, pack=PACK)


def test_it_tells_what_was_decided_a_line_each() -> None:
    met = replace(meeting(1), next_meeting=NextMeeting(on=date(2026, 7, 1), time="10:00"))
    details = replace(FAMILY.details, level_of_need=2, plan_kind="early_help")
    given, answers = agreed("mum", 1, School="no", Housing="limited")
    family = with_more(
        replace(
            FAMILY, details=details, meetings=(met,), agreements=(GIVEN, given), answers=(*ANSWERS, *answers)
        ),
        attendance=(attended("mum"), attended("officer"), attended("gran", "apologies")),
        actions=(action("Ring the council.", "officer"),),
    )
    assert text_of(family).lines == (
        "Family reference: F-7",
        "Meeting: Family review meeting, meeting 1",
        "Date: 2 March 2026",
        "Was there: Rosa Pell, mother",
        "Was there: Ed Fry, Housing officer, Housing",
        "Outcome: carry on",
        "Action 1: Ring the council. Who: Ed Fry. By when: 1 April 2026.",
        "Next meeting: 1 July 2026, 10:00",
        "Agreement to share: Housing, limited",
        "Agreement to share: Centre, yes",
        "Agreement to share: School, not yet",
        f"Level of need: {PACK.level(2).removeprefix('level ')}",
        f"Plan: {PACK.plan_kinds.called('early_help')}",
    )


def test_no_story_no_score_no_note_and_no_reason_stands_in_it() -> None:
    family = with_more(
        attendance=(attended("mum"),),
        lines=(said("present", "Zebra crossing at night", by="mum"),),
        scores=(replace(score("mum", 3), note="Zebra stripes at home"),),
        actions=(action("Zebra rides", "mum", visibility=Visibility(level="named", to=("mum", "lead"))),),
    )
    text = text_of(family)
    told = "\n".join(text.lines)
    assert "Zebra" not in told
    assert "a private note" not in told
    assert "a row" not in told
    assert text.remarks == (
        "1 action is not in the text: not for everyone on the plan. The full record has every action.",
    )
    held = " ".join(text.must_not_hold)
    assert "Zebra crossing at night" in held
    assert "Zebra stripes at home" in held


def test_it_is_for_the_chair_alone() -> None:
    with pytest.raises(Refused):
        text_to_paste(FAMILY, "teacher", today=TODAY, pack=PACK, meeting=1)


@settings(max_examples=30, deadline=None)
@given(st.text(min_size=1, max_size=1500))
def test_every_value_is_one_line_without_signs_that_control(words: str) -> None:
    text = text_of(with_more(actions=(action(f"Ring {words} end", "officer"),)))
    for line in text.lines:
        assert not any(sign in line for sign in "\n\r\t\v\f\x00\x1b\x85")
        name, _, value = line.partition(": ")
        assert name
        assert len(value) <= VALUE_LIMIT


def test_an_action_of_500_characters_is_whole_and_one_too_long_is_told_of() -> None:
    long = "Walk to school " * 34
    text = text_of(with_more(actions=(action(long.strip(), "mum"),)))
    assert any(long.strip() in line for line in text.lines)
    assert text.remarks == ()
    text = text_of(with_more(actions=(action(long * 3, "mum"),)))
    assert text.remarks == (CUT_SHORT,)
