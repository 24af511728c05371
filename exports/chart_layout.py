"""How the scale is divided into pictures that can be read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from exports.chart_measure import Measure, Size
from exports.chart_words import alternative, named, shortened
from exports.fixed_words import ENGLISH, FixedWords
from exports.spoken import names_listed
from eymeeting.domain.copies import ScaleChart, ScaleChartRow

_WORTH_TURNING: Final = 2 / 3
"""The share of the paper that names lying level would take, from which on they are turned."""

_CLEAR_OF_THE_MARKS: Final = "\u00a0\u00a0"
"""After a turned name, so that it stands clear of a mark at 1."""

_WIDEST_WORD: Final = 3.0
_WIDEST_PERSON: Final = 4.0
_WIDEST_AREA: Final = 9.0
"""Centimetres at text of 12 points; longer names are cut."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """One picture: what is drawn and read out, its size, and whether the names in its columns are turned.

    Each column has a name, and a group of columns has one below. ``names_of`` says what the two are,
    groups first: areas with people in them, or one person with areas.
    """

    drawn: ScaleChart
    names_of: tuple[str, str]
    description: str
    size: Size
    turned: bool


def pictures(chart: ScaleChart, *, points: float, words: FixedWords = ENGLISH) -> list[Picture]:
    """The fewest pictures that can be read, each of whole areas where an area fits, all about as full.

    Names lie level, unless turning them makes one picture of several or saves a third of the paper.
    Where only one person's numbers are drawn, the areas stand in the columns. None where there is no row.
    """
    if not chart.rows or not chart.series:
        return []
    whole = _with_short_names(chart, points, words)
    area, who = words("Part of life"), words("Who")
    level, turned = (Measure(points, turned=each, words=words) for each in (False, True))
    if len({row.who for row in whole.rows}) == 1:
        alone = [replace(whole, rows=(_turned_about(row),)) for row in whole.rows]
        parts = _joined(alone, level)
        titled = _with_titles(parts, lambda row: row.who, words)
        return [_picture(part, level, (who, area), words) for part in titled]
    ways = [
        [_picture(part, level if level.fits(part) else turned, (area, who), words) for part in parts]
        for parts in (
            _with_titles(_joined(_whole_areas(whole, measure), measure), lambda row: row.area, words)
            for measure in (level, turned)
        )
    ]
    return _easiest(*ways)


def _easiest(level: list[Picture], turned: list[Picture]) -> list[Picture]:
    if len(turned) == 1:
        return min(level, turned, key=len)
    paper, less = (sum(picture.size.height for picture in way) for way in (level, turned))
    return turned if less < paper * _WORTH_TURNING else level


def _picture(chart: ScaleChart, measure: Measure, names_of: tuple[str, str], words: FixedWords) -> Picture:
    return Picture(
        drawn=_clear_of_the_marks(chart) if measure.turned else chart,
        names_of=names_of,
        description=alternative(chart, words),
        size=measure.size(chart),
        turned=measure.turned,
    )


def _clear_of_the_marks(chart: ScaleChart) -> ScaleChart:
    return replace(
        chart, rows=tuple(replace(row, who=f"{row.who}{_CLEAR_OF_THE_MARKS}") for row in chart.rows)
    )


def _joined(pieces: Sequence[ScaleChart], measure: Measure) -> list[ScaleChart]:
    """The pieces in as few parts as fit, and of those ways the one whose largest part is smallest."""
    rows = sum(len(piece.rows) for piece in pieces)
    fewest = _gathered(pieces, measure, most=rows)
    ways = (_gathered(pieces, measure, most=most) for most in range(rows // len(fewest), rows))
    return next((way for way in ways if len(way) == len(fewest)), fewest)


def _gathered(pieces: Sequence[ScaleChart], measure: Measure, *, most: int) -> list[ScaleChart]:
    """The pieces joined as long as they fit and have no more rows than ``most``."""
    parts: list[ScaleChart] = []
    for piece in pieces:
        joined = replace(piece, rows=(*parts[-1].rows, *piece.rows)) if parts else piece
        if parts and len(joined.rows) <= most and measure.fits(joined):
            parts[-1] = joined
        else:
            parts.append(piece)
    return parts


def _whole_areas(chart: ScaleChart, measure: Measure) -> list[ScaleChart]:
    """The chart area by area, each in pieces only where it is too large for one picture."""
    areas = groupby(chart.rows, key=lambda row: row.area)
    return [piece for _, rows in areas for piece in _pieces(replace(chart, rows=tuple(rows)), measure)]


def _pieces(area: ScaleChart, measure: Measure) -> list[ScaleChart]:
    """One area, in halves where it does not fit, and in halves of those."""
    if len(area.rows) == 1 or measure.fits(area):
        return [area]
    middle = (len(area.rows) + 1) // 2
    halves = (replace(area, rows=area.rows[:middle]), replace(area, rows=area.rows[middle:]))
    return [piece for half in halves for piece in _pieces(half, measure)]


def _with_titles(
    parts: list[ScaleChart], area: Callable[[ScaleChartRow], str], words: FixedWords
) -> list[ScaleChart]:
    """Each part with its areas in its title, where there is more than one part."""
    if len(parts) == 1:
        return parts
    return [
        replace(part, title=f"{part.title}: {names_listed(list(dict.fromkeys(map(area, part.rows))), words)}")
        for part in parts
    ]


def _turned_about(row: ScaleChartRow) -> ScaleChartRow:
    """The same row with the area in its column and the person as its group."""
    return replace(row, area=row.who, who=row.area)


def _with_short_names(chart: ScaleChart, points: float, words: FixedWords) -> ScaleChart:
    word, person, area = (each * points / 12 for each in (_WIDEST_WORD, _WIDEST_PERSON, _WIDEST_AREA))
    rows = tuple(
        ScaleChartRow(
            area=shortened(named(row.area, words), word=word, whole=area, points=points),
            who=shortened(named(row.who, words), word=word, whole=person, points=points),
            values=row.values,
        )
        for row in chart.rows
    )
    return replace(chart, title=named(chart.title), series=tuple(map(named, chart.series)), rows=rows)
