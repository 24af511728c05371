from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from made.pells import FAMILY, PACK, TODAY, attended, copy_for, meeting, paper, said, with_more

from eymeeting.domain.before_we_finish import checks
from eymeeting.domain.copies import OwnPlan
from eymeeting.domain.facing import facing
from eymeeting.domain.family import Family
from eymeeting.domain.full_record import full_record
from eymeeting.domain.own_plan import answered, asked_why, may_watch, turned_watcher
from eymeeting.domain.people import Worker

NETWORK = replace(meeting(1), type="family_network_meeting", going_to=None)
FACILITATED = replace(meeting(1), type="facilitated_family_meeting")
HERE = tuple(attended(each) for each in ("mum", "dad", "gran", "lead"))


def held(**more: Any) -> Family:
    return with_more(replace(FAMILY, meetings=(replace(NETWORK, **more),)), attendance=HERE)


def told(family: Family, step: str, at: str = "m1") -> str:
    parts = facing(family, at, PACK, step, today=TODAY)
    return "\n".join(line for part in parts for line in (part.heading, *part.lines))


def settled(family: Family) -> dict[str, bool]:
    found = checks(family, family.meetings[0], PACK, today=TODAY)
    return {each.id: each.settled for each in found if each.id in ("agreed", "watching")}


def test_the_same_answer_again_takes_it_back_and_not_yet_asks_for_something_else() -> None:
    yes, not_yet = answered(NETWORK, agreed=True), answered(NETWORK, agreed=False)
    assert (yes.plan_agreed, not_yet.plan_agreed) == (True, False)
    assert answered(yes, agreed=True).plan_agreed is None
    assert asked_why(not_yet) == "What would need to change?"
    assert asked_why(yes) == asked_why(NETWORK) == "Why, in your own words? Nobody has to say."


def test_what_would_need_to_change_does_not_stay_as_the_reason_for_agreeing() -> None:
    not_yet = replace(answered(NETWORK, agreed=False), plan_agreed_why="Who pays the bus?")
    yes = answered(not_yet, agreed=True)
    assert (yes.plan_agreed, yes.plan_agreed_why) == (True, None)
    said_first = replace(NETWORK, plan_agreed_why="It is ours.")
    assert answered(said_first, agreed=True).plan_agreed_why == "It is ours."
    assert answered(not_yet, agreed=False).plan_agreed_why == "Who pays the bus?"


def test_family_and_workers_may_watch_and_interpreters_may_not() -> None:
    interpreter = Worker(id="int", name="Ola Sim", role="Interpreter", agency="Words", interpreter=True)
    room = with_more(FAMILY, workers=(interpreter,))
    assert may_watch(room) == ("mum", "dad", "gran", "ivy", "lead", "teacher", "officer", "adviser")
    watched = turned_watcher(turned_watcher(NETWORK, "gran"), "lead")
    assert watched.watched_by == ("gran", "lead")
    assert turned_watcher(turned_watcher(watched, "gran"), "lead").watched_by is None


@pytest.mark.parametrize(
    ("said_of_it", "found"),
    [
        ({}, {"agreed": False, "watching": False}),
        ({"plan_agreed": True, "watched_by": ("gran",)}, {"agreed": True, "watching": True}),
        ({"plan_agreed": False}, {"agreed": False, "watching": False}),
        ({"plan_agreed": False, "plan_agreed_why": "Sundays"}, {"agreed": True, "watching": False}),
    ],
)
def test_before_we_finish_asks_whether_it_is_agreed_and_who_watches(
    said_of_it: dict[str, Any], found: dict[str, bool]
) -> None:
    assert settled(held(**said_of_it)) == found
    assert settled(replace(FAMILY, meetings=(replace(meeting(1), **said_of_it),))) == {}


def test_the_copy_says_whose_plan_it_is_and_the_record_has_all_of_it() -> None:
    family = held(plan_agreed=False, plan_agreed_why="Gran minds Sundays", watched_by=("gran", "lead"))
    assert copy_for("mum", family).own_plan == OwnPlan(
        is_agreed=False, words="Gran minds Sundays", watched_by=("Ida", "Ann Bell")
    )
    assert copy_for("mum", held()).own_plan == OwnPlan()
    assert copy_for("mum", with_more(FAMILY, attendance=HERE)).own_plan is None
    rows = full_record(family, "lead", today=TODAY, pack=PACK).decisions
    assert rows[-3:] == (
        ("Is the plan agreed?", "not yet"),
        ("What would need to change", "Gran minds Sundays"),
        ("Who watches that it works", "Ida Pell, Ann Bell"),
    )


def test_what_one_of_them_must_not_read_is_on_none_of_it() -> None:
    hidden = (replace(FAMILY.people[0], phone="01632 960 777", hidden_from=("dad",)), *FAMILY.people[1:])
    family = replace(held(plan_agreed=True, plan_agreed_why="Ring 01632 960 777"), people=hidden)
    assert "960 777" not in paper(copy_for("dad", family))
    assert "960 777" in paper(copy_for("mum", family))
    assert "960 777" not in told(family, "agreed") + told(family, "read back")


def test_the_screen_turned_to_the_family_asks_and_tells_what_was_said() -> None:
    assert "not yet, and why" in told(held(), "agreed")
    family = held(plan_agreed=False, plan_agreed_why="Sundays", watched_by=("gran",))
    assert "Not yet. What would need to change?\n“Sundays”" in told(family, "agreed")
    assert "Sundays" in told(family, "read back")
    assert told(family, "watching").splitlines()[1:] == ["Ida"]
    assert "Pell" not in told(family, "private")


STORY = (
    replace(said("past", "We moved", by="mum"), dated="2019", position=1),
    replace(said("past", "We met"), dated="2012", position=2),
    replace(said("past", "A secret", by="mum"), not_for=("dad",), dated="2001", position=3),
    replace(said("present", "It is loud", by="gran"), position=4),
)


def test_then_now_and_one_day_stand_in_their_order_on_the_screen() -> None:
    strength = replace(said("good_at", "It is loud", by="gran"), id="good", position=5)
    family = with_more(replace(FAMILY, meetings=(FACILITATED,)), attendance=HERE, lines=(*STORY, strength))
    assert copy_for("dad", family).going_well == ("It is loud",)
    assert told(family, "future").splitlines() == [
        *("Then", "2012: We met", "2019: We moved (Rosa)"),
        *("Now", "★ It is loud (Ida)"),
        *("What mattered, in its order", "2012  ·  We met", "2019  ·  We moved"),
    ]
    more = replace(FACILITATED, id="m2", number=2, resumes=1, outcome=None)
    resumed = replace(family, meetings=(replace(FACILITATED, outcome="adjourned"), more))
    resumed = with_more(
        resumed, attendance=tuple(replace(each, id=f"2{each.id}", meeting="m2") for each in HERE)
    )
    assert "2012: We met\n2019: We moved (Rosa)\nNow" in told(resumed, "past", "m2")
    [(_, past), *_] = full_record(family, "lead", today=TODAY, pack=PACK).story
    assert [each.text for each in past] == ["2019: We moved", "2012: We met", "2001: A secret"]
