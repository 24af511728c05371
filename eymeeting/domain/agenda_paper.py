"""The agenda of a meeting on one side: its parts with their minutes and times, and nothing of anybody's own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from eymeeting.domain.agenda import agenda
from eymeeting.domain.before_a_meeting import MeetingToCome, after, as_told_of, off_the_paper, paper_before
from eymeeting.domain.family import Family
from eymeeting.domain.interpreting import interprets
from eymeeting.domain.one_reader import ForOneReader
from eymeeting.domain.pack import Pack
from eymeeting.domain.planning import resumed


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of a meeting: when it begins, ``HH:MM``, and for how many minutes. ``at`` is empty where that is open."""

    title: str
    at: str
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaPaper:
    """The agenda, cut for its one reader: no place stands on it, and no name but the one the family chose.

    ``goes_on``: it goes on with a meeting that was broken off, so that nobody can say when which part begins.
    ``must_not_hold`` are texts that must be nowhere in the finished file.
    """

    meeting: MeetingToCome
    family_name: str | None
    why: str | None
    parts: tuple[Part, ...]
    ground_rules: tuple[str, ...]
    organisation: str
    goes_on: bool = False
    must_not_hold: Mapping[str, str] = field(default_factory=dict)


def agenda_paper(
    family: Family, reader: str, *, today: date, pack: Pack, meeting: int | None = None
) -> AgendaPaper:
    """The agenda of the next meeting that is planned, or of the one with that number.

    Raises:
        Refused: the reader may not be asked to it, it is kept apart from them, or none is planned.
        NotFound: nobody has this id, or no meeting that number.
    """
    family, paper = paper_before(family, reader, meeting, today=today, pack=pack)
    tells = paper.sees(paper.meeting) and not interprets(family.worker(reader))
    return AgendaPaper(
        meeting=as_told_of(paper),
        family_name=paper.cleared(family.details.chosen_name) if tells else None,
        why=paper.cleared(paper.meeting.purpose) if tells else None,
        parts=_parts(paper),
        ground_rules=pack.sentences.ground_rules,
        organisation=pack.organisation,
        goes_on=bool(resumed(paper.family, paper.meeting)),
        must_not_hold=off_the_paper(family, paper),
    )


def _parts(paper: ForOneReader) -> tuple[Part, ...]:
    found: list[Part] = []
    gone = 0
    for step in agenda(paper.family, paper.meeting, paper.pack):
        at = after(paper.meeting.start, gone)
        found.append(Part(title=step.title, at=at, minutes=step.minutes))
        gone += step.minutes
    return tuple(found)
