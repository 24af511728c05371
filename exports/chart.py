"""The scale as a picture that Word draws itself, with its numbers in a workbook of its own."""

from __future__ import annotations

from typing import Final

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement

from exports.chart_layout import Picture, pictures
from exports.chart_workbook import workbook
from exports.chart_xml import WORKBOOK_ID, chart_xml
from exports.fixed_words import FixedWords
from exports.house_style import Page
from exports.writing import element
from eymeeting.domain.copies import ScaleChart

_CENTIMETRE: Final = 360_000
"""In the unit Word measures pictures in."""

_CHART: Final = "http://schemas.openxmlformats.org/drawingml/2006/chart"


def add_chart(page: Page, chart: ScaleChart, *, points: float = 12, keep_next: bool = False) -> int:
    """Draw the scale at the end of a page, in one picture or, where that could not be read, in several.

    Each is drawn by Word, can be edited there, and has every number in the text read out for it.
    The number table belongs beside it: other programs may not draw it.

    Args:
        page: where it goes.
        chart: the numbers. Without rows or series nothing is drawn.
        points: the size of its text, 12 at least.
        keep_next: on one page with what follows.

    Returns:
        How many pictures there are.
    """
    drawn = pictures(chart, points=points, words=page.words)
    foot = page.document.element.body[-1]
    for picture in drawn:
        held = _kept(page.document, picture, points=points, ground=page.look.ground, words=page.words)
        foot.addprevious(_paragraph(page.document, picture, held, keep_next=keep_next))
    return len(drawn)


def _paragraph(
    document: Document, picture: Picture, relationship: str, *, keep_next: bool
) -> BaseOxmlElement:
    made = element("p")
    if keep_next:
        layout = element("pPr")
        layout.append(element("keepNext"))
        made.append(layout)
    run, drawing = element("r"), element("drawing")
    drawing.append(_in_line(document, picture, relationship))
    run.append(drawing)
    made.append(run)
    return made


def _kept(document: Document, picture: Picture, *, points: float, ground: str, words: FixedWords) -> str:
    """Put the picture and its workbook into the file; the relationship under which the page finds it."""
    package = document.part.package
    number = 1 + sum(part.content_type == CONTENT_TYPE.DML_CHART for part in package.iter_parts())
    drawn = Part(
        PackURI(f"/word/charts/chart{number}.xml"),
        CONTENT_TYPE.DML_CHART,
        chart_xml(
            picture.drawn,
            frame=picture.size.marks,
            points=points,
            turned=picture.turned,
            ground=ground,
            words=words,
        ),
        package,
    )
    numbers = Part(
        PackURI(f"/word/embeddings/scale{number}.xlsx"),
        CONTENT_TYPE.SML_SHEET,
        workbook(picture.drawn, picture.names_of, words),
        package,
    )
    drawn.rels.add_relationship(RELATIONSHIP_TYPE.PACKAGE, numbers, WORKBOOK_ID)
    return document.part.relate_to(drawn, RELATIONSHIP_TYPE.CHART)


def _in_line(document: Document, picture: Picture, relationship: str) -> BaseOxmlElement:
    width, height = (round(side * _CENTIMETRE) for side in (picture.size.width, picture.size.height))
    number = _free_number(document)
    made = parse_xml(
        f'<wp:inline {nsdecls("wp", "a", "r")} distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="{height}"/><wp:docPr id="{number}" name="Scale {number}"/>'
        f'<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{_CHART}">'
        f'<c:chart xmlns:c="{_CHART}" r:id="{relationship}"/>'
        "</a:graphicData></a:graphic></wp:inline>"
    )
    for about in made.iter(qn("wp:docPr")):
        about.set("title", picture.drawn.title)
        about.set("descr", picture.description)
    return made


def _free_number(document: Document) -> int:
    """The number after the highest that any picture of the document has."""
    taken = (int(each.get("id", "0")) for each in document.element.iter(qn("wp:docPr")))
    return 1 + max(taken, default=0)
