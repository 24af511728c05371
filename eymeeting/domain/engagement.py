"""How a family and its services have kept in touch: who could come, who was tried for, who stopped and came back.

A family is often interested first, tries it then, and stays only later (the three stages of engagement,
Croydon). What is told here is what was done, and never why somebody did not come.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import takewhile
from typing import Final

from eymeeting.domain.at_the_keyboard import may_open
from eymeeting.domain.closing import TimeClosed, closure_of, times_closed
from eymeeting.domain.contact import Contact, ContactMethod
from eymeeting.domain.due_words import near
from eymeeting.domain.family import Family
from eymeeting.domain.going_on import WITH_THE_FAMILY
from eymeeting.domain.how_heard import is_to_be_heard
from eymeeting.domain.in_words import listed
from eymeeting.domain.meeting import IN_THE_ROOM, AttendanceStatus, ClosingReason, Meeting
from eymeeting.domain.names import people_now, short_names
from eymeeting.domain.pack import Pack

HEADING: Final = "How we keep in touch"

_SENT_WORD: Final[frozenset[AttendanceStatus]] = frozenset(
    {"views_only", "apologies", "apologies_with_update", "sent_update", "sent_substitute"}
)
_LEFT_OUT: Final[frozenset[AttendanceStatus]] = frozenset({"not_invited", "asked_to_leave"})
_TRIED: Final[dict[ContactMethod, str]] = {
    "call": "rang",
    "visit": "called at the door",
    "met": "looked for them",
    "message": "sent a message",
    "letter": "wrote",
    "video": "called by video",
}
_SENT: Final[frozenset[ContactMethod]] = frozenset({"message", "letter"})
_STOPPED: Final[dict[ClosingReason, str]] = {
    "family_chose_to_stop": "the family chose to stop",
    "could_not_reach_the_family": "we stopped, because we could not reach the family",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Came:
    """At how many meetings of those somebody was asked to they took part, and to how many they sent word."""

    who: str
    asked: int
    came: int
    sent_word: int


def in_touch(family: Family, pack: Pack, keyboard: str, *, today: date) -> tuple[str, ...]:
    """How the family and its services have kept in touch, a plain sentence each.

    Nothing is told that whoever is at the ``keyboard`` may not open.
    """
    names = short_names(family)
    return (
        *([f"They came to us by: {family.details.came_from}."] if family.details.came_from else []),
        *(_came_words(each, names[each.who]) for each in who_came(family, pack, keyboard, today=today)),
        *_tried_words(tried_since(family, pack, keyboard, today=today), today),
        *(words for each in times_closed(family) if (words := _stopped_words(family, each, today))),
    )


def who_came(family: Family, pack: Pack, keyboard: str, *, today: date) -> tuple[Came, ...]:
    """Each parent and child with the meetings they came to, of those held with the family that they were asked to."""
    held = {
        each.id
        for each in family.meetings_in_order()
        if each.took_place and each.type in WITH_THE_FAMILY and each.on <= today
    }
    told = [
        each
        for each in family.attendance
        if each.meeting in held
        and each.status not in _LEFT_OUT
        and may_open(family, each, keyboard, today=today, pack=pack)
    ]
    found = []
    for person in filter(is_to_be_heard, people_now(family)):
        theirs = [each.status for each in told if each.who == person.id]
        if theirs:
            came, sent = (sum(each in those for each in theirs) for those in (IN_THE_ROOM, _SENT_WORD))
            found.append(Came(who=person.id, asked=len(theirs), came=came, sent_word=sent))
    return tuple(found)


def tried_since(family: Family, pack: Pack, keyboard: str, *, today: date) -> tuple[Contact, ...]:
    """The attempts that nobody answered since somebody of the family was last reached or met, the latest first.

    What was sent, and nothing said of an answer, is neither an attempt nor a talk.
    """
    met = [each.on for each in family.meetings if _was_met(family, each)]
    seen = [
        each
        for each in family.contacts
        if each.on <= today
        and not (each.how in _SENT and each.reached is None)
        and may_open(family, each, keyboard, today=today, pack=pack)
    ]
    latest = sorted(seen, key=lambda each: (each.on, each.position), reverse=True)
    since = takewhile(lambda each: each.reached is False, latest)
    return tuple(each for each in since if not met or each.on > max(met))


def _was_met(family: Family, meeting: Meeting) -> bool:
    here = family.taking_part(meeting.id)
    return meeting.took_place and any(family.person(each) is not None for each in here)


def _came_words(told: Came, name: str) -> str:
    if told.asked == 1:
        came = "came to the meeting" if told.came else "could not be at the meeting"
        return f"{name} {came}{' and sent word' if told.sent_word else ''}."
    of = "both" if told.came == told.asked == 2 else f"all {told.asked}"
    came = (
        f"came to {of} meetings"
        if told.came == told.asked
        else f"came to {told.came} of {told.asked} meetings"
    )
    sent = "" if not told.sent_word else f", and sent word to {told.sent_word}"
    return f"{name} {came}{sent}."


def _tried_words(tried: Iterable[Contact], today: date) -> Iterator[str]:
    attempts = list(tried)
    if not attempts:
        return
    kinds = dict.fromkeys(each.how for each in reversed(attempts))
    done = [f"{_TRIED[how]} {_times(sum(each.how == how for each in attempts))}" for how in kinds]
    last = "" if len(attempts) == 1 else ", last"
    yield f"We {listed(done)}{last} on {near(attempts[0].on, today)}. We have not spoken yet."


def _stopped_words(family: Family, time: TimeClosed, today: date) -> str:
    closing = (each for each in family.meetings if each.on == time.since and each.outcome == "close")
    closures = [closure for each in closing if (closure := closure_of(family, each.id)) is not None]
    why = next((_STOPPED[each.reason] for each in closures if each.reason in _STOPPED), "")
    if not why:
        return ""
    back = (
        "" if time.until is None or time.until > today else f" They came back on {near(time.until, today)}."
    )
    return f"On {near(time.since, today)} {why}.{back}"


def _times(number: int) -> str:
    return {1: "once", 2: "twice"}.get(number, f"{number} times")
