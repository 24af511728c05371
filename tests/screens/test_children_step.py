from __future__ import annotations

from datetime import date
from typing import Any

from eymeeting.domain.entry import Visibility
from screens.widgets.line_editor import LineEditor

WORDS = "I do the tea “most days” 💛 but not on Fridays"


async def test_a_child_s_exact_words_are_kept_with_how_and_by_whom_they_were_heard(
    room: Any, people: Any
) -> None:
    async with room.meeting(people.the_adeyemis(*people.present("w1")), "children") as chair:
        await chair.keys("a", WORDS, "<enter>", "a", "d", "b", "b", "c", "last tue", "<enter>", "<escape>")
        assert "“I do the tea “most days” 💛" in chair.prose
        assert "three houses" in chair.prose
        await chair.keys("b", "More", "<tab>")
        assert "› d For" in chair.prose
        await chair.keys("a", "g", "with her cards", "<enter>", "e")
        await chair.keys("<f8>")
        await chair.saved()
    first, second = room.family().child_words
    assert (first.who, first.words, first.how) == ("c4", WORDS, "three houses")
    assert (first.heard_by, first.heard_on) == ("w2", date(2026, 11, 17))
    assert first.visibility == Visibility(level="family")
    assert (second.words, second.how) == ("More", "one to one")


async def test_private_words_leave_the_screen_at_once_and_undo_brings_them_back(
    room: Any, people: Any
) -> None:
    async with room.meeting(people.the_adeyemis(*people.present("c4", "w1")), "children") as chair:
        await chair.keys("a", "SENTINEL lunch", "<tab>", "d", "c")
        assert "SENTINEL" not in chair.words
        assert "+ What Remi said" in chair.prose
        await chair.keys("<f8>")
        assert "“SENTINEL lunch”" in chair.prose
        await chair.keys("<up>", "<delete>")
        assert "SENTINEL" not in chair.words
        await chair.keys("<f8>", "a", "<tab>", "d", "b")
        assert "SENTINEL" not in chair.words
        await chair.keys("A", "Only for Grace", "<escape>")
        assert "Grace" not in chair.prose.split("Remi")[1]
        await chair.saved()
    first, second = room.family().child_words
    assert (first.words, first.visibility) == ("SENTINEL lunch", Visibility(level="named", to=()))
    assert (second.words, second.visibility) == ("Only for Grace", Visibility(level="named", to=("w1",)))


async def test_the_children_s_part_moves_to_the_front_and_the_steps_follow(room: Any, people: Any) -> None:
    async with room.meeting(people.the_adeyemis(), "children", size=(120, 40)) as chair:

        def steps() -> list[str]:
            listed = [line.split("│")[0] for line in chair.words.splitlines() if "│" in line]
            return [" ".join(line.replace("▸", "").split()[:2]) for line in listed[:4]]

        assert steps() == ["Welcome 0/5", "Agreement to", "The children's", "Your story"]
        await chair.keys("1")
        assert steps() == ["Welcome 0/5", "The children's", "Agreement to", "Your story"]
        await chair.keys("<f3>")
        assert "▸ Welcome" in chair.words
        await chair.keys("<f4>", "<f4>")
        assert "▸ Agreement" in chair.words
        await chair.keys("<f8>")
        assert steps() == ["Welcome 0/5", "Agreement to", "The children's", "Your story"]
        await chair.keys("<f4>", "1", "a", "Half")
        await chair.saved()
    async with room.opened() as chair:
        await chair.keys("<enter>")
        assert chair.one(LineEditor, "#exact-words").text == "Half"
        await chair.keys(" a word", "<tab>", "e")
        await chair.saved()
    family = room.family()
    assert family.meetings[0].children_first is True
    assert [each.words for each in family.child_words] == ["Half a word"]
