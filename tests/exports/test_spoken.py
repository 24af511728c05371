from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.spoken import (
    at_a_place,
    date_near,
    day_near,
    in_a_sentence,
    lines_of,
    on_paper,
    says_nothing,
    sentence,
    spoken_date,
    spoken_day,
)
from eymeeting.domain.in_words import listed

BREAKING_NUMBER = re.compile(r"(?<!\d)(?:\+44 |0)\d{2,4}(?: \d{3,4}){1,2}(?!\d)")


def test_dates_are_said_with_the_day_and_month_kept_together() -> None:
    assert spoken_date(date(2026, 11, 22)) == "22\u00a0November 2026"
    assert spoken_day(date(2027, 1, 12)) == "Tuesday 12\u00a0January 2027"


def test_the_year_is_said_only_where_it_is_another_one() -> None:
    met_on = date(2026, 11, 22)
    assert day_near(date(2026, 12, 4), met_on=met_on) == "Friday 4\u00a0December"
    assert day_near(date(2027, 1, 8), met_on=met_on) == "Friday 8\u00a0January 2027"
    assert date_near(date(2026, 12, 4), met_on=met_on) == "4\u00a0December"


def test_names_are_said_in_one_breath() -> None:
    assert [listed(names) for names in ((), ("A",), ("A", "B"), ("A", "B", "C"))] == [
        "",
        "A",
        "A and B",
        "A, B and C",
    ]


@pytest.mark.parametrize(
    ("typed", "ended"),
    [("We laugh", "We laugh."), ("Do we?", "Do we?"), ("“Yes!”", "“Yes!”"), ("", ""), ("So:", "So:")],
)
def test_a_sentence_ends_once(typed: str, ended: str) -> None:
    assert sentence(typed) == ended


def test_a_job_stands_in_small_letters_unless_it_is_somebodys_own_name() -> None:
    assert in_a_sentence("Family support worker") == "family support worker"
    assert in_a_sentence("GP") == "GP"
    assert in_a_sentence("Polish interpreter") == "Polish interpreter"


def test_people_meet_at_a_place_or_in_a_room() -> None:
    assert at_a_place("Fernbank Centre") == "at Fernbank Centre"
    assert at_a_place("Sunflower room, Fernbank Centre") == "in the Sunflower room, Fernbank Centre"
    assert at_a_place("the Garden Room") == "at the Garden Room"
    assert at_a_place(" ") == ""


def test_what_was_typed_with_dashes_comes_as_lines_without_them() -> None:
    assert lines_of("- tea together\r\n\n• \n*  a walk\tto  school") == ["tea together", "a walk to school"]


def test_telephone_numbers_and_dates_do_not_break() -> None:
    assert on_paper("Ring 01632 960 141 by 4 May.") == "Ring 01632\u00a0960\u00a0141 by 4\u00a0May."
    assert on_paper("+44 7700 900177") == "+44\u00a07700\u00a0900177"
    assert on_paper("0800 1111") == "0800\u00a01111"


@given(st.text(st.sampled_from("0123456789+() a"), max_size=40))
@settings(max_examples=150)
def test_no_telephone_number_is_left_that_could_break(typed: str) -> None:
    assert BREAKING_NUMBER.search(on_paper(typed)) is None


@given(st.text(max_size=60))
@settings(max_examples=100)
def test_text_on_paper_stays_as_it_is_when_laid_out_again(typed: str) -> None:
    once = on_paper(typed)
    assert on_paper(once) == once
    assert "\n\n" not in once
    assert "  " not in once


@pytest.mark.parametrize("typed", ["", " ", "\u200b", "\ufeff\n", "\u00a0"])
def test_what_nobody_sees_says_nothing(typed: str) -> None:
    assert says_nothing(typed)
    assert not says_nothing(f"{typed}x")
