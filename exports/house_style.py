"""The paper every copy is written on: one style, and nothing in the file from anywhere else.

Sans serif, 12 points, sentence case, left aligned, A4, margins of 2 cm, as the UK government's
guidance on accessible documents asks.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Final

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from exports.blank_package import blank_package
from exports.blocks import block_elements
from exports.council_base import as_base, heads_and_feet
from exports.look import STANDARD, WHITE, Look
from exports.paper import PLAIN_PAPER, Paper
from exports.right_to_left import begin_in
from exports.spoken import lines_of, says_nothing
from exports.styles import BULLET_STYLE
from exports.tables import Table, table_element
from exports.writing import Phrase, Strong, element, framed, page_of_pages, paragraph
from eymeeting.domain.text import clean_line

_PROPERTY_LIMIT: Final = 255
_HEADINGS: Final = {1: "Heading1", 2: "Heading2", 3: "Heading3"}
_BEFORE_THE_COLOUR: Final = tuple(
    qn(f"w:{name}")
    for name in (
        "writeProtection",
        "view",
        "zoom",
        "removePersonalInformation",
        "removeDateAndTime",
        "doNotDisplayPageBoundaries",
    )
)
"""What stands in a file's settings before whether its page is shown in colour."""


def new_document(
    look: Look, *, title: str, organisation: str, made_at: datetime, paper: Paper = PLAIN_PAPER
) -> Document:
    """An empty document in our style, with nobody's name in its properties.

    Args:
        look: the sizes.
        title: what windows and lists of recent files show, so never with a name in it.
        organisation: stands as the author.
        made_at: an aware instant, or a naive one in UTC.
        paper: its language, and the council's own paper where there is one.
    """
    if paper.own is None:
        document = docx.Document(io.BytesIO(blank_package(look)))
    else:
        logo_words = paper.words("Logo of {organisation}", organisation=clean_line(organisation))
        document = as_base(paper.own, look, logo_words=logo_words)
    properties = document.core_properties
    properties.title = clean_line(title)[:_PROPERTY_LIMIT]
    properties.author = properties.last_modified_by = clean_line(organisation)[:_PROPERTY_LIMIT]
    properties.language = paper.words.code
    begin_in(document, paper.words)
    properties.revision = 1
    instant = made_at if made_at.tzinfo is None else made_at.astimezone(UTC).replace(tzinfo=None)
    properties.created = properties.modified = instant.replace(microsecond=0)
    return document


def new_page(
    look: Look, *, title: str, organisation: str, made_at: datetime, paper: Paper = PLAIN_PAPER
) -> Page:
    """A new document, ready to be written from the top: arguments as of ``new_document``."""
    made = new_document(look, title=title, organisation=organisation, made_at=made_at, paper=paper)
    _coloured(made, look.ground)
    return Page(made, look, paper)


class Page:
    """A document written from top to bottom."""

    def __init__(self, document: Document, look: Look = STANDARD, paper: Paper = PLAIN_PAPER) -> None:
        self.document = document
        self.look = look
        self.paper = paper
        self.words = paper.words
        self._foot = document.element.body[-1]
        self._level = 1

    def head_and_foot(self, *, head: Sequence[str], foot: Sequence[str], title: str) -> None:
        """The lines on top of every page and at its foot, where the title and the page number stand too.

        They stand below the council's own, where it has any.
        """
        for on_top, below in heads_and_feet(self.document):
            _fill(on_top, [paragraph(line, style="Header") for line in head])
            marks = [paragraph(line, style="Footer") for line in foot]
            _fill(below, [*marks, page_of_pages(title, style="Footer", words=self.words)])

    def heading(self, text: str, level: int = 2, *, new_page: bool = False) -> None:
        """A heading: 1 for the title of the paper, 2 for a section, 3 within one."""
        if not says_nothing(text):
            self._level = level
            self._write(paragraph(text, style=_HEADINGS[level], new_page=new_page))

    def say(self, *phrases: Phrase, keep_next: bool = False) -> None:
        """One paragraph, unless there is nothing to say. ``keep_next``: on one page with what follows."""
        if not all(says_nothing(str(phrase)) for phrase in phrases):
            style = "BelowTable" if _ends_a_table(self._foot.getprevious()) else "Normal"
            self._write(paragraph(*phrases, style=style, keep_next=keep_next))

    def box(self, *lines: Sequence[Phrase]) -> None:
        """Lines on a pale ground: what people look for first."""
        for place, line in enumerate(lines, start=1):
            self._write(paragraph(*line, style="KeyBox", keep_next=place < len(lines)))

    def bullets(self, texts: Sequence[str], *, one_piece: bool = False) -> None:
        """A list; each line somebody typed is an entry of its own. ``one_piece`` keeps it on one page."""
        lines = [line for text in texts for line in lines_of(text)]
        for place, line in enumerate(lines, start=1):
            self._write(paragraph(line, style=BULLET_STYLE, keep_next=one_piece and place < len(lines)))

    def bullet(self, *phrases: Phrase) -> None:
        """One entry of a list, whole even where somebody typed several lines."""
        said = [phrase if isinstance(phrase, Strong) else "\n".join(lines_of(phrase)) for phrase in phrases]
        if any(not says_nothing(str(phrase)) for phrase in said):
            self._write(paragraph(*said, style=BULLET_STYLE))

    def quote(self, whose: str, words: str, *, note: str = "") -> None:
        """Somebody's own words after their name, and a remark. Nobody is named where ``whose`` is empty."""
        said = "\n".join(lines_of(words))
        if said:
            named = Strong(f"{whose}:" if whose else "")
            self._write(paragraph(named, f"“{said}”", note, style="OwnWords"))

    def frame(self, words: str, height: float) -> None:
        """An empty frame to draw in, so many centimetres high, with a line of words at its foot."""
        self._write(framed(words, height, style="Frame"))

    def table(self, table: Table) -> None:
        """A table, or its rows as blocks where this form has none so wide.

        The next thing written must not be another table: Word would join them.
        """
        if len(table.columns) > self.look.columns:
            for made in block_elements(table, level=min(self._level + 1, max(_HEADINGS))):
                self._write(made)
        else:
            self._write(table_element(table, self.look.body))

    def _write(self, made: BaseOxmlElement) -> None:
        self._foot.addprevious(made)


def _fill(part: BaseOxmlElement, paragraphs: Sequence[BaseOxmlElement]) -> None:
    """Write below what the council's own paper has there."""
    for empty in [child for child in part if child.find(qn("w:r")) is None]:
        part.remove(empty)
    part.extend(paragraphs)


def _ends_a_table(above: BaseOxmlElement | None) -> bool:
    """Whether this is a table, or the last line of one that is written in blocks."""
    return above is not None and (
        above.tag == qn("w:tbl") or bool(above.xpath("w:pPr/w:pStyle[@w:val='BlockLines']"))
    )


def _coloured(document: Document, ground: str) -> None:
    """Give the page a colour on the screen, and on paper where Word is told to print it. White needs none."""
    if ground == WHITE:
        return
    for old in document.element.findall(qn("w:background")):
        document.element.remove(old)
    document.element.insert(0, element("background", color=ground))
    told = document.settings.element
    if told.find(qn("w:displayBackgroundShape")) is None:
        before = [each for each in told if each.tag in _BEFORE_THE_COLOUR]
        told.insert(len(before), element("displayBackgroundShape"))
