from __future__ import annotations

import re
from datetime import date
from typing import Any

from screens.widgets.draft_input import DraftInput
from screens.widgets.line_editor import LineEditor


async def test_an_action_from_within_the_story_goes_back_to_the_very_cursor(room: Any, people: Any) -> None:
    family = people.the_adeyemis(*people.present("p1", "w1", "w3"))
    async with room.meeting(family, "story") as chair:
        await chair.keys("<tab>", "The flat is damp", "<enter>", "Joe knows", "<left>", "<left>")
        await chair.keys("<f2>", "Ring housing @joe m")
        assert "Joe Marsh (housing officer) · No date yet." in chair.prose
        await chair.keys("<tab>", "fri 11 dec #home ~he has a date")
        assert "Joe Marsh (housing officer) · Friday 11 December, in 19 days · Our home" in chair.prose
        await chair.keys("<enter>")
        assert chair.field == "present"
        assert chair.one(LineEditor, "#present").cursor == len("Joe kno")
        assert "Kept: Ring housing · Joe Marsh (housing officer) · Friday 11 December" in chair.prose
        assert chair.one(DraftInput, "#line").value == ""
        await chair.keys("!", "<f10>")
    family = room.family()
    assert [line.text for line in family.lines] == ["The flat is damp", "Joe kno!ws"]
    [action] = family.actions
    assert (action.text, action.owner, action.due) == ("Ring housing", "w3", date(2026, 12, 11))
    assert (action.area, action.how_we_will_know) == ("home", "he has a date")
    assert (action.meeting, action.status) == (people.MEETING, "not_started")


async def test_at_most_three_keys_beyond_the_words(room: Any, people: Any) -> None:
    async with room.meeting(people.the_adeyemis(*people.present("p1", "w1", "w3")), "journey") as chair:
        await chair.keys("We sing")
        for line in (
            ["<f2>", "Ring housing @marsh fri 11 dec #home", "<enter>"],
            ["<f2>", "Ring @mar", "<tab>", "fri", "<enter>"],
        ):
            assert sum(part.startswith("<") for part in line) <= 3
            await chair.keys(*line)
            assert chair.field == "good_at"
        await chair.saved()
    assert [(a.text, a.owner, a.area) for a in room.family().actions] == [
        ("Ring housing", "w3", "home"),
        ("Ring", "w3", ""),
    ]


async def test_two_joes_are_asked_about_and_the_text_stays(room: Any, people: Any) -> None:
    async with room.meeting(people.the_adeyemis(*people.present("w3", "w4")), "story") as chair:
        await chair.keys("<f2>", "Ring @joe fri", "<enter>")
        assert "Which joe? 1 Joe Marsh" in chair.prose
        assert "2 Joe Bell" in chair.prose
        assert chair.one(DraftInput, "#line").value == "Ring @joe fri"
        await chair.keys("3")
        assert chair.one(DraftInput, "#line").value == "Ring @joe fri3"
        await chair.keys("<backspace>", "<enter>", "2")
        assert "Kept: Ring · Joe Bell (class teacher)" in chair.prose
        await chair.saved()
    [action] = room.family().actions
    assert (action.owner, action.due) == ("w4", date(2026, 11, 27))


async def test_an_unknown_name_keeps_the_text_and_says_so(room: Any, people: Any) -> None:
    async with room.meeting(people.the_adeyemis(), "story") as chair:
        await chair.keys("<f2>", "Ring @zebedee fri", "<enter>")
        assert "Nobody known here is called zebedee. 0 Somebody new 1 Folake (mother)" in chair.prose
        assert (chair.field, chair.one(DraftInput, "#line").value) == ("line", "Ring @zebedee fri")
    assert room.family().actions == ()


async def test_somebody_new_comes_in_with_the_line_and_goes_with_it(room: Any, people: Any) -> None:
    async with room.meeting(people.the_adeyemis(*people.present("p1", "w1")), "story") as chair:
        await chair.keys("<f2>", "Fetch Remi @zeb brown fri", "<enter>", "0")
        assert chair.one(DraftInput, "#line").value == "Fetch Remi @zeb brown () fri"
        assert "Who is Zeb Brown? Say mother, uncle, or their job and service." in chair.prose
        await chair.keys("uncle")
        assert "Zeb Brown (new: uncle) · Friday 27 November, in 5 days" in chair.prose
        await chair.keys("<enter>", "<f2>", "Call @zebb", "<enter>", "1")
        assert "Kept: Call · Zeb (uncle)" in chair.prose
        await chair.saved()
        family = chair.app.screen.recorder.view.family
        assert [(each.first_name, each.relationship) for each in family.people[4:]] == [("Zeb", "uncle")]
        assert {action.owner for action in family.actions} == {family.people[4].id}
        await chair.keys("<f8>", "<f8>")
        await chair.saved()
    assert (room.family().actions, len(room.family().people)) == ((), 4)


async def test_what_is_said_goes_where_it_belongs_and_each_is_undone_by_one_key(
    room: Any, people: Any
) -> None:
    async with room.meeting(people.the_adeyemis(*people.present("p1", "c4", "w1")), "journey") as chair:
        await chair.keys("<f2>", "+ She comes every week @imran")
        assert "Going well, Imran Sheikh says" in chair.prose
        await chair.keys("<enter>", "<f2>", "? She is tired @imran", "<enter>")
        await chair.keys("<f2>", "+ We sing @folake")
        assert "We are good at this, Folake says" in chair.prose
        await chair.keys("<enter>")
        assert "• We sing — Folake" in chair.prose
        await chair.keys("<f2>", '"I want my own bed"', "<enter>")
        assert "Whose words are these? 1 Folake (mother) 2 Remi (child)" in chair.prose
        assert chair.one(DraftInput, "#line").value == '"I want my own bed"'
        await chair.keys("2")
        assert "Kept: I want my own bed · Remi's own words" in chair.prose
        await chair.keys("<f2>", "? No heating", "<enter>", "1")
        assert "Kept: No heating · Worried about this, Grace Holloway says" in chair.prose
        await chair.saved()
        family = chair.app.screen.recorder.view.family
        assert [(c.by, c.working, c.worry) for c in family.contributions] == [
            ("w2", "She comes every week", "She is tired"),
            ("w1", None, "No heating"),
        ]
        assert [(w.who, w.words, w.heard_by) for w in family.child_words] == [
            ("c4", "I want my own bed", "w1")
        ]
        await chair.keys(*["<f8>"] * 5)
        await chair.saved()
    family = room.family()
    assert (family.contributions, family.child_words, family.lines) == ((), (), ())


async def test_a_weekday_that_is_not_the_days_keeps_the_text(room: Any, people: Any) -> None:
    async with room.meeting(people.the_adeyemis(), "story") as chair:
        await chair.keys("<f2>", "Ring @marsh thu 11 dec", "<enter>")
        assert "11 December is a Friday, not a Thursday." in chair.prose
        assert chair.one(DraftInput, "#line").value == "Ring @marsh thu 11 dec"
    assert room.family().actions == ()


async def test_an_owner_who_is_not_here_is_still_to_be_asked(room: Any, people: Any) -> None:
    async with room.meeting(people.the_adeyemis(*people.present("p1", "w1")), "actions") as chair:
        await chair.keys("<f2>", "Ring @marsh fri")
        assert "Joe Marsh has not been asked yet; Grace Holloway will ask." in chair.prose
        await chair.keys("<enter>")
        assert "1. Ring Joe Marsh" in chair.prose
        assert "Joe Marsh has not been asked yet; Grace Holloway will ask" in chair.prose
        await chair.saved()
    [action] = room.family().actions
    assert (action.status, action.who_will_ask) == ("not_yet_asked", "w1")


async def test_several_owners_the_first_of_whom_owns_it(room: Any, people: Any) -> None:
    async with room.meeting(people.the_adeyemis(), "actions") as chair:
        await chair.keys("<f2>", "Fill in the form @folake @marsh sat 28 nov", "<enter>")
        assert "1. Fill in the form" in chair.words
        assert "Folake with Joe Marsh · Saturday 28 November, in 6 days" in chair.prose
        await chair.saved()
    [action] = room.family().actions
    assert (action.owner, action.helpers) == ("p1", ("w3",))


async def test_weekends_bank_holidays_and_past_days_are_said_and_not_forbidden(
    room: Any, people: Any
) -> None:
    async with room.meeting(people.the_adeyemis(), "actions") as chair:
        for day, words in (
            ("sat 28 nov", "That is a Saturday."),
            ("25 dec", "That is Christmas Day."),
            ("20 nov", "That day has passed."),
        ):
            await chair.keys(f"Ring @folake {day}")
            assert words in chair.prose
            await chair.keys("<enter>")
        await chair.keys("Ring nobody")
        assert "Nobody's name is beside it yet. No date yet." in chair.prose
        await chair.keys("<enter>")
        await chair.saved()
    assert len(room.family().actions) == 4


async def test_before_the_next_meeting_is_the_day_before_it(room: Any, people: Any) -> None:
    async with room.meeting(people.the_adeyemis(), "next") as chair:
        await chair.keys("<f2>", "Ring @folake before the next meeting", "<enter>")
        assert "The date of the next meeting is not known yet." in chair.prose
        await chair.keys("<f2>", "tue 12 jan", "<enter>", "<f2>", "<enter>")
        await chair.saved()
    [action] = room.family().actions
    assert action.due == date(2027, 1, 11)


async def test_going_back_from_an_empty_or_half_typed_line(room: Any, people: Any) -> None:
    async with room.meeting(people.the_adeyemis(), "story") as chair:
        await chair.keys("<tab>", "<f2>")
        assert "Esc or F2 goes back; what is half typed stays here." in chair.prose
        await chair.keys("<enter>")
        assert chair.field == "present"
        assert "goes back" not in chair.words
        await chair.keys("<tab>", "<tab>", "<shift+tab>", "<down>")
        assert chair.field == "past"
        await chair.keys("<shift+tab>", "<up>")
        assert chair.field == "present"
        await chair.keys("<f2>", "Ring", "<escape>")
        assert chair.field == "present"
        assert "Ring" in chair.words
        assert "F2 goes on with it." in chair.prose
        await chair.keys("<f4>", "<f2>")
        assert chair.one(DraftInput, "#line").value == "Ring"
        await chair.keys("<f3>")
        assert "▸ Your story" in chair.words
        assert chair.field == "past"


async def test_offers_follow_the_cursor_and_down_shows_the_next(room: Any, people: Any) -> None:
    async with room.meeting(people.the_adeyemis(), "story") as chair:
        await chair.keys("<f2>", "Ring @")
        assert "Tab: Folake (mother) · Daniel (father)" in chair.prose
        await chair.keys("<down>", "<tab>")
        assert chair.one(DraftInput, "#line").value == "Ring @Daniel "
        await chair.keys("#")
        assert "Tab: Money (1)" in chair.prose
        await chair.keys("<down>", "<up>", "<down>", "<tab>", "<home>", "<end>", "<enter>")
        await chair.saved()
    [action] = room.family().actions
    assert (action.owner, action.area) == ("p2", "home")


async def test_the_save_mark_counts_keys_and_acts(room: Any, people: Any) -> None:
    async with room.meeting(people.the_adeyemis(), "lead") as chair:
        await chair.saved()
        mark = re.compile(r"Saved \d\d:\d\d:\d\d \((\d+)\)")
        counts = []
        for keys in (["a"], ["b", "e"], ["<tab>", "Five "], ["<f2>", "Ring"], [" it", "<enter>"], ["<f8>"]):
            await chair.keys(*keys)
            await chair.saved()
            found = mark.search(chair.words)
            assert found is not None
            counts.append(int(found[1]))
        assert counts == [1, 3, 8, 12, 16, 17]
