"""The log of the copies: which of them are to be given, which stand for an older one, whose file may go."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from eymeeting.domain.dates import Calendar, working_days_after
from eymeeting.domain.family import Family
from eymeeting.domain.meeting import Copy
from eymeeting.domain.pack import Limits
from eymeeting.domain.standing import MADE_NOT_GIVEN, newest_copies

NOT_HANDED_OVER: Final = frozenset({"calendar", "form", "record", "text"})
"""Kinds that nobody waits for: a calendar file goes with a message, or not; the others are the chair's own."""

BEFORE_A_MEETING: Final = frozenset({"invitation", "agenda", "agreement_form", "update_slip", "score_cards"})
"""Kinds that somebody waits for until the meeting begins, and no longer."""


def is_given(copy: Copy) -> bool:
    """Whether somebody has a copy in their hand, or heard it read."""
    return copy.how != MADE_NOT_GIVEN


def to_give(family: Family) -> tuple[Copy, ...]:
    """The copies that were made and are still to be given; none that a newer one stands for, or whose file is gone.

    Nor is a paper for a meeting once that has begun, or did not happen.
    """
    newest = newest_copies(family.copies)
    over = {each.id for each in family.meetings if each.outcome or family.taking_part(each.id)}
    return tuple(
        copy
        for copy in family.copies
        if copy.id in newest
        and not is_given(copy)
        and not copy.removed_on
        and copy.kind not in NOT_HANDED_OVER
        and not (copy.kind in BEFORE_A_MEETING and copy.meeting in over)
    )


def replaced(copies: Iterable[Copy]) -> frozenset[str]:
    """The ids of the copies that a newer one of the same kind stands for, to the same reader of the same meeting."""
    known = tuple(copies)
    return frozenset(copy.id for copy in known) - newest_copies(known)


def may_be_removed(family: Family, copy: Copy) -> bool:
    """Whether the file of a copy may go: it was given, or a newer one stands for it."""
    is_done_with = is_given(copy) or copy.id in replaced(family.copies)
    return bool(copy.file_name) and not copy.removed_on and is_done_with


def owed_by(today: date, limits: Limits, calendar: Calendar, *, before: date | None = None) -> date:
    """The last day to give a copy that could not be printed today, by the council's limit in working days.

    A paper for a meeting that is still to come is wanted ``before`` that: on its day at the latest.
    """
    day = working_days_after(today, limits.copy_wd, calendar)
    return day if before is None else max(today, min(day, before))
