"""A council's own line about children's safety, 0 to 10: asked alone, and never mixed with the scores of 1 to 10."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Final

from eymeeting.domain.entry import new_id
from eymeeting.domain.family import Change, Family
from eymeeting.domain.meeting import SafetyScore
from eymeeting.domain.pack import Pack
from eymeeting.domain.sight import Reader, sees
from eymeeting.domain.text import clean_line

LOWEST: Final = 0
HIGHEST: Final = 10
_NUMBER: Final = re.compile(r"\s*(\d{1,2})\s*")


def read_number(text: str) -> int | None:
    """A number from 0 to 10, or nothing where the words are none."""
    match = _NUMBER.fullmatch(text)
    number = None if match is None else int(match[1])
    return number if number is not None and LOWEST <= number <= HIGHEST else None


def number_told(
    family: Family, meeting: str, person: str, keyboard: str, *, today: date, pack: Pack
) -> SafetyScore | None:
    """What somebody said on the line, as far as whoever is at the keyboard may know of it.

    Whoever asked has heard it; anybody else goes by the rules of sight.
    """
    reader = Reader(id=keyboard)
    for each in family.safety_scores:
        if (each.meeting, each.person) == (meeting, person) and (
            each.asked_by == keyboard or sees(family, reader, each, today=today, pack=pack)
        ):
            return each
    return None


def told_alone(
    family: Family,
    before: SafetyScore | None,
    *,
    meeting: str,
    person: str,
    keyboard: str,
    typed: str,
    note: str,
) -> Change | None:
    """What is said on the line, kept or put right; nothing typed takes it away. Nothing where nothing changes.

    It is for whoever said it, whoever asked and the chair.
    """
    number = read_number(typed)
    if number is None and typed.strip():
        return None
    words = clean_line(note).strip() or None
    after: SafetyScore | None = None
    if number is not None:
        blank = SafetyScore(
            id=new_id(),
            position=family.next_position(SafetyScore),
            meeting=meeting,
            person=person,
            value=number,
            asked_by=keyboard,
        )
        after = replace(before or blank, value=number, note=words)
    return None if after == before else Change(family=family.ref, before=before, after=after)


def is_used(pack: Pack) -> bool:
    """Whether there is such a line here."""
    return pack.safety_line is not None


def line_words(score: SafetyScore, pack: Pack) -> str:
    """What was said on the line, with its name and both ends of it: “How safe are the children? 6, of 0 to 10”."""
    name = pack.safety_line.name if pack.safety_line is not None else "Safety"
    told = f"{name.rstrip(' .:')}: {score.value}, of {LOWEST} to {HIGHEST}"
    return f"{told} ({score.note})" if score.note else told
