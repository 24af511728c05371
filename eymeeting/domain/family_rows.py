"""A family on one screen: each part of it in a line, as it stands today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from eymeeting.domain.dates import how_far, spoken_near
from eymeeting.domain.family import Family
from eymeeting.domain.family_now import lead_now, next_time, open_actions
from eymeeting.domain.in_words import listed
from eymeeting.domain.meeting import Meeting, Outcome
from eymeeting.domain.names import named, names_in_picker
from eymeeting.domain.pack import Pack
from eymeeting.domain.people import Format, Household, Person, Worker
from eymeeting.domain.standing import MADE_NOT_GIVEN
from eymeeting.domain.times import spoken_time

OUTCOME_WORDS: Final[dict[Outcome, str]] = {
    "carry_on": "we carry on",
    "lighter_touch": "we carry on with a lighter touch",
    "close": "closed",
    "step_up": "stepped up to social care",
    "step_down": "stepped down to one service",
    "adjourned": "broken off, to be gone on with",
    "did_not_happen": "did not happen",
}


FORMAT_WORDS: Final[dict[Format, str]] = {
    "standard": "standard",
    "clear": "clear print",
    "large": "large print",
    "dyslexia": "a dyslexia-friendly copy",
    "easyread": "easy read with pictures",
    "read_aloud": "read aloud",
}
_UNSAFE: Final = {"write": "write", "ring": "ring", "leave_message": "leave a message"}


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRow:
    """One line of a family's place. ``kind`` says what it opens, ``id`` which one."""

    kind: str
    id: str
    name: str
    told: str = ""
    group: str


def place_rows(family: Family, pack: Pack, today: date) -> tuple[PlaceRow, ...]:
    """Everything of a family that can be opened, what is done between meetings first.

    An address that is kept from somebody is not shown: it stands behind its line.
    """
    work = "Between meetings"
    homes = "Where they live"
    rows = [
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
            kind="details", id="details", name="About the family", told=_details(family, pack), group=work
        ),
    ]
    names = names_in_picker((*family.people, *family.workers))
    rows += [
        PlaceRow(
            kind="person", id=each.id, name=names[each.id], told=_person(each, today), group="The family"
        )
        for each in family.people
    ]
    rows += [
        PlaceRow(kind="worker", id=each.id, name=each.name, told=_worker(each), group="The people who help")
        for each in family.workers
    ]
    rows += [
        PlaceRow(kind="household", id=each.id, name=_home(each), told=_since(each, today), group=homes)
        for each in family.households
    ]
    rows.append(PlaceRow(kind="household", id="", name="Another address", group=homes))
    rows += [
        PlaceRow(
            kind="meeting",
            id=each.id,
            name=_meeting(each, pack, today),
            told=_outcome(each, today),
            group="Meetings",
        )
        for each in reversed(family.meetings_in_order())
    ]
    return tuple(rows)


def _actions(family: Family, today: date) -> str:
    still = open_actions(family)
    late = sum(1 for now in still if now.due is not None and now.due < today)
    if not still:
        return "none open"
    return f"{len(still)} open" + (f", {late} past the day" if late else "")


def _next(family: Family, today: date) -> str:
    coming = next_time(family)
    if coming is None:
        return "no day yet"
    return f"{spoken_near(coming.on, today)}, {spoken_time(coming.time)}, {how_far(coming.on, today)}"


def _contacts(family: Family, today: date) -> str:
    if not family.contacts:
        return "none written down"
    last = max(each.on for each in family.contacts)
    return f"the last {how_far(last, today)}"


def _agreement(family: Family, today: date) -> str:
    asked = [each.on for each in family.agreements if each.on <= today]
    return f"last asked {how_far(max(asked), today)}" if asked else "not asked yet"


def _copies(family: Family) -> str:
    waiting = sum(1 for copy in family.copies if copy.how == MADE_NOT_GIVEN)
    if not family.copies:
        return "none made"
    return f"{waiting} still to be given" if waiting else "all given"


def _touch(family: Family) -> str:
    """What is not safe, in words; nothing while everything is safe or nobody has said."""
    safe = family.details.safe_contact
    if safe is None:
        return "nobody has said what is safe"
    unsafe = [words for name, words in _UNSAFE.items() if getattr(safe, name) == "no"]
    unknown = [words for name, words in _UNSAFE.items() if getattr(safe, name) in (None, "unknown")]
    told = [f"Not safe to {listed(unsafe, 'or')}." if unsafe else ""]
    told.append(f"Not known: to {listed(unknown, 'or')}." if unknown else "")
    return " ".join(part for part in told if part) or "safe to write, ring and leave a message"


def _needs(family: Family) -> str:
    needs = [family.details.access_needs]
    for person in family.people:
        wanted = [
            f"interpreter, {person.interpreter}" if person.interpreter else None,
            person.access_needs,
            *(FORMAT_WORDS[each] for each in person.formats or () if each != "standard"),
        ]
        if any(wanted):
            needs.append(f"{person.called}: {', '.join(each for each in wanted if each)}")
    return " · ".join(each for each in needs if each) or "nothing written down"


def _details(family: Family, pack: Pack) -> str:
    lead, details = lead_now(family), family.details
    parts = [
        None if details.level_of_need is None else f"level {details.level_of_need}",
        details.came_from and f"came from: {details.came_from}",
        None if lead is None else f"{pack.words.lead}: {named(lead)}",
    ]
    return " · ".join(part for part in parts if part)


def _person(person: Person, today: date) -> str:
    if person.dob is None or person.kind == "unborn":
        return ""
    years = today.year - person.dob.year - ((today.month, today.day) < (person.dob.month, person.dob.day))
    about = "about " if person.dob_estimated else ""
    return f"{about}{years}" if years else "under 1"


def _worker(worker: Worker) -> str:
    gone = "" if worker.active is not False else " · not any more"
    return f"{worker.role}, {worker.agency}{gone}"


def _home(household: Household) -> str:
    if household.hidden_from:
        return f"Home {household.household}: kept from somebody"
    where = ", ".join(part for part in (*household.lines, household.postcode) if part)
    return f"Home {household.household}: {where or 'no fixed address'}"


def _since(household: Household, today: date) -> str:
    if household.until is not None and household.until <= today:
        return f"until {spoken_near(household.until, today)}"
    return "" if household.since is None else f"since {spoken_near(household.since, today)}"


def _meeting(meeting: Meeting, pack: Pack, today: date) -> str:
    kinds = {kind.type: kind.name for kind in pack.meetings}
    return f"{meeting.number}. {meeting.title or kinds.get(meeting.type, 'Meeting')}, {spoken_near(meeting.on, today)}"


def _outcome(meeting: Meeting, today: date) -> str:
    if meeting.outcome is not None:
        return OUTCOME_WORDS[meeting.outcome]
    return "planned" if meeting.on > today else "under way"
