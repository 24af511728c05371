"""The chair's full record of one meeting."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from eymeeting.domain import own_plan, recorded_besides, recorded_changes, recorded_rows, recorded_words
from eymeeting.domain.agenda import CHILDREN
from eymeeting.domain.beginning import has_begun
from eymeeting.domain.copies import NextTime
from eymeeting.domain.cost import total
from eymeeting.domain.cutting import as_at, with_only
from eymeeting.domain.dates import day_in_words
from eymeeting.domain.family import Family
from eymeeting.domain.in_words import NOT_RECORDED, OUTCOME, RESULT, listed
from eymeeting.domain.lead import lead_of
from eymeeting.domain.meeting import JOURNEY, STORY, Closure, Meeting
from eymeeting.domain.one_reader import ForOneReader
from eymeeting.domain.pack import Pack, at_the_start
from eymeeting.domain.problems import NotFound, Refused
from eymeeting.domain.recorded import FullRecord
from eymeeting.domain.score_rows import latest_priorities
from eymeeting.domain.sight import Reader
from eymeeting.domain.telling import told_rows


def full_record(
    family: Family, reader_id: str, *, today: date, pack: Pack, meeting: int | None = None
) -> FullRecord:
    """The record of a meeting for the worker who chaired it.

    Without ``meeting`` the latest this reader chaired, with what has become of
    its actions since; with it as things stood when it ended. Refusals and
    reasons stand in it. Nothing does that is only for others, and nothing of a
    meeting that was kept apart from anybody who took part in this one.

    Raises:
        Refused: the reader did not chair the meeting, or has not chaired any yet.
        NotFound: no meeting has that number.

    """
    paper = paper_of_the_chair(family, reader_id, meeting, today=today, pack=pack)
    chosen = paper.meeting
    settled = chosen.next_meeting
    return FullRecord(
        ref=family.ref,
        family_name=family.details.family_name,
        meeting=f"{chosen.title or pack.kind(chosen.type).name}, meeting {chosen.number}",
        on=chosen.on,
        marking=pack.markings.full_record,
        organisation=pack.organisation,
        meeting_word=pack.words.meeting,
        agreement_title=pack.step_title("agreement"),
        journey_title=pack.step_title("journey"),
        details=_details(paper),
        attendance=recorded_rows.attendance(paper),
        agreement=recorded_rows.agreement(paper),
        last_time=recorded_rows.last_time(paper),
        story=recorded_words.lines(paper, STORY),
        journey=recorded_words.lines(paper, JOURNEY),
        child_words=recorded_words.child_words(paper),
        contributions=recorded_words.contributions(paper),
        scores=recorded_rows.scores(paper),
        priorities=_priorities(paper),
        actions=recorded_rows.actions(paper),
        decisions=_decisions(paper),
        safeguarding=(
            *recorded_words.restricted(paper),
            *recorded_besides.restricted_corrections(paper),
        ),
        copies=recorded_rows.copies(paper),
        sharing=recorded_words.sharing(paper),
        worries=recorded_words.worries(paper),
        invited=recorded_besides.invited(paper),
        heard=recorded_besides.heard(paper),
        left_open=recorded_besides.left_open(paper),
        corrections=recorded_besides.corrections(paper),
        contacts=recorded_besides.contacts(paper),
        family_changes=recorded_changes.family_changes(paper),
        leads=recorded_changes.leads(paper),
        next_time=NextTime(on=settled.on, time=settled.time, place=settled.place) if settled else None,
    )


def paper_of_the_chair(
    family: Family, reader_id: str, number: int | None, *, today: date, pack: Pack
) -> ForOneReader:
    """The paper of whoever chaired a meeting: of the latest, or of the one with this number as it ended.

    Raises:
        Refused: the reader did not chair the meeting, or has not chaired any yet.
        NotFound: no meeting has that number.
    """
    chosen = meeting_recorded(family, reader_id, number, today=today)
    known = family if number is None else as_at(family, chosen)
    return ForOneReader(
        family=beside(known, chosen),
        reader=Reader(id=reader_id, as_chair_of=chosen.id),
        today=today,
        pack=pack,
        meeting=chosen,
        as_it_is_now=family,
        on=chosen.on,
    )


def meeting_recorded(family: Family, reader: str, number: int | None, *, today: date) -> Meeting:
    """The meeting that a record is of; without a number the latest this reader chaired.

    Raises:
        Refused: the reader did not chair the meeting, or has not chaired any yet.
        NotFound: no meeting has that number.
    """
    if number is None:
        chaired = [each for each in family.meetings_in_order() if each.chair == reader]
        begun = [each for each in chaired if has_begun(family, each, today)]
        if not begun:
            raise Refused("This paper is only for the chair, and this reader has chaired no meeting yet.")
        return begun[-1]
    meeting = next((each for each in family.meetings if each.number == number), None)
    if meeting is None:
        raise NotFound("This family has no meeting with that number.")
    if meeting.chair != reader:
        raise Refused("This paper of a meeting is only for its chair.")
    return meeting


def beside(family: Family, meeting: Meeting) -> Family:
    """The family without the meetings kept apart from anybody who had a part in this one."""
    here = {each.who for each in family.attendance if each.meeting == meeting.id}
    beside = {
        each.id
        for each in family.meetings
        if each.id == meeting.id or not here & set(each.separate_from or ())
    }
    split = bool(meeting.separate_from) or len(beside) < len(family.meetings)
    return replace(
        with_only(family, meetings=beside, panels={each.id for each in family.panel_items}),
        contacts=tuple(recorded_besides.contacts_beside(family, meeting, here, split=split)),
        lead_agreements=tuple(recorded_changes.leads_beside(family, meeting, here, split=split)),
    )


def _details(paper: ForOneReader) -> tuple[tuple[str, str], ...]:
    meeting, family = paper.meeting, paper.family.details
    times = f"{meeting.start} to {meeting.end}" if meeting.end else meeting.start
    level = family.level_of_need
    return _filled(
        ("Family reference", family.ref),
        ("What the family calls itself", family.chosen_name),
        ("Date and place", ", ".join(filter(None, (day_in_words(meeting.on), times, meeting.venue)))),
        ("Planned length", f"{meeting.planned_minutes} minutes"),
        ("Written in from paper", day_in_words(meeting.entered_on) if meeting.entered_on else None),
        ("Chair", _with_role(paper, meeting.chair)),
        ("Recorder", _with_role(paper, meeting.recorder or meeting.chair) or NOT_RECORDED),
        ("Interpreter", _with_role(paper, meeting.interpreter)),
        (at_the_start(paper.pack.words.lead), _lead(paper)),
        ("Purpose", meeting.purpose),
        ("What the family was told before", _family_told(meeting)),
        *told_rows(meeting),
        ("Goes on with", f"meeting {meeting.resumes}, which was adjourned" if meeting.resumes else None),
        (
            paper.pack.step_title(CHILDREN, meeting.type),
            "straight after the welcome" if meeting.children_first else None,
        ),
        ("Came from", family.came_from),
        ("Plan", paper.pack.plan_kinds.called(family.plan_kind) if family.plan_kind else None),
        ("Level of need", None if level is None else _level(paper, level)),
        ("Case system number", family.case_system_number),
        ("The council's sentences", f"version {paper.pack.sentences.version}"),
    )


def _family_told(meeting: Meeting) -> str:
    on = day_in_words(meeting.family_told_on) if meeting.family_told_on else ""
    by = f"by {meeting.family_told_by}" if meeting.family_told_by else ""
    how = ", ".join(each for each in (by, on) if each)
    return f"{meeting.family_told or NOT_RECORDED} ({how})" if how else meeting.family_told or NOT_RECORDED


def _lead(paper: ForOneReader) -> str:
    meeting = paper.meeting
    worker = paper.family.worker(lead_of(paper.family, meeting.id) or "")
    if worker is None:
        return NOT_RECORDED
    phone = f", {worker.phone}" if worker.phone else ""
    agreed = listed([name for each in meeting.lead_agreed_by or () if (name := paper.name(each))])
    return f"{worker.name}, {worker.role}{phone}" + (f"; agreed by {agreed}" if agreed else "")


def _with_role(paper: ForOneReader, id: str | None) -> str | None:  # noqa: A002
    if id is None:
        return None
    worker = paper.family.worker(id)
    return f"{worker.name}, {worker.role}" if worker is not None else paper.full_name(id)


def _priorities(paper: ForOneReader) -> tuple[str, ...]:
    found = []
    for each in latest_priorities(paper):
        hope = f"hoping for {each.hoped_for}" if each.hoped_for is not None else ""
        told = "; ".join(part for part in (each.life_when or "", hope) if part)
        name = paper.pack.area_name(each.area)
        found.append(f"{name}: {told}" if told else name)
    return tuple(found)


def _decisions(paper: ForOneReader) -> tuple[tuple[str, str], ...]:
    meeting = paper.meeting
    closures = [each for each in paper.family.closures if each.meeting == meeting.id and paper.sees(each)]
    return (
        *_filled(
            ("Outcome", OUTCOME[meeting.outcome] if meeting.outcome else "not finished"),
            ("Stopped", f"at {meeting.stopped.at}: {meeting.stopped.why}" if meeting.stopped else None),
            ("Since last time", RESULT[meeting.result] if meeting.result else None),
            ("What helped", meeting.what_helped),
            ("What got in the way", meeting.got_in_the_way),
            ("Costs agreed, together", total(recorded_rows.agreed_here(paper))),
        ),
        *own_plan.recorded(paper),
        *(row for each in closures for row in _closure(paper, each)),
    )


def _closure(paper: ForOneReader, closure: Closure) -> Iterable[tuple[str, str]]:
    helpful, level = closure.helpfulness, closure.level_of_need
    return _filled(
        ("Why it ends", paper.pack.closing(closure.reason).words if closure.reason else None),
        ("What we will keep doing", "; ".join(closure.keep_doing or ())),
        ("Who to call", closure.who_to_call),
        ("What the family said", _family_said(paper, closure)),
        ("How helpful it was, 1 to 10", None if helpful is None else str(helpful)),
        ("Handed to", paper.full_name(closure.handed_to)),
        ("Level of need at the end", None if level is None else _level(paper, level)),
        ("Later check", day_in_words(closure.later_check) if closure.later_check else None),
    )


def _level(paper: ForOneReader, level: int) -> str:
    return paper.pack.level(level).removeprefix("level ")


def _family_said(paper: ForOneReader, closure: Closure) -> str | None:
    by = paper.full_name(closure.said_by)
    return f"{by}: {closure.family_said}" if by and closure.family_said else closure.family_said


def _filled(*rows: tuple[str, str | None]) -> tuple[tuple[str, str], ...]:
    return tuple((label, text) for label, text in rows if text)
