"""The council's own paper made ready to be written on: an empty paper of ours with their head, foot and colours.

Of their file nothing goes over but logos, words, the font and the colours of headings,
so that no author, no remark and no earlier letter can.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import lru_cache
from itertools import count
from typing import Final, cast

import docx
from docx.document import Document
from docx.enum.text import WD_PARAGRAPH_ALIGNMENT, WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section, _BaseHeaderFooter
from docx.shared import Pt, RGBColor, Twips
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from exports.blank_package import blank_package
from exports.council_file import CannotBeUsed
from exports.council_headings import Lettering
from exports.council_line import CouncilLine
from exports.council_logos import Logo
from exports.council_paper_look import EDGE, HEADINGS, Band, CouncilPaper, council_paper
from exports.look import NAVY, TEXT_TWIPS, Look
from exports.picture_in_line import picture_in_line
from exports.writing import Strong, element, paragraph
from eymeeting.domain.problems import Refused

_FIRST_NUMBER: Final = 90_000
"""Numbers of logos begin here, far above those of the pictures on the page."""

_BELOW_THE_HEAD: Final = Pt(6)
_STYLES: Final = {"head": "Header", "foot": "Footer"}
_SIDES: Final = {"center": WD_PARAGRAPH_ALIGNMENT.CENTER, "right": WD_PARAGRAPH_ALIGNMENT.RIGHT}
_TYPES: Final = {
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "tif": "image/tiff",
    "tiff": "image/tiff",
    "emf": "image/x-emf",
    "wmf": "image/x-wmf",
}


def as_base(content: bytes, look: Look, *, logo_words: str) -> Document:
    """An empty document of ours in these sizes, on the council's own paper.

    ``logo_words`` are read out for a logo of which the file says nothing.

    Raises:
        Refused: the file cannot be the council's own paper; the first reason stands in the sentence.
    """
    try:
        return docx.Document(io.BytesIO(council_package(content, look, logo_words)))
    except CannotBeUsed as problem:
        raise Refused(
            f"The council's own paper cannot be used. {problem.reasons[0]} Nothing was saved. "
            "Choose another in the settings, or take it away there."
        ) from None


@lru_cache(maxsize=16)
def council_package(content: bytes, look: Look, logo_words: str) -> bytes:
    """The same as a file; worked out once for each form, so that a whole set is made quickly.

    Raises:
        CannotBeUsed: the file cannot be the council's own paper.
    """
    paper = council_paper(content)
    document = docx.Document(io.BytesIO(blank_package(look)))
    _colour(document, paper, look)
    _Heads(document, logo_words).write(paper)
    whole = io.BytesIO()
    document.save(whole)
    return whole.getvalue()


def heads_and_feet(document: Document) -> Iterator[tuple[BaseOxmlElement, BaseOxmlElement]]:
    """The head and the foot of every kind of page that a paper has."""
    section = document.sections[0]
    for pages in ("default", *_other_pages(document)):
        head, foot = _band_of(section, "head", pages), _band_of(section, "foot", pages)
        yield head._element, foot._element


def _other_pages(document: Document) -> Iterator[str]:
    if document.sections[0].different_first_page_header_footer:
        yield "first"
    if document.settings.odd_and_even_pages_header_footer:
        yield "even"


def _colour(document: Document, paper: CouncilPaper, look: Look) -> None:
    """The council's colour wherever ours stands, and its headings' own fonts and colours, where all can read them."""
    accent = paper.accent(look.ground)
    if accent:
        for part in (document.styles.element, document.part.numbering_part.element):
            for each in part.iter():
                for name, value in each.attrib.items():
                    if value == NAVY:
                        each.set(name, accent)
    for name in HEADINGS:
        lettering = paper.letterings.get(name, Lettering())
        font = cast("ParagraphStyle", document.styles[name.capitalize()]).font
        if lettering.usable_font:
            font.name = lettering.usable_font
        colour = lettering.usable_colour(look.ground)
        if colour:
            font.color.rgb = RGBColor.from_string(colour)


class _Heads:
    """Writes the heads and feet of a document, each picture once."""

    def __init__(self, document: Document, logo_words: str) -> None:
        self._document = document
        self._logo_words = logo_words
        self._numbers = count(_FIRST_NUMBER + 1)
        self._kept: dict[bytes, Part] = {}

    def write(self, paper: CouncilPaper) -> None:
        section = self._document.sections[0]
        section.header_distance = section.footer_distance = Twips(EDGE)
        cast("ParagraphStyle", self._document.styles["Header"]).paragraph_format.space_after = _BELOW_THE_HEAD
        section.different_first_page_header_footer = any(band.pages == "first" for band in paper.bands)
        if any(band.pages == "even" for band in paper.bands):
            self._document.settings.odd_and_even_pages_header_footer = True
        for band in paper.bands:
            self._write(band, _band_of(section, band.place, band.pages))

    def _write(self, band: Band, target: _BaseHeaderFooter) -> None:
        target.is_linked_to_previous = False
        root = target._element
        for line in band.lines:
            root.append(self._line(line, band, target.part))
        if band.lines:
            root.remove(root[0])

    def _line(self, line: CouncilLine, band: Band, part: Part) -> BaseOxmlElement:
        made = _said(line.words, line, band)
        behind = 0 if made.find(qn("w:pPr")) is None else 1
        for logo in reversed(line.logos):
            made.insert(behind, self._picture(logo, part))
        layout = Paragraph(cast("CT_P", made), self._document.element.body).paragraph_format
        if band.place == "head" and line is not band.lines[-1]:
            layout.space_after = Pt(0)
        if line.right_logos or line.right_words:
            layout.tab_stops.add_tab_stop(Twips(TEXT_TWIPS), WD_TAB_ALIGNMENT.RIGHT)
            tab = element("r")
            tab.append(element("tab"))
            made.append(tab)
            made.extend(_said(line.right_words, line, band).findall(qn("w:r")))
            made.extend(self._picture(logo, part) for logo in line.right_logos)
        elif line.all_logos and line.side in _SIDES:
            layout.alignment = _SIDES[line.side]
        return made

    def _picture(self, logo: Logo, part: Part) -> BaseOxmlElement:
        if logo.content not in self._kept:
            ending = "jpeg" if logo.ending == "jpg" else logo.ending
            self._kept[logo.content] = Part(
                PackURI(f"/word/media/council{len(self._kept) + 1}.{ending}"),
                _TYPES.get(ending, f"image/{ending}"),
                logo.content,
                self._document.part.package,
            )
        relation = part.relate_to(self._kept[logo.content], RELATIONSHIP_TYPE.IMAGE)
        run = element("r")
        drawing = element("drawing")
        number = next(self._numbers)
        drawing.append(
            picture_in_line(
                relation,
                number=number,
                name=f"Logo {number - _FIRST_NUMBER}",
                size=(logo.width, logo.height),
                told="" if logo.is_decoration else logo.words or self._logo_words,
                cut=logo.cut,
            )
        )
        run.append(drawing)
        return run


def _said(words: str, line: CouncilLine, band: Band) -> BaseOxmlElement:
    return paragraph(Strong(words) if line.is_strong else words, style=_STYLES[band.place])


def _band_of(section: Section, place: str, pages: str) -> _BaseHeaderFooter:
    found = {
        ("head", "default"): section.header,
        ("head", "first"): section.first_page_header,
        ("head", "even"): section.even_page_header,
        ("foot", "default"): section.footer,
        ("foot", "first"): section.first_page_footer,
        ("foot", "even"): section.even_page_footer,
    }
    return found[place, pages]
