"""The colours and fonts Word offers to whoever writes on in one of our papers."""

from __future__ import annotations

from typing import Final

from exports.look import FONT, INK, NAVY, PALE, RULE, WHITE

_COLOURS: Final = {
    "dk1": INK,
    "lt1": WHITE,
    "dk2": NAVY,
    "lt2": PALE,
    "accent1": NAVY,
    "accent2": "2E7D32",
    "accent3": "767676",
    "accent4": "7A4B00",
    "accent5": "6A3D7C",
    "accent6": RULE,
    "hlink": "0B5394",
    "folHlink": "6A3D7C",
}
_FILL: Final = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'


def theme_xml() -> str:
    """The theme part, in our own colours and font."""
    colours = "".join(
        f'<a:{place}><a:srgbClr val="{value}"/></a:{place}>' for place, value in _COLOURS.items()
    )
    font = f'<a:latin typeface="{FONT}"/><a:ea typeface=""/><a:cs typeface=""/>'
    line = f'<a:ln w="9525">{_FILL}</a:ln>'
    return (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Plan">'
        "<a:themeElements>"
        f'<a:clrScheme name="Plan">{colours}</a:clrScheme>'
        f'<a:fontScheme name="Plan"><a:majorFont>{font}</a:majorFont><a:minorFont>{font}</a:minorFont>'
        f'</a:fontScheme><a:fmtScheme name="Plan"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{line * 3}</a:lnStyleLst><a:effectStyleLst>"
        f"{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )
