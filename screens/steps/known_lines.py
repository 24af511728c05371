"""What is known from the meetings before, above what a review asks."""

from __future__ import annotations

from collections.abc import Sequence

from eymeeting.domain.going_on import asks_what_has_changed
from eymeeting.domain.in_words import PART
from eymeeting.domain.meeting import Section
from eymeeting.domain.names import short_names
from eymeeting.domain.reviewing import latest_known
from screens.desk import MeetingView


def known_before(view: MeetingView, sections: Sequence[Section]) -> str:
    """At a review the latest lines of each part that everyone may read, under the name of the part."""
    if not asks_what_has_changed(view.meeting):
        return ""
    names = short_names(view.room)
    told: list[str] = []
    for section in sections:
        lines = latest_known(view.family, view.meeting, section, view.pack)
        if lines:
            told.append(PART[section])
        for line in lines:
            whose = f"  — {names[line.by]}" if line.by and line.by in names else ""
            told.append(f"· {line.text}{whose}")
    return "\n".join(told)
