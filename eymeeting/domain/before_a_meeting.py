"""The meeting that papers are made for before it: which one it is, who may have a paper, when and where it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from eymeeting.domain.agenda import agenda
from eymeeting.domain.copies import Helper
from eymeeting.domain.cutting import choose_meeting
from eymeeting.domain.family import Family
from eymeeting.domain.family_now import lead_now
from eymeeting.domain.gates import may_be_invited
from eymeeting.domain.interpreting import interprets
from eymeeting.domain.kept_apart import Gathering, to_come
from eymeeting.domain.kept_off import kept_off
from eymeeting.domain.meeting import Meeting
from eymeeting.domain.naming import without_what_is_kept_apart
from eymeeting.domain.one_reader import ForOneReader
from eymeeting.domain.pack import Pack
from eymeeting.domain.people import Person, Worker
from eymeeting.domain.planning import coming_meeting, resumed, with_its_minutes
from eymeeting.domain.problems import Refused
from eymeeting.domain.protected import held_by, protected_kinds
from eymeeting.domain.sight import Reader, is_kept_apart

NOT_PLANNED: Final = "No meeting is planned, so there is nothing to ask anybody to. Nothing was written."
NO_LETTER: Final = (
    "It is not safe to write to this family at home, so there is no such paper for them. Tell them in person. "
    "Nothing was written."
)
GONE: Final = "This reader is no longer part of the plan. Nothing was written."
NOT_BORN: Final = "There is no paper for a baby who is not born yet. Nothing was written."


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingToCome:
    """A meeting as one reader may be told of it. Times are local wall time, ``HH:MM``.

    ``place`` is nothing where it is told by word of mouth alone. ``asked_by`` is the
    chair, with a phone where there is one. ``until`` is empty where the start is no time.
    """

    called: str
    on: date
    start: str
    until: str
    place: str | None
    asked_by: Helper | None


def meeting_ahead(
    family: Family, reader: str, number: int | None, *, today: date, pack: Pack
) -> tuple[Family, Meeting]:
    """The meeting that a paper is for, and the family with it.

    Without a number it is the next one that is planned and that the reader may know of, or
    the next that was agreed on and is not set up yet; with a number that one.

    Raises:
        Refused: the meeting was kept apart from the reader, or none is planned.
        NotFound: no meeting has that number, or nobody this id.
    """
    family.member(reader)
    if number is not None:
        return family, choose_meeting(family, reader, number, today=today)
    for meeting in family.meetings_in_order():
        is_ahead = meeting.outcome is None and meeting.on >= today
        if is_ahead and not is_kept_apart(family, meeting.id, reader):
            return family, meeting
    for gathering in to_come(family):
        if gathering.planned is None and gathering.on >= today and reader not in gathering.apart:
            meeting = _as_agreed(family, gathering, pack)
            return replace(family, meetings=(*family.meetings, meeting)), meeting
    raise Refused(NOT_PLANNED)


def paper_before(
    family: Family, reader: str, number: int | None, *, today: date, pack: Pack
) -> tuple[Family, ForOneReader]:
    """The paper of a reader for a meeting that is ahead, and the whole family with that meeting in it.

    Raises:
        Refused: as in ``meeting_ahead``; or the reader is gone, not born, or of a service that is
            outside what the family agreed to.
        NotFound: nobody has this id, or no meeting that number.
    """
    family, meeting = meeting_ahead(family, reader, number, today=today, pack=pack)
    check_may_be_asked(family, reader, today)
    who = Reader(id=reader)
    paper = ForOneReader(
        family=without_what_is_kept_apart(family, reader),
        reader=who,
        today=today,
        pack=pack,
        meeting=meeting,
        on=max(today, meeting.on),
        protected=tuple(protected_kinds(family, who, today=today, pack=pack)),
        is_taken_home=True,
    )
    return family, paper


def check_may_be_asked(family: Family, reader: str, today: date) -> None:
    """Nothing where a reader may be asked to a meeting.

    Raises:
        Refused: they are gone, not born, or of a service that the family did not agree to share with.
    """
    member = family.member(reader)
    if isinstance(member, Person):
        if member.kind == "unborn" and (family.person_on(reader, today) or member).kind == "unborn":
            raise Refused(NOT_BORN)
        if member.died is not None or member.left is not None:
            raise Refused(GONE)
        return
    if member.active is False:
        raise Refused(GONE)
    gate = may_be_invited(family, reader, today)
    if gate is not None and gate.stops:
        raise Refused(f"{gate.words} There is no paper for this reader. Nothing was written.")


def check_may_be_written_to(family: Family, reader: str) -> None:
    """Nothing where a paper may reach somebody at home; a worker has no part in that.

    Raises:
        Refused: the family said that it is not safe to write to them.
    """
    safe = family.details.safe_contact
    if family.person(reader) is not None and safe is not None and safe.write == "no":
        raise Refused(NO_LETTER)


def as_told_of(paper: ForOneReader) -> MeetingToCome:
    """The meeting of a paper as its reader may be told of it."""
    meeting = paper.meeting
    return MeetingToCome(
        called=paper.pack.kind(meeting.type).name,
        on=meeting.on,
        start=meeting.start,
        until=after(meeting.start, minutes_planned(paper)),
        place=paper.cleared(meeting.venue),
        asked_by=_chair(paper),
    )


def minutes_planned(paper: ForOneReader) -> int:
    """How long the meeting takes, as the pack plans it: a third more where somebody interprets."""
    if resumed(paper.family, paper.meeting):
        return with_its_minutes(paper.family, paper.meeting, paper.pack).planned_minutes
    return sum(step.minutes for step in agenda(paper.family, paper.meeting, paper.pack))


def after(start: str, minutes: int) -> str:
    """The time of day so many minutes after another; nothing where that is no time of day."""
    hours, _, rest = start.partition(":")
    if not (hours.isdecimal() and rest.isdecimal()):
        return ""
    at = int(hours) * 60 + int(rest) + minutes
    return f"{at // 60 % 24:02}:{at % 60:02}"


def off_the_paper(family: Family, paper: ForOneReader) -> Mapping[str, str]:
    """The texts that must be nowhere on a paper before a meeting, each with its kind.

    Whoever is asked to a meeting is told where it is, whatever else of it they may not read.
    """
    private = kept_off(family, paper.reader, today=paper.today, pack=paper.pack, may_see=paper.sees)
    apart = is_kept_apart(family, paper.meeting.id, paper.reader.id)
    told = set() if apart else set(held_by(paper.cleared(paper.meeting.venue) or "", private))
    kinds = protected_kinds(family, paper.reader, today=paper.today, pack=paper.pack)
    return {**{text: kind for text, kind in private.items() if text not in told}, **kinds}


def _chair(paper: ForOneReader) -> Helper | None:
    chair = paper.family.worker(paper.meeting.chair)
    name = paper.cleared(paper.name(paper.meeting.chair))
    if chair is None or name is None:
        return None
    return Helper(name=name, role=paper.cleared(chair.role) or "", phone=paper.cleared(chair.phone))


def _as_agreed(family: Family, gathering: Gathering, pack: Pack) -> Meeting:
    """A meeting that was agreed on and is not set up yet: with the chair of the one it was agreed at.

    Whoever interpreted there is expected again, so that there is time for it.
    """
    at = next((each for each in family.meetings if each.id == gathering.agreed_at), None)
    lead: Worker | None = lead_now(family)
    chair = at.chair if at is not None else lead.id if lead is not None else ""
    meeting = coming_meeting(
        family, pack, on=gathering.on, start=gathering.start, venue=gathering.place, chair=chair
    )
    return replace(
        meeting,
        separate_from=gathering.apart or None,
        interpreter=None if at is None else _who_interpreted(family, at),
    )


def _who_interpreted(family: Family, meeting: Meeting) -> str | None:
    there = (family.worker(who) for who in family.taking_part(meeting.id))
    return meeting.interpreter or next((each.id for each in there if each and interprets(each)), None)
