from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from eymeeting.domain.family import Family
from eymeeting.domain.meeting import Priority, Score
from eymeeting.domain.people import FamilyDetails, Person
from eymeeting.domain.score_history import Value, history, said_in_steps
from eymeeting.packs import default_pack
from screens.steps.picture_scale import PictureScale, scale_of_faces
from screens.then_and_now import ThenAndNowScreen
from screens.then_and_now_words import days_of, notes_of
from screens.widgets.scores_overview import scores_overview
from screens.widgets.scores_picture import PictureDay, PictureLine, ScoresPicture, shape

PACK = default_pack()
REMI = Person(
    id="c4",
    first_name="Remi",
    last_name="",
    relationship="child",
    kind="child",
    dob=None,
    due_date=None,
    parental_responsibility=None,
    household=None,
)
AUGUST, OCTOBER = date(2026, 8, 3), date(2026, 10, 5)


def score(area: str, person: str, value: Any, meeting: str = "m1") -> Score:
    return Score(id=f"{meeting}-{area}-{person}", meeting=meeting, area=area, person=person, value=value)


def three_meetings(people: Any, *entries: Any) -> Any:
    """The Adeyemis with two meetings before the one that is open."""
    family = people.the_adeyemis(*people.present("p1", "p2", "c4"), *entries)
    [now] = family.meetings
    first = replace(now, id="m8", on=AUGUST, outcome="carry_on")
    second = replace(now, id="m9", number=2, position=1, on=OCTOBER, outcome="adjourned")
    return replace(family, meetings=(first, second, replace(now, number=3, position=2, type="taf_review")))


def picture(*said: tuple[Value, ...], width: int = 77, **more: Any) -> ScoresPicture:
    lines = [
        PictureLine(shape(place), f"Person {place}", values, said_in_steps(values))
        for place, values in enumerate(said)
    ]
    days = [PictureDay(f"{place + 1} Mar") for place in range(len(said[0]))]
    return ScoresPicture(lines, days, PACK.bands, width=width, **more)


def drawn(*said: tuple[Value, ...], **more: Any) -> list[str]:
    return [line.plain.rstrip() for line in picture(*said, **more).drawn()]


def row(lines: list[str], number: int) -> str:
    return next(line.partition("┤")[2] for line in lines if f"{number:>2} ┤" in line)


def test_each_number_stands_in_its_row_beside_the_mark_of_whoever_said_it() -> None:
    lines = drawn((2, 5, 7), (3, None, 6))
    assert [row(lines, number).replace("·", " ").split() for number in (7, 6, 5, 3, 2)] == [
        ["●7"],
        ["○6"],
        ["●5"],
        ["○3"],
        ["●2"],
    ]
    assert "● Person 0  2, then 5, then 7: up 5" in lines
    assert "○ Person 1  3, then no score, then 6: up 3" in lines
    assert lines[-1] == "empty: no score"


def test_no_line_of_dots_goes_across_a_gap() -> None:
    assert not any("·" in line.partition("┤")[2] for line in drawn((2, None, 7)) if "┤" in line)
    assert any("·" in line.partition("┤")[2] for line in drawn((2, 5, None)) if "┤" in line)


def test_an_answer_without_a_number_has_a_mark_and_a_row_of_its_own() -> None:
    lines = drawn(("prefer_not_to_say", 4), (10, "not_asked"))
    below = lines[10]
    assert below.split() == ["●–", "○/"]
    assert "–: would rather not say" in lines[-1]
    assert "/: not asked" in lines[-1]
    assert "no score" not in lines[-1]
    assert "○10" in row(lines, 10)


@pytest.mark.parametrize("width", [77, 117])
@pytest.mark.parametrize("people", [1, 4, 6, 9])
def test_with_many_people_nothing_lies_over_anything_else_and_every_line_fits(
    people: int, width: int
) -> None:
    said: list[tuple[Value, ...]] = [(10, 10, "prefer_not_to_say", 10) for _ in range(people)]
    shown = picture(*said, width=width)
    lines = [line.plain.rstrip() for line in shown.drawn()]
    assert max(map(len, lines[:12])) <= width
    meetings = 4 - shown.hidden
    assert meetings >= (1 if people == 9 else 3)
    top = row(lines, 10)
    for place in range(people):
        assert top.count(f"{shape(place)}10") == meetings - 1
    assert len({shape(place) for place in range(12)}) == 12
    assert len(lines) <= 14 + people


def test_the_meetings_that_do_not_fit_are_the_earliest_and_it_is_said() -> None:
    shown = picture(tuple([1] * 5 + [9] * 5), width=60)
    assert 0 < shown.hidden < 9
    assert "1 Mar" not in "\n".join(line.plain for line in shown.drawn()).replace("11 Mar", "")
    nobody = Family(details=FamilyDetails(id="EYM-0001", family_name="Ash"))
    family_history = history(nobody, (), PACK, lambda _: True)
    assert f"{shown.hidden} earlier meetings are not shown: there is no room." in notes_of(
        family_history, shown.hidden, []
    )


def test_one_meeting_alone_is_a_picture_too_with_the_bands_words_and_what_is_hoped_for() -> None:
    lines = drawn((3,), (8,), hoped_for=9)
    assert "Everything is going very well 10 ┤" in lines[0]
    assert "»9" in row(lines, 9)
    assert "hoped" in lines[11]
    assert "● Person 0  3" in lines
    narrow = drawn((3, 4, 5), (3, 4, 5), (3, 4, 5), (3, 4, 5), (3, 4, 5), (3, 4, 5), hoped_for=9)
    assert narrow[0].startswith("    Brilliant 10 ┤")


def test_a_line_that_stands_out_is_the_only_one_with_dots() -> None:
    lines = drawn((1, 3), (8, 10), here=1)
    assert "·" in row(lines, 9)
    assert "·" not in row(lines, 2)


def test_two_meetings_on_one_day_are_told_apart_by_their_time(people: Any) -> None:
    [now] = people.the_adeyemis().meetings
    later = replace(now, id="m2", start="14:30", number=2)
    before = replace(now, id="m0", on=date(2025, 3, 20))
    assert days_of((before, now, later)) == [
        PictureDay("20 Mar", "2025"),
        PictureDay("22 Nov", "10am"),
        PictureDay("22 Nov", "2.30pm"),
    ]


def test_all_areas_stand_side_by_side_with_their_gaps(people: Any) -> None:
    family = three_meetings(
        people,
        *(score("money", "p1", value, at) for value, at in ((2, "m8"), (5, "m9"), (7, "m1"))),
        *(score("money", "p2", value, at) for value, at in ((3, "m8"), (6, "m1"))),
        score("home", "c4", "prefer_not_to_say", "m9"),
    )
    told = history(family, family.meetings, PACK, lambda _: True)
    lines, hidden = scores_overview(told, PACK, {"p1": "Folake", "p2": "Daniel", "c4": "Remi"}, 77)
    assert [line.plain.split() for line in lines[:3]] == [
        ["Folake", "Daniel", "Remi"],
        ["Money", "2›5›7", "3›·›6"],
        ["Our", "home", "·›–›·"],
    ]
    assert hidden == 0
    assert scores_overview(told, PACK, {}, 77) == ([], 0)


def test_the_chosen_face_is_the_one_with_its_mark_and_every_band_has_one() -> None:
    lines = scale_of_faces(PACK, REMI, 4, 15).plain.splitlines()
    assert all(word in lines[7] for word in ("Really bad", "Not good", "Good", "Brilliant"))
    assert lines[9].split() == ["1", "2", "3", "[4]", "5", "6", "7", "8", "9", "10"]
    assert lines[10].index("▲") < 30
    assert "▲" not in scale_of_faces(PACK, REMI, None, 15).plain
    grown = replace(REMI, kind="adult", formats=("easyread",))
    words = " ".join(scale_of_faces(PACK, grown, None, 22).plain.split())
    assert "Brilliant" not in words
    assert "Everything is going" in words


async def test_v_shows_an_area_over_the_meetings_and_nobody_before_their_number_of_today(
    room: Any, people: Any
) -> None:
    family = three_meetings(
        people,
        score("money", "p1", 2, "m8"),
        score("money", "p1", 5, "m9"),
        score("money", "p2", 3, "m8"),
        score("home", "p2", 4, "m9"),
        score("safety", "p1", 1, "m8"),
        Priority(id="x", meeting="m8", area="money", hoped_for=8),
    )
    async with room.meeting(family, "scores", "money/p1") as chair:
        assert "›" not in chair.prose
        await chair.keys("7")
        assert "5›7" in chair.prose
        await chair.keys("<left>", "v")
        assert isinstance(chair.app.screen, ThenAndNowScreen)
        assert "Then and now · Money (1 of 1)" in chair.words
        assert "Folake 2, then 5, then 7: up 5" in chair.prose
        assert "»8" in chair.words
        assert "Daniel: today's number first, then what was said before." in chair.prose
        assert "○3" not in chair.words
        assert "Broken off, and gone on with another day: 5 Oct." in chair.prose
        await chair.keys("2")
        assert "There is no number to show for Our home yet." in chair.prose
        await chair.keys("v")
        assert "All areas" in chair.words
        assert "Feeling safe" not in chair.words
        await chair.keys("<escape>", "<right>", "6", "v")
        assert "○ Daniel 3, then no score, then 6: up 3" in chair.prose
        await chair.keys("<down>", "<f7>")
        assert "(^o^) 9 or 10: Brilliant. Everything is going very well." in chair.prose
        await chair.keys("<pagedown>", "<pagedown>")
        assert "What you said, then and now" in chair.prose
        await chair.keys("<f7>", "<f10>")
        assert chair.field == "grid"


async def test_a_child_scores_on_a_large_scale_of_faces_and_the_grid_has_it(room: Any, people: Any) -> None:
    family = three_meetings(people, score("money", "c4", 4, "m9"))
    async with room.meeting(family, "scores", "money/c4") as chair:
        assert "1 2 (T_T) Really bad" in chair.prose
        assert "9 10 (^o^) Brilliant" in chair.prose
        assert "Last time" not in chair.prose
        assert "4›" not in chair.prose
        await chair.keys("s")
        assert isinstance(chair.app.screen, PictureScale)
        assert "Remi · Having what we need" in chair.prose
        assert "Last time" not in chair.prose
        await chair.keys("7", "8")
        assert "8: Good. Last time: 4." in chair.prose
        trail = "SELECT what, who FROM trail WHERE kind = 'Score'"
        assert chair.app._file.connection.execute(trail).fetchall() == [("added", "w1"), ("changed", "w1")]
        await chair.keys("<enter>", "-", "<enter>", "5", "<backspace>", "<up>")
        assert "Remi · My home Would" not in chair.prose
        assert "Would rather not say." in chair.prose
        await chair.pilot.click("#faces", offset=(20, 3))
        assert "3: " in chair.prose
        await chair.keys("<escape>")
        assert chair.field == "grid"
        assert "4›8" in chair.prose
        await chair.saved()
    said = {(each.area, each.value) for each in room.family().scores if each.meeting == "m1"}
    assert said == {("money", 8), ("home", 3)}


async def test_k_keeps_the_areas_of_last_time_with_what_was_written_and_never_by_itself(
    room: Any, people: Any
) -> None:
    family = three_meetings(
        people,
        Priority(id="x", meeting="m8", area="money", life_when="we sleep", hoped_for=8),
        Priority(id="y", meeting="m8", area="support", position=1),
        score("money", "p1", 2, "m8"),
        score("money", "p1", 5),
    )
    async with room.meeting(family, "areas") as chair:
        assert "0 chosen, up to 4. Last time: Money and People around us. K: still these." in chair.prose
        assert "Folake 2, then no score, then 5: up 3." in chair.prose
        assert "a ○ Money" in chair.prose
        await chair.keys("k")
        assert "As last time, with what was written then." in chair.prose
        assert "a ✓ Money" in chair.prose
        await chair.keys("<f8>")
        assert "0 chosen, up to 4. Last time" in chair.prose
        await chair.keys("a", "k")
        await chair.saved()
    kept = [each for each in room.family().priorities if each.meeting == "m1"]
    assert [(each.area, each.life_when, each.hoped_for) for each in kept] == [
        ("money", "we sleep", 8),
        ("support", None, None),
    ]


async def test_a_familys_place_opens_the_scores_and_asks_up_to_which_meeting_where_some_were_kept_apart(
    room: Any, people: Any
) -> None:
    family = three_meetings(people, score("money", "p1", 2, "m8"), score("money", "p2", 9, "m9"))
    first, second, now = family.meetings
    ended = replace(now, outcome="carry_on")
    room.hold(replace(family, meetings=(first, replace(second, separate_from=("p1",)), ended)))
    async with room.opened() as chair:
        await chair.keys("<f3>", "a", "<f7>")
        assert "The scores up to which meeting?" in chair.prose
        await chair.keys("a", "1")
        assert "Folake 2; then no score" in chair.prose
        assert "Daniel" not in chair.prose
        await chair.keys("<f7>", "<f7>", "b", "1")
        assert "Daniel 9" in chair.prose
        await chair.keys("<escape>")
        assert "Scores then and now at 2 meetings" in chair.prose
