"""The copy of the family's lead: the plan as one worker may have it, with whatever they need to keep it going.

It goes to the lead alone and by agreement; what only a chair may read does not stand on it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from eymeeting.domain.consent import answer_of_the_family, is_agreed
from eymeeting.domain.contributions import evidence_words
from eymeeting.domain.copies import Attended, NextTime, PlannedAction, ScoreRow
from eymeeting.domain.cutting import as_at, choose_meeting
from eymeeting.domain.family import ActionNow, Family, action_now
from eymeeting.domain.family_now import lead_now, next_time
from eymeeting.domain.full_record import beside
from eymeeting.domain.in_the_room import as_named_in_the_room
from eymeeting.domain.in_words import OUTCOME, STATUS
from eymeeting.domain.kept_off import kept_off_a_list
from eymeeting.domain.meeting import Contribution, Copy, Meeting, Section
from eymeeting.domain.naming import without_what_is_kept_apart
from eymeeting.domain.one_reader import ForOneReader
from eymeeting.domain.owed import NOT_AGREED
from eymeeting.domain.pack import Pack
from eymeeting.domain.people import Worker
from eymeeting.domain.planned_actions import planned_action
from eymeeting.domain.problems import Refused
from eymeeting.domain.protected import protected_kinds
from eymeeting.domain.score_rows import latest_priorities, score_rows
from eymeeting.domain.sight import Reader, is_kept_apart, sees
from eymeeting.domain.who_may_see import Service, may_see
from eymeeting.domain.who_was_there import could_not_come, was_there
from eymeeting.domain.whose_copies import copy_kind

NOT_THE_LEAD: Final = "The lead's copy is only for the worker who leads the family's plan."
NO_LIST: Final = NOT_AGREED.replace("there is no list for it", "the lead has no copy")
ELSEWHERE: Final = ("Any other service", "not yet")
"""Stands for every service that has no yes, whether it was refused or never asked."""

_ANSWERS: Final[Mapping[str, str]] = {
    "yes": "yes",
    "limited": "in part",
    "not_needed": "does not need to ask",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadAction:
    """An action with how it stands in words, such as “under way”."""

    action: PlannedAction
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadCopy:
    """The lead's copy of a meeting, cut for that one worker.

    Pairs are: ``services`` and what was answered; whoever said something and their words in
    ``contributions``, ``worries`` and ``child_words``; a chosen area and what goes with it. ``copies`` are
    rows: who, which copy, how. ``must_not_hold`` is as on a family's plan.
    """

    reader: str
    role: str
    ref: str
    family_name: str
    meeting: str
    on: date
    marking: str
    organisation: str
    lead_word: str
    outcome: str
    family_there: tuple[Attended, ...]
    helpers_there: tuple[Attended, ...]
    could_not_come: tuple[Attended, ...]
    good_at: tuple[str, ...]
    wanted: tuple[str, ...]
    life_when: tuple[str, ...]
    priorities: tuple[tuple[str, str], ...]
    actions: tuple[LeadAction, ...]
    scores: tuple[ScoreRow, ...]
    contributions: tuple[tuple[str, str], ...]
    worries: tuple[tuple[str, str], ...]
    child_words: tuple[tuple[str, str], ...]
    services: tuple[tuple[str, str], ...]
    copies: tuple[tuple[str, str, str], ...]
    next_time: NextTime | None
    left_out: int = 0
    must_not_hold: Mapping[str, str] = field(default_factory=dict)


def lead_copy(
    family: Family, worker: str, *, today: date, pack: Pack, meeting: int | None = None
) -> LeadCopy:
    """The copy of whoever leads, as things stand; with ``meeting`` as they stood when that one ended.

    Raises:
        Refused: this reader is not the family's lead, the family has not agreed to share with their
            service, or no meeting has begun that they may have a copy of.
        NotFound: nobody has this id, or no meeting has that number.
    """
    member = family.member(worker)
    if not isinstance(member, Worker):
        raise Refused(NOT_THE_LEAD)
    chosen = choose_meeting(family, worker, meeting, today=today)
    then = None if meeting is None else as_at(family, chosen)
    lead = lead_now(then or family)
    if lead is None or lead.id != worker:
        raise Refused(NOT_THE_LEAD)
    if not is_agreed(family, member.agency, today=today):
        raise Refused(NO_LIST)
    reader = Reader(id=worker)
    protected = protected_kinds(family, reader, today=today, pack=pack)
    paper = ForOneReader(
        family=_as_they_may_know_it(then or family, chosen, reader, today, pack),
        reader=reader,
        today=today,
        pack=pack,
        meeting=chosen,
        as_it_is_now=family,
        on=max(today, chosen.on) if meeting is None else chosen.on,
        protected=tuple(protected),
    )
    off = kept_off_a_list(family, worker, today=today, pack=pack, then=then)
    copy = _cut(paper, member, chosen)
    return replace(copy, left_out=paper.left_out(), must_not_hold={**off, **protected})


def _cut(paper: ForOneReader, lead: Worker, meeting: Meeting) -> LeadCopy:
    pack, family = paper.pack, paper.family
    return LeadCopy(
        reader=lead.name,
        role=lead.role,
        ref=family.ref,
        family_name=paper.cleared(family.details.called) or family.ref,
        meeting=f"{paper.cleared(meeting.title) or pack.kind(meeting.type).name}, meeting {meeting.number}",
        on=meeting.on,
        marking=pack.markings.full_record,
        organisation=pack.organisation,
        lead_word=pack.words.lead,
        outcome=OUTCOME[meeting.outcome] if meeting.outcome else "",
        family_there=was_there(paper, workers=False),
        helpers_there=was_there(paper, workers=True),
        could_not_come=could_not_come(paper),
        good_at=_lines(paper, "good_at"),
        wanted=_lines(paper, "change"),
        life_when=_lines(paper, "life_when"),
        priorities=tuple(_priorities(paper)),
        actions=_actions(paper),
        scores=score_rows(paper),
        contributions=tuple(_said(paper, worries=False)),
        worries=tuple(_said(paper, worries=True)),
        child_words=tuple(_child_words(paper)),
        services=_services(paper),
        copies=tuple(_copies(paper)),
        next_time=_next_time(paper),
    )


def _as_they_may_know_it(family: Family, meeting: Meeting, reader: Reader, today: date, pack: Pack) -> Family:
    """The family as far as a paper of one meeting goes.

    What was said at a meeting kept apart from somebody who took part in this one stands on the copy of that
    meeting alone, and so do the workers who have to do with nothing else: one paper is soon seen by both.
    """
    told = beside(without_what_is_kept_apart(family, reader.id), meeting)
    named = as_named_in_the_room(family, meeting, keyboard=reader.id, today=today, pack=pack)
    marks = (each for each in told.attendance if sees(family, reader, each, today=today, pack=pack))
    return replace(told, attendance=tuple(marks), workers=named.workers)


def _lines(paper: ForOneReader, section: Section) -> tuple[str, ...]:
    return paper.all_cleared(each.text for each in paper.latest_lines(section))


def _priorities(paper: ForOneReader) -> Iterator[tuple[str, str]]:
    for each in latest_priorities(paper):
        area = paper.cleared(paper.pack.area_name(each.area))
        hope = f"hoping for {each.hoped_for}" if each.hoped_for is not None else ""
        if area is not None:
            yield area, "; ".join(filter(None, (paper.cleared(each.life_when), hope)))


def _actions(paper: ForOneReader) -> tuple[LeadAction, ...]:
    """Every action the lead may see: what is open first, the soonest first, then what is not any more."""
    seen = [action_now(paper.family, each) for each in paper.family.actions if paper.sees(each)]
    seen.sort(key=lambda now: (not now.is_open, now.due or date.max, now.action.position))
    return tuple(found for now in seen if (found := _action(paper, now)) is not None)


def _action(paper: ForOneReader, now: ActionNow) -> LeadAction | None:
    planned = planned_action(paper, now, of_all_times=True)
    return None if planned is None else LeadAction(action=planned, status=STATUS[now.status])


def _said(paper: ForOneReader, *, worries: bool) -> Iterator[tuple[str, str]]:
    for each in paper.family.contributions:
        name = paper.name(each.by)
        if each.meeting == paper.meeting.id and name is not None and paper.sees(each):
            texts = (each.worry,) if worries else _not_worries(each)
            yield from ((name, words) for words in paper.all_cleared(texts))


def _not_worries(said: Contribution) -> tuple[str | None, ...]:
    offer = f"Can offer: {said.can_offer}" if said.can_offer else None
    working = f"Going well: {said.working}" if said.working else None
    return working, offer, said.text, evidence_words(said.evidence)


def _child_words(paper: ForOneReader) -> Iterator[tuple[str, str]]:
    for each in paper.family.child_words:
        name, words = paper.name(each.who), paper.cleared(each.words) if paper.sees(each) else None
        if each.meeting == paper.meeting.id and name is not None and words is not None:
            yield name, words


def _services(paper: ForOneReader) -> tuple[tuple[str, str], ...]:
    """The services with a yes, a yes in part or no need for one; whatever any other was told reads “not yet”.

    To what an answer is limited is between whoever gave it and the chair.
    """
    found = []
    working = [each for each in paper.family.workers if not paper.knows_nothing_of(each.id)]
    for agency in dict.fromkeys(each.agency for each in working if each.agency):
        seen = may_see(paper.family, paper.reader, Service(name=agency), today=paper.today, pack=paper.pack)
        answer = answer_of_the_family(paper.family, agency, today=paper.today).answer
        if seen.answer == "shown" and answer in _ANSWERS and paper.cleared(agency):
            found.append((agency, _ANSWERS[answer]))
    return (*found, ELSEWHERE)


def _copies(paper: ForOneReader) -> Iterator[tuple[str, str, str]]:
    """The papers given at this meeting, where the lead may know of them: of several of one kind the latest."""
    latest: dict[tuple[str, str | None], Copy] = {}
    for each in sorted(paper.family.copies, key=lambda each: each.position):
        if each.meeting == paper.meeting.id and paper.sees(each):
            latest[each.to, each.kind] = each
    for each in latest.values():
        name = paper.name(each.to)
        if name is not None:
            yield name, copy_kind(each.kind, paper.pack), paper.cleared(each.how) or "given"


def _next_time(paper: ForOneReader) -> NextTime | None:
    coming = next_time(paper.family)
    if coming is None or coming.on < paper.meeting.on or coming.planned == paper.meeting:
        return None
    if coming.planned is not None and is_kept_apart(paper.family, coming.planned.id, paper.reader.id):
        return None
    return NextTime(on=coming.on, time=coming.time, place=paper.cleared(coming.place))
