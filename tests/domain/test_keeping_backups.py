from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from eymeeting.domain.keeping_backups import NEWEST_ALWAYS, kept

TODAY = date(2026, 11, 22)
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
moments = st.lists(
    st.builds(
        lambda days, minutes: NOON - timedelta(days=days, minutes=minutes),
        st.integers(-5, 500),
        st.integers(0, 1439),
    ),
    max_size=80,
)


def days_ago(number: int) -> datetime:
    return NOON - timedelta(days=number)


@settings(max_examples=60, deadline=None)
@given(moments)
def test_the_newest_all_of_a_fortnight_and_one_of_each_week_of_a_year_are_kept(made: list[datetime]) -> None:
    stay = kept(made, TODAY)
    assert stay <= set(made)
    assert set(sorted(set(made))[-NEWEST_ALWAYS:]) <= stay
    assert {moment for moment in made if moment.date() > TODAY - timedelta(days=14)} <= stay
    within_a_year = [moment for moment in made if moment.date() > TODAY - timedelta(days=365)]
    assert {moment.isocalendar()[:2] for moment in within_a_year} <= {
        moment.isocalendar()[:2] for moment in stay
    }


@settings(max_examples=60, deadline=None)
@given(moments, st.integers(0, 400))
def test_thinning_day_by_day_ends_where_thinning_once_does(made: list[datetime], later: int) -> None:
    once = kept(made, TODAY)
    assert kept(once, TODAY) == once
    then = TODAY + timedelta(days=later)
    assert kept(once, then) == kept(made, then) & once


def test_two_years_of_a_backup_each_day_leave_a_fortnight_and_a_year_of_weeks() -> None:
    stay = kept([days_ago(number) for number in range(730)], TODAY)
    assert {days_ago(number) for number in range(14)} <= stay
    assert len(stay) == 14 + 51
    assert min(stay) > days_ago(365)


def test_backups_of_long_ago_stay_while_there_are_few() -> None:
    long_ago = [days_ago(number) for number in range(1000, 1010)]
    assert kept(long_ago, TODAY) == set(long_ago)


def test_a_clock_that_runs_far_ahead_does_not_cost_every_backup() -> None:
    made = [days_ago(number) for number in range(60)]
    ahead = datetime(2099, 1, 1, tzinfo=UTC)
    assert {days_ago(number) for number in range(NEWEST_ALWAYS - 1)} <= kept([*made, ahead], ahead.date())
