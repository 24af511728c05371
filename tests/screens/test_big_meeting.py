from __future__ import annotations

from dataclasses import replace
from typing import Any

FAMILY = ("Folake", "Daniel", "Joseph", "Remi", "Tunde", "Ayo", "Kemi", "Bola", "Sade")
HELPERS = (
    ("Grace Holloway", "Family support worker"),
    ("Imran Sheikh", "Health visitor"),
    ("Joe Marsh", "Housing officer"),
    ("Joe Bell", "Class teacher"),
    ("Priya Nair", "Speech and language therapist"),
    ("Tom Okafor", "Social worker"),
    ("Ewa Lis", "Midwife"),
    ("Sian Rees", "Nursery key person"),
    ("Colin Frame", "Money adviser"),
)
KEYS_A_SECOND = 4
A_MINUTE = 60
LETTERS = "abcdefghijklmnopqr"


def eighteen(people: Any) -> Any:
    """Nine of a family and nine who help it, a first meeting under way."""
    family = people.the_adeyemis()
    four_children = {"Remi", "Tunde", "Ayo", "Kemi"}
    return replace(
        family,
        people=tuple(
            people.person(f"p{at}", name, "Adeyemi", "child", "child")
            if name in four_children
            else people.person(f"p{at}", name, "Adeyemi", "aunt")
            for at, name in enumerate(FAMILY, start=1)
        ),
        workers=tuple(
            people.worker(f"w{at}", name, job, "Larkfield") for at, (name, job) in enumerate(HELPERS, start=1)
        ),
    )


async def test_eighteen_people_are_marked_scored_and_given_copies_with_few_keys_at_80_by_24(
    room: Any, people: Any
) -> None:
    async with room.meeting(eighteen(people), "welcome") as chair:
        top = chair.words
        assert len(LETTERS) <= KEYS_A_SECOND * A_MINUTE
        await chair.keys(LETTERS)
        whole = top + chair.words
        for name in (*FAMILY, *(name for name, _ in HELPERS)):
            assert name in whole, name
        shown = [line for line in chair.words.splitlines() if line.rstrip().endswith(" here")]
        assert len(shown) >= 12
        assert all("…" not in line.split("(")[0] for line in shown)

        await chair.go_to("scores")
        assert "3 more ›" in chair.words
        await chair.keys("12345678")
        assert "‹ 3 more" in chair.words
        assert "Sade · Money" in chair.words
        await chair.keys("9", "<enter>")
        assert "Our home" in chair.prose

        await chair.keys("<f9>")
        for name in ("Folake", "Daniel", "Joseph", "Bola", "Sade"):
            assert f"✓ Plan for {name}" in chair.words
        ticked = chair.words.count("✓")
        assert ticked >= 10
        await chair.keys("<f9>")
        await chair.saved()
    kept = room.family()
    assert [(each.who, each.status) for each in kept.attendance] == [
        (each, "present") for each in (*(f"p{at}" for at in range(1, 10)), *(f"w{at}" for at in range(1, 10)))
    ]
    assert [(score.area, score.value) for score in kept.scores] == [("money", at) for at in range(1, 10)]
