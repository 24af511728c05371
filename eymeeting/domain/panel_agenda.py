"""The order of a panel: whose turn it is, how long each family has, and when it ends."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Final

from eymeeting.domain.entry import new_id
from eymeeting.domain.family import Family
from eymeeting.domain.pack import Panel
from eymeeting.domain.panel import PanelItem
from eymeeting.domain.panel_meeting import PanelMeeting, Seat, Slot
from eymeeting.domain.settings import Colleague
from eymeeting.domain.text import folded

CHANGEOVER: Final = timedelta(minutes=1)
"""Between two families: some leave the table and others come (eleven families of ten minutes in two hours)."""

_MINUTE: Final = 60


def new_panel(kind: Panel, now: datetime) -> PanelMeeting:
    """A panel of a kind, today and from now on, with nobody at its table yet."""
    return PanelMeeting(id=new_id(), name=kind.name, on=now.date(), start=f"{now:%H:%M}")


def slot_minutes(panel: PanelMeeting, kinds: Iterable[Panel]) -> int:
    """The minutes one family has: as the council set them, else as the last family here has them, else ten."""
    known = [each.slot_minutes for each in kinds if each.name == panel.name]
    return next(iter((*known, *(each.minutes for each in reversed(panel.slots)))), 10)


def with_family(panel: PanelMeeting, family: str, panel_item: str, minutes: int) -> PanelMeeting:
    """The panel with a family behind all others. A family that is there already stays where it is."""
    if panel.slot(family) is not None:
        return panel
    return replace(panel, slots=(*panel.slots, Slot(family=family, panel_item=panel_item, minutes=minutes)))


def without_family(panel: PanelMeeting, family: str) -> PanelMeeting:
    """The panel without a family that has not had its turn; one that has had some of it stays."""
    slots = tuple(each for each in panel.slots if each.family != family or has_been_open(each))
    return replace(panel, slots=slots)


def moved(panel: PanelMeeting, family: str, by: int) -> PanelMeeting:
    """The panel with a family so many places later, or earlier with fewer than none; the ends are the ends."""
    order = [each.family for each in panel.slots]
    if family not in order:
        return panel
    at = order.index(family)
    slots = list(panel.slots)
    slot = slots.pop(at)
    slots.insert(max(0, min(at + by, len(slots))), slot)
    return replace(panel, slots=tuple(slots))


def spent(panel: PanelMeeting, family: str, seconds: int) -> PanelMeeting:
    """The panel with so many seconds more spent on a family."""
    return _with(panel, family, lambda slot: replace(slot, seconds=slot.seconds + seconds))


def opened(panel: PanelMeeting, family: str, now: datetime) -> PanelMeeting:
    """The panel as a family's turn begins: from the first one the panel's own clock runs."""
    begun = panel if has_begun(panel) else replace(panel, start=f"{now:%H:%M}")
    return _with(begun, family, lambda slot: replace(slot, seconds=max(slot.seconds, 1), is_over=False))


def over(panel: PanelMeeting, family: str) -> PanelMeeting:
    """The panel once a family has had its turn."""
    return _with(panel, family, lambda slot: replace(slot, is_over=True))


def ended(panel: PanelMeeting, now: datetime) -> PanelMeeting:
    """The panel as it ends, or goes on again when it had ended."""
    return replace(panel, ended=None if panel.ended is not None else f"{now:%H:%M}")


def _with(panel: PanelMeeting, family: str, change: Callable[[Slot], Slot]) -> PanelMeeting:
    return replace(
        panel, slots=tuple(change(each) if each.family == family else each for each in panel.slots)
    )


def has_been_open(slot: Slot) -> bool:
    """Whether a family's turn has begun, or is over."""
    return slot.is_over or slot.seconds > 0


def has_begun(panel: PanelMeeting) -> bool:
    """Whether any family's turn has begun."""
    return any(has_been_open(each) for each in panel.slots)


def next_up(panel: PanelMeeting, after: str = "") -> Slot | None:
    """The family whose turn comes: the first behind ``after`` that is not over, else the first of all such."""
    order = [each.family for each in panel.slots]
    at = order.index(after) + 1 if after in order else 0
    waiting = (each for each in (*panel.slots[at:], *panel.slots[:at]) if not each.is_over)
    return next((each for each in waiting if each.family != after), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """How a panel stands: which of how many it is at, what is left of its minutes, and when it would end.

    ``left`` is in whole minutes, fewer than none when it takes longer; without a family open there is none.
    """

    number: int
    of: int
    left: int | None
    ends: datetime | None
    minutes: int

    @property
    def words(self) -> str:
        """All of it in one line."""
        return self._line(f" if the rest keep to {self.minutes}")

    @property
    def brief(self) -> str:
        """The same for a narrow line."""
        return self._line(f" at {self.minutes} each")

    def _line(self, kept: str) -> str:
        place = f"{self.number} of {self.of}"
        if self.left is None:
            place = f"{self.of - self.number} of {self.of} over" if self.of else "nobody yet"
        ends = "" if self.ends is None else f"ends {self.ends:%H:%M}{kept if self.minutes else ''}"
        return " · ".join(part for part in (place, self._left_words, ends) if part)

    @property
    def _left_words(self) -> str:
        if self.left is None:
            return ""
        return f"{self.left} min left" if self.left >= 0 else f"{-self.left} min over"


def running(panel: PanelMeeting, now: datetime, *, family: str = "", seconds_here: int = 0) -> Running:
    """How a panel stands now, with a family open or between two. ``seconds_here`` are not kept yet."""
    here = panel.slot(family)
    waiting = [each for each in panel.slots if not each.is_over and each.family != family]
    of = len(panel.slots)
    if here is None:
        number, left, ahead = len(waiting), None, timedelta()
    else:
        number = [each.family for each in panel.slots].index(family) + 1
        seconds = here.minutes * _MINUTE - here.seconds - seconds_here
        left, ahead = _whole_minutes(seconds), timedelta(seconds=max(seconds, 0))
    rest = sum((_what_is_left(each) for each in waiting), timedelta())
    changes = CHANGEOVER * (len(waiting) - (1 if here is None else 0))
    minutes = {each.minutes for each in waiting}
    return Running(
        number=number,
        of=of,
        left=left,
        ends=now + ahead + rest + max(changes, timedelta()) if waiting or here is not None else None,
        minutes=next(iter(minutes)) if len(minutes) == 1 else 0,
    )


def _what_is_left(slot: Slot) -> timedelta:
    return timedelta(seconds=max(slot.minutes * _MINUTE - slot.seconds, 0))


def _whole_minutes(seconds: int) -> int:
    """Minutes left, each begun one counted; past the end those that are over."""
    return -(-seconds // _MINUTE)


def seat_of(colleague: Colleague) -> Seat:
    """A colleague as somebody who sits at a panel."""
    return Seat(name=colleague.name, role=colleague.role, agency=colleague.agency)


def seated(panel: PanelMeeting, seat: Seat) -> PanelMeeting:
    """The panel with somebody at its table; the first is in the chair until another is."""
    if any(is_same_seat(each, seat) for each in panel.seats):
        return panel
    return replace(panel, seats=(*panel.seats, replace(seat, is_chair=not panel.seats)))


def stood_up(panel: PanelMeeting, seat: Seat) -> PanelMeeting:
    """The panel without somebody at its table; the first of those left is in the chair when it was theirs."""
    seats = tuple(each for each in panel.seats if not is_same_seat(each, seat))
    if seats and not any(each.is_chair for each in seats):
        seats = (replace(seats[0], is_chair=True), *seats[1:])
    return replace(panel, seats=seats)


def chaired(panel: PanelMeeting, seat: Seat) -> PanelMeeting:
    """The panel with somebody in the chair, and nobody else."""
    seats = tuple(replace(each, is_chair=is_same_seat(each, seat)) for each in panel.seats)
    return replace(panel, seats=seats)


def is_same_seat(seat: Seat, other: Seat) -> bool:
    """Whether two seats are the same person's: name, job and service alike, however they are written."""
    return [folded(part) for part in (seat.name, seat.role, seat.agency)] == [
        folded(part) for part in (other.name, other.role, other.agency)
    ]


def as_last_time(panel: PanelMeeting, earlier: Iterable[PanelMeeting]) -> PanelMeeting:
    """A new panel with the table of the latest one of its name, so that nobody is typed again."""
    same = (each for each in earlier if each.name == panel.name and each.id != panel.id)
    last = max(same, key=lambda each: (each.on, each.start), default=None)
    return panel if last is None else replace(panel, seats=last.seats, venue=last.venue)


def latest_item(family: Family) -> PanelItem | None:
    """A family's item at the latest panel, or nothing."""
    return max(family.panel_items, key=lambda each: (each.on, each.position), default=None)


def day_words(panel: PanelMeeting, today: date) -> str:
    """How a panel stands in a few words: planned, under way, or over."""
    over_now = sum(each.is_over for each in panel.slots)
    count = f"{len(panel.slots)} {'family' if len(panel.slots) == 1 else 'families'}"
    if panel.ended is not None:
        return f"ended {panel.ended} · {count}"
    if has_begun(panel):
        return f"under way · {over_now} of {len(panel.slots)} over"
    return f"{'planned' if panel.on >= today else 'not held'} · {count}"
