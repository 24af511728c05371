"""What somebody has said at this meeting and may stand on the screen, or a blank to begin with."""

from __future__ import annotations

from typing import TypeAlias

from eymeeting.domain.contributions import blank_contribution, is_empty
from eymeeting.domain.entry import new_id
from eymeeting.domain.meeting import Contribution, Line
from screens.desk import MeetingView

Said: TypeAlias = Contribution | Line
"""A worker's contribution, or the line that somebody of the family who is away has sent."""


def open_words(view: MeetingView, who: str) -> Said | None:
    """The words of somebody that may stand on the screen: a worker's own, or the line that the family's sent."""
    said: tuple[Said, ...] = (
        view.open_here(view.family.contributions)
        if view.family.worker(who) is not None
        else view.open_here(view.family.lines_of(view.meeting_id, "present"))
    )
    own = [each for each in said if each.by == who]
    return own[-1] if own else None


def blank_words(view: MeetingView, who: str) -> Said:
    """Nothing said yet."""
    family, meeting = view.family, view.meeting_id
    if family.worker(who) is not None:
        return blank_contribution(family, meeting, who)
    position = family.next_position(Line)
    return Line(id=new_id(), position=position, meeting=meeting, section="present", text="", by=who)


def kept_words(view: MeetingView, id: str) -> Said | None:  # noqa: A002
    """The words as they are on disk, if they are."""
    kept: tuple[Said, ...] = (*view.family.contributions, *view.family.lines)
    return next((each for each in kept if each.id == id), None)


def says_nothing(said: Said) -> bool:
    """Whether there is nothing to keep."""
    return not said.text.strip() if isinstance(said, Line) else is_empty(said)


def shown_in_fields(said: Said) -> tuple[object, ...]:
    """What the fields show of somebody's words."""
    if isinstance(said, Line):
        return (said.text,)
    return (said.text, said.working, said.worry, said.can_offer, said.evidence)
