from __future__ import annotations

from dataclasses import replace
from datetime import date

from made.views import REF, Filling, family_of, person, worker

from eymeeting.domain.entry import FOR_THE_FAMILY
from eymeeting.domain.family import Change
from eymeeting.domain.meeting import ChildWords, Contribution
from eymeeting.packs import default_pack
from screens.forms.next_meeting import NextMeetingForm

BEA = person("p1", "Bea", "Orme", "mother", interpreter="Polish")
JO = worker("w1", "Jo Lamb", "Family worker", "Hub")
WANDA = worker("w2", "Wanda", "Polish interpreter", "Talk")


def planned() -> Filling:
    filling = Filling(family_of(BEA, JO, WANDA), NextMeetingForm(REF))
    filling.types("on", "tue 12 jan")
    return filling


def minutes(filling: Filling) -> int:
    return filling.family.meetings[0].planned_minutes


def test_whoever_asks_an_interpreter_has_planned_a_third_more_time_until_they_cannot_come() -> None:
    filling = planned()
    assert minutes(filling) == 75
    filling.chooses("who w2", "asked")
    assert minutes(filling) == 100
    filling.chooses("who w2", "not_coming")
    assert minutes(filling) == 75
    filling.types("interpreter", "Wanda, Polish")
    assert minutes(filling) == 100


def test_a_planned_meeting_goes_with_whoever_was_asked_but_not_with_what_was_gathered_for_it() -> None:
    filling = planned()
    filling.chooses("who p1", "coming")
    taken = filling.form.taken_away(filling.view)
    assert taken is not None
    assert [type(change.entry).__name__ for change in taken.changes] == ["Invitation", "Meeting"]
    meeting = filling.family.meetings[0].id
    for gathered in (
        ChildWords(id="w", meeting=meeting, who="p1", words="x", how="drawing", visibility=FOR_THE_FAMILY),
        Contribution(id="c", meeting=meeting, by="w1", working="x", visibility=FOR_THE_FAMILY),
    ):
        holding = filling.family.after(Change(family=REF, before=None, after=gathered))
        kept = NextMeetingForm(REF).taken_away(Filling(holding, filling.form).view)
        assert kept is not None
        assert kept.problem
        assert kept.changes == ()


def test_only_who_may_sit_at_the_keyboard_can_be_in_the_chair() -> None:
    assert [choice.id for choice in planned().rows()["chair"].choices] == ["w1"]


def test_a_day_at_a_weekend_is_said_beside_it_for_as_long_as_it_stands() -> None:
    filling = planned()
    assert filling.rows()["on"].note == ""
    assert "That is a Sunday." in filling.types("on", "6 dec").understood
    assert filling.rows()["on"].note == "That is a Sunday."


def test_a_day_for_a_closed_family_opens_the_plan_again_and_letting_it_go_closes_it() -> None:
    held = replace(planned().family.meetings[0], on=date(2026, 7, 21), outcome="close")
    family = replace(family_of(BEA, JO), meetings=(held,))
    family = replace(family, details=replace(family.details, closed=held.on))
    filling = Filling(family, NextMeetingForm(REF))
    assert filling.rows()["on"].note.startswith("The family plan was closed on Tuesday 21 July.")
    filling.types("on", "tue 12 jan")
    assert filling.family.details.closed is None
    offered = [choice.id for choice in filling.rows()["type"].choices]
    assert offered == [kind.type for kind in default_pack().meetings]
    assert filling.rows()["type"].chosen == ("taf_review",)
    filling.chooses("type", "taf_closing")
    assert filling.family.meetings[-1].planned_minutes == 45
    taken = filling.form.taken_away(filling.view)
    assert taken is not None
    for change in taken.changes:
        filling.family = filling.family.after(change)
    assert filling.family.details.closed == held.on
