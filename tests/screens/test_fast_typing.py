"""Every key of these tests is sent at once, as a terminal passes on what was typed while the app was busy."""

from __future__ import annotations

from typing import Any

import pytest

from eymeeting.domain.meeting import JOURNEY, STORY
from screens.steps.attendance import AttendanceStep
from screens.steps.lines import JourneyStep

SIXTY_A_SECOND = 1 / 60


@pytest.fixture(autouse=True)
def _drawn_while_it_is_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let screens draw themselves by the clock too, as they do on a terminal: here keys meet them half drawn."""
    monkeypatch.setattr("textual.screen.UPDATE_PERIOD", SIXTY_A_SECOND)


def lines(family: Any) -> dict[str, list[str]]:
    return {
        section: [line.text for line in family.lines_of(family.meetings[-1].id, section)]
        for section in (*STORY, *JOURNEY)
    }


async def test_words_and_steps_typed_without_a_pause_all_arrive(room: Any, people: Any) -> None:
    async with room.meeting(people.the_adeyemis(*people.present("p1", "w1")), "story") as chair:
        await chair.by_key("We moved in May", "<f4>", "We sing", "<enter>", "We cook", "<tab>", "More sleep")
        await chair.by_key("<f3>", "<tab>", "Better", "<enter>", "Remi laughs", "<f4>", "<f4>", "<f3>")
        await chair.by_key("<ctrl+q>")
    kept = lines(room.family())
    assert kept["past"] == ["We moved in May"]
    assert kept["present"] == ["Better", "Remi laughs"]
    assert kept["good_at"] == ["We sing", "We cook"]
    assert kept["change"] == ["More sleep"]


async def test_lines_keep_the_order_in_which_they_were_typed(room: Any, people: Any) -> None:
    said = [f"line {number}" for number in range(12)]
    async with room.meeting(people.the_adeyemis(), "story") as chair:
        await chair.by_key(*[part for line in said for part in (line, "<enter>")], "<f10>")
    assert lines(room.family())["past"] == said


async def test_keys_that_put_right_take_effect_where_they_were_typed(room: Any, people: Any) -> None:
    async with room.meeting(people.the_adeyemis(), "story") as chair:
        await chair.by_key(
            "Remy", "<backspace>", "i sings", "<home>", "Now ", "<end>", "<backspace>", "<f10>"
        )
    assert lines(room.family())["past"] == ["Now Remi sing"]


async def test_a_line_for_somebody_new_is_typed_as_fast_as_anything(room: Any, people: Any) -> None:
    async with room.meeting(people.the_adeyemis(), "welcome") as chair:
        await chair.by_key("<tab>", "Nan Bea, nan", "<enter>", "Sam Hill, midwife, NHS", "<enter>", "half")
        await chair.by_key("<ctrl+q>")
    family = room.family()
    assert [person.first_name for person in family.people][-1] == "Nan"
    assert family.workers[-1].name == "Sam Hill"
    with room.store() as store:
        assert store.draft(f"{people.REF}/{people.MEETING}/somebody").text == "half"


async def test_an_action_from_the_story_and_back_takes_no_pause(room: Any, people: Any) -> None:
    async with room.meeting(people.the_adeyemis(), "story") as chair:
        await chair.by_key("<tab>", "It is damp", "<f2>", "Ring housing @mar", "<tab>", "fri", "<enter>")
        await chair.by_key(" and cold", "<f2>", "", "<enter>", "!", "<f10>")
    family = room.family()
    assert lines(family)["present"] == ["It is damp and cold!"]
    assert [(action.text, action.owner) for action in family.actions] == [("Ring housing", "w3")]


async def test_a_letter_twice_in_a_row_marks_and_marks_again(room: Any, people: Any) -> None:
    async with room.meeting(people.the_adeyemis(), "welcome") as chair:
        await chair.by_key("aabbbccccdF", "c", "<f10>")
    marks = {mark.who: mark.status for mark in room.family().attendance}
    assert marks == {"p1": "apologies", "p2": "did_not_come", "c4": "present", "w2": "by_phone"}


async def test_areas_chosen_in_a_hurry_are_never_more_than_four(room: Any, people: Any) -> None:
    async with room.meeting(people.the_adeyemis(), "areas") as chair:
        await chair.by_key("abcdefghi")
        assert "4 are chosen already" in chair.prose
        await chair.by_key("a", "ih", "<f10>")
    chosen = [priority.area for priority in room.family().priorities]
    assert chosen == ["home", "relationships", "feelings", "support"]


async def test_eighteen_people_are_marked_with_eighteen_keys(room: Any, people: Any) -> None:
    family = people.the_adeyemis()
    extra = [people.person(f"p{number}", f"Aunt {number}", "Adeyemi", "aunt") for number in range(5, 15)]
    for entry in extra:
        family = family.after(people.Change(family=people.REF, before=None, after=entry))
    async with room.meeting(family, "welcome") as chair:
        assert len(family.people) + len(family.workers) == 18
        await chair.by_key("abcdefghijklmnopqr")
        assert chair.one(AttendanceStep).view.here() == {p.id for p in (*family.people, *family.workers)}
        await chair.saved()
    assert {mark.status for mark in room.family().attendance} == {"present"}
    assert len(room.family().attendance) == 18


async def test_a_question_opens_over_fields_that_were_left_before_they_could_be_drawn_again(
    room: Any, people: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("textual.screen.UPDATE_PERIOD", 60.0)
    async with room.meeting(people.the_adeyemis(), "story") as chair:
        await chair.by_key("<f3>", "<f5>")
        assert "Who came in, or left, just now?" in chair.words
        await chair.by_key("<f5>", "<f4>", "<f1>", "<f1>", "<f3>", "<f6>")
        assert "Who has the keyboard now?" in chair.words


async def test_six_people_score_nine_areas_in_seventy_five_keys_with_or_without_enter(
    room: Any, people: Any
) -> None:
    family = people.the_adeyemis(
        people.person("p5", "Bea", "Adeyemi", "aunt"),
        people.person("p6", "Tola", "Adeyemi", "uncle"),
        *people.present("p1", "p2", "p3", "c4", "p5", "p6"),
    )
    async with room.meeting(family, "scores") as chair:
        row = ("1", "2", "3", "-", "0", " ")
        keys = [*row, *row, "<enter>", *row] * 3
        assert 9 * len((*row, "<enter>")) <= 75
        await chair.by_key(*keys, "<f10>")
    scores = room.family().scores
    assert len(scores) == 54
    by_person = {score.person: score.value for score in scores}
    assert by_person == {
        "p1": 1,
        "p2": 2,
        "p3": 3,
        "c4": "prefer_not_to_say",
        "p5": 10,
        "p6": "not_asked",
    }
    assert {score.entered_by for score in scores} == {"w1"}
    assert len({score.area for score in scores}) == 9


async def test_a_new_family_and_its_meeting_are_typed_ahead_of_the_screens(room: Any) -> None:
    async with room.opened() as chair:
        await chair.by_key("<f2>", "Adeyemi", "<enter>", "<enter>", "Folake, mum", "<enter>")
        await chair.by_key(
            "Grace Holloway, family support worker, Larkfield", "<enter>", "<f4>", "a", "<enter>"
        )
        await chair.by_key("Hub", "<enter>", "ab", *["<f4>"] * 4, "We sing")
        await chair.until(lambda: bool(chair.app.screen.query(JourneyStep)))
        await chair.saved()
        await chair.by_key("<ctrl+q>")
    family = room.family()
    assert family.meetings[-1].venue == "Hub"
    assert [mark.status for mark in family.attendance] == ["present", "present"]
    assert lines(family)["good_at"] == ["We sing"]


async def test_keys_after_the_cover_belong_to_the_meeting(room: Any, people: Any) -> None:
    room.cut_short(people.the_adeyemis(), "story")
    async with room.opened() as chair:
        await chair.by_key("<enter>", "Here again", "<f10>", "ade")
        assert chair.field == "find"
    assert lines(room.family())["past"] == ["Here again"]
