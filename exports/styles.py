"""The paragraph, table and list styles of our papers, as Word keeps them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from exports.look import FONT, INK, NAVY, WHITE, Look

NAMESPACES: Final = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BULLET_LIST: Final = "1"
"""The number under which paragraphs ask for our bullets."""

BULLET_STYLE: Final = "PlanBullet"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Style:
    """A paragraph style. Spaces before and after are in points; ``layout`` goes into its properties as is."""

    name: str
    size: float | None = None
    colour: str | None = None
    bold: bool = False
    before: float = 0
    after: float = 0
    keep_next: bool = False
    outline: int | None = None
    layout: str = ""
    indent: str = ""
    based_on: str = "Normal"
    own: bool = True

    @property
    def id(self) -> str:
        return "".join(word.capitalize() for word in self.name.split())


def _paragraph_styles(look: Look) -> tuple[_Style, ...]:
    edges = "".join(
        f'<w:{edge} w:val="single" w:sz="{weight}" w:space="{space}" w:color="{colour}"/>'
        for edge, weight, space, colour in (
            ("top", 4, 5, look.pale),
            ("left", 24, 8, NAVY),
            ("bottom", 4, 5, look.pale),
            ("right", 4, 6, look.pale),
        )
    )
    said = f'<w:pBdr><w:left w:val="single" w:sz="18" w:space="8" w:color="{look.rule}"/></w:pBdr>'
    above = f'<w:pBdr><w:top w:val="single" w:sz="4" w:space="5" w:color="{look.rule}"/></w:pBdr>'
    frame = "".join(
        f'<w:{edge} w:val="single" w:sz="12" w:space="6" w:color="{look.rule}"/>'
        for edge in ("top", "left", "bottom", "right")
    )
    bullet = f'<w:numPr><w:numId w:val="{BULLET_LIST}"/></w:numPr>'
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{look.pale}"/>'
    return (
        _heading("heading 1", look.title, 0, after=3),
        _heading("heading 2", look.heading, 1, before=11, after=3),
        _heading("heading 3", look.part, 2, before=9, after=3),
        _Style(name="header", own=False, after=max(look.body - 12, 0)),
        _Style(name="footer", own=False, layout=above),
        _Style(name="Plan Bullet", after=2, layout=bullet),
        _Style(
            name="Key Box",
            after=2,
            layout=f"<w:pBdr>{edges}</w:pBdr>{shade}",
            indent='w:left="220" w:right="140"',
        ),
        _Style(name="Own Words", before=2, after=6, layout=said, indent='w:left="284" w:right="284"'),
        _Style(
            name="Frame", before=6, layout=f"<w:pBdr>{frame}</w:pBdr>", indent='w:left="140" w:right="140"'
        ),
        _Style(name="Below Table", before=6, after=3),
        _Style(name="Table Text"),
        _Style(name="Table Label", bold=True),
        _Style(name="Table Head", bold=True, colour=WHITE, keep_next=True),
        _Style(name="Block Head", bold=True, colour=NAVY, before=10, after=2, keep_next=True, layout=above),
        _Style(name="Block Lines", after=2, layout="<w:keepLines/>"),
    )


def _heading(name: str, size: float, outline: int, *, before: float = 0, after: float = 0) -> _Style:
    return _Style(
        name=name,
        size=size,
        colour=NAVY,
        bold=True,
        before=before,
        after=after,
        keep_next=True,
        outline=outline,
        own=False,
    )


def styles_xml(look: Look) -> str:
    """The whole styles part in these sizes."""
    paragraphs = "".join(_paragraph_style(style) for style in _paragraph_styles(look))
    return (
        f"<w:styles {NAMESPACES}>{_defaults(look)}{_BASE}{paragraphs}{_STRONG}{_table_style(look)}</w:styles>"
    )


def numbering_xml() -> str:
    """The list part: one kind of bullet."""
    return (
        f'<w:numbering {NAMESPACES}><w:abstractNum w:abstractNumId="0">'
        '<w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        f'<w:numFmt w:val="bullet"/><w:pStyle w:val="{BULLET_STYLE}"/>'
        '<w:lvlText w:val="•"/><w:lvlJc w:val="left"/>'
        '<w:pPr><w:ind w:left="397" w:hanging="284"/></w:pPr>'
        f'<w:rPr>{_fonts()}<w:color w:val="{NAVY}"/></w:rPr></w:lvl></w:abstractNum>'
        f'<w:num w:numId="{BULLET_LIST}"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )


def _defaults(look: Look) -> str:
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{_fonts()}"
        f'<w:color w:val="{INK}"/>{_size(look.body)}'
        '<w:lang w:val="en-GB" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        f'<w:pPrDefault><w:pPr><w:spacing w:before="40" w:after="60" w:line="{round(look.line * 240)}" '
        'w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
    )


def _paragraph_style(style: _Style) -> str:
    own = ' w:customStyle="1"' if style.own else ""
    keep = "<w:keepNext/><w:keepLines/>" if style.keep_next else ""
    indent = f"<w:ind {style.indent}/>" if style.indent else ""
    outline = "" if style.outline is None else f'<w:outlineLvl w:val="{style.outline}"/>'
    bold = "<w:b/><w:bCs/>" if style.bold else ""
    colour = f'<w:color w:val="{style.colour}"/>' if style.colour else ""
    size = _size(style.size) if style.size else ""
    return (
        f'<w:style w:type="paragraph"{own} w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="{style.based_on}"/><w:qFormat/>'
        f'<w:pPr>{keep}{style.layout}<w:spacing w:before="{round(style.before * 20)}" '
        f'w:after="{round(style.after * 20)}"/>{indent}{outline}</w:pPr>'
        f"<w:rPr>{bold}{colour}{size}</w:rPr></w:style>"
    )


def _table_style(look: Look) -> str:
    return (
        '<w:style w:type="table" w:customStyle="1" w:styleId="PlanTable"><w:name w:val="Plan Table"/>'
        '<w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr><w:tblBorders>'
        f'<w:top w:val="single" w:sz="4" w:space="0" w:color="{NAVY}"/>'
        f'<w:bottom w:val="single" w:sz="8" w:space="0" w:color="{NAVY}"/>'
        f'<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{look.rule}"/>'
        "</w:tblBorders><w:tblCellMar>"
        '<w:top w:w="45" w:type="dxa"/><w:left w:w="100" w:type="dxa"/>'
        '<w:bottom w:w="45" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f'<w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{NAVY}"/></w:tcPr>'
        "</w:tblStylePr></w:style>"
    )


def _fonts() -> str:
    scripts = " ".join(f'w:{script}="{FONT}"' for script in ("ascii", "hAnsi", "eastAsia", "cs"))
    return f"<w:rFonts {scripts}/>"


def _size(points: float) -> str:
    half_points = round(points * 2)
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


_BASE: Final = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    "<w:qFormat/></w:style>"
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
    '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
)

_STRONG: Final = (
    '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:qFormat/>'
    "<w:rPr><w:b/><w:bCs/></w:rPr></w:style>"
)
