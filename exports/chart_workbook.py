"""The small workbook inside the scale picture, which Word opens for “Edit data”."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from typing import Final
from xml.sax.saxutils import escape

from exports.blank_theme import theme_xml
from exports.fixed_words import ENGLISH, FixedWords
from eymeeting.domain.copies import ScaleChart

SHEET: Final = "Scale"
FIRST_ROW: Final = 2
"""The first row below the headings."""

GROUP_COLUMN: Final = "A"
NAME_COLUMN: Final = "B"
_NUMBER_COLUMNS: Final = "CDEFGHIJ"
_WIDTHS: Final = (32, 24)
_WIDTH_OF_NUMBERS: Final = 14
_WHEN: Final = (1980, 1, 1, 0, 0, 0)
"""The oldest day a zip can hold, so that the same numbers are always the same file."""

_DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SCHEMAS: Final = "http://schemas.openxmlformats.org"
_MAIN: Final = f"{_SCHEMAS}/spreadsheetml/2006/main"
_OFFICE: Final = f"{_SCHEMAS}/officeDocument/2006/relationships"
_PACKAGE: Final = f"{_SCHEMAS}/package/2006"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def number_column(series: int) -> str:
    """The column that holds the numbers of a series, counted from 0."""
    return _NUMBER_COLUMNS[series]


def opens_a_group(chart: ScaleChart, place: int) -> bool:
    """Whether the group's name stands in this row: in its first alone, as Word wants it for two lines of names."""
    return place == 0 or chart.rows[place].area != chart.rows[place - 1].area


def workbook(chart: ScaleChart, names_of: tuple[str, str], words: FixedWords = ENGLISH) -> bytes:
    """An .xlsx of one sheet: two columns of names under these headings, and one for each series.

    A gap is an empty cell.

    Everything typed is text, never a formula. The bytes depend on the picture alone.
    """
    rows = _rows(chart, (*names_of, *map(words.known, chart.series)))
    texts = list(dict.fromkeys(cell for row in rows for cell in row if isinstance(cell, str)))
    parts = {
        "[Content_Types].xml": _CONTENT_TYPES,
        "_rels/.rels": _ROOT,
        "xl/workbook.xml": _WORKBOOK,
        "xl/_rels/workbook.xml.rels": _PARTS,
        "xl/styles.xml": _STYLES,
        "xl/theme/theme1.xml": theme_xml(),
        "xl/sharedStrings.xml": _texts(texts),
        "xl/worksheets/sheet1.xml": _sheet(chart, rows, texts),
    }
    package = io.BytesIO()
    with zipfile.ZipFile(package, "w", zipfile.ZIP_STORED) as archive:
        for name, xml in parts.items():
            archive.writestr(zipfile.ZipInfo(name, _WHEN), _DECLARATION + xml)
    return package.getvalue()


def _rows(chart: ScaleChart, headings: Sequence[str]) -> list[list[str | int | None]]:
    """What stands in the cells, row by row; None is an empty cell."""
    rows: list[list[str | int | None]] = [[*headings]]
    for place, row in enumerate(chart.rows):
        rows.append([row.area if opens_a_group(chart, place) else None, row.who, *row.values])
    return rows


def _texts(texts: Sequence[str]) -> str:
    each = "".join(f'<si><t xml:space="preserve">{escape(text)}</t></si>' for text in texts)
    return f'<sst xmlns="{_MAIN}" uniqueCount="{len(texts)}">{each}</sst>'


def _sheet(chart: ScaleChart, rows: Sequence[Sequence[str | int | None]], texts: Sequence[str]) -> str:
    numbers = len(chart.series)
    columns = "".join(
        f'<col min="{place}" max="{place}" width="{width}" customWidth="1"/>'
        for place, width in enumerate([*_WIDTHS, *[_WIDTH_OF_NUMBERS] * numbers], start=1)
    )
    places = {text: place for place, text in enumerate(texts)}
    filled = "".join(_row(number, row, places) for number, row in enumerate(rows, start=1))
    return (
        f'<worksheet xmlns="{_MAIN}"><dimension ref="A1:{number_column(numbers - 1)}{len(rows)}"/>'
        f"<cols>{columns}</cols><sheetData>{filled}</sheetData></worksheet>"
    )


def _row(number: int, cells: Sequence[str | int | None], places: dict[str, int]) -> str:
    columns = (GROUP_COLUMN, NAME_COLUMN, *_NUMBER_COLUMNS)
    filled = "".join(
        _cell(f"{column}{number}", cell, places)
        for column, cell in zip(columns, cells, strict=False)
        if cell is not None
    )
    return f'<row r="{number}">{filled}</row>'


def _cell(place: str, value: str | int, places: dict[str, int]) -> str:
    if isinstance(value, int):
        return f'<c r="{place}"><v>{value}</v></c>'
    return f'<c r="{place}" s="{_AS_TYPED}" t="s"><v>{places[value]}</v></c>'


_AS_TYPED: Final = 1
"""The cell style under which even “=1+1” stays text when somebody edits it."""

_CONTENT_TYPES: Final = (
    f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
    f'<Override PartName="/xl/sharedStrings.xml" ContentType="{_TYPE}.sharedStrings+xml"/>'
    '<Override PartName="/xl/theme/theme1.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/></Types>'
)
_ROOT: Final = (
    f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
    f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
)
_PARTS: Final = (
    f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{_OFFICE}/theme" Target="theme/theme1.xml"/>'
    f'<Relationship Id="rId3" Type="{_OFFICE}/styles" Target="styles.xml"/>'
    f'<Relationship Id="rId4" Type="{_OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
)
_WORKBOOK: Final = (
    f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
    f'<sheet name="{SHEET}" sheetId="1" r:id="rId1"/></sheets></workbook>'
)
_STYLES: Final = (
    f'<styleSheet xmlns="{_MAIN}"><fonts count="1"><font><sz val="12"/><name val="Arial"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" '
    'applyNumberFormat="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)
