"""Words into paragraphs of Word: in our styles, in the right direction, without a sign that Word refuses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from string import Formatter
from typing import Final, TypeAlias, cast

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from exports.fixed_words import ENGLISH, FixedWords
from exports.spoken import on_paper, says_nothing
from exports.styles import BULLET_LIST, BULLET_STYLE

RIGHT: Final = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
LEFT: Final = (
    "[A-Za-z\u00aa\u00b5\u00ba\u00c0-\u02b8\u0370-\u058f\u0900-\u1fff"
    "\u2c00-\u2dff\u3040-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff]"
)
_RIGHT_LETTER: Final = re.compile(RIGHT)
_LEFT_LETTER: Final = re.compile(LEFT)
_RIGHT_STRETCH: Final = re.compile(rf"({RIGHT}(?:[\W\d]*{RIGHT})*)")
_LEFT_STRETCH: Final = re.compile(rf"({LEFT}(?:[\W\d]*{LEFT})*)")

_TWIPS_PER_CENTIMETRE: Final = 1440 / 2.54


@dataclass(frozen=True, slots=True)
class Strong:
    """Words in bold."""

    words: str

    def __str__(self) -> str:
        return self.words


Phrase: TypeAlias = str | Strong


def element(tag: str, **values: str) -> BaseOxmlElement:
    """One element of Word's own XML, such as ``p``, with attributes of the same kind."""
    made = OxmlElement(f"w:{tag}", {qn(f"w:{name}"): value for name, value in values.items()})
    return cast("BaseOxmlElement", made)


def paragraph(
    *phrases: Phrase, style: str = "Normal", keep_next: bool = False, new_page: bool = False
) -> BaseOxmlElement:
    """A paragraph of these phrases with a space between. Line breaks in them stay line breaks.

    Phrases that say nothing are left out. Mostly Arabic or Hebrew letters turn it from right to left.
    """
    said = [(on_paper(str(phrase)), isinstance(phrase, Strong)) for phrase in phrases]
    said = [(words, strong) for words, strong in said if not says_nothing(words)]
    from_the_right = reads_from_the_right(" ".join(words for words, _ in said))
    made = element("p")
    layout = element("pPr")
    if style != "Normal":
        layout.append(element("pStyle", val=style))
    if keep_next:
        layout.append(element("keepNext"))
    if new_page:
        layout.append(element("pageBreakBefore"))
    if style == BULLET_STYLE:
        layout.append(_in_the_list())
    if from_the_right:
        layout.append(element("bidi"))
    if len(layout):
        made.append(layout)
    for place, (words, strong) in enumerate(said):
        for stretch, turned in _stretches(f" {words}" if place else words, from_the_right=from_the_right):
            made.append(_run(stretch, strong=strong, from_the_right=turned))
    return made


def framed(words: str, height: float, *, style: str) -> BaseOxmlElement:
    """A paragraph of one line that is at least so many centimetres high, with the words at its foot."""
    made = paragraph(words, style=style)
    layout = made[0]
    layout.append(element("spacing", line=str(round(height * _TWIPS_PER_CENTIMETRE)), lineRule="atLeast"))
    return made


def page_of_pages(before: str, *, style: str, words: FixedWords = ENGLISH) -> BaseOxmlElement:
    """A line that ends in “page X of Y”, counted by Word."""
    (opening, first), *more = [
        (said, counted) for said, counted, *_ in Formatter().parse(words("page {page} of {pages}"))
    ]
    made = paragraph(before, f"– {opening}".rstrip(), style=style)
    made.append(_run(" "))
    made.extend(_counted(first))
    for said, counted in more:
        if said:
            made.append(_run(said))
        made.extend(_counted(counted))
    return made


def reads_from_the_right(text: str) -> bool:
    """Whether most letters are of a script written from right to left."""
    if _RIGHT_LETTER.search(text) is None:
        return False
    return len(_RIGHT_LETTER.findall(text)) > len(_LEFT_LETTER.findall(text))


def _stretches(text: str, *, from_the_right: bool) -> Iterator[tuple[str, bool]]:
    """The text in stretches, each with whether it runs from right to left."""
    if not from_the_right and _RIGHT_LETTER.search(text) is None:
        yield text, False
        return
    other = _LEFT_STRETCH if from_the_right else _RIGHT_STRETCH
    for place, stretch in enumerate(other.split(text)):
        if stretch:
            yield stretch, from_the_right != bool(place % 2)


def _run(text: str, *, strong: bool = False, from_the_right: bool = False) -> BaseOxmlElement:
    made = element("r")
    look = element("rPr")
    if strong:
        look.append(element("rStyle", val="Strong"))
    if from_the_right:
        look.append(element("rtl"))
    if len(look):
        made.append(look)
    put_words(made, text)
    return made


def put_words(run: BaseOxmlElement, text: str) -> None:
    """Put a text at the end of a run, with the line breaks and the spaces in it."""
    for place, line in enumerate(text.split("\n")):
        if place:
            run.append(element("br"))
        if line:
            words = element("t")
            words.text = line
            if line != line.strip():
                words.set(qn("xml:space"), "preserve")
            run.append(words)


def _in_the_list() -> BaseOxmlElement:
    place = element("numPr")
    place.append(element("ilvl", val="0"))
    place.append(element("numId", val=BULLET_LIST))
    return place


def _counted(place: str | None) -> Iterator[BaseOxmlElement]:
    return _field("NUMPAGES" if place == "pages" else "PAGE") if place else iter(())


def _field(name: str) -> Iterator[BaseOxmlElement]:
    """The five runs of a field that Word counts itself."""
    order = element("instrText")
    order.text = f" {name} "
    order.set(qn("xml:space"), "preserve")
    counted = element("t")
    counted.text = "1"
    begin, separate, end = (element("fldChar", fldCharType=kind) for kind in ("begin", "separate", "end"))
    for inner in (begin, order, separate, counted, end):
        run = element("r")
        run.append(inner)
        yield run
