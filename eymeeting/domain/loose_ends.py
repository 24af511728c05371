"""What is still open before a meeting ends. Nothing here stops anybody."""

from __future__ import annotations

from eymeeting.domain.family import Family
from eymeeting.domain.meeting import Meeting


def loose_ends(family: Family, meeting: Meeting) -> tuple[str, ...]:
    """What nobody has settled yet, a plain sentence each, in the order of the meeting."""
    actions = [action for action in family.actions if action.meeting == meeting.id]
    nobody = sum(1 for action in actions if action.owner is None)
    no_date = sum(1 for action in actions if action.due is None)
    marked = any(mark.meeting == meeting.id for mark in family.attendance)
    ends = (
        ("Nobody is marked as here.", not marked),
        ("No action is agreed.", not actions),
        (f"{_actions(nobody)} nobody to do {'it' if nobody == 1 else 'them'}.", nobody > 0),
        (f"{_actions(no_date)} no date.", no_date > 0),
        ("Nobody is the family's first call yet.", meeting.lead_professional is None),
        ("No day for the next meeting.", meeting.next_meeting is None and meeting.outcome != "close"),
    )
    return tuple(sentence for sentence, is_open in ends if is_open)


def _actions(count: int) -> str:
    return "1 action has" if count == 1 else f"{count} actions have"
