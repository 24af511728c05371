from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made.wards import agreed, ended, met, scored, told, wards

from eymeeting.domain.contact import Contact
from eymeeting.domain.drift import signs
from eymeeting.domain.entry import Visibility
from eymeeting.domain.family import Family
from eymeeting.domain.going_on import check_on, open_since
from eymeeting.domain.meeting import Meeting, Outcome
from eymeeting.domain.standing import standing
from eymeeting.packs import default_pack

PACK = default_pack()
LIMITS = PACK.limits
DAY = timedelta(days=1)
OPENED = date(2026, 3, 2)
FIRST, SECOND, THIRD = date(2026, 3, 24), date(2026, 5, 5), date(2026, 6, 16)
TODAY = date(2026, 7, 1)
AFTER, FAR = date(2026, 8, 1), date(2028, 12, 1)
few = settings(max_examples=60, deadline=None, database=None)


def words(family: Family, today: date = TODAY, reader: str = "w1", at: Meeting | None = None) -> list[str]:
    return [sign.words for sign in signs(family, reader=reader, today=today, pack=PACK, at=at)]


def causes(family: Family, today: date = TODAY) -> list[str]:
    return [sign.cause for sign in signs(family, reader="w1", today=today, pack=PACK)]


def reviewed(*values: int | None, who: str = "p1", visibility: Visibility | None = None) -> Family:
    """The Wards after a first meeting and a review for each value but the first; each agreed a day to come."""
    family = wards(opened=OPENED)
    for place, value in enumerate(values):
        family = met(
            family,
            FIRST + place * 42 * DAY,
            again=FIRST + (place + 1) * 42 * DAY if place + 1 < len(values) else FAR,
            kind="taf_review" if place else "taf_first",
        )
        if value is not None:
            family = scored(family, value, who=who, visibility=visibility)
    return family


def put_off(*days: date, visibility: Visibility | None = None) -> Family:
    family = agreed(met(wards(opened=OPENED), FIRST, again=TODAY + DAY), days[0])
    if visibility is not None:
        family = replace(family, actions=(replace(family.actions[0], visibility=visibility),))
    for place, day in enumerate(days[1:]):
        family = told(family, "under_way", FIRST + place * DAY, day)
    return family


def test_work_open_for_more_than_twelve_months_is_told_and_a_day_less_is_not() -> None:
    family = met(wards(opened=OPENED), FIRST, again=date(2028, 1, 1))
    assert words(family, date(2027, 3, 2)) == []
    assert words(family, date(2027, 3, 3)) == [
        "The work has gone on since 2 March 2026, for more than 12 months."
    ]


def test_three_reviews_are_told_and_two_are_not() -> None:
    assert causes(reviewed(None, None, None)) == []
    assert words(reviewed(None, None, None, None)) == ["There have been 3 reviews."]


def test_two_reviews_held_apart_on_one_day_are_one() -> None:
    family = met(reviewed(1, None), SECOND, again=FAR, kind="taf_review")
    assert standing(family).reviews == 1


def test_an_action_put_off_twice_is_named_for_whoever_may_see_it() -> None:
    assert words(put_off(SECOND, THIRD)) == []
    assert words(put_off(SECOND, THIRD, TODAY)) == ["“Ring about the damp” has moved to a later day twice."]
    for_ola = put_off(SECOND, THIRD, TODAY, visibility=Visibility(level="named", to=("c2",)))
    assert words(for_ola, reader="w1") == ["An action has moved to a later day twice."]
    assert [sign.helps for sign in signs(for_ola, reader="w1", today=TODAY, pack=PACK)] == [
        "Ask whether the action is still the right one, and who could help with it."
    ]


def test_a_day_put_off_where_somebody_was_kept_apart_is_not_told_where_they_may_be() -> None:
    family = put_off(FIRST, SECOND, THIRD)
    family = met(family, TODAY - DAY, "carry_on", FAR, kind="taf_review")
    apart = replace(family.meetings[-1], separate_from=("c2",))
    news = tuple(replace(each, meeting=apart.id, on=None) for each in family.updates)
    family = replace(family, meetings=(*family.meetings[:-1], apart), updates=news)
    together = met(family, TODAY, None, kind="taf_review")
    assert "moved" in causes(family)
    assert "moved" not in [
        each.cause for each in signs(together, reader="w1", today=TODAY, pack=PACK, at=together.meetings[-1])
    ]


def test_to_be_done_sooner_is_no_delay_and_what_is_done_is_no_sign() -> None:
    assert words(put_off(TODAY, THIRD, SECOND)) == []
    assert words(told(put_off(SECOND, THIRD, TODAY), "done", TODAY)) == []


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ((1, 1), []),
        ((1, 1, 1), ["Our home has stayed at 1 for Zofia over two reviews."]),
        ((4, 3, 4), ["Our home has not risen for Zofia over two reviews: 4, then 3, then 4."]),
        ((4, 5, 4), []),
        ((4, 4, 5), []),
        ((2, 4, 4, 4), ["Our home has stayed at 4 for Zofia over two reviews."]),
        ((1, None, 1), []),
        ((10, 10, 10), []),
    ],
)
def test_an_area_that_has_not_risen_over_two_reviews_is_told_with_whose_score_it_is(
    values: tuple[int | None, ...], said: list[str]
) -> None:
    assert [each for each in words(reviewed(*values)) if not each.startswith("There have")] == said
    assert bool(standing(reviewed(*values)).stood) == bool(said)


def test_a_score_for_some_alone_is_told_to_nobody_else_and_never_on_home() -> None:
    for_another = reviewed(1, 1, 1, visibility=Visibility(level="named", to=("w9",)))
    assert words(for_another) == []
    assert standing(for_another).stood == 0


def test_nothing_is_told_where_a_meeting_was_kept_apart_from_somebody_there() -> None:
    family = reviewed(1, 1, 1)
    apart = replace(family, meetings=tuple(replace(each, separate_from=("c2",)) for each in family.meetings))
    together = met(apart, TODAY, None, kind="taf_review")
    assert standing(apart).stood == 0
    assert words(apart) == ["Our home has stayed at 1 for Zofia over two reviews."]
    assert words(together, at=together.meetings[-1]) == []


def test_scores_from_before_a_meeting_was_broken_off_belong_to_the_one_that_went_on() -> None:
    family = reviewed(3, 3)
    broken_off = scored(met(family, THIRD, "adjourned", THIRD + 7 * DAY, "taf_review"), 3)
    assert causes(broken_off, THIRD + DAY) == ["not_risen"]
    went_on = scored(met(broken_off, THIRD + 7 * DAY, again=TODAY + 30 * DAY, kind="taf_review"), 5)
    assert causes(went_on, THIRD + 8 * DAY) == []
    once = scored(met(reviewed(1), SECOND, "adjourned", SECOND + 7 * DAY, "taf_review"), 1)
    assert causes(scored(met(once, SECOND + 7 * DAY, again=FAR, kind="taf_review"), 1)) == []


def test_a_review_held_70_days_after_the_day_agreed_is_told_with_both_days() -> None:
    first = met(wards(), date(2026, 6, 16), again=date(2026, 7, 28))
    now = met(first, date(2026, 10, 6), None, kind="taf_review")
    assert words(now, date(2026, 10, 6), at=now.meetings[-1]) == [
        "This meeting is 70 days after the day agreed, 28 July."
    ]
    held = met(first, date(2026, 10, 6), again=date(2026, 11, 17), kind="taf_review")
    assert words(held, date(2026, 10, 7)) == [
        "The meeting on 6 October was 70 days after the day agreed, 28 July."
    ]
    assert standing(held).late_by == 70
    some_days = met(first, date(2026, 8, 4), again=date(2026, 11, 17), kind="taf_review")
    assert words(some_days, date(2026, 8, 5)) == []


def test_what_one_side_agreed_on_for_itself_is_no_day_of_the_other_side_s() -> None:
    def apart(family: Family, who: str) -> Family:
        return replace(
            family, meetings=(*family.meetings[:-1], replace(family.meetings[-1], separate_from=(who,)))
        )

    first = apart(met(wards(), FIRST, again=SECOND), "c2")
    other = apart(met(first, SECOND + 20 * DAY, again=THIRD + 30 * DAY, kind="taf_review"), "p1")
    assert standing(other).late_by == 0
    same = apart(met(first, SECOND + 20 * DAY, again=THIRD + 30 * DAY, kind="taf_review"), "c2")
    assert standing(same).late_by == 20
    together = met(same, TODAY, None, kind="taf_review")
    assert "20 days" not in " ".join(words(together, at=together.meetings[-1]))


def test_a_meeting_broken_off_does_not_count_for_the_time_to_a_review() -> None:
    first = met(wards(), FIRST, again=SECOND)
    broken_off = met(first, SECOND + 20 * DAY, "adjourned", SECOND + 30 * DAY, "taf_review")
    assert standing(broken_off).late_by == 0
    assert standing(broken_off).reviews == 0
    held = met(broken_off, SECOND + 30 * DAY, again=TODAY + 30 * DAY, kind="taf_review")
    assert (standing(held).late_by, standing(held).reviews) == (30, 1)


def test_a_meeting_put_off_to_a_new_day_is_late_only_against_that_one() -> None:
    first = met(wards(), FIRST, again=SECOND)
    moved = met(met(first, SECOND, "did_not_happen", THIRD), THIRD, again=TODAY + DAY, kind="taf_review")
    assert standing(moved).late_by == 0


def test_a_late_review_and_no_next_day_are_told_without_blame() -> None:
    family = met(wards(), FIRST, again=SECOND)
    assert words(family, SECOND) == []
    assert words(family, SECOND + DAY) == ["The next meeting was agreed for 5 May, 1 day ago."]
    assert words(met(wards(), FIRST)) == ["No next day was agreed at the meeting on 24 March."]


def test_a_plan_that_ended_does_not_drift_and_one_taken_up_again_counts_from_then() -> None:
    long = reviewed(1, 1, 1, 1)
    closed = ended(long, AFTER)
    assert words(closed, date(2028, 1, 1)) == []
    assert open_since(closed) is None
    again = met(closed, AFTER + 100 * DAY, again=FAR)
    assert open_since(again) == AFTER + 100 * DAY
    assert words(again, AFTER + 101 * DAY) == []
    by_its_details = replace(long, details=replace(long.details, closed=AFTER))
    assert words(by_its_details, date(2028, 1, 1)) == []
    assert open_since(met(by_its_details, AFTER + DAY)) == AFTER + DAY


def test_the_look_after_a_closing_is_wanted_until_people_were_reached_or_met() -> None:
    check = TODAY + 180 * DAY
    closed = ended(reviewed(None), TODAY, check=check)
    call = Contact(id="t1", on=check - 7 * DAY, by="w1", how="call", text="All is well")
    assert check_on(closed) == check
    assert check_on(replace(closed, contacts=(call,))) is None
    for unlike in (
        replace(call, on=check - 8 * DAY),
        replace(call, reached=False),
        replace(call, how="letter"),
    ):
        assert check_on(replace(closed, contacts=(unlike,))) == check
    assert check_on(met(closed, TODAY + 20 * DAY, None)) == check
    assert check_on(met(closed, TODAY + 20 * DAY)) is None
    assert check_on(ended(reviewed(None), TODAY)) is None


outcomes: st.SearchStrategy[Outcome | None] = st.sampled_from(
    ["carry_on", "carry_on", "adjourned", "close", None]
)
days = st.dates(FIRST, FIRST + 700 * DAY)


@st.composite
def families(draw: st.DrawFn) -> Family:
    family = wards(opened=draw(st.dates(OPENED - 400 * DAY, OPENED))) if draw(st.booleans()) else wards()
    for on in sorted(draw(st.lists(days, max_size=6, unique=True))):
        family = met(
            family,
            on,
            draw(outcomes),
            draw(st.none() | days),
            draw(st.sampled_from(["taf_first", "taf_review"])),
        )
        family = scored(family, draw(st.integers(1, 4)))
        if draw(st.booleans()):
            family = agreed(family, draw(days))
            for move in draw(st.lists(days, max_size=3)):
                family = told(family, "under_way", on, move)
    return family


@few
@given(families(), st.dates(FIRST, FIRST + 1200 * DAY))
def test_home_and_the_chair_are_told_of_the_same_signs(family: Family, today: date) -> None:
    on_home = set(standing(family).drifts(today, LIMITS))
    for_the_chair = {sign.cause for sign in signs(family, reader="w1", today=today, pack=PACK)}
    assert on_home == for_the_chair - {"review_late", "no_next_day"}


@few
@given(families(), st.dates(FIRST, FIRST + 1200 * DAY), st.integers(0, 300))
def test_no_sign_goes_away_because_time_passes(family: Family, today: date, later: int) -> None:
    stands = standing(family)
    assert set(stands.drifts(today, LIMITS)) <= set(stands.drifts(today + later * DAY, LIMITS))


@few
@given(families(), st.dates(FIRST, FIRST + 1200 * DAY))
def test_no_sign_appears_without_its_cause(family: Family, today: date) -> None:
    held = [each for each in family.meetings if each.outcome in ("carry_on", "close")]
    shown = causes(family, today)
    for cause, there_is in (
        ("many_reviews", len(held) >= 3),
        ("not_risen", len(family.scores) >= 3),
        ("moved", len(family.updates) >= 2),
        ("held_late", len(held) >= 2),
        ("open_long", (today - OPENED).days > -400 + 365),
    ):
        assert there_is or cause not in shown
