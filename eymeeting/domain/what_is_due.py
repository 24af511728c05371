"""What a family is waiting for: a review, a first meeting, actions past their date, a copy of the plan.

How a family stands is worked out from the whole of it, whatever day it is, and then looked at on a day.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

from eymeeting.domain.dates import Calendar, is_working_day, working_days_after
from eymeeting.domain.family import Family, action_now
from eymeeting.domain.meeting import Meeting, MeetingType, NextMeeting, Outcome

MADE_NOT_GIVEN: Final = "made, not given yet"
"""How a copy is logged that was made and that nobody has in their hand."""

SOON: Final = timedelta(days=7)
"""How long before its day a review is told."""

SOON_WD: Final = 5
"""How many working days before its last day a first meeting is told."""

WITH_THE_FAMILY: Final[frozenset[MeetingType]] = frozenset(
    {
        "taf_first",
        "taf_review",
        "taf_closing",
        "facilitated_family_meeting",
        "family_network_meeting",
    }
)
"""The meetings that the family is at."""

_GOES_ON: Final[frozenset[Outcome]] = frozenset({"carry_on", "adjourned"})

Kind = Literal["today", "unfinished", "reviews", "first_meetings", "actions", "copies"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How a family stands, whatever day it is.

    ``agreed`` is the next meeting as it was agreed at the last one, ``goes_on``
    that the last one was adjourned. ``planned_on`` is the day of the first
    meeting after that one which has no outcome; planning a meeting is not
    holding it. ``no_day_since``: the day of the last meeting, where the work
    goes on and no next day was agreed. ``first_from``: the day from which the
    time to a first meeting counts. ``dues`` are the days of the open actions,
    oldest first. ``copies_on`` is the day of the last meeting when the family
    has no copy of it, ``copies_made`` how many were made and not given.
    """

    has_met: bool = False
    agreed: NextMeeting | None = None
    goes_on: bool = False
    planned_on: date | None = None
    no_day_since: date | None = None
    first_from: date | None = None
    dues: tuple[date, ...] = ()
    copies_on: date | None = None
    copies_made: int = 0

    @property
    def agreed_on(self) -> date | None:
        """The day agreed for the next meeting."""
        return self.agreed.on if self.agreed else None

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


def standing(family: Family) -> Standing:
    """How a family stands."""
    meetings = family.meetings_in_order()
    held = [meeting for meeting in meetings if _was_held(meeting)]
    place, last = _last(meetings)
    planned = next((meeting for meeting in meetings[place + 1 :] if meeting.outcome is None), None)
    ended = family.details.closed is not None or (
        planned is None and bool(held) and held[-1].outcome == "close"
    )
    going = None if ended else last
    agreed = going.next_meeting if going else None
    no_day = going is not None and agreed is None and planned is None and going.outcome in _GOES_ON
    copies_on, copies_made = _copies(family, held)
    return Standing(
        has_met=going is not None,
        agreed=agreed,
        goes_on=agreed is not None and going is not None and going.outcome == "adjourned",
        planned_on=planned.on if planned is not None and not ended else None,
        no_day_since=going.on if going is not None and no_day else None,
        first_from=None if ended or held else family.details.assessment_date or family.details.opened,
        dues=tuple(sorted(_open_days(family, ended=ended))),
        copies_on=copies_on,
        copies_made=copies_made,
    )


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


def _was_held(meeting: Meeting) -> bool:
    """Whether a meeting with the family took place to its end."""
    return meeting.took_place and meeting.outcome != "adjourned" and meeting.type in WITH_THE_FAMILY


def _last(meetings: Sequence[Meeting]) -> tuple[int, Meeting | None]:
    """The newest meeting that says when people meet again, with its place: held, adjourned or put off."""
    for place in range(len(meetings) - 1, -1, -1):
        meeting = meetings[place]
        told = meeting.outcome is not None and meeting.next_meeting is not None
        if told or (meeting.took_place and meeting.type in WITH_THE_FAMILY):
            return place, meeting
    return -1, None


def _open_days(family: Family, *, ended: bool) -> Iterator[date]:
    """The days of the open actions; once the work has ended, of those agreed for afterwards."""
    for action in family.actions:
        if action.after_closing or not ended:
            now = action_now(family, action)
            if now.is_open and now.due is not None:
                yield now.due


def _copies(family: Family, held: Sequence[Meeting]) -> tuple[date | None, int]:
    """The day of the last meetings where a copy is wanting, and how many lie there made.

    A newer meeting's plan takes the place of the one before, so only the last
    day counts: every meeting of it, for a family may meet apart.
    """
    if not held:
        return None, 0
    day = held[-1].on
    people = {person.id for person in family.people}
    there: set[tuple[str, str]] = set()
    made: set[tuple[str, str]] = set()
    for copy in family.copies:
        if copy.to in people:
            (made if copy.how == MADE_NOT_GIVEN else there).add((copy.meeting, copy.to))
    made -= there
    meetings = {meeting.id for meeting in held if meeting.on == day}
    waiting = len([meeting for meeting, _ in made if meeting in meetings])
    supplied = {meeting for meeting, _ in there | made}
    return (day if waiting or meetings - supplied else None), waiting
