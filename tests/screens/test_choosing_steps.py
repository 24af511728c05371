from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from eymeeting.domain.meeting import NextMeeting, Score
from screens.widgets.draft_input import DraftInput
from screens.widgets.score_grid import ScoreGrid


def score(area: str, person: str, value: int) -> Score:
    return Score(id=f"{area}-{person}", meeting="m1", area=area, person=person, value=value)


async def test_a_score_is_said_back_in_words_and_a_ten_in_letters(room: Any, people: Any) -> None:
    async with room.meeting(people.the_adeyemis(*people.present("p1", "c4")), "scores") as chair:
        assert "1: We don't know what to do about this" in chair.prose
        await chair.keys("0")
        assert "Folake, Money: Ten: Everything is going very well" in chair.prose
        await chair.keys("4")
        assert "Remi, Money: 4: Not good. Remi 4, Folake 10. What would make it one higher?" in chair.prose
        await chair.keys("-")
        assert "Folake, Our home: Would rather not say." in chair.prose
        assert "higher?" not in chair.prose
        await chair.keys("<up>", "<left>")
        assert "Ten: Everything is going very well. Remi 4, Folake 10." in chair.prose
        await chair.keys("<down>", "<down>")
        assert "10: Everything is going very well" in chair.prose
        await chair.saved()
    values = {(each.area, each.person): each.value for each in room.family().scores}
    assert values == {("money", "p1"): 10, ("money", "c4"): 4, ("home", "p1"): "prefer_not_to_say"}


async def test_scores_are_put_right_taken_away_and_brought_back(room: Any, people: Any) -> None:
    family = people.the_adeyemis(score("money", "p1", 3), *people.present("p1"))
    async with room.meeting(family, "scores") as chair:
        await chair.keys("7", "<up>", "<backspace>")
        await chair.saved()
        await chair.keys("<f8>")
        assert "7" in chair.prose
        await chair.keys("<f8>", "<f10>")
    assert [each.value for each in room.family().scores] == [3]


async def test_only_those_with_a_voice_stand_in_the_grid_and_safety_never(room: Any, people: Any) -> None:
    family = people.the_adeyemis(*people.present("p2", "w1"), score("home", "p3", 5))
    async with room.meeting(family, "scores") as chair:
        grid = chair.one(ScoreGrid)
        assert [each.id for each in grid._people] == ["p2", "p3"]
        assert "safety" not in [each.id for each in grid._areas]


async def test_areas_stand_hardest_first_with_whose_voice_it_was(room: Any, people: Any) -> None:
    family = people.the_adeyemis(
        score("money", "p1", 6), score("home", "p2", 2), score("home", "p1", 4), score("support", "c4", 2)
    )
    async with room.meeting(family, "areas") as chair:
        assert "a · Our home 2, Daniel" in chair.prose
        assert "b · People around us 2, Remi" in chair.prose
        assert "c · Money 6, Folake" in chair.prose
        assert "Our home: the lowest is 2, Daniel. 2 people at 4 or less." in chair.prose
        await chair.keys("b", "i")
        assert "2 chosen, up to 4." in chair.prose
        await chair.keys("<f8>")
        assert "1 chosen, up to 4." in chair.prose
        await chair.keys("cdef")
        assert "4 are chosen already. Let one go first, with its letter." in chair.prose
        await chair.saved()
    assert [each.area for each in room.family().priorities] == [
        "support",
        "money",
        "relationships",
        "feelings",
    ]


async def test_what_life_will_be_like_is_kept_as_it_is_typed_with_the_number_hoped_for(
    room: Any, people: Any
) -> None:
    async with room.meeting(people.the_adeyemis(score("home", "p2", 2)), "areas") as chair:
        await chair.keys("8", "a", "8", "<enter>")
        assert "What will life be like when it has happened?" in chair.prose
        await chair.keys("8 dry ro")
        await chair.saved()
        [kept] = chair.app.screen.recorder.view.family.priorities
        assert (kept.hoped_for, kept.life_when) == (8, "8 dry ro")
    async with room.opened() as chair:
        await chair.keys("<enter>", "oms", "<enter>", "0")
        assert "2, Daniel; hope 10" in chair.prose
        assert "“8 dry rooms”" in chair.prose
        await chair.keys("a")
        assert "Let go, with what was written. F8 brings it back." in chair.prose
        await chair.keys("<f8>", "<backspace>", "<enter>", "<escape>")
        assert chair.field == "areas"
        await chair.saved()
    [kept] = room.family().priorities
    assert (kept.area, kept.hoped_for, kept.life_when) == ("home", None, "8 dry rooms")


async def test_actions_are_put_right_taken_away_and_brought_back(room: Any, people: Any) -> None:
    async with room.meeting(people.the_adeyemis(), "actions") as chair:
        assert "Nothing agreed yet. Type below what somebody will do." in chair.prose
        await chair.keys("Ring housing @marsh fri #home ~damp gone", "<enter>")
        await chair.keys("Buy paint @folake 6w", "<enter>", "<up>")
        assert "2. Buy paint Folake · Sunday 3 January 2027" in chair.prose
        await chair.keys("<up>", "<enter>")
        line = chair.one(DraftInput, "#line")
        assert line.value == "Ring housing @Joe Marsh Friday 27 November 2026 #home ~damp gone"
        await chair.keys("<home>", "Please r", "<delete>", "<enter>")
        assert "1. Please ring housing" in chair.words
        await chair.keys("<down>", "<delete>")
        assert "Buy paint" not in chair.words
        await chair.keys("<f8>")
        assert "2. Buy paint" in chair.words
        await chair.keys("<f8>", "<f8>", "<f10>")
    assert [(a.text, a.owner, a.due) for a in room.family().actions] == [
        ("Ring housing", "w3", date(2026, 11, 27))
    ]


async def test_an_action_half_put_right_is_still_that_action_later(room: Any, people: Any) -> None:
    async with room.meeting(people.the_adeyemis(), "actions") as chair:
        await chair.keys("Ring housing @marsh fri", "<enter>", "Paint @folake", "<enter>")
        await chair.keys("<up>", "<up>", "<enter>", "<home>", "Now: ", "<escape>")
        assert "1. Ring housing" in chair.words
        await chair.keys("<down>", "<enter>")
        assert "This line is still half typed." in chair.words
        await chair.saved()
    async with room.opened() as chair:
        await chair.keys("<enter>", "<f2>", "<f2>", "<enter>")
        assert "1. Now: Ring housing" in chair.words
        await chair.keys("<enter>", *["<backspace>"] * 60, "Call @folake", "<enter>")
        await chair.saved()
    assert [action.text for action in room.family().actions] == ["Now: Ring housing", "Paint", "Call"]


async def test_who_asks_and_how_a_child_is_told_are_a_key_each(room: Any, people: Any) -> None:
    interpreter = people.worker("w5", "Ewa Lis", "Interpreter", "Tandem Interpreters")
    family = people.the_adeyemis(interpreter, *people.present("p1", "w1"))
    async with room.meeting(family, "actions") as chair:
        await chair.keys("Ring @marsh fri #home", "<enter>", "<up>", "a")
        assert "Who will ask Joe Marsh (Housing officer, Harbour Homes)?" in chair.prose
        assert "Daniel" in chair.prose
        assert "Remi" not in chair.prose
        assert "Ewa Lis" not in chair.prose
        await chair.keys("a")
        assert "Joe Marsh has not been asked yet; Folake will ask" in chair.prose
        await chair.keys("c", "Joe will come", "<left>", "!")
        assert "How would you tell a child? Ring" in chair.prose
        await chair.saved()
        await chair.keys("<enter>")
        assert "Folake will ask · To a child: Joe will com!e" in chair.prose
        await chair.keys("<enter>")
        line = chair.one(DraftInput, "#line").value
        assert line == "Ring @Joe Marsh Friday 27 November 2026 @Folake will ask #home"
        await chair.keys("<home>", "Please ", "<enter>", "a", "g")
        assert "asked yet" not in chair.prose
        await chair.keys("<f8>", "<f8>", "<f8>")
        await chair.saved()
    [action] = room.family().actions
    assert (action.text, action.child_words, action.who_will_ask) == ("Ring", None, "p1")


async def test_words_for_a_child_come_back_half_typed_where_the_cursor_was(room: Any, people: Any) -> None:
    async with room.meeting(people.the_adeyemis(), "actions") as chair:
        await chair.keys("Ring @marsh", "<enter>", "<escape>", "c", "Joe will com", "<left>")
        await chair.saved()
    async with room.opened() as chair:
        await chair.keys("<enter>", "!")
        assert chair.field == "child"
        assert "Joe will co!m" in chair.words
        await chair.saved()
    assert room.family().actions[0].child_words == "Joe will co!m"


async def test_the_lead_agreement_is_in_words_the_family_may_change(room: Any, people: Any) -> None:
    async with room.meeting(people.the_adeyemis(), "lead") as chair:
        await chair.keys("e", "b", "c")
        assert "I will be your first call" in chair.prose
        await chair.keys("C", "A", "<tab>", "<home>", "Yes: ", "<tab>", "1 dec")
        assert "Tuesday 1 December 2026." in chair.prose
        await chair.keys("<enter>", "01632 960 1", "<enter>", "Sue Best", "<f3>", "<f4>")
        assert "when they are away" in chair.prose
        await chair.keys("<f10>")
    family = room.family()
    [made] = family.lead_agreements
    assert (made.worker, made.agreed_by, made.since) == ("w3", ("p1",), date(2026, 12, 1))
    assert made.text is not None
    assert "Yes: " in made.text
    assert made.text.replace("Yes: ", "").startswith("I will be your first call")
    assert (made.backup, made.manager) == ("Grace Holloway", "Sue Best")
    assert family.meetings[0].lead_professional == "w3"
    assert family.meetings[0].lead_agreed_by == ("p1",)
    assert [worker.phone for worker in family.workers] == [None, None, "01632 960 1", None]


async def test_the_lead_and_who_agreed_are_letters(room: Any, people: Any) -> None:
    async with room.meeting(people.the_adeyemis(), "lead") as chair:
        await chair.keys("a", "e", "h")
        assert re.search(r"a ✓ Grace Holloway \(F[^✓·]* main helper", chair.prose)
        assert chair.prose.count("agreed") == 2
        await chair.keys("b", "e")
        await chair.saved()
    [meeting] = room.family().meetings
    assert (meeting.lead_professional, meeting.lead_agreed_by) == ("w2", ("c4",))
    async with room.opened() as chair:
        await chair.keys("<enter>", "b", "h", "<f8>")
        await chair.saved()
    [meeting] = room.family().meetings
    assert (meeting.lead_professional, meeting.lead_agreed_by) == (None, ("c4",))


async def test_the_next_meeting_is_said_as_people_say_it(room: Any, people: Any) -> None:
    async with room.meeting(people.the_adeyemis(), "next") as chair:
        assert "No day yet." in chair.prose
        await chair.keys("mon 12 jan")
        assert "12 January is a Tuesday, not a Monday." in chair.prose
        await chair.keys("<enter>")
        await chair.keys("<shift+tab>")
        assert chair.one(DraftInput, "#on").value == "mon 12 jan"
        await chair.keys(*["<backspace>"] * 10, "tue 12 jan", "<enter>")
        assert "Tuesday 12 January 2027, 10am, in about 7 weeks." in chair.prose
        await chair.keys("<end>", *["<backspace>"] * 4, "half past one", "<enter>")
        await chair.keys("<end>", " hub", "<enter>")
        await chair.go_to("finish")
        assert "Nobody is the family's main helper yet." in chair.prose
        assert "No day" not in chair.prose
        await chair.keys("<end>", "<enter>", "a")
        assert "Ended at" in chair.prose
        await chair.saved()
    [meeting] = room.family().meetings
    assert meeting.next_meeting == NextMeeting(on=date(2027, 1, 12), time="13:30", place="Larkfield hub")
    assert (meeting.outcome, meeting.took_place) == ("carry_on", True)
    assert meeting.end is not None


@pytest.mark.parametrize("out", ["<f3>", "<f10>", "<f9>", "<tab>", "<ctrl+q>"])
async def test_a_day_just_typed_is_kept_by_every_way_out(room: Any, people: Any, out: str) -> None:
    async with room.meeting(people.the_adeyemis(), "next") as chair:
        await chair.keys("6w", out)
    [meeting] = room.family().meetings
    assert meeting.next_meeting == NextMeeting(on=date(2027, 1, 3), time="10:00", place="Larkfield")
    with room.store() as store:
        assert store.draft(f"{people.REF}/{people.MEETING}/next/on").text == ""


async def test_undo_and_emptying_the_day_take_the_next_meeting_back(room: Any, people: Any) -> None:
    async with room.meeting(people.the_adeyemis(), "next") as chair:
        await chair.keys("6w", "<enter>", "<f8>")
        assert "No day yet." in chair.prose
        assert chair.one(DraftInput, "#on").value == ""
        await chair.keys("<tab>", "<f3>", "<f4>")
        assert "No day yet." in chair.prose
        await chair.saved()
        await chair.keys("6w", "<enter>", "<shift+tab>", "<home>", *["<delete>"] * 30, "<enter>")
        assert "No day yet." in chair.prose
        await chair.keys("<f10>")
    assert room.family().meetings[0].next_meeting is None


async def test_an_ended_meeting_is_opened_again_by_its_letter_or_undo(room: Any, people: Any) -> None:
    async with room.meeting(people.the_adeyemis(), "finish") as chair:
        await chair.keys("<end>", "<enter>", "c")
        assert "✓ We close: the family no longer needs us" in chair.prose
        assert "Ended at" in chair.prose
        await chair.keys("<enter>", "h")
        assert "Ended" not in chair.prose
        await chair.keys("<enter>", "g", "<f8>")
        assert "Ended" not in chair.prose
        assert "How does this meeting end?" in chair.prose
        await chair.saved()
    assert room.family().meetings[0].outcome is None


async def test_what_is_typed_takes_the_place_of_the_time_that_was_suggested(room: Any, people: Any) -> None:
    async with room.meeting(people.the_adeyemis(), "next") as chair:
        assert chair.one(DraftInput, "NextStep #time").value == "10am"
        await chair.keys("tue 12 jan", "<enter>", "1.30", "<enter>", "Room 4", "<enter>")
        assert "Tuesday 12 January 2027, 1.30pm, in " in chair.prose
        await chair.keys("<f3>", "<f4>", "<tab>", "half")
        assert "Tuesday 12 January 2027, in about 7 weeks. What time?" in chair.prose
        await chair.saved()
    [meeting] = room.family().meetings
    assert (meeting.next_meeting.time, meeting.next_meeting.place) == ("13:30", "Room 4")
