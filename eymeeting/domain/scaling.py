"""Which parts of family life to plan for, from the scores people gave. No voice is averaged away."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from eymeeting.domain.meeting import Score

HARD: Final = 4
"""A score at or below this says that things are hard most of the time."""

WIDE_GAP: Final = 3
"""A difference between two people that is worth asking about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """An area with its lowest score, everybody who gave it, and how many people said ``HARD`` or less."""

    area: str
    lowest: int
    whose: tuple[str, ...]
    hard_for: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """An area that two people see very differently: the ends, and everybody at each end."""

    area: str
    lowest: int
    low: tuple[str, ...]
    highest: int
    high: tuple[str, ...]


def priorities(scores: Iterable[Score], areas: Sequence[str]) -> tuple[Voice, ...]:
    """The areas that were scored, hardest first.

    An area is as hard as its lowest single voice. Of two alike, the one that
    more people find hard comes first, then the one that stands first in
    ``areas``; what is not in ``areas`` comes last. Pass in only the scores that
    whoever is asking may see.
    """
    voices = [_voice(area, values) for area, values in _by_area(scores).items()]
    place = {area: order for order, area in enumerate(areas)}
    return tuple(
        sorted(
            voices,
            key=lambda voice: (voice.lowest, -voice.hard_for, place.get(voice.area, len(place)), voice.area),
        )
    )


def gaps(scores: Iterable[Score]) -> tuple[Gap, ...]:
    """The areas where two people are three or more apart, the widest first."""
    found = []
    for area, values in _by_area(scores).items():
        lowest, highest = min(values.values()), max(values.values())
        if highest - lowest >= WIDE_GAP:
            found.append(
                Gap(
                    area=area,
                    lowest=lowest,
                    low=_who_said(values, lowest),
                    highest=highest,
                    high=_who_said(values, highest),
                )
            )
    return tuple(sorted(found, key=lambda gap: (gap.lowest - gap.highest, gap.area)))


def _voice(area: str, values: dict[str, int]) -> Voice:
    lowest = min(values.values())
    return Voice(
        area=area,
        lowest=lowest,
        whose=_who_said(values, lowest),
        hard_for=sum(value <= HARD for value in values.values()),
    )


def _who_said(values: dict[str, int], value: int) -> tuple[str, ...]:
    return tuple(person for person, said in values.items() if said == value)


def _by_area(scores: Iterable[Score]) -> dict[str, dict[str, int]]:
    """Each person's number for each area; of two numbers by one person the later one counts."""
    numbered = [score for score in scores if isinstance(score.value, int)]
    grouped = groupby(sorted(numbered, key=lambda score: score.area), key=lambda score: score.area)
    return {area: {each.person: int(each.value) for each in group} for area, group in grouped}
