from __future__ import annotations

from typing import Any

from eymeeting.domain.sitting import Place
from screens.cover import CoverScreen
from screens.family import FamilyScreen
from screens.home import HomeScreen
from screens.meeting import MeetingScreen
from screens.steps.scores import ScoresStep
from screens.widgets.draft_input import DraftInput
from screens.widgets.line_editor import LineEditor
from screens.widgets.score_grid import ScoreGrid


async def test_a_meeting_cut_short_comes_back_under_a_cover_and_then_in_the_same_field(
    room: Any, people: Any
) -> None:
    async with room.meeting(people.the_adeyemis(), "story") as chair:
        await chair.keys("<tab>", "Remi sings", "<left>", "<left>", "<left>", "<left>", "<left>")
        await chair.saved()
    assert room.interrupted().place.step == "story"
    async with room.opened() as chair:
        assert isinstance(chair.app.screen, CoverScreen)
        assert "Adeyemi" not in chair.words
        assert "Remi" not in chair.words
        await chair.keys("<enter>")
        await chair.sees("This is where the meeting was cut short. All of it is here.")
        assert chair.field == "present"
        assert chair.one(LineEditor, "#present").cursor == 5
        await chair.keys("now ")
        await chair.saved()
    [line] = room.family().lines
    assert line.text == "Remi now sings"


async def test_the_line_put_right_last_is_the_one_that_comes_back(room: Any, people: Any) -> None:
    async with room.meeting(people.the_adeyemis(), "story") as chair:
        await chair.keys("One", "<enter>", "Three", "<enter>", "<up>", "<up>", "?", "<left>")
        await chair.saved()
    async with room.opened() as chair:
        await chair.keys("<enter>")
        assert (chair.one(LineEditor, "#past").text, chair.one(LineEditor, "#past").cursor) == ("One?", 3)
        assert "• Three" in chair.words
        await chair.keys("!")
        await chair.saved()
    assert [line.text for line in room.family().lines] == ["One!?", "Three"]


async def test_h_on_the_cover_goes_home_and_the_meeting_stays_open(room: Any, people: Any) -> None:
    room.cut_short(people.the_adeyemis(), "scores")
    async with room.opened() as chair:
        await chair.keys("h")
        assert isinstance(chair.app.screen, HomeScreen)
        assert "meeting under way" in chair.words
        await chair.keys("<enter>", "a")
        assert chair.app.screen.query(ScoresStep)


async def test_leaving_and_resuming_comes_back_to_the_same_field_without_a_cover(
    room: Any, people: Any
) -> None:
    async with room.meeting(people.the_adeyemis(), "story") as chair:
        await chair.keys("<tab>", "Half a sen", "<left>", "<f10>")
        assert isinstance(chair.app.screen, HomeScreen)
        await chair.keys("<enter>")
        assert "Grace Holloway is typing" in chair.words
        assert (chair.field, chair.one(LineEditor, "#present").cursor) == ("present", 9)
        await chair.keys("<f6>", "b", "<ctrl+q>")
    assert room.interrupted() is None
    async with room.opened() as chair:
        assert isinstance(chair.app.screen, HomeScreen)
        await chair.keys("<enter>")
        assert "Who is at the keyboard?" in chair.words
        await chair.keys("<enter>")
        assert "Imran Sheikh is typing" in chair.words
        assert (chair.field, chair.one(LineEditor, "#present").cursor) == ("present", 9)


async def test_a_half_typed_quick_line_is_there_again_with_its_cursor_and_the_notice(
    room: Any, people: Any
) -> None:
    async with room.meeting(people.the_adeyemis(), "journey") as chair:
        await chair.keys("<f2>", "Ring housing @mar", "<left>", "<left>", "<left>")
        await chair.saved()
    async with room.opened() as chair:
        await chair.keys("<enter>")
        await chair.sees("All of it is here.")
        line = chair.one(DraftInput, "#line")
        assert (chair.field, line.value, line.cursor_position) == ("line", "Ring housing @mar", 14)
        await chair.keys("<end>", "<tab>", "<enter>")
        assert chair.field == "good_at"
        await chair.saved()
    [action] = room.family().actions
    assert (action.text, action.owner) == ("Ring housing", "w3")
    with room.store() as store:
        assert store.draft(f"{people.REF}/{people.MEETING}/quick line").text == ""


async def test_half_typed_lines_of_the_steps_are_there_again(room: Any, people: Any) -> None:
    async with room.meeting(people.the_adeyemis(), "welcome") as chair:
        await chair.keys("<tab>", "Nan Bea, na", "<left>")
        await chair.saved()
    async with room.opened() as chair:
        await chair.keys("<enter>")
        somebody = chair.one(DraftInput, "#somebody")
        assert (chair.field, somebody.value, somebody.cursor_position) == ("somebody", "Nan Bea, na", 10)
        await chair.keys("<f3>", *["<f4>"] * 10, "tue 12 j")
        await chair.saved()
    async with room.opened() as chair:
        await chair.keys("<enter>")
        day = chair.one(DraftInput, "#on")
        assert (chair.field, day.value, day.cursor_position) == ("on", "tue 12 j", 8)
    assert room.family().meetings[0].next_meeting is None


async def test_the_score_under_the_cursor_comes_back(room: Any, people: Any) -> None:
    async with room.meeting(people.the_adeyemis(*people.present("p1", "p2")), "scores") as chair:
        await chair.keys("734")
        await chair.saved()
    async with room.opened() as chair:
        await chair.keys("<enter>")
        assert chair.one(ScoreGrid).cursor == ("home", "p2")
        await chair.keys("<up>", "<left>", "<backspace>")
        await chair.saved()
    assert [(s.area, s.person, s.value) for s in room.family().scores] == [
        ("money", "p2", 3),
        ("home", "p1", 4),
    ]


async def test_a_family_half_typed_is_there_again(room: Any) -> None:
    async with room.opened() as chair:
        await chair.keys("<f2>", "Adeyemi", "<enter>", "The A", "<enter>", "Folake, mo", "<left>")
        await chair.saved()
    async with room.opened() as chair:
        assert "The A" in chair.words
        await chair.keys("<enter>")
        assert isinstance(chair.app.screen, FamilyScreen)
        assert chair.one(DraftInput, "#somebody").value == "Folake, mo"


async def test_names_not_yet_entered_are_there_again(room: Any) -> None:
    async with room.opened() as chair:
        await chair.keys("<f2>", "Adey", "<f10>", "<f2>")
        assert chair.one(DraftInput, "#family_name").value == "Adey"
        await chair.keys("emi", "<tab>", "Us", "<ctrl+q>")
    assert room.seen is not None
    async with room.opened() as chair:
        await chair.keys("<f2>")
        fields = [chair.one(DraftInput, f"#{name}").value for name in ("family_name", "chosen_name")]
        assert fields == ["Adeyemi", "Us"]


async def test_a_place_from_a_step_that_has_no_screen_opens_the_first_step(room: Any, people: Any) -> None:
    async with room.meeting(people.the_adeyemis(), "review") as chair:
        assert isinstance(chair.app.screen, MeetingScreen)
        assert "▸ Welcome" in chair.words


async def test_every_step_passed_is_remembered(room: Any, people: Any) -> None:
    async with room.meeting(people.the_adeyemis(), "welcome") as chair:
        await chair.keys(*["<f4>"] * 5)
        await chair.saved()
    assert room.interrupted().place == Place(step="scores", field="money/p1")
