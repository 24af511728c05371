"""Sizes, colours and widths of our papers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

NAVY: Final = "1D3557"
"""Headings and the head of a table: 12.4:1 on white."""

INK: Final = "1A1A1A"
"""All other words."""

WHITE: Final = "FFFFFF"

PALE: Final = "EAF0F6"
"""Behind what people look for first."""

RULE: Final = "9AA8BA"
"""Lines between rows."""

CREAM: Final = "FBF3DF"
"""Paper that does not glare; our words on it keep more than 10:1."""

_DEEPER_CREAM: Final = "F1E3BC"
"""Behind what people look for first, on cream."""

_RULE_ON_CREAM: Final = "5F6B7A"
"""Lines between rows, on cream: 4.9:1."""

_ANY_NUMBER: Final = 99


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Sizes of one format, in points; ``line`` is the line spacing as a multiple.

    ``columns`` is the most that a table may have: of a wider one each row is written as a block of
    lines. ``ground``, ``pale`` and ``rule`` are the colours of the paper, of a box and of lines.
    """

    body: float
    title: float
    heading: float
    part: float
    line: float
    columns: int = _ANY_NUMBER
    ground: str = WHITE
    pale: str = PALE
    rule: str = RULE

    @property
    def between(self) -> str:
        """What stands between two sentences about one thing: a space, or a new line where it is a block of lines."""
        return "\n" if self.columns == 1 else " "


STANDARD: Final = Look(body=12, title=21, heading=15, part=13, line=1.05)
"""What everybody gets who needs nothing else."""

CLEAR: Final = Look(body=14, title=23, heading=18, part=16, line=1.15, columns=5)
"""Clear print, as the RNIB recommends it."""

LARGE: Final = Look(body=18, title=28, heading=23, part=20, line=1.2, columns=1)
"""Large print: 16 points or, better, 18. No column is wide enough for it, so nothing stands in columns."""

DYSLEXIA: Final = Look(
    body=13,
    title=22,
    heading=18,
    part=16,
    line=1.5,
    columns=5,
    ground=CREAM,
    pale=_DEEPER_CREAM,
    rule=_RULE_ON_CREAM,
)
"""As the British Dyslexia Association's style guide asks: open lines, headings larger by a fifth, cream paper."""

EASY_READ: Final = Look(body=16, title=26, heading=20, part=18, line=1.3, columns=1)
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


_CHILDRENS_SIZES: Final[Mapping[str, Sequence[float]]] = {
    "clear": (18, 16, 14),
    "large": (18, 16),
    "dyslexia": (18, 16, 14, 13),
    "easyread": (18, 16),
}
_CHILDRENS_OWN: Final = Look(body=18, title=36, heading=22, part=19, line=1.15)


def child_looks(form: str) -> tuple[Look, ...]:
    """The sizes a child's page may have in a form of paper, the largest first: it is as large as a sheet allows."""
    own = look_of(form, standard=_CHILDRENS_OWN)
    return tuple(
        replace(own, body=body, title=2 * body, heading=body + 4, part=body + 3)
        for body in _CHILDRENS_SIZES.get(form, (18, 16, 14, 12))
    )


FONT: Final = "Arial"
"""For every script; where it has no letters for one, Word finds a font that has."""

A4_TWIPS: Final = (11906, 16838)
MARGIN_TWIPS: Final = 1134
TEXT_TWIPS: Final = A4_TWIPS[0] - 2 * MARGIN_TWIPS
"""Width of the text: 17 cm."""
