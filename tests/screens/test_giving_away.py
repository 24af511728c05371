from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from eymeeting.domain.actions import Action
from eymeeting.domain.entry import FOR_THE_FAMILY
from eymeeting.domain.family import Family
from eymeeting.domain.family_copy import family_copy
from eymeeting.domain.gives_away import gives_away
from eymeeting.packs import default_pack
from screens.giving_away import FIRST_QUESTION, TITLE

PACK = default_pack()
CHECK = "◦ Ctrl+A: something to check"
TOLD = "may read it"


def action(key: str, text: str, position: int) -> Action:
    return Action(
        id=key,
        position=position,
        text=text,
        owner="w2",
        due=None,
        area="learning",
        status="not_started",
        visibility=FOR_THE_FAMILY,
        meeting="m1",
    )


def the_adeyemis(people: Any) -> Family:
    family: Family = people.the_adeyemis(
        *people.present("p1", "w1", "w2"),
        action("a1", "Let Remi in by the side door of Thornfield School at 8.45", 0),
        action("a2", "Walk to the library with Folake", 1),
        action("a3", "Read with Remi", 2),
    )
    return family


def hidden_from_daniel(family: Family) -> Family:
    return replace(
        family,
        people=tuple(
            replace(each, household="A", hidden_from=("p2",)) if each.id in ("p1", "c4") else each
            for each in family.people
        ),
    )


def bare(words: str) -> str:
    return " ".join(re.sub(r"[│╭╮╰╯─]", " ", words).split())


def daniels(family: Family, people: Any) -> str:
    copy = family_copy(family, "p2", today=people.TODAY, pack=PACK)
    return repr(replace(copy, must_not_hold={}))


async def test_the_chair_is_told_by_the_quiet_sign_and_decides_with_a_letter(room: Any, people: Any) -> None:
    family = hidden_from_daniel(the_adeyemis(people))
    assert "Thornfield School at 8.45" in daniels(family, people)
    async with room.meeting(family, "finish") as chair:
        assert " ◦ " in chair.words
        assert "give" not in chair.words
        await chair.keys("<ctrl+a>")
        assert bare(chair.words).startswith(FIRST_QUESTION)
        await chair.keys("a")
        assert "Thornfield" not in chair.words
        await chair.keys("<enter>")
        page = bare(chair.words)
        assert page.startswith(f"{TITLE} This action names the school, with a time of day.")
        assert page.count(f"Daniel {TOLD}") == 2
        await chair.keys("a")
        assert "✓ Let Remi in" in bare(chair.words)
        assert "not for Daniel" in bare(chair.words)
        assert "“Let Remi in by the side door of Thornfield School at 8.45”" in bare(chair.words)
        await chair.keys("a")
        assert "for Daniel without its times" in bare(chair.words)
        await chair.keys("<f8>", "b", "b")
        assert "left as it is" in bare(chair.words)
        await chair.keys("<f8>")
        assert "left as it is" not in bare(chair.words)
        await chair.keys("b", "<escape>")
        assert " ◦ " not in chair.words
        await chair.keys("<ctrl+a>", "<f9>")
        assert CHECK not in chair.words
        await chair.keys("<escape>", "<f10>")
    kept = room.family()
    assert [each.not_for for each in kept.actions] == [("p2",), None, None]
    assert "Thornfield" not in daniels(kept, people)
    assert "8.45" not in daniels(kept, people)
    assert [each.words for each in gives_away(kept, today=people.TODAY, pack=PACK)] == [
        "Walk to the library with Folake"
    ]


async def test_it_is_asked_before_the_copies_are_made_and_never_where_nobody_is_kept_from_anybody(
    room: Any, people: Any
) -> None:
    open_to_all = replace(the_adeyemis(people), details=replace(the_adeyemis(people).details, id="EYM-0002"))
    async with room.meeting(open_to_all, "finish") as chair:
        assert " ◦ " not in chair.words
        await chair.keys("<ctrl+a>", "<f9>")
        assert "For whom?" in chair.words
        assert CHECK not in chair.words
        await chair.keys("<ctrl+a>")
        assert "For whom?" in chair.words
        await chair.keys("<escape>", "<f10>")
    room.database.unlink()
    async with room.meeting(hidden_from_daniel(the_adeyemis(people)), "finish") as chair:
        await chair.keys("<f9>")
        assert CHECK in bare(chair.words)
        assert "away" not in chair.words
        await chair.keys("<ctrl+a>", "<enter>", "a", "b", "<escape>")
        assert "For whom?" in chair.words
        assert CHECK not in bare(chair.words)
        await chair.keys("<ctrl+u>", "<enter>")
        assert "Thornfield" not in chair.words
