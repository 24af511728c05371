"""A picture that stands in a line of words, as Word writes it down."""

from __future__ import annotations

from typing import Final

from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement

_PICTURE: Final = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_IS_DECORATION: Final = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)


def picture_in_line(
    relation: str,
    *,
    number: int,
    name: str,
    size: tuple[int, int],
    told: str,
    cut: tuple[int, int, int, int] = (0, 0, 0, 0),
) -> BaseOxmlElement:
    """A picture of the part that the ``relation`` leads to; no two in a file have the same ``number``.

    ``size`` is its width and height in English Metric Units. ``told`` is read out to whoever cannot see
    it; a decoration has none. ``cut`` is what is cut off at its left, top, right and bottom, in
    thousandths of a percent.
    """
    extent = f'cx="{size[0]}" cy="{size[1]}"'
    edges = " ".join(f'{edge}="{part}"' for edge, part in zip("ltrb", cut, strict=True) if part)
    made = parse_xml(
        f'<wp:inline {nsdecls("wp", "a", "r")} distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}/>'
        f'<wp:docPr id="{number}" name="{name}">{"" if told else _IS_DECORATION}</wp:docPr>'
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic><a:graphicData uri="{_PICTURE}"><pic:pic xmlns:pic="{_PICTURE}">'
        f'<pic:nvPicPr><pic:cNvPr id="{number}" name="{name}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:srcRect {edges}/><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>'
    )
    if told:
        for about in made.iter(qn("wp:docPr")):
            about.set("descr", told)
    return made
