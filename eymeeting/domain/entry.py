"""One thing that is kept of a family."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal
from uuid import uuid4

Level = Literal["family", "named", "chair_and_agency", "safeguarding"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What every kept thing has: an id of its own within the family, and its place in the order."""

    id: str
    position: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Visibility:
    """Who may see something. ``to`` counts only for ``named`` and holds ids of people and workers."""

    level: Level
    to: tuple[str, ...] | None = None


FOR_THE_FAMILY: Final = Visibility(level="family")


def new_id() -> str:
    """An id for something newly kept."""
    return uuid4().hex
