"""What stands in the head or the foot of the council's paper, line by line: its logos and its words.

Frames, text boxes and tables are read in their order, as a screen reader would read them.
Tracked changes are read as if they were accepted; what is hidden or counted by Word is left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final, Literal
from xml.etree.ElementTree import Element

from docx.oxml.ns import qn

from exports.council_line import LONGEST_BESIDE, CouncilLine, Side, beside
from exports.council_logos import Logo, logo_of, side_of
from exports.spoken import on_paper

Odd = Literal["placeholder", "marking", "number", "counted", "shape", "ground", "table", "box", "tracked"]
"""What was met on the way that is not, or not as it was, on our papers."""

_VML: Final = "{urn:schemas-microsoft-com:vml}"
_COMPATIBLE: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_PLACEHOLDER: Final = re.compile(
    r"\W*(click|tap|type|insert|enter)\b.*\b(here|text|name|title|date|address)\W*|\[[^\]]*\]|<[^>]*>|\{[^}]*\}"
    r"|lorem ipsum.*|x{3,}",
    re.IGNORECASE,
)
_MARKING: Final = re.compile(r"(NOT PROTECTIVELY MARKED|OFFICIAL|RESTRICTED|PROTECT|CONFIDENTIAL)\b[^a-z]*")
_WITHOUT_NUMBERS: Final = re.compile(r"\W*\b(page|p)?\W*(of)?\W*$", re.IGNORECASE)
_LONGEST_AROUND_NUMBERS: Final = 40
"""Letters at the end of a line among which the words around page numbers are looked for."""

_TYPED_NUMBER: Final = re.compile(r"page \d+( of \d+)?", re.IGNORECASE)
_COUNTED: Final = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION"})
_LETTERS_IN_A_BOX: Final = f".//{qn('w:txbxContent')}"


@dataclass(slots=True)
class _Reading:
    """One paragraph as far as it was read."""

    words: list[str] = field(default_factory=list)
    strong: list[bool] = field(default_factory=list)
    logos: list[Logo] = field(default_factory=list)
    right_logos: list[Logo] = field(default_factory=list)
    floating: list[tuple[Side, Logo]] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    has_numbers: bool = False


class LineReader:
    """Reads the parts of one file. ``odd`` gathers what was met, with the words of it."""

    def __init__(self, pictures: Callable[[str], tuple[str, bytes] | None]) -> None:
        self.odd: dict[Odd, list[str]] = {}
        self._pictures = pictures
        self._fields: list[str] = []

    def lines(self, root: Element) -> tuple[CouncilLine, ...]:
        """The lines of a head, a foot, a cell or a text box, without empty ones."""
        return tuple(line for line in self._blocks(root) if not line.is_empty)

    def _blocks(self, parent: Element) -> Iterator[CouncilLine]:
        for each in parent:
            if each.tag == qn("w:p"):
                yield from self._paragraph(each)
            elif each.tag == qn("w:tbl"):
                self._met("table")
                yield from self._table(each)
            elif each.tag == qn("w:sdt"):
                yield from self._blocks_of_control(each)
            elif each.tag in (qn("w:ins"), qn("w:customXml")):
                yield from self._blocks(each)

    def _blocks_of_control(self, control: Element) -> Iterator[CouncilLine]:
        content = control.find(qn("w:sdtContent"))
        if content is not None and not self._is_waiting(control):
            yield from self._blocks(content)

    def _table(self, table: Element) -> Iterator[CouncilLine]:
        """Two cells of a line each are one line; other cells one after another."""
        for row in table.iter(qn("w:tr")):
            cells = [self.lines(cell) for cell in row.findall(qn("w:tc"))]
            filled = [lines for lines in cells if lines]
            if len(filled) == 2 and all(len(lines) == 1 for lines in filled):
                yield beside(filled[0][0], filled[1][0])
            else:
                yield from (line for lines in filled for line in lines)

    def _paragraph(self, paragraph: Element) -> Iterator[CouncilLine]:
        read = _Reading()
        self._pieces(paragraph, read)
        line, *below = [self._judged(each) for each in self._lines(paragraph, read)]
        for side, logo in read.floating:
            alone = CouncilLine(logos=(logo,), side=side)
            if line.all_logos or not 0 < len(line.words) <= LONGEST_BESIDE or line.right_words:
                yield alone
            else:
                line = beside(line, alone) if side == "right" else beside(alone, line)
        yield from (line, *below)
        for box in read.boxes:
            self._met("box")
            yield from self._blocks(box)

    def _lines(self, paragraph: Element, read: _Reading) -> Iterator[CouncilLine]:
        """The lines of a paragraph as somebody broke them, its logos in the first."""
        side: Side = _SIDES.get(_value(paragraph, "w:pPr/w:jc"), "left")
        for place, words in enumerate("".join(read.words).split("\n")):
            if read.has_numbers:
                words = _without_numbers(words)
            first, *others = words.split("\t")
            yield CouncilLine(
                logos=() if place else tuple(read.logos),
                words=on_paper(first),
                right_logos=() if place else tuple(read.right_logos),
                right_words=on_paper(" ".join(others)),
                is_strong=bool(read.strong) and all(read.strong),
                side=side,
            )

    def _judged(self, line: CouncilLine) -> CouncilLine:
        """The line without words that wait to be replaced, and without a marking: each copy has its own."""
        for kind, known in _NOT_OURS:
            if known.fullmatch(line.words):
                self._met(kind, line.words)
                line = replace(line, words="")
            if known.fullmatch(line.right_words):
                self._met(kind, line.right_words)
                line = replace(line, right_words="")
        return line

    def _pieces(self, parent: Element, read: _Reading, *, strong: bool = False) -> None:
        for each in parent:
            if each.tag == qn("w:r"):
                if _value(each, "w:rPr/w:vanish", "on") in _OFF:
                    self._pieces(each, read, strong=_value(each, "w:rPr/w:b", "on") not in _OFF)
            elif each.tag in (qn("w:del"), qn("w:moveFrom")):
                self._met("tracked")
            elif each.tag == qn("w:sdt"):
                content = each.find(qn("w:sdtContent"))
                if content is not None and not self._is_waiting(each):
                    self._pieces(content, read)
            elif each.tag == qn("w:fldSimple"):
                self._count(each.get(qn("w:instr"), ""), read)
            elif each.tag in _LOOKED_INTO:
                self._pieces(each, read)
            elif each.tag == f"{_COMPATIBLE}AlternateContent":
                self._alternative(each, read, strong=strong)
            else:
                self._piece(each, read, strong=strong)

    def _alternative(self, each: Element, read: _Reading, *, strong: bool) -> None:
        """The newer of two ways in which a drawing is kept."""
        for kind in ("Choice", "Fallback"):
            for content in each.findall(f"{_COMPATIBLE}{kind}"):
                self._pieces(content, read, strong=strong)
                return

    def _piece(self, each: Element, read: _Reading, *, strong: bool) -> None:
        if each.tag == qn("w:fldChar"):
            self._field(each.get(qn("w:fldCharType"), ""))
        elif each.tag == qn("w:instrText"):
            self._count(each.text or "", read)
        elif each.tag in (qn("w:drawing"), qn("w:pict")):
            self._drawing(each, read)
        elif each.tag in _WRITTEN and not any(kind != "HYPERLINK" for kind in self._fields):
            words = _WRITTEN[each.tag] or each.text or ""
            read.words.append(words)
            if words.strip():
                read.strong.append(strong)

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append("")
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _count(self, order: str, read: _Reading) -> None:
        """Note what a field counts. Its words are left out, unless it is a link."""
        name = (order.split() or [""])[0].upper()
        if self._fields:
            self._fields[-1] = self._fields[-1] or name
        if name in _COUNTED:
            read.has_numbers = True
        elif name and name != "HYPERLINK":
            self._met("counted", name)

    def _drawing(self, drawing: Element, read: _Reading) -> None:
        boxes = drawing.findall(_LETTERS_IN_A_BOX)
        read.boxes.extend(boxes)
        logo = logo_of(drawing, self._pictures)
        if logo is None:
            if not boxes:
                self._met("ground" if any(True for _ in drawing.iter(f"{_VML}textpath")) else "shape")
            return
        if logo.is_a_ground:
            self._met("ground")
            return
        side = side_of(drawing)
        if side is not None:
            read.floating.append((side, logo))
        else:
            (read.right_logos if "\t" in "".join(read.words) else read.logos).append(logo)

    def _is_waiting(self, control: Element) -> bool:
        waits = control.find(f"{qn('w:sdtPr')}/{qn('w:showingPlcHdr')}") is not None
        if waits:
            self._met("placeholder", "".join(each.text or "" for each in control.iter(qn("w:t"))))
        return waits

    def _met(self, kind: Odd, words: str = "") -> None:
        known = self.odd.setdefault(kind, [])
        if words and words not in known:
            known.append(words)


def _without_numbers(words: str) -> str:
    """A line without what stands around page numbers at its end, such as “Page of”."""
    before, end = words[:-_LONGEST_AROUND_NUMBERS], words[-_LONGEST_AROUND_NUMBERS:]
    return f"{before}{_WITHOUT_NUMBERS.sub('', end)}"


def _value(parent: Element, path: str, itself: str = "") -> str:
    """What an element says, ``itself`` where it only stands there, and nothing where there is none."""
    found = parent.find("/".join(qn(step) for step in path.split("/")))
    return "" if found is None else found.get(qn("w:val"), itself)


_OFF: Final = frozenset({"", "0", "false", "off", "none"})
_SIDES: Final[Mapping[str, Side]] = {"center": "center", "right": "right", "end": "right"}
_NOT_OURS: Final[tuple[tuple[Odd, re.Pattern[str]], ...]] = (
    ("placeholder", _PLACEHOLDER),
    ("marking", _MARKING),
    ("number", _TYPED_NUMBER),
)
_LOOKED_INTO: Final = frozenset(
    qn(f"w:{tag}") for tag in ("hyperlink", "ins", "moveTo", "smartTag", "customXml", "dir", "bdo")
)
_WRITTEN: Final[Mapping[str, str]] = {
    qn("w:t"): "",
    qn("w:tab"): "\t",
    qn("w:ptab"): "\t",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "-",
}
