"""What stands beside the picture of the scores: days, names, and what the picture cannot show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from eymeeting.domain.dates import MONTHS
from eymeeting.domain.family import Family
from eymeeting.domain.family_rows import PlaceRow
from eymeeting.domain.in_words import listed
from eymeeting.domain.meeting import Meeting
from eymeeting.domain.pack import Pack
from eymeeting.domain.score_history import ScoreHistory
from eymeeting.domain.scores_in_the_room import scored_openly
from eymeeting.domain.times import spoken_time
from screens.widgets.scores_picture import PictureDay, PictureLine, shape

_MEETINGS: Final = ("meeting", "earlier")
FIRST_A_NUMBER: Final = "today's number first, then what was said before."


def picture_lines(history: ScoreHistory, area: str, names: Mapping[str, str]) -> list[PictureLine]:
    """The lines of an area, a person each, who has the same mark in every area."""
    people = [who for who in names if who in set(history.people)]
    marks = {who: shape(place) for place, who in enumerate(people)}
    return [
        PictureLine(marks[line.person], names[line.person], line.values, line.in_words)
        for line in history.of_area(area)
    ]


def days_of(meetings: Sequence[Meeting]) -> list[PictureDay]:
    """The day of each meeting; under it the year where it is another, the time where two are on one day."""
    days = [meeting.on for meeting in meetings]
    told, year = [], None
    for meeting in meetings:
        if days.count(meeting.on) > 1:
            below = spoken_time(meeting.start)
        else:
            below = "" if meeting.on.year == year else str(meeting.on.year)
        year = meeting.on.year
        told.append(PictureDay(f"{meeting.on.day} {MONTHS[meeting.on.month - 1][:3]}", below))
    return told


def notes_of(history: ScoreHistory, hidden: int, waiting: Sequence[str]) -> list[str]:
    """What has to be said beside the picture: what does not fit, who comes first with today's number."""
    broken = [
        days.day
        for days, meeting in zip(days_of(history.meetings), history.meetings, strict=True)
        if meeting.outcome == "adjourned"
    ]
    earlier = "1 earlier meeting is" if hidden == 1 else f"{hidden} earlier meetings are"
    return [
        f"{listed(waiting)}: {FIRST_A_NUMBER}" if waiting else "",
        f"{earlier} not shown: there is no room." if hidden else "",
        f"Broken off, and gone on with another day: {listed(broken)}." if broken else "",
    ]


def with_scores(rows: tuple[PlaceRow, ...], family: Family, pack: Pack) -> tuple[PlaceRow, ...]:
    """The lines of a family's place, with one after the meetings that opens the scores then and now."""
    times = len(scored_openly(family, pack))
    after = max((place for place, row in enumerate(rows, 1) if row.kind in _MEETINGS), default=None)
    if not times or after is None:
        return rows
    told = "at 1 meeting" if times == 1 else f"at {times} meetings"
    row = PlaceRow(
        kind="scores", id="scores", name="Scores then and now", told=told, group=rows[after - 1].group
    )
    return (*rows[:after], row, *rows[after:])
