"""Which of the backups that were made by themselves are kept, and which make room."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Final

EVERY_ONE_FOR: Final = timedelta(days=14)
ONE_A_WEEK_FOR: Final = timedelta(days=365)
NEWEST_ALWAYS: Final = 14
"""However old they are: a computer's clock that has gone wrong must not cost every backup there is."""


def kept(made: Iterable[datetime], today: date) -> frozenset[datetime]:
    """The moments whose backups are kept: all of the last fourteen days, then the last of each week for a year.

    The newest fourteen are kept whenever they were made, and so is what seems to be of a day to come.
    """
    newest_first = sorted(set(made), reverse=True)
    last_of_week: dict[tuple[int, int], datetime] = {}
    for moment in newest_first:
        last_of_week.setdefault(moment.isocalendar()[:2], moment)
    weekly = frozenset(last_of_week.values())
    return frozenset(
        moment
        for place, moment in enumerate(newest_first)
        if place < NEWEST_ALWAYS
        or today - moment.date() < EVERY_ONE_FOR
        or (moment in weekly and today - moment.date() < ONE_A_WEEK_FOR)
    )
