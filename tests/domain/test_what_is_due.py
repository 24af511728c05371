from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given as drawn
from hypothesis import settings
from hypothesis import strategies as st
from made.pells import FAMILY as PELLS
from made.pells import PACK, with_more
from made.pells import action as pells_action
from made.wards import agreed, everybody_came, given, met, told, wards

from eymeeting.bank_holidays import EnglandCalendar
from eymeeting.domain.dates import working_days_after
from eymeeting.domain.entry import Visibility
from eymeeting.domain.family import Family
from eymeeting.domain.family_rows import place_rows
from eymeeting.domain.standing import MADE_NOT_GIVEN, standing
from eymeeting.domain.what_is_due import (
    SOON,
    copies_from,
    first_meeting_by,
    first_meetings_from,
    latest_start,
)

ENGLAND = EnglandCalendar()
DAY = timedelta(days=1)
ASSESSED = date(2026, 3, 2)
JULY, OCTOBER = date(2026, 7, 28), date(2026, 10, 6)
few = settings(max_examples=50, deadline=None, database=None)
days = st.dates(date(2025, 1, 1), date(2028, 12, 31))


def reviewed(again: date | None = JULY) -> Family:
    return met(wards(assessment_date=date(2026, 6, 1)), date(2026, 6, 16), again=again)


def is_late(family: Family, today: date, working_days: int = 15) -> bool:
    start = first_meetings_from(today, working_days, ENGLAND)
    return standing(family).first_meeting_is_due(today, start)


def test_a_review_70_days_late_against_28_july_is_told_as_late_and_stops_nobody() -> None:
    stands = standing(reviewed())
    assert stands.review_is_due(OCTOBER)
    assert stands.review_on == JULY
    held = standing(met(reviewed(), OCTOBER, again=date(2026, 11, 17), kind="taf_review"))
    assert held.review_on == date(2026, 11, 17)
    assert not held.review_is_due(OCTOBER)


@pytest.mark.parametrize(
    ("today", "due"),
    [
        (JULY - SOON - DAY, False),
        (JULY - SOON, True),
        (JULY - DAY, True),
        (JULY, False),
        (JULY + DAY, True),
    ],
)
def test_a_review_is_told_from_a_week_before_but_on_its_day_it_is_todays_meeting(
    today: date, due: bool
) -> None:
    stands = standing(reviewed())
    assert stands.review_is_due(today) == due
    assert stands.meets_as_agreed(today) == (today == JULY)


def test_a_newer_meeting_that_is_planned_gives_the_review_its_day() -> None:
    planned = standing(met(reviewed(), OCTOBER, outcome=None, kind="taf_review"))
    assert planned.review_on == OCTOBER
    assert not planned.review_is_due(date(2026, 9, 1))
    assert planned.review_is_due(date(2026, 10, 1))
    assert not planned.review_is_due(OCTOBER)
    assert not planned.meets_as_agreed(JULY)
    assert not planned.review_is_due(OCTOBER + DAY)
    forgotten = met(met(wards(), date(2026, 6, 1), outcome=None), date(2026, 6, 16), again=JULY)
    assert standing(forgotten).planned_on is None
    assert standing(forgotten).review_on == JULY


def test_a_meeting_put_off_leaves_the_day_agreed_before_unless_it_names_another() -> None:
    put_off = met(reviewed(), JULY, outcome="did_not_happen", kind="taf_review")
    assert standing(put_off).review_on == JULY
    moved = met(reviewed(), JULY, outcome="did_not_happen", again=OCTOBER, kind="taf_review")
    assert standing(moved).review_on == OCTOBER


@pytest.mark.parametrize(
    ("outcome", "told_of"),
    [
        ("carry_on", True),
        ("adjourned", True),
        ("lighter_touch", False),
        ("close", False),
        ("step_up", False),
        ("step_down", False),
    ],
)
def test_no_next_day_is_told_where_the_work_goes_on(outcome: str, told_of: bool) -> None:
    family = met(reviewed(again=None), date(2026, 6, 30), outcome=outcome)  # type: ignore[arg-type]
    assert standing(family).review_is_due(OCTOBER) == told_of
    assert not standing(met(family, OCTOBER, outcome=None)).review_is_due(OCTOBER - SOON - DAY)


def test_talk_among_workers_takes_no_review_away() -> None:
    family = met(reviewed(), date(2026, 7, 1), kind="professionals_discussion")
    assert standing(family).review_on == JULY


def test_nothing_is_waited_for_once_the_work_has_ended() -> None:
    family = agreed(met(reviewed(), JULY, outcome="close", again=OCTOBER), JULY)
    for ended in (
        family,
        replace(agreed(reviewed(), JULY), details=replace(reviewed().details, closed=OCTOBER)),
    ):
        stands = standing(ended)
        assert (stands.review_on, stands.no_day_since, stands.first_from, stands.dues) == (
            None,
            None,
            None,
            (),
        )
    assert standing(agreed(family, OCTOBER, after_closing=True)).dues == (OCTOBER,)
    begun_again = met(family, date(2026, 12, 1), outcome=None)
    assert standing(begun_again).dues == (JULY,)


def test_an_adjourned_meeting_does_not_count_for_the_time_limit_but_is_on_record() -> None:
    first_half = met(
        wards(assessment_date=ASSESSED, opened=ASSESSED), date(2026, 3, 24), "adjourned", date(2026, 3, 31)
    )
    assert first_meeting_by(ASSESSED, 15, ENGLAND) == date(2026, 3, 23)
    assert is_late(first_half, date(2026, 3, 25))
    assert standing(first_half).goes_on
    assert standing(first_half).review_on == date(2026, 3, 31)
    second_half = met(first_half, date(2026, 3, 31), again=date(2026, 5, 12))
    assert not is_late(second_half, date(2026, 4, 1))
    assert not standing(second_half).goes_on
    assert [meeting.outcome for meeting in second_half.meetings] == ["adjourned", "carry_on"]


def test_the_time_to_a_first_meeting_is_told_five_working_days_before_it_is_over() -> None:
    family = wards(assessment_date=ASSESSED)
    assert not is_late(family, date(2026, 3, 13))
    assert is_late(family, date(2026, 3, 16))
    assert is_late(wards(opened=ASSESSED), date(2026, 3, 16))
    assert not is_late(wards(), date(2026, 3, 16))


def test_a_first_meeting_that_did_not_happen_or_was_only_planned_does_not_count() -> None:
    late = date(2026, 5, 1)
    for outcome in ("did_not_happen", None):
        family = everybody_came(met(wards(assessment_date=ASSESSED), date(2026, 5, 8), outcome))
        assert is_late(family, late)
    today = met(wards(assessment_date=ASSESSED), late, outcome=None)
    assert not is_late(today, late)


def test_a_talk_without_the_family_is_no_first_meeting() -> None:
    family = met(wards(assessment_date=ASSESSED), date(2026, 3, 9), kind="professionals_discussion")
    assert is_late(family, date(2026, 5, 1))


def test_the_last_news_of_an_action_says_its_day_and_whether_it_is_open() -> None:
    open_one = agreed(reviewed(), date(2026, 7, 1))
    assert standing(open_one).late(JULY) == (date(2026, 7, 1),)
    moved = told(open_one, "under_way", date(2026, 7, 2), due=OCTOBER)
    assert standing(moved).late(JULY) == ()
    done = told(moved, "done", date(2026, 7, 3))
    assert standing(done).dues == ()
    reopened = told(done, "not_done", date(2026, 7, 4))
    assert standing(reopened).late(OCTOBER + DAY) == (OCTOBER,)
    assert standing(reopened).late(OCTOBER) == ()
    assert standing(agreed(reviewed(), None)).dues == ()


def test_copies_are_wanting_until_somebody_of_the_family_has_one() -> None:
    family = reviewed()
    by = working_days_after(date(2026, 6, 16), 5, ENGLAND)

    def wanting(family: Family, today: date) -> bool:
        return standing(family).copies_are_due(copies_from(today, 5, ENGLAND))

    assert not wanting(family, by)
    assert wanting(family, by + DAY)
    assert wanting(given(family, "w1"), by + DAY)
    assert not wanting(given(family, "p1"), by + DAY)
    made = given(family, "p1", MADE_NOT_GIVEN)
    assert wanting(made, date(2026, 6, 16))
    assert standing(given(made, "p1", MADE_NOT_GIVEN)).copies_made == 1
    assert not wanting(given(made, "p1"), by + DAY)
    assert not wanting(given(family, "w1", MADE_NOT_GIVEN), by)


def test_only_the_last_day_of_meetings_wants_copies_but_each_meeting_of_it() -> None:
    older = given(met(reviewed(), JULY, kind="taf_review"), "p1")
    assert standing(older).copies_on is None
    apart = met(older, JULY, kind="taf_review")
    assert standing(apart).copies_on == JULY
    assert standing(met(older, OCTOBER, outcome="adjourned")).copies_on is None
    assert standing(met(older, OCTOBER, outcome=None)).copies_on is None


@few
@drawn(days, st.integers(0, 40))
def test_counting_working_days_back_finds_the_last_day_to_count_from(day: date, number: int) -> None:
    start = latest_start(day, number, ENGLAND)
    assert working_days_after(start, number, ENGLAND) <= day
    assert working_days_after(start + DAY, number, ENGLAND) > day


@few
@drawn(days, days, st.sampled_from([None, "did_not_happen"]))
def test_a_planned_meeting_counts_for_nothing_but_its_day(on: date, today: date, outcome: None) -> None:
    before = agreed(reviewed(), JULY)
    planned = everybody_came(met(before, on, outcome))
    first, second = standing(before), standing(planned)
    assert (second.has_met, second.agreed_on, second.dues, second.copies_on) == (
        first.has_met,
        first.agreed_on,
        first.dues,
        first.copies_on,
    )
    alone = everybody_came(met(wards(assessment_date=ASSESSED), on, outcome))
    assert standing(alone).first_from == ASSESSED
    assert not standing(alone).review_is_due(today)


@few
@drawn(st.lists(st.tuples(days, st.sampled_from(["carry_on", "adjourned", "close", None])), max_size=4), days)
def test_no_family_is_told_twice_on_one_day(meetings: list[tuple[date, None]], today: date) -> None:
    family = wards(assessment_date=ASSESSED)
    for on, outcome in meetings:
        family = met(family, on, outcome, again=on + timedelta(weeks=6) if outcome else None)
    stands = standing(family)
    assert not (stands.meets_as_agreed(today) and stands.review_is_due(today))
    assert standing(replace(family, meetings=family.meetings[::-1])) == stands
    assert set(stands.late(today)) <= set(stands.late(today + DAY)) <= set(stands.dues)


def test_what_is_not_for_everyone_is_counted_nowhere() -> None:
    private = Visibility(level="named", to=("lead",))
    family = with_more(
        PELLS,
        actions=(
            pells_action("Ring housing", "lead"),
            pells_action("See Rosa alone", "lead", visibility=private),
        ),
    )
    assert standing(family).dues == (date(2026, 4, 1),)
    (row,) = [row for row in place_rows(family, PACK, date(2026, 6, 1)) if row.kind == "actions"]
    assert row.told == "1 open, 1 past the day"
