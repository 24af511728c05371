"""How the work with a family has gone on: since when, over how many reviews, what moved, what did not rise."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Final

from eymeeting.domain.family import ActionNow, Family
from eymeeting.domain.meeting import Closure, Meeting, MeetingType, Score
from eymeeting.domain.what_is_due import SOON

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

REVIEWS: Final[frozenset[MeetingType]] = frozenset({"taf_review", "desk_review"})
"""A review may be held without a meeting, from what everybody sends."""

_GO_ON_FROM_BEFORE: Final[frozenset[MeetingType]] = REVIEWS | {"taf_closing"}

_TOP: Final = 10
_IN_A_ROW: Final = 3
"""The scores of two reviews and of the meeting before them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotRisen:
    """What one person gave one area at three meetings running, never more than at the first of them."""

    area: str
    person: str
    scores: tuple[Score, ...]

    @property
    def values(self) -> tuple[int, ...]:
        """The numbers, the earliest first."""
        return tuple(score.value for score in self.scores if isinstance(score.value, int))


def asks_what_has_changed(meeting: Meeting) -> bool:
    """Whether a meeting goes on from what is known: it asks what has changed, and for nothing again."""
    return meeting.type in _GO_ON_FROM_BEFORE


def counts_for_time(meeting: Meeting) -> bool:
    """Whether a meeting counts where time is counted: it took place to its end. One broken off does not."""
    held = meeting.took_place and meeting.outcome != "adjourned"
    return held and meeting.type in WITH_THE_FAMILY | REVIEWS


def closing_of(family: Family) -> tuple[Meeting, Closure | None] | None:
    """The newest meeting at which the work ended, with what was kept of that."""
    closures = {closure.meeting: closure for closure in family.closures}
    for meeting in reversed(family.meetings_in_order()):
        if meeting.outcome == "close":
            return meeting, closures.get(meeting.id)
    return None


def meetings_now(family: Family) -> tuple[Meeting, ...]:
    """The meetings of the work that goes on, planned ones too: those since it was last reopened, earliest first."""
    meetings = [each for each in family.meetings_in_order() if each.outcome != "did_not_happen"]
    closing, closed = closing_of(family), family.details.closed
    if closing is not None:
        meetings = meetings[meetings.index(closing[0]) + 1 :]
    return tuple(each for each in meetings if closed is None or each.on > closed)


def has_ended(family: Family) -> bool:
    """Whether the work was closed and has not been taken up again."""
    closed = closing_of(family) is not None or family.details.closed is not None
    return closed and not meetings_now(family)


def open_since(family: Family) -> date | None:
    """The day from which the work now going on counts; nothing once it has ended, or before it begins.

    Work that was taken up again counts from the first meeting after its closing.
    """
    if has_ended(family):
        return None
    days = [each.on for each in meetings_now(family)]
    if closing_of(family) is not None or family.details.closed is not None:
        return days[0]
    return family.details.opened or family.details.assessment_date or (days[0] if days else None)


def held_now(family: Family) -> tuple[Meeting, ...]:
    """The meetings and reviews of the work that goes on which count for time, earliest first."""
    return tuple(each for each in meetings_now(family) if counts_for_time(each))


def reviews_held(family: Family) -> int:
    """How many reviews there have been since the work was opened, or reopened.

    Those of one day, held apart, are one.
    """
    return len({each.on for each in held_now(family) if each.type in REVIEWS})


def days_late(family: Family, meeting: Meeting) -> int:
    """How many days a meeting is after the day agreed for it; 0 where it was on time or no day was agreed."""
    agreed = day_agreed(family, meeting)
    return 0 if agreed is None else max((meeting.on - agreed).days, 0)


def day_agreed(family: Family, meeting: Meeting) -> date | None:
    """The day that was last agreed for a meeting. What one that was broken off agreed on does not put it off."""
    now = {each.id for each in meetings_now(family)}
    days = [
        each.next_meeting.on
        for each in _before(family, meeting)
        if each.next_meeting
        and (each.outcome == "did_not_happen" or (each.id in now and counts_for_time(each)))
    ]
    return days[-1] if days else None


def _before(family: Family, meeting: Meeting) -> Iterator[Meeting]:
    """The meetings of earlier days: those of one day, held apart, were agreed for it together.

    What one side of a family agreed on for itself is no day of the other side's.
    """
    since, apart = open_since(family), set(meeting.separate_from or ())
    for each in family.meetings_in_order():
        theirs = set(each.separate_from or ())
        of_this_side = theirs <= apart or apart <= theirs
        if of_this_side and each.on < meeting.on and (since is None or each.on >= since):
            yield each


def times_put_off(action: ActionNow) -> int:
    """How often an action was moved to a later day. To be done sooner than agreed is no delay."""
    days = (*action.moved_from, action.due)
    return sum(then is not None and now is not None and now > then for then, now in pairwise(days))


def not_risen(
    family: Family, scores: Iterable[Score], meetings: Collection[str] | None = None
) -> tuple[NotRisen, ...]:
    """The areas that have not risen for somebody over two reviews, of the scores that are told.

    The last three numbers somebody gave an area, a meeting each; what was
    scored before a meeting was broken off belongs to the one that went on with
    it. At the top of the scale there is nothing to rise to. ``meetings``: look
    at these alone.
    """
    turns = _turns(family)
    given: dict[tuple[str, str], dict[int, Score]] = {}
    for score in sorted(scores, key=lambda each: (turns.get(each.meeting, (0, 0))[1], each.position)):
        told = meetings is None or score.meeting in meetings
        if told and score.meeting in turns and isinstance(score.value, int):
            given.setdefault((score.area, score.person), {})[turns[score.meeting][0]] = score
    found = []
    for (area, person), by_turn in given.items():
        last = tuple(by_turn[turn] for turn in sorted(by_turn)[-_IN_A_ROW:])
        row = NotRisen(area=area, person=person, scores=last)
        if len(last) == _IN_A_ROW and max(row.values) == row.values[0] < _TOP:
            found.append(row)
    return tuple(found)


def _turns(family: Family) -> dict[str, tuple[int, int]]:
    """The meetings of the work that goes on by id: which time people met, and the meeting's own place."""
    found, turn = {}, 0
    for place, meeting in enumerate(meetings_now(family)):
        if meeting.took_place and meeting.type in WITH_THE_FAMILY | REVIEWS:
            found[meeting.id] = turn, place
            turn += meeting.outcome != "adjourned"
    return found


def check_on(family: Family) -> date | None:
    """The day agreed at the closing on which to ask how it goes; nothing once that has been done.

    It is done when people have met since, or somebody reached the family from a week before that day on.
    """
    found = closing_of(family)
    day = found[1].later_check if found is not None and found[1] is not None else None
    if day is None or any(each.took_place for each in meetings_now(family)):
        return None
    reached = any(
        contact.reached is not False and contact.how not in ("message", "letter") and contact.on >= day - SOON
        for contact in family.contacts
    )
    return None if reached else day
