"""What is said of each reader's copy before it is made: what is left out and why, and what is protected near it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from eymeeting.domain.copies import LeftOut
from eymeeting.domain.family_copy import family_copy
from eymeeting.domain.left_out import left_out_in_words, left_out_with_reasons
from eymeeting.domain.left_out_unknown import left_out_unknown_to
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


def left_out_of_copy(view: MeetingView, reader: str) -> tuple[str, ...]:
    """What a reader's copy leaves out, a line for each kind and reason, or why there can be no copy."""
    try:
        return left_out_with_reasons(_by_kind(view, reader))
    except Problem as problem:
        return (str(problem),)


def known_at_the_keyboard(
    view: MeetingView, reader: str, by_kind: Mapping[LeftOut, int]
) -> Mapping[LeftOut, int]:
    """The count of what a copy leaves out, without what whoever is at the keyboard may not know of."""
    unknown = left_out_unknown_to(
        view.family, reader, view.keyboard, meeting=view.meeting, today=view.today, pack=view.pack
    )
    known = {left: count - unknown.get(left, 0) for left, count in by_kind.items()}
    return {left: count for left, count in known.items() if count > 0}


def _left_out(view: MeetingView, reader: str) -> str:
    try:
        return left_out_in_words(_by_kind(view, reader))
    except Problem as problem:
        return str(problem)


def _by_kind(view: MeetingView, reader: str) -> Mapping[LeftOut, int]:
    copy = family_copy(view.family, reader, today=view.today, pack=view.pack, meeting=view.meeting.number)
    return known_at_the_keyboard(view, reader, copy.left_out_by_kind)
