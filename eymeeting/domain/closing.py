"""How the work with a family ends, and how it begins again: what is said of it, and what it changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from eymeeting.domain.actions import Action
from eymeeting.domain.dates import spoken_near
from eymeeting.domain.entry import Entry, new_id
from eymeeting.domain.family import Change, Family, action_now
from eymeeting.domain.going_on import closing_of, has_ended
from eymeeting.domain.meeting import Closure, Meeting, Outcome
from eymeeting.domain.pack import Pack

WAYS_ON: Final[tuple[Outcome, ...]] = ("carry_on", "lighter_touch", "close", "step_up", "step_down")
"""What can be said in the room of how it goes on. That a meeting broke off is no such thing."""

LAST_MEETING: Final = "taf_closing"
"""The kind of meeting that closes unless something else is said."""
_ELSEWHERE: Final = ("step_up", "step_down")


@dataclass(frozen=True, slots=True)
class TimeClosed:
    """From when to when there was no work with a family; ``until`` is the day of the meeting that opened it again."""

    since: date
    until: date | None


def intended_ending(meeting: Meeting) -> Outcome | None:
    """How a meeting ended; while it goes on, what was said of it; of a last meeting that it closes."""
    if meeting.outcome is not None:
        return meeting.outcome
    return meeting.going_to or ("close" if meeting.type == LAST_MEETING else None)


def ends_the_work(meeting: Meeting) -> bool:
    """Whether the work with the family ends with this meeting, as far as has been said."""
    return intended_ending(meeting) == "close"


def closure_of(family: Family, meeting: str) -> Closure | None:
    """What was said of the ending at a meeting, if anything was."""
    return next((each for each in family.closures if each.meeting == meeting), None)


def blank_closure(family: Family, meeting: str) -> Closure:
    """An ending of which nothing has been said yet."""
    return Closure(id=new_id(), position=family.next_position(Closure), meeting=meeting)


def says_nothing(closure: Closure) -> bool:
    """Whether nothing of an ending is left, so that it need not be kept."""
    return closure == Closure(id=closure.id, position=closure.position, meeting=closure.meeting)


def told_of_the_ending(family: Family, meeting: str, **parts: Any) -> tuple[Change, ...]:
    """Something is said of the ending, or taken back: ``parts`` are fields of the closure."""
    before = closure_of(family, meeting)
    after = replace(before or blank_closure(family, meeting), **parts)
    kept = None if says_nothing(after) else after
    return () if kept == before else (_change(family, before, kept),)


def said_to_go(family: Family, meeting: Meeting, way: Outcome | None) -> tuple[Change, ...]:
    """It is said how it goes on, and the meeting does too. What was agreed today is for after a closing."""
    after = replace(meeting, going_to=way)
    return (_change(family, meeting, after), *_of_todays_actions(family, after))


def ended(family: Family, meeting: Meeting, outcome: Outcome, *, at: str) -> tuple[Change, ...]:
    """The meeting ends, at a time if it has none; where it closes, the work with the family ends that day."""
    stopped = meeting.stopped if outcome == "adjourned" else None
    after = replace(meeting, outcome=outcome, end=meeting.end or at, stopped=stopped)
    return (
        _change(family, meeting, after),
        *_of_the_family(family, _closed_after(family, meeting, outcome)),
        *_of_todays_actions(family, after),
    )


def not_ended(family: Family, meeting: Meeting) -> tuple[Change, ...]:
    """An ended meeting goes on after all; where it had closed the work, that goes on too."""
    after = replace(meeting, outcome=None, end=None, stopped=None, locked_on=None, locked_by=None)
    closed = family.details.closed
    if meeting.outcome == "close" and _is_latest(family, meeting):
        closed = None
    return (
        _change(family, meeting, after),
        *_of_the_family(family, closed),
        *_of_todays_actions(family, after),
    )


def opened_again(family: Family, on: date) -> tuple[Change, ...]:
    """The work begins again with a meeting on a day: all that is known stays, the ending in the history too."""
    closed = family.details.closed
    return () if closed is None or on < closed else _of_the_family(family, None)


OPENS: Final = "A meeting opens it again."
OPENED: Final = "It is opened again."


def opens_again_words(family: Family, on: date, pack: Pack, today: date, then: str = OPENS) -> str:
    """That a meeting on a day opens closed work again, plainly; nothing where it does not."""
    closed = closed_on(family) or family.details.closed
    if closed is None or on < closed:
        return ""
    return f"The {pack.words.plan} was closed on {spoken_near(closed, today)}. {then}"


def closed_as_before(family: Family, without: Meeting) -> tuple[Change, ...]:
    """A meeting that was to open the work again does not come about: the work stays ended."""
    return _of_the_family(family, _closed_without(family, without))


def closed_on(family: Family) -> date | None:
    """The day the work ended, where it has ended and nothing is planned since."""
    closing = closing_of(family)
    if not has_ended(family):
        return None
    return family.details.closed or (None if closing is None else closing[0].on)


def times_closed(family: Family) -> tuple[TimeClosed, ...]:
    """Each time the work ended by a meeting, with the day of the meeting after it, earliest first."""
    meetings = [each for each in family.meetings_in_order() if each.outcome != "did_not_happen"]
    times = []
    for place, meeting in enumerate(meetings):
        if meeting.outcome == "close":
            after = meetings[place + 1 :]
            times.append(TimeClosed(since=meeting.on, until=after[0].on if after else None))
    return tuple(times)


def closed_words(family: Family, today: date) -> str:
    """When the work ended, and when it began again; nothing where it never ended."""
    closed, times = closed_on(family), times_closed(family)
    if closed is not None:
        return f"closed on {spoken_near(closed, today)}"
    if not times or times[-1].until is None:
        return ""
    since, until = times[-1].since, times[-1].until
    opens = "opened" if until <= today else "opens"
    return f"closed on {spoken_near(since, today)}, {opens} again on {spoken_near(until, today)}"


def carried_past(family: Family, action: Action) -> Change:
    """Whether an open action goes on after the closing, turned round."""
    return _change(family, action, replace(action, after_closing=not action.after_closing))


def _change(family: Family, before: Entry | None, after: Entry | None) -> Change:
    return Change(family=family.ref, before=before, after=after)


def _of_the_family(family: Family, closed: date | None) -> tuple[Change, ...]:
    details = family.details
    return () if details.closed == closed else (_change(family, details, replace(details, closed=closed)),)


def _closed_after(family: Family, meeting: Meeting, outcome: Outcome) -> date | None:
    closed = family.details.closed
    if not _is_latest(family, meeting):
        return closed
    if outcome == "close":
        return closed if closed is not None and meeting.outcome == "close" else meeting.on
    if outcome == "did_not_happen":
        return _closed_without(family, meeting)
    return closed if outcome in _ELSEWHERE and meeting.outcome != "close" else None


def _closed_without(family: Family, meeting: Meeting) -> date | None:
    others = [each for each in family.meetings_in_order() if each.id != meeting.id]
    if any(each.outcome is None for each in others):
        return family.details.closed
    held = [each for each in others if each.took_place]
    if held and held[-1].outcome == "close":
        return family.details.closed or held[-1].on
    return None if meeting.outcome == "close" else family.details.closed


def _is_latest(family: Family, meeting: Meeting) -> bool:
    meetings = family.meetings_in_order()
    place = next(place for place, each in enumerate(meetings) if each.id == meeting.id)
    return not any(each.took_place for each in meetings[place + 1 :])


def _of_todays_actions(family: Family, meeting: Meeting) -> Iterator[Change]:
    """What was agreed at a meeting that closes is for afterwards, unless it was said that it is not."""
    wanted, other = (True, None) if ends_the_work(meeting) else (None, True)
    for action in family.actions:
        is_todays = action.meeting == meeting.id and action.after_closing is other
        if is_todays and action_now(family, action).is_open:
            yield _change(family, action, replace(action, after_closing=wanted))
