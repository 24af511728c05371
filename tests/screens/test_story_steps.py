from __future__ import annotations

from typing import Any

import pytest

from eymeeting.domain.text import NOTE_LIMIT
from screens.widgets.line_editor import LineEditor


def texts(family: Any) -> list[tuple[str, str, str | None]]:
    return [(line.section, line.text, line.by) for line in family.lines]


async def test_whose_words_are_chosen_with_a_letter_and_stay_for_the_next_line(
    room: Any, people: Any
) -> None:
    async with room.meeting(people.the_adeyemis(*people.present("c4", "w1")), "story") as chair:
        await chair.keys("I like the garden", "<ctrl+o>")
        assert "Whose words are these? › a Remi (child)" in chair.prose
        await chair.keys("a")
        assert "Whose words: Remi" in chair.prose
        await chair.keys(" most", "<enter>", "And worms", "<enter>")
        assert "• And worms — Remi" in chair.prose
        await chair.keys("<tab>", "It is dark")
        assert "Whose words: Remi" in chair.prose
        await chair.keys("<shift+tab>", "<ctrl+o>", "i", "All of us", "<f10>")
    told = texts(room.family())
    assert [each for each in told if each[0] == "past"] == [
        ("past", "I like the garden most", "c4"),
        ("past", "And worms", "c4"),
        ("past", "All of us", None),
    ]
    assert [each for each in told if each[0] != "past"] == [("present", "It is dark", "c4")]


async def test_leaving_the_question_of_whose_words_changes_nothing(room: Any, people: Any) -> None:
    async with room.meeting(people.the_adeyemis(), "journey") as chair:
        await chair.keys("<tab>", "More sl", "<ctrl+o>", "<escape>", "eep", "<f10>")
    assert texts(room.family()) == [("change", "More sleep", None)]


async def test_an_earlier_line_is_put_right_and_emptying_it_takes_it_away(room: Any, people: Any) -> None:
    async with room.meeting(people.the_adeyemis(), "story") as chair:
        await chair.keys("One", "<enter>", "Too", "<enter>", "Three", "<enter>")
        await chair.keys("<up>", "<up>")
        assert "› being put right below" in chair.words
        assert chair.one(LineEditor, "#past").text == "Too"
        await chair.keys("<backspace>", "<backspace>", "wo", "<up>", *["<backspace>"] * 3)
        await chair.saved()
        assert "• Two" in chair.words
        await chair.keys("<down>", "<down>", "<down>", "Four", "<f10>")
    assert [text for _, text, _ in texts(room.family())] == ["Two", "Three", "Four"]


async def test_down_past_the_last_line_goes_to_the_next_part(room: Any, people: Any) -> None:
    async with room.meeting(people.the_adeyemis(), "story") as chair:
        await chair.keys("One", "<down>")
        assert chair.one(LineEditor, "#past").text == ""
        await chair.keys("<down>")
        assert chair.field == "present"
        await chair.keys("<shift+tab>")
        assert chair.field == "past"


async def test_undo_takes_back_a_visit_and_not_a_letter(room: Any, people: Any) -> None:
    async with room.meeting(people.the_adeyemis(), "story") as chair:
        await chair.keys("One line", "<enter>", "Another line")
        await chair.saved()
        await chair.keys("<f8>")
        assert "Another" not in chair.words
        assert "• One line" in chair.words
        await chair.keys("typed after", "<f8>", "<f8>")
        assert "One line" not in chair.words
        await chair.keys("<f8>")
        assert "There is nothing to undo in this sitting." in chair.words
    assert room.family().lines == ()


async def test_undo_of_a_line_put_right_puts_the_old_words_back(room: Any, people: Any) -> None:
    async with room.meeting(people.the_adeyemis(), "story") as chair:
        await chair.keys("The first words", "<enter>", "<up>", " and more", "<f8>")
        assert chair.one(LineEditor, "#past").text == "The first words"
        await chair.keys("!", "<f10>")
    assert [text for _, text, _ in texts(room.family())] == ["The first words!"]


async def test_undo_of_a_line_taken_away_brings_it_back(room: Any, people: Any) -> None:
    async with room.meeting(people.the_adeyemis(), "story") as chair:
        await chair.keys("Gone", "<enter>", "<up>", *["<backspace>"] * 4, "<tab>")
        await chair.saved()
        assert "Gone" not in chair.words
        await chair.keys("<f8>")
        assert "Gone" in chair.words
        await chair.saved()
    assert [text for _, text, _ in texts(room.family())] == ["Gone"]


async def test_twenty_thousand_characters_fit_and_one_more_is_refused_whole(room: Any, people: Any) -> None:
    async with room.meeting(people.the_adeyemis(), "story") as chair:
        await chair.paste("a" * (NOTE_LIMIT + 1))
        assert "20,001 characters would be more than fits here. Nothing was added." in chair.words
        assert chair.one(LineEditor, "#past").text == ""
        await chair.paste("b" * NOTE_LIMIT)
        await chair.saved()
        await chair.keys("x")
        assert chair.one(LineEditor, "#past").text == "b" * NOTE_LIMIT
        await chair.paste("c")
        assert "1 character would be more than fits here. Nothing was added." in chair.words
        await chair.keys("<tab>", "<f2>")
        await chair.paste("d" * (NOTE_LIMIT + 1))
        assert "20,001 characters would be more than fits here. Nothing was added." in chair.words
        await chair.saved()
    assert [text for _, text, _ in texts(room.family())] == ["b" * NOTE_LIMIT]


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("first\r\nsecond\rthird", "first\nsecond\nthird"),
        ("bell\x07 esc\x1b[31m rtl\u202e nul\x00", "bell esc[31m rtl nul"),
        ("caf\u0065\u0301 👨\u200d👩\u200d👧", "caf\u00e9 👨\u200d👩\u200d👧"),
    ],
)
async def test_what_is_pasted_is_cleaned_as_it_is_kept(
    room: Any, people: Any, pasted: str, kept: str
) -> None:
    async with room.meeting(people.the_adeyemis(), "story") as chair:
        await chair.paste(pasted)
        assert chair.one(LineEditor, "#past").text == kept
        await chair.saved()
    assert [text for _, text, _ in texts(room.family())] == [kept]
