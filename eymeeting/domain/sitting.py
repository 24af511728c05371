"""Somebody sits at the keyboard of a meeting, and where they are in it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where the keyboard is: the step, the field in it, and the cursor as characters from its start."""

    step: str
    field: str = ""
    cursor: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """One stretch at the keyboard of one meeting. ``keyboard`` is the worker who types."""

    id: int
    family: str
    meeting: str
    keyboard: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A line not yet finished, with its cursor."""

    text: str
    cursor: int
