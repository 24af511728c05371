"""Who sits at a panel, as one family's file has them: they bring it, know of it, and take things on."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Final

from eymeeting.domain.actions import Action
from eymeeting.domain.entry import Entry
from eymeeting.domain.family import Change, Family
from eymeeting.domain.interpreting import interprets
from eymeeting.domain.meeting import Attendance, Meeting
from eymeeting.domain.panel import PanelItem
from eymeeting.domain.panel_agenda import latest_item
from eymeeting.domain.panel_gate import blank_item, worker_for
from eymeeting.domain.panel_meeting import PanelMeeting, Seat, Slot
from eymeeting.domain.people import Worker
from eymeeting.domain.text import folded

_TALKED_OF_FOR: Final = 10
"""Planned minutes of a panel item in the eyes of a quick line, which asks for none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seated:
    """Somebody at the table as a worker of one family. ``is_new``: its file does not hold them yet."""

    seat: Seat
    worker: Worker
    is_new: bool


def seated_for(family: Family, seats: Iterable[Seat], known: Iterable[Seated] = ()) -> tuple[Seated, ...]:
    """Everybody who is here, each as this family's worker; who was ``known`` a moment ago keeps that id."""
    before = {each.seat: each.worker for each in known}
    found: list[Seated] = []
    for seat in seats:
        if not seat.is_here:
            continue
        worker, is_new = worker_for(family, seat)
        if is_new:
            position = family.next_position(Worker) + len(found)
            worker = replace(before.get(seat, worker), position=position)
        found.append(Seated(seat=seat, worker=worker, is_new=is_new))
    return tuple(found)


def called_apart(seats: Iterable[Seat], name: str, agency: str) -> str:
    """What somebody is called at a table: the name, with the service where another has the same name."""
    same = sum(folded(each.name) == folded(name) for each in seats)
    return f"{name} ({agency})" if same > 1 and agency else name


def taken_in(family: Family, table: Iterable[Seated], ids: Collection[str]) -> tuple[Change, ...]:
    """What it changes that some of those at the table now have to do with this family: its file takes them in."""
    return tuple(
        Change(family=family.ref, before=None, after=each.worker)
        for each in table
        if each.worker.id in ids and each.is_new and family.worker(each.worker.id) is None
    )


def with_the_table(family: Family, table: Iterable[Seated]) -> Family:
    """The family with everybody at the table among its workers, so that each can be named."""
    new = tuple(each.worker for each in table if family.worker(each.worker.id) is None)
    return replace(family, workers=(*family.workers, *new))


def as_a_gathering(family: Family, item: PanelItem, table: Iterable[Seated]) -> Family:
    """The family as a quick line needs it: its item as a meeting of those at the table. Nothing of it is kept."""
    here = tuple(table)
    meeting = Meeting(
        id=item.id,
        number=0,
        type="professionals_discussion",
        on=item.on,
        start="",
        planned_minutes=_TALKED_OF_FOR,
        chair=item.brought_by,
        venue="",
    )
    there = tuple(
        Attendance(id=f"{item.id}-{each.worker.id}", meeting=item.id, who=each.worker.id, status="present")
        for each in here
        if not interprets(each.worker)
    )
    named = with_the_table(family, here)
    return replace(named, meetings=(*family.meetings, meeting), attendance=(*family.attendance, *there))


def of_the_panel(changes: Iterable[Change], item: PanelItem) -> tuple[Change, ...]:
    """The changes of a quick line, their actions those of a panel item."""
    return tuple(
        replace(change, before=_of_item(change.before, item), after=_of_item(change.after, item))
        for change in changes
    )


def _of_item(entry: Entry | None, item: PanelItem) -> Entry | None:
    if isinstance(entry, Action) and item.id in (entry.meeting, entry.panel_item):
        return replace(entry, meeting=None, panel_item=item.id)
    return entry


def owners_in(changes: Iterable[Change]) -> frozenset[str]:
    """The ids of those whom the actions of some changes name."""
    found: set[str] = set()
    for change in changes:
        if isinstance(change.after, Action):
            named = (change.after.owner, change.after.who_will_ask, *(change.after.helpers or ()))
            found.update(each for each in named if each)
    return frozenset(found)


def item_of(family: Family, slot: Slot) -> PanelItem | None:
    """A family's item at a panel, once it has one."""
    return next((each for each in family.panel_items if each.id == slot.panel_item), None)


def first_item(family: Family, panel: PanelMeeting, slot: Slot, brought_by: str) -> PanelItem:
    """A family's item as its turn begins; one that was carried here, or to a day before, goes on as it stood."""
    latest = latest_item(family)
    day = panel.on
    if latest is not None and latest.carried_to is not None and latest.carried_to < panel.on:
        day = latest.carried_to
    item = blank_item(family, replace(panel, on=day), slot.minutes, brought_by)
    return replace(item, id=slot.panel_item, on=panel.on)
