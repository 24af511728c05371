"""The fonts and colours of a Word file's headings, and whether everybody can read them."""

from __future__ import annotations

import colorsys
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final
from xml.etree.ElementTree import Element

from docx.oxml.ns import qn

from exports.council_file import Parts, read_xml
from exports.easy_to_see import LEAST_CONTRAST, SANS_SERIF, contrast
from exports.look import WHITE

_THEME_NAMES: Final = {
    "text1": "dk1",
    "dark1": "dk1",
    "background1": "lt1",
    "light1": "lt1",
    "text2": "dk2",
    "dark2": "dk2",
    "background2": "lt2",
    "light2": "lt2",
    "hyperlink": "hlink",
    "followedHyperlink": "folHlink",
}
_LONGEST_CHAIN: Final = 20
"""Styles that are followed, each based on the next: Word's own are half as deep."""

_DRAWING: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lettering:
    """How a style writes. ``size`` is in points; nothing stands for what the file does not say."""

    font: str | None = None
    colour: str | None = None
    size: float | None = None
    is_slanted: bool = False
    is_all_capitals: bool = False

    @property
    def usable_font(self) -> str | None:
        """Its font, where that is easy to read."""
        return self.font if self.font and self.font.casefold() in SANS_SERIF else None

    def usable_colour(self, ground: str = WHITE) -> str | None:
        """Its colour, where everybody can read it on paper of this colour."""
        readable = self.colour is not None and contrast(self.colour, ground) >= LEAST_CONTRAST
        return self.colour if readable else None


@dataclass(frozen=True, slots=True)
class _Theme:
    colours: Mapping[str, str] = field(default_factory=dict)
    fonts: Mapping[str, str] = field(default_factory=dict)


def letterings(parts: Parts, styles: str | None, theme: str | None) -> Mapping[str, Lettering]:
    """How the styles of a file write, by their names in small letters. Its parts are named."""
    if styles is None:
        return {}
    root = read_xml(parts[styles])
    by_id = {each.get(qn("w:styleId"), ""): each for each in root.findall(qn("w:style"))}
    known = _theme(read_xml(parts[theme])) if theme else _Theme()
    found = {}
    for style in by_id.values():
        name = style.find(qn("w:name"))
        if name is not None:
            found[name.get(qn("w:val"), "").lower()] = _lettering(list(_chain(root, by_id, style)), known)
    return found


def is_on(each: Element | None) -> bool:
    """Whether something that a file can switch on and off is there, and on."""
    return each is not None and each.get(qn("w:val"), "1") not in ("0", "false", "off", "none")


def _chain(root: Element, by_id: Mapping[str, Element], style: Element) -> Iterator[Element]:
    """What a style says of its letters, then what those say on which it is based, then the file's own."""
    seen: set[str] = set()
    each: Element | None = style
    while each is not None and each.get(qn("w:styleId"), "") not in seen and len(seen) < _LONGEST_CHAIN:
        seen.add(each.get(qn("w:styleId"), ""))
        said = each.find(qn("w:rPr"))
        if said is not None:
            yield said
        based = each.find(qn("w:basedOn"))
        each = by_id.get(based.get(qn("w:val"), "")) if based is not None else None
    defaults = root.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    if defaults is not None:
        yield defaults


def _lettering(chain: list[Element], theme: _Theme) -> Lettering:
    size = _first(chain, "sz")
    points = size.get(qn("w:val"), "") if size is not None else ""
    return Lettering(
        font=next((font for said in chain if (font := _font(said, theme))), None),
        colour=_colour(_first(chain, "color"), theme),
        size=int(points) / 2 if points.isdecimal() else None,
        is_slanted=is_on(_first(chain, "i")),
        is_all_capitals=is_on(_first(chain, "caps")) or is_on(_first(chain, "smallCaps")),
    )


def _first(chain: list[Element], tag: str) -> Element | None:
    found = (said.find(qn(f"w:{tag}")) for said in chain)
    return next((each for each in found if each is not None), None)


def _font(said: Element, theme: _Theme) -> str | None:
    fonts = said.find(qn("w:rFonts"))
    if fonts is None:
        return None
    named = theme.fonts.get(fonts.get(qn("w:asciiTheme"), "")[:5])
    return named or fonts.get(qn("w:ascii")) or fonts.get(qn("w:hAnsi"))


def _colour(said: Element | None, theme: _Theme) -> str | None:
    if said is None:
        return None
    name = said.get(qn("w:themeColor"), "")
    base = theme.colours.get(_THEME_NAMES.get(name, name))
    if base is not None:
        return _tinted(base, said.get(qn("w:themeTint")), said.get(qn("w:themeShade")))
    plain = said.get(qn("w:val"), "")
    return plain.upper() if re.fullmatch("[0-9A-Fa-f]{6}", plain) else None


def _tinted(colour: str, tint: str | None, shade: str | None) -> str:
    """A theme's colour made lighter or darker, by shares of 255 in hexadecimal."""
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4))
    hue, light, strength = colorsys.rgb_to_hls(red, green, blue)
    if tint:
        light = 1 - (1 - light) * int(tint, 16) / 255
    if shade:
        light *= int(shade, 16) / 255
    made = colorsys.hls_to_rgb(hue, min(1.0, max(0.0, light)), strength)
    return "".join(f"{round(each * 255):02X}" for each in made)


def _theme(root: Element) -> _Theme:
    colours = {}
    for scheme in root.iter(f"{_DRAWING}clrScheme"):
        for place in scheme:
            value = (place[0].get("lastClr") or place[0].get("val") or "") if len(place) else ""
            if re.fullmatch("[0-9A-Fa-f]{6}", value):
                colours[place.tag.rpartition("}")[2]] = value.upper()
    fonts = {}
    for kind in ("major", "minor"):
        for latin in root.iterfind(f".//{_DRAWING}{kind}Font/{_DRAWING}latin"):
            fonts[kind] = latin.get("typeface", "")
    return _Theme(colours, fonts)
