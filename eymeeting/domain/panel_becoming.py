"""A family's item at a panel becomes a meeting with that family, with nothing typed again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime
from typing import Final

from eymeeting.domain.beginning import has_begun
from eymeeting.domain.closing import opened_again
from eymeeting.domain.dates import Calendar, day_in_words, working_days_after
from eymeeting.domain.family import Change, Family
from eymeeting.domain.family_now import last_venue, latest_meeting, lead_now
from eymeeting.domain.for_whom import is_for_everyone, kept_away_from
from eymeeting.domain.gates import may_be_invited
from eymeeting.domain.interpreting import interprets
from eymeeting.domain.kept_apart import next_agreed, pairs
from eymeeting.domain.meeting import Meeting
from eymeeting.domain.names import people_now
from eymeeting.domain.pack import Pack
from eymeeting.domain.panel import PanelItem
from eymeeting.domain.planning import asked, coming_meeting
from eymeeting.domain.responsibility import is_carer
from eymeeting.domain.sharing import taken_up
from eymeeting.domain.text import folded

_START: Final = "10:00"
_FROM_A_PANEL: Final = "Panel"


class _OnlyWeekends:
    """A calendar for who has none at hand: it knows no bank holidays."""

    def bank_holiday(self, day: date) -> str | None:  # noqa: ARG002
        return None


def becomes_a_meeting(
    family: Family, item: PanelItem, *, now: datetime, pack: Pack, calendar: Calendar | None = None
) -> tuple[Change, ...]:
    """The changes by which an item becomes a first meeting, or the next one that is planned or agreed.

    What it is about is the question put to the panel. Asked are whoever brought
    the family, those who openly know something of it, and the carers, as far as the
    agreement lets them be; nobody of a family in which some are kept apart. Where no day is
    agreed it is set for the last working day of the time that the council gives. A
    meeting that is planned keeps what it says already. What a panel agreed
    to do stays as it is: the next review asks about it. A family that has not been told of
    the panel is not asked, and its meeting does not say what the panel was asked.
    """
    today = now.date()
    planned = _planned(family, today)
    meeting = planned or _new(family, item, today, pack, calendar or _OnlyWeekends())
    told = _with_what_was_told(item, meeting, item.family_knows)
    changes = [] if told == planned else [Change(family=family.ref, before=planned, after=told)]
    if planned is None:
        changes += [*opened_again(family, told.on), *taken_up(family, told)]
    for change in changes:
        family = family.after(change)
    for who in _to_ask(family, item, told, today):
        change = Change(family=family.ref, before=None, after=asked(family, told.id, who, None, today=today))
        changes.append(change)
        family = family.after(change)
    if not family.details.came_from:
        after = replace(family.details, came_from=_from_a_panel(pack))
        changes.append(Change(family=family.ref, before=family.details, after=after))
    return tuple(changes)


def _planned(family: Family, today: date) -> Meeting | None:
    """The next meeting that is set up and has not begun."""
    return next(
        (
            each
            for each in family.meetings_in_order()
            if each.outcome is None and each.on >= today and not has_begun(family, each, today)
        ),
        None,
    )


def _new(family: Family, item: PanelItem, today: date, pack: Pack, calendar: Calendar) -> Meeting:
    agreed = next_agreed(family)
    if agreed is not None and agreed.on >= today:
        on, start, place = agreed.on, agreed.start, agreed.place
    else:
        on = working_days_after(today, pack.limits.first_meeting_wd, calendar)
        start, place = _START, last_venue(family)
    chair = _chair(family, item)
    meeting = coming_meeting(family, pack, on=on, start=start, venue=place, chair=chair)
    apart = kept_away_from(meeting) if agreed is None else agreed.apart
    return replace(meeting, separate_from=apart or None)


def _chair(family: Family, item: PanelItem) -> str:
    """The lead, else who chaired last, else the worker who tells the family, else who brought it."""
    lead, latest = lead_now(family), latest_meeting(family)
    if lead is not None:
        return lead.id
    if latest is not None:
        return latest.chair
    teller = None if item.tell_family is None else family.worker(item.tell_family.who)
    return item.brought_by if teller is None or interprets(teller) else teller.id


def _with_what_was_told(item: PanelItem, meeting: Meeting, family_knows: bool) -> Meeting:
    """The meeting with its purpose and what the family was told, as far as these are not there yet."""
    if not family_knows:
        return meeting
    purpose = meeting.purpose or (item.question or "").strip() or None
    if meeting.family_told or meeting.family_told_on:
        return replace(meeting, purpose=purpose)
    return replace(meeting, purpose=purpose, family_told=_told(item), family_told_on=_told_on(item))


def _told(item: PanelItem) -> str:
    panel = f"{item.panel} on {day_in_words(item.on)}"
    if item.tell_family is not None and item.tell_family.told_on is not None:
        return f"What was decided at {panel}"
    note = (item.family_told.note or "").strip()
    return f"That {panel} would talk about them{f': {note}' if note else ''}"


def _told_on(item: PanelItem) -> date | None:
    since = None if item.tell_family is None else item.tell_family.told_on
    return since or item.family_told.on


def _to_ask(family: Family, item: PanelItem, meeting: Meeting, today: date) -> Iterator[str]:
    """Those who are to be asked and were not: workers by the agreement, then the carers."""
    knowing = (each.by for each in family.known if each.panel_item == item.id and is_for_everyone(each))
    workers = (each for each in dict.fromkeys((item.brought_by, *knowing)) if family.worker(each))
    members = dict.fromkeys((*workers, *_carers(family, item)))
    already = {each.who for each in family.invitations if each.meeting == meeting.id}
    for who in members:
        gate = may_be_invited(family, who, today)
        if who not in {*already, *kept_away_from(meeting)} and not (gate and gate.stops):
            yield who


def _carers(family: Family, item: PanelItem) -> Iterable[str]:
    if not item.family_knows or pairs(family):
        return ()
    return (
        each.id
        for each in people_now(family)
        if each.kind == "adult"
        and each.died is None
        and each.left is None
        and (each.parental_responsibility is True or is_carer(each))
    )


def _from_a_panel(pack: Pack) -> str:
    """How the council calls it in its own list."""
    word = folded(_FROM_A_PANEL)
    return next((each for each in pack.lists.came_from if word in folded(each)), _FROM_A_PANEL)
