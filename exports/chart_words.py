"""The words of the scale picture: how wide they are, how they are cut, and what is read out in its place."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from itertools import groupby
from typing import Final

from exports.chart_xml import HOPE, mark_of
from exports.fixed_words import ENGLISH, FixedWords
from exports.spoken import says_nothing
from eymeeting.domain.copies import ScaleChart, ScaleChartRow
from eymeeting.domain.text import clean_line

LONGEST_ALTERNATIVE: Final = 600
"""Characters that a text read out for a picture may have; the number table stands beside it."""

_LETTERS: Final = {
    191: "'’‘",
    222: "ijl",
    278: " !,./:;[\\]Ift|",
    333: "()-r`",
    355: '"“”',
    389: "*",
    500: "Jckvsxyz",
    556: "#$0123456789?L_abdeghnopqu–",
    584: "+<=>~",
    611: "FTZ",
    667: "&ABEKPSVXY",
    722: "CDHNRUw",
    778: "GOQ",
    833: "Mm",
    889: "%",
    944: "W",
    1015: "@…",
}
_WIDTHS: Final = {letter: width for width, letters in _LETTERS.items() for letter in letters}
"""Widths in thousandths of the size, as in Arial and the fonts made to stand in for it."""

_OTHER_LETTER: Final = 700
_WIDE_LETTER: Final = 1100
_CENTIMETRES_PER_POINT: Final = 2.54 / 72


def width_of(text: str, points: float) -> float:
    """How wide a line of text is, in centimetres, in our font. Letters of other scripts are taken as wide."""
    return sum(map(_thousandths, unicodedata.normalize("NFD", text))) / 1000 * points * _CENTIMETRES_PER_POINT


def widest_word(text: str, points: float) -> float:
    """The width of the widest word, in centimetres: a line cannot be narrower without tearing it."""
    return max((width_of(word, points) for word in text.split()), default=0.0)


def lines_needed(text: str, width: float, points: float) -> int:
    """How many lines the words take in a column of so many centimetres."""
    lines, taken = 1, 0.0
    for word in text.split():
        wide = width_of(word, points)
        if taken and taken + width_of(" ", points) + wide > width:
            lines, taken = lines + 1, wide
        else:
            taken += wide + (width_of(" ", points) if taken else 0)
    return lines


def shortened(text: str, *, word: float, whole: float, points: float) -> str:
    """The text, with “…” where a word is wider than ``word`` or everything than ``whole`` centimetres."""
    cut = " ".join(_cut(each, word, points) for each in text.split())
    return _cut(cut, whole, points)


def alternative(chart: ScaleChart, words: FixedWords = ENGLISH) -> str:
    """Every number of the picture as sentences, and where there is none; in short where that is long."""
    full = " ".join([words("A picture of the scale from 1 to 10."), *_told(chart, _in_full, words)])
    if len(full) <= LONGEST_ALTERNATIVE:
        return full
    order = ", ".join(_inside(name, words) for name in chart.series)
    opening = words("A picture of the scale. The numbers in order: {order}.", order=order)
    return " ".join([opening, *_told(chart, _in_short, words)])


def named(text: str, words: FixedWords = ENGLISH) -> str:
    """A name as one clean line, or the words for none."""
    line = clean_line(text)
    return words("not named") if says_nothing(line) else line


def _told(
    chart: ScaleChart, tell: Callable[[ScaleChart, ScaleChartRow, FixedWords], str], words: FixedWords
) -> Iterator[str]:
    for area, rows in groupby(chart.rows, key=lambda row: row.area):
        yield f"{area}: {'; '.join(tell(chart, row, words) for row in rows)}."


def _in_full(chart: ScaleChart, row: ScaleChartRow, words: FixedWords) -> str:
    said = (_number(name, number, words) for name, number in zip(chart.series, row.values, strict=True))
    return ", ".join([row.who, *filter(None, said)])


def _number(series: str, number: int | None, words: FixedWords) -> str:
    """A number after its time; a hope that nobody was asked for is left unsaid, any other gap is said."""
    name = _inside(series, words)
    if number is not None:
        return f"{name} {number}"
    return "" if mark_of(series) is HOPE else words("no number {when}", when=name)


def _in_short(_chart: ScaleChart, row: ScaleChartRow, words: FixedWords) -> str:
    return f"{row.who} {', '.join(words('no number') if each is None else str(each) for each in row.values)}"


def _inside(series: str, words: FixedWords) -> str:
    name = words.known(series)
    return name[:1].lower() + name[1:]


def _cut(text: str, width: float, points: float) -> str:
    if width_of(text, points) <= width:
        return text
    while text and width_of(f"{text}…", points) > width:
        text = text[:-1]
    return f"{text.rstrip()}…"


def _thousandths(letter: str) -> int:
    if unicodedata.category(letter) in {"Mn", "Me", "Cf"}:
        return 0
    if unicodedata.east_asian_width(letter) in "WF":
        return _WIDE_LETTER
    return _WIDTHS.get(letter, _OTHER_LETTER)
