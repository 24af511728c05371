"""A review without a meeting: nobody is in a room, so it is marked who was spoken to, and what each sent."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from eymeeting.domain.actions import Update
from eymeeting.domain.family import Family, action_now
from eymeeting.domain.in_words import ATTENDED
from eymeeting.domain.meeting import IN_THE_ROOM, AttendanceStatus, Meeting, MeetingType
from eymeeting.domain.names import short_names

DESK_REVIEW: Final[MeetingType] = "desk_review"

SPOKEN_TO: Final[Mapping[AttendanceStatus, str]] = {
    **ATTENDED,
    "by_phone": "spoken to by phone",
    "present": "spoken to face to face",
    "by_video": "spoken to by video",
    "sent_update": "sent word",
    "did_not_come": "not reached",
}
"""How somebody was spoken to, where there was no room to be in."""

_IN_SHORT: Final[Mapping[AttendanceStatus, str]] = {
    **SPOKEN_TO,
    "by_phone": "by phone",
    "present": "face to face",
    "by_video": "by video",
}
_SPOKE: Final[frozenset[AttendanceStatus]] = IN_THE_ROOM | {
    "sent_update",
    "views_only",
    "apologies_with_update",
}

_IN_TURN: Final[Mapping[AttendanceStatus | None, AttendanceStatus | None]] = {
    None: "by_phone",
    "by_phone": "present",
    "present": "sent_update",
    "sent_update": "did_not_come",
    "did_not_come": None,
}
_IN_A_ROOM: Final[Mapping[AttendanceStatus | None, AttendanceStatus | None]] = {
    None: "present",
    "present": "apologies",
    "apologies": "did_not_come",
    "did_not_come": None,
}


def is_without_a_meeting(meeting: Meeting) -> bool:
    """Whether it is a review that nobody meets for."""
    return meeting.type == DESK_REVIEW


def status_words(meeting: Meeting) -> Mapping[AttendanceStatus, str]:
    """How each status reads on the screen of this meeting."""
    return _IN_SHORT if is_without_a_meeting(meeting) else {**ATTENDED, "present": "here"}


def next_status(meeting: Meeting, status: AttendanceStatus | None) -> AttendanceStatus | None:
    """What the letter of somebody marks them as, once they are marked so; by phone first where nobody meets."""
    turn = _IN_TURN if is_without_a_meeting(meeting) else _IN_A_ROOM
    first = turn[None]
    return turn.get(status, first)


def marked_words(meeting: Meeting) -> tuple[str, str]:
    """That it is marked who took part, and that nobody is."""
    if is_without_a_meeting(meeting):
        return "It is marked who was spoken to.", "Nobody is marked as spoken to."
    return "Who was here is marked.", "Nobody is marked as here."


def was_spoken_to(family: Family, meeting: Meeting, who: str) -> bool:
    """Whether somebody was spoken to, or sent word, where nobody met: then it is known how they were heard."""
    mark = family.attendance_of(meeting.id, who)
    return is_without_a_meeting(meeting) and mark is not None and mark.status in _SPOKE


def from_whom(family: Family, meeting: Meeting, answer: Update) -> str:
    """Who told of an action where nobody met: its owner, where they were spoken to or sent word; else nobody known.

    “Joe Marsh, spoken to by phone”; empty at any other meeting.
    """
    action = next((each for each in family.actions if each.id == answer.action), None)
    if action is None or answer.meeting != meeting.id or not is_without_a_meeting(meeting):
        return ""
    owner = action_now(family, action).owner or action.owner or ""
    mark = family.attendance_of(meeting.id, owner)
    if mark is None or not was_spoken_to(family, meeting, owner):
        return ""
    return f"{short_names(family).get(owner, '')}, {SPOKEN_TO[mark.status]}".strip(", ")
