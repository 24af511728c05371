"""The set of copies that a meeting owes: for the family, for the workers, for the chair, and for calendars."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from eymeeting.domain.beginning import has_begun
from eymeeting.domain.consent import is_agreed
from eymeeting.domain.family import Family
from eymeeting.domain.family_now import lead_now, open_actions
from eymeeting.domain.meeting import Meeting
from eymeeting.domain.owed import lists_to_send
from eymeeting.domain.pack import Pack
from eymeeting.domain.sight import is_open_in_the_room
from eymeeting.domain.telling import is_discussion
from eymeeting.domain.whose_copies import CopyFor, copies_for, is_the_chairs


def set_of_copies(
    family: Family, meeting: Meeting, keyboard: str, *, room: Family, today: date, pack: Pack
) -> tuple[CopyFor, ...]:
    """Everything a meeting owes: plans and pages, a list for each worker with something to do, the lead's, the record.

    ``room`` is the family with those workers alone who may be named on the screen. A list is offered for what
    everybody there may know of: a name beside nothing would tell that there is something. The lists and the
    lead's copy tell how things stand now, so that only the newest meeting has them. Last come the calendar
    files, for whoever gets a plan or a list, where a day is agreed; nobody's name stands there.
    """
    people = copies_for(family, meeting, keyboard)
    if is_discussion(meeting) and not is_the_chairs(meeting, keyboard):
        return people
    papers = tuple(each for each in people if each.kind != "record")
    records = tuple(each for each in people if each.kind == "record")
    workers = _for_workers(family, meeting, keyboard, room=room, today=today, pack=pack)
    agreed = meeting.next_meeting is not None and meeting.next_meeting.on >= today
    calendar = (CopyFor(reader="", kind="calendar", is_likely=False),) if agreed else ()
    return (*papers, *workers, *records, *calendar)


def who_gets_a_calendar_file(offered: Iterable[CopyFor]) -> tuple[str, ...]:
    """For whom there are calendar files: whoever is offered a plan, a list or the lead's copy, each once."""
    return tuple(dict.fromkeys(each.reader for each in offered if each.kind in ("family", "agency", "lead")))


def _for_workers(
    family: Family, meeting: Meeting, keyboard: str, *, room: Family, today: date, pack: Pack
) -> Iterator[CopyFor]:
    held = [each.id for each in family.meetings_in_order() if has_begun(family, each, today)]
    if not held or held[-1] != meeting.id:
        return
    known = tuple(
        now
        for now in open_actions(family)
        if is_open_in_the_room(family, now.action, pack=pack, meeting=meeting.id, keyboard=keyboard)
    )
    named = {worker.id for worker in room.workers}
    for worker in lists_to_send(family, known, today=today):
        if worker in named:
            yield CopyFor(reader=worker, kind="agency", is_likely=True)
    lead = lead_now(family)
    may_have_it = lead is not None and is_agreed(family, lead.agency, today=today)
    if lead is not None and may_have_it and lead.id in named and not is_discussion(meeting):
        yield CopyFor(reader=lead.id, kind="lead", is_likely=True)
