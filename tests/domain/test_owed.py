from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made.pells import FAMILY, PACK, TODAY, action, meeting, with_more

from eymeeting.domain.actions import Update
from eymeeting.domain.agreement import Agreement, Answer
from eymeeting.domain.entry import Visibility
from eymeeting.domain.family import Family
from eymeeting.domain.family_now import open_actions
from eymeeting.domain.meeting import NextMeeting
from eymeeting.domain.owed import lists_to_send, owed_list, somebody_new_for, wants_a_new_owner, who_owes
from eymeeting.domain.problems import Refused
from eymeeting.domain.stopped_sharing import what_it_does

PLAN = with_more(
    actions=(
        action("Ring the council", "officer", due=date(2026, 5, 1), helpers=("lead",)),
        action("See the head", "teacher", due=None),
        action("Walk to school", "mum"),
        action("Find a bed", None),
        action("Done long ago", "officer", status="done"),
        action("Only for the lead", "officer", visibility=Visibility(level="named", to=("lead",))),
        action("A word with Ann", "lead", visibility=Visibility(level="named", to=("teacher",))),
    )
)


def told(worker: str, family: object = PLAN) -> list[str]:
    return [each.what for each in owed_list(family, worker, today=TODAY, pack=PACK).actions]  # type: ignore[arg-type]


def test_everybody_stands_with_what_is_open_and_last_what_nobody_has_taken() -> None:
    found = [(None if each.who is None else each.who.id, len(each.actions)) for each in who_owes(PLAN)]
    assert found == [("mum", 1), ("lead", 1), ("teacher", 1), ("officer", 2), (None, 1)]


@given(st.lists(st.sampled_from(["mum", "lead", "teacher", "gone", None]), max_size=8))
@settings(max_examples=25)
def test_no_open_action_is_lost_or_told_twice(owners: list[str | None]) -> None:
    family = with_more(actions=tuple(action(f"a{at}", owner) for at, owner in enumerate(owners)))
    listed = [now.action.id for each in who_owes(family) for now in each.actions]
    assert sorted(listed) == sorted(f"a{at}" for at in range(len(owners)))


def test_a_worker_s_list_holds_what_they_took_on_and_what_they_help_with_and_nobody_else_s() -> None:
    officer = owed_list(PLAN, "officer", today=TODAY, pack=PACK)
    assert [each.what for each in officer.actions] == ["Only for the lead", "Ring the council"]
    assert officer.helps == ()
    lead = owed_list(PLAN, "lead", today=TODAY, pack=PACK)
    assert [each.what for each in lead.actions] == ["A word with Ann"]
    assert [(each.what, each.who) for each in lead.helps] == [("Ring the council", "Ed Fry and Ann Bell")]
    assert lead.is_the_lead
    assert not officer.is_the_lead
    assert officer.lead is not None
    assert (officer.lead.name, officer.lead.phone) == ("Ann Bell", "01632 960 301")


def test_a_list_follows_the_updates() -> None:
    moved = Update(
        id="u", action="See the head", status="handed_on", meeting="m1", reassigned_to="officer", due=TODAY
    )
    family = with_more(PLAN, updates=(moved,))
    assert "See the head" in told("officer", family)
    assert told("teacher", family) == []


def test_a_list_of_an_old_meeting_has_nothing_that_became_somebody_s_own_who_did_not_agree() -> None:
    moved = Update(id="u", action="Ring the council", status="handed_on", meeting="m2", reassigned_to="dad")
    family = with_more(replace(PLAN, meetings=(meeting(1), meeting(2))), updates=(moved,))

    def of_the_first(family: Family) -> list[str]:
        return [each.what for each in owed_list(family, "officer", today=TODAY, pack=PACK, meeting=1).actions]

    assert "Ring the council" in of_the_first(replace(family, updates=()))
    assert "Ring the council" not in of_the_first(family)


def test_a_service_that_is_not_in_the_agreement_has_no_list_and_its_actions_want_somebody_new() -> None:
    with pytest.raises(Refused):
        owed_list(PLAN, "adviser", today=TODAY, pack=PACK)
    withdrawn = with_more(
        PLAN,
        agreements=(
            Agreement(id="later", position=9, by="mum", on=TODAY, method="spoken", scope="this plan"),
        ),
        answers=(Answer(id="x", agreement="later", agency="Housing", answer="withdrawn"),),
    )
    with pytest.raises(Refused):
        owed_list(withdrawn, "officer", today=TODAY, pack=PACK)
    assert {now.action.id for now in wants_a_new_owner(withdrawn, today=TODAY)} == {
        "Ring the council",
        "Only for the lead",
    }
    assert wants_a_new_owner(PLAN, today=TODAY) == ()
    assert [now.action.id for now in somebody_new_for(withdrawn, PACK, today=TODAY)] == ["Ring the council"]
    assert what_it_does(withdrawn, "Housing", today=TODAY, pack=PACK) == (
        "Housing gets no copies and is not asked any more. "
        "1 action needs somebody new: F6 at the family's place."
    )
    assert what_it_does(replace(withdrawn, actions=()), "Housing", today=TODAY, pack=PACK) == (
        "Housing gets no copies and is not asked any more."
    )
    assert what_it_does(PLAN, "Housing", today=TODAY, pack=PACK) == ""
    assert lists_to_send(PLAN, today=TODAY) == ("lead", "teacher", "officer")
    assert lists_to_send(withdrawn, today=TODAY) == ("lead", "teacher")


def test_nobody_has_a_list_for_what_whoever_makes_the_lists_may_not_know_of() -> None:
    told = tuple(now for now in open_actions(PLAN) if now.owner != "officer")
    assert lists_to_send(PLAN, told, today=TODAY) == ("lead", "teacher")


def test_what_is_limited_does_not_hide_from_somebody_what_they_took_on_themselves() -> None:
    limited = replace(
        PLAN,
        answers=tuple(
            replace(each, answer="limited", limit="the flat") if each.agency == "Housing" else each
            for each in PLAN.answers
        ),
    )
    assert told("officer", limited) == ["Ring the council", "Only for the lead"][::-1]


def test_the_next_day_stands_on_it_unless_that_meeting_is_kept_apart_from_nobody_here() -> None:
    coming = NextMeeting(on=date(2026, 7, 1), time="10:00", place="Garden room")
    family = replace(PLAN, meetings=(replace(meeting(1), next_meeting=coming),))
    assert owed_list(family, "officer", today=TODAY, pack=PACK).next_time is not None
    later = owed_list(family, "officer", today=date(2026, 8, 1), pack=PACK)
    assert later.next_time is None


def test_what_was_agreed_where_the_worker_was_kept_apart_is_no_day_on_their_list() -> None:
    coming = NextMeeting(on=date(2026, 7, 1), time="10:00")
    apart = replace(meeting(2, apart=("officer",)), next_meeting=coming)
    family = replace(PLAN, meetings=(meeting(1), apart))
    assert owed_list(family, "officer", today=TODAY, pack=PACK).next_time is None
    assert owed_list(family, "teacher", today=TODAY, pack=PACK).next_time is not None


def test_a_list_of_an_earlier_meeting_is_as_things_stood_then() -> None:
    done = Update(id="u", action="Ring the council", status="done", meeting="m2")
    family = with_more(PLAN, meetings=(meeting(2),), updates=(done,))
    assert "Ring the council" not in told("officer", family)
    then = owed_list(family, "officer", today=TODAY, pack=PACK, meeting=1)
    assert "Ring the council" in [each.what for each in then.actions]
    assert then.on == family.meetings[0].on


def test_there_is_no_list_for_somebody_of_the_family() -> None:
    with pytest.raises(Refused):
        owed_list(FAMILY, "mum", today=TODAY, pack=PACK)
