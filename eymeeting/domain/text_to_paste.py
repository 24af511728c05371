"""A minimal text for any case system: what was decided, line by line, and nothing of what was told.

Neither the story nor a score, a worry or a note stands in it, nor anything that is not for everyone on the plan.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from eymeeting.domain.actions import Action
from eymeeting.domain.agreement import AgencyAnswer
from eymeeting.domain.consent import own_answer, same_agency, strictest
from eymeeting.domain.dates import day_in_words
from eymeeting.domain.ending import closure_for
from eymeeting.domain.entry import Entry
from eymeeting.domain.family import Family
from eymeeting.domain.full_record import full_record, paper_of_the_chair
from eymeeting.domain.in_words import OUTCOME, RESULT
from eymeeting.domain.kept_off import kept_off
from eymeeting.domain.meeting import IN_THE_ROOM, Meeting
from eymeeting.domain.one_reader import ForOneReader
from eymeeting.domain.pack import Pack
from eymeeting.domain.people import FamilyDetails, Person, Worker
from eymeeting.domain.recorded import FullRecord
from eymeeting.domain.recorded_words import is_open, visible_to
from eymeeting.domain.score_rows import latest_priorities
from eymeeting.domain.sight import is_kept_apart
from eymeeting.domain.text import clean_line

VALUE_LIMIT: Final = 1000
"""Characters of one value: boxes of case systems hold at least as many; an action is never so long."""

CUT_SHORT: Final = "One line was too long for a case system and is cut short."
NOT_YET: Final = "not yet"
"""Whether a service was refused or never asked: who said no stands in the chair's record alone."""

_ANSWERS: Final[Mapping[AgencyAnswer, str]] = {
    "yes": "yes",
    "no": NOT_YET,
    "withdrawn": NOT_YET,
    "limited": "limited",
    "not_asked": NOT_YET,
    "not_needed": "not needed",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TextToPaste:
    """Lines of plain text, each a name and a value. ``remarks`` are for whoever makes it, a sentence each.

    ``must_not_hold`` are the beginnings of all texts that have no place in it, each with its kind.
    """

    on: date
    lines: tuple[str, ...]
    remarks: tuple[str, ...] = ()
    must_not_hold: Mapping[str, str] = field(default_factory=dict)


def text_to_paste(
    family: Family, reader_id: str, *, today: date, pack: Pack, meeting: int | None = None
) -> TextToPaste:
    """The text of a meeting for the worker who chaired it, of the same meeting as the full record would be.

    Raises:
        Refused: the reader did not chair the meeting, or has not chaired any yet.
        NotFound: no meeting has that number.
    """
    record = full_record(family, reader_id, today=today, pack=pack, meeting=meeting)
    paper = paper_of_the_chair(family, reader_id, meeting, today=today, pack=pack)
    chosen = paper.meeting
    told = [(clean_line(name), clean_line(value)) for name, value in _told(paper, record)]
    return TextToPaste(
        on=chosen.on,
        lines=tuple(f"{name}: {_shortened(value)}" for name, value in told if value),
        remarks=tuple(_remarks(record, (value for _, value in told))),
        must_not_hold=_not_in_it(paper, family),
    )


def _told(paper: ForOneReader, record: FullRecord) -> Iterator[tuple[str, str]]:
    meeting, pack, details = paper.meeting, paper.pack, paper.family.details
    yield "Family reference", paper.family.ref
    yield "Meeting", f"{pack.kind(meeting.type).name}, meeting {meeting.number}"
    yield "Date", day_in_words(meeting.on)
    yield from (("Was there", each) for each in _there(paper))
    yield "Outcome", OUTCOME[meeting.outcome] if meeting.outcome else "not finished"
    yield "Since last time", RESULT[meeting.result] if meeting.result else ""
    closure = closure_for(paper)
    yield "Why it ends", pack.closing(closure.reason).words if closure and closure.reason else ""
    yield from (("Chosen to work on", each) for each in _chosen(paper))
    for each in record.actions:
        if not each.visible_to:
            yield f"Action {each.number}", f"{each.what.rstrip(' .')}. Who: {each.who}. By when: {each.due}."
    coming = record.next_time
    yield "Next meeting", f"{day_in_words(coming.on)}, {coming.time}" if coming else "none planned"
    agreement = pack.step_title("agreement", meeting.type)
    yield from ((agreement, f"{agency}, {_answer(paper, agency)}") for agency in _services(paper, record))
    level = details.level_of_need
    yield "Level of need", "" if level is None else pack.level(level).removeprefix("level ")
    yield "Plan", pack.plan_kinds.called(details.plan_kind) if details.plan_kind else ""


def _there(paper: ForOneReader) -> Iterator[str]:
    for each in paper.family.attendance:
        name = paper.full_name(each.who)
        if each.meeting == paper.meeting.id and each.status in IN_THE_ROOM and name is not None:
            worker = paper.family.worker(each.who)
            told = (paper.role(each.who), worker.agency if worker else "")
            yield ", ".join((name, *filter(None, told)))


def _chosen(paper: ForOneReader) -> Iterator[str]:
    for each in latest_priorities(paper):
        if each.meeting == paper.meeting.id and not paper.pack.is_asked_alone(each.area):
            yield paper.pack.area_name(each.area)


def _services(paper: ForOneReader, record: FullRecord) -> tuple[str, ...]:
    """The services of the workers who were asked to this meeting, and those that were answered for."""
    marked = {each.who for each in paper.family.attendance if each.meeting == paper.meeting.id}
    found: list[str] = []
    for agency in (
        *(each.agency for each in paper.family.workers if each.id in marked),
        *(row[1] for row in record.agreement),
    ):
        if agency and not any(same_agency(agency, each) for each in found):
            found.append(agency)
    return tuple(found)


def _answer(paper: ForOneReader, agency: str) -> str:
    """What those with parental responsibility said, the strictest; without anybody the meeting is kept apart from."""
    given = [
        own_answer(paper.family, each.id, agency, today=paper.today)
        for each in paper.family.people
        if each.parental_responsibility is True and not is_kept_apart(paper.family, paper.meeting.id, each.id)
    ]
    answered = [each for each in given if each.answer != "not_asked"]
    return _ANSWERS[strictest(answered, agency).answer]


def _shortened(value: str) -> str:
    if len(value) <= VALUE_LIMIT:
        return value
    return f"{value[: VALUE_LIMIT - 2].rpartition(' ')[0] or value[: VALUE_LIMIT - 2]} …"


def _remarks(record: FullRecord, values: Iterable[str]) -> Iterator[str]:
    kept = sum(bool(each.visible_to) for each in record.actions)
    if kept:
        actions = "1 action is" if kept == 1 else f"{kept} actions are"
        yield f"{actions} not in the text: not for everyone on the plan. The full record has every action."
    if any(len(value) > VALUE_LIMIT for value in values):
        yield CUT_SHORT


def _not_in_it(paper: ForOneReader, family: Family) -> dict[str, str]:
    """What was said, noted or kept from anybody: all but the actions for everyone, and who people are."""

    def may_stand(entry: Entry) -> bool:
        if isinstance(entry, Action):
            return is_open(paper, entry) and not visible_to(paper, entry)
        return isinstance(entry, FamilyDetails | Meeting | Person | Worker)

    return kept_off(family, paper.reader, today=paper.today, pack=paper.pack, may_see=may_stand)
