"""The last look at a finished file: nothing in it that its reader must not see."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Final
from xml.etree.ElementTree import Element, TreeBuilder, XMLParser

from eymeeting.domain.problems import Refused
from eymeeting.domain.protected import held_by, words_of

_NOT_MADE: Final = (
    "This copy was not made: it would have shown this reader something that is not theirs to see{kind}. "
    "Nothing was saved. {look}"
)
_LOOK: Final = "Look for somebody else's name, address, number or private words in what was typed."
_LOOK_FOR_IT: Final = "Look for it in what was typed elsewhere."
_LAYOUT: Final = (
    "styles.xml",
    "numbering.xml",
    "settings.xml",
    "fontTable.xml",
    "theme1.xml",
    "[Content_Types].xml",
)
"""Parts whose attributes are the layout of every paper alike; their text is searched all the same."""

_PICTURE: Final = re.compile(r"word/charts/chart\d+\.xml")
"""A picture of the scale: names and numbers are its text, its attributes are marks and sizes."""

_COUNCIL_LOGO: Final = re.compile(r"word/media/council\d+\.\w+")
"""A picture of the council's own paper: its pixels are no words, though some read like short names."""

_SCHEMAS: Final = "http://schemas.openxmlformats.org/"
"""How the names of Word's own kinds of parts begin: “…/chart” is nobody's name."""

_CUT_SHORT: Final = re.compile("(?<=\\w)…")
_FEWEST_OF_A_LABEL: Final = 3
"""Words of a label that was cut short by which a longer text is known."""

_FOLDED: Final = re.compile("\r?\n[ \t]")
_WRITTEN_WITH: Final = re.compile(r"\\(.)")
_UNSEEN: Final = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_STARTS_ANEW: Final = frozenset({"p", "tc", "br", "cr", "tab", "si"})
"""Elements of Word, of drawings and of spreadsheets before which words end."""


def check_nothing_leaks(
    file: bytes | Path, must_not_hold: Mapping[str, str] | Iterable[str], *, name: str = ""
) -> None:
    """Search a finished .docx, every part of it and its ``name``, for texts that must not be in it.

    Texts, properties, descriptions, links, the names of parts, pictures of the
    scale, and workbooks and other files within the file are searched; words are
    found across runs, paragraphs and cells, by the same rule by which they are
    kept off the paper.

    Raises:
        Refused: one of them is there. The sentence says of what kind it is, where
            that is known, and never which.
    """
    sought = must_not_hold if isinstance(must_not_hold, Mapping) else dict.fromkeys(must_not_hold, "")
    if not sought:
        return
    content = file if isinstance(file, bytes) else file.read_bytes()
    for text in chain([name.replace("_", " ")], _texts(content)):
        seen = _UNSEEN.sub("", text)
        found = next(chain(held_by(seen, sought), _clipped(seen, sought)), None)
        if found is not None:
            kind = sought[found]
            raise Refused(
                _NOT_MADE.format(kind=f", {kind}" if kind else "", look=_LOOK_FOR_IT if kind else _LOOK)
            )


def _clipped(text: str, sought: Iterable[str]) -> Iterator[str]:
    """What a text holds the beginning of, cut short as labels of a picture are."""
    for part in _CUT_SHORT.split(text)[:-1]:
        there = words_of(part[-200:])
        for each in sought:
            words = words_of(each)
            lengths = range(_FEWEST_OF_A_LABEL, len(words))
            if any(there[-length:] == words[:length] for length in lengths):
                yield each


def _texts(content: bytes) -> Iterator[str]:
    """Everything readable in a package: names, remarks, text and attributes of all parts, files within it.

    What is no package is a text, whole where a line goes on in the next one, as in calendars.
    """
    if not zipfile.is_zipfile(io.BytesIO(content)):
        text = content.decode(errors="replace")
        yield from (text, _unfolded(text))
        return
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        yield package.comment.decode("latin-1")
        for part in package.infolist():
            yield f"{part.filename} {part.comment.decode('latin-1')}"
            yield from _texts_of_part(part.filename, package.read(part))


def _unfolded(text: str) -> str:
    """A calendar's text as it is read: long lines in one again, and signs without what stands before them."""
    whole = _FOLDED.sub("", text)
    return _WRITTEN_WITH.sub(lambda found: " " if found[1] in "nN" else found[1], whole)


def _texts_of_part(name: str, content: bytes) -> Iterator[str]:
    if zipfile.is_zipfile(io.BytesIO(content)):
        yield from _texts(content)
    elif name.endswith((".xml", ".rels")):
        root = _read(content)
        yield _joined(root, apart=False)
        yield _joined(root, apart=True)
        if not (name.endswith(_LAYOUT) or _PICTURE.fullmatch(name)):
            values = (value for each in root.iter() for value in each.attrib.values())
            yield " | ".join(dict.fromkeys(each for each in values if not each.startswith(_SCHEMAS)))
    elif not _COUNCIL_LOGO.fullmatch(name):
        yield content.decode("latin-1")
        yield content.decode("utf-16-le", errors="ignore")


def _read(xml: bytes) -> Element:
    """A part of a package we wrote a moment ago, with the remarks in it."""
    reader = XMLParser(target=TreeBuilder(insert_comments=True, insert_pis=True))  # noqa: S314
    reader.feed(xml)
    root: Element = reader.close()
    return root


def _joined(root: Element, *, apart: bool) -> str:
    """All text of a part in its order: run beside run, or every piece ``apart`` from the next."""
    pieces: list[str] = []
    for each in root.iter():
        name = str(each.tag).rpartition("}")[2]
        if apart or name in _STARTS_ANEW:
            pieces.append(" ")
        pieces.append("-" if name == "noBreakHyphen" else each.text or "")
        pieces.append(each.tail if each.tail and not each.tail.isspace() else "")
    return "".join(pieces)
