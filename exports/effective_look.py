"""How text in a Word file looks in the end, after everything that has a say in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from docx.oxml.ns import qn

from exports.easy_to_see import brightness, contrast
from exports.look import WHITE
from exports.word_file import Element, WordFile, child, is_on, value

Said = Mapping[str, str]
"""What one layer says of how text looks, by the name of Word's own element."""

_HIGHLIGHTS: Final = {
    "yellow": "FFFF00",
    "green": "00FF00",
    "cyan": "00FFFF",
    "magenta": "FF00FF",
    "blue": "0000FF",
    "red": "FF0000",
    "darkBlue": "000080",
    "darkCyan": "008080",
    "darkGreen": "008000",
    "darkMagenta": "800080",
    "darkRed": "800000",
    "darkYellow": "808000",
    "darkGray": "808080",
    "lightGray": "C0C0C0",
    "black": "000000",
    "white": WHITE,
}
_VALUES: Final = ("sz", "szCs", "color", "u", "rStyle")
_SWITCHES: Final = ("i", "caps", "smallCaps", "vanish")
_HALF_POINTS_WHERE_NOTHING_IS_SAID: Final = "20"
_FONT_WHERE_NOTHING_IS_SAID: Final = "Times New Roman"
_ON: Final = "1"


@dataclass(frozen=True, slots=True, kw_only=True)
class RunLook:
    """How a stretch of text looks: size in points, colours as six figures, the name of its font."""

    size: float
    colour: str
    ground: str
    font: str
    is_italic: bool
    is_capitals: bool
    is_underlined: bool
    is_hidden: bool

    @property
    def contrast(self) -> float:
        """How much the text stands out from its ground, from 1 to 21, as WCAG measures it."""
        return contrast(self.colour, self.ground)


class Looks:
    """Finds how text of one Word file looks."""

    def __init__(self, file: WordFile) -> None:
        self._file = file
        styles = file.styles
        found = [] if styles is None else styles.findall(qn("w:style"))
        self._styles = {each.get(qn("w:styleId")) or "": each for each in found}
        self._usual = next(
            (
                id_
                for id_, each in self._styles.items()
                if each.get(qn("w:type")) == "paragraph" and each.get(qn("w:default")) in ("1", "true")
            ),
            "",
        )
        self._said: dict[str, Said] = {}
        self._tables: dict[tuple[str, bool], Said] = {}
        defaults = child(styles, "docDefaults")
        self._defaults = {
            **_said(child(defaults, "rPrDefault", "rPr")),
            **_said_of_paragraph(child(defaults, "pPrDefault", "pPr")),
        }

    def paragraph(self, paragraph: Element, cell: Element | None) -> Said:
        """What is said of a paragraph's text before any of the text itself; ``cell`` is the cell it stands in."""
        around = {} if cell is None else self._cell(cell)
        style = self._style(value(paragraph, "pPr", "pStyle") or self._usual)
        own = _said_of_paragraph(child(paragraph, "pPr"))
        return {**self._defaults, **around, **style, **own}

    def run(self, run: Element, around: Said) -> RunLook:
        """How one stretch of text looks, by what is said ``around`` it."""
        properties = child(run, "rPr")
        own = _said(properties)
        said = {**around, **self._style(own.get("rStyle", "")), **own}
        is_complex = is_on(properties, "rtl") or is_on(properties, "cs")
        size = said.get("szCs" if is_complex else "sz", _HALF_POINTS_WHERE_NOTHING_IS_SAID)
        ground = said.get("ground") or said.get("paragraph") or said.get("cell") or self._page
        colour = said.get("color", "auto")
        if colour == "auto":
            colour = "000000" if brightness(ground) > _DARK else WHITE
        return RunLook(
            size=float(size) / 2,
            colour=colour,
            ground=ground,
            font=said.get("font", _FONT_WHERE_NOTHING_IS_SAID),
            is_italic=said.get("i") == _ON,
            is_capitals=_ON in (said.get("caps"), said.get("smallCaps")),
            is_underlined=said.get("u", "none") != "none",
            is_hidden=said.get("vanish") == _ON,
        )

    @cached_property
    def _page(self) -> str:
        shown = is_on(self._file.settings, "displayBackgroundShape")
        return (_colour(value(self._file.main, "background", of="color")) if shown else None) or WHITE

    def _style(self, id_: str) -> Said:
        if id_ not in self._said:
            self._said[id_] = {}  # so that styles based on each other in a ring come to an end
            style = self._styles.get(id_)
            if style is not None:
                based_on = self._style(value(style, "basedOn") or "")
                own = {**_said(child(style, "rPr")), **_said_of_paragraph(child(style, "pPr"))}
                self._said[id_] = {**based_on, **own}
        return self._said[id_]

    def _cell(self, cell: Element) -> Said:
        row = cell.getparent()
        table = None if row is None else row.getparent()
        key = (value(table, "tblPr", "tblStyle") or "", _is_first(row, table))
        if key not in self._tables:
            id_, is_first = key
            said: dict[str, str] = {}
            while id_ in self._styles and id_ not in said:
                style = self._styles[id_]
                said = {**self._of_table(style, is_first=is_first), **said, id_: ""}
                id_ = value(style, "basedOn") or ""
            self._tables[key] = said
        own = _shade(cell, "tcPr")
        return {**self._tables[key], "cell": own} if own else self._tables[key]

    def _of_table(self, style: Element, *, is_first: bool) -> dict[str, str]:
        ground = _shade(style, "tcPr")
        said = {**_said(child(style, "rPr")), **({"cell": ground} if ground else {})}
        for part in style.findall(qn("w:tblStylePr")) if is_first else ():
            if part.get(qn("w:type")) == "firstRow":
                first = _shade(part, "tcPr")
                said = {**said, **_said(child(part, "rPr")), **({"cell": first} if first else {})}
        return said


def _is_first(row: Element | None, table: Element | None) -> bool:
    """Whether a row is the first of a table that has a look of its own for it."""
    if row is None or table is None or table.find(qn("w:tr")) is not row:
        return False
    return value(table, "tblPr", "tblLook", of="firstRow") not in ("0", "false")


def _said(properties: Element | None) -> dict[str, str]:
    """What the properties of text say."""
    if properties is None:
        return {}
    said = {name: found for name in _VALUES if (found := value(properties, name)) is not None}
    for name in _SWITCHES:
        if (switched := is_on(properties, name)) is not None:
            said[name] = _ON if switched else "0"
    if font := value(properties, "rFonts", of="ascii"):
        said["font"] = font
    ground = _HIGHLIGHTS.get(value(properties, "highlight") or "") or _colour(
        value(properties, "shd", of="fill")
    )
    return {**said, "ground": ground} if ground else said


def _said_of_paragraph(properties: Element | None) -> dict[str, str]:
    """What the properties of a paragraph say."""
    if properties is None:
        return {}
    said = {name: found for name in ("jc", "outlineLvl") if (found := value(properties, name)) is not None}
    ground = _colour(value(properties, "shd", of="fill"))
    return {**said, "paragraph": ground} if ground else said


def _shade(parent: Element, properties: str) -> str | None:
    return _colour(value(parent, properties, "shd", of="fill"))


def _colour(written: str | None) -> str | None:
    """Six figures, or None where it is automatic or no colour."""
    is_one = written is not None and len(written) == len(WHITE) and written != "auto"
    return written.upper() if written and is_one else None


_DARK: Final = 0.18
"""The brightness below which automatic letters are white."""
