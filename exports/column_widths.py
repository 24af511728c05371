"""How wide the columns of a table are: as planned, unless a word would be torn or a row be very high."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from math import ceil
from typing import Final

from exports.chart_words import width_of

_BREAKS: Final = re.compile(r"[^\S\u00a0\u202f]+|(?<=-)")
"""Where a line may end: at a space that is not a no-break space, and behind a hyphen."""

_TO_TICK: Final = re.compile(r"^([☐☒]\S* ?[^☐☒\n]*)$", re.MULTILINE)
"""A box to tick alone on its line, which is not broken."""

_EDGES: Final = 0.36
"""Centimetres at both sides of the words of a cell."""

_TO_SPARE: Final = 1.06
"""Bold words are wider than others, and programs do not measure quite alike."""

_LONGEST_WORD: Final = 4.0
"""Centimetres at 12 points of the longest word that is kept whole; longer ones break wherever they must."""

_HIGH: Final = 12
"""Lines of a cell above which its column takes room from others."""

_STEP: Final = 0.25
"""Centimetres that go from one column to another at a time."""


def fitted(
    planned: Sequence[float], columns: Sequence[Sequence[str]], points: float, *, least: Sequence[float]
) -> list[float]:
    """The widths of columns in centimetres, together as wide as ``planned``.

    Args:
        planned: their widths where nothing asks for more.
        columns: the texts of each column, its heading among them.
        points: the size of the letters.
        least: how narrow each of them may become, whatever the others ask for.
    """
    needs = [
        max([lowest, *(_narrowest(text, points) for text in texts)])
        for texts, lowest in zip(columns, least, strict=True)
    ]
    needs = _within(needs, sum(planned))
    widths = _with_room_for_words(planned, needs)
    longest = [max(texts, key=len, default="") for texts in columns]
    return _lower(widths, needs, longest, points)


def _with_room_for_words(planned: Sequence[float], needs: Sequence[float]) -> list[float]:
    """Every column as wide as it needs to be; what that takes comes from those with room to spare."""
    missing = sum(max(need - width, 0) for need, width in zip(needs, planned, strict=True))
    spare = sum(max(width - need, 0) for need, width in zip(needs, planned, strict=True))
    if not missing:
        return list(planned)
    return [
        max(need, width - max(width - need, 0) * missing / spare) if spare else need
        for need, width in zip(needs, planned, strict=True)
    ]


def _within(needs: Sequence[float], whole: float) -> list[float]:
    """The needs, the largest cut down until all of them together fit."""
    most = max(needs, default=0.0)
    while sum(min(need, most) for need in needs) > whole:
        most *= 0.95
    return [min(need, most) for need in needs]


def _lower(widths: list[float], needs: Sequence[float], longest: Sequence[str], points: float) -> list[float]:
    """Room moved to the column whose longest text is highest, as long as that makes the highest lower."""
    while True:
        lines = [_lines(text, width, points) for text, width in zip(longest, widths, strict=True)]
        highest = lines.index(max(lines))
        givers = [
            place
            for place, width in enumerate(widths)
            if place != highest
            and width - _STEP >= needs[place]
            and _lines(longest[place], width - _STEP, points) < lines[highest]
        ]
        if lines[highest] <= _HIGH or not givers:
            return widths
        giver = max(givers, key=lambda place: widths[place] - needs[place])
        widths[giver] -= _STEP
        widths[highest] += _STEP


def _narrowest(text: str, points: float) -> float:
    """The width of a cell in which no word is torn but those that are very long, and torn anyway."""
    whole = _TO_TICK.sub(lambda found: found[0].replace(" ", "\u00a0"), text)
    words = (_width(word, points) * _TO_SPARE for word in _BREAKS.split(whole))
    return max((width for width in words if width <= _LONGEST_WORD * points / 12), default=0.0) + _EDGES


def _lines(text: str, width: float, points: float) -> int:
    room = max(width - _EDGES, _STEP)
    return sum(max(1, ceil(_width(line, points) * _TO_SPARE / room)) for line in text.split("\n"))


@lru_cache(maxsize=4096)
def _width(text: str, points: float) -> float:
    return width_of(text, points)
