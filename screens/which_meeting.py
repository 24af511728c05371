"""Which of several meetings is meant, where people are kept apart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from eymeeting.domain.dates import spoken_near
from eymeeting.domain.family import Family
from eymeeting.domain.kept_apart import Gathering, whom_with
from eymeeting.domain.meeting import Meeting
from eymeeting.domain.pack import Pack
from eymeeting.domain.planning import coming_meeting
from eymeeting.domain.times import spoken_time


def choices_of(family: Family, coming: Iterable[Gathering], today: date) -> list[tuple[str, str, str]]:
    """The meetings to choose from, each by its place: whom it is with, and when."""
    return [
        (str(at), whom_with(family, each), f"{spoken_near(each.on, today)}, {spoken_time(each.start)}")
        for at, each in enumerate(coming)
    ]


def as_set_up(family: Family, gathering: Gathering, pack: Pack, chair: str) -> Meeting:
    """The meeting that is meant: the one that is set up, or else a new one as it was agreed, kept apart as before."""
    if gathering.planned is not None:
        return family.meeting(gathering.planned)
    meeting = coming_meeting(
        family, pack, on=gathering.on, start=gathering.start, venue=gathering.place, chair=chair
    )
    return replace(meeting, separate_from=gathering.apart or None)
