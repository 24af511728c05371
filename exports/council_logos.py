"""The pictures in the head and the foot of the council's paper, however Word keeps them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal
from xml.etree.ElementTree import Element

from docx.oxml.ns import qn

_VML: Final = "{urn:schemas-microsoft-com:vml}"
_DECORATIVE: Final = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_POINT: Final = 12_700
CENTIMETRE: Final = 360_000
"""English Metric Units, in which Word measures pictures."""

WIDEST: Final = 17 * CENTIMETRE
"""The width of the text: a wider logo is made smaller."""

_HIGHEST: Final = 8 * CENTIMETRE
_HALF_A_LINE: Final = WIDEST // 3
_NO_WORDS: Final = re.compile(
    r"\W*|.*\.(png|jpe?g|gif|bmp|tiff?|svg|emf|wmf)\b.*"
    r"|(image|picture|graphic|logo|photo|shape|object|img|figure|screenshot|drawing)\s*\d*",
    re.IGNORECASE | re.DOTALL,
)
_FEWEST_LETTERS: Final = 5
_ENDINGS: Final = frozenset({"png", "jpg", "jpeg", "gif", "bmp", "tif", "tiff", "emf", "wmf"})

Pictures = Callable[[str], tuple[str, bytes] | None]
"""Finds the name and the bytes of a picture's part by the id under which the head or foot knows it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Logo:
    """A picture as it lies in the file. ``width`` and ``height`` are in English Metric Units.

    ``words`` are read out in its place; none where the file has none that say anything.
    ``cut`` is what is cut off it at its left, top, right and bottom, in thousandths of a percent.
    """

    content: bytes
    ending: str
    width: int
    height: int
    words: str = ""
    is_decoration: bool = False
    cut: tuple[int, int, int, int] = (0, 0, 0, 0)

    @property
    def is_a_ground(self) -> bool:
        """Whether it is so high that it lies behind a page rather than in its head."""
        return self.height > _HIGHEST

    @property
    def size_in_words(self) -> str:
        """Its width and height in centimetres."""
        return f"{self.width / CENTIMETRE:.1f} × {self.height / CENTIMETRE:.1f} cm"


def logo_of(drawing: Element, pictures: Pictures) -> Logo | None:
    """The picture in a drawing, or nothing where there is none that can be shown. A wide one is made smaller."""
    logo = _drawn(drawing, pictures) or _drawn_the_old_way(drawing, pictures)
    if logo is None or logo.width <= WIDEST:
        return logo
    return Logo(
        content=logo.content,
        ending=logo.ending,
        width=WIDEST,
        height=logo.height * WIDEST // logo.width,
        words=logo.words,
        is_decoration=logo.is_decoration,
        cut=logo.cut,
    )


def side_of(drawing: Element) -> Literal["left", "center", "right"] | None:
    """Where a picture floats; nothing where it stands in its line."""
    for anchor in drawing.iter(qn("wp:anchor")):
        place = anchor.find(qn("wp:positionH"))
        said = "".join(place.itertext()).strip() if place is not None else ""
        if said in ("right", "outside"):
            return "right"
        if said == "center":
            return "center"
        return "right" if said.isdecimal() and int(said) > _HALF_A_LINE else "left"
    styles = " ".join(shape.get("style", "") for shape in drawing.iter(f"{_VML}shape"))
    if "position:absolute" not in styles:
        return None
    return "right" if "mso-position-horizontal:right" in styles else "left"


def _drawn(drawing: Element, pictures: Pictures) -> Logo | None:
    for blip in drawing.iter(qn("a:blip")):
        found = pictures(blip.get(qn("r:embed"), ""))
        extent = next(drawing.iter(qn("wp:extent")), None)
        about = next(drawing.iter(qn("wp:docPr")), None)
        if found is None or extent is None:
            continue
        size = [int(extent.get(side, "0")) for side in ("cx", "cy")]
        cut = next(drawing.iter(qn("a:srcRect")), None)
        decoration = next(drawing.iter(_DECORATIVE), None)
        return _logo(
            found,
            size,
            about.get("descr", "") if about is not None else "",
            is_decoration=decoration is not None and decoration.get("val") in ("1", "true"),
            cut=_cut(cut),
        )
    return None


def _drawn_the_old_way(drawing: Element, pictures: Pictures) -> Logo | None:
    for shape in (*drawing.iter(f"{_VML}shape"), *drawing.iter(f"{_VML}rect")):
        data = shape.find(f"{_VML}imagedata")
        found = pictures(data.get(qn("r:id"), "")) if data is not None else None
        if found is not None:
            style = shape.get("style", "")
            size = [_measured(style, side) for side in ("width", "height")]
            return _logo(found, size, shape.get("alt", ""))
    return None


def _logo(
    found: tuple[str, bytes],
    size: list[int],
    words: str,
    *,
    is_decoration: bool = False,
    cut: tuple[int, int, int, int] = (0, 0, 0, 0),
) -> Logo | None:
    ending = found[0].rpartition(".")[2].lower()
    if ending not in _ENDINGS or min(size) <= 0:
        return None
    words = " ".join(words.split())
    says_something = len(words) >= _FEWEST_LETTERS and not _NO_WORDS.fullmatch(words)
    return Logo(
        content=found[1],
        ending=ending,
        width=size[0],
        height=size[1],
        words=words if says_something else "",
        is_decoration=is_decoration and not says_something,
        cut=cut,
    )


def _cut(said: Element | None) -> tuple[int, int, int, int]:
    left, top, right, bottom = (int(said.get(edge, "0")) if said is not None else 0 for edge in "ltrb")
    return left, top, right, bottom


def _measured(style: str, side: str) -> int:
    """A length that an old drawing gives in points, inches, centimetres or millimetres."""
    found = re.search(rf"(?:^|;)\s*{side}:\s*([\d.]+)(pt|in|cm|mm|px)", style)
    if found is None:
        return 0
    units = {"pt": _POINT, "in": 72 * _POINT, "cm": CENTIMETRE, "mm": CENTIMETRE // 10, "px": 9525}
    return round(float(found[1]) * units[found[2]])
