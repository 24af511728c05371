"""Sizes, colours and widths of our papers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Sizes of one format, in points; ``line`` is the line spacing as a multiple."""

    body: float
    title: float
    heading: float
    part: float
    line: float


STANDARD: Final = Look(body=12, title=21, heading=15, part=13, line=1.05)
"""What everybody gets who needs nothing else."""

CLEAR: Final = Look(body=14, title=23, heading=18, part=15, line=1.15)
"""Clear print, as the RNIB recommends it."""

LARGE: Final = Look(body=18, title=27, heading=22, part=19, line=1.2)
"""Large print: 16 points or, better, 18."""

DYSLEXIA: Final = Look(body=13, title=22, heading=17, part=15, line=1.5)
"""As the British Dyslexia Association's style guide asks: open lines, headings larger by a fifth, cream paper."""

EASY_READ: Final = Look(body=16, title=26, heading=20, part=17, line=1.3)
"""Pictures on the left, words on the right."""

RECORD: Final = Look(body=11, title=20, heading=14, part=12, line=1.1)
"""The practitioners' papers."""

FORMATS: Final[Mapping[str, Look]] = {
    "clear": CLEAR,
    "large": LARGE,
    "dyslexia": DYSLEXIA,
    "easyread": EASY_READ,
}
"""The sizes of each form but the standard one, which is a paper's own."""


def look_of(form: str, *, standard: Look = STANDARD) -> Look:
    """The sizes of a form of paper; ``standard`` are those of this kind of paper where nobody needs another."""
    return FORMATS.get(form, standard)


CHILD: Final = tuple(
    Look(body=body, title=2 * body, heading=body + 4, part=body + 1, line=1.15) for body in (18, 16, 14, 12)
)
"""A child's page, as large as everything on it allows."""

NAVY: Final = "1D3557"
"""Headings and the head of a table: 12.4:1 on white."""

CREAM: Final = "FBF3DF"
"""Paper that does not glare; our words on it keep more than 10:1."""

INK: Final = "1A1A1A"
"""All other words."""

PALE: Final = "EAF0F6"
"""Behind what people look for first."""

RULE: Final = "9AA8BA"
"""Lines between rows."""

WHITE: Final = "FFFFFF"

FONT: Final = "Arial"
"""For every script; where it has no letters for one, Word finds a font that has."""

A4_TWIPS: Final = (11906, 16838)
MARGIN_TWIPS: Final = 1134
TEXT_TWIPS: Final = A4_TWIPS[0] - 2 * MARGIN_TWIPS
"""Width of the text: 17 cm."""
