"""Who owes what: each person's own list, so that the lead sends it once and need not chase anybody.

The lead coordinates and is not answerable for other people's actions (Salford, Sutton): everybody
has their own list in their own hand.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from eymeeting.domain.closing import ends_the_work
from eymeeting.domain.consent import REFUSALS, answer_of_the_family, is_agreed
from eymeeting.domain.copies import Helper, NextTime, PlannedAction
from eymeeting.domain.cutting import as_at, choose_meeting
from eymeeting.domain.family import ActionNow, Family
from eymeeting.domain.family_now import latest_meeting, lead_now, next_time, open_actions
from eymeeting.domain.naming import without_what_is_kept_apart
from eymeeting.domain.one_reader import ForOneReader
from eymeeting.domain.pack import Pack
from eymeeting.domain.people import Person, Worker
from eymeeting.domain.planned_actions import planned_action
from eymeeting.domain.problems import Refused
from eymeeting.domain.protected import protected_words
from eymeeting.domain.sight import Reader, is_kept_apart, is_open_in_the_room

NOT_AGREED: Final = "The family has not agreed to share with this service, so there is no list for it."


@dataclass(frozen=True, slots=True, kw_only=True)
class Owes:
    """Somebody with the open actions that are theirs, the soonest first; nobody where no one has taken them."""

    who: Person | Worker | None
    actions: tuple[ActionNow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OwedList:
    """One worker's list, cut for that worker.

    ``helps`` are the actions of others that they help with. ``is_the_end``:
    the plan ended at the meeting of ``meeting_on``. ``must_not_hold`` are
    texts that must be nowhere in the finished file.
    """

    reader: str
    role: str
    family_name: str
    ref: str
    on: date
    meeting_on: date
    actions: tuple[PlannedAction, ...]
    helps: tuple[PlannedAction, ...]
    lead: Helper | None
    is_the_lead: bool
    is_the_end: bool
    next_time: NextTime | None
    marking: str
    organisation: str
    lead_word: str
    meeting_word: str
    must_not_hold: tuple[str, ...] = field(default=())


def who_owes(family: Family, actions: tuple[ActionNow, ...] | None = None) -> tuple[Owes, ...]:
    """Everybody with an open action: the family first, then the workers, last what nobody has taken.

    ``actions`` are those that may be told; all open ones when none are given.
    """
    told = open_actions(family) if actions is None else actions
    owned: dict[str | None, list[ActionNow]] = {}
    for now in told:
        owned.setdefault(now.owner, []).append(now)
    everybody: tuple[Person | Worker, ...] = (*family.people, *family.workers)
    known = tuple(Owes(who=each, actions=tuple(owned[each.id])) for each in everybody if each.id in owned)
    ids = {each.id for each in everybody}
    nobody = tuple(now for now in told if now.owner not in ids)
    return (*known, Owes(who=None, actions=nobody)) if nobody else known


def owed_list(
    family: Family, worker: str, *, today: date, pack: Pack, meeting: int | None = None
) -> OwedList:
    """One worker's own list, as things stand today; with ``meeting`` as they stood when that one ended.

    Raises:
        Refused: it is not for a worker, the family has not agreed to share with
            their service, or no meeting has begun.
        NotFound: nobody has this id.
    """
    member = family.member(worker)
    if not isinstance(member, Worker):
        raise Refused("A list of actions is for a worker. The family has its own on its plan.")
    chosen = choose_meeting(family, worker, meeting, today=today)
    if not is_agreed(family, member.agency, today=today):
        raise Refused(NOT_AGREED)
    reader = Reader(id=worker)
    paper = ForOneReader(
        family=without_what_is_kept_apart(family if meeting is None else as_at(family, chosen), worker),
        reader=reader,
        today=today,
        pack=pack,
        meeting=chosen,
        as_it_is_now=family,
        on=max(today, chosen.on) if meeting is None else chosen.on,
        protected=protected_words(family, reader, today=today, pack=pack),
    )
    shown = [now for now in open_actions(paper.family) if paper.sees(now.action)]
    lead = lead_now(paper.family)
    return OwedList(
        reader=member.name,
        role=member.role,
        family_name=paper.cleared(family.details.called) or family.ref,
        ref=family.ref,
        on=today if meeting is None else chosen.on,
        meeting_on=chosen.on,
        actions=_rows(paper, (now for now in shown if now.owner == worker), theirs=True),
        helps=_rows(
            paper, (now for now in shown if now.owner != worker and _helps(now, worker)), theirs=False
        ),
        lead=_helper(paper, lead),
        is_the_lead=lead is not None and lead.id == worker,
        is_the_end=ends_the_work(chosen),
        next_time=_next_time(paper),
        marking=pack.markings.full_record,
        organisation=pack.organisation,
        lead_word=pack.words.lead,
        meeting_word=pack.words.meeting,
        must_not_hold=paper.protected,
    )


def lists_to_send(
    family: Family, actions: tuple[ActionNow, ...] | None = None, *, today: date
) -> tuple[str, ...]:
    """The workers who have something to do and may have their list, in the family's order.

    ``actions`` are those that may be told, as in ``who_owes``.
    """
    return tuple(
        each.who.id
        for each in who_owes(family, actions)
        if isinstance(each.who, Worker) and is_agreed(family, each.who.agency, today=today)
    )


def wants_a_new_owner(family: Family, *, today: date) -> tuple[ActionNow, ...]:
    """Open actions of workers whose service the family has refused or no longer wants: for somebody new."""
    return tuple(
        now
        for now in open_actions(family)
        if (worker := family.worker(now.owner or "")) is not None
        and answer_of_the_family(family, worker.agency, today=today).answer in REFUSALS
    )


def somebody_new_for(
    family: Family, pack: Pack, *, today: date, meeting: str | None = None
) -> tuple[ActionNow, ...]:
    """Those of ``wants_a_new_owner`` that may stand on a screen everybody reads, at a meeting or between them."""
    return tuple(
        now
        for now in wants_a_new_owner(family, today=today)
        if is_open_in_the_room(family, now.action, pack=pack, meeting=meeting)
    )


def _helps(now: ActionNow, worker: str) -> bool:
    return worker in (now.action.helpers or ())


def _rows(paper: ForOneReader, actions: Iterable[ActionNow], *, theirs: bool) -> tuple[PlannedAction, ...]:
    rows = (planned_action(paper, now) for now in actions)
    return tuple(replace(row, theirs=theirs) for row in rows if row is not None)


def _helper(paper: ForOneReader, lead: Worker | None) -> Helper | None:
    name = None if lead is None else paper.name(lead.id)
    if lead is None or name is None:
        return None
    return Helper(name=name, role=paper.cleared(lead.role) or "", phone=paper.cleared(lead.phone))


def _next_time(paper: ForOneReader) -> NextTime | None:
    coming, latest = next_time(paper.family), latest_meeting(paper.family)
    if coming is None or coming.on < paper.on:
        return None
    told_at = coming.planned or latest
    if told_at is not None and is_kept_apart(paper.family, told_at.id, paper.reader.id):
        return None
    return NextTime(on=coming.on, time=coming.time, place=paper.cleared(coming.place))
