from __future__ import annotations

from typing import Any

from eymeeting.domain.entry import FOR_THE_FAMILY, Visibility
from eymeeting.domain.meeting import Score
from screens.steps.alone import FIRST_QUESTION


def safety(person: str, value: int, **more: Any) -> Score:
    return Score(
        id=f"s-{person}",
        meeting="m1",
        area="safety",
        person=person,
        value=value,
        note="SENTINEL reason",
        **more,
    )


async def test_what_is_asked_alone_is_on_its_own_page_and_leaves_nothing_behind(
    room: Any, people: Any
) -> None:
    async with room.meeting(people.the_adeyemis(*people.present("p1", "w1")), "scores") as chair:
        await chair.keys("7", "o")
        assert chair.words.strip(" │╭╮╰╯─\n").startswith(FIRST_QUESTION)
        assert "Feeling safe" not in chair.words
        assert "Adeyemi" not in chair.words
        await chair.keys("<enter>")
        assert "d  Remi (child)" in chair.words
        assert "7" not in chair.words
        await chair.keys("d", "2")
        assert "Remi · Feeling safe" in chair.words
        assert "2: Really bad For Remi and Grace Holloway alone." in " ".join(
            chair.words.replace("│", " ").split()
        )
        await chair.keys("w", "SENTINEL at night", "<enter>", "v", "f")
        assert "Then Imran Sheikh may read it, on paper too. Did Remi say so?" in chair.prose
        await chair.keys("<enter>", "v", "b", "a")
        assert "For Remi and Grace Holloway alone." in chair.prose
        await chair.keys("v", "f", "b")
        assert "For Remi, Grace Holloway and Imran Sheikh." in chair.words
        await chair.keys("5", "<f8>", "<f12>")
        assert "Remi" not in chair.words
        await chair.keys("<f12>")
        assert "2: Really bad" in chair.words
        await chair.keys("<escape>")
        for keys in ((), ("<f8>",), ("<f8>",), ("<f4>",), ("<f3>",)):
            await chair.keys(*keys)
            for trace in ("SENTINEL", "Feeling safe", "Really bad"):
                assert trace not in chair.words
        await chair.saved()
    assert [
        (each.area, each.value, each.note, each.asked_by, each.visibility) for each in room.family().scores
    ] == [("safety", 2, "SENTINEL at night", "w1", Visibility(level="named", to=("w1", "w2")))]


async def test_the_page_tells_nobody_that_somebody_else_asked_and_writes_over_nothing(
    room: Any, people: Any
) -> None:
    asked = safety("p1", 9, asked_by="w2")
    async with room.meeting(people.the_adeyemis(asked), "scores") as chair:
        await chair.keys("o", "<enter>", "b")
        of_another = chair.words.replace("Daniel", "Folake")
        await chair.keys("<escape>", "o", "<enter>", "a")
        assert chair.words.split() == of_another.split()
        await chair.keys("w", "v", "3", "<backspace>", "4")
        assert "SENTINEL" not in chair.words
        assert " 9" not in chair.words
        await chair.keys("<f10>")
        assert chair.field == "grid"
    assert [(each.asked_by, each.value) for each in room.family().scores] == [("w2", 9), ("w1", 4)]


async def test_a_score_asked_alone_stands_on_no_joint_screen_even_when_it_is_for_everyone(
    room: Any, people: Any
) -> None:
    told = safety("p1", 9, asked_by="w1", visibility=FOR_THE_FAMILY)
    async with room.meeting(people.the_adeyemis(*people.present("p1"), told), "scores") as chair:
        for key in ("<f4>", "<f4>", "<f4>", "<f4>"):
            for trace in ("SENTINEL", "Feeling safe", " 9 ", "9,"):
                assert trace not in chair.prose
            await chair.keys(key)
