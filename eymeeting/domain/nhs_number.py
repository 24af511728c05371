"""The NHS number: ten figures, the last of which checks the others (NHS Data Dictionary, Modulus 11)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

FIGURES: Final = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class NhsNumber:
    """A number as it is kept, “999 990 1018”, or the plain sentence that says why it is not one."""

    number: str | None = None
    problem: str | None = None


def read_nhs_number(text: str) -> NhsNumber:
    """An NHS number however it is spaced. The sentences hold no figure of it."""
    figures = re.sub(r"[\s.\-]", "", text)
    if not (figures.isascii() and figures.isdecimal()):
        return NhsNumber(problem="An NHS number has only figures, ten of them.")
    if len(figures) != FIGURES:
        there = "1 is" if len(figures) == 1 else f"{len(figures)} are"
        return NhsNumber(problem=f"An NHS number has ten figures; {there} here.")
    if not fits(figures):
        return NhsNumber(
            problem="Two figures may have changed places: the last figure does not fit the others. Please look again."
        )
    return NhsNumber(number=f"{figures[:3]} {figures[3:6]} {figures[6:]}")


def fits(figures: str) -> bool:
    """Whether the last of ten figures is the check figure of the nine before it.

    Each of the nine is weighted 10 down to 2; what the sum lacks to the next
    multiple of 11 is the check figure, 11 counting as 0; 10 is never given out.
    """
    weighted = sum(int(figure) * weight for figure, weight in zip(figures[:9], range(10, 1, -1), strict=True))
    return (11 - weighted % 11) % 11 == int(figures[9])
