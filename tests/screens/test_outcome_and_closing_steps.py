from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from eymeeting.domain.family import Family
from eymeeting.domain.meeting import Closure, Meeting, MeetingType
from screens.steps.step import Step
from screens.widgets.line_editor import LineEditor


def of_kind(people: Any, kind: MeetingType, *entries: Any) -> Family:
    family: Family = people.the_adeyemis(*entries)
    return replace(family, meetings=(replace(family.meetings[0], type=kind),))


def meeting_of(room: Any) -> Meeting:
    meeting: Meeting = room.family().meetings[0]
    return meeting


async def test_saying_how_it_goes_on_ends_nothing_and_the_last_step_offers_it(room: Any, people: Any) -> None:
    async with room.meeting(of_kind(people, "taf_review", *people.present("p1", "w1")), "actions") as chair:
        await chair.keys("Ring housing @grace fri", "<enter>", "<f4>")
        assert "The ending" not in chair.prose
        await chair.keys("c", "f")
        assert "c ✓ We close" in chair.prose
        assert "f ✓ Better" in chair.prose
        assert "m ✓ Ring housing" in chair.prose
        await chair.keys("i", "a", "j", "b", "k", "a")
        assert "i ✓ Why it ends: needs met" in chair.prose
        assert "j ✓ Who carries on: Imran Sheikh" in chair.prose
        assert "k ✓ Who to call: Grace Holloway" in chair.prose
        await chair.keys("l", "6 mon")
        await chair.saved()
        assert meeting_of_view(chair).outcome is None
    async with room.opened() as chair:
        await chair.keys("<enter>")
        assert chair.field == "later"
        await chair.keys("<escape>", "l")
        assert chair.field == "later"
        await chair.keys("ths", "<f4>", "<f3>", "m", "f")
        assert "l ✓ A later look: Saturday 22 May 2027" in chair.prose
        assert "m · Ring housing" in chair.prose
        await chair.keys("<f8>", "<f8>", "<end>")
        assert "m ✓ Ring housing" in chair.prose
        await chair.go_to("finish")
        assert "The plan says who to call." in chair.prose
        assert "No day for the next meeting" not in chair.prose
        await chair.keys("<end>")
        assert "How does this meeting end? Said: close" in chair.prose
        await chair.keys("<enter>", "<enter>")
        assert "Ended at" in chair.prose
        await chair.saved()
        family = chair.app.screen.recorder.view.family
        assert family.details.closed == family.meetings[0].on
        await chair.keys("<f8>")
        assert chair.app.screen.recorder.view.family.details.closed is None
        await chair.keys("<enter>", "<enter>", "<enter>", "<end>", "<enter>")
        await chair.saved()
    family = room.family()
    assert (family.meetings[0].outcome, family.details.closed) == (None, None)
    assert (family.meetings[0].going_to, family.meetings[0].result) == ("close", "better")
    [closure] = family.closures
    assert (closure.reason, closure.handed_to, closure.who_to_call, closure.later_check) == (
        "needs_met",
        "w2",
        "Grace Holloway",
        date(2027, 5, 22),
    )


def meeting_of_view(chair: Any) -> Meeting:
    meeting: Meeting = chair.app.screen.recorder.view.meeting
    return meeting


async def test_a_last_meeting_keeps_the_familys_words_as_they_are_typed(room: Any, people: Any) -> None:
    async with room.meeting(of_kind(people, "taf_closing", *people.present("p1", "w1")), "keep") as chair:
        await chair.keys(
            "Saturday park", "<enter>", "Same bedtime", "<enter>", "Tea", "<up>", "<home>", "The "
        )
        assert "• Saturday park › being put right below • Tea The Same bedtime" in chair.prose
        await chair.saved()
    async with room.opened() as chair:
        await chair.keys("<enter>", "very ")
        assert chair.one(LineEditor).text == "The very Same bedtime"
        await chair.keys("<enter>", "Gone", "<enter>", "<up>", *["<backspace>"] * 4, "<f4>")
        assert "No phone number for Grace Holloway" not in chair.prose
        await chair.keys("a")
        assert "No phone number for Grace Holloway yet." in chair.prose
        await chair.keys("<tab>", ", any weekday", "<f4>", "The letters", "<tab>", "Waiting", "<f4>")
        assert "only they answer" in chair.prose
        await chair.keys("0")
        assert "[10]" in chair.prose
        await chair.keys("-")
        assert "No number is kept." in chair.prose
        await chair.keys("7", "<enter>", "You came.", "<ctrl+o>", "a")
        assert "Whose words: Folake" in chair.prose
        await chair.keys("<f7>")
        assert "Only you answer this." in chair.words
        assert "You came." not in chair.words
        await chair.keys("<f7>", " SENTINEL", "<ctrl+y>")
        assert "You came." not in chair.words
        await chair.keys("You came.", "<f3>", "<f8>")
        assert chair.one(LineEditor, "#got_in_the_way").text == "Waiting"
        await chair.saved()
    family = room.family()
    [closure] = family.closures
    assert closure == Closure(
        id=closure.id,
        position=closure.position,
        meeting="m1",
        keep_doing=("Saturday park", "The very Same bedtime", "Tea"),
        who_to_call="Grace Holloway, any weekday",
        helpfulness=7,
    )
    assert (family.meetings[0].what_helped, family.meetings[0].got_in_the_way) == ("The letters", "Waiting")


async def test_a_closed_family_begins_again_with_a_review_and_says_so(room: Any, people: Any) -> None:
    family = of_kind(people, "taf_closing")
    held = replace(family.meetings[0], on=date(2026, 7, 21), outcome="close", locked_on=date(2026, 7, 21))
    room.hold(replace(family, meetings=(held,), details=replace(family.details, closed=date(2026, 7, 21))))
    async with room.opened() as chair:
        await chair.keys("EYM-0001", "<f3>", "a")
        assert "closed on Tuesday 21 July" in chair.prose
        await chair.keys("<f4>")
        assert "The family plan was closed on Tuesday 21 July. A meeting opens it again." in chair.prose
        await chair.keys("<enter>")
        assert "Family review meeting (Up: another kind)" in chair.prose
        await chair.keys("<up>")
        assert "Last family meeting (Up: another kind)" in chair.prose
        assert "Where are you meeting?" in chair.prose
        await chair.keys("<up>", "<up>", "<up>")
        assert "Review without a meeting (Up: another kind)" in chair.prose
        assert "Nobody meets" in chair.prose
        assert "Where are you meeting?" not in chair.prose
        await chair.keys("<down>", "<down>", "<down>", "<down>", "<enter>")
        while not chair.app.screen.query("#step"):
            await chair.keys("<enter>")
        assert chair.one(Step).STEP == "welcome"
        assert "The family plan was closed on Tuesday 21 July. It is opened again." in chair.prose
        family = chair.app.screen.recorder.view.family
        assert (family.details.closed, family.meetings[-1].type) == (None, "taf_review")
        await chair.keys("<f8>")
        assert chair.app.screen.recorder.view.family.details.closed == date(2026, 7, 21)
    assert [each.number for each in room.family().meetings] == [1, 2]
