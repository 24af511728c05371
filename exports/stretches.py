"""Which words of a line run from left to right and which from right to left, so that none turns round."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from exports.spoken import NO_BREAK
from exports.writing import LEFT, RIGHT

_LEFT_STRETCH: Final = re.compile(rf"((?:[+(£€$]*\d|{LEFT})(?:[^\n{RIGHT[1:-1]}]*(?:\d%?|{LEFT}))?)")
"""Latin words, numbers and what stands between them, which run from left to right wherever they are."""

_RIGHT_STRETCH: Final = re.compile(rf"({RIGHT}(?:[\W\d]*{RIGHT})*)")
_LETTER: Final = re.compile(rf"({RIGHT})|{LEFT}")

LEFT_TO_RIGHT: Final = "\u200e"
"""A sign nobody sees, beside which a full stop runs from left to right."""

NARROW_NO_BREAK: Final = "\u202f"
"""Between the figures of a telephone number: beside the wide one, LibreOffice tears a turned line within them."""

_ENDS: Final = re.compile("[.!?…,;:)\\]”’\"']+(?=\\s|$)")
_BEGINS: Final = re.compile("[(\\[“‘\"']+$")
_A_LATIN_SENTENCE: Final = 3
"""Letters for each turned one, from which on a line that begins in Latin is a sentence with a turned name in it."""

_A_PHRASE: Final = 4
"""Latin words side by side from which on they are more than somebody's name."""

_BETWEEN: Final = re.compile(f"{RIGHT}+|[,;()]")

_SAID: Final = 6
"""Latin words side by side from which on they are a sentence somebody said, and not a name within one of ours."""

Divided = Callable[[str], Iterator[tuple[str, bool]]]
"""Divides words into stretches, each with whether it is turned."""


def runs_from_the_right(text: str) -> bool:
    """Whether a line on a turned paper is turned: all are, but a Latin sentence with a turned name in it."""
    letters = list(_LETTER.finditer(text))
    turned = sum(each[1] is not None for each in letters)
    is_mostly_latin = len(letters) >= _A_LATIN_SENTENCE * turned
    return turned == 0 or letters[0][1] is not None or not (is_mostly_latin and _holds_a_phrase(text))


def _holds_a_phrase(text: str) -> bool:
    """Whether so many Latin words stand side by side that they are no list of names."""
    return any(len(each.split()) >= _A_PHRASE for each in _BETWEEN.split(text))


def is_latin(text: str) -> bool:
    """Whether there are letters, and none of them is turned."""
    return _LETTER.search(text) is not None and not any(each[1] for each in _LETTER.finditer(text))


def apart(text: str) -> Iterator[tuple[str, bool]]:
    """Each stretch of a line that runs from left to right, with whether it is turned."""
    return ((each, bool(place % 2)) for place, each in enumerate(_RIGHT_STRETCH.split(text)) if each)


def latin(text: str) -> Iterator[tuple[str, bool]]:
    """Words without a letter that is turned: one stretch, whose signs at either end stay where they were."""
    yield _held(text), False


def among_the_turned(text: str) -> Iterator[tuple[str, bool]]:
    """Each stretch of a line that runs from right to left. Of what was said in Latin letters the stop goes with it."""
    parts = _LEFT_STRETCH.split(text.replace(NO_BREAK, NARROW_NO_BREAK))
    for place in range(1, len(parts), 2):
        parts[place] = parts[place] if parts[place][0].isalnum() else f"{LEFT_TO_RIGHT}{parts[place]}"
        closing = _ENDS.match(parts[place + 1])
        is_open = parts[place].count("(") > parts[place].count(")")
        if closing and (is_open or len(parts[place].split()) >= _SAID):
            opening = _BEGINS.search(parts[place - 1])
            begins = opening[0] if opening else ""
            parts[place - 1] = parts[place - 1].removesuffix(begins)
            parts[place] = _held(f"{begins}{parts[place]}{closing[0]}")
            parts[place + 1] = parts[place + 1].removeprefix(closing[0])
    return ((each, not place % 2) for place, each in enumerate(parts) if each)


def _held(text: str) -> str:
    """Words between marks nobody sees, where they begin or end in a sign that would else change sides."""
    before = "" if text[:1].isalpha() else LEFT_TO_RIGHT
    return f"{before}{text}{'' if text[-1:].isalnum() else LEFT_TO_RIGHT}"
