from __future__ import annotations

from typing import Any


async def test_a_meeting_is_left_for_another_day_and_finished_then(room: Any, people: Any) -> None:
    async with room.meeting(people.the_adeyemis(), "story") as chair:
        await chair.keys("Before the break", "<ctrl+q>")
    async with room.opened() as chair:
        assert "meeting under way" in chair.words
        await chair.keys("<enter>", "b", ", and after")
        await chair.go_to("next")
        await chair.keys("6w", "<enter>")
        await chair.go_to("finish")
        await chair.keys("<end>", "<enter>", "c", "<f10>")
        assert "meeting under way" not in chair.words
    family = room.family()
    assert family.meetings[0].outcome == "close"
    assert [line.text for line in family.lines] == ["Before the break, and after"]


async def test_everything_done_in_a_sitting_can_be_undone(room: Any, people: Any) -> None:
    async with room.meeting(people.the_adeyemis(), "welcome") as chair:
        before = chair.app.screen.recorder.view.family
        for step, keys in (
            ("welcome", ("aab", "<tab>", "Nan, nan", "<enter>")),
            ("agreement", ("py", "l", "the damp", "<enter>")),
            ("children", ("a", "I sing", "<escape>")),
            ("story", ("A line", "<ctrl+o>", "a", "<enter>", "B", "<f2>", "Ring @folake fri", "<enter>")),
            ("scores", ("73", "<up>", "4")),
            ("workers", ("b", "Well", "<escape>")),
            ("areas", ("ab", "a")),
            ("lead", ("a", "e")),
            ("next", ("6w", "<enter>")),
            ("finish", ("<end>", "<enter>", "a")),
        ):
            await chair.go_to(step)
            await chair.keys(*keys)
        await chair.keys(*["<f8>"] * 30)
        assert "There is nothing to undo in this sitting." in chair.words
        await chair.saved()
    after = room.family()
    assert people.replace(after, step_times=()) == before
