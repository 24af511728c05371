"""Faces beside the scale, for children and for anyone who does not read."""

from __future__ import annotations

from typing import Final

from eymeeting.domain.pack import Band, Pack
from eymeeting.domain.people import Person

SMALL: Final = ("(T_T)", "(._.)", "(-_-)", "(^_^)", "(^o^)")
"""From the lowest band to the highest, in plain characters and upright."""

LARGE: Final = (
    (
        r"  .-------.  ",
        r" /         \ ",
        r"|   o   o   |",
        r"|   ;   ;   |",
        r"|   .---.   |",
        r" \ /     \ / ",
        r"  '-------'  ",
    ),
    (
        r"  .-------.  ",
        r" /         \ ",
        r"|   o   o   |",
        r"|           |",
        r"|   .---.   |",
        r" \         / ",
        r"  '-------'  ",
    ),
    (
        r"  .-------.  ",
        r" /         \ ",
        r"|   o   o   |",
        r"|           |",
        r"|   -----   |",
        r" \         / ",
        r"  '-------'  ",
    ),
    (
        r"  .-------.  ",
        r" /         \ ",
        r"|   o   o   |",
        r"|           |",
        r"|   \___/   |",
        r" \         / ",
        r"  '-------'  ",
    ),
    (
        r"  .-------.  ",
        r" /         \ ",
        r"|   ^   ^   |",
        r"|           |",
        r"|  \-----/  |",
        r" \  '---'  / ",
        r"  '-------'  ",
    ),
)
"""The same faces, to be seen from across a table."""

_FORMATS: Final = ("easyread", "read_aloud")
_NEEDS: Final = ("picture", "easy read", "read aloud", "not read", "cannot read", "can't read")


def wants_faces(person: Person | None) -> bool:
    """Whether somebody is asked with faces: a child, or whoever has things read aloud, in easy read or in pictures."""
    if person is None:
        return False
    needs = (person.access_needs or "").casefold()
    has_format = any(each in _FORMATS for each in person.formats or ())
    return person.kind == "child" or has_format or any(each in needs for each in _NEEDS)


def words_for(person: Person | None, band: Band) -> str:
    """A band in the words for somebody: a child's for a child, plain grown-up words for everybody else."""
    return band.child if person is not None and person.kind == "child" else band.adult


def face(pack: Pack, band: Band) -> int:
    """Which of the five faces belongs to a band, counted from nought; where a pack has other bands, the nearest."""
    bands = sorted(pack.bands, key=lambda each: each.low)
    return round(bands.index(band) * (len(SMALL) - 1) / max(len(bands) - 1, 1))
