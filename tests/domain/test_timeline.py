from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made.pells import FAMILY, said

from eymeeting.domain.timeline import (
    Moment,
    as_typed,
    births,
    in_order,
    moment_of,
    timeline,
    with_when,
)

TOLD_ON = date(2026, 11, 22)
BORN = {"remi": date(2020, 7, 14)}


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("2019", (2019, 0, 0)),
        ("in 2018, or 2019", (2018, 0, 0)),
        ("March 2019", (2019, 3, 0)),
        ("12th of June 2019", (2019, 6, 12)),
        ("12/6/2019", (2019, 6, 12)),
        ("2019-06-12", (2019, 6, 12)),
        ("spring 2020, in lockdown", (2020, 3, 0)),
        ("the end of 2021", (2021, 12, 0)),
        ("the 90s", (1990, 0, 0)),
        ("the 2010s", (2010, 0, 0)),
        ("March last year", (2025, 3, 0)),
        ("last year in March", (2025, 3, 0)),
        ("the year before last", (2024, 0, 0)),
        ("last March", (2026, 3, 0)),
        ("last summer", (2026, 6, 0)),
        ("last Christmas", (2025, 12, 25)),
        ("next summer", (2027, 6, 0)),
        ("ten years ago", (2016, 0, 0)),
        ("3 months ago", (2026, 8, 0)),
        ("last week", (2026, 11, 15)),
        ("the summer Remi was born", (2020, 6, 0)),
        ("when Rémi was born", (2020, 7, 14)),
        ("when Remi was three", (2023, 7, 0)),
        ("when Nan was ill", None),
        ("long before that", None),
        ("99999 years ago", None),
        ("", None),
    ],
)
def test_when_something_was_is_read_as_well_as_the_words_tell_it(words: str, moment: Moment | None) -> None:
    assert moment_of(words, told_on=TOLD_ON, born=BORN) == moment


def test_what_stands_behind_the_mark_is_when_it_was() -> None:
    line = with_when(said("past", ""), "We moved here @ the summer Remi was born")
    assert (line.text, line.dated) == ("We moved here", "the summer Remi was born")
    assert as_typed(line) == "We moved here @ the summer Remi was born"
    half_typed = with_when(line, "We moved here @ ")
    assert (half_typed.text, half_typed.dated) == ("We moved here @ ", None)
    assert with_when(line, "nan@home.test").dated is None


def test_birthdays_are_known_by_first_and_preferred_names() -> None:
    ivy = replace(FAMILY.people[3], dob=date(2020, 1, 2), preferred_name="Bee")
    assert births((*FAMILY.people[:3], ivy)) == {"ivy": date(2020, 1, 2), "bee": date(2020, 1, 2)}


WHEN = st.one_of(
    st.none(),
    st.integers(1900, 2099).map(str),
    st.sampled_from(["last March", "when Nan was ill", "the 90s", "the summer Remi was born"]),
    st.text(max_size=12),
)


@given(st.lists(WHEN, max_size=8))
@settings(max_examples=60)
def test_no_line_is_lost_and_what_has_no_year_stays_where_it_was_told(dates: list[str | None]) -> None:
    lines = tuple(replace(said("past", str(at)), dated=when) for at, when in enumerate(dates))
    ordered = in_order(lines, told_on=TOLD_ON, born=BORN)
    assert sorted(each.id for each in ordered) == sorted(each.id for each in lines)

    def moment(when: str | None) -> Moment | None:
        return None if when is None else moment_of(when, told_on=TOLD_ON, born=BORN)

    for before, after in zip(lines, ordered, strict=True):
        assert (moment(before.dated) is None) == (moment(after.dated) is None)
        assert moment(before.dated) is not None or before == after
    moments = [found for each in ordered if (found := moment(each.dated)) is not None]
    assert moments == sorted(moments)
    assert in_order(ordered, told_on=TOLD_ON, born=BORN) == ordered


@given(st.lists(st.integers(1900, 2099), max_size=8))
@settings(max_examples=30)
def test_the_timeline_is_the_dated_lines_by_their_year(years: list[int]) -> None:
    dated = [replace(said("past", str(at)), dated=str(year)) for at, year in enumerate(years)]
    told = timeline((said("past", "undated"), *dated), told_on=TOLD_ON, born={})
    assert [each.dated for each in told] == [str(year) for year in sorted(years)]
