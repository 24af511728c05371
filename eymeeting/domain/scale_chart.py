"""The picture of the scale, made of the very words that stand in its table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from eymeeting.domain.copies import ScaleChart, ScaleChartRow, ScoreRow

THEN_AND_NOW: Final = ("Last time", "Now", "We hope for")
"""What the three columns of numbers are called, and the marks in the picture."""

START_AND_END: Final = ("At the start", "Now", "We hoped for")
"""The same when a plan ends."""

MOST_WITHOUT_A_THEN: Final = 9
"""Rows in a picture that has nothing to look back at: more of them would cost the plan a page for little."""


def scale_chart(
    rows: Sequence[ScoreRow], *, title: str, called: tuple[str, str, str] = THEN_AND_NOW
) -> ScaleChart | None:
    """The rows of the table as a picture; none where there are not two numbers of any kind to compare.

    A word in place of a number is a gap. A column without any number is no mark in
    the picture. At a first meeting, with nothing to look back at, only a few rows are drawn.
    """
    columns = [(row.last_time, row.now, row.hoped_for) for row in rows]
    numbers = [tuple(map(_number, each)) for each in columns]
    shown = [place for place in range(len(called)) if any(each[place] is not None for each in numbers)]
    looks_back = 0 in shown
    if len(shown) < 2 or not (looks_back or len(rows) <= MOST_WITHOUT_A_THEN):
        return None
    return ScaleChart(
        title=title,
        series=tuple(called[place] for place in shown),
        rows=tuple(
            ScaleChartRow(area=row.area, who=row.who, values=tuple(values[place] for place in shown))
            for row, values in zip(rows, numbers, strict=True)
        ),
    )


def _number(said: str) -> int | None:
    return int(said) if said.isdecimal() else None
