"""What people and workers are called on one reader's paper, and who may not be named on it at all."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

from eymeeting.domain.consent import has_refused
from eymeeting.domain.family import Family
from eymeeting.domain.interpreting import interprets
from eymeeting.domain.pack import Pack
from eymeeting.domain.people import Person, Worker
from eymeeting.domain.sight import Reader, is_kept_apart, sees


def name_for(family: Family, reader: Reader, id: str, *, on: date, today: date, pack: Pack) -> str | None:  # noqa: A002
    """What somebody is called to a reader on a day; nothing when they may not be named to this reader.

    Somebody of the family goes by the name used in the room, with the last name
    or the relationship where two are called the same. A last name that is kept
    from the reader stays away. A worker of an agency the family refused, or one
    who came only to meetings kept apart from the reader, is not named.
    """
    worker = family.worker(id)
    if worker is not None:
        return _worker_name(family, reader, worker, today=today, pack=pack)
    known = without_what_is_kept_apart(family, reader.id)
    person = known.person_on(id, on)
    return None if person is None else _told_apart(known, reader, person, on)


def full_name_for(
    family: Family,
    reader: Reader,
    id: str,  # noqa: A002
    *,
    on: date,
    today: date,
    pack: Pack,
) -> str | None:
    """Both names, where the reader may have them; otherwise as in ``name_for``."""
    known = without_what_is_kept_apart(family, reader.id)
    person = known.person_on(id, on)
    if person is None or is_protected_from(person, reader.id):
        return name_for(family, reader, id, on=on, today=today, pack=pack)
    return as_called(person)


def as_called(person: Person) -> str:
    """Both names in the person's own order, with the first name as people use it.

    A preferred name that only adds to the first name, as in “Big Martin”, is for the room alone.
    """
    if set(person.first_name.split()) & set(person.called.split()):
        return person.full_name
    return replace(person, first_name=person.called).full_name


def is_protected_from(person: Person, reader: str) -> bool:
    """Whether how to reach somebody is kept from a reader."""
    return reader in (person.hidden_from or ())


def without_what_is_kept_apart(family: Family, reader: str) -> Family:
    """The family without the new names, births and updates told at a meeting kept apart from a reader.

    An update that makes the reader the new owner stays.
    """
    return replace(
        family,
        family_changes=tuple(
            each for each in family.family_changes if not is_kept_apart(family, each.meeting, reader)
        ),
        updates=tuple(
            each
            for each in family.updates
            if each.reassigned_to == reader or not is_kept_apart(family, each.meeting, reader)
        ),
    )


def not_to_be_named(family: Family, reader: Reader, worker: Worker, *, today: date, pack: Pack) -> bool:
    """Whether a worker may not be named to somebody of the family."""
    if family.person(reader.id) is None:
        return False
    return _is_refused(family, reader, worker, today) or only_kept_apart(
        family, reader, worker, today=today, pack=pack
    )


def only_kept_apart(family: Family, reader: Reader, worker: Worker, *, today: date, pack: Pack) -> bool:
    """Whether a worker has to do only with meetings that were kept apart from the reader."""
    apart = {each.id for each in family.meetings if is_kept_apart(family, each.id, reader.id)}
    if not apart:
        return False
    places = _places(family, reader, worker.id, today=today, pack=pack)
    return bool(places & apart) and not places - apart


def _worker_name(family: Family, reader: Reader, worker: Worker, *, today: date, pack: Pack) -> str | None:
    if not_to_be_named(family, reader, worker, today=today, pack=pack):
        return None
    same = [each for each in family.workers if each.name == worker.name]
    return f"{worker.name} ({worker.role})" if len(same) > 1 else worker.name


def _told_apart(family: Family, reader: Reader, person: Person, on: date) -> str:
    everybody = [family.person_on(each.id, on) or each for each in family.people]
    if Counter(each.called for each in everybody)[person.called] == 1:
        return person.called
    whole = as_called(person)
    alone = Counter(as_called(each) for each in everybody)[whole] == 1
    if alone and not is_protected_from(person, reader.id):
        return whole
    return f"{person.called} ({person.relationship})"


def _is_refused(family: Family, reader: Reader, worker: Worker, today: date) -> bool:
    return not interprets(worker) and has_refused(family, reader.id, worker.agency, today=today)


def _places(family: Family, reader: Reader, worker: str, *, today: date, pack: Pack) -> set[str]:
    """Where a worker has come up: every meeting, and at panels only what the reader may see."""
    places = {
        meeting.id
        for meeting in family.meetings
        if worker in (meeting.chair, meeting.recorder, meeting.lead_professional, meeting.interpreter)
    }
    places |= {each.meeting for each in family.attendance if each.who == worker}
    places |= {each.meeting for each in family.contributions if each.by == worker}
    places |= {each.meeting for each in family.child_words if each.heard_by == worker}
    places |= {each.meeting for each in family.safeguarding if each.raised_by == worker}
    for action in family.actions:
        place = action.meeting or action.panel_item
        if place and worker in (action.owner, action.who_will_ask, *(action.helpers or ())):
            visible = action.meeting or sees(family, reader, action, today=today, pack=pack)
            places |= {place} if visible else set()
    places |= {
        each.panel_item
        for each in family.known
        if each.by == worker and sees(family, reader, each, today=today, pack=pack)
    }
    return places
