from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made.pells import PACK, person

from eymeeting.domain.chosen_before import chosen_again, chosen_last_time, still_to_offer
from eymeeting.domain.corrections import corrections
from eymeeting.domain.entry import Visibility
from eymeeting.domain.faces import LARGE, SMALL, face, wants_faces, words_for
from eymeeting.domain.facing import facing
from eymeeting.domain.family import Change, Family
from eymeeting.domain.meeting import Attendance, Meeting, Outcome, Priority, Score
from eymeeting.domain.people import FamilyDetails
from eymeeting.domain.score_history import ScoreHistory, Value, history, said_in_steps
from eymeeting.domain.scores_in_the_room import scores_in_the_room, to_look_back_from
from eymeeting.domain.scoring import last_time

FIRST = date(2026, 4, 28)
PEOPLE = ("p1", "p2", "c1", "c2")
Spoken = dict[str, list[Value]]


def meeting(number: int, *, start: str = "10:00", weeks: int | None = None, **more: Any) -> Meeting:
    on = FIRST + timedelta(weeks=6 * (number - 1) if weeks is None else weeks)
    settled: dict[str, Any] = {"outcome": "carry_on"} | more
    return Meeting(
        id=f"m{number}",
        number=number,
        type="taf_review",
        on=on,
        start=start,
        planned_minutes=60,
        chair="w1",
        venue="Larkfield",
        **settled,
    )


def score(number: int, area: str, who: str, value: Any, **more: Any) -> Score:
    return Score(
        id=f"{number}-{area}-{who}", meeting=f"m{number}", area=area, person=who, value=value, **more
    )


def family(meetings: tuple[Meeting, ...], *scores: Score, **more: Any) -> Family:
    kinds = {"p": "adult", "c": "child"}
    people: Any = tuple(person(each, each, "Ash", "mother", kinds[each[0]]) for each in PEOPLE)  # type: ignore[arg-type]
    details = FamilyDetails(id="EYM-0001", family_name="Ash")
    return Family(details=details, people=people, meetings=meetings, scores=scores, **more)


def spoken(meetings: int, area: str, **said: list[Any]) -> Family:
    """A family in which each said this of one area, meeting by meeting."""
    scores = (
        score(number, area, who, value)
        for who, values in said.items()
        for number, value in enumerate(values, 1)
        if value is not None
    )
    return family(tuple(meeting(number) for number in range(1, meetings + 1)), *scores)


def told(of: Family, at: Meeting | None = None) -> ScoreHistory:
    return scores_in_the_room(of, at or of.meetings_in_order()[-1], PACK).history


def values(of: Family, area: str, at: Meeting | None = None) -> dict[str, tuple[Value, ...]]:
    return {line.person: line.values for line in told(of, at).of_area(area)}


def test_the_mothers_money_goes_from_two_to_five_to_seven_and_the_fathers_gap_is_no_nought() -> None:
    adeyemis = spoken(3, "money", p1=[2, 5, 7], p2=[3, None, 6])
    assert values(adeyemis, "money") == {"p1": (2, 5, 7), "p2": (3, None, 6)}
    mother, father = told(adeyemis).of_area("money")
    assert mother.in_words == "2, then 5, then 7: up 5"
    assert father.in_words == "3, then no score, then 6: up 3"
    assert father.last_time == score(1, "money", "p2", 3)
    at_the_second = told(adeyemis, adeyemis.meetings[1]).line("money", "p2")
    assert at_the_second is not None
    assert (at_the_second.values, at_the_second.now) == ((3, None), None)


def test_a_score_that_falls_is_said_plainly() -> None:
    zukowskis = spoken(2, "feelings", p1=[6, 4], p2=[7, 7])
    assert [line.in_words for line in told(zukowskis).of_area("feelings")] == [
        "6, then 4: down 2",
        "7, then 7: still 7",
    ]


def test_four_people_have_four_lines_and_nobody_an_average() -> None:
    ashworths = spoken(2, "relationships", p1=[8, 8], p2=[7, None], c1=[3, 6], c2=[4, 5])
    assert values(ashworths, "relationships") == {
        "p1": (8, 8),
        "p2": (7, None),
        "c1": (3, 6),
        "c2": (4, 5),
    }


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ([4], "4"),
        ([None, 4], "4"),
        ([4, None], "4; then no score"),
        ([5, 7, 5], "5, then 7, then 5: back at 5"),
        ([1, 1], "1, then 1: still 1"),
        (["prefer_not_to_say", 4, 6], "would rather not say, then 4, then 6: up 2"),
        ([4, 6, "prefer_not_to_say"], "4, then 6: up 2; then would rather not say"),
        ([4, "not_asked", 10], "4, then not asked, then 10: up 6"),
        (["prefer_not_to_say", None], "would rather not say, then no score"),
        ([None, None], ""),
        ([], ""),
    ],
)
def test_what_somebody_said_is_told_step_by_step(said: list[Value], words: str) -> None:
    assert said_in_steps(said) == words


def test_two_meetings_on_one_day_stand_in_the_order_in_which_they_began() -> None:
    late, early = meeting(1, start="14:00", weeks=0), meeting(2, start="09:30", weeks=0)
    twice = family((late, early), score(1, "home", "p1", 7), score(2, "home", "p1", 3))
    assert values(twice, "home") == {"p1": (3, 7)}
    assert values(twice, "home", early) == {"p1": (3,)}


def test_a_meeting_broken_off_counts_as_it_is_and_one_that_did_not_happen_has_no_place() -> None:
    outcomes: tuple[Outcome, ...] = ("adjourned", "did_not_happen", "carry_on")
    meetings = tuple(meeting(number, outcome=outcome) for number, outcome in enumerate(outcomes, 1))
    numbers = family(
        meetings, score(1, "relationships", "p1", "prefer_not_to_say"), score(3, "home", "p1", 4)
    )
    assert values(numbers, "relationships") == {"p1": ("prefer_not_to_say", None)}
    brought = replace(numbers, scores=(*numbers.scores, score(2, "home", "p1", 3)))
    assert values(brought, "home") == {"p1": (None, 3, 4)}


def test_the_room_never_sees_what_is_asked_alone_or_kept_from_it_or_said_where_somebody_was_kept_apart() -> (
    None
):
    apart = (meeting(1, separate_from=("p2",)), meeting(2, separate_from=("p1",)), meeting(3))
    hidden = Visibility(level="named", to=("w1",))
    kept = family(
        apart,
        score(1, "home", "p1", 2),
        score(2, "home", "p2", 5),
        score(3, "home", "c1", 6),
        score(3, "home", "p1", 4, visibility=hidden),
        score(3, "safety", "p1", 3),
        score(3, "safety", "p2", 3, visibility=Visibility(level="family")),
    )
    assert values(kept, "home") == {"c1": (6,)}
    assert told(kept).areas == ("home",)
    assert values(kept, "home", apart[0]) == {"p1": (2,)}
    assert values(kept, "home", apart[1]) == {"p2": (5,)}
    assert [each.id for each in to_look_back_from(kept, PACK)] == ["m3", "m2", "m1"]


def test_while_people_score_nobody_is_steered_by_what_they_said_before() -> None:
    here = tuple(Attendance(id=who, meeting="m2", who=who, status="present") for who in ("p1", "c1"))
    now = replace(
        spoken(2, "home", p1=[2, None], p2=[7, None], c1=[3, 5]),
        meetings=(meeting(1), meeting(2, outcome=None)),
        attendance=here,
    )
    room = scores_in_the_room(now, now.meetings[1], PACK)
    assert {line.person: line.values for line in room.history.lines} == {"p2": (7, None), "c1": (3, 5)}
    assert room.waiting_in("home") == ("p1",)
    face = [line for part in facing(now, "m2", PACK, "scores", today=FIRST) for line in part.lines]
    assert face[-1] == "Our home\np2: 7; then no score\nc1: 3, then 5: up 2"
    assert room.waiting == {("home", "p1")}
    ended = replace(now, meetings=(meeting(1), meeting(2)))
    assert scores_in_the_room(ended, ended.meetings[1], PACK).waiting == frozenset()


def test_the_areas_of_last_time_are_offered_with_what_was_written_and_chosen_only_when_asked_for() -> None:
    was = (
        Priority(id="a", meeting="m1", area="money", life_when="we sleep", hoped_for=7),
        Priority(id="b", meeting="m1", area="home", position=1),
        Priority(id="c", meeting="m2", area="money", life_when="less worry", position=2),
    )
    chosen = family(tuple(meeting(number) for number in (1, 2, 3, 4)), priorities=was)
    third = chosen.meetings[2]
    assert [each.id for each in chosen_last_time(chosen, third, PACK)] == ["c"]
    assert [each.id for each in still_to_offer(chosen, chosen.meetings[1], PACK)] == ["b"]
    assert told(chosen).chosen == (was[2],)
    [again] = chosen_again(chosen, third, ("money",), PACK)
    assert (again.meeting, again.life_when, again.hoped_for) == ("m3", "less worry", None)
    assert again.id not in {each.id for each in was}
    full = replace(
        chosen, priorities=(*was, *(Priority(id=each, meeting="m3", area=each) for each in "defg"))
    )
    assert still_to_offer(full, third, PACK) == ()


def test_a_score_put_right_after_the_end_leaves_a_dated_correction_with_what_it_was() -> None:
    locked = family((meeting(1, locked_on=FIRST, locked_by="w1"),), score(1, "money", "p1", 2))
    [was] = locked.scores
    change = Change(family=locked.ref, before=was, after=replace(was, value=4))
    [beside] = corrections(locked, (change,), by="w1", on=FIRST + timedelta(days=3), pack=PACK)
    correction: Any = beside.after
    assert (correction.was, correction.by, correction.on) == ("2", "w1", date(2026, 5, 1))
    open_still = replace(locked, meetings=(meeting(1, outcome=None),))
    assert corrections(open_still, (change,), by="w1", on=FIRST, pack=PACK) == ()


def test_faces_are_for_children_and_for_whoever_does_not_read_each_in_their_own_words() -> None:
    adult, child = person("p1", "Ann", "Ash", "mother"), person("c1", "Lin", "Ash", "child", "child")
    assert not wants_faces(adult)
    assert not wants_faces(None)
    assert wants_faces(child)
    assert wants_faces(replace(adult, formats=("read_aloud",)))
    assert wants_faces(replace(adult, access_needs="Please use PICTURES"))
    assert words_for(child, PACK.band(10)) == "Brilliant"
    assert words_for(adult, PACK.band(10)) == "Everything is going very well"
    assert [face(PACK, PACK.band(value)) for value in range(1, 11)] == [0, 0, 1, 1, 2, 2, 3, 3, 4, 4]
    assert len({"".join(each) for each in LARGE}) == len(set(SMALL)) == 5
    assert {len(line) for each in LARGE for line in each} == {13}


given_values = st.one_of(st.none(), st.integers(1, 10), st.sampled_from(["prefer_not_to_say", "not_asked"]))


@st.composite
def whole_histories(draw: Any) -> Family:
    count = draw(st.integers(1, 5))
    days = draw(st.lists(st.integers(0, 2), min_size=count, max_size=count))
    starts = draw(st.permutations([f"{9 + each:02}:00" for each in range(count)]))
    meetings = tuple(
        meeting(place, weeks=week, start=start)
        for place, (week, start) in enumerate(zip(days, starts, strict=True), 1)
    )
    scores = [
        score(number, area, who, value)
        for number in range(1, count + 1)
        for area in ("money", "home")
        for who in PEOPLE
        if (value := draw(given_values)) is not None
    ]
    return family(meetings, *draw(st.permutations(scores)))


@settings(max_examples=40, deadline=None)
@given(whole_histories())
def test_history_never_invents_drops_or_averages_a_score_and_keeps_the_order_of_the_meetings(
    of: Family,
) -> None:
    seen = told(of)
    assert seen.meetings == of.meetings_in_order()
    found = [each for line in seen.lines for each in line.scores if each is not None]
    assert sorted(each.id for each in found) == sorted(each.id for each in of.scores)
    for line in seen.lines:
        for at, each in zip(seen.meetings, line.scores, strict=True):
            assert each == of.score(at.id, line.area, line.person)
        assert line.now is None or line.last_time == last_time(of, line.now, PACK)


@settings(max_examples=40, deadline=None)
@given(whole_histories(), st.sets(st.sampled_from(PEOPLE)))
def test_what_may_not_be_seen_is_a_gap_and_changes_nothing_else(of: Family, hidden: set[str]) -> None:
    everything = history(of, of.meetings_in_order(), PACK, lambda _: True)
    seen = history(of, of.meetings_in_order(), PACK, lambda each: each.person not in hidden)
    assert seen.lines == tuple(line for line in everything.lines if line.person not in hidden)


@settings(max_examples=60, deadline=None)
@given(st.lists(given_values, max_size=6))
def test_the_words_hold_every_number_in_order_and_the_change_is_from_the_first_to_the_latest(
    said: list[Any],
) -> None:
    numbers = [value for value in said if isinstance(value, int)]
    words = said_in_steps(said)
    steps = words.replace(";", ":").replace(":", ",").split(", ")
    told_numbers = [int(part.removeprefix("then ")) for part in steps if part.removeprefix("then ").isdigit()]
    assert told_numbers == numbers
    if len(numbers) > 1 and numbers[-1] > numbers[0]:
        assert f": up {numbers[-1] - numbers[0]}" in words
    if len(numbers) > 1 and numbers[-1] < numbers[0]:
        assert f": down {numbers[0] - numbers[-1]}" in words
