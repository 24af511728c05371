"""Every paragraph of a finished paper looked at once: its words, and whether they can be read with ease."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from docx.oxml.ns import qn

from exports.easy_to_see import LEAST_CONTRAST, SANS_SERIF
from exports.effective_look import Looks, RunLook, Said
from exports.paper_faults import Profile
from exports.word_file import Element, WordFile, is_on, value

_LETTER: Final = re.compile(r"\w")
_LONG: Final = 80
"""Letters from which on a line that is centred is hard to find the beginning of."""

_HEADING: Final = re.compile(r"heading ?(\d)", re.IGNORECASE)
_NO_HEADING: Final = 9
_BETWEEN: Final = {qn("w:tab"): " ", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_TEXT, _RUN, _LINK = qn("w:t"), qn("w:r"), qn("w:hyperlink")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A paragraph of the document itself: its words, the level of a heading, whether a table holds it."""

    text: str
    heading: int | None = None
    is_in_table: bool = False
    is_in_head: bool = False


@dataclass(slots=True)
class TextFound:
    """What was found in the words of a paper: the pieces, the faults in order, the smallest size in points."""

    pieces: list[Piece] = field(default_factory=list)
    faults: dict[str, None] = field(default_factory=dict)
    smallest: float | None = None


def look_at_text(file: WordFile, profile: Profile) -> TextFound:
    """Everything about the words of a paper, from one walk through it."""
    looks = Looks(file)
    found = TextFound()
    levels = _levels(file)
    for story in file.stories():
        for paragraph in story.iter(qn("w:p")):
            cell = next(paragraph.iterancestors(qn("w:tc")), None)
            around = looks.paragraph(paragraph, cell)
            text = _look_at_one(found, looks, paragraph, around, profile)
            if story is file.main:
                level = levels.get(value(paragraph, "pPr", "pStyle") or "")
                row = None if cell is None else cell.getparent()
                found.pieces.append(
                    Piece(
                        text=text,
                        heading=level,
                        is_in_table=cell is not None,
                        is_in_head=bool(is_on(row, "trPr", "tblHeader")),
                    )
                )
    return found


def _look_at_one(found: TextFound, looks: Looks, paragraph: Element, around: Said, profile: Profile) -> str:
    said = ""
    for run in paragraph.iter(_RUN):
        text = _text_of(run)
        said += text
        if not _LETTER.search(text):
            continue
        look = looks.run(run, around)
        found.smallest = min(look.size, found.smallest or look.size)
        is_link = next(run.iterancestors(_LINK), None) is not None
        found.faults.update(dict.fromkeys(_faults_of(look, profile, is_link=is_link)))
    centred_and_long = around.get("jc") == "center" and len(said) > _LONG
    if said.strip() and (around.get("jc") in ("both", "distribute") or centred_and_long):
        found.faults["Some text does not begin at the left margin."] = None
    return said


def _faults_of(look: RunLook, profile: Profile, *, is_link: bool) -> Iterator[str]:
    if look.is_hidden:
        yield "It holds hidden text."
    if look.size < profile.least_size:
        yield f"Some text is {look.size:g} point, and {profile.least_size:g} is the least."
    if look.contrast < LEAST_CONTRAST:
        yield "Some text does not stand out enough from its ground."
    if look.font.casefold() not in SANS_SERIF and not look.font.startswith("Noto Sans"):
        yield "Some text is in a font that is hard to read."
    if look.is_italic:
        yield "Some text is in italics."
    if look.is_underlined and not is_link:
        yield "Some text is underlined and is no link."
    if look.is_capitals:
        yield "Some text is turned into capitals."


def _levels(file: WordFile) -> dict[str, int]:
    """The level of each style of headings, by its id."""
    found = {}
    for style in () if file.styles is None else file.styles.findall(qn("w:style")):
        named = _HEADING.fullmatch(value(style, "name") or "")
        outline = value(style, "pPr", "outlineLvl")
        if named:
            found[style.get(qn("w:styleId")) or ""] = int(named[1])
        elif outline is not None and outline.isdecimal() and int(outline) < _NO_HEADING:
            found[style.get(qn("w:styleId")) or ""] = int(outline) + 1
    return found


def _text_of(run: Element) -> str:
    return "".join(each.text or "" if each.tag == _TEXT else _BETWEEN.get(each.tag, "") for each in run)
