"""How a finished paper is built, looked over: headings, tables, pictures, pages, and what came with the file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from docx.oxml.ns import qn

from exports.check_text import Piece
from exports.look import A4_TWIPS
from exports.paper_faults import LEAST_MARGIN, LONGEST_LINE, Profile
from exports.word_file import Element, WordFile, child, is_on, value

_CHART: Final = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_DRAWN: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
_SAYS_NOTHING: Final = re.compile(
    r".*\.(?:png|jpe?g|gif|bmp|tiff?|svg|emf|wmf)|(?:image|picture|chart|diagram|shape|object|graphic)[ _-]?\d*",
    re.IGNORECASE,
)
_FILLED: Final = (qn("w:drawing"), qn("w:pict"), qn("w:sdt"))
_CHANGES: Final = tuple(qn(f"w:{name}") for name in ("ins", "del", "moveFrom", "moveTo"))
_LEFT_OVER: Final = re.compile("python-docx", re.IGNORECASE)
_WORD_DRAWS: Final = 10.0
"""Points of the words of a chart that says nothing about them."""

_TO_SPARE: Final = 40
"""Twips by which a page may differ from A4: programs round differently."""


def faults_of_headings(pieces: Sequence[Piece]) -> Iterator[str]:
    """What is wrong with the headings."""
    headings = [piece for piece in pieces if piece.heading is not None]
    levels = [piece.heading or 0 for piece in headings]
    if levels.count(1) != 1:
        yield f"It has {levels.count(1) or 'no'} main heading{'s' if levels.count(1) else ''}."
    elif levels[0] != 1:
        yield "Its first heading is not the main one."
    if any(lower > upper + 1 for upper, lower in pairwise(levels)):
        yield "A heading is of a lower level than the one above it allows."
    if not all(piece.text.strip() for piece in headings):
        yield "A heading is empty."


def faults_of_tables(file: WordFile, profile: Profile) -> Iterator[str]:
    """What is wrong with the tables."""
    for table in file.main.iter(qn("w:tbl")):
        rows = table.findall(qn("w:tr"))
        heads = [row for row in rows if is_on(row, "trPr", "tblHeader")]
        if not rows or rows[0] not in heads:
            yield "The first row of a table is not marked as its head."
        if not (value(table, "tblPr", "tblCaption") or value(table, "tblPr", "tblDescription")):
            yield "A table says nothing to those who cannot see it."
        if any(map(_is_merged, table.iter(qn("w:tcPr")))) or _is_ragged(rows):
            yield "Cells of a table are merged."
        looked_at = heads if profile.may_have_empty_cells else rows
        if any(_is_empty(cell) for row in looked_at for cell in row.findall(qn("w:tc"))):
            yield "A cell of a table is empty."


def faults_of_pictures(file: WordFile) -> Iterator[str]:
    """What is wrong with what is told of pictures and charts to those who cannot see them."""
    for story in file.stories():
        for drawn in story.iter(qn("wp:docPr")):
            told = (drawn.get("descr") or "").strip()
            is_decoration = any(
                each.get("val") in ("1", "true")
                for each in drawn.iter()
                if str(each.tag).endswith("}decorative")
            )
            if not told and not is_decoration:
                yield "A picture says nothing to those who cannot see it."
            elif _SAYS_NOTHING.fullmatch(told):
                yield "A picture is told by the name of its file."


def smallest_in_charts(file: WordFile) -> float | None:
    """The smallest size of the words of all charts, in points; None where there is no chart."""
    sizes: list[float] = []
    for name in file.named(file.main_name, "chart"):
        chart = file.part(name)
        sizes += [
            int(size) / 100
            for tag in ("defRPr", "rPr")
            for each in chart.iter(f"{{{_DRAWN}}}{tag}")
            if (size := each.get("sz"))
        ]
        if chart.find(f"{{{_CHART}}}txPr") is None and any(_is_unset(axis) for axis in _axes(chart)):
            sizes.append(_WORD_DRAWS)
    return min(sizes, default=None)


def faults_of_pages(file: WordFile, profile: Profile) -> Iterator[str]:
    """What is wrong with the paper itself: its size, its margins, the length of its lines."""
    sections = [each for each in file.main.iter(qn("w:sectPr")) if child(each, "pgSz") is not None]
    if not sections:
        yield "The size of its pages is not set."
    for section in sections:
        size = [_twips(value(section, "pgSz", of=side)) for side in ("w", "h")]
        if any(abs(have - a4) > _TO_SPARE for have, a4 in zip(sorted(size), A4_TWIPS, strict=True)):
            yield "Its pages are not A4."
        sides = {
            side: _twips(value(section, "pgMar", of=side)) for side in ("top", "bottom", "left", "right")
        }
        if min(abs(each) for each in sides.values()) < LEAST_MARGIN:
            yield "A margin is less than 1.9 centimetres."
        letters = (size[0] - sides["left"] - sides["right"]) / 20 / (profile.least_size / 2)
        if letters > LONGEST_LINE:
            yield "Its lines are too long to follow."


def faults_of_the_file(file: WordFile) -> Iterator[str]:
    """What is missing in the properties of the file, and what came with it that should not be there."""
    if not value(file.styles, "docDefaults", "rPrDefault", "rPr", "lang"):
        yield "Its language is not set."
    told = _properties(file)
    if "title" not in told:
        yield "It has no title."
    if any(_LEFT_OVER.search(each) for each in told.values()) or file.named("", "custom-properties"):
        yield "Its properties come from another file."
    if file.named(file.main_name, "comments"):
        yield "It holds comments."
    if any(next(story.iter(*_CHANGES), None) is not None for story in file.stories()):
        yield "It holds changes that are tracked."


def is_in_english(file: WordFile) -> bool:
    """Whether the fixed words of the paper are in English, by what its properties say; where they say nothing, yes."""
    return _properties(file).get("language", "en").casefold().startswith("en")


def _properties(file: WordFile) -> dict[str, str]:
    """What the properties of the file say, by name; those that say nothing are left out."""
    cores = [file.part(name) for name in file.named("", "core-properties")]
    told = {str(each.tag).rpartition("}")[2]: (each.text or "").strip() for core in cores for each in core}
    return {name: words for name, words in told.items() if words}


def _is_merged(cell: Element) -> bool:
    return (
        any(child(cell, name) is not None for name in ("vMerge", "hMerge"))
        or (value(cell, "gridSpan") or "1") != "1"
    )


def _is_ragged(rows: Sequence[Element]) -> bool:
    return len({len(row.findall(qn("w:tc"))) for row in rows}) > 1


def _is_empty(cell: Element) -> bool:
    if any((each.text or "").strip() for each in cell.iter(qn("w:t"))):
        return False
    return next(cell.iter(*_FILLED), None) is None


def _axes(chart: Element) -> Iterator[Element]:
    for name in ("catAx", "valAx", "legend"):
        yield from chart.iter(f"{{{_CHART}}}{name}")


def _is_unset(axis: Element) -> bool:
    """Whether words of an axis or a legend are shown in a size that nobody set."""
    deleted = axis.find(f"{{{_CHART}}}delete")
    is_shown = deleted is None or deleted.get("val") in ("0", "false")
    return is_shown and axis.find(f"{{{_CHART}}}txPr") is None


def _twips(written: str | None) -> int:
    try:
        return int(float(written or 0))
    except ValueError:
        return 0
