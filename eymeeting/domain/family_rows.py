"""A family on one screen: each part of it in a line, as it stands today."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from eymeeting.domain.births import age_in_words
from eymeeting.domain.closing import closed_on, closed_words
from eymeeting.domain.dates import how_far, spoken_near
from eymeeting.domain.family import ActionNow, Family, action_now
from eymeeting.domain.family_history import history
from eymeeting.domain.family_now import lead_now, next_time, open_actions
from eymeeting.domain.going_on import check_on
from eymeeting.domain.in_words import ENDING, FORMAT
from eymeeting.domain.kept_homes import name_in_the_room
from eymeeting.domain.meeting import Meeting
from eymeeting.domain.names import members_now, named, names_in_picker, people_now
from eymeeting.domain.pack import Pack
from eymeeting.domain.people import Household, Person, Worker
from eymeeting.domain.safe_touch import what_is_unsafe
from eymeeting.domain.standing import MADE_NOT_GIVEN
from eymeeting.domain.times import spoken_time

NEWEST: Final = 3
"""Meetings with a line of their own. The others stand behind one more."""

_MEETINGS: Final = "Meetings"
_WHERE: Final = "Where they live"
_CHANGED: Final = "What has changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRow:
    """One line of a family's place. ``kind`` says what it opens, ``id`` which one."""

    kind: str
    id: str
    name: str
    told: str = ""
    group: str


def place_rows(family: Family, pack: Pack, today: date) -> tuple[PlaceRow, ...]:
    """Everything of a family that can be opened: what is done between meetings, then the meetings themselves.

    No address is shown, and nothing tells which of them is kept from somebody: each stands behind its line.
    """
    return (
        *_between_meetings(family, pack, today),
        *_meetings(family, pack, today),
        *_people(family, today),
        *_homes(family, today),
        *_changes(family, today),
    )


def earlier_meetings(family: Family, pack: Pack, today: date) -> tuple[PlaceRow, ...]:
    """The meetings before those that have a line of their own, newest first."""
    return _lines_of_meetings(family, pack, today)[NEWEST:]


def finished_actions(family: Family) -> tuple[ActionNow, ...]:
    """What is done or no longer needed, the newest first, so that it can be looked at and put right."""
    order = {meeting.id: place for place, meeting in enumerate(family.meetings_in_order())}
    known = sorted(
        family.actions, key=lambda each: (order.get(each.meeting or "", -1), each.position), reverse=True
    )
    return tuple(now for each in known if not (now := action_now(family, each)).is_open)


def _between_meetings(family: Family, pack: Pack, today: date) -> Iterator[PlaceRow]:
    work = "Between meetings"
    yield from (
        PlaceRow(kind="actions", id="actions", name="Actions", told=_actions(family, today), group=work),
        PlaceRow(kind="next", id="next", name="Next meeting", told=_next(family, today), group=work),
        PlaceRow(
            kind="contacts", id="contacts", name="Calls and visits", told=_contacts(family, today), group=work
        ),
        PlaceRow(
            kind="agreement",
            id="agreement",
            name="Agreement to share",
            told=_agreement(family, today),
            group=work,
        ),
        PlaceRow(kind="copies", id="copies", name="Copies", told=_copies(family), group=work),
        PlaceRow(
            kind="details",
            id="details",
            name="About the family",
            told=_details(family, pack, today),
            group=work,
        ),
    )


def _meetings(family: Family, pack: Pack, today: date) -> Iterator[PlaceRow]:
    lines = _lines_of_meetings(family, pack, today)
    yield from lines[:NEWEST]
    earlier = len(lines) - NEWEST
    if earlier > 0:
        yield PlaceRow(
            kind="earlier", id="earlier", name="Earlier meetings", told=str(earlier), group=_MEETINGS
        )


def _lines_of_meetings(family: Family, pack: Pack, today: date) -> tuple[PlaceRow, ...]:
    return tuple(
        PlaceRow(
            kind="meeting",
            id=each.id,
            name=_meeting(each, pack),
            told=f"{spoken_near(each.on, today)}: {_outcome(each, today)}",
            group=_MEETINGS,
        )
        for each in reversed(family.meetings_in_order())
    )


def _people(family: Family, today: date) -> Iterator[PlaceRow]:
    members = members_now(family)
    names = names_in_picker(members)
    for each in members:
        if isinstance(each, Person):
            yield PlaceRow(
                kind="person", id=each.id, name=names[each.id], told=_person(each, today), group="The family"
            )
    yield PlaceRow(
        kind="details", id="needs", name="What helps them", told=_needs(family), group="The family"
    )
    for worker in family.workers:
        yield PlaceRow(
            kind="worker", id=worker.id, name=worker.name, told=_worker(worker), group="The people who help"
        )


def _homes(family: Family, today: date) -> Iterator[PlaceRow]:
    for home in family.households:
        yield PlaceRow(
            kind="household",
            id=home.id,
            name=f"Home {name_in_the_room(family, home.household)}".rstrip(),
            told=_since(home, today),
            group=_WHERE,
        )
    yield PlaceRow(kind="household", id="", name="Another address", group=_WHERE)


def _changes(family: Family, today: date) -> Iterator[PlaceRow]:
    happened = history(family)
    for place, each in enumerate(happened[:NEWEST]):
        yield PlaceRow(
            kind="changed", id=str(place), name=each.words, told=spoken_near(each.on, today), group=_CHANGED
        )
    if len(happened) > NEWEST:
        yield PlaceRow(
            kind="changed", id="", name="Earlier changes", told=str(len(happened) - NEWEST), group=_CHANGED
        )


def _actions(family: Family, today: date) -> str:
    has_ended = closed_on(family) is not None
    still = [now for now in open_actions(family) if now.action.after_closing or not has_ended]
    late = sum(1 for now in still if now.due is not None and now.due < today)
    if not still:
        return "none open"
    return (
        f"{len(still)} open"
        + (" after the closing" if has_ended else "")
        + (f", {late} past the day" if late else "")
    )


def _next(family: Family, today: date) -> str:
    coming = next_time(family)
    is_set_up = coming is not None and coming.planned is not None
    if not is_set_up and closed_on(family) is not None:
        check = check_on(family)
        return closed_words(family, today) if check is None else f"a later look: {spoken_near(check, today)}"
    if coming is None:
        return "no day yet"
    return f"{spoken_near(coming.on, today)}, {spoken_time(coming.time)}, {how_far(coming.on, today)}"


def _contacts(family: Family, today: date) -> str:
    days = [each.on for each in family.contacts]
    last = f"the last {how_far(max(days), today)}" if days else "none written down"
    return " · ".join(part for part in (what_is_unsafe(family), last) if part)


def _agreement(family: Family, today: date) -> str:
    asked = [each.on for each in family.agreements if each.on <= today]
    return f"last asked {how_far(max(asked), today)}" if asked else "not asked yet"


def _copies(family: Family) -> str:
    waiting = sum(1 for copy in family.copies if copy.how == MADE_NOT_GIVEN)
    if not family.copies:
        return "none made"
    return f"{waiting} still to be given" if waiting else "all given"


def _needs(family: Family) -> str:
    """Interpreters, access and how copies look: for the family as a whole, then for each of them."""
    needs = [family.details.access_needs]
    for person in people_now(family):
        wanted = [
            f"interpreter, {person.interpreter}" if person.interpreter else None,
            person.access_needs,
            *(FORMAT[each] for each in person.formats or () if each != "standard"),
        ]
        if any(wanted) and person.died is None:
            needs.append(f"{person.called}: {', '.join(each for each in wanted if each)}")
    return " · ".join(each for each in needs if each) or "nothing written down"


def _details(family: Family, pack: Pack, today: date) -> str:
    lead, details = lead_now(family), family.details
    parts = [
        closed_words(family, today),
        None if details.level_of_need is None else f"level {details.level_of_need}",
        details.came_from and f"came from: {details.came_from}",
        None if lead is None else f"{pack.words.lead}: {named(lead)}",
    ]
    return " · ".join(part for part in parts if part)


def _person(person: Person, today: date) -> str:
    if person.left is not None and person.died is None:
        return f"left on {spoken_near(person.left, today)}"
    if person.dob is None or person.kind == "unborn" or person.died is not None:
        return ""
    return age_in_words(person.dob, today, is_estimated=bool(person.dob_estimated))


def _worker(worker: Worker) -> str:
    gone = "" if worker.active is not False else " · not any more"
    return ", ".join(part for part in (worker.role, worker.agency) if part) + gone


def _since(household: Household, today: date) -> str:
    if household.until is not None and household.until <= today:
        return f"until {spoken_near(household.until, today)}"
    return "" if household.since is None else f"since {spoken_near(household.since, today)}"


def _meeting(meeting: Meeting, pack: Pack) -> str:
    kinds = {kind.type: kind.name for kind in pack.meetings}
    return f"{meeting.number}. {meeting.title or kinds.get(meeting.type, 'Meeting')}"


def _outcome(meeting: Meeting, today: date) -> str:
    if meeting.outcome is not None:
        words = ENDING[meeting.outcome]
        return words[0].lower() + words[1:]
    return "planned" if meeting.on > today else "under way"
