from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from made.pells import FAMILY, FIRST, TODAY, action, agreed, attended, copy_for, meeting, said, with_more

from db.interchange import read_families
from eymeeting.domain.actions import Update
from eymeeting.domain.contact import Contact
from eymeeting.domain.cutting import as_at, choose_meeting
from eymeeting.domain.family import collections
from eymeeting.domain.meeting import Correction, Heard, Invitation, LeftOpen
from eymeeting.domain.problems import NotFound, Refused

EVERY_KEY = Path(__file__).parents[1] / "families" / "every_key.json"


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


def test_as_at_a_meeting_who_was_asked_and_heard_later_is_gone_and_what_was_put_right_since_stays() -> None:
    after = FIRST + timedelta(days=1)
    family = with_more(
        FAMILY,
        meetings=(meeting(2),),
        invitations=tuple(Invitation(id=f"i{at}", meeting=at, who="mum") for at in ("m1", "m2")),
        heard=tuple(Heard(id=f"h{at}", meeting=at, who="mum", how="sent_word") for at in ("m1", "m2")),
        left_open=tuple(LeftOpen(id=f"o{at}", meeting=at, what="", reason="") for at in ("m1", "m2")),
        corrections=tuple(
            Correction(id=f"k{at}", meeting=at, on=TODAY, by="lead", what="") for at in ("m1", "m2")
        ),
        contacts=tuple(
            Contact(id=f"c{on}", on=on, by="lead", how="call", text="")
            for on in (FIRST - timedelta(days=1), FIRST, after)
        ),
    )
    then = as_at(family, family.meeting("m1"))
    for name in ("invitations", "heard", "left_open", "corrections"):
        assert [each.meeting for each in getattr(then, name)] == ["m1"]
        assert getattr(as_at(family, family.meeting("m2")), name) == getattr(family, name)
    assert [each.on for each in then.contacts] == [FIRST - timedelta(days=1), FIRST]
    assert as_at(family, family.meeting("m2")).contacts == family.contacts


def test_every_collection_is_cut_when_only_the_first_meeting_is_left() -> None:
    [family, *_] = read_families(EVERY_KEY.read_text("utf-8"))
    [first, *later] = family.meetings_in_order()
    then = as_at(family, first)
    gone = {each.id for each in later}
    left = [entry for _, entries in collections(then) for entry in entries]
    assert [entry for entry in left if getattr(entry, "meeting", None) in gone or entry.id in gone] == []
