"""Tables to fill in by hand, in every form of paper: in columns, or line under line where type is large."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from docx.oxml.ns import qn

from exports.form_fields import LINE, circle_numbers, table_to_fill, writing_lines
from exports.house_style import Page
from exports.spoken import says_nothing
from exports.tables import Column, Table

TO_CIRCLE: Final = " ".join(map(str, range(1, 11)))
"""Ten numbers, as a cell of a table holds them until they are set apart."""

_APART: Final = "\u2003"
"""Between two numbers, so that a ring can be drawn round one."""

_A_PAIR: Final = 2
"""Columns of a table of questions and answers, where the question says what the room beside it is for."""

_WIDE: Final = 8
"""Share of the width from which a column is for sentences."""


def to_write_in(heading: str, share: float) -> Column:
    """A column whose empty cells are room to write."""
    return Column(heading=heading, share=share, empty="")


def named_rows(heading: str, share: float) -> Column:
    """A column that names its rows, or has room for a name."""
    return Column(heading=heading, share=share, label=True, empty="")


def fill_in(
    page: Page, title: str, columns: Sequence[Column], rows: Sequence[Sequence[str]], height: float
) -> None:
    """A table with room to write, its rows at least so many centimetres high.

    In large type each row is lines, one under another, each with what it is for.
    """
    if len(columns) > page.look.columns:
        _under_each_other(page, columns, rows, height)
        return
    about = page.words("Each row is for one entry. Empty cells are room to write.")
    told = tuple(
        replace(column, keeps=any(row[place] == TO_CIRCLE for row in rows))
        for place, column in enumerate(columns)
    )
    table_to_fill(page, Table(title=title, about=about, columns=told, rows=tuple(rows)), height)
    _set_apart(page)


def blank_rows(count: int, columns: int) -> list[tuple[str, ...]]:
    """So many empty rows."""
    return [("",) * columns for _ in range(count)]


def _under_each_other(
    page: Page, columns: Sequence[Column], rows: Sequence[Sequence[str]], height: float
) -> None:
    """Rows as lines: what names a row once, then what each place is for, and room to write."""
    before = ""
    for row in rows:
        is_named = columns[0].label and not says_nothing(row[0])
        for column, text in zip(columns, row, strict=True):
            if is_named and column is columns[0]:
                if text != before:
                    page.say(f"{column.heading} {text}" if column.counts else _asking(text), keep_next=True)
                before = text
            elif text == TO_CIRCLE:
                circle_numbers(page)
            elif says_nothing(text):
                page.say(
                    "" if is_named and len(columns) == _A_PAIR else _asking(column.heading), keep_next=True
                )
                writing_lines(page, _lines(column, height), column.heading)
            else:
                page.say(_asking(column.heading), text)


def _asking(words: str) -> str:
    return words if words.endswith("?") else f"{words}:"


def _lines(column: Column, height: float) -> int:
    """Lines to write on in the place of a cell: as many as it has room for where it is wide."""
    return max(1, int(height / LINE)) if column.share >= _WIDE else 1


def _set_apart(page: Page) -> None:
    """The numbers of the last table far enough apart for a ring round one of them."""
    last = page.document.element.body.findall(qn("w:tbl"))[-1]
    for words in last.iter(qn("w:t")):
        if words.text == TO_CIRCLE:
            words.text = TO_CIRCLE.replace(" ", _APART)
