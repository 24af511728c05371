"""Word files such as councils have: a letterhead with a logo, and all that people leave in one."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from functools import cache
from typing import Any

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.shared import Cm, Pt, RGBColor

MAIN = "word/document.xml"
SETTINGS = "word/settings.xml"
ROOT_LINKS = "_rels/.rels"
LINKS = "word/_rels/document.xml.rels"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@cache
def logo(colour: tuple[int, int, int] = (0, 95, 115), width: int = 240, height: int = 80) -> bytes:
    """A PNG: a half sun above three waves."""
    rows = []
    for y in range(height):
        row = bytearray([0])
        for x in range(width):
            in_the_sun = (x - height) ** 2 + (y - height // 2) ** 2 < (
                height // 2 - 6
            ) ** 2 and y < height // 2
            in_a_wave = y > height // 2 + 4 and (y + (x // 12 % 2) * 3) % 14 < 7
            row += bytes(colour if in_the_sun or in_a_wave else (255, 255, 255))
        rows.append(bytes(row))
    picture = zlib.compress(b"".join(rows), 9)
    size = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = (_chunk(b"IHDR", size), _chunk(b"IDAT", picture), _chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def letterhead(
    *,
    alt: str = "Larkshire County Council",
    words: str = "Larkshire County Council",
    footer: str = "County Hall, Larkford LK1 2AB\tlarkshire.example",
    colour: str = "005F73",
    picture: bytes = logo(),
) -> Document:
    """A usual one: a logo in the header beside the name, an address below, old words, an author."""
    document = docx.Document()
    properties = document.core_properties
    properties.author, properties.last_modified_by = "Pat Bellweather", "Pat Bellweather"
    properties.comments = "for the Marsh family"
    document.add_paragraph("Dear Mr and Mrs Marsh, thank you for your letter.")
    for level in (1, 2, 3):
        font: Any = document.styles[f"Heading {level}"]
        font.font.name, font.font.size = "Verdana", Pt(26 - 4 * level)
        font.font.color.rgb = RGBColor.from_string(colour)
        fonts = font.element.rPr.rFonts
        for theme in [name for name in fonts.attrib if name.endswith("Theme")]:
            del fonts.attrib[theme]
    section = document.sections[0]
    line = section.header.paragraphs[0]
    line.add_run().add_picture(io.BytesIO(picture), width=Cm(4.5))
    for about in line._element.iter(qn("wp:docPr")):
        about.set("descr", alt)
    if words:
        section.header.add_paragraph(words)
    section.footer.paragraphs[0].text = footer
    return document


def saved(document: Document) -> bytes:
    """The document as a file."""
    whole = io.BytesIO()
    document.save(whole)
    return whole.getvalue()


def with_parts(content: bytes, added: Mapping[str, bytes | str]) -> bytes:
    """The same file with parts put in, or in the place of those of the same name."""
    whole = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            if name not in added:
                new.writestr(name, old.read(name))
        for name, part in added.items():
            new.writestr(name, part)
    return whole.getvalue()


def changed(content: bytes, part: str, before: str, after: str) -> bytes:
    """The same file with words of one part changed."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        text = package.read(part).decode()
    assert before in text
    return with_parts(content, {part: text.replace(before, after)})


def with_link(content: bytes, kind: str, target: str, *, outwards: bool = False, links: str = LINKS) -> bytes:
    """The same file with one more link, such as to comments."""
    mode = ' TargetMode="External"' if outwards else ""
    link = f'<Relationship Id="{kind}9" Type="{OFFICE}/{kind}" Target="{target}"{mode}/>'
    return changed(content, links, "</Relationships>", f"{link}</Relationships>")


def put_into_header(document: Document, xml: str) -> None:
    """Put Word's own XML at the end of the header; “w” stands for its names."""
    names = {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "v": "urn:schemas-microsoft-com:vml",
        "r": OFFICE,
    }
    declared = " ".join(f'xmlns:{short}="{name}"' for short, name in names.items())
    made = parse_xml(f"<w:hdr {declared}>{xml}</w:hdr>")
    document.sections[0].header._element.extend(list(made))
