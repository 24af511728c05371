"""Signs that a plan drifts, in plain words for the chair: what is so, and what could help. Nobody is blamed.

What shows drift is the field's own: open for long and many reviews (an audit
checklist of Shropshire Council), actions that move, scores that stay, no next
day, a late review. The limits are the council's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from eymeeting.domain.dates import day_in_words
from eymeeting.domain.due_words import near, times
from eymeeting.domain.earlier import earlier_meetings, with_updates_told
from eymeeting.domain.entry import Entry
from eymeeting.domain.family import Family, action_now
from eymeeting.domain.going_on import (
    NotRisen,
    day_agreed,
    days_late,
    has_ended,
    held_now,
    not_risen,
    times_put_off,
)
from eymeeting.domain.meeting import Meeting
from eymeeting.domain.names import short_names
from eymeeting.domain.pack import Pack
from eymeeting.domain.sight import Reader, is_kept_apart, is_open_in_the_room, sees
from eymeeting.domain.standing import standing
from eymeeting.domain.what_is_due import LATE, Drift, Standing

Cause = Literal[Drift, "review_late", "no_next_day"]

_HELPS: Final[dict[Cause, str]] = {
    "open_long": "Ask what is still needed, and whether somebody can carry it on without a plan.",
    "many_reviews": "Ask what has changed since the first meeting, and what would have to be different now.",
    "moved": "Ask whether the action is still the right one, and who could help with it.",
    "not_risen": "Ask what would make it one higher, and whether the plan works on that.",
    "review_late": "Agree on a day that suits everybody, and on who reminds people of it.",
    "held_late": "Agree on the next day before anybody leaves.",
    "no_next_day": "Agree on the next day, or on an ending.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """One sign that a plan drifts: its cause, what is so in a plain sentence, and what could help."""

    cause: Cause
    words: str

    @property
    def helps(self) -> str:
        """What could help, as a sentence to act on."""
        return _HELPS[self.cause]


def signs(
    family: Family, *, reader: str, today: date, pack: Pack, at: Meeting | None = None
) -> tuple[Sign, ...]:
    """The signs that a plan drifts, for one worker who reads; none once the work has ended.

    An action's words and somebody's score are told as far as this reader may
    see them. ``at`` is the meeting they sit at: nothing is told there of a
    meeting kept apart from somebody who may be there.
    """
    if has_ended(family):
        return ()
    stands = standing(family)
    return (
        *_of_the_work(stands, today, pack),
        *_of_actions(family, reader, today, pack, at),
        *_of_scores(family, reader, today, pack, at),
        *_of_the_days(family, stands, today, at),
    )


def _of_the_work(stands: Standing, today: date, pack: Pack) -> Iterator[Sign]:
    shown = stands.drifts(today, pack.limits)
    if "open_long" in shown and stands.open_since is not None:
        months = pack.limits.drift_months
        since = day_in_words(stands.open_since)
        longer = "1 month" if months == 1 else f"{months} months"
        yield Sign(cause="open_long", words=f"The work has gone on since {since}, for more than {longer}.")
    if "many_reviews" in shown:
        reviews = "has been 1 review" if stands.reviews == 1 else f"have been {stands.reviews} reviews"
        yield Sign(cause="many_reviews", words=f"There {reviews}.")


def _of_actions(family: Family, reader: str, today: date, pack: Pack, at: Meeting | None) -> Iterator[Sign]:
    told = _told_at(family, at)
    known = family if at is None else with_updates_told(family, at)
    for action in family.actions:
        now = action_now(known, action)
        moves = times_put_off(now)
        if not now.is_open or moves < pack.limits.drift_moves:
            continue
        open_here = action.meeting is None or action.meeting in told
        named = open_here and _may_be_told(family, action, action.meeting, reader, today, pack)
        what = f"“{action.text}”" if named else "An action"
        yield Sign(cause="moved", words=f"{what} has moved to a later day {times(moves)}.")


def _of_scores(family: Family, reader: str, today: date, pack: Pack, at: Meeting | None) -> Iterator[Sign]:
    seen = [
        score for score in family.scores if _may_be_told(family, score, score.meeting, reader, today, pack)
    ]
    names = short_names(family)
    for row in not_risen(family, seen, _told_at(family, at)):
        yield Sign(cause="not_risen", words=_stayed(row, pack.area_name(row.area), names.get(row.person, "")))


def _may_be_told(
    family: Family, entry: Entry, place: str | None, reader: str, today: date, pack: Pack
) -> bool:
    """Whether a worker may be told of an entry: everybody in the room could read it, or they may see it alone."""
    if is_open_in_the_room(family, entry, pack=pack) and not is_kept_apart(family, place, reader):
        return True
    return sees(family, Reader(id=reader), entry, today=today, pack=pack)


def _stayed(row: NotRisen, area: str, name: str) -> str:
    first, second, third = row.values
    whose = f" for {name}" if name else ""
    if first == second == third:
        return f"{area} has stayed at {first}{whose} over two reviews."
    return f"{area} has not risen{whose} over two reviews: {first}, then {second}, then {third}."


def _of_the_days(family: Family, stands: Standing, today: date, at: Meeting | None) -> Iterator[Sign]:
    """Late reviews, held or to come, and no next day. At a meeting it is this one whose day is looked at."""
    if at is not None and at.outcome is None:
        late, agreed = days_late(family, at), day_agreed(family, at)
        if late and agreed is not None:
            words = f"This meeting is {_days(late)} after the day agreed, {near(agreed, today)}."
            yield Sign(cause="review_late", words=words)
    elif stands.review_on is not None and stands.review_on < today and stands.planned_on is None:
        late = (today - stands.review_on).days
        words = f"The next meeting was agreed for {near(stands.review_on, today)}, {_days(late)} ago."
        yield Sign(cause="review_late", words=words)
    elif stands.no_day_since is not None:
        since = near(stands.no_day_since, today)
        yield Sign(cause="no_next_day", words=f"No next day was agreed at the meeting on {since}.")
    told = _told_at(family, at)
    held = [each for each in held_now(family) if each.id in told and (at is None or each.id != at.id)]
    if held:
        yield from _held_late(family, held[-1], today)


def _held_late(family: Family, meeting: Meeting, today: date) -> Iterator[Sign]:
    late, agreed = days_late(family, meeting), day_agreed(family, meeting)
    if late > LATE and agreed is not None:
        when = f"{_days(late)} after the day agreed, {near(agreed, today)}"
        yield Sign(cause="held_late", words=f"The meeting on {near(meeting.on, today)} was {when}.")


def _told_at(family: Family, at: Meeting | None) -> frozenset[str]:
    """The ids of the meetings that may be told of where the reader is."""
    meetings = family.meetings if at is None else (*earlier_meetings(family, at), at)
    return frozenset(each.id for each in meetings)


def _days(number: int) -> str:
    return "1 day" if number == 1 else f"{number} days"
