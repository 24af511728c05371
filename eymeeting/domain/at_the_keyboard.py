"""Who may sit at the keyboard, and what whoever sits there may open."""

from __future__ import annotations

from datetime import date

from eymeeting.domain.actions import Update
from eymeeting.domain.consent import REFUSALS, answer_of_the_family
from eymeeting.domain.entry import Entry
from eymeeting.domain.family import Family
from eymeeting.domain.interpreting import interprets
from eymeeting.domain.pack import Pack
from eymeeting.domain.people import Worker
from eymeeting.domain.reach import reach
from eymeeting.domain.sight import Reader, is_open_in_the_room, sees


def who_may_type(family: Family) -> tuple[Worker, ...]:
    """The workers who may be at the keyboard or in the chair: nobody who interprets, or has moved on."""
    return tuple(worker for worker in family.workers if not interprets(worker) and worker.active is not False)


def offered_the_keyboard(family: Family, today: date) -> tuple[Worker, ...]:
    """Those of ``who_may_type`` who are offered the keyboard: whoever sits there reads along.

    Not a worker whose service the family refused, or has stopped sharing with, unless they
    chair or lead, or already write at a meeting that is not finished. Where nobody is left,
    somebody has to be added first.
    """
    in_charge = {who for each in family.meetings for who in (each.chair, each.lead_professional)}
    in_charge |= {each.recorder for each in family.meetings if each.outcome is None}
    return tuple(
        each
        for each in who_may_type(family)
        if each.id in in_charge
        or answer_of_the_family(family, each.agency, today=today).answer not in REFUSALS
    )


def may_open(family: Family, entry: Entry, keyboard: str, *, today: date, pack: Pack) -> bool:
    """Whether whoever is at the keyboard may open something between meetings.

    What everybody may read; what they wrote or took on themselves; of a meeting
    they chaired what stands in its record; and what the rules of sight let them see.
    News goes by its action.
    """
    found = reach(family, entry, pack)
    if keyboard in found.not_for:
        return False
    if isinstance(entry, Update):
        actions = (each for each in family.actions if each.id == entry.action)
        return any(may_open(family, each, keyboard, today=today, pack=pack) for each in actions)
    if is_open_in_the_room(family, entry, pack=pack):
        return True
    reader = Reader(id=keyboard, as_chair_of=found.place)
    return keyboard in found.authors or sees(family, reader, entry, today=today, pack=pack)
