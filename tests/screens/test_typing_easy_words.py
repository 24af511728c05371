from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from eymeeting.domain.easy_words import easy_words_of
from eymeeting.domain.entry import FOR_THE_FAMILY
from eymeeting.domain.meeting import Line
from screens.copies import EASY_IS_FOR_A_PLAN
from screens.easy_words import TAKEN_BACK

LONG = "We have started to eat our evening meal at the table together on most days of the week and it is calm"
SHORT = "We eat tea together."


def line(name: str, text: str, **more: Any) -> Line:
    return Line(id=name, meeting="m1", section="good_at", text=text, visibility=FOR_THE_FAMILY, **more)


async def test_short_words_are_typed_or_confirmed_one_after_another(room: Any, people: Any) -> None:
    lines = (line("l1", LONG), line("l2", "We [b]laugh", position=1), line("l3", "SENTINEL", not_for=("p2",)))
    family = people.the_adeyemis(
        *(replace(each, meeting=people.MEETING) for each in lines), *people.present("p1", "p2", "w1")
    )
    async with room.meeting(family, "finish") as chair:
        await chair.keys("<f9>")
        await chair.sees("Plan for Folake")
        await chair.keys("w")
        await chair.sees("Easy words for Folake")
        assert "Easy words for Folake · 15 left\n" in chair.words
        assert "SENTINEL" not in chair.words
        assert "22 words in one sentence: up to 15 are easier to read." in chair.prose
        await chair.keys(SHORT)
        assert f"In place of: {LONG}" in chair.prose
        await chair.keys("<enter>", "<enter>")
        assert "Easy words for Folake · 13 left" in chair.words
        assert "✓ We [b]laugh           We [b]laugh" in chair.words
        await chair.keys("<up>", "<f8>")
        assert TAKEN_BACK in chair.words
        assert "Easy words for Folake · 14 left" in chair.words
        await chair.keys("<enter>", "<up>", "half")
        await chair.saved()
        await chair.keys("<f10>", "<end>", "w")
        assert EASY_IS_FOR_A_PLAN in chair.prose
    family = room.family()
    words = easy_words_of(family, LONG)
    assert words is not None
    assert (words.words, words.confirmed_by, words.on) == (SHORT, "w1", date(2026, 11, 22))
