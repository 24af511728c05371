"""What somebody said alone: a short break keeps its time at once, and the words come later.

The time alone is nobody's entry: it is in no count, on no copy and nothing to undo.
What was said becomes a note about harm with the first words written of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from eymeeting.domain.at_the_keyboard import may_open
from eymeeting.domain.family import Family
from eymeeting.domain.meeting import Meeting, Safeguarding
from eymeeting.domain.pack import Pack
from eymeeting.domain.reach import chair_of

_NEEDED: Final = ("what", "shared_with", "why_not_asked", "decided_by")
_BESIDES: Final = ("told_family", "referral_ref", "advised_by", "lawful_reason")
_PAUSE: Final = re.compile(r"(\d\d:\d\d) (\S+)")
_NUMBER: Final = re.compile(r"-alone-(\d+)\Z")
_TAKEN_AWAY: Final = "-"
"""In the place of a pause that was taken away, so that no other has its number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """A moment of a meeting at which somebody was told something, perhaps. ``time`` is local wall time.

    ``by`` had the keyboard then. ``id`` is the id of the note that may be written of it.
    """

    id: str
    meeting: str
    time: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidAlone:
    """A pause, and the note of what was said then, once there is one."""

    pause: Pause
    note: Safeguarding | None = None


def where_pauses_are_kept(family: Family, meeting: str) -> str:
    """The place of the half-written lines that hold a meeting's pauses."""
    return f"{family.ref}/{meeting}/pauses"


def with_a_pause(kept: str, time: str, by: str) -> str:
    """The lines that hold a meeting's pauses, with one more."""
    return "\n".join((*kept.splitlines(), f"{time} {by}"))


def pauses_in(kept: str, meeting: str) -> tuple[Pause, ...]:
    """The pauses that a meeting's lines hold, in the order in which they were made."""
    found = (_PAUSE.fullmatch(line) for line in kept.splitlines())
    return tuple(
        Pause(id=f"{meeting}-alone-{number}", meeting=meeting, time=each[1], by=each[2])
        for number, each in enumerate(found, 1)
        if each is not None
    )


def without_a_pause(kept: str, pause: Pause) -> str:
    """The lines that hold a meeting's pauses, without one of them."""
    lines, place = kept.splitlines(), _number(pause) - 1
    if 0 <= place < len(lines):
        lines[place] = _TAKEN_AWAY
    return "\n".join(lines)


def with_it_again(kept: str, pause: Pause) -> str:
    """The lines that hold a meeting's pauses, with one that was taken away in its place again."""
    lines, place = kept.splitlines(), _number(pause) - 1
    if 0 <= place < len(lines) and lines[place] == _TAKEN_AWAY:
        lines[place] = f"{pause.time} {pause.by}"
    return "\n".join(lines)


def said_alone(
    family: Family, meeting: Meeting, pauses: Iterable[Pause], keyboard: str, *, today: date, pack: Pack
) -> tuple[SaidAlone, ...]:
    """A meeting's pauses and notes by their time, as far as whoever is at the keyboard may know of them.

    A pause is for whoever had the keyboard then and for the chair; of a note
    the rules of sight decide, whoever had the keyboard.
    """
    notes = {each.id: each for each in family.safeguarding if each.meeting == meeting.id}
    knows = chair_of(family, meeting.id)
    found = [
        SaidAlone(pause=each)
        for each in pauses
        if each.id not in notes and keyboard in (each.by, knows) and keyboard
    ]
    for note in notes.values():
        if may_open(family, note, keyboard, today=today, pack=pack):
            pause = Pause(id=note.id, meeting=meeting.id, time=note.time, by=note.raised_by)
            found.append(SaidAlone(pause=pause, note=note))
    return tuple(sorted(found, key=lambda each: (each.pause.time, _number(each.pause), each.pause.id)))


def _number(pause: Pause) -> int:
    """Which pause of its meeting it is, from 1; 0 where a note is of no pause."""
    found = _NUMBER.search(pause.id)
    return 0 if found is None else int(found[1])


def note_of(family: Family, pause: Pause) -> Safeguarding | None:
    """The note that stands of a pause."""
    return next((each for each in family.safeguarding if each.id == pause.id), None)


def blank_note(family: Family, pause: Pause) -> Safeguarding:
    """The note of a pause before anything is written: agreement counts as not asked until somebody says it was."""
    return Safeguarding(
        id=pause.id,
        position=family.next_position(Safeguarding),
        meeting=pause.meeting,
        raised_by=pause.by,
        time=pause.time,
        what="",
        shared_with="",
        agreement_asked=False,
        why_not_asked="",
        decided_by="",
    )


def as_one(family: Family, notes: Sequence[Safeguarding]) -> Safeguarding | None:
    """Several notes of one meeting as the one that a file for another system can hold; nothing of them is lost.

    Raised by several workers it is the chair's, so that none of them reads another's.
    """
    if len(notes) < 2:
        return notes[0] if notes else None
    first = notes[0]
    raisers = {each.raised_by for each in notes}
    chair = chair_of(family, first.meeting) or first.raised_by
    several = len(raisers) > 1
    told: dict[str, Any] = {field: _joined(family, notes, field, several=several) for field in _NEEDED}
    told |= {field: _joined(family, notes, field, several=several) or None for field in _BESIDES}
    return replace(
        first,
        raised_by=chair if several else first.raised_by,
        agreement_asked=all(each.agreement_asked for each in notes),
        **told,
    )


def _joined(family: Family, notes: Iterable[Safeguarding], field: str, *, several: bool) -> str:
    told = []
    for each in notes:
        words = getattr(each, field)
        worker = family.worker(each.raised_by)
        who = f", {worker.name}" if several and worker is not None else ""
        if words:
            told.append(f"{each.time}{who}: {words}")
    return "\n".join(told)
