"""What a family is waiting for on a day: a review, a first meeting, actions past their date, a copy."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, Literal

from eymeeting.domain.dates import Calendar, add_months, is_working_day, working_days_after

if TYPE_CHECKING:
    from eymeeting.domain.pack import Limits

SOON: Final = timedelta(days=7)
"""How long before its day a review is told, and the later look after a closing."""

SOON_WD: Final = 5
"""How many working days before its last day a first meeting is told."""

LATE: Final = 7
"""Days by which a meeting may be after the day agreed for it before that is worth a look."""

Kind = Literal[
    "today",
    "unfinished",
    "reviews",
    "first_meetings",
    "actions",
    "to_tell",
    "put_off",
    "worth_a_look",
    "checks",
    "copies",
]
Drift = Literal["open_long", "many_reviews", "moved", "not_risen", "held_late"]
"""What may show that a plan drifts (as an audit checklist of Shropshire Council has it, and the field's own)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How a family stands, whatever day it is.

    ``agreed_on`` is the day agreed for the next meeting at the last one, with
    its time and place, ``goes_on`` that the last one was adjourned. ``planned_on`` is the day of the first
    meeting after that one which has no outcome; planning a meeting is not
    holding it. ``no_day_since``: the day of the last meeting, where the work
    goes on and no next day was agreed. ``first_from``: the day from which the
    time to a first meeting counts. ``dues`` are the days of the open actions,
    oldest first. ``copies_on`` is the day of the last meeting when the family
    has no copy of it, ``copies_made`` how many were made and not given.
    ``open_since``: the day from which the work counts, while it goes on;
    ``reviews`` how many there were since, ``moves`` how often the open action
    was put off that was put off most, ``stood`` how many scores said openly have
    not risen over two reviews, ``late_by`` how many days after the day agreed
    people last met. ``check_on``: the day to ask how it goes after the work has
    ended, until that was done.
    """

    has_met: bool = False
    agreed_on: date | None = None
    agreed_time: str | None = None
    agreed_place: str | None = None
    goes_on: bool = False
    planned_on: date | None = None
    no_day_since: date | None = None
    first_from: date | None = None
    dues: tuple[date, ...] = ()
    copies_on: date | None = None
    copies_made: int = 0
    open_since: date | None = None
    reviews: int = 0
    moves: int = 0
    stood: int = 0
    late_by: int = 0
    check_on: date | None = None

    @property
    def review_on(self) -> date | None:
        """The day on which a family that has met meets again: as planned, else as agreed."""
        return (self.planned_on or self.agreed_on) if self.has_met else None

    @property
    def oldest_due(self) -> date | None:
        """The day of the open action that should have been done first."""
        return self.dues[0] if self.dues else None

    def meets_as_agreed(self, today: date) -> bool:
        """Whether today is the day agreed for a meeting that nobody has planned or begun yet."""
        return self.planned_on is None and self.review_on == today

    def review_is_due(self, today: date) -> bool:
        """Whether the next meeting is late, comes within a week, or has no day. Today's is not told again."""
        day = self.review_on
        if day is None:
            return self.no_day_since is not None
        return today < day <= today + SOON or (day < today and self.planned_on is None)

    def first_meeting_is_due(self, today: date, latest_start: date) -> bool:
        """Whether the time to a first meeting is over or nearly so, and it is not under way today."""
        return (
            self.first_from is not None
            and self.first_from <= latest_start
            and (self.planned_on is None or self.planned_on > today)
        )

    def late(self, today: date) -> tuple[date, ...]:
        """The days of the open actions whose day has passed."""
        return tuple(due for due in self.dues if due < today)

    def copies_are_due(self, latest_start: date) -> bool:
        """Whether copies lie there made, or the time to make them is over."""
        return self.copies_on is not None and (self.copies_made > 0 or self.copies_on <= latest_start)

    def drifts(self, today: date, limits: Limits) -> tuple[Drift, ...]:
        """The signs that the plan drifts, by the council's limits; none once the work has ended."""
        if self.open_since is None:
            return ()
        signs: tuple[tuple[Drift, bool], ...] = (
            ("open_long", self.open_since < months_before(today, limits.drift_months)),
            ("many_reviews", self.reviews >= limits.drift_reviews),
            ("moved", self.moves >= limits.drift_moves),
            ("not_risen", self.stood > 0),
            ("held_late", self.late_by > LATE),
        )
        return tuple(sign for sign, shows in signs if shows)

    def check_is_due(self, today: date) -> bool:
        """Whether the later look after a closing comes within a week, is today, or was not taken yet."""
        return self.check_on is not None and self.check_on <= today + SOON


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A family in one of the lists, with a plain line. ``meets``: Enter goes to its meeting."""

    ref: str
    name: str
    line: str
    meets: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DueList:
    """One list of what is due: the first of its rows, and how many there are in all."""

    kind: Kind
    rows: tuple[Waiting, ...]
    in_all: int


def first_meeting_by(start: date, working_days: int, calendar: Calendar) -> date:
    """The last day for a first meeting (as the council's pack sets it, in England's working days)."""
    return working_days_after(start, working_days, calendar)


def latest_start(end: date, working_days: int, calendar: Calendar) -> date:
    """The last day from which so many working days are over by a day: ``working_days_after`` backwards."""
    day, left = end, working_days
    while not is_working_day(day, calendar) if working_days == 0 else left:
        left -= is_working_day(day, calendar)
        day -= timedelta(days=1)
    return day


def first_meetings_from(today: date, working_days: int, calendar: Calendar) -> date:
    """Who is waiting since this day or longer has had the time to a first meeting, or has within a week."""
    return latest_start(working_days_after(today, SOON_WD, calendar), working_days, calendar)


def copies_from(today: date, working_days: int, calendar: Calendar) -> date:
    """Whoever met on this day or earlier should have a copy by now."""
    return latest_start(today - timedelta(days=1), working_days, calendar)


def months_before(today: date, months: int) -> date:
    """The day so many months back: work opened before it has gone on for longer than that."""
    try:
        return add_months(today, -months)
    except OverflowError:
        return date.min
