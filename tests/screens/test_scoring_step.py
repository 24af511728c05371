from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from eymeeting.domain.entry import Visibility
from eymeeting.domain.meeting import Attendance, Score
from screens.widgets.line_editor import LineEditor
from screens.widgets.score_grid import ScoreGrid

MARCH = date(2026, 3, 20)


def score(area: str, person: str, value: int, meeting: str = "m1", **more: Any) -> Score:
    return Score(
        id=f"{meeting}-{area}-{person}", meeting=meeting, area=area, person=person, value=value, **more
    )


def with_a_meeting_before(people: Any, *entries: Any) -> Any:
    family = people.the_adeyemis(*entries)
    [meeting] = family.meetings
    before = replace(meeting, id="m0", on=date(2026, 8, 3), outcome="carry_on")
    return replace(family, meetings=(before, replace(meeting, number=2, position=1)))


async def test_two_carers_score_the_same_area_differently_and_are_asked_what_would_make_it_one_higher(
    room: Any, people: Any
) -> None:
    async with room.meeting(people.the_adeyemis(*people.present("p1", "p2")), "scores") as chair:
        await chair.keys("2", "4")
        assert "higher?" not in chair.prose
        await chair.keys("3", "8")
        assert "Folake 3, Daniel 8. What would make it one higher?" in chair.prose
        await chair.keys("h")
        assert "Folake, Our home, 3. What would make it one higher?" in chair.prose
        await chair.keys("a warm d")
        await chair.saved()
        assert [each.note for each in chair.app.screen.recorder.view.family.scores][2] == "a warm d"
        await chair.keys("ry room", "<enter>", "<up>", "w", "we argue", "<escape>")
        assert chair.field == "grid"
        await chair.keys("<f8>")
        assert "Getting" in chair.prose
        await chair.saved()
    said = {(each.area, each.person): (each.value, each.note) for each in room.family().scores}
    assert said == {
        ("money", "p1"): (2, None),
        ("money", "p2"): (4, None),
        ("home", "p1"): (3, "a warm dry room"),
        ("home", "p2"): (8, None),
    }


async def test_what_was_said_last_time_stands_beside_the_new_number_and_never_before_it(
    room: Any, people: Any
) -> None:
    earlier = (score("money", "p1", 6, "m0"), score("home", "c4", 7, "m0"))
    async with room.meeting(
        with_a_meeting_before(people, *people.present("p1", "c4"), *earlier), "scores"
    ) as chair:
        assert "Last time" not in chair.prose
        assert "Folake Remi Money [ ·] · Our home" in chair.prose
        await chair.keys("4")
        assert "We need help to change this. Last time: 6." in chair.prose
        await chair.keys("-")
        assert "Remi, Money: Would rather not say." in chair.prose
        assert "Last time" not in chair.prose


async def test_the_family_picks_its_areas_first_and_what_is_scored_stays(room: Any, people: Any) -> None:
    async with room.meeting(people.the_adeyemis(*people.present("p1")), "scores") as chair:
        await chair.keys("5", "a")
        assert "1  ✓ Money" in chair.words
        assert "Feeling safe" not in chair.words
        await chair.keys("3", "8", "0", "b", "8", "<enter>")
        grid = chair.one(ScoreGrid)
        assert [each.id for each in grid._areas] == ["money", "relationships", "habits"]
        await chair.keys("<f4>", "<f3>")
        assert [each.id for each in chair.one(ScoreGrid)._areas] == ["money", "relationships", "habits"]
        await chair.keys("a", "1", "<escape>", "<f8>")
        assert len(chair.one(ScoreGrid)._areas) == 9
        await chair.keys("a", "+", "a", "<enter>")
        assert len(chair.one(ScoreGrid)._areas) == 10
        await chair.keys("a", "-", "<enter>")
        await chair.saved()
    assert room.family().meetings[0].areas is None


async def test_numbers_gathered_before_keep_the_day_they_are_from(room: Any, people: Any) -> None:
    async with room.meeting(people.the_adeyemis(*people.present("p1")), "scores") as chair:
        assert [each.id for each in chair.one(ScoreGrid)._people] == ["p1"]
        await chair.keys("6", "p", "c")
        assert "On which day did Remi give these numbers?" in chair.prose
        await chair.keys("31 february", "<enter>")
        assert "There is no 31 February" in chair.prose
        await chair.keys(*["<backspace>"] * 11, "20 mar")
        assert "Remi's numbers are from Friday 20 March 2026. Enter keeps it." in chair.prose
        await chair.saved()
    async with room.opened() as chair:
        await chair.keys("<enter>", "ch", "<enter>", "3")
        assert "3: Not good. From 20 March." in chair.prose
        await chair.saved()
    said = {(each.area, each.person): (each.value, each.on) for each in room.family().scores}
    assert said["home", "c4"] == (3, MARCH)
    assert said["money", "p1"] == (6, None)


async def test_numbers_already_given_take_the_day_along_and_whoever_is_here_scores_for_now(
    room: Any, people: Any
) -> None:
    planned = people.the_adeyemis(score("money", "c4", 3), score("home", "c4", 4))
    planned = replace(planned, meetings=(replace(planned.meetings[0], on=date(2026, 11, 30)),))
    async with room.meeting(planned, "scores", "money/c4") as chair:
        await chair.keys("d", "<end>", *["<backspace>"] * 30, "last tue", "<enter>")
        assert "From 17 November." in chair.prose
        await chair.keys("<right>", "<down>", "<down>", "5", "<up>")
        await chair.saved()
        assert {each.on for each in chair.app.screen.recorder.view.family.scores} == {date(2026, 11, 17)}
        came = Attendance(id="x", meeting="m1", who="c4", status="present")
        view = chair.app.screen.recorder.view
        chair.app.screen.recorder.did(view.change(None, came))
        chair.one(ScoreGrid).move_to("money", "c4")
        await chair.keys("7")
        await chair.saved()
    said = {each.area: each.on for each in room.family().scores}
    assert said["money"] is None
    assert said["home"] == date(2026, 11, 17)


async def test_a_number_kept_from_the_room_is_never_typed_over(room: Any, people: Any) -> None:
    hidden = score("money", "p1", 9, visibility=Visibility(level="named", to=("w2",)))
    async with room.meeting(people.the_adeyemis(*people.present("p1"), hidden), "scores") as chair:
        await chair.keys("2")
        assert "It stays as it is." in chair.prose
        await chair.keys("w")
        assert not chair.one(LineEditor, "#note").display
    assert room.family().scores == (hidden,)
