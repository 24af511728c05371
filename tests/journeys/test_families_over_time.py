"""The next review of families that have met before, held by keyboard.

Three of them in every run; ``EYMEETING_EXAMPLES=8`` holds all eight.
"""

from __future__ import annotations

import os
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from db.interchange import read_families
from eymeeting.domain.family import Family, action_now
from screens.last_time import LastTimeScreen
from screens.meeting import MeetingScreen

KEPT = Path(__file__).parents[1] / "families" / "over_time.json"
OPEN = {"EYM-0013": 3, "EYM-0007": 0, "EYM-0005": 1, "EYM-0004": 3}
OPEN |= {"EYM-0001": 0, "EYM-0002": 2, "EYM-0006": 2, "EYM-0008": 2}
"""How many actions the next review of each family asks about; first those who say most that is not for everyone."""
HELD = tuple(OPEN)[: int(os.environ.get("EYMEETING_EXAMPLES", "3"))]


@cache
def families() -> dict[str, Family]:
    return {family.ref: family for family in read_families(KEPT.read_text("utf-8"))}


def letter_of(chair: Any, words: str) -> str:
    found = re.search(rf"(\w)  (?:\S )?{re.escape(words)}", chair.words)
    assert found is not None, chair.words
    return found[1]


async def begin(chair: Any, here: str) -> None:
    await chair.keys("<enter>", "a", "<f4>")
    await chair.sees("Who is in the chair?")
    await chair.keys("<enter>")
    await chair.sees("Family review meeting")
    await chair.keys("<enter>")
    assert isinstance(chair.app.screen, LastTimeScreen)
    await chair.keys("<enter>")
    assert isinstance(chair.app.screen, MeetingScreen)
    await chair.keys(here)


async def end(chair: Any) -> None:
    await chair.go_to("outcome")
    await chair.keys(letter_of(chair, "We carry on"))
    await chair.go_to("next")
    await chair.keys("tue 12 jan", "<enter>", "10am", "<enter>")
    await chair.go_to("finish")
    await chair.keys(letter_of(chair, "How does this meeting end?"), "<enter>")


@pytest.mark.parametrize("ref", HELD)
async def test_the_next_review_of_each_family_is_held_by_keyboard(ref: str, room: Any) -> None:
    before = families()[ref]
    room.hold(before)
    async with room.opened() as chair:
        await begin(chair, "a")
        await chair.go_to("review")
        assert chair.prose.count(" told ") == (1 if OPEN[ref] else 0)
        await chair.keys("d" * OPEN[ref])
        await chair.go_to("scores")
        await chair.keys("8")
        await end(chair)
        await chair.saved()
        await chair.keys("<f10>")
    after = room.family(ref)
    held = after.meetings[-1]
    assert len(after.meetings) == len(before.meetings) + 1
    assert (held.type, held.outcome, held.number) == ("taf_review", "carry_on", len(after.meetings))
    assert held.next_meeting is not None
    told = [update for update in after.updates if update.meeting == held.id]
    assert [update.status for update in told] == ["done"] * OPEN[ref]
    assert {update.action for update in told} == {
        action.id
        for action in before.actions
        if action.visibility.level == "family" and action_now(before, action).is_open
    }
    assert [(score.person, score.value) for score in after.scores if score.meeting == held.id] == [("p1", 8)]
    assert after.people == before.people
    assert [line for line in after.lines if line in before.lines] == list(before.lines)
    assert after.details.closed is None
