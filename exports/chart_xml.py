"""The scale picture as Word keeps it: marks without lines, in a column for each person, areas below."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import escape

from exports.chart_workbook import (
    FIRST_ROW,
    GROUP_COLUMN,
    NAME_COLUMN,
    SHEET,
    number_column,
    opens_a_group,
)
from exports.fixed_words import ENGLISH, FixedWords
from exports.look import FONT, INK, NAVY, WHITE
from eymeeting.domain.copies import ScaleChart

LOWEST: Final = 1
HIGHEST: Final = 10
WORKBOOK_ID: Final = "rId1"
"""The relationship under which the picture finds its workbook."""

_GRID: Final = "D5DBE3"
_EDGE: Final = "5F6B7A"
_NAMES_AXIS: Final = "1001"
_SCALE_AXIS: Final = "1002"
_DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006"
_NAMESPACES: Final = (
    f'xmlns:c="{_DRAWING}/chart" xmlns:a="{_DRAWING}/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """How one series is drawn: a size in points for text of 12 points, and the side its number stands on."""

    symbol: str
    colour: str
    size: int
    side: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Where the marks stand within the picture, as shares of its width and height."""

    left: float
    top: float
    width: float
    height: float


BEFORE: Final = Mark(symbol="square", colour="767676", size=13, side="l")
NOW: Final = Mark(symbol="circle", colour=NAVY, size=12, side="r")
HOPE: Final = Mark(symbol="diamond", colour="2E7D32", size=11, side="r")

_ON_A_GROUND: Final = {"767676": "666666"}
"""What stands for a colour that is too pale for any paper but white."""


def mark_of(series: str) -> Mark:
    """The mark of a series by its name, the same at every meeting: now, a hope, or what was before."""
    if series.casefold() == "now":
        return NOW
    return HOPE if series.casefold().startswith("we hope") else BEFORE


def chart_xml(
    chart: ScaleChart,
    *,
    frame: Frame,
    points: float,
    turned: bool,
    ground: str = WHITE,
    words: FixedWords = ENGLISH,
) -> bytes:
    """The chart part, with text in this size. A gap has no point in it and stays a gap.

    ``turned``: people's names run upwards, where they have no room to lie level. ``ground`` is the
    colour of the paper.
    """
    writing = _Writing(points, ground)
    xml = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<c:chartSpace {_NAMESPACES}><c:date1904 val="0"/><c:lang val="en-GB"/><c:roundedCorners val="0"/>'
        '<c:chart><c:autoTitleDeleted val="1"/><c:plotArea>'
        f"{_place(frame)}"
        '<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>'
        f'{"".join(_series(chart, writing, words))}<c:marker val="1"/>'
        f'<c:axId val="{_NAMES_AXIS}"/><c:axId val="{_SCALE_AXIS}"/></c:lineChart>'
        f"{_names_axis(writing, turned=turned)}{_scale_axis(writing)}</c:plotArea>"
        f'<c:legend><c:legendPos val="t"/><c:overlay val="0"/>{writing.text}</c:legend>'
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"<c:spPr>{_fill(ground)}{_line(None)}</c:spPr>{writing.text}"
        f'<c:externalData r:id="{WORKBOOK_ID}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )
    return xml.encode()


@dataclass(frozen=True, slots=True)
class _Writing:
    points: float
    ground: str

    @property
    def text(self) -> str:
        return self._properties("<a:bodyPr/>")

    @property
    def level(self) -> str:
        """Text that is never turned, however narrow its column."""
        return self._properties('<a:bodyPr rot="0" vert="horz"/>')

    @property
    def turned(self) -> str:
        return self._properties('<a:bodyPr rot="-5400000" vert="horz"/>')

    @property
    def number(self) -> str:
        """Text so tight that its ground hides no mark beside it."""
        return self._properties('<a:bodyPr rot="0" vert="horz" lIns="19050" tIns="0" rIns="19050" bIns="0"/>')

    def scaled(self, size: int) -> int:
        return round(size * self.points / 12)

    def colour_of(self, mark: Mark) -> str:
        """The mark's colour, a darker one where the paper is not white."""
        return mark.colour if self.ground == WHITE else _ON_A_GROUND.get(mark.colour, mark.colour)

    def _properties(self, body: str) -> str:
        scripts = "".join(f'<a:{script} typeface="{FONT}"/>' for script in ("latin", "ea", "cs"))
        return (
            f'<c:txPr>{body}<a:lstStyle/><a:p><a:pPr><a:defRPr sz="{round(self.points * 100)}" b="0">'
            f'{_fill(INK)}{scripts}</a:defRPr></a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr>'
        )


def _series(chart: ScaleChart, writing: _Writing, words: FixedWords) -> Iterator[str]:
    names = _names(chart)
    for place, name in enumerate(chart.series):
        mark = mark_of(name)
        column = number_column(place)
        numbers = {at: row.values[place] for at, row in enumerate(chart.rows)}
        yield (
            f'<c:ser><c:idx val="{place}"/><c:order val="{place}"/>'
            f"<c:tx><c:strRef><c:f>{SHEET}!${column}$1</c:f>{_texts({0: words.known(name)}, 1)}</c:strRef></c:tx>"
            f"<c:spPr>{_line(None)}</c:spPr>{_marker(mark, writing)}"
            f"{_labels(mark, _said_already(chart, place), writing)}{names}"
            f"<c:val><c:numRef><c:f>{_cells(column, column, chart)}</c:f>{_numbers(numbers)}</c:numRef></c:val>"
            '<c:smooth val="0"/></c:ser>'
        )


def _said_already(chart: ScaleChart, place: int) -> Iterator[int]:
    """The rows where an earlier series has the same number on the same side."""
    side = mark_of(chart.series[place]).side
    others = [other for other in range(place) if mark_of(chart.series[other]).side == side]
    for at, row in enumerate(chart.rows):
        if row.values[place] is not None and row.values[place] in [row.values[other] for other in others]:
            yield at


def _place(frame: Frame) -> str:
    places = {"x": frame.left, "y": frame.top, "w": frame.width, "h": frame.height}
    sides = "".join(f'<c:{side} val="{share:.4f}"/>' for side, share in places.items())
    return (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/>'
        f'<c:xMode val="edge"/><c:yMode val="edge"/>{sides}</c:manualLayout></c:layout>'
    )


def _marker(mark: Mark, writing: _Writing) -> str:
    return (
        f'<c:marker><c:symbol val="{mark.symbol}"/><c:size val="{writing.scaled(mark.size)}"/>'
        f"<c:spPr>{_fill(writing.colour_of(mark))}{_line(writing.ground)}</c:spPr></c:marker>"
    )


def _labels(mark: Mark, left_out: Iterator[int], writing: _Writing) -> str:
    without = "".join(f'<c:dLbl><c:idx val="{at}"/><c:delete val="1"/></c:dLbl>' for at in left_out)
    shown = "".join(
        f'<c:show{what} val="{int(what == "Val")}"/>'
        for what in ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")
    )
    return (
        f"<c:dLbls>{without}<c:spPr>{_fill(writing.ground)}{_line(None)}</c:spPr>{writing.number}"
        f'<c:dLblPos val="{mark.side}"/>{shown}</c:dLbls>'
    )


def _names(chart: ScaleChart) -> str:
    """Two lines of names: one for each column, and below them the groups, each where it begins."""
    groups = {at: row.area for at, row in enumerate(chart.rows) if opens_a_group(chart, at)}
    columns = {at: row.who for at, row in enumerate(chart.rows)}
    return (
        f"<c:cat><c:multiLvlStrRef><c:f>{_cells(GROUP_COLUMN, NAME_COLUMN, chart)}</c:f>"
        f'<c:multiLvlStrCache><c:ptCount val="{len(chart.rows)}"/>'
        f"<c:lvl>{_points(columns)}</c:lvl><c:lvl>{_points(groups)}</c:lvl>"
        "</c:multiLvlStrCache></c:multiLvlStrRef></c:cat>"
    )


def _names_axis(writing: _Writing, *, turned: bool) -> str:
    return (
        f'<c:catAx><c:axId val="{_NAMES_AXIS}"/><c:scaling><c:orientation val="minMax"/></c:scaling>'
        '<c:delete val="0"/><c:axPos val="b"/>'
        '<c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f"<c:spPr>{_line(_EDGE)}</c:spPr>{writing.turned if turned else writing.level}"
        f'<c:crossAx val="{_SCALE_AXIS}"/><c:crosses val="min"/><c:auto val="1"/><c:lblAlgn val="ctr"/>'
        '<c:lblOffset val="200"/><c:tickLblSkip val="1"/><c:noMultiLvlLbl val="0"/></c:catAx>'
    )


def _scale_axis(writing: _Writing) -> str:
    return (
        f'<c:valAx><c:axId val="{_SCALE_AXIS}"/><c:scaling><c:orientation val="minMax"/>'
        f'<c:max val="{HIGHEST}"/><c:min val="{LOWEST}"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="l"/><c:majorGridlines><c:spPr>{_line(_GRID)}</c:spPr></c:majorGridlines>'
        '<c:numFmt formatCode="0" sourceLinked="0"/><c:majorTickMark val="out"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr>{_line(_EDGE)}</c:spPr>'
        f'{writing.level}<c:crossAx val="{_NAMES_AXIS}"/><c:crosses val="min"/>'
        '<c:crossBetween val="between"/><c:majorUnit val="1"/></c:valAx>'
    )


def _texts(texts: dict[int, str], count: int) -> str:
    return f'<c:strCache><c:ptCount val="{count}"/>{_points(texts)}</c:strCache>'


def _numbers(numbers: dict[int, int | None]) -> str:
    given = {at: str(number) for at, number in numbers.items() if number is not None}
    return f'<c:numCache><c:ptCount val="{len(numbers)}"/>{_points(given)}</c:numCache>'


def _points(texts: dict[int, str]) -> str:
    return "".join(f'<c:pt idx="{at}"><c:v>{escape(text)}</c:v></c:pt>' for at, text in texts.items())


def _cells(first: str, last: str, chart: ScaleChart) -> str:
    return f"{SHEET}!${first}${FIRST_ROW}:${last}${FIRST_ROW + len(chart.rows) - 1}"


def _fill(colour: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'


def _line(colour: str | None) -> str:
    return f'<a:ln w="9525">{_fill(colour) if colour else "<a:noFill/>"}</a:ln>'
