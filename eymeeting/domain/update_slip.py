"""The slip for whoever cannot come: the three questions everybody is asked, and what became of what they took on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from eymeeting.domain.before_a_meeting import (
    MeetingToCome,
    as_told_of,
    check_may_be_written_to,
    off_the_paper,
    paper_before,
)
from eymeeting.domain.consent import is_agreed
from eymeeting.domain.copies import PlannedAction
from eymeeting.domain.family import Family
from eymeeting.domain.family_now import open_actions
from eymeeting.domain.interpreting import interprets
from eymeeting.domain.one_reader import ForOneReader
from eymeeting.domain.owed import NOT_AGREED
from eymeeting.domain.pack import Pack
from eymeeting.domain.people import Person
from eymeeting.domain.planned_actions import planned_action
from eymeeting.domain.problems import Refused

NOT_FOR_A_CHILD = "An update slip is for a grown-up. Ask the child in person. Nothing was written."
NOT_TO_INTERPRET = "Whoever interprets sends no update. Nothing was written."


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateSlip:
    """One reader's slip. ``actions`` are their own open ones that they may see, the soonest first.

    ``back_by`` is the last day on which it helps: the day before the meeting, or nothing where that has gone by.
    ``must_not_hold`` are texts that must be nowhere in the finished file.
    """

    reader: str
    role: str
    family_name: str | None
    meeting: MeetingToCome
    back_by: date | None
    actions: tuple[PlannedAction, ...]
    organisation: str
    must_not_hold: Mapping[str, str] = field(default_factory=dict)


def update_slip(
    family: Family, reader: str, *, today: date, pack: Pack, meeting: int | None = None
) -> UpdateSlip:
    """One reader's slip for the next meeting that is planned, or for the one with that number.

    Raises:
        Refused: the family did not agree to share with the reader's service, it is not safe to write home, it is
            for a child or for whoever interprets, the meeting is kept apart from the reader, or none is planned.
        NotFound: nobody has this id, or no meeting that number.
    """
    member = family.member(reader)
    if isinstance(member, Person):
        if member.kind != "adult":
            raise Refused(NOT_FOR_A_CHILD)
    elif interprets(member):
        raise Refused(NOT_TO_INTERPRET)
    whole, paper = paper_before(family, reader, meeting, today=today, pack=pack)
    check_may_be_written_to(family, reader)
    if not isinstance(member, Person) and not is_agreed(family, member.agency, today=today):
        raise Refused(NOT_AGREED)
    day_before = paper.meeting.on - timedelta(days=1)
    return UpdateSlip(
        reader=paper.name(reader) or "",
        role="" if isinstance(member, Person) else paper.cleared(member.role) or "",
        family_name=paper.cleared(family.details.chosen_name),
        meeting=as_told_of(paper),
        back_by=day_before if day_before >= today else None,
        actions=_own_actions(paper),
        organisation=pack.organisation,
        must_not_hold=off_the_paper(whole, paper),
    )


def _own_actions(paper: ForOneReader) -> tuple[PlannedAction, ...]:
    mine = (
        now for now in open_actions(paper.family) if now.owner == paper.reader.id and paper.sees(now.action)
    )
    return tuple(row for now in mine if (row := planned_action(paper, now)) is not None)
