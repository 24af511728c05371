"""The rows of a table as blocks of lines, for print so large that no column would hold it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from docx.oxml.xmlchemy import BaseOxmlElement

from exports.spoken import lines_of, on_paper, says_nothing, sentence
from exports.styles import BULLET_STYLE
from exports.tables import Column, Table
from exports.writing import Phrase, Strong, element, paragraph

_LONGEST_HEADING: Final = 70
"""Characters of a first line up to which it is a heading too, so that people can go from block to block."""

_ONE_PIECE: Final = 4
"""Up to this many lines under one name stay on one page."""

_NAMED_AND_TOLD: Final = 2
"""Columns of a table that needs no heading over them: a name, and what is told of it."""

_TYPED_NUMBER: Final = re.compile(r"\(?\d{1,2}[.)]\s|[a-z]\)\s")
"""How a line begins that somebody typed as one of a list."""

_END_OF_SENTENCE: Final = re.compile(r"(?<=[^\d\W][.!?])\s+(?=\w)")
"""After a word of letters: neither “1. Ring” nor a date is a sentence."""

_Line = Sequence[Phrase]


def block_elements(table: Table, *, level: int) -> Iterator[BaseOxmlElement]:
    """The table row by row, each in one piece: what it is about in bold, then a line for each of the others.

    What nobody knows and a table would fill with a dash is left out. ``level`` is
    the level of heading that the first lines have.
    """
    columns = table.columns
    if columns[0].label and len(columns) == _NAMED_AND_TOLD:
        for row in table.rows:
            name = _called(row[0], columns[0])
            yield paragraph(Strong(name), _shown(row[1], columns[1]), style=_style_of(name))
    elif columns[0].label and all(column.brief for column in columns[1:]):
        yield from _under_names(table, level)
    else:
        for row in table.rows:
            yield from _block(row, columns, level)


def _block(row: Sequence[str], columns: Sequence[Column], level: int) -> Iterator[BaseOxmlElement]:
    begins = 1 if columns[0].counts else 0
    opening, *more = _opened(lines_of(row[begins]) or [columns[begins].empty])
    if begins:
        opening = f"{columns[0].heading} {_in_one_line(row[0], columns[0])}: {opening}"
    lines: list[_Line] = [[each] for each in more]
    lines += [
        [Strong(f"{column.heading}:"), shown]
        for text, column in zip(row[begins + 1 :], columns[begins + 1 :], strict=True)
        if (shown := _shown(text, column))
    ]
    yield _first_line(opening, level)
    yield from _lines(lines, keep=len(lines))


def _opened(lines: list[str]) -> list[str]:
    """The lines, the first without what follows its first sentence where all of it is too long to be bold."""
    opening, *more = lines
    if len(opening) <= _LONGEST_HEADING:
        return lines
    return [*_END_OF_SENTENCE.split(opening, maxsplit=1), *more]


def _under_names(table: Table, level: int) -> Iterator[BaseOxmlElement]:
    """Rows of which each is one line, under their name; it is said once for all that share it."""
    name, *others = table.columns
    for label, rows in groupby(table.rows, key=lambda row: _in_one_line(row[0], name)):
        yield _first_line(label, level)
        yield from _lines([_as_a_line(row, others) for row in rows], keep=_ONE_PIECE)


def _as_a_line(row: Sequence[str], columns: Sequence[Column]) -> _Line:
    whose, *others = columns
    told = (
        sentence(f"{column.heading}: {shown}")
        for text, column in zip(row[2:], others, strict=True)
        if (shown := _shown(text, column))
    )
    return [Strong(sentence(_in_one_line(row[1], whose))), *told]


def _lines(lines: Sequence[_Line], *, keep: int) -> Iterator[BaseOxmlElement]:
    for place, line in enumerate(lines, start=1):
        last = place == len(lines)
        yield paragraph(*line, style=_style_of(str(line[0])), keep_next=not last and len(lines) <= keep)


def _first_line(text: str, level: int) -> BaseOxmlElement:
    made = paragraph(text, style="BlockHead")
    if len(text) <= _LONGEST_HEADING or _TYPED_NUMBER.match(text):
        made[0].append(element("outlineLvl", val=str(level - 1)))
    return made


def _shown(text: str, column: Column) -> str:
    """What stands in a cell, nothing where that would be a dash."""
    if not says_nothing(text):
        return on_paper(text)
    return column.empty if any(sign.isalnum() for sign in column.empty) else ""


def _in_one_line(text: str, column: Column) -> str:
    return " ".join(lines_of(text)) or column.empty


def _called(name: str, column: Column) -> str:
    shown = _in_one_line(name, column)
    return shown if shown.endswith(("?", "!", ":")) else f"{shown.rstrip('. ')}:"


def _style_of(line: str) -> str:
    """The style of a line: one that was typed as one of a list is one of a list."""
    return BULLET_STYLE if _TYPED_NUMBER.match(line) else "BlockLines"
