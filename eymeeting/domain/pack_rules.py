"""What a pack may hold: the range of each number, what must differ, and what must fit together.

A rule takes the parts of a pack that could be read, by key, and yields a sentence
for each thing that is wrong with them.
"""

from __future__ import annotations

import string
from collections.abc import Iterable, Mapping
from dataclasses import fields
from difflib import get_close_matches
from typing import Any, Final, get_args

from eymeeting.domain.meeting import MeetingType
from eymeeting.domain.pack import Area, MeetingKind, Panel, Step
from eymeeting.domain.pack_choices import TOLD_ON_PAPER, ClosingWords, WorkerWord
from eymeeting.domain.plain_words import HardWord

RANGES: Final[Mapping[str, tuple[int, int]]] = {
    "low": (1, 10),
    "high": (1, 10),
    "minutes": (0, 240),
    "slot_minutes": (1, 120),
    "first_meeting_wd": (1, 120),
    "review_weeks": (1, 52),
    "review_warn_weeks": (1, 104),
    "copy_wd": (0, 60),
    "chosen_areas": (1, 10),
    "child_answers_from_age": (0, 18),
    "drift_months": (1, 60),
    "drift_reviews": (1, 20),
    "drift_moves": (1, 20),
    "interpreter_adds_thirds": (0, 3),
    "keep_until_age": (0, 100),
}
"""The smallest and the largest number each key may hold."""

STEPS: Final = (
    "welcome",
    "agreement",
    "children",
    "story",
    "journey",
    "review",
    "scores",
    "workers",
    "areas",
    "actions",
    "outcome",
    "lead",
    "next",
    "keep",
    "call",
    "helped",
    "view",
    "past",
    "present",
    "future",
    "private",
    "agreed",
    "watching",
    "told",
    "finish",
)
"""Every step there is, in the order they most often come."""

LEVELS: Final = 4
"""Levels of need, from 1."""

TOLD_APART_BY: Final[Mapping[type, str]] = {
    Area: "id",
    Step: "id",
    MeetingKind: "type",
    Panel: "name",
    ClosingWords: "reason",
    WorkerWord: "id",
    HardWord: "words",
}
"""The key that may not be the same twice in one list."""

NEEDS_ONE: Final[frozenset[type]] = frozenset({Area, Step, ClosingWords})
"""What there must be at least one of."""


def _bands_cover_the_scale(parts: Mapping[str, Any]) -> Iterable[str]:
    if "bands" not in parts:
        return
    for value in range(1, 11):
        count = sum(band.low <= value <= band.high for band in parts["bands"])
        if count != 1:
            yield f"bands must hold each score from 1 to 10 once. {value} is in {count or 'none'} of them."


def _every_kind_of_meeting_is_there(parts: Mapping[str, Any]) -> Iterable[str]:
    if "meetings" not in parts:
        return
    there = {kind.type for kind in parts["meetings"]}
    for type_ in get_args(MeetingType):
        if type_ not in there:
            yield f"meetings has none with the type {type_}."


def _every_step_is_one_there_is(parts: Mapping[str, Any]) -> Iterable[str]:
    for place, kind in enumerate(parts.get("meetings", ()), 1):
        for number, step in enumerate(kind.steps, 1):
            if step.id not in STEPS:
                near = get_close_matches(step.id, STEPS, 1)
                advice = f"Did you mean {near[0]}?" if near else f"The steps are {', '.join(STEPS)}."
                at = f"meetings[{place}].steps[{number}].id"
                yield f"{at} is “{_short(step.id)}”, and there is no such step. {advice}"


def _levels_are_named_all_or_none(parts: Mapping[str, Any]) -> Iterable[str]:
    lists = parts.get("lists")
    if lists and lists.levels and len(lists.levels) != LEVELS:
        yield f"lists.levels must name all {LEVELS} levels of need, in order, and it names {len(lists.levels)}."


def _only_a_kind_reason_is_told_on_paper(parts: Mapping[str, Any]) -> Iterable[str]:
    for place, each in enumerate(parts.get("closing_reasons", ()), 1):
        if each.on_paper and each.reason not in TOLD_ON_PAPER:
            yield (
                f"closing_reasons[{place}].on_paper cannot be told with {each.reason}: "
                "that reason stands in the chair's record alone."
            )


def _an_area_is_on(parts: Mapping[str, Any]) -> Iterable[str]:
    if "areas" in parts and not any(area.on for area in parts["areas"]):
        yield "areas must have at least one that is on."


def _the_warning_follows_the_review(parts: Mapping[str, Any]) -> Iterable[str]:
    limits = parts.get("limits")
    if limits and limits.review_warn_weeks < limits.review_weeks:
        yield "limits.review_warn_weeks must not be less than limits.review_weeks."


def _markings_hold_only_the_name(parts: Mapping[str, Any]) -> Iterable[str]:
    markings = parts.get("markings")
    for each in fields(markings) if markings else ():
        if not _holds_only_the_name(getattr(markings, each.name)):
            yield f"markings.{each.name} may hold {{name}}, and nothing else in curly brackets."


def _short(word: str) -> str:
    return word if len(word) <= 40 else f"{word[:39]}…"


def _holds_only_the_name(marking: str) -> bool:
    try:
        found = list(string.Formatter().parse(marking))
    except ValueError:
        return False
    return all(name in (None, "name") and not spec and not turn for _, name, spec, turn in found)


RULES: Final = (
    _bands_cover_the_scale,
    _every_kind_of_meeting_is_there,
    _every_step_is_one_there_is,
    _an_area_is_on,
    _the_warning_follows_the_review,
    _markings_hold_only_the_name,
    _levels_are_named_all_or_none,
    _only_a_kind_reason_is_told_on_paper,
)
