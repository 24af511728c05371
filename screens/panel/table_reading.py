"""What words and choices change of a panel's day, its table and its chair."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from eymeeting.domain.colleagues import parts_of
from eymeeting.domain.panel_agenda import chaired, is_same_seat, seated, stood_up
from eymeeting.domain.panel_meeting import PanelMeeting, Seat
from eymeeting.domain.times import read_time
from screens.forms.words_of_days import any_day

SOMEBODY: Final = "somebody "
"""The beginning of the row for somebody new; a number follows, so that it is another row each time."""

_NO_JOB: Final = "After a comma, say their job; after another, the service."


@dataclass(frozen=True, slots=True)
class Read:
    """What words or a choice in a row mean: the panel as it then is, or why they cannot be kept."""

    panel: PanelMeeting | None = None
    understood: str = ""
    problem: str = ""


def seat_id(seat: Seat) -> str:
    """What somebody at the table is known by in a row of choices."""
    return "\n".join((seat.name, seat.role, seat.agency))


def _seat(seats: Iterable[Seat], choice: str) -> Seat:
    return next(each for each in seats if seat_id(each) == choice)


def _sit(panel: PanelMeeting, seats: Iterable[Seat], choice: str) -> Read:
    seat = _seat(seats, choice)
    is_there = any(is_same_seat(each, seat) for each in panel.seats)
    return Read(stood_up(panel, seat) if is_there else seated(panel, seat))


def _chair(panel: PanelMeeting, _: Iterable[Seat], choice: str) -> Read:
    return Read(chaired(panel, _seat(panel.seats, choice)))


def _come(panel: PanelMeeting, _: Iterable[Seat], choice: str) -> Read:
    seats = (replace(each, is_here=each.is_here != (seat_id(each) == choice)) for each in panel.seats)
    return Read(replace(panel, seats=tuple(seats)))


CHOSEN: Final[dict[str, Callable[[PanelMeeting, Iterable[Seat], str], Read]]] = {
    "seats": _sit,
    "chair": _chair,
    "here": _come,
}


def _read_on(panel: PanelMeeting, words: str, today: date) -> Read:
    read = any_day(words, today)
    if read.day is None:
        return Read(problem=read.problem)
    return Read(replace(panel, on=read.day), read.understood)


def _read_start(panel: PanelMeeting, words: str, _: date) -> Read:
    time = read_time(words)
    return (
        Read(replace(panel, start=time), time) if time else Read(problem="Write the time like 9:30 or 2pm.")
    )


def _read_venue(panel: PanelMeeting, words: str, _: date) -> Read:
    return Read(replace(panel, venue=words))


def _read_somebody(panel: PanelMeeting, words: str, _: date) -> Read:
    if not words:
        return Read()
    name, role, agency = parts_of(words)
    if not name or not role:
        return Read(problem=_NO_JOB)
    seat = Seat(name=name, role=role[:1].upper() + role[1:], agency=agency)
    return Read(seated(panel, seat), " · ".join((name, seat.role, agency or "no service named")))


READ: Final[dict[str, Callable[[PanelMeeting, str, date], Read]]] = {
    "on": _read_on,
    "start": _read_start,
    "venue": _read_venue,
    SOMEBODY: _read_somebody,
}
