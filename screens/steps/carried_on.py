"""What goes on from the meetings before, told in a few lines where new actions are agreed."""

from __future__ import annotations

from typing import Final

from eymeeting.domain.dates import spoken_near
from eymeeting.domain.names import short_names
from eymeeting.domain.reviewing import Asked, carried_on, said_of
from screens.desk import MeetingView

SHOWN: Final = 4
"""More than this would leave no room for what is agreed now."""

_NOBODY: Final = "nobody yet"


def carried_on_lines(view: MeetingView) -> list[str]:
    """The actions of earlier meetings that are still open, as told so far at this one; none at a first meeting."""
    open_still = carried_on(view.family, view.meeting, view.pack)
    if not open_still:
        return []
    lines = [f"· {_told(each, view)}" for each in open_still[:SHOWN]]
    more = len(open_still) - SHOWN
    return ["Going on from before:", *lines, *([f"… and {more} more."] if more > 0 else [])]


def _told(asked: Asked, view: MeetingView) -> str:
    said = said_of(asked.answer)
    handed_on = asked.answer is not None and asked.answer.status == "handed_on"
    owner = said.owner or (None if handed_on else asked.before.owner)
    due = said.due or asked.before.due
    who = short_names(view.family).get(owner or "", _NOBODY)
    when = "" if due is None else f", {spoken_near(due, view.today)}"
    return f"{asked.action.text} ({who}{when})"
