from __future__ import annotations

from datetime import date
from typing import Any, Literal

from eymeeting.domain.actions import Action
from eymeeting.domain.entry import FOR_THE_FAMILY, Visibility
from eymeeting.domain.meeting import (
    Attendance,
    ChildWords,
    Contribution,
    Evidence,
    Heard,
    LeftOpen,
    Line,
    Meeting,
    Score,
)

STEPS = (
    *("welcome", "agreement", "children", "story", "journey", "scores"),
    *("workers", "areas", "actions", "lead", "next", "finish"),
)
LEVELS: tuple[Literal["chair_and_agency", "safeguarding"], ...] = ("chair_and_agency", "safeguarding")
RESTRICTED = (
    *(Visibility(level=level) for level in LEVELS),
    Visibility(level="named", to=("w2",)),
    Visibility(level="named", to=("p1",)),
)
AREAS = ("money", "home", "relationships", "support")


def kept_from_the_room(visibility: Visibility, number: int = 0) -> tuple[Any, ...]:
    common: dict[str, Any] = {"meeting": "m1", "visibility": visibility}
    said = f"SENTINEL{number}"
    return (
        Line(id=f"l{number}", position=number, section="present", text=f"{said} story", by="p1", **common),
        Line(id=f"j{number}", position=10 + number, section="change", text=f"{said} journey", **common),
        Action(
            id=f"a{number}",
            position=number,
            text=f"{said} action",
            owner="w2",
            due=None,
            area="home",
            status="not_started",
            **common,
        ),
        Contribution(
            id=f"k{number}",
            position=number,
            by=f"w{number + 1}",
            working=f"{said} working",
            evidence=Evidence(measure=f"{said} measure"),
            **common,
        ),
        ChildWords(
            id=f"q{number}", position=number, who="c4", words=f"{said} words", how=f"{said} how", **common
        ),
        Score(id=f"s{number}", position=number, area=AREAS[number], person="p1", value=9, **common),
    )


FOR_THE_CHAIR = (
    Heard(id="h", meeting="m1", who="p2", how="their_words", note="SENTINEL0 by letter"),
    LeftOpen(id="o", meeting="m1", what="heard p3", reason="SENTINEL0 he must not know"),
)


async def test_nothing_restricted_stands_on_any_step(room: Any, people: Any) -> None:
    entries = [each for n, visibility in enumerate(RESTRICTED) for each in kept_from_the_room(visibility, n)]
    about_safety = Score(id="safe", position=9, meeting="m1", area="safety", person="p1", value=9)
    family = people.the_adeyemis(*people.present("p1", "p2", "w1"), *entries, *FOR_THE_CHAIR, about_safety)
    async with room.meeting(family, "welcome", size=(120, 40)) as chair:
        for step in STEPS:
            for number, visibility in enumerate(RESTRICTED):
                assert f"SENTINEL{number}" not in chair.words, (step, visibility)
            assert " 9 " not in chair.prose, step
            assert "Feeling safe" not in chair.words, step
            assert "brought their words" not in chair.prose, step
            await chair.keys("<f4>")
    assert {line.text for line in room.family().lines} == {
        f"SENTINEL{number} {where}" for number in range(len(RESTRICTED)) for where in ("story", "journey")
    }


async def test_a_worker_known_only_from_a_meeting_kept_apart_is_named_nowhere(room: Any, people: Any) -> None:
    adviser = people.worker("w5", "Sentinel Sams", "Adviser", "Safe Harbour")
    apart = Meeting(
        id="m0",
        position=-1,
        number=2,
        type="taf_first",
        on=date(2026, 11, 2),
        start="10:00",
        planned_minutes=60,
        chair="w1",
        venue="Hall",
        outcome="carry_on",
        separate_from=("p2",),
    )
    met = Attendance(id="x", meeting="m0", who="w5", status="present")
    family = people.the_adeyemis(*people.present("p1", "p2", "w1"), adviser, apart, met)
    async with room.meeting(family, "welcome", size=(120, 40)) as chair:
        for step in STEPS:
            assert "Sentinel" not in chair.words, step
            await chair.keys("<f4>")
        for asks in ("<f5>", "<f6>"):
            await chair.keys(asks)
            assert "Sentinel" not in chair.words
            await chair.keys("<escape>")
        await chair.keys("<f2>", "Ring @sent")
        assert "Sams" not in chair.words


async def test_what_is_for_everyone_does_stand_there(room: Any, people: Any) -> None:
    family = people.the_adeyemis(*people.present("p1", "w1"), *kept_from_the_room(FOR_THE_FAMILY))
    async with room.meeting(family, "story", size=(120, 40)) as chair:
        assert "SENTINEL0 story" in chair.words
        await chair.keys("<f4>")
        assert "SENTINEL0 journey" in chair.words
        await chair.keys(*["<f4>"] * 4)
        assert "SENTINEL0 action" in chair.words


async def test_the_list_does_not_say_who_was_not_invited(room: Any, people: Any) -> None:
    left_out = Attendance(
        id="x", meeting="m1", who="w4", status="not_invited", note="SENTINEL family said no"
    )
    async with room.meeting(people.the_adeyemis(left_out), "welcome", size=(120, 40)) as chair:
        assert "not invited" not in chair.prose
        assert "SENTINEL" not in chair.words
        await chair.keys("<f5>")
        assert "not invited" not in chair.prose
