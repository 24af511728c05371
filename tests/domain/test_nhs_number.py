from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eymeeting.domain.nhs_number import fits, read_nhs_number


@pytest.mark.parametrize("typed", ["9434765919", "943 476 5919", "943-476-5919", " 94 3476 5919 "])
def test_a_number_is_kept_in_threes_however_it_was_typed(typed: str) -> None:
    assert read_nhs_number(typed).number == "943 476 5919"


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("94347659", "An NHS number has ten figures; 8 are here."),
        ("9", "An NHS number has ten figures; 1 is here."),
        ("943476591X", "An NHS number has only figures, ten of them."),
        ("٩٤٣٤٧٦٥٩١٩", "An NHS number has only figures, ten of them."),
        (
            "943 476 5991",
            "Two figures may have changed places: the last figure does not fit the others. Please look again.",
        ),
    ],
)
def test_what_is_not_a_number_is_said_in_a_sentence(typed: str, why: str) -> None:
    assert (read_nhs_number(typed).number, read_nhs_number(typed).problem) == (None, why)


@settings(max_examples=100)
@given(st.integers(0, 10**9 - 1), st.integers(0, 8), st.integers(1, 9))
def test_one_wrong_figure_or_two_exchanged_are_always_found(nine: int, at: int, more: int) -> None:
    figures = f"{nine:09}"
    whole = [f"{figures}{last}" for last in range(10) if fits(f"{figures}{last}")]
    assert len(whole) <= 1
    for number in whole:
        wrong = number[:at] + str((int(number[at]) + more) % 10) + number[at + 1 :]
        assert not fits(wrong)
        swapped = number[:at] + number[at + 1] + number[at] + number[at + 2 :]
        assert swapped == number or not fits(swapped)
