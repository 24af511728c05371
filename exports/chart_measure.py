"""How much room a picture of the scale takes, from the widths of its words.

Taken from pages turned into pictures, at text of 12 points. Widths and heights are centimetres.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from exports.chart_words import LONGEST_ALTERNATIVE, alternative, lines_needed, widest_word, width_of
from exports.chart_xml import Frame, mark_of
from exports.fixed_words import ENGLISH, FixedWords
from eymeeting.domain.copies import ScaleChart, ScaleChartRow

PAGE: Final = 17.0
"""The width between the margins of our papers."""

_LEFT: Final = 0.95
_RIGHT: Final = 0.5
"""Room beside the marks for the numbers of the scale, and for a 10 that stands out."""

_ABOVE: Final = 1.1
"""Room for the legend."""

_MARKS: Final = 5.2
"""The height in which ten numbers stand one above the other."""

_BELOW: Final = 0.35
"""Room around the names below."""

_COLUMN: Final = 1.22
"""The narrowest column in which a mark stands clear of its neighbours, with a number on each side."""

_COLUMN_WITH_TEN: Final = 1.7
"""The same where a 10 on the left has another 10, or the scale itself, beside it."""

_COLUMN_AT_EASE: Final = 2.6
_FILLED: Final = 0.81
"""The share of its column that a word may fill before LibreOffice tears it or turns it."""

_LINE: Final = 0.5
_MOST_LINES: Final = 4
_LEGEND_MARK: Final = 1.1


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """The size of a picture, and where in it the marks stand."""

    width: float
    height: float
    marks: Frame


@dataclass(frozen=True, slots=True)
class Measure:
    """What takes how much room, with text in this size and names turned or not."""

    points: float
    turned: bool
    words: FixedWords = ENGLISH

    def of(self, centimetres: float) -> float:
        """At this size of text, what is so many centimetres at 12 points."""
        return centimetres * self.points / 12

    @property
    def plot(self) -> float:
        """The width for the columns on a whole page."""
        return PAGE - self.of(_LEFT + _RIGHT)

    def column(self, chart: ScaleChart) -> float:
        """The narrowest column in which nothing of this chart touches."""
        marks = self.of(_COLUMN_WITH_TEN if _tens_could_touch(chart) else _COLUMN)
        groups = (_room(widest_word(name, self.points)) / count for name, count in _groups(chart.rows))
        names = (0 if self.turned else _room(widest_word(row.who, self.points)) for row in chart.rows)
        return max(marks, *groups, *names)

    def column_at_ease(self, chart: ScaleChart) -> float:
        """A column in which every name stands on one line."""
        groups = (_room(width_of(name, self.points)) / count for name, count in _groups(chart.rows))
        names = (0 if self.turned else _room(width_of(row.who, self.points)) for row in chart.rows)
        return max(self.of(_COLUMN_AT_EASE), self.column(chart), *groups, *names)

    def fits(self, chart: ScaleChart) -> bool:
        """Whether the chart can be read in one picture, and its text be read out."""
        column = self.plot / len(chart.rows)
        if column < self.column(chart) or len(alternative(chart, self.words)) > LONGEST_ALTERNATIVE:
            return False
        return max(self.lines_of_groups(chart, column), self.lines_of_names(chart, column)) <= _MOST_LINES

    def lines_of_groups(self, chart: ScaleChart, column: float) -> int:
        """Lines for the longest name of a group, over columns of this width."""
        return max(
            lines_needed(name, column * count * _FILLED, self.points) for name, count in _groups(chart.rows)
        )

    def lines_of_names(self, chart: ScaleChart, column: float) -> int:
        """Lines for the longest name in a column of this width; a turned name is never broken."""
        if self.turned:
            return 1
        return max(lines_needed(row.who, column * _FILLED, self.points) for row in chart.rows)

    def below(self, chart: ScaleChart, column: float) -> float:
        """The height of what stands below the marks."""
        lines = self.lines_of_groups(chart, column) + self.lines_of_names(chart, column)
        height = lines * self.of(_LINE) + self.of(_BELOW)
        if self.turned:
            height += max(width_of(row.who, self.points) for row in chart.rows)
        return height

    def legend(self, chart: ScaleChart) -> float:
        """The width of the legend on one line: its entries all take as much as the widest."""
        widest = max(width_of(self.words.known(name), self.points) for name in chart.series)
        return len(chart.series) * (widest + self.of(_LEGEND_MARK))

    def size(self, chart: ScaleChart) -> Size:
        """How large the picture is: as wide as its names like, at most as wide as the page."""
        beside = PAGE - self.plot
        wanted = max(self.legend(chart), beside + len(chart.rows) * self.column_at_ease(chart))
        width = min(PAGE, wanted)
        height = self.of(_ABOVE + _MARKS) + self.below(chart, (width - beside) / len(chart.rows))
        frame = Frame(
            left=self.of(_LEFT) / width,
            top=self.of(_ABOVE) / height,
            width=(width - beside) / width,
            height=self.of(_MARKS) / height,
        )
        return Size(width=width, height=height, marks=frame)


def _tens_could_touch(chart: ScaleChart) -> bool:
    """Whether a 10 left of its mark stands beside the scale, or beside a 10 right of the mark before it."""
    sides = [mark_of(name).side for name in chart.series]
    tens = [
        {side for side, number in zip(sides, row.values, strict=True) if number == 10} for row in chart.rows
    ]
    return any("l" in here and (place == 0 or "r" in tens[place - 1]) for place, here in enumerate(tens))


def _room(width: float) -> float:
    """The column in which a word of this width stands whole and level."""
    return width / _FILLED


def _groups(rows: Sequence[ScaleChartRow]) -> list[tuple[str, int]]:
    """The groups in their order, each with its number of columns."""
    return [(name, len(list(group))) for name, group in groupby(rows, key=lambda row: row.area)]
