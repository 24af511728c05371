"""Who was there and who could not come, by name, as it stands on one reader's copy."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from eymeeting.domain.copies import Attended
from eymeeting.domain.in_words import ATTENDED
from eymeeting.domain.meeting import IN_THE_ROOM, Attendance, AttendanceStatus
from eymeeting.domain.one_reader import ForOneReader
from eymeeting.domain.own_script import own_script, with_own_script
from eymeeting.domain.spoken_to import is_without_a_meeting

NOTES: Final[dict[AttendanceStatus, str | None]] = {
    "views_only": ATTENDED["views_only"],
    "apologies": None,
    "apologies_with_update": ATTENDED["sent_update"],
    "sent_update": ATTENDED["sent_update"],
    "sent_substitute": ATTENDED["sent_substitute"],
    "did_not_come": None,
}
"""Who could not come, and what they did instead. Whoever was left out of a meeting stands nowhere."""

HOW_THEY_WERE_THERE: Final[Mapping[AttendanceStatus, str]] = {
    each: ATTENDED[each] for each in IN_THE_ROOM if each != "present"
}


def was_there(paper: ForOneReader, *, workers: bool) -> tuple[Attended, ...]:
    """Who was there, of the family or of the ``workers``: name, what they are or their job, how they came."""
    return _attended(
        paper,
        [
            (each, HOW_THEY_WERE_THERE.get(each.status))
            for each in paper.family.attendance
            if each.status in IN_THE_ROOM and (paper.family.worker(each.who) is not None) is workers
        ],
    )


def could_not_come(paper: ForOneReader) -> tuple[Attended, ...]:
    """Who could not come, and what they did instead; where nobody met, those alone who sent something."""
    marks = [(each, NOTES[each.status]) for each in paper.family.attendance if each.status in NOTES]
    if is_without_a_meeting(paper.meeting):
        marks = [(each, note) for each, note in marks if note is not None]
    return _attended(paper, marks)


def _attended(
    paper: ForOneReader, attendance: Iterable[tuple[Attendance, str | None]]
) -> tuple[Attended, ...]:
    found = []
    for each, note in attendance:
        name = paper.full_name(each.who)
        if each.meeting != paper.meeting.id or name is None:
            continue
        name = with_own_script(name, own_script(paper, each.who))
        found.append(Attended(name=name, role=paper.cleared(paper.role(each.who)) or "", note=note))
    return tuple(found)
