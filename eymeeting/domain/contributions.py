"""What workers bring to a meeting, those too who cannot come, and what somebody of the family sends."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Final, Literal

from eymeeting.domain.dates import day_in_words
from eymeeting.domain.entry import FOR_THE_FAMILY, new_id
from eymeeting.domain.family import Family
from eymeeting.domain.interpreting import interprets
from eymeeting.domain.meeting import (
    IN_THE_ROOM,
    Attendance,
    AttendanceStatus,
    ChildWords,
    Contribution,
    Evidence,
    Line,
    Score,
)
from eymeeting.domain.names import people_now
from eymeeting.domain.pack import Pack
from eymeeting.domain.past_days import read_past_date
from eymeeting.domain.people import Person, Worker
from eymeeting.domain.sight import is_open_in_the_room
from eymeeting.domain.text import clean_line

Part = Literal["working", "worry", "can_offer"]
PARTS: Final[Mapping[Part, str]] = {
    "working": "What is going well?",
    "worry": "What are they worried about?",
    "can_offer": "What can they do?",
}
"""The three questions to every worker."""

_WITH_NEWS: Final[Mapping[AttendanceStatus | None, AttendanceStatus]] = {
    None: "sent_update",
    "apologies": "apologies_with_update",
}
_LEFT_OUT: Final[frozenset[AttendanceStatus]] = frozenset({"not_invited", "asked_to_leave"})


def helpers(family: Family, meeting: str) -> tuple[Worker, ...]:
    """The workers who may say something, those taking part before the others. Interpreters only interpret."""
    working = [
        worker
        for worker in family.workers
        if not interprets(worker)
        and worker.active is not False
        and not _is_left_out(family, meeting, worker.id)
    ]
    return tuple(sorted(working, key=lambda worker: not takes_part(family, meeting, worker.id)))


def away(family: Family, meeting: str) -> tuple[Person, ...]:
    """The adults of the family who are not here and may have sent word; nobody while nobody is marked."""
    if not _is_marked(family, meeting):
        return ()
    return tuple(
        person
        for person in people_now(family)
        if person.kind == "adult"
        and person.died is None
        and not takes_part(family, meeting, person.id)
        and not _is_left_out(family, meeting, person.id)
    )


def takes_part(family: Family, meeting: str, who: str) -> bool:
    """Whether somebody is in the room, or takes part from afar."""
    mark = family.attendance_of(meeting, who)
    return mark is not None and mark.status in IN_THE_ROOM


def news_mark(family: Family, meeting: str, who: str) -> tuple[Attendance | None, Attendance] | None:
    """How the mark of somebody who is not here changes when their news is written down, if it does.

    Nothing changes while nobody at all is marked: then it is not known who is here.
    """
    before = family.attendance_of(meeting, who)
    status = _WITH_NEWS.get(None if before is None else before.status)
    if status is None or not _is_marked(family, meeting):
        return None
    if before is not None:
        return before, replace(before, status=status)
    position = family.next_position(Attendance)
    return None, Attendance(id=new_id(), position=position, meeting=meeting, who=who, status=status)


def blank_contribution(family: Family, meeting: str, who: str) -> Contribution:
    """Nothing said yet, for the family to see."""
    position = family.next_position(Contribution)
    return Contribution(id=new_id(), position=position, meeting=meeting, by=who, visibility=FOR_THE_FAMILY)


def is_empty(said: Contribution) -> bool:
    """Whether a contribution holds nothing at all."""
    return not any((said.working, said.worry, said.can_offer, said.text, said.evidence))


def has_spoken(family: Family, meeting: str, pack: Pack) -> bool:
    """Whether anybody of the family has said something at this meeting: a line, a score, a child's words.

    Only what may stand on the screen counts, since everyone can read what is made of it.
    """
    lines = (each for each in family.lines if family.worker(each.by or "") is None)
    said: tuple[Line | ChildWords | Score, ...] = (*lines, *family.child_words, *family.scores)
    return any(
        is_open_in_the_room(family, each, pack=pack, meeting=meeting)
        for each in said
        if each.meeting == meeting
    )


def read_evidence(text: str, today: date) -> Evidence | None:
    """What was measured, its number and its day, from one line: “ASQ-3 communication 35, 3 march”.

    The day stands last, after a comma; the number is the last word that holds a
    figure. Either may be missing. Nothing when the line is empty.
    """
    words = clean_line(text).strip()
    measured, comma, last = words.rpartition(",")
    read = read_past_date(last, today) if comma else None
    day = read.day if read is not None else None
    if day is None:
        measured = words
    measured = measured.strip().rstrip(",")
    if not measured:
        return None
    measure, _, value = measured.rpartition(" ")
    if measure and any(each.isdecimal() for each in value):
        return Evidence(measure=measure.rstrip(" :,="), value=value, on=day)
    return Evidence(measure=measured, on=day)


def evidence_words(evidence: Evidence | None) -> str:
    """What was measured as one line, which reads back as the same."""
    if evidence is None:
        return ""
    measured = " ".join(part for part in (evidence.measure, evidence.value) if part)
    return measured if evidence.on is None else f"{measured}, {day_in_words(evidence.on)}"


def _is_marked(family: Family, meeting: str) -> bool:
    return any(mark.meeting == meeting for mark in family.attendance)


def _is_left_out(family: Family, meeting: str, who: str) -> bool:
    mark = family.attendance_of(meeting, who)
    return mark is not None and mark.status in _LEFT_OUT
