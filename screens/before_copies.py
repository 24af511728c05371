"""What is said of each reader's copy before it is made: how much is left out, and what is protected near it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from eymeeting.domain.family_copy import family_copy
from eymeeting.domain.left_out import RESTRICTED, left_out_in_words
from eymeeting.domain.names import members_now, names_in_picker
from eymeeting.domain.problems import Problem
from eymeeting.domain.safe_at_home import what_is_near
from screens.desk import MeetingView

BeforeMaking = Mapping[str, str]
"""A line for each reader, by id."""

NEAR: Final = "▲"
"""Beside a reader whose paper lies close to something protected."""


def before_making(view: MeetingView, readers: Iterable[str]) -> BeforeMaking:
    """How much each reader will not get, by kind and never what it is; marked where something protected is near."""
    names = names_in_picker(members_now(view.family))
    told = {}
    for reader in readers:
        mark = f"{NEAR} " if near_this_copy(view, reader) else ""
        told[reader] = f"{mark}For {names[reader]}: {_left_out(view, reader)}"
    return told


def near_this_copy(view: MeetingView, reader: str) -> tuple[str, ...]:
    """The protected facts near a reader's copy, by kind."""
    return what_is_near(view.family, reader, view.keyboard, today=view.today, pack=view.pack)


def known_at_the_keyboard(view: MeetingView, by_kind: Mapping[str, int]) -> Mapping[str, int]:
    """The count without restricted notes that whoever is at the keyboard may not know of."""
    restricted = min(by_kind.get(RESTRICTED, 0), len(view.may_open(view.family.safeguarding)))
    counts = {**by_kind, RESTRICTED: restricted}
    return {kind: count for kind, count in counts.items() if count}


def _left_out(view: MeetingView, reader: str) -> str:
    try:
        copy = family_copy(view.family, reader, today=view.today, pack=view.pack, meeting=view.meeting.number)
    except Problem as problem:
        return str(problem)
    return left_out_in_words(known_at_the_keyboard(view, copy.left_out_by_kind))
