from __future__ import annotations

from typing import Any, Literal

import pytest

from eymeeting.domain.actions import Action
from eymeeting.domain.entry import FOR_THE_FAMILY, Visibility
from eymeeting.domain.meeting import Attendance, ChildWords, Contribution, Evidence, Line, Score

STEPS = (
    *("welcome", "agreement", "children", "story", "journey", "scores"),
    *("workers", "areas", "actions", "lead", "next"),
)
LEVELS: tuple[Literal["chair_and_agency", "safeguarding"], ...] = ("chair_and_agency", "safeguarding")
RESTRICTED = (
    *(Visibility(level=level) for level in LEVELS),
    Visibility(level="named", to=("w2",)),
    Visibility(level="named", to=("p1",)),
)


def kept_from_the_room(visibility: Visibility) -> tuple[Any, ...]:
    return (
        Line(id="l1", meeting="m1", section="present", text="SENTINEL story", by="p1", visibility=visibility),
        Line(
            id="l2",
            position=1,
            meeting="m1",
            section="change",
            text="SENTINEL journey",
            visibility=visibility,
        ),
        Action(
            id="a1",
            meeting="m1",
            text="SENTINEL action",
            owner="w2",
            due=None,
            area="home",
            status="not_started",
            visibility=visibility,
        ),
        Contribution(
            id="k1",
            meeting="m1",
            by="w2",
            visibility=visibility,
            working="SENTINEL working",
            evidence=Evidence(measure="SENTINEL measure"),
        ),
        ChildWords(
            id="q1", meeting="m1", who="c4", words="SENTINEL words", how="SENTINEL how", visibility=visibility
        ),
        Score(id="s1", meeting="m1", area="money", person="p1", value=9, visibility=visibility),
        Score(id="s2", position=1, meeting="m1", area="safety", person="p1", value=9),
    )


@pytest.mark.parametrize("visibility", RESTRICTED, ids=lambda each: each.level)
async def test_nothing_restricted_stands_on_any_step(room: Any, people: Any, visibility: Visibility) -> None:
    family = people.the_adeyemis(*people.present("p1", "p2", "w1"), *kept_from_the_room(visibility))
    async with room.meeting(family, "welcome", size=(120, 40)) as chair:
        for _ in STEPS:
            assert "SENTINEL" not in chair.words
            assert " 9 " not in chair.prose
            assert "Feeling safe" not in chair.words
            await chair.keys("<f4>")
    assert {line.text for line in room.family().lines} == {"SENTINEL story", "SENTINEL journey"}


async def test_what_is_for_everyone_does_stand_there(room: Any, people: Any) -> None:
    family = people.the_adeyemis(*people.present("p1", "w1"), *kept_from_the_room(FOR_THE_FAMILY))
    async with room.meeting(family, "story", size=(120, 40)) as chair:
        assert "SENTINEL story" in chair.words
        await chair.keys("<f4>")
        assert "SENTINEL journey" in chair.words
        await chair.keys(*["<f4>"] * 4)
        assert "SENTINEL action" in chair.words


async def test_the_list_does_not_say_who_was_not_invited(room: Any, people: Any) -> None:
    left_out = Attendance(
        id="x", meeting="m1", who="w4", status="not_invited", note="SENTINEL family said no"
    )
    async with room.meeting(people.the_adeyemis(left_out), "welcome", size=(120, 40)) as chair:
        assert "not invited" not in chair.prose
        assert "SENTINEL" not in chair.words
        await chair.keys("<f5>")
        assert "not invited" not in chair.prose
