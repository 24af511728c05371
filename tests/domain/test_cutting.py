from dataclasses import replace
from datetime import timedelta

import pytest
from made.pells import FAMILY, FIRST, TODAY, action, agreed, attended, copy_for, meeting, said, with_more

from eymeeting.domain.actions import Update
from eymeeting.domain.cutting import as_at, choose_meeting
from eymeeting.domain.problems import NotFound, Refused


def test_the_latest_meeting_that_took_place_is_chosen() -> None:
    family = replace(FAMILY, meetings=(meeting(1), meeting(2), meeting(3, outcome="did_not_happen")))
    assert choose_meeting(family, "mum", None, today=TODAY).number == 2


def test_a_meeting_that_has_begun_counts_before_it_is_finished() -> None:
    unfinished = meeting(2, outcome=None)
    family = replace(FAMILY, meetings=(meeting(1), unfinished))
    assert choose_meeting(family, "mum", None, today=TODAY).number == 1
    begun = with_more(family, attendance=(attended("mum", at="m2"),))
    assert choose_meeting(begun, "mum", None, today=unfinished.on).number == 2
    assert choose_meeting(begun, "mum", None, today=unfinished.on - timedelta(days=1)).number == 1


def test_before_any_meeting_has_begun_the_only_planned_one_is_chosen() -> None:
    family = replace(FAMILY, meetings=(meeting(1, outcome=None),))
    assert choose_meeting(family, "mum", None, today=TODAY).number == 1
    with pytest.raises(Refused):
        choose_meeting(replace(FAMILY, meetings=()), "mum", None, today=TODAY)


def test_a_meeting_kept_apart_from_the_reader_is_passed_over_and_refused_by_number() -> None:
    family = replace(FAMILY, meetings=(meeting(1), meeting(2, apart=("dad",))))
    assert choose_meeting(family, "dad", None, today=TODAY).number == 1
    assert choose_meeting(family, "mum", None, today=TODAY).number == 2
    with pytest.raises(Refused):
        choose_meeting(family, "dad", 2, today=TODAY)
    with pytest.raises(NotFound):
        choose_meeting(family, "dad", 3, today=TODAY)


def test_as_at_a_meeting_nothing_said_or_done_later_is_there_and_permissions_are_today_s() -> None:
    later, answers = agreed("mum", 1, Housing="withdrawn")
    family = with_more(
        FAMILY,
        meetings=(meeting(2),),
        lines=(said("good_at", "early"), said("good_at", "late", "m2")),
        actions=(action("First thing", "mum"), action("Second thing", "mum", at="m2")),
        updates=(
            Update(id="u1", action="First thing", status="under_way", on=FIRST),
            Update(id="u2", action="First thing", status="done", meeting="m2"),
            Update(id="u3", action="First thing", status="done", on=FIRST + timedelta(days=3)),
        ),
        agreements=(replace(later, on=TODAY),),
        answers=answers,
    )
    then = as_at(family, family.meeting("m1"))
    assert [each.text for each in then.lines] == ["early"]
    assert [each.id for each in then.actions] == ["First thing"]
    assert [each.id for each in then.updates] == ["u1"]
    assert then.answers == family.answers
    copy = copy_for("mum", family, 1)
    assert [each.what for each in copy.actions] == ["First thing"]
    assert copy.may_see == ("Centre", "School")
