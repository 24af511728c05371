"""Rows of an easy read paper: a picture on the left, the words beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Final

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement

from exports.house_style import Page
from exports.look import TEXT_TWIPS
from exports.picture_in_line import picture_in_line
from exports.spoken import says_nothing
from exports.symbols import SHOWS, Symbol, picture
from exports.writing import Phrase, element, paragraph

_SIDE: Final = 792_000
"""Of a picture: 2.2 centimetres, in the unit Word measures pictures in."""

_PICTURE_TWIPS: Final = 1760
"""Width of the column of pictures: 3.1 centimetres."""

_STYLE: Final = "PicturesBeside"


_LETTERS_OF_A_LINE: Final = 45
_FEW_LINES: Final = 6
"""Lines of a row that looks lost on a page of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """One idea: a picture, and what stands beside it, a paragraph for each line."""

    symbol: Symbol
    lines: tuple[Sequence[Phrase], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PicturesBeside:
    """Rows under one heading. ``shows`` says in a word what the pictures stand for, ``opening`` what the words are.

    Both stand on top again where the rows go on over the page. ``about`` is read out to whoever cannot see the rows.
    """

    title: str
    about: str
    shows: str
    opening: str
    rows: tuple[Beside, ...]


def add_pictures_beside(page: Page, told: PicturesBeside) -> None:
    """Write the rows at the end of a page, none of them torn and the last never alone; no rows, nothing is written.

    A picture that stands there again says nothing new, so only the first of its kind is read out. In the
    file each picture is kept once, however often it stands on the paper.
    """
    if not told.rows:
        return
    _add_style(page)
    table = element("tbl")
    table.append(_properties(told))
    grid = element("tblGrid")
    for width in _WIDTHS:
        grid.append(element("gridCol", w=width))
    table.append(grid)
    table.append(_head(told))
    seen: set[Symbol] = set()
    last, taken = len(told.rows), _highest_number(page.document)
    for place, row in enumerate(told.rows, start=1):
        keep_next = place == last - 1 and not _is_high(told.rows[-1])
        drawn = _drawn(page, row.symbol, taken + place, is_new=row.symbol not in seen, keep_next=keep_next)
        lines = [line for line in row.lines if not all(says_nothing(str(each)) for each in line)]
        words = [paragraph(*line, style="TableText", keep_next=keep_next) for line in lines]
        table.append(_row([[drawn], words]))
        seen.add(row.symbol)
    page.document.element.body[-1].addprevious(table)


def _is_high(row: Beside) -> bool:
    """Whether a row takes so much of a page that it may stand there by itself."""
    lines = (" ".join(map(str, line)) for line in row.lines)
    return sum(1 + len(line) // _LETTERS_OF_A_LINE for line in lines) > _FEW_LINES


_WIDTHS: Final = (str(_PICTURE_TWIPS), str(TEXT_TWIPS - _PICTURE_TWIPS))


def _properties(told: PicturesBeside) -> BaseOxmlElement:
    properties = element("tblPr")
    properties.append(element("tblStyle", val=_STYLE))
    properties.append(element("tblW", w=str(TEXT_TWIPS), type="dxa"))
    properties.append(element("tblLayout", type="fixed"))
    properties.append(
        element(
            "tblLook",
            val="0420",
            firstRow="1",
            lastRow="0",
            firstColumn="0",
            lastColumn="0",
            noHBand="0",
            noVBand="1",
        )
    )
    properties.append(element("tblCaption", val=told.title))
    properties.append(element("tblDescription", val=told.about))
    return properties


def _head(told: PicturesBeside) -> BaseOxmlElement:
    cells = [[paragraph(words, style="TableLabel", keep_next=True)] for words in (told.shows, told.opening)]
    return _row(cells, is_head=True)


def _row(cells: Sequence[Sequence[BaseOxmlElement]], *, is_head: bool = False) -> BaseOxmlElement:
    row, layout = element("tr"), element("trPr")
    layout.append(element("cantSplit"))
    if is_head:
        layout.append(element("tblHeader"))
    row.append(layout)
    for written, width in zip(cells, _WIDTHS, strict=True):
        cell, properties = element("tc"), element("tcPr")
        properties.append(element("tcW", w=width, type="dxa"))
        properties.append(element("vAlign", val="center"))
        cell.append(properties)
        cell.extend(written)
        row.append(cell)
    return row


def _drawn(page: Page, symbol: Symbol, number: int, *, is_new: bool, keep_next: bool) -> BaseOxmlElement:
    """A paragraph with a picture and nothing else."""
    relationship, _ = page.document.part.get_or_add_image(BytesIO(picture(symbol)))
    made, layout, run, drawing = (element(tag) for tag in ("p", "pPr", "r", "drawing"))
    layout.append(element("pStyle", val="TableText"))
    if keep_next:
        layout.append(element("keepNext"))
    layout.append(element("spacing", before="0", after="0", line="240", lineRule="auto"))
    drawing.append(
        picture_in_line(
            relationship,
            number=number,
            name=f"Symbol {number}",
            size=(_SIDE, _SIDE),
            told=SHOWS[symbol] if is_new else "",
        )
    )
    run.append(drawing)
    made.append(layout)
    made.append(run)
    return made


def _highest_number(document: Document) -> int:
    """Of all pictures in the document so far: no two have the same."""
    return max((int(each.get("id", "0")) for each in document.element.iter(qn("wp:docPr"))), default=0)


def _add_style(page: Page) -> None:
    """The look of the rows, once in a file: a pale head, room around everything, a line between two ideas."""
    styles, look = page.document.styles.element, page.look
    if any(each.get(qn("w:styleId")) == _STYLE for each in styles.iter(qn("w:style"))):
        return
    styles.append(
        parse_xml(
            f'<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="{_STYLE}">'
            '<w:name w:val="Pictures Beside"/><w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr><w:tblBorders>'
            f'<w:bottom w:val="single" w:sz="4" w:space="0" w:color="{look.rule}"/>'
            f'<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{look.rule}"/>'
            "</w:tblBorders><w:tblCellMar>"
            '<w:top w:w="110" w:type="dxa"/><w:left w:w="140" w:type="dxa"/>'
            '<w:bottom w:w="110" w:type="dxa"/><w:right w:w="140" w:type="dxa"/></w:tblCellMar></w:tblPr>'
            '<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>'
            '<w:top w:val="nil"/><w:bottom w:val="nil"/></w:tcBorders>'
            f'<w:shd w:val="clear" w:color="auto" w:fill="{look.pale}"/></w:tcPr></w:tblStylePr></w:style>'
        )
    )
