from hypothesis import given, settings
from hypothesis import strategies as st

from eymeeting.domain.meeting import NoScore, Score
from eymeeting.domain.scaling import Gap, gaps, priorities

AREAS = ("money", "home", "feelings", "learning")


def said(area: str, person: str, value: int | NoScore) -> Score:
    return Score(id=f"{area}-{person}", meeting="m1", area=area, person=person, value=value)


scores = st.lists(
    st.builds(
        said,
        st.sampled_from([*AREAS, "garden"]),
        st.sampled_from(["p1", "p2", "c1"]),
        st.one_of(st.integers(1, 10), st.just("prefer_not_to_say")),
    ),
    unique_by=lambda score: score.id,
)


def test_one_low_voice_puts_an_area_first_whatever_the_others_say() -> None:
    found = priorities(
        [said("home", "p1", 5), said("money", "p1", 9), said("money", "p2", 9), said("money", "c1", 2)], AREAS
    )
    assert [(voice.area, voice.lowest, voice.whose) for voice in found] == [
        ("money", 2, ("c1",)),
        ("home", 5, ("p1",)),
    ]


def test_of_two_alike_the_one_that_more_people_find_hard_comes_first() -> None:
    found = priorities(
        [said("money", "p1", 3), said("money", "p2", 8), said("home", "p1", 3), said("home", "p2", 4)], AREAS
    )
    assert [(voice.area, voice.hard_for) for voice in found] == [("home", 2), ("money", 1)]


def test_then_the_order_of_the_pack_decides_and_an_unknown_area_comes_last() -> None:
    found = priorities([said(area, "p1", 3) for area in ("garden", "learning", "home")], AREAS)
    assert [voice.area for voice in found] == ["home", "learning", "garden"]


def test_everybody_who_gave_the_lowest_score_is_named() -> None:
    [voice] = priorities([said("home", "p1", 3), said("home", "p2", 3), said("home", "c1", 7)], AREAS)
    assert voice.whose == ("p1", "p2")


def test_who_would_rather_not_say_and_who_was_not_asked_have_no_number() -> None:
    assert (
        priorities([said("home", "p1", "prefer_not_to_say"), said("money", "p2", "not_asked")], AREAS) == ()
    )


def test_a_difference_of_three_is_worth_asking_about_and_two_is_not() -> None:
    found = gaps(
        [said("home", "p1", 4), said("home", "p2", 7), said("money", "p1", 4), said("money", "p2", 6)]
    )
    assert found == (Gap(area="home", lowest=4, low=("p1",), highest=7, high=("p2",)),)


def test_the_suggestion_for_relationships_uses_the_lowest_voice_and_says_whose() -> None:
    answers = [
        said("relationships", who, value) for who, value in (("p1", 8), ("p2", 7), ("c1", 3), ("c2", 4))
    ]
    [voice] = priorities(answers, ("relationships",))
    assert (voice.lowest, voice.whose, voice.hard_for) == (3, ("c1",), 2)


def test_two_carers_who_score_the_same_area_differently_are_both_told_with_their_own_number() -> None:
    [gap] = gaps([said("feelings", "p1", 3), said("feelings", "p2", 6)])
    assert (gap.low, gap.lowest, gap.high, gap.highest) == (("p1",), 3, ("p2",), 6)


@settings(max_examples=60)
@given(scores, st.integers(0, 5))
def test_no_area_left_out_is_harder_than_one_put_in(answers: list[Score], limit: int) -> None:
    found = priorities(answers, AREAS)
    assert all(inside.lowest <= outside.lowest for inside in found[:limit] for outside in found[limit:])
    assert all(
        score.value >= voice.lowest
        for voice in found
        for score in answers
        if score.area == voice.area and isinstance(score.value, int)
    )


@settings(max_examples=60)
@given(scores)
def test_the_order_of_the_answers_changes_nothing(answers: list[Score]) -> None:
    there = [(voice.area, voice.lowest, voice.hard_for) for voice in priorities(answers, AREAS)]
    back = [(voice.area, voice.lowest, voice.hard_for) for voice in priorities(answers[::-1], AREAS)]
    assert there == back
