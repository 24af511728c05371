"""People who are not to meet, and what could bring them together. It is told, and forbids nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations
from typing import Final

from eymeeting.domain.dates import spoken_near
from eymeeting.domain.family import Family
from eymeeting.domain.family_now import latest_meeting
from eymeeting.domain.in_words import listed
from eymeeting.domain.meeting import Meeting
from eymeeting.domain.names import people_now, plain, short_names
from eymeeting.domain.times import spoken_time

AT_THE_DOOR: Final = 30
"""Minutes between two meetings within which people could still meet on the way in or out."""

_LASTS: Final = 60
"""Minutes that are reckoned with for a meeting whose length nobody has planned yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathering:
    """A meeting that is still to come: set up already, or only agreed at the meeting before it.

    ``apart`` are those it is kept apart from, ``planned`` and ``agreed_at`` the
    ids of the meeting itself and of the one it was agreed at.
    """

    on: date
    start: str
    minutes: int
    place: str
    apart: tuple[str, ...]
    planned: str | None = None
    agreed_at: str | None = None


def kept_apart_from(family: Family, who: str) -> tuple[str, ...]:
    """Everybody of the family who is not to meet somebody, in the family's order.

    A meeting one of them came to, or was asked to, was kept apart from the other;
    or how to reach one, or a grown-up's home, is kept from the other, and they
    never came to one meeting.
    """
    apart = pairs(family)
    return tuple(each.id for each in family.people if frozenset((who, each.id)) in apart)


def pairs(family: Family) -> frozenset[frozenset[str]]:
    """Every two of the family who are not to meet."""
    return frozenset(each for each in _apart(family) if len(each) > 1)


def together_here(family: Family, meeting: Meeting) -> tuple[str, ...]:
    """A sentence for every two who are kept apart and are both here; none of whom the meeting is kept apart from.

    That they sit here together does not yet say that they may meet.
    """
    apart_from = meeting.separate_from or ()
    here = set(family.still_here(meeting.id)) - set(apart_from)
    there = [person.id for person in family.people if person.id in here]
    if len(there) < 2:
        return ()
    before = replace(
        family, attendance=tuple(each for each in family.attendance if each.meeting != meeting.id)
    )
    names, apart = short_names(family), pairs(before)
    return tuple(
        f"{names[one]} and {names[other]} are kept apart, and both are here."
        for one, other in combinations(there, 2)
        if frozenset((one, other)) in apart
    )


def brought_together(family: Family) -> tuple[str, ...]:
    """A sentence for every two grown-ups who are kept apart: a meeting with everybody is for both of them."""
    names, apart = short_names(family), pairs(family)
    grown_up = [each.id for each in people_now(family) if each.kind == "adult" and each.died is None]
    return tuple(
        f"{names[one]} and {names[other]} are kept apart. A meeting with everybody is for both of them."
        for one, other in combinations(grown_up, 2)
        if frozenset((one, other)) in apart
    )


def suggested(family: Family, asked: tuple[str, ...]) -> tuple[str, ...]:
    """From whom a meeting may have to be kept apart, by who is asked to it; nobody who is asked as well."""
    apart = {each for who in asked for each in kept_apart_from(family, who)}
    return tuple(person.id for person in family.people if person.id in apart - set(asked))


def of_meeting(meeting: Meeting) -> Gathering:
    """A meeting that is set up or under way."""
    return Gathering(
        on=meeting.on,
        start=meeting.start,
        minutes=meeting.planned_minutes or _LASTS,
        place=meeting.venue,
        apart=meeting.separate_from or (),
        planned=meeting.id,
    )


def agreed_next(meeting: Meeting) -> Gathering | None:
    """What a meeting agreed for the next time, kept apart from the same people; or nothing."""
    coming = meeting.next_meeting
    if coming is None:
        return None
    return Gathering(
        on=coming.on,
        start=coming.time,
        minutes=meeting.planned_minutes or _LASTS,
        place=coming.place or "",
        apart=meeting.separate_from or (),
        agreed_at=meeting.id,
    )


def to_come(family: Family) -> tuple[Gathering, ...]:
    """Every meeting that is set up, then what was agreed and is not set up yet, each the earliest first.

    Of what was agreed only the newest counts of each circle: those kept apart from the same people.
    """
    order = family.meetings_in_order()
    planned = [of_meeting(each) for each in order if each.outcome is None]
    circles = {frozenset(each.apart) for each in planned}
    agreed: list[Gathering] = []
    for meeting in reversed(order):
        circle = frozenset(meeting.separate_from or ())
        if meeting.took_place and circle not in circles:
            circles.add(circle)
            coming = agreed_next(meeting)
            agreed += [] if coming is None or _is_over(family, meeting) else [coming]
    return (*planned, *sorted(agreed, key=lambda each: (each.on, each.start)))


def next_agreed(family: Family) -> Gathering | None:
    """What the newest meeting agreed for the next time, while it is not set up; or nothing."""
    latest = latest_meeting(family)
    return next((each for each in to_come(family) if latest and each.agreed_at == latest.id), None)


def which(family: Family) -> tuple[Gathering, ...]:
    """The meetings to come of which one has to be chosen, since they are kept apart; nothing where there is no doubt.

    No doubt is where no meeting to come is kept apart, or only one, and it is set up.
    """
    coming = to_come(family)
    if not any(each.apart for each in coming) or (len(coming) == 1 and coming[0].planned is not None):
        return ()
    return coming


def whom_with(family: Family, gathering: Gathering) -> str:
    """Which of several meetings it is, by the grown-ups it is not kept apart from: “With Rana”."""
    names = short_names(family)
    people = [each for each in people_now(family) if each.kind == "adult" and each.died is None]
    those = [names[each.id] for each in people if each.id not in gathering.apart]
    return f"With {listed(those)}" if those else "A meeting"


def meant(gathering: Gathering) -> str:
    """What tells a meeting to come from every other: its own id, or that of the one it was agreed at."""
    return gathering.planned or f"after {gathering.agreed_at or 'nothing'}"


def cautions(family: Family, gathering: Gathering, today: date) -> tuple[str, ...]:
    """What could bring people together who are kept apart, a sentence each. For the chair alone.

    Two of them at one meeting; somebody at a meeting that is kept apart from
    them; two meetings on one day, in one place, or so close that they meet at the door.
    """
    if not pairs(family):
        return ()
    return (*_together(family, gathering), *_near_another(family, gathering, today))


def _together(family: Family, gathering: Gathering) -> Iterator[str]:
    coming = _coming(family, gathering.planned)
    names, apart = short_names(family), pairs(family)
    for at, one in enumerate(coming):
        for other in coming[at + 1 :]:
            if frozenset((one, other)) in apart:
                yield f"{names[one]} and {names[other]} are kept apart, and both are asked to this meeting."
    both = [names[each] for each in coming if each in gathering.apart]
    if both:
        verb = "is" if len(both) == 1 else "are"
        yield f"{listed(both)} {verb} asked to a meeting that is kept apart from them."


def _near_another(family: Family, gathering: Gathering, today: date) -> Iterator[str]:
    for other in _others(family, gathering):
        if other.on != gathering.on:
            continue
        yield (
            f"Another meeting, kept apart from this one, is on the same day: "
            f"{spoken_near(other.on, today)}, {_times(other)}."
        )
        if other.place and plain(other.place) == plain(gathering.place):
            yield f"Both are in the same place: {other.place}."
        first, second = sorted((gathering, other), key=lambda each: _minute(each.start))
        if _minute(second.start) - _minute(first.start) - first.minutes < AT_THE_DOOR:
            yield f"They could meet at the door: {_times(first)}, and {spoken_time(second.start)}."


def _others(family: Family, gathering: Gathering) -> Iterator[Gathering]:
    """The other meetings to come, and those of that day, as far as somebody at one is kept apart from the other."""
    mine = {gathering.planned, gathering.agreed_at} - {None}
    held = [of_meeting(each) for each in family.meetings if each.took_place and each.on == gathering.on]
    for other in (*to_come(family), *held):
        if mine & {other.planned, other.agreed_at} or set(other.apart) == set(gathering.apart):
            continue
        if other.apart or gathering.apart:
            yield other


def _coming(family: Family, meeting: str | None) -> tuple[str, ...]:
    """Those of the family who are asked and have not said no, or who are there."""
    asked = {
        each.who for each in family.invitations if each.meeting == meeting and each.reply != "not_coming"
    }
    here = set() if meeting is None else set(family.taking_part(meeting))
    return tuple(person.id for person in family.people if person.id in asked | here)


def _apart(family: Family) -> Iterator[frozenset[str]]:
    met = {frozenset(each) for each in _met(family)}
    yield from (each for each in map(frozenset, _kept_from_each_other(family)) if each not in met)
    people = {person.id for person in family.people}
    for meeting in family.meetings:
        apart = set(meeting.separate_from or ())
        there = set(_coming(family, meeting.id)) & people - apart if apart else set()
        yield from (frozenset((one, each)) for one in there for each in apart)


def _kept_from_each_other(family: Family) -> Iterator[tuple[str, str]]:
    for person in family.people:
        yield from ((person.id, each) for each in person.hidden_from or ())
    for home in family.households:
        grown_up = [
            each.id for each in family.people if each.household == home.household and each.kind == "adult"
        ]
        yield from ((one, each) for one in grown_up for each in home.hidden_from)


def _met(family: Family) -> Iterator[tuple[str, str]]:
    for meeting in family.meetings:
        if meeting.took_place:
            yield from combinations(family.taking_part(meeting.id), 2)


def _is_over(family: Family, meeting: Meeting) -> bool:
    """Whether people of the same circle, or everybody, met since."""
    later = [
        each for each in family.meetings_in_order() if (each.on, each.start) > (meeting.on, meeting.start)
    ]
    return any(each.took_place and not each.separate_from for each in later)


def _times(gathering: Gathering) -> str:
    ends = _minute(gathering.start) + gathering.minutes
    return f"{spoken_time(gathering.start)} to {spoken_time(f'{ends // 60 % 24:02}:{ends % 60:02}')}"


def _minute(time: str) -> int:
    return int(time[:2]) * 60 + int(time[3:5])
