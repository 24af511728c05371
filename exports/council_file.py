"""Whether a file can be the council's own paper: a Word file, whole, with nothing that runs or reaches out."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from struct import error as StructError  # noqa: N812
from typing import Final, TypeAlias
from xml.etree.ElementTree import Element, TreeBuilder, XMLParser

from eymeeting.domain.problems import Problem, Refused

LARGEST: Final = 20_000_000
"""Bytes of a paper; a logo for print takes a hundredth of this."""

_MOST_PARTS: Final = 500
_MOST_UNPACKED: Final = 100_000_000
_MOST_OF_ONE_TEXT: Final = 5_000_000
"""Bytes of one part of XML: its elements take fifty times as much of the computer's memory."""

_MOST_TIMES: Final = 200
_TOO_SMALL_TO_MATTER: Final = 1_000_000

_OLE: Final = b"\xd0\xcf\x11\xe0"
_PACKED: Final = b"PK\x03\x04"
_MAIN: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_CONTENT_TYPES: Final = "[Content_Types].xml"

_OLD: Final = "It is an old Word file (.doc) or has a password: save it in Word as .docx, without a password."
_NO_WORD_FILE: Final = "It is not a Word file (.docx)."
DAMAGED: Final = "It is damaged: open it in Word, save it under another name, and check that one."
_TOO_LARGE: Final = "It is larger than 20 MB: save it again with smaller pictures."
_A_BOMB: Final = "It unpacks to far more than a letterhead can hold, so it was not opened."
_MACROS: Final = (
    "It holds macros, and a program has no place on a family's paper: save it as .docx without them."
)
_TEMPLATE: Final = "It is a template: open it in Word and save it as a document (.docx)."
_CONTROLS: Final = "It holds ActiveX controls: take them away in Word."
_EMBEDDED: Final = "It holds another program's file (OLE): put a picture in its place."
_LINKED_PICTURE: Final = (
    "A picture in it is only linked and lies elsewhere: put the picture itself into the file."
)
_FROM_ELSEWHERE: Final = "It takes something from another place: take the link away in Word."
_DECLARATIONS: Final = "It holds declarations that a Word file never has, so it was not opened."

_ONLY_DROPPED: Final = frozenset({"hyperlink", "attachedTemplate"})
"""Kinds of links outwards that are not on our papers, so that they do no harm."""

CANNOT_BE_READ: Final = (
    zipfile.BadZipFile,
    zlib.error,
    StructError,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
    OverflowError,
    SyntaxError,
    ValueError,
    KeyError,
)
"""What is raised where a file is not what it says it is."""

Parts: TypeAlias = Mapping[str, bytes]


class CannotBeUsed(Refused):
    """A file that cannot be the council's own paper; ``reasons`` are whole sentences."""

    def __init__(self, reasons: tuple[str, ...]) -> None:
        super().__init__("\n".join(reasons))
        self.reasons = reasons


@dataclass(frozen=True, slots=True)
class Link:
    """What one part says of another: the id it has there, its kind, such as ``image``, and where that is."""

    id: str
    kind: str
    target: str
    outwards: bool


def parts_of(content: bytes) -> Parts:
    """The parts of a Word file by their names.

    Raises:
        CannotBeUsed: it is no such file, is not whole, or holds what must not be on our papers.
    """
    if len(content) > LARGEST:
        raise CannotBeUsed((_TOO_LARGE,))
    if content.startswith(_OLE):
        raise CannotBeUsed((_OLD,))
    if not content.startswith(_PACKED):
        raise CannotBeUsed((_NO_WORD_FILE,))
    try:
        parts = _unpacked(content)
        for name, written in parts.items():
            if _is_xml(name):
                read_xml(written)
        reasons = tuple(_reasons(parts))
    except _Declares:
        raise CannotBeUsed((_DECLARATIONS,)) from None
    except CANNOT_BE_READ:
        raise CannotBeUsed((DAMAGED,)) from None
    if reasons:
        raise CannotBeUsed(reasons)
    return parts


def read_xml(content: bytes) -> Element:
    """A part of XML, without remarks. No declaration is followed.

    Raises:
        SyntaxError: it is not well formed.
        Problem: it declares something.
    """
    reader = XMLParser(target=_PlainTree())  # noqa: S314
    reader.feed(content)
    root: Element = reader.close()
    return root


def links_of(parts: Parts, part: str = "") -> Iterator[Link]:
    """The links of one part, with the whole names of the parts they lead to; of the file itself without a name."""
    folder, name = posixpath.split(part)
    written = parts.get(posixpath.join(folder, "_rels", f"{name}.rels"))
    if written is None:
        return
    for each in read_xml(written):
        target = each.get("Target", "")
        outwards = each.get("TargetMode") == "External"
        if not outwards:
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        yield Link(each.get("Id", ""), each.get("Type", "").rpartition("/")[2], target, outwards)


def _unpacked(content: bytes) -> Parts:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        inside = package.infolist()
        if (
            len(inside) > _MOST_PARTS
            or sum(each.file_size for each in inside) > _MOST_UNPACKED
            or any(map(_unpacks_too_far, inside))
        ):
            raise CannotBeUsed((_A_BOMB,))
        if len({each.filename for each in inside}) < len(inside):
            raise CannotBeUsed((DAMAGED,))
        return {each.filename: package.read(each) for each in inside}


def _unpacks_too_far(part: zipfile.ZipInfo) -> bool:
    if _is_xml(part.filename) and part.file_size > _MOST_OF_ONE_TEXT:
        return True
    return part.file_size > max(_TOO_SMALL_TO_MATTER, _MOST_TIMES * part.compress_size)


def _is_xml(name: str) -> bool:
    return name.endswith((".xml", ".rels"))


def _reasons(parts: Parts) -> Iterator[str]:
    """Every reason why a file that can be unpacked is of no use."""
    if _CONTENT_TYPES not in parts or not any(link.kind == "officeDocument" for link in links_of(parts)):
        yield _NO_WORD_FILE
        return
    kinds = parts[_CONTENT_TYPES].decode("utf-8", errors="replace")
    names = [name.lower() for name in parts]
    macros = "macroEnabled" in kinds or any("vbaproject" in name or "vbadata" in name for name in names)
    if macros:
        yield _MACROS
    elif ".template.main+xml" in kinds:
        yield _TEMPLATE
    elif _MAIN not in kinds:
        yield _NO_WORD_FILE
    for found, reason in _IN_NAMES:
        if any(found(name) for name in names):
            yield reason
    yield from dict.fromkeys(_of_links(parts))


class _Declares(Problem):
    """A part of XML declares something of its own."""


class _PlainTree(TreeBuilder):
    def doctype(self, *_: object) -> None:
        """Refuse what could unfold, or bring in another file."""
        raise _Declares(_DECLARATIONS)


def _of_links(parts: Parts) -> Iterator[str]:
    for name in parts:
        if not name.endswith(".rels"):
            continue
        folder, own = posixpath.split(name)
        for link in links_of(parts, posixpath.join(posixpath.dirname(folder), own.removesuffix(".rels"))):
            if not link.outwards:
                if link.target not in parts and "#" not in link.target:
                    yield DAMAGED
            elif link.kind == "image":
                yield _LINKED_PICTURE
            elif link.kind not in _ONLY_DROPPED:
                yield _FROM_ELSEWHERE


_IN_NAMES: Final[tuple[tuple[Callable[[str], bool], str], ...]] = (
    (lambda name: "/activex/" in name, _CONTROLS),
    (lambda name: "/embeddings/" in name and not name.endswith((".xlsx", ".rels")), _EMBEDDED),
)
