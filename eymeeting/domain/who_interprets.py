"""Who interprets at a meeting, and whom a typed name means. Nobody of the family ever does (the field's guidance)."""

from __future__ import annotations

from collections.abc import Iterable

from eymeeting.domain.family import Family
from eymeeting.domain.interpreting import interprets
from eymeeting.domain.meeting import IN_THE_ROOM
from eymeeting.domain.people import Worker
from eymeeting.domain.text import folded


def interpreters(family: Family) -> tuple[Worker, ...]:
    """The workers who interpret for the family and have not moved on."""
    return tuple(worker for worker in family.workers if interprets(worker) and worker.active is not False)


def interpreter_of(family: Family, meeting: str) -> str | None:
    """The id of whoever interprets at a meeting: who is named for it, else who is there, else who is asked.

    Nothing when that is nobody, or not one alone.
    """
    known, named = interpreters(family), family.meeting(meeting).interpreter
    marks = [mark for mark in family.attendance if mark.meeting == meeting]
    there = {mark.who for mark in marks if mark.status in IN_THE_ROOM}
    asked = {mark.who for mark in marks if mark.reply == "coming"}
    asked |= {
        each.who for each in family.invitations if each.meeting == meeting and each.reply != "not_coming"
    }
    ways = (
        [
            worker
            for worker in known
            if named and (named == worker.id or folded(worker.name) in folded(named))
        ],
        [worker for worker in known if worker.id in there],
        [worker for worker in known if worker.id in asked],
    )
    found = next((each for each in ways if each), [])
    return found[0].id if len(found) == 1 else None


def interpreter_called(typed: str, known: Iterable[Worker]) -> Worker | None:
    """The one whose name, or a word of it, begins with what was typed; nothing when that is nobody, or several."""
    words = folded(typed).strip()
    if not words:
        return None
    found = [
        worker
        for worker in known
        if folded(worker.name).startswith(words)
        or any(each.startswith(words) for each in folded(worker.name).split())
    ]
    exact = [worker for worker in found if folded(worker.name) == words]
    those = exact or found
    return those[0] if len(those) == 1 else None
