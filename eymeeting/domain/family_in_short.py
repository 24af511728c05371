"""A family in short: how each part of it stands today, in a few words."""

from __future__ import annotations

from datetime import date

from eymeeting.domain.at_the_keyboard import may_open
from eymeeting.domain.births import age_in_words
from eymeeting.domain.closing import closed_on, closed_words
from eymeeting.domain.copies_log import to_give
from eymeeting.domain.dates import how_far, spoken_near
from eymeeting.domain.family import Family
from eymeeting.domain.family_now import lead_now, next_time, open_actions
from eymeeting.domain.going_on import check_on
from eymeeting.domain.in_words import FORMAT
from eymeeting.domain.names import named, people_now
from eymeeting.domain.pack import Pack
from eymeeting.domain.people import Household, Person, Worker
from eymeeting.domain.safe_touch import what_is_unsafe
from eymeeting.domain.sight import is_open_in_the_room
from eymeeting.domain.times import spoken_time


def actions(family: Family, pack: Pack, today: date) -> str:
    """How many actions are open, and how many are past their day; once the work has ended, those for afterwards.

    What is not for everyone is not counted: a number would tell that there is something.
    """
    has_ended = closed_on(family) is not None
    still = [
        now
        for now in open_actions(family)
        if (now.action.after_closing or not has_ended) and is_open_in_the_room(family, now.action, pack=pack)
    ]
    late = sum(1 for now in still if now.due is not None and now.due < today)
    if not still:
        return "none open for everyone"
    return (
        f"{len(still)} open"
        + (" after the closing" if has_ended else "")
        + (f", {late} past the day" if late else "")
    )


def next_meeting(family: Family, today: date) -> str:
    """When people meet again, or that nobody does."""
    coming = next_time(family)
    is_set_up = coming is not None and coming.planned is not None
    if not is_set_up and closed_on(family) is not None:
        check = check_on(family)
        return closed_words(family, today) if check is None else f"a later look: {spoken_near(check, today)}"
    if coming is None:
        return "no day yet"
    return f"{spoken_near(coming.on, today)}, {spoken_time(coming.time)}, {how_far(coming.on, today)}"


def contacts(family: Family, pack: Pack, today: date, keyboard: str) -> str:
    """What is not safe, and when somebody was last in touch, as far as whoever is at the keyboard may know."""
    known = (each for each in family.contacts if may_open(family, each, keyboard, today=today, pack=pack))
    days = [each.on for each in known]
    last = f"the last {how_far(max(days), today)}" if days else "none written down"
    return " · ".join(part for part in (what_is_unsafe(family), last) if part)


def agreement(family: Family, today: date) -> str:
    """When sharing was last asked about."""
    asked = [each.on for each in family.agreements if each.on <= today]
    return f"last asked {how_far(max(asked), today)}" if asked else "not asked yet"


def copies(family: Family) -> str:
    """Whether copies wait to be given."""
    waiting = len(to_give(family))
    if not family.copies:
        return "none made"
    return f"{waiting} still to be given" if waiting else "all given"


def needs(family: Family) -> str:
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


def details(family: Family, pack: Pack, today: date) -> str:
    """Whether the work has ended, the level, where the family came from, and who leads."""
    lead, details = lead_now(family), family.details
    parts = [
        closed_words(family, today),
        None if details.level_of_need is None else pack.level(details.level_of_need),
        details.came_from and f"came from: {details.came_from}",
        None if lead is None else f"{pack.words.lead}: {named(lead)}",
    ]
    return " · ".join(part for part in parts if part)


def person(person: Person, today: date) -> str:
    """How old somebody is, or when they left; nothing of somebody who has died."""
    if person.left is not None and person.died is None:
        return f"left on {spoken_near(person.left, today)}"
    if person.dob is None or person.kind == "unborn" or person.died is not None:
        return ""
    return age_in_words(person.dob, today, is_estimated=bool(person.dob_estimated))


def worker(worker: Worker) -> str:
    """A worker's job and service."""
    gone = "" if worker.active is not False else " · not any more"
    return ", ".join(part for part in (worker.role, worker.agency) if part) + gone


def home(household: Household, today: date) -> str:
    """Since when a home is one, or until when it was."""
    if household.until is not None and household.until <= today:
        return f"until {spoken_near(household.until, today)}"
    return "" if household.since is None else f"since {spoken_near(household.since, today)}"
