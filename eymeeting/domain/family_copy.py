"""The plan one adult takes home, cut for that one reader."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from eymeeting.domain.contributions import evidence_words
from eymeeting.domain.copies import Change, FamilyCopy, Helper, NextTime
from eymeeting.domain.cutting import as_at, choose_meeting
from eymeeting.domain.ending import called_by_name, closure_for, ending
from eymeeting.domain.family import Family
from eymeeting.domain.for_whom import is_for_everyone
from eymeeting.domain.kept_off import kept_off
from eymeeting.domain.lead import first_call
from eymeeting.domain.left_out import left_out_by_kind
from eymeeting.domain.meeting import Evidence, Section
from eymeeting.domain.naming import without_what_is_kept_apart
from eymeeting.domain.one_reader import ForOneReader
from eymeeting.domain.our_words import OurWords, in_a_paragraph
from eymeeting.domain.own_plan import own_plan
from eymeeting.domain.pack import Pack
from eymeeting.domain.people import Worker
from eymeeting.domain.planned_actions import (
    done_actions,
    done_over_the_whole_time,
    no_longer_needed,
    still_to_be_done,
)
from eymeeting.domain.problems import Refused
from eymeeting.domain.protected import protected_kinds
from eymeeting.domain.scale_chart import START_AND_END, THEN_AND_NOW, scale_chart
from eymeeting.domain.score_rows import latest_priorities, score_rows
from eymeeting.domain.sight import Reader, is_kept_apart
from eymeeting.domain.spoken_to import is_without_a_meeting
from eymeeting.domain.taken_home import EVERYTHING, TakenHome, as_taken_home, left_at_the_centre
from eymeeting.domain.what_has_changed import what_has_changed
from eymeeting.domain.who_was_there import could_not_come, was_there

SCALE_TITLE: Final = "Where we are on the scale"
"""What the picture of the scale is called."""


def family_copy(
    family: Family,
    reader_id: str,
    *,
    today: date,
    pack: Pack,
    meeting: int | None = None,
    takes: TakenHome = EVERYTHING,
) -> FamilyCopy:
    """One adult's copy of the plan.

    Without ``meeting`` the plan as it is now, under the latest meeting this
    reader may have a copy of; with it the plan as it stood when that meeting
    ended. Agreements and protections are today's either way. ``takes`` says what
    of three things stays off this one copy, so that it is safe to take home.

    Raises:
        Refused: the reader is not an adult of the family, the meeting was kept
            apart from them, or there is no meeting yet.
        NotFound: no meeting has that number.

    """
    person = family.person(reader_id)
    if person is None or person.kind != "adult":
        raise Refused("A family copy is for an adult of the family.")
    chosen = choose_meeting(family, reader_id, meeting, today=today)
    reader = Reader(id=reader_id)
    protected = protected_kinds(family, reader, today=today, pack=pack)
    paper = ForOneReader(
        family=without_what_is_kept_apart(family if meeting is None else as_at(family, chosen), reader_id),
        reader=reader,
        today=today,
        pack=pack,
        meeting=chosen,
        on=chosen.on if meeting is not None else max(today, chosen.on),
        protected=tuple(protected),
        is_taken_home=True,
    )
    copy = _cut(paper, as_it_is_now=meeting is None)
    private = kept_off(family, reader, today=today, pack=pack, may_see=paper.sees)
    return replace(
        as_taken_home(copy, family, takes, pack=pack),
        left_out=paper.left_out(),
        left_out_by_kind=left_out_by_kind(paper),
        must_not_hold={**private, **protected, **left_at_the_centre(family, takes, pack=pack)},
    )


def _cut(paper: ForOneReader, *, as_it_is_now: bool) -> FamilyCopy:
    pack = paper.pack
    words = pack.sentences
    parts = ((*words.sharing, *words.harm), (*words.keeping, *words.wrong))
    end = ending(paper)
    at_the_end = end is not None
    scores = score_rows(paper, from_the_start=at_the_end)
    chosen_name = paper.cleared(paper.family.details.chosen_name)
    belongs_to = chosen_name or paper.name(paper.reader.id) or ""
    return FamilyCopy(
        title_name=chosen_name,
        belongs_to=belongs_to,
        reader=paper.name(paper.reader.id) or "",
        on=paper.meeting.on,
        place=paper.cleared(paper.meeting.venue),
        helper=_helper(paper),
        next_time=_next_time(paper, as_it_is_now=as_it_is_now, at_the_end=at_the_end),
        going_well=_going_well(paper),
        changes=_changes(paper),
        wanted=_still_wanted(paper, "change"),
        life_when=_still_wanted(paper, "life_when"),
        done=done_over_the_whole_time(paper) if at_the_end else done_actions(paper),
        actions=still_to_be_done(paper),
        worried=pack.sentences.worried,
        scores=scores,
        chart=scale_chart(scores, title=SCALE_TITLE, called=START_AND_END if at_the_end else THEN_AND_NOW),
        scale=_scale(pack),
        family_there=was_there(paper, workers=False),
        helpers_there=was_there(paper, workers=True),
        could_not_come=could_not_come(paper),
        child_words=_child_words(paper),
        may_see=paper.services(),
        sharing=tuple(in_a_paragraph(part) for part in parts if part),
        marking=pack.markings.family.format(name=belongs_to),
        organisation=pack.organisation,
        lead_word=pack.words.lead_on_copy,
        plan_word=pack.words.plan,
        to_do=pack.step_title("actions"),
        measured=_measured(paper),
        is_without_a_meeting=is_without_a_meeting(paper.meeting),
        has_changed=what_has_changed(paper, over_the_whole_time=at_the_end),
        what_helped=_what_helped(paper, over_the_whole_time=at_the_end),
        no_longer_needed=no_longer_needed(paper),
        ending=end,
        own_plan=own_plan(paper),
    )


def _helper(paper: ForOneReader) -> Helper | None:
    worker = whom_to_call(paper)
    name = paper.name(worker.id) if worker is not None else None
    if worker is None or name is None:
        return None
    return Helper(name=name, role=paper.cleared(worker.role) or "", phone=paper.cleared(worker.phone))


def whom_to_call(paper: ForOneReader) -> Worker | None:
    """The family's first call; when the plan ends, the worker it was told to call from then on."""
    closure = closure_for(paper)
    to_call = called_by_name(paper, closure) if closure is not None else None
    return to_call or paper.family.worker(_lead(paper) or "")


def _lead(paper: ForOneReader) -> str | None:
    """The lead agreed latest, at a meeting or in between, of those the reader may know."""
    known = (each for each in paper.family.lead_agreements if not paper.knows_nothing_of(each.worker))
    return first_call(paper.meetings(), known, until=paper.on)


def _next_time(paper: ForOneReader, *, as_it_is_now: bool, at_the_end: bool) -> NextTime | None:
    """What the meeting settled; once that day has gone by, or the plan has ended, the next meeting planned."""
    settled = None if at_the_end else paper.meeting.next_meeting
    if as_it_is_now and (settled is None or settled.on < paper.today):
        for each in paper.family.meetings_in_order():
            planned = each.outcome is None and each.on >= paper.today and each.id != paper.meeting.id
            if planned and not is_kept_apart(paper.family, each.id, paper.reader.id):
                return NextTime(on=each.on, time=each.start, place=paper.cleared(each.venue))
    if settled is None:
        return None
    return NextTime(on=settled.on, time=settled.time, place=paper.cleared(settled.place))


def _going_well(paper: ForOneReader) -> tuple[str, ...]:
    """The family's own words first, then what the workers said at this meeting."""
    said = [
        each.working
        for each in paper.family.contributions
        if each.meeting == paper.meeting.id and paper.sees(each)
    ]
    return paper.all_cleared([*(line.text for line in paper.latest_lines("good_at")), *said])


def _measured(paper: ForOneReader) -> tuple[str, ...]:
    """What was measured and brought to this meeting, with its day, where it is for everyone."""
    return paper.all_cleared(
        _with_its_day(each.evidence)
        for each in paper.family.contributions
        if each.evidence and each.meeting == paper.meeting.id and is_for_everyone(each) and paper.sees(each)
    )


def _with_its_day(evidence: Evidence) -> str:
    measured = evidence_words(replace(evidence, on=None))
    return (
        measured if evidence.on is None else OurWords("{measured}, {day}", measured=measured, day=evidence.on)
    )


def _changes(paper: ForOneReader) -> tuple[Change, ...]:
    named = [(paper.cleared(paper.pack.area_name(each.area)), each) for each in latest_priorities(paper)]
    return tuple(Change(area=name, life_when=paper.cleared(each.life_when)) for name, each in named if name)


def _still_wanted(paper: ForOneReader, section: Section) -> tuple[str, ...]:
    return paper.all_cleared(line.text for line in paper.latest_lines(section) if not line.done)


def _what_helped(paper: ForOneReader, *, over_the_whole_time: bool) -> tuple[str, ...]:
    met = reversed(paper.meetings()) if over_the_whole_time else [paper.meeting]
    return paper.all_cleared(each.what_helped for each in met)


def _scale(pack: Pack) -> str:
    return pack.sentences.scale or f"1: {pack.band(1).adult} 10: {pack.band(10).adult}"


def _child_words(paper: ForOneReader) -> tuple[tuple[str, str], ...]:
    """What each child said when last asked, as far as the reader may see it."""
    found = []
    for child in paper.family.people:
        name = paper.name(child.id)
        words = paper.all_cleared(_last_said(paper, child.id))
        found += [(name, each) for each in words if name is not None]
    return tuple(found)


def _last_said(paper: ForOneReader, child: str) -> list[str]:
    for meeting in paper.meetings():
        said = [
            each.words
            for each in paper.family.child_words
            if (each.meeting, each.who) == (meeting.id, child) and paper.sees(each)
        ]
        if said:
            return said
    return []
