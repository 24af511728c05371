"""Whether a family knows that it will be talked about, and who at the table is outside what it agreed to.

Parents know what will be talked of and why before a panel talks of them (Family Matters, Warwickshire);
what is shared there is shared with clear agreement (the Haringey ruling of 2013).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Literal

from eymeeting.domain.consent import REFUSALS, answer_of_the_family, is_agreed, same_agency
from eymeeting.domain.dates import day_in_words
from eymeeting.domain.entry import new_id
from eymeeting.domain.family import Family
from eymeeting.domain.gates import about_a_service
from eymeeting.domain.in_words import listed
from eymeeting.domain.interpreting import interprets
from eymeeting.domain.names import named
from eymeeting.domain.panel import FamilyTold, PanelItem
from eymeeting.domain.panel_meeting import PanelMeeting, Seat
from eymeeting.domain.people import Worker
from eymeeting.domain.text import clean_line, folded

_WENT_ON: Final = "It is talked of all the same, for a reason that is written down."


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """Whether a family was told, in words for the table. What ``stops`` is not talked about yet."""

    state: Literal["told", "not_told", "not_asked_yet"]
    words: str
    stops: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Outside:
    """Somebody at the table whose service a family did not agree to.

    ``words`` are for the table, where a “no” reads “not yet”; ``for_the_chair``
    are for whoever is at the keyboard alone, and say “no” and when.
    """

    name: str
    agency: str
    words: str
    for_the_chair: str


def gate(family: Family, item: PanelItem) -> Gate:
    """Whether the family knows that it will be talked about: when, by whom, what, and to whom it said yes.

    “No” stops, and so does nobody having asked: nothing at all is written of it yet. A
    recorded reason opens both; it is for the record, and stands in no words here.
    """
    told = item.family_told
    if told.told:
        return Gate(state="told", words=_told(family, told), stops=False)
    went_on = bool((item.went_on_because or "").strip())
    asked = any((told.on, told.by, told.note, told.agencies))
    words = "The family has not been told." if asked else "Has the family been told? Nobody has said yet."
    return Gate(
        state="not_told" if asked else "not_asked_yet",
        words=f"{words} {_WENT_ON}" if went_on else words,
        stops=not went_on,
    )


def outside(
    family: Family,
    item: PanelItem,
    seats: Iterable[Seat],
    *,
    today: date,
) -> tuple[Outside, ...]:
    """Those who are at the table and whose service this family did not agree to, in the order of the seats.

    The service that brings the family is inside, and so is who interprets. A
    service is inside that the family said yes to, when it was told of the panel or
    in its agreement. A “no” in its agreement counts whatever else was said.
    """
    brought = family.worker(item.brought_by)
    found = []
    for seat in seats:
        if not seat.is_here or interprets(worker_for(family, seat)[0]):
            continue
        if brought is not None and same_agency(brought.agency, seat.agency):
            continue
        if not _is_inside(family, item, seat.agency, today):
            found.append(_outside(family, seat, today))
    return tuple(found)


def blank_item(family: Family, panel: PanelMeeting, minutes: int, brought_by: str) -> PanelItem:
    """A family's item for a panel, with nothing said yet; one carried to that day goes on as it stood.

    The kind of plan and the level of need are those of today. That the family was
    told of the talk that was put off holds for this one; a “no”, and why it was gone
    on with that day, do not.
    """
    blank = PanelItem(
        id=new_id(),
        position=family.next_position(PanelItem),
        on=panel.on,
        panel=panel.name,
        slot_minutes=minutes,
        brought_by=brought_by,
        why_now="",
        family_told=FamilyTold(told=False),
        plan_kind=family.details.plan_kind,
        level_of_need=family.details.level_of_need,
    )
    before = carried_here(family, panel.on)
    if before is None:
        return blank
    return replace(
        blank,
        why_now=before.why_now,
        question=before.question,
        family_told=before.family_told if before.family_told.told else blank.family_told,
        family_wants_you_to_know=before.family_wants_you_to_know,
    )


def carried_here(family: Family, on: date) -> PanelItem | None:
    """The family's latest item, where it was put off to a day, or to one before it that brought nothing."""
    earlier = (each for each in family.panel_items if each.on < on)
    latest = max(earlier, key=lambda each: (each.on, each.position), default=None)
    if latest is None or latest.carried_to is None or latest.carried_to > on:
        return None
    return latest


def worker_for(family: Family, seat: Seat) -> tuple[Worker, bool]:
    """Who sits there, as this family's file has them, and whether they are new to it.

    It is the same name, job and service, however these are written.
    """
    sought = _alike(seat.name, seat.role, seat.agency)
    known = (each for each in family.workers if _alike(each.name, each.role, each.agency) == sought)
    found = next(known, None)
    return (_worker(family, seat), True) if found is None else (found, False)


def _worker(family: Family, seat: Seat) -> Worker:
    worker = Worker(
        id=new_id(),
        position=family.next_position(Worker),
        name=clean_line(seat.name),
        role=clean_line(seat.role),
        agency=clean_line(seat.agency),
    )
    return replace(worker, interpreter=True) if interprets(worker) else worker


def _alike(name: str, role: str, agency: str) -> tuple[str, ...]:
    return tuple(folded(clean_line(part)) for part in (name, role, agency))


def _told(family: Family, told: FamilyTold) -> str:
    teller = family.worker(told.by or "") or family.person(told.by or "")
    when = f" on {day_in_words(told.on)}" if told.on else ""
    by = f" by {named(teller)}" if teller else ""
    note = f" “{told.note.strip()}”" if told.note and told.note.strip() else ""
    said_yes = f" They said yes to {listed(told.agencies)}." if told.agencies else ""
    missing = [word for word, there in (("when", told.on), ("by whom", teller)) if not there]
    not_yet = f" It is not written down {' or '.join(missing)}." if missing else ""
    return f"The family was told{when}{by}.{note}{said_yes}{not_yet}"


def _is_inside(family: Family, item: PanelItem, agency: str, today: date) -> bool:
    if answer_of_the_family(family, agency, today=today).answer in REFUSALS:
        return False
    said_yes = item.family_told.agencies or ()
    named_yes = item.family_told.told and any(same_agency(each, agency) for each in said_yes)
    return named_yes or is_agreed(family, agency, today=today)


def _outside(family: Family, seat: Seat, today: date) -> Outside:
    words = f"The family has not agreed to sharing with {seat.agency or 'this service'} yet."
    found = about_a_service(family, seat.agency, today)
    return Outside(
        name=seat.name,
        agency=seat.agency,
        words=words,
        for_the_chair=found.words if found is not None and seat.agency else words,
    )
