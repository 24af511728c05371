"""Word files taken apart, and words sought in all they hold: every part, workbooks, properties, remarks, names."""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Final
from xml.etree.ElementTree import Element, fromstring

import docx
from docx.text.paragraph import Paragraph

_WORDS_END: Final = frozenset({"p", "tc", "br", "cr", "tab", "si", "c", "v"})
"""Elements of Word, of workbooks and of pictures before which a word ends; runs go on where the last one ended."""

_WORD: Final = re.compile(r"[^\W_]+")
_UNSEEN: Final = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_ALSO_WITHIN_A_WORD: Final = 6
"""Letters of a single word from which it is found inside another one too, as in the name of a bookmark."""

_FIGURES_OF_A_NUMBER: Final = 9
"""Figures of the shortest number that is found however it is grouped."""


def everything_in(paper: Path) -> str:
    """The name of a file and all it holds: each part's name, its text with the runs joined, and the part as it is."""
    return "\n".join((paper.name, *_parts(paper.read_bytes())))


def found_in(told: str, sought: Iterable[str]) -> list[str]:
    """Which of these a text holds, by whole words whatever stands between them, numbers in any grouping."""
    words, figures = _as_sought(told)
    return [each for each in sought if _is_there(each, words, figures)]


def scores_on(paper: Path) -> set[tuple[str, ...]]:
    """The rows of the scale on a plan: the part of life, whose they are, and what they said, oldest first."""
    document = docx.Document(str(paper))
    tables = [table.rows for table in document.tables]
    scale = [rows for rows in tables if rows[0].cells[0].text == "Part of life"]
    told = {tuple(cell.text for cell in row.cells) for rows in scale for row in list(rows)[1:]}
    return told | set(_scores_in_large_print(document.paragraphs))


def _scores_in_large_print(paragraphs: Iterable[Paragraph]) -> Iterator[tuple[str, ...]]:
    """The same rows where each stands as a line of its own under its part of life."""
    on_the_scale, area = False, ""
    for each in paragraphs:
        match each.style.name if each.style is not None else "":
            case "Heading 2":
                on_the_scale = each.text == "Where we are on the scale"
            case "Block Head":
                area = each.text
            case "Block Lines" if on_the_scale:
                who, *numbers = each.text.rstrip(".").split(". ")
                yield (area, who, *(number.partition(": ")[2] for number in numbers))


def _parts(package: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(package)) as whole:
        yield whole.comment.decode("latin-1")
        for name in whole.namelist():
            part = whole.read(name)
            yield name
            if zipfile.is_zipfile(io.BytesIO(part)):
                yield from _parts(part)
                continue
            yield part.decode("utf-8", errors="replace")
            if name.endswith((".xml", ".rels")):
                yield "".join(_joined(fromstring(part)))


def _joined(root: Element) -> Iterator[str]:
    for each in root.iter():
        if each.tag.rpartition("}")[2] in _WORDS_END:
            yield " "
        yield each.text or ""
        yield each.tail if each.tail and each.tail.strip() else ""


@lru_cache(maxsize=64)
def _as_sought(told: str) -> tuple[str, str]:
    """A text as its words with a space round each, and as its figures."""
    plain = unicodedata.normalize("NFKD", _UNSEEN.sub("", told)).casefold()
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign))
    figures = re.sub(r"(?<=\d)[\s().\-]+(?=\d)", "", letters)
    return f" {' '.join(_WORD.findall(letters))} ", figures


def _is_there(sought: str, words: str, figures: str) -> bool:
    alike, number = _as_sought(sought)
    number = re.sub(r"\D", "", number).lstrip("0")
    if len(number) >= _FIGURES_OF_A_NUMBER:
        return number in figures
    only = alike.strip()
    assert only, "Nothing is sought."
    if " " not in only and len(only) >= _ALSO_WITHIN_A_WORD:
        return only in words
    return alike in words
