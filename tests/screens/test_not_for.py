from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from eymeeting.domain.actions import Action
from eymeeting.domain.entry import FOR_THE_FAMILY
from eymeeting.domain.meeting import Score
from screens.asides import HALF_TYPED, KEPT, NOTHING_TO_KEEP


async def test_one_key_keeps_a_line_from_somebody_and_the_screen_too_while_they_are_there(
    room: Any, people: Any
) -> None:
    async with room.meeting(people.the_adeyemis(*people.present("p1", "w1")), "story") as chair:
        await chair.keys("<ctrl+x>")
        assert NOTHING_TO_KEEP in chair.prose
        await chair.keys("SENTINEL of the night", "<enter>", "<ctrl+x>")
        assert "reads it" in chair.words
        await chair.keys("b")
        assert "not for them" in chair.words
        await chair.keys("<escape>")
        assert chair.app.screen.recorder.view.family.lines[0].not_for is None
        await chair.keys("<f17>", "b", "b", "b", "<enter>")
        assert KEPT in chair.prose
        assert "SENTINEL of the night ◦" in chair.words
        await chair.keys("x")
        await chair.a_moment_later()
        assert KEPT not in chair.prose
        await chair.keys("<f8>")
        assert chair.app.screen.recorder.view.family.lines[0].not_for == ("p2",)
        await chair.keys("<f8>", "<ctrl+x>", "a", "<enter>")
        assert "SENTINEL" not in chair.words
        assert KEPT in chair.prose
        assert chair.app.screen.recorder.view.family.lines[0].not_for == ("p1",)
        await chair.keys("<f4>", "<f3>")
        assert "SENTINEL" not in chair.words
        await chair.keys("<f8>")
        await chair.sees("SENTINEL of the night")
        await chair.saved()
    assert room.family().lines[0].not_for is None


async def test_the_times_of_an_action_go_first_and_a_number_can_be_kept_from_somebody(
    room: Any, people: Any
) -> None:
    action = Action(
        id="a1",
        meeting=people.MEETING,
        text="Take Remi to nursery at 8.45",
        owner="p1",
        due=date(2026, 12, 4),
        area="routines",
        status="not_started",
        visibility=FOR_THE_FAMILY,
    )
    score = Score(id="s1", meeting=people.MEETING, area="money", person="p1", value=3)
    family = people.the_adeyemis(action, score, *people.present("p1", "w1", "w2"))
    async with room.meeting(family, "actions") as chair:
        await chair.keys("<ctrl+x>", "a")
        assert "without its times of day" in chair.words
        assert "Folake" not in [line.split()[2] for line in chair.words.splitlines() if "reads it" in line]
        await chair.keys("<enter>")
        assert chair.app.screen.recorder.view.family.actions == (replace(action, times_not_for=("p2",)),)
        assert "at 8.45 ◦" in chair.words
        await chair.keys("<ctrl+x>", "a", "<enter>")
        assert chair.app.screen.recorder.view.family.actions == (replace(action, not_for=("p2",)),)
        await chair.keys("<up>", "<ctrl+x>", "d", "<enter>")
        assert "Take Remi" not in chair.words
        assert KEPT in chair.prose
        await chair.keys("<f8>")
        await chair.go_to("scores")
        await chair.keys("<ctrl+x>", "a", "<enter>")
        await chair.keys("<f2>", "Ring the clinic", "<ctrl+x>")
        assert HALF_TYPED in chair.prose
        await chair.keys("<enter>", "<ctrl+x>", "a", "<enter>")
        assert KEPT in chair.prose
        await chair.keys("<f2>", "<ctrl+x>")
        assert "not for them" in chair.words
        await chair.keys("<escape>", "<escape>")
        await chair.saved()
    assert room.family().scores == (replace(score, not_for=("p2",)),)
    assert [(each.text, each.not_for) for each in room.family().actions][1:] == [("Ring the clinic", ("p1",))]
