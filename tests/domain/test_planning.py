from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made.pells import FAMILY, FIRST, PACK, TODAY, action, attended, meeting, with_more

from eymeeting.domain.beginning import has_begun, under_way
from eymeeting.domain.contact import Contact
from eymeeting.domain.family import Family
from eymeeting.domain.family_now import finished_actions, lead_now, next_time, open_actions
from eymeeting.domain.family_rows import place_rows, rows_of_earlier_meetings
from eymeeting.domain.held_before import held_before
from eymeeting.domain.meeting import LeadAgreement, Meeting, NextMeeting, Outcome, StepTime, Stopped
from eymeeting.domain.people import Household, Worker
from eymeeting.domain.planning import (
    asked,
    begun_now,
    coming_meeting,
    holds_anything,
    invitation_of,
    resumed,
    told_again,
    with_its_minutes,
)

FIRST_MEETING = replace(meeting(1, outcome=None), type="taf_first")


def held(outcome: Outcome | None, **more: object) -> Family:
    return replace(FAMILY, meetings=(replace(FIRST_MEETING, outcome=outcome, **more),))  # type: ignore[arg-type]


def new(family: Family) -> Meeting:
    return coming_meeting(
        family, PACK, on=TODAY, start="10:00", venue="Hall", chair="lead", recorder="teacher"
    )


def test_what_comes_next_is_the_first_meeting_then_a_review() -> None:
    first = new(replace(FAMILY, meetings=()))
    assert (first.number, first.type, first.planned_minutes) == (
        1,
        "taf_first",
        PACK.kind("taf_first").minutes,
    )
    assert (first.chair, first.recorder) == ("lead", "teacher")
    assert new(held("carry_on")).type == "taf_review"
    assert new(held("did_not_happen")).type == "taf_first"


def test_a_meeting_that_was_broken_off_is_gone_on_with_for_the_minutes_left() -> None:
    spent = tuple(
        StepTime(id=f"t{step}", meeting="m1", step=step, seconds=900) for step in ("story", "welcome")
    )
    family = with_more(held("adjourned", stopped=Stopped(at="10:35", why="Ivy was poorly")), step_times=spent)
    again = new(family)
    assert (again.number, again.type, again.resumes) == (2, "taf_first", 1)
    assert again.planned_minutes == PACK.kind("taf_first").minutes - 30
    both = with_more(family, meetings=(again,))
    assert [each.number for each in resumed(both, again)] == [1]
    assert resumed(both, family.meetings[0]) == ()


def test_what_was_kept_apart_from_somebody_stays_so_when_it_is_gone_on_with() -> None:
    family = held("adjourned", separate_from=("dad",))
    again = new(family)
    assert again.separate_from == ("dad",)
    assert told_again(with_more(family, meetings=(again,)), again) == family.meetings
    opened = replace(again, separate_from=None)
    assert told_again(with_more(family, meetings=(opened,)), opened) == ()


def test_a_meeting_with_an_interpreter_is_planned_a_third_longer() -> None:
    wanda = Worker(id="wanda", name="Wanda", role="Interpreter", agency="Talk")
    planned = replace(new(held(None)), type="taf_first", interpreter="wanda")
    family = with_more(held(None), workers=(wanda,), meetings=(planned,))
    assert with_its_minutes(family, planned, PACK).planned_minutes == 100
    assert with_its_minutes(family, replace(planned, interpreter=None), PACK).planned_minutes == 75
    asked_to_come = asked(family, planned.id, "wanda", None, today=TODAY)
    begun = begun_now(
        with_more(family, invitations=(asked_to_come,)),
        replace(planned, interpreter=None),
        PACK,
        on=TODAY,
        start="10:05",
        recorder="lead",
    )
    assert begun.planned_minutes == 100


def test_a_planned_meeting_holds_nothing_until_something_is_said_or_marked_at_it() -> None:
    family = held(None)
    planned = family.meetings[0]
    bare = with_more(family, invitations=(asked(family, "m1", "dad", None, today=TODAY),))
    assert not holds_anything(bare, planned)
    assert holds_anything(with_more(bare, actions=(action("Ring", "lead"),)), planned)
    assert holds_anything(with_more(bare, attendance=(attended("dad", "apologies"),)), planned)


def test_a_circle_of_resumed_meetings_ends() -> None:
    one = replace(FIRST_MEETING, resumes=2)
    two = replace(FIRST_MEETING, id="m2", number=2, resumes=1)
    assert [each.number for each in resumed(replace(FAMILY, meetings=(one, two)), one)] == [2, 1]


def test_a_planned_meeting_begins_at_this_minute_and_keeps_the_planned_time() -> None:
    family = held(None)
    begun = begun_now(family, family.meetings[0], PACK, on=TODAY, start="10:07", recorder="teacher")
    assert (begun.on, begun.start, begun.planned_start, begun.recorder) == (
        TODAY,
        "10:07",
        "10:00",
        "teacher",
    )
    assert begun_now(family, begun, PACK, on=TODAY, start="10:20", recorder="lead") == begun
    people_came = with_more(family, attendance=(attended("mum"),))
    assert has_begun(people_came, family.meetings[0], TODAY)
    assert (
        begun_now(people_came, family.meetings[0], PACK, on=TODAY, start="11:00", recorder="x")
        == family.meetings[0]
    )


def test_apologies_sent_before_do_not_begin_a_meeting() -> None:
    family = with_more(held(None), attendance=(attended("dad", "apologies"),))
    assert not has_begun(family, family.meetings[0], TODAY)


def test_somebody_is_asked_once_and_their_answer_is_kept_with_the_day_they_were_asked() -> None:
    family = held(None)
    first = asked(family, "m1", "dad", None, today=FIRST)
    family = with_more(family, invitations=(first,))
    answered = asked(family, "m1", "dad", "not_coming", today=TODAY)
    assert (answered.id, answered.on, answered.reply) == (first.id, FIRST, "not_coming")
    assert invitation_of(family, "m1", "dad") == first
    assert invitation_of(family, "m1", "mum") is None


def test_the_next_time_is_the_planned_meeting_else_what_was_agreed() -> None:
    agreed = NextMeeting(on=date(2026, 7, 1), time="13:00", place="Hall")
    family = held("carry_on", next_meeting=agreed)
    coming = next_time(family)
    assert coming is not None
    assert (coming.on, coming.time, coming.place, coming.planned) == (agreed.on, "13:00", "Hall", None)
    planned = replace(new(family), on=date(2026, 7, 8))
    moved = next_time(with_more(family, meetings=(planned,)))
    assert moved is not None
    assert (moved.on, moved.planned) == (date(2026, 7, 8), planned)
    assert next_time(replace(FAMILY, meetings=())) is None


def test_the_lead_is_whoever_the_newest_agreement_names() -> None:
    assert lead_now(FAMILY) == FAMILY.worker("lead")
    handed_over = (
        LeadAgreement(id="l1", worker="lead", since=FIRST, until=TODAY),
        LeadAgreement(id="l2", worker="teacher", since=TODAY),
    )
    assert lead_now(with_more(FAMILY, lead_agreements=handed_over)) == FAMILY.worker("teacher")


def test_nobody_leads_once_that_has_ended_and_a_later_meeting_names_somebody_again() -> None:
    ended = LeadAgreement(id="l1", worker="lead", since=FIRST, until=TODAY)
    family = with_more(FAMILY, lead_agreements=(ended,))
    assert lead_now(family) is None
    later = replace(FAMILY.meetings[0], id="m2", number=2, on=TODAY, lead_professional="teacher")
    assert lead_now(with_more(family, meetings=(later,))) == FAMILY.worker("teacher")
    both = with_more(family, lead_agreements=(replace(ended, id="l2", until=None, since=TODAY),))
    assert lead_now(both) == FAMILY.worker("lead")


def test_open_actions_come_oldest_first_and_done_ones_not_at_all() -> None:
    family = with_more(
        FAMILY,
        actions=(
            action("later", "lead", due=date(2026, 8, 1)),
            action("no date", "lead", due=None),
            action("soon", "lead", due=date(2026, 7, 1)),
            action("done", "lead", status="done"),
        ),
    )
    assert [now.action.text for now in open_actions(family)] == ["soon", "later", "no date"]


def test_a_familys_place_says_how_each_part_stands() -> None:
    protected = Household(id="h2", household="B", lines=("9 Quarry Lane",), postcode="", hidden_from=("mum",))
    nowhere = Household(id="h3", household="C", lines=(), postcode="", hidden_from=())
    family = with_more(
        FAMILY,
        actions=(action("Ring housing", "lead"),),
        households=(protected, nowhere),
        contacts=(Contact(id="c", on=TODAY - timedelta(days=3), by="lead", how="call", text="SENTINEL"),),
    )
    told = {row.name: row.told for row in place_rows(family, PACK, TODAY, "lead")}
    assert told["Actions"] == "1 open, 1 past the day"
    assert told["Calls and visits"] == "the last 3 days ago"
    assert (told["Home B"], told["Home C"]) == ("", "")
    assert told["1. Family review meeting"] == "Monday 2 March: we carry on"
    assert not any(words in f"{told}" for words in ("Quarry", "SENTINEL"))


def test_the_meetings_stand_behind_what_is_between_them_newest_first_and_three_of_them() -> None:
    held = replace(FAMILY.meetings[0], id="x", outcome="carry_on")
    family = replace(
        FAMILY,
        meetings=tuple(
            replace(held, id=f"m{number}", number=number, on=FIRST + timedelta(days=30 * number))
            for number in range(1, 6)
        ),
    )
    rows = place_rows(family, PACK, TODAY)
    assert [row.kind for row in rows[:10]] == [
        *("actions", "next", "contacts", "agreement", "copies", "details"),
        *("meeting", "meeting", "meeting", "earlier"),
    ]
    assert [row.id for row in rows[6:9]] == ["m5", "m4", "m3"]
    assert [row.id for row in rows_of_earlier_meetings(family, PACK, TODAY)] == ["m2", "m1"]
    assert rows[9].told == "2"


def test_a_home_tells_in_the_place_neither_its_address_nor_that_it_is_kept_from_anybody() -> None:
    kept = Household(
        id="h2",
        household="Ryan's flat",
        lines=("9 Quarry Lane",),
        postcode="",
        hidden_from=("mum",),
        since=date(2026, 3, 1),
    )
    open_home = Household(
        id="h3", household="Gran's", lines=("1 Long Row",), postcode="ZZ99 1AA", hidden_from=()
    )
    family = replace(FAMILY, households=(kept, open_home), people=())
    rows = [row for row in place_rows(family, PACK, TODAY) if row.kind == "household"]
    assert [(row.name, row.told) for row in rows] == [
        ("Home A", "since Sunday 1 March"),
        ("Home Gran's", ""),
        ("Another address", ""),
    ]


def test_a_worker_without_a_service_shows_no_hanging_comma() -> None:
    family = replace(FAMILY, workers=(replace(FAMILY.workers[0], role="Midwife", agency=""),))
    assert [row.told for row in place_rows(family, PACK, TODAY) if row.kind == "worker"] == ["Midwife"]


def test_what_is_finished_can_be_looked_at_the_newest_first() -> None:
    family = with_more(
        FAMILY,
        actions=(
            action("open", "lead"),
            action("old", "lead", status="done"),
            replace(action("new", "lead", status="no_longer_needed"), position=5),
        ),
    )
    assert [now.action.text for now in finished_actions(family)] == ["new", "old"]


@pytest.mark.parametrize(
    ("said", "on", "start"),
    [
        ("12 may, 10am", date(2026, 5, 12), "10:00"),
        ("12 oct 1.30pm", date(2025, 10, 12), "13:30"),
        ("yesterday 9", date(2026, 5, 31), "09:00"),
        ("last friday, 14:05", date(2026, 5, 29), "14:05"),
    ],
)
def test_when_a_meeting_on_paper_was_held(said: str, on: date, start: str) -> None:
    held_on = held_before(said, TODAY)
    assert (held_on.on, held_on.start, held_on.problem) == (on, start, "")


@pytest.mark.parametrize("said", ["12 may", "10am", "rubbish", "", "12 may tea time"])
def test_without_a_day_and_a_time_it_says_what_is_missing(said: str) -> None:
    assert held_before(said, TODAY).problem == "Write the day and the time: 12 nov, 10am."


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=30))
def test_any_words_for_a_day_on_paper_give_an_answer(said: str) -> None:
    found = held_before(said, TODAY)
    assert (found.on is None) == bool(found.problem)


def test_the_earliest_unfinished_meeting_is_under_way() -> None:
    later = replace(FIRST_MEETING, id="m2", number=2, on=TODAY)
    assert under_way(replace(FAMILY, meetings=(later, FIRST_MEETING))) == FIRST_MEETING
    finished = replace(FIRST_MEETING, outcome="carry_on")
    assert under_way(replace(FAMILY, meetings=(finished, later))) == later
    assert under_way(replace(FAMILY, meetings=(replace(FIRST_MEETING, outcome="did_not_happen"),))) is None


def test_a_familys_meeting_does_not_go_on_with_what_helpers_broke_off_among_themselves() -> None:
    family = held("adjourned", separate_from=("dad",))
    talked = replace(family.meetings[0], type="professionals_discussion")
    family = replace(family, meetings=(talked,))
    review = coming_meeting(family, PACK, on=TODAY, start="10:00", venue="", chair="lead", kind="desk_review")
    again = new(family)
    assert (review.resumes, review.separate_from, again.resumes) == (None, None, talked.number)
    assert resumed(family, replace(review, resumes=talked.number)) == ()
    assert resumed(family, again) == (talked,)
