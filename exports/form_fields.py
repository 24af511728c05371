"""Places to fill in, by hand or in Word: boxes to tick, lines and boxes to write in, numbers to circle.

A tick box prints as a box and is ticked with a click in Word. Lines and boxes grow with what is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from copy import deepcopy
from typing import Final, cast

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from exports.house_style import Page
from exports.look import INK, NAVY
from exports.spoken import NO_BREAK
from exports.tables import Column, Table, table_element
from exports.writing import element, paragraph, put_words
from eymeeting.domain.text import clean_line

EMPTY_BOX: Final = "☐"
TICKED_BOX: Final = "☒"

_WIDE: Final = "\u2003"
_TWIPS_PER_CENTIMETRE: Final = 1440 / 2.54
_LONGEST_TITLE: Final = 64
"""Signs that Word keeps of the title of a place to fill in."""

LINE: Final = 0.95
"""Centimetres from one line to write on to the next."""


def tick_box(words: str, *, ticked: bool = False) -> str:
    """Words behind a box to tick, for a paragraph, a list or a cell of a table. See ``make_clickable``."""
    return f"{TICKED_BOX if ticked else EMPTY_BOX}{NO_BREAK}{words}"


def make_clickable(page: Page) -> None:
    """Turn every box to tick that stands on a finished page into one that a click in Word ticks."""
    for run in list(page.document.element.body.iter(qn("w:r"))):
        if any(sign in _words_of(run) for sign in (EMPTY_BOX, TICKED_BOX)):
            _split_at_its_boxes(run)


def writing_lines(page: Page, count: int, about: str) -> None:
    """So many lines to write on. ``about`` is read out to whoever cannot see what they are for."""
    for number in range(1, count + 1):
        line = paragraph(keep_next=number < count)
        _lay_out(line, _underlined(), element("spacing", line=_twips(LINE), lineRule="atLeast"))
        line.append(_text_to_fill_in(about if count == 1 else f"{about}, line {number}"))
        _put(page, line)


def box(page: Page, words: str, height: float, said: str = "") -> None:
    """A box under words, at least so many centimetres high, with what is known already.

    The next thing written must not be another table or box: Word would join them.
    """
    table = Table(
        title=words,
        about="Room to write.",
        columns=(Column(heading=words, share=1, empty=""),),
        rows=((said,),),
    )
    table_to_fill(page, table, height)


def circle_numbers(page: Page, numbers: Iterable[int] = range(1, 11)) -> None:
    """Numbers side by side, far enough apart to draw a ring round one of them."""
    line = element("p")
    _lay_out(line, element("spacing", before="140", after="140"))
    line.append(_run_of(f"{_WIDE}{_WIDE} ".join(map(str, numbers))))
    _put(page, line)


def table_to_fill(page: Page, table: Table, height: float) -> None:
    """A table with a frame round every cell, each of its rows at least so many centimetres high.

    A column whose ``empty`` is nothing has room to write in its empty cells. It is a table in every form of paper.
    """
    made = table_element(table, page.look.body)
    for width in made.iter(qn("w:tblW")):
        width.addnext(_framed())
    for properties in made.iter(qn("w:trPr")):
        if properties.find(qn("w:tblHeader")) is None:
            properties.append(element("trHeight", val=_twips(height), hRule="atLeast"))
    for row in made.findall(qn("w:tr")):
        for cell, column in zip(row.iter(qn("w:tc")), table.columns, strict=True):
            for line in cell.iter(qn("w:p")):
                if line.find(qn("w:r")) is None:
                    line.append(_text_to_fill_in(column.heading))
    _put(page, made)


def _put(page: Page, made: BaseOxmlElement) -> None:
    page.document.element.body[-1].addprevious(made)


def _lay_out(line: BaseOxmlElement, *properties: BaseOxmlElement) -> None:
    """Give a paragraph these properties, after those it has."""
    layout = line.find(qn("w:pPr"))
    if layout is None:
        layout = element("pPr")
        line.insert(0, layout)
    layout.extend(properties)


def _split_at_its_boxes(run: BaseOxmlElement) -> None:
    """Put words and places to tick where the run was, in the same look."""
    look = cast("BaseOxmlElement | None", run.find(qn("w:rPr")))
    parts = re.split(f"([{EMPTY_BOX}{TICKED_BOX}])", _words_of(run))
    for place, words in enumerate(parts):
        if place % 2:
            title = parts[place + 1].strip() or words
            run.addprevious(_box_to_tick(title, look, ticked=words == TICKED_BOX))
        elif words:
            run.addprevious(_run_of(words, look))
    parent = run.getparent()
    if parent is not None:
        parent.remove(run)


def _run_of(words: str, look: BaseOxmlElement | None = None) -> BaseOxmlElement:
    made = element("r")
    if look is not None:
        made.append(deepcopy(look))
    put_words(made, words)
    return made


def _box_to_tick(title: str, look: BaseOxmlElement | None, *, ticked: bool) -> BaseOxmlElement:
    kind = _of_2010("checkbox")
    kind.append(_of_2010("checked", val="1" if ticked else "0"))
    kind.append(_of_2010("checkedState", val="2612", font="MS Gothic"))
    kind.append(_of_2010("uncheckedState", val="2610", font="MS Gothic"))
    return _field(title, kind, _run_of(TICKED_BOX if ticked else EMPTY_BOX, look))


def _text_to_fill_in(title: str) -> BaseOxmlElement:
    return _field(title, element("text", multiLine="1"), _run_of(NO_BREAK))


def _field(title: str, kind: BaseOxmlElement, content: BaseOxmlElement) -> BaseOxmlElement:
    made = element("sdt")
    properties = element("sdtPr")
    properties.append(element("alias", val=clean_line(title)[:_LONGEST_TITLE]))
    properties.append(kind)
    made.append(properties)
    inside = element("sdtContent")
    inside.append(content)
    made.append(inside)
    return made


def _of_2010(tag: str, **values: str) -> BaseOxmlElement:
    made = OxmlElement(f"w14:{tag}", {qn(f"w14:{name}"): value for name, value in values.items()})
    return cast("BaseOxmlElement", made)


def _underlined() -> BaseOxmlElement:
    """A line below each paragraph, also where several stand together."""
    return _edges("pBdr", ("bottom", "between"), colour=INK)


def _framed() -> BaseOxmlElement:
    """A line round every cell."""
    return _edges("tblBorders", ("top", "left", "bottom", "right", "insideH", "insideV"), colour=NAVY)


def _edges(kind: str, edges: Iterable[str], *, colour: str) -> BaseOxmlElement:
    made = element(kind)
    for edge in edges:
        made.append(element(edge, val="single", sz="6", space="1", color=colour))
    return made


def _words_of(run: BaseOxmlElement) -> str:
    """The words of a run, with the line breaks among them."""
    told = (part for part in run if part.tag in (qn("w:t"), qn("w:br")))
    return "".join(part.text or "" if part.tag == qn("w:t") else "\n" for part in told)


def _twips(centimetres: float) -> str:
    return str(round(centimetres * _TWIPS_PER_CENTIMETRE))
