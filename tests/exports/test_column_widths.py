from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.column_widths import fitted

PLANNED = [5.2, 2.7, 2.7, 3.5, 2.9]
HEADINGS = ["What was agreed", "Who", "By when", "How it went", "What was said"]

words = st.text("abc é-\u00a0\n", max_size=300)
tables = st.lists(st.tuples(st.floats(1, 8), st.lists(words, min_size=1, max_size=3)), min_size=1, max_size=6)


def fitted_with(*texts: str, points: float = 12, least: list[float] | None = None) -> list[float]:
    columns = [[heading, text] for heading, text in zip(HEADINGS, texts, strict=True)]
    return fitted(PLANNED, columns, points, least=least or [0.0] * len(PLANNED))


def test_columns_are_as_wide_as_planned_where_everything_has_room() -> None:
    assert fitted_with("Ring the school", "Aga", "Friday", "done", "All well") == PLANNED


def test_a_date_is_never_torn_in_a_narrow_column() -> None:
    widths = fitted_with("Ring the school", "Aga", "Wednesday 25\u00a0November", "done", "All well")
    assert widths[2] > PLANNED[2]
    assert sum(widths) == pytest.approx(sum(PLANNED))


def test_a_word_too_long_for_any_column_squeezes_no_other() -> None:
    assert fitted_with("x" * 400, "Aga", "Friday", "done", "All well")[1:] >= [1.0] * 4
    assert fitted_with("Ring", "y" * 40, "Friday", "done", "All well") == PLANNED


def test_a_very_long_text_gets_room_from_columns_with_little_in_them() -> None:
    long = "Ring the housing office about the damp. " * 12
    widths = fitted_with("Ring", "Aga", "Friday", "done", long)
    assert widths[4] > 2 * PLANNED[4]


def test_room_to_write_stays() -> None:
    long = "Ring the housing office about the damp. " * 12
    widths = fitted_with(long, "Aga", "Friday", "", "", least=[0, 0, 0, 3.5, 2.0])
    assert widths[3] == 3.5
    assert widths[4] >= 2.0


@given(tables, st.sampled_from([11.0, 12.0, 18.0]), st.floats(0, 1))
def test_columns_always_fill_the_width_and_none_is_without_room(
    table: list[tuple[float, list[str]]], points: float, kept: float
) -> None:
    planned = [width for width, _ in table]
    widths = fitted(planned, [texts for _, texts in table], points, least=[kept * each for each in planned])
    assert sum(widths) == pytest.approx(sum(planned))
    assert min(widths) > 0.2
