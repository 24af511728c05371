"""A part of an easy read paper: a heading, and its rows of pictures and words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from exports.house_style import Page
from exports.pictures_beside import Beside, PicturesBeside, add_pictures_beside
from exports.spoken import lines_of, sentence
from exports.symbols import Symbol
from exports.writing import Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A heading with its rows; ``empty`` is the one row, with its ``symbol``, where there are none.

    ``shows`` says in a word what the pictures stand for, ``opening`` in a sentence what the words are.
    """

    heading: str
    shows: str
    opening: str
    rows: tuple[Beside, ...]
    empty: str = ""
    symbol: Symbol = "pencil"


def write(page: Page, part: Part) -> None:
    """Write a part at the end of the page; one that has nothing to say is left out."""
    rows = part.rows or ((row(part.symbol, [part.empty]),) if part.empty else ())
    if not rows:
        return
    page.heading(part.heading)
    add_pictures_beside(
        page,
        PicturesBeside(
            title=part.heading,
            about=page.words("Each row is one thing: a picture on the left, the words on the right."),
            shows=part.shows,
            opening=part.opening,
            rows=rows,
        ),
    )


def row(symbol: Symbol, *lines: Sequence[Phrase]) -> Beside:
    """One idea: a picture with lines of words."""
    return Beside(symbol=symbol, lines=lines)


def said(symbol: Symbol, texts: Iterable[str]) -> Iterator[Beside]:
    """A row for each line that somebody typed, as a sentence."""
    for text in texts:
        for line in lines_of(text):
            yield row(symbol, [sentence(line)])
