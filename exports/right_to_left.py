"""A paper whose headings are read from right to left: every part of it turned, and Latin words and numbers not."""

from __future__ import annotations

from copy import deepcopy
from itertools import groupby
from typing import Final, cast

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from exports.fixed_words import ENGLISH, FixedWords
from exports.stretches import (
    LEFT_TO_RIGHT,
    Divided,
    among_the_turned,
    apart,
    is_latin,
    latin,
    runs_from_the_right,
)
from exports.writing import element, put_words

_TURNED_WHOLE: Final = frozenset({"Heading1", "Heading2", "Heading3", "KeyBox", "Frame"})
"""Styles whose lines stand within one edge, or above what is turned: all of them are turned alike."""

_ON_EVERY_PAGE: Final = (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER)

_AFTER_BIDI: Final = (
    "w:adjustRightInd",
    "w:snapToGrid",
    "w:spacing",
    "w:ind",
    "w:contextualSpacing",
    "w:mirrorIndents",
    "w:suppressOverlap",
    "w:jc",
    "w:textDirection",
    "w:textAlignment",
    "w:textboxTightWrap",
    "w:outlineLvl",
    "w:divId",
    "w:cnfStyle",
    "w:rPr",
    "w:sectPr",
    "w:pPrChange",
)
_AFTER_BIDI_VISUAL: Final = (
    "w:tblStyleRowBandSize",
    "w:tblStyleColBandSize",
    "w:tblW",
    "w:jc",
    "w:tblCellSpacing",
    "w:tblInd",
    "w:tblBorders",
    "w:shd",
    "w:tblLayout",
    "w:tblCellMar",
    "w:tblLook",
    "w:tblCaption",
    "w:tblDescription",
    "w:tblPrChange",
)
_AFTER_SECTION_BIDI: Final = ("w:rtlGutter", "w:docGrid", "w:printerSettings", "w:sectPrChange")
_AFTER_RTL: Final = ("w:cs", "w:em", "w:lang", "w:eastAsianLayout", "w:specVanish", "w:oMath", "w:rPrChange")


def begin_in(document: Document, words: FixedWords) -> None:
    """Say in a new document which language its headings are in and, where they do, that they run from the right."""
    if words.code == ENGLISH.code:
        return
    settings, styles = document.settings.element, document.styles.element
    for language in (*_all(styles, "lang"), *_all(settings, "themeFontLang")):
        language.set(qn("w:bidi" if words.from_the_right else "w:val"), words.code)
    if not words.from_the_right:
        return
    for section in document.sections:
        _insert(section._sectPr, element("bidi"), _AFTER_SECTION_BIDI)
    for default in _all(styles, "pPrDefault"):
        for layout in _children(default, "pPr"):
            _insert(layout, element("bidi"), _AFTER_BIDI)
    for edges in _all(styles, "pBdr"):
        _mirror(edges)


def is_from_the_right(document: Document) -> bool:
    """Whether a document was begun so."""
    return document.sections[0]._sectPr.find(qn("w:bidi")) is not None


def turn(document: Document) -> None:
    """Turn all that was written on it. Done twice, it is as done once.

    A paragraph runs as the paper does, with what is Latin in it from left to right; only where
    turned letters stand within a Latin sentence does it run as that sentence.
    """
    marks = [each.target_part for each in document.part.rels.values() if each.reltype in _ON_EVERY_PAGE]
    for part in (document.element.body, *(each.element for each in marks)):
        for table in _all(part, "tbl"):
            _turn_table(table)
        for paragraph in _all(part, "p"):
            _turn_paragraph(paragraph)


def _turn_table(table: BaseOxmlElement) -> None:
    for properties in _children(table, "tblPr"):
        if not _children(properties, "bidiVisual"):
            _insert(properties, element("bidiVisual"), _AFTER_BIDI_VISUAL)


def _turn_paragraph(paragraph: BaseOxmlElement) -> None:
    text = "".join(each.text or "" for each in _all(paragraph, "t"))
    layout = next(iter(_children(paragraph, "pPr")), None)
    if layout is None:
        layout = element("pPr")
        paragraph.insert(0, layout)
    styles = [each.get(qn("w:val")) for each in _children(layout, "pStyle")]
    is_picture = bool(_all(paragraph, "drawing"))
    whole = not _TURNED_WHOLE.isdisjoint(styles)
    from_the_right = not is_picture and (whole or runs_from_the_right(text))
    divided = apart if not from_the_right else latin if is_latin(text) else among_the_turned
    for before in _children(layout, "bidi"):
        layout.remove(before)
    _insert(layout, element("bidi") if from_the_right else element("bidi", val="0"), _AFTER_BIDI)
    parents = dict.fromkeys(each.getparent() for each in _all(paragraph, "r"))
    for parent in parents:
        _turn_runs(cast("BaseOxmlElement", parent), divided)


def _turn_runs(parent: BaseOxmlElement, divided: Divided) -> None:
    """Divide the runs side by side that look alike into stretches of one direction each."""
    everything = cast("list[BaseOxmlElement]", list(parent))
    for look, alike in groupby(everything, key=_look_of_words):
        runs = list(alike)
        if look is None:
            continue
        text = "".join(map(_text_of, runs)).replace(LEFT_TO_RIGHT, "")
        own = next(iter(_children(runs[0], "rPr")), None)
        for stretch, turned in divided(text):
            runs[0].addprevious(_run(stretch, own, turned=turned))
        for run in runs:
            parent.remove(run)


def _look_of_words(each: BaseOxmlElement) -> str | None:
    """How a run of words looks but for its direction; nothing of what is none, such as a field or a picture."""
    parts = [part for part in each if part.tag != qn("w:rPr")]
    is_words = all(part.tag == qn("w:t") or (part.tag == qn("w:br") and not part.attrib) for part in parts)
    if each.tag != qn("w:r") or not parts or not is_words:
        return None
    look = [part for own in _children(each, "rPr") for part in own if part.tag != qn("w:rtl")]
    return repr([(part.tag, sorted(part.attrib.items())) for part in look])


def _text_of(run: BaseOxmlElement) -> str:
    parts = [part for part in run if part.tag != qn("w:rPr")]
    return "".join("\n" if part.tag == qn("w:br") else part.text or "" for part in parts)


def _run(text: str, look: BaseOxmlElement | None, *, turned: bool) -> BaseOxmlElement:
    made = element("r")
    own = element("rPr") if look is None else deepcopy(look)
    for before in own.findall(qn("w:rtl")):
        own.remove(before)
    if turned:
        _insert(own, element("rtl"), _AFTER_RTL)
    if len(own):
        made.append(own)
    put_words(made, text)
    return made


def _mirror(edges: BaseOxmlElement) -> None:
    """Put the left edge of a box on its right, and the right one on its left."""
    was_left, was_right = _children(edges, "left"), _children(edges, "right")
    for side in (*was_left, *was_right):
        edges.remove(side)
    for side in was_right:
        _insert(edges, _called("left", side), ("w:bottom", "w:between", "w:bar"))
    for side in was_left:
        _insert(edges, _called("right", side), ("w:between", "w:bar"))


def _called(name: str, side: BaseOxmlElement) -> BaseOxmlElement:
    made = element(name)
    for key, value in side.attrib.items():
        made.set(key, value)
    return made


def _insert(into: BaseOxmlElement, made: BaseOxmlElement, before: tuple[str, ...]) -> None:
    """Put an element where Word's order of elements wants it: ``before`` names all that come after."""
    after = {qn(name) for name in before}
    follows = next((each for each in into if each.tag in after), None)
    if follows is None:
        into.append(made)
    else:
        follows.addprevious(made)


def _all(part: BaseOxmlElement, name: str) -> list[BaseOxmlElement]:
    return cast("list[BaseOxmlElement]", list(part.iter(qn(f"w:{name}"))))


def _children(part: BaseOxmlElement, name: str) -> list[BaseOxmlElement]:
    return cast("list[BaseOxmlElement]", part.findall(qn(f"w:{name}")))
