"""Tables that a screen reader can read and a printer cannot tear: a head that repeats, rows in one piece."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from docx.oxml.xmlchemy import BaseOxmlElement

from exports.column_widths import fitted
from exports.look import TEXT_TWIPS
from exports.spoken import on_paper, says_nothing
from exports.writing import element, paragraph
from eymeeting.domain.text import clean_line

_TEXT: Final = TEXT_TWIPS / 1440 * 2.54
"""Centimetres of the width of the text."""

_ROOM_TO_READ: Final = 0.6
_ROOM_TO_WRITE: Final = 0.85

SHORT: Final = 14
"""Up to this many rows a table whose rows are short stays on one page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column by its heading, with its share of the width. ``label``: its cells name their rows, in bold.

    ``empty`` stands wherever nothing is known, so that no cell is empty.
    ``may_be_left_out``: where nothing is known in any row, there need be no such column.
    ``brief``: a word or two, which may share a line with others where the table is written without columns.
    ``counts``: its cells are the numbers of the rows, and nothing by themselves.
    ``keeps``: it is never narrower than planned.
    """

    heading: str
    share: float
    label: bool = False
    empty: str = "not recorded"
    may_be_left_out: bool = False
    brief: bool = False
    counts: bool = False
    keeps: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows under headings. ``title`` and ``about`` are read out to whoever cannot see the table.

    ``one_piece`` keeps all rows on one page.
    """

    title: str
    about: str
    columns: tuple[Column, ...]
    rows: tuple[Sequence[str], ...]
    one_piece: bool = False

    def without(self, dropped: Sequence[int]) -> Table:
        """The same table without these columns, counted from 0; the others share the width."""
        kept = [place for place in range(len(self.columns)) if place not in dropped]
        return replace(
            self,
            columns=tuple(self.columns[place] for place in kept),
            rows=tuple([row[place] for place in kept] for row in self.rows),
        )


def table_element(table: Table, points: float) -> BaseOxmlElement:
    """The table as Word keeps it, over the full width of the text, in letters of this size."""
    made = element("tbl")
    made.append(_properties(table))
    widths = _widths(table, points)
    grid = element("tblGrid")
    for width in widths:
        grid.append(element("gridCol", w=width))
    made.append(grid)
    made.append(_head(table.columns, widths))
    last = len(table.rows) - 1
    for place, row in enumerate(table.rows):
        made.append(_row(row, table.columns, widths, keep_next=table.one_piece and place < last))
    return made


def _properties(table: Table) -> BaseOxmlElement:
    properties = element("tblPr")
    properties.append(element("tblStyle", val="PlanTable"))
    properties.append(element("tblW", w=str(TEXT_TWIPS), type="dxa"))
    properties.append(element("tblLayout", type="fixed"))
    labelled = table.columns[0].label
    properties.append(
        element(
            "tblLook",
            val="04A0" if labelled else "0420",
            firstRow="1",
            lastRow="0",
            firstColumn="1" if labelled else "0",
            lastColumn="0",
            noHBand="0",
            noVBand="1",
        )
    )
    properties.append(element("tblCaption", val=clean_line(table.title)))
    properties.append(element("tblDescription", val=clean_line(table.about)))
    return properties


def _widths(table: Table, points: float) -> list[str]:
    """Whole twips that add up to the width of the text."""
    shares = sum(column.share for column in table.columns)
    planned = [_TEXT * column.share / shares for column in table.columns]
    texts = [
        [column.heading, *(on_paper(row[place]) for row in table.rows)]
        for place, column in enumerate(table.columns)
    ]
    least = [width * _share_kept(column) for width, column in zip(planned, table.columns, strict=True)]
    widths = [int(width / _TEXT * TEXT_TWIPS) for width in fitted(planned, texts, points, least=least)]
    widths[-1] += TEXT_TWIPS - sum(widths)
    return [str(width) for width in widths]


def _share_kept(column: Column) -> float:
    """The share of its width that a column never gives away; room to write is not made narrow for words."""
    return 1.0 if column.keeps else _ROOM_TO_READ if column.empty else _ROOM_TO_WRITE


def _head(columns: Sequence[Column], widths: Sequence[str]) -> BaseOxmlElement:
    row = _empty_row(head=True)
    for column, width in zip(columns, widths, strict=True):
        row.append(_cell(column.heading, width, style="TableHead"))
    return row


def _row(
    texts: Sequence[str], columns: Sequence[Column], widths: Sequence[str], *, keep_next: bool
) -> BaseOxmlElement:
    row = _empty_row()
    for text, column, width in zip(texts, columns, widths, strict=True):
        shown = column.empty if says_nothing(text) else text
        style = "TableLabel" if column.label else "TableText"
        row.append(_cell(shown, width, style=style, keep_next=keep_next))
    return row


def _empty_row(*, head: bool = False) -> BaseOxmlElement:
    row = element("tr")
    properties = element("trPr")
    properties.append(element("cantSplit"))
    if head:
        properties.append(element("tblHeader"))
    row.append(properties)
    return row


def _cell(text: str, width: str, *, style: str, keep_next: bool = False) -> BaseOxmlElement:
    cell = element("tc")
    properties = element("tcPr")
    properties.append(element("tcW", w=width, type="dxa"))
    cell.append(properties)
    cell.append(paragraph(text, style=style, keep_next=keep_next))
    return cell
