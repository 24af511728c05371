from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made.pells import FAMILY, FIRST, PACK, TODAY, action, attended, meeting, with_more

from eymeeting.domain.agreed import agreed_action
from eymeeting.domain.closing import (
    OPENED,
    WAYS_ON,
    carried_past,
    closed_as_before,
    closed_on,
    closed_words,
    closure_of,
    ended,
    ends_the_work,
    intended_ending,
    not_ended,
    opened_again,
    opens_again_words,
    said_to_go,
    times_closed,
    told_of_the_ending,
)
from eymeeting.domain.corrections import corrections
from eymeeting.domain.facing import facing
from eymeeting.domain.family import Change, Family
from eymeeting.domain.family_rows import place_rows
from eymeeting.domain.going_on import has_ended
from eymeeting.domain.meeting import Closure, Meeting, MeetingType, NextMeeting, Outcome
from eymeeting.domain.planning import coming_meeting, kinds_offered, next_kind
from eymeeting.domain.quick_line import QuickLine
from eymeeting.domain.standing import standing

REVIEW = replace(meeting(1, outcome=None), type="taf_review")
LAST = replace(REVIEW, type="taf_closing")
ALL_STEPS = {step.id for kind in PACK.meetings for step in kind.steps}


def made(family: Family, changes: tuple[Change, ...]) -> Family:
    for change in changes:
        family = family.after(change)
    return family


def taken_back(family: Family, changes: tuple[Change, ...]) -> Family:
    return made(family, tuple(change.undone() for change in reversed(changes)))


def at(now: Meeting, **more: object) -> Family:
    return with_more(replace(FAMILY, meetings=(now,)), **more)  # type: ignore[arg-type]


def closed(**more: object) -> Family:
    family = at(LAST, **more)
    return made(family, ended(family, LAST, "close", at="11:00"))


def test_how_it_goes_on_can_be_said_without_ending_the_meeting() -> None:
    family = made(at(REVIEW), said_to_go(at(REVIEW), REVIEW, "close"))
    [now] = family.meetings
    assert (now.going_to, now.outcome, now.end, now.took_place) == ("close", None, None, False)
    assert (intended_ending(now), ends_the_work(now)) == ("close", True)
    assert family.details.closed is None
    assert not standing(family).has_met
    assert intended_ending(REVIEW) is None
    assert intended_ending(LAST) == "close"
    assert not ends_the_work(replace(LAST, going_to="carry_on"))
    assert not ends_the_work(replace(REVIEW, going_to="close", outcome="carry_on"))


def test_the_end_of_the_work_is_kept_with_its_day_and_taken_back_with_it() -> None:
    family = at(LAST)
    changes = ended(family, LAST, "close", at="11:00")
    after = made(family, changes)
    assert (after.details.closed, after.meetings[0].outcome, after.meetings[0].end) == (
        LAST.on,
        "close",
        "11:00",
    )
    assert taken_back(after, changes) == family
    opened = made(after, not_ended(after, after.meetings[0]))
    assert opened == family


@pytest.mark.parametrize("outcome", ["carry_on", "lighter_touch", "step_up", "step_down", "adjourned"])
def test_another_ending_after_a_closing_by_mistake_opens_the_work_again(outcome: Outcome) -> None:
    family = closed(actions=(action("Ring", "lead"),))
    other = made(family, ended(family, family.meetings[0], outcome, at="11:00"))
    assert other.details.closed is None
    assert [each.after_closing for each in other.actions] == [None]


def test_putting_right_an_old_meeting_does_not_close_the_work() -> None:
    later = replace(REVIEW, id="m2", number=2, on=TODAY, outcome="carry_on")
    old = replace(REVIEW, outcome="carry_on")
    family = replace(FAMILY, meetings=(old, later))
    assert made(family, ended(family, old, "close", at="11:00")).details.closed is None


def test_what_is_agreed_where_the_work_ends_is_for_afterwards() -> None:
    line = QuickLine(
        what="Ring Rosa",
        owners=("lead",),
        asks=None,
        due=None,
        area=None,
        how_we_will_know=None,
        problems=(),
        remarks=(),
        understood="",
    )
    at_the_last = agreed_action(line, at(LAST), "m1", here=(), keyboard="lead")
    assert at_the_last.after_closing is True
    assert agreed_action(line, at(REVIEW), "m1", here=(), keyboard="lead").after_closing is None
    family = at(REVIEW, actions=(action("Ring", "lead"), action("Gone", "lead", status="done")))
    said = made(family, said_to_go(family, REVIEW, "close"))
    assert {each.text: each.after_closing for each in said.actions} == {"Ring": True, "Gone": None}
    unsaid = made(said, said_to_go(said, said.meetings[0], "carry_on"))
    assert [each.after_closing for each in unsaid.actions] == [None, None]


def test_an_older_action_can_go_on_after_the_closing_which_puts_no_old_meeting_right() -> None:
    old = replace(meeting(1), locked_on=FIRST, locked_by="lead")
    last = replace(LAST, id="m2", number=2, on=TODAY)
    family = with_more(replace(FAMILY, meetings=(old, last)), actions=(action("Ring", "lead"),))
    change = carried_past(family, family.actions[0])
    assert corrections(family, [change], by="lead", on=TODAY, pack=PACK) == ()
    after = family.after(change)
    assert after.actions[0].after_closing is True
    done = made(after, ended(after, last, "close", at="11:00"))
    assert standing(done).dues == (done.actions[0].due,)
    assert carried_past(after, after.actions[0]).after == replace(family.actions[0], after_closing=False)


def test_nothing_of_an_ending_need_be_said_and_what_is_taken_back_leaves_nothing() -> None:
    family = at(LAST)
    told = made(family, told_of_the_ending(family, "m1", reason="moved_away", helpfulness=9))
    [kept] = told.closures
    assert (kept.reason, kept.helpfulness, kept.who_to_call) == ("moved_away", 9, None)
    less = made(told, told_of_the_ending(told, "m1", reason=None))
    assert closure_of(less, "m1") == replace(kept, reason=None)
    assert made(less, told_of_the_ending(less, "m1", helpfulness=None)).closures == ()
    assert told_of_the_ending(family, "m1", helpfulness=None) == ()


def test_a_closed_family_is_opened_again_by_its_next_meeting_with_one_history() -> None:
    ending = Closure(id="e", meeting="m1", who_to_call="Gran", later_check=TODAY + timedelta(days=200))
    family = closed(closures=(ending,))
    assert closed_on(family) == LAST.on
    assert opens_again_words(family, TODAY, PACK, TODAY, OPENED) == (
        "The family plan was closed on Monday 2 March. It is opened again."
    )
    again = coming_meeting(family, PACK, on=TODAY, start="10:00", venue="Hall", chair="lead")
    assert (again.number, again.type) == (2, "taf_review")
    changes = (Change(family=family.ref, before=None, after=again), *opened_again(family, TODAY))
    opened = made(family, changes)
    assert (standing(family).has_met, standing(opened).has_met) == (False, True)
    assert standing(opened).planned_on == TODAY
    assert (opened.details.closed, closed_on(opened), opened.closures) == (None, None, (ending,))
    assert closed_words(opened, TODAY) == "closed on Monday 2 March, opened again on Monday 1 June"
    assert [(each.since, each.until) for each in times_closed(opened)] == [(LAST.on, TODAY)]
    assert taken_back(opened, changes) == family
    did_not = made(opened, ended(opened, again, "did_not_happen", at="10:30"))
    assert (did_not.details.closed, closed_on(did_not)) == (LAST.on, LAST.on)
    let_go = made(opened, closed_as_before(opened, again))
    assert let_go.details.closed == LAST.on
    assert opened_again(family, LAST.on - timedelta(days=1)) == ()


def test_a_familys_place_says_that_the_work_ended_and_what_goes_on() -> None:
    ending = Closure(id="e", meeting="m1", later_check=TODAY + timedelta(days=30))
    goes_on = replace(action("Ring", "lead", due=TODAY + timedelta(days=9)), after_closing=True)
    stops = replace(action("Paint", "lead"), after_closing=False)
    family = closed(closures=(ending,), actions=(goes_on, stops))
    agreed = replace(family.meetings[0], next_meeting=NextMeeting(on=TODAY, time="10:00"))
    family = replace(family, meetings=(agreed,))
    told = {row.name: row.told for row in place_rows(family, PACK, TODAY)}
    assert told["Actions"] == "1 open after the closing"
    assert told["Next meeting"].startswith("a later look: ")
    assert told["About the family"].startswith("closed on Monday 2 March")


def test_the_last_meeting_comes_where_people_said_they_close_and_met_once_more() -> None:
    carried_on = replace(REVIEW, outcome="carry_on", going_to="close")
    assert next_kind(at(carried_on)) == "taf_closing"
    assert next_kind(at(replace(carried_on, outcome="close"))) == "taf_review"
    assert next_kind(at(replace(carried_on, going_to=None))) == "taf_review"


def kinds(shown: set[str], likely: MeetingType = "taf_review") -> list[MeetingType]:
    return [kind.type for kind in kinds_offered(PACK, shown, likely)]


def test_only_kinds_of_meeting_that_can_be_held_here_are_offered() -> None:
    assert kinds(ALL_STEPS) == [kind.type for kind in PACK.meetings]
    assert "taf_closing" not in kinds(ALL_STEPS - {"keep"})
    assert "professionals_discussion" not in kinds(ALL_STEPS - {"told"})
    assert kinds(set(), "taf_closing") == ["taf_closing"]
    assert kinds(ALL_STEPS - {"review"}, "desk_review")[-1] == "desk_review"


def read_back(family: Family, step: str = "read back") -> str:
    parts = facing(family, "m1", PACK, step, today=TODAY)
    return "\n".join(line for part in parts for line in (part.heading, *part.lines))


def test_the_end_is_read_back_as_what_was_done_what_goes_on_and_whom_to_call() -> None:
    family = at(
        LAST,
        attendance=(attended("mum"), attended("dad")),
        actions=(
            action("Visit the nursery", "lead", status="done"),
            replace(action("Ring Rosa", "lead"), after_closing=True),
            replace(action("Stays behind", "lead"), after_closing=False),
        ),
        closures=(
            Closure(
                id="e",
                meeting="m1",
                reason="could_not_reach_the_family",
                keep_doing=("Saturday park",),
                who_to_call="Gran",
                family_said="SAID",
                level_of_need=4,
                helpfulness=3,
                later_check=TODAY + timedelta(days=30),
            ),
        ),
    )
    told = read_back(family)
    for words in ("Visit the nursery", "Saturday park", "Gran", "Ring Rosa", "We look in once more"):
        assert words in told
    assert "Stays behind" not in told
    pages = told + "".join(read_back(family, step) for step in ("keep", "call", "helped", "view", "outcome"))
    assert not any(words in pages for words in ("SAID", "could not reach", "level", "3 of 10"))
    assert "Does this sound right?" in told


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(get_args(Outcome)),
    st.sampled_from(get_args(Outcome)),
    st.sampled_from([None, date(2026, 3, 9)]),
)
def test_whatever_ends_a_meeting_can_be_undone_and_only_closing_closes(
    first: Outcome, second: Outcome, was_closed: date | None
) -> None:
    family = at(REVIEW, actions=(action("Ring", "lead"),))
    family = replace(family, details=replace(family.details, closed=was_closed))
    changes = ended(family, REVIEW, first, at="11:00")
    once = made(family, changes)
    assert taken_back(once, changes) == family
    again = ended(once, once.meetings[0], second, at="12:00")
    twice = made(once, again)
    assert taken_back(twice, again) == once
    assert twice.meetings[0].end == "11:00"
    if second == "close":
        assert twice.details.closed is not None
    elif was_closed is None:
        assert twice.details.closed is None


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(get_args(Outcome)),
    st.sampled_from([None, *WAYS_ON]),
    st.sampled_from([REVIEW, LAST]),
    st.sampled_from([None, True, False]),
)
def test_a_meeting_that_goes_on_after_all_is_as_it_was_before_it_ended(
    outcome: Outcome, going_to: Outcome | None, kind: Meeting, after_closing: bool | None
) -> None:
    going_on = replace(kind, outcome=None, end=None, going_to=None)
    start = at(going_on, actions=(action("Ring", "lead", after_closing=after_closing),))
    family = made(start, said_to_go(start, going_on, going_to))
    once = made(family, ended(family, family.meetings[0], outcome, at="11:00"))
    back = made(once, not_ended(once, once.meetings[0]))
    assert back.meetings == family.meetings
    assert back.details == family.details
    wanted = True if ends_the_work(family.meetings[0]) else None
    assert back.actions[0].after_closing in (wanted, after_closing)
    if after_closing is not False:
        assert back.actions[0].after_closing is wanted or outcome != "close"


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(get_args(Outcome)), max_size=5))
def test_the_work_has_ended_where_the_latest_meeting_that_took_place_closed_it(run: list[Outcome]) -> None:
    family = replace(FAMILY, meetings=())
    for number, outcome in enumerate(run, 1):
        new = meeting(number, outcome=None)
        family = made(with_more(family, meetings=(new,)), opened_again(family, new.on))
        family = made(family, ended(family, new, outcome, at="11:00"))
    held = [outcome for outcome in run if outcome != "did_not_happen"]
    assert has_ended(family) == (bool(held) and held[-1] == "close")
    assert (closed_on(family) is None) != has_ended(family)
    assert len(times_closed(family)) == held.count("close")
