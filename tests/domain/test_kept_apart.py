from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made.pells import FAMILY, PACK, TODAY, action, attended, copy_for, meeting, paper, score, with_more

from eymeeting.domain.earlier import earlier_meetings
from eymeeting.domain.entry import Visibility
from eymeeting.domain.family import Family
from eymeeting.domain.gates import to_check_here
from eymeeting.domain.kept_apart import (
    agreed_next,
    brought_together,
    cautions,
    kept_apart_from,
    next_agreed,
    of_meeting,
    pairs,
    suggested,
    to_come,
    together_here,
    which,
    whom_with,
)
from eymeeting.domain.meeting import Invitation, Meeting, NextMeeting
from eymeeting.domain.planning import coming_meeting

DAY = date(2026, 3, 2)
AGAIN = date(2026, 6, 15)


def agreed(time: str, place: str = "Garden room") -> NextMeeting:
    return NextMeeting(on=AGAIN, time=time, place=place)


WITH_MUM = replace(meeting(1, apart=("dad",)), next_meeting=agreed("10:00"))
WITH_DAD = replace(
    meeting(2, apart=("mum",)), on=DAY, start="14:00", position=2, next_meeting=agreed("14:00", "Hall")
)
APART = with_more(
    replace(FAMILY, meetings=(WITH_MUM, WITH_DAD)),
    attendance=(attended("mum"), attended("dad", at="m2")),
)


WHO = [person.id for person in FAMILY.people]


def asked(who: str, at: str) -> Invitation:
    return Invitation(id=f"i-{who}", meeting=at, who=who)


def planned(start: str, *, apart: tuple[str, ...] = (), venue: str = "Garden room") -> Meeting:
    new = meeting(3, outcome=None, apart=apart)
    return replace(new, on=AGAIN, start=start, venue=venue, planned_minutes=75, position=3)


def told(family: Family, of: Meeting) -> tuple[str, ...]:
    return cautions(family, of_meeting(of), TODAY)


def test_those_who_met_apart_are_to_be_kept_apart_and_nobody_else() -> None:
    assert pairs(APART) == {frozenset(("mum", "dad"))}
    assert kept_apart_from(APART, "mum") == ("dad",)
    assert kept_apart_from(APART, "gran") == ()
    assert pairs(FAMILY) == frozenset()


def test_whoever_must_not_learn_where_somebody_lives_is_kept_apart_from_them_unless_they_met() -> None:
    people = tuple(
        replace(each, hidden_from=("dad",)) if each.id == "mum" else each for each in FAMILY.people
    )
    hidden = replace(FAMILY, people=people)
    assert kept_apart_from(hidden, "dad") == ("mum",)
    home = replace(FAMILY.households[0], hidden_from=("gran",))
    assert kept_apart_from(replace(FAMILY, households=(home,)), "gran") == ("mum",)
    met = with_more(hidden, attendance=(attended("mum"), attended("dad", "by_video")))
    assert pairs(met) == frozenset()


def test_two_who_are_kept_apart_and_asked_to_one_meeting_are_told_of() -> None:
    new = planned("10:00", apart=())
    both = with_more(APART, meetings=(new,), invitations=(asked("mum", "m3"), asked("dad", "m3")))
    assert told(both, new)[0] == "Rosa and Leo are kept apart, and both are asked to this meeting."
    refused = replace(both, invitations=(asked("mum", "m3"), replace(asked("dad", "m3"), reply="not_coming")))
    assert not any("both are asked" in each for each in told(refused, new))


def test_two_who_are_kept_apart_and_sit_in_one_meeting_are_told_of_while_both_are_there() -> None:
    now = replace(planned("10:00"), id="m3")
    here = (attended("mum", at="m3"), attended("dad", at="m3"))
    family = with_more(replace(APART, meetings=(*APART.meetings, now)), attendance=(*APART.attendance, *here))
    told_here = ("Rosa and Leo are kept apart, and both are here.",)
    assert together_here(family, now) == told_here
    assert to_check_here(family, now, TODAY)[-1:] == told_here
    gone = replace(here[1], left="10:20")
    assert together_here(replace(family, attendance=(*APART.attendance, here[0], gone)), now) == ()
    assert together_here(family, replace(now, separate_from=("dad",))) == ()
    hidden = tuple(
        replace(each, hidden_from=("dad",)) if each.id == "mum" else each for each in FAMILY.people
    )
    first_time = replace(FAMILY, people=hidden, meetings=(replace(now, outcome="carry_on"),), attendance=here)
    assert together_here(first_time, first_time.meetings[0]) == told_here
    assert brought_together(APART) == (
        "Rosa and Leo are kept apart. A meeting with everybody is for both of them.",
    )
    assert brought_together(FAMILY) == ()


def test_somebody_asked_to_a_meeting_that_is_kept_apart_from_them_is_told_of() -> None:
    new = planned("10:00", apart=("dad",))
    family = with_more(APART, meetings=(new,), invitations=(asked("dad", "m3"),))
    assert told(family, new)[0] == "Leo is asked to a meeting that is kept apart from them."


def test_a_meeting_on_the_day_of_the_other_is_told_of_with_its_times_its_place_and_the_door() -> None:
    early, close = planned("10:00", apart=("dad",), venue="hall "), planned("12:45", apart=("dad",))
    other = "Another meeting, kept apart from this one, is on the same day: Monday 15 June, 2pm to 3pm."
    assert told(with_more(APART, meetings=(early,)), early) == (other, "Both are in the same place: Hall.")
    assert told(with_more(APART, meetings=(close,)), close) == (
        other,
        "They could meet at the door: 12.45pm to 2pm, and 2pm.",
    )


@pytest.mark.parametrize(
    ("start", "is_close"),
    [("10:00", False), ("12:15", False), ("12:16", True), ("13:30", True), ("15:29", True), ("15:30", False)],
)
def test_half_an_hour_between_two_meetings_is_enough(start: str, is_close: bool) -> None:
    new = planned(start, apart=("dad",))
    door = [each for each in told(with_more(APART, meetings=(new,)), new) if "at the door" in each]
    assert bool(door) == is_close


def test_a_day_of_its_own_and_a_family_in_which_nobody_is_kept_apart_need_no_words() -> None:
    new = replace(planned("14:00", apart=("dad",), venue="Hall"), on=AGAIN + timedelta(days=1))
    assert told(with_more(APART, meetings=(new,)), new) == ()
    held = with_more(
        FAMILY, meetings=(planned("10:00"),), invitations=(asked("mum", "m3"), asked("dad", "m3"))
    )
    assert told(held, planned("10:00")) == ()


def test_what_a_meeting_agrees_for_next_time_is_held_against_the_other_ones_next_time() -> None:
    coming = agreed_next(replace(WITH_MUM, next_meeting=agreed("14:15")))
    assert coming is not None
    assert [each.split(":")[0] for each in cautions(APART, coming, TODAY)] == [
        "Another meeting, kept apart from this one, is on the same day",
        "They could meet at the door",
    ]


def test_the_meetings_to_come_are_those_set_up_and_one_agreed_of_each_circle() -> None:
    coming = to_come(APART)
    assert [(each.start, each.apart, each.agreed_at) for each in coming] == [
        ("10:00", ("dad",), "m1"),
        ("14:00", ("mum",), "m2"),
    ]
    assert [whom_with(APART, each) for each in coming] == ["With Rosa and Ida", "With Leo and Ida"]
    set_up = with_more(APART, meetings=(planned("10:00", apart=("dad",)),))
    assert [(each.planned, each.agreed_at) for each in to_come(set_up)] == [("m3", None), (None, "m2")]
    together = replace(planned("10:00"), outcome="carry_on", next_meeting=agreed("9:00"))
    assert [each.agreed_at for each in to_come(with_more(APART, meetings=(together,)))] == ["m3"]


def test_which_meeting_begins_is_asked_only_where_one_to_come_is_kept_apart() -> None:
    assert which(FAMILY) == ()
    assert len(which(APART)) == 2
    one = with_more(replace(FAMILY, meetings=()), meetings=(planned("10:00", apart=("dad",)),))
    assert which(one) == ()


def test_the_next_meeting_is_kept_apart_from_the_same_people_and_whoever_is_asked_suggests_the_others() -> (
    None
):
    coming = next_agreed(APART)
    assert coming is not None
    assert coming.apart == ("mum",)
    assert suggested(APART, ("mum", "gran")) == ("dad",)
    assert suggested(APART, ("gran",)) == ()
    assert suggested(APART, ("mum", "dad")) == ()


def named(*to: str) -> Visibility:
    return Visibility(level="named", to=to)


PLAN = with_more(
    APART,
    actions=(
        action("Walk by the side gate", "teacher", visibility=named("mum", "teacher", "lead")),
        action("Ring about the course", "dad", at="m2", visibility=named("dad", "lead")),
        action("Send the report to each", "teacher", at="m2", visibility=named("mum", "dad", "teacher")),
    ),
    scores=(score("mum", 3), score("dad", 5, at="m2")),
)


def test_two_meetings_of_one_day_have_numbers_of_their_own_and_the_review_has_the_third() -> None:
    assert [(each.number, each.on) for each in PLAN.meetings_in_order()] == [(1, DAY), (2, DAY)]
    review = coming_meeting(PLAN, PACK, on=AGAIN, start="10:00", venue="Hall", chair="lead")
    assert (review.number, review.type) == (3, "taf_review")


def test_two_meetings_kept_apart_make_one_plan_of_which_each_copy_holds_what_its_reader_may_have() -> None:
    hers, his = paper(copy_for("mum", PLAN)), paper(copy_for("dad", PLAN))
    assert "walk by the side gate" in hers
    assert "walk by the side gate" not in his
    assert "ring about the course" in his
    assert "ring about the course" not in hers
    assert "send the report to each" in his
    assert "send the report to each" in hers


def test_a_review_is_told_only_of_meetings_kept_apart_from_nobody_whom_it_is_not_kept_apart_from() -> None:
    reviews = {
        apart: replace(meeting(3, outcome=None, apart=apart), on=AGAIN, position=3)
        for apart in ((), ("dad",), ("mum",), ("mum", "dad"))
    }
    told_of = {
        apart: [each.number for each in earlier_meetings(with_more(PLAN, meetings=(review,)), review)]
        for apart, review in reviews.items()
    }
    assert told_of == {(): [], ("dad",): [1], ("mum",): [2], ("mum", "dad"): [1, 2]}


TIMES = st.builds("{:02}:{:02}".format, st.integers(8, 17), st.sampled_from([0, 15, 30, 45]))


@settings(max_examples=60, deadline=None)
@given(TIMES, st.sampled_from(["Garden room", "Hall"]), st.sampled_from([("dad",), ("mum",)]))
def test_what_is_told_of_one_meeting_is_told_of_the_other_as_well(
    start: str, venue: str, apart: tuple[str, ...]
) -> None:
    one = planned(start, apart=apart, venue=venue)
    other_circle = ("mum",) if apart == ("dad",) else ("dad",)
    other = replace(planned("11:00", apart=other_circle, venue="Hall"), id="m4", number=4, position=4)
    family = with_more(APART, meetings=(one, other))
    here, there = ({each.split(":")[0] for each in told(family, each)} for each in (one, other))
    assert here == there


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.sets(st.sampled_from(WHO)), st.sets(st.sampled_from(WHO))), max_size=3),
    st.dictionaries(st.sampled_from(WHO), st.sets(st.sampled_from(WHO)), max_size=2),
    st.sets(st.sampled_from(WHO)),
)
def test_being_kept_apart_goes_both_ways_and_nobody_who_is_asked_is_suggested(
    run: list[tuple[set[str], set[str]]], hidden: dict[str, set[str]], asked_now: set[str]
) -> None:
    meetings = tuple(meeting(at, apart=tuple(sorted(apart))) for at, (_, apart) in enumerate(run, 1))
    there = tuple(attended(who, at=f"m{at}") for at, (came, _) in enumerate(run, 1) for who in sorted(came))
    people = tuple(
        replace(each, hidden_from=tuple(sorted(hidden.get(each.id, set()) - {each.id})))
        for each in FAMILY.people
    )
    family = replace(FAMILY, people=people, meetings=meetings, attendance=there)
    for who in WHO:
        assert who not in kept_apart_from(family, who)
        assert all(who in kept_apart_from(family, each) for each in kept_apart_from(family, who))
    found = set(suggested(family, tuple(asked_now)))
    assert not found & asked_now
    assert all(set(kept_apart_from(family, each)) & asked_now for each in found)
