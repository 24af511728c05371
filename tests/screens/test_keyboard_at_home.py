from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from eymeeting.domain.entry import FOR_THE_FAMILY
from eymeeting.domain.meeting import Contribution
from screens.widgets.draft_input import DraftInput
from screens.widgets.line_editor import LineEditor

STEPS = (
    *("welcome", "agreement", "children", "story", "journey", "scores"),
    *("workers", "areas", "actions", "lead", "next", "finish"),
)


async def test_tab_never_lands_in_the_quick_line_and_escape_harms_no_step(room: Any, people: Any) -> None:
    family = people.the_adeyemis(*people.present("p1", "w1"))
    async with room.meeting(family, "welcome") as chair:
        for step in STEPS:
            assert step == chair.app.screen.step_here.STEP
            here = chair.field
            await chair.keys("<escape>")
            assert step == chair.app.screen.step_here.STEP
            assert chair.field == here
            if step != "actions":
                await chair.keys(*["<tab>"] * 5, *["<shift+tab>"] * 2)
                assert chair.field != "line"
            await chair.keys("<f4>")
        await chair.saved()
    assert replace(room.family(), step_times=()) == replace(family, step_times=())


async def test_on_the_actions_step_one_sentence_follows_another(room: Any, people: Any) -> None:
    async with room.meeting(people.the_adeyemis(), "actions") as chair:
        await chair.keys("Ring housing @marsh fri", "<enter>", "<enter>", "Call a cab @folake", "<enter>")
        assert "Up or Esc goes to the list" not in chair.prose
        assert "Kept: Call a cab" in chair.prose
        await chair.keys("x", "<backspace>")
        assert "Up or Esc goes to the list of actions" in chair.prose
        await chair.keys("<up>")
        assert chair.field == "actions"
        await chair.keys("<delete>", "<delete>")
        assert chair.field == "line"
        await chair.keys("Cancel it @folake", "<escape>", "<f8>", "<enter>")
        await chair.saved()
    assert [action.text for action in room.family().actions] == ["Ring housing", "Cancel it"]


async def test_what_is_told_goes_by_itself_and_with_the_next_thing_done(
    room: Any, people: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with room.meeting(people.the_adeyemis(), "story") as chair:
        await chair.keys("<f2>", "Ring housing @marsh fri", "<enter>")
        assert "Kept: Ring housing" in chair.prose
        await chair.keys("<f4>")
        assert "Kept: " not in chair.prose
        monkeypatch.setattr("screens.widgets.quick_line_told.SHOWN_FOR", 0.01)
        await chair.keys("<f8>")
        await chair.until(lambda: "Taken back" not in chair.words and "Ring housing" not in chair.words)
        await chair.keys("<ctrl+c>")
        assert "Ctrl+Q closes eymeeting." in chair.prose
        assert "Do you want to quit?" not in chair.prose


async def test_in_a_window_too_small_only_what_is_typed_into_a_field_counts(room: Any, people: Any) -> None:
    async with room.meeting(people.the_adeyemis(), "story") as chair:
        await chair.keys("We ")
        await chair.pilot.resize_terminal(60, 20)
        await chair.settled()
        assert "Please make this window larger" in chair.prose
        await chair.keys("sing", "<f4>", "<tab>", "<ctrl+o>", "!", "<f12>", "<f12>")
        await chair.pilot.resize_terminal(80, 24)
        await chair.settled()
        assert (chair.field, chair.one(LineEditor, "#past").text) == ("past", "We sing!")
        await chair.go_to("lead")
        await chair.pilot.resize_terminal(60, 20)
        await chair.settled()
        await chair.keys("a", "<f2>", "b")
        await chair.pilot.resize_terminal(80, 24)
        await chair.settled()
        assert chair.one(DraftInput, "#line").value == ""
        await chair.saved()
    assert room.family().meetings[0].lead_professional is None


async def test_the_turned_screen_says_which_page_it_is_and_that_there_is_more(room: Any, people: Any) -> None:
    said = [
        Contribution(
            id=f"k{n}",
            position=n,
            meeting="m1",
            by="w2",
            visibility=FOR_THE_FAMILY,
            working=f"Line {n}",
        )
        for n in range(12)
    ]
    async with room.meeting(people.the_adeyemis(*people.present("p1", "w2"), *said), "workers") as chair:
        await chair.keys("<f7>")
        assert "(1 of 3)" in chair.prose
        assert "▼ more: Down" in chair.prose
        await chair.keys("<end>")
        await chair.until(lambda: "▲ more: Up" in chair.words and "▼" not in chair.words)
