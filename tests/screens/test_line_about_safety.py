from __future__ import annotations

from dataclasses import replace
from typing import Any

from eymeeting.domain.pack_choices import SafetyLine

LINE = SafetyLine(name="How safe is it?", prompt="A line of its own.", low="not safe", high="safe for sure")


async def test_the_line_about_safety_is_asked_on_its_own_page_and_leaves_nothing_behind(
    room: Any, people: Any
) -> None:
    async with room.meeting(people.the_adeyemis(*people.present("p1", "w1")), "scores") as chair:
        await chair.keys("o", "<enter>", "a", "l", "<escape>", "<escape>")
        assert "How safe is it?" not in chair.words
        chair.app.screen.recorder.desk._pack = replace(chair.app.screen.recorder.view.pack, safety_line=LINE)
        await chair.keys("o", "<enter>", "a")
        assert "L the line about safety, 0 to 10" in chair.words
        await chair.keys("l", "12")
        assert "A number from 0 to 10." in chair.words
        await chair.keys("<backspace>", "<backspace>", "0", "<enter>", "SENTINEL stairs", "<escape>")
        await chair.keys("l")
        assert "SENTINEL stairs" in chair.words
        await chair.keys("<f12>", "<f12>", "<enter>", "<enter>", "<escape>")
        for keys in ((), ("<f8>",), ("<f7>",), ("<escape>", "<f4>")):
            await chair.keys(*keys)
            for trace in ("SENTINEL", "How safe", "0 to 10"):
                assert trace not in chair.words
        await chair.saved()
    kept = room.family()
    [said] = kept.safety_scores
    assert (said.person, said.value, said.note, said.asked_by) == ("p1", 0, "SENTINEL stairs", "w1")
    assert kept.scores == ()
