"""What a review turns to the family: what was to be done, how each went, and what was wanted."""

from __future__ import annotations

from typing import Final

from eymeeting.domain.actions import Update
from eymeeting.domain.dates import spoken
from eymeeting.domain.facing_room import NOT_YET_AGREED, Room
from eymeeting.domain.in_words import STATUS
from eymeeting.domain.review_words import COME_TRUE, MARKS, NEWS, mark
from eymeeting.domain.reviewing import Asked, asked_actions, is_handed_to_nobody, wanted_before

WANTED: Final = "What you wanted"


def how_it_went(room: Room) -> tuple[str, ...]:
    """Each action that is asked about, with who has it and what was told of it."""
    lines = []
    for asked in asked_actions(room.family, room.meeting, room.pack):
        what = room.cleared(asked.action.text)
        if what is not None and room.sees(asked.action):
            answer = asked.answer if asked.answer is not None and room.sees(asked.answer) else None
            lines.append(f"{mark(answer)} {_who(room, asked)}: {what}{_told(room, answer)}")
    return tuple(lines)


def wanted(room: Room) -> tuple[str, ...]:
    """What the family wanted to change and how life would be then, with what has happened."""
    lines = []
    for line in wanted_before(room.family, room.meeting, room.pack):
        text = room.cleared(line.text) if room.sees(line) else None
        if text is not None:
            lines.append(f"✓ {text} — {COME_TRUE}" if line.done else f"· {text}")
    return tuple(lines)


def _who(room: Room, asked: Asked) -> str:
    owner = asked.before.owner
    return "Nobody yet" if owner is None else room.name(owner) or NOT_YET_AGREED


def _told(room: Room, answer: Update | None) -> str:
    if answer is None:
        return ""
    told = [STATUS[answer.status].capitalize() if answer.status in MARKS else NEWS]
    told += [words for said in (answer.reason, answer.note) if (words := room.cleared(said))]
    if answer.reassigned_to is not None:
        name = room.name(answer.reassigned_to)
        told.append("not yet agreed who has it" if name is None else f"{name} has it now")
    elif is_handed_to_nobody(answer):
        told.append("nobody has it yet")
    if answer.due is not None:
        told.append(f"by {spoken(answer.due, with_year=answer.due.year != room.today.year)}")
    return f" — {' · '.join(told)}"
