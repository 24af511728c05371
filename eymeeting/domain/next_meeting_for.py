"""When and where people meet next, for one reader's calendar: nothing of what or whom it is about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from eymeeting.domain.consent import is_agreed
from eymeeting.domain.cutting import as_at, choose_meeting
from eymeeting.domain.family import Family
from eymeeting.domain.kept_off import kept_off, kept_off_a_list
from eymeeting.domain.meeting import Meeting, NextMeeting
from eymeeting.domain.naming import without_what_is_kept_apart
from eymeeting.domain.one_reader import ForOneReader
from eymeeting.domain.pack import Pack, at_the_start
from eymeeting.domain.people import Person
from eymeeting.domain.problems import Refused
from eymeeting.domain.protected import protected_kinds
from eymeeting.domain.sight import Reader, is_kept_apart

NOT_AGREED_YET: Final = "No next meeting is agreed yet, so there is no calendar file. Nothing was written."
NOT_FOR_A_CHILD: Final = "A calendar file is for an adult of the family or a worker. Nothing was written."
NOT_SHARED: Final = (
    "The family has not agreed to share with this service, so there is no calendar file for it. "
    "Nothing was written."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NextMeetingFor:
    """A meeting to come, as one reader may have it. ``time`` is local wall time, ``HH:MM``; empty while none is agreed.

    ``agreed_at`` is the meeting it was agreed at, or the planned meeting itself: the same for every copy of it.
    ``must_not_hold`` are texts that must be nowhere in the finished file, each with its kind.
    """

    agreed_at: str
    called: str
    on: date
    time: str
    minutes: int
    place: str | None
    must_not_hold: Mapping[str, str] = field(default_factory=dict)


def next_meeting_for(
    family: Family, reader: str, *, today: date, pack: Pack, meeting: int | None = None
) -> NextMeetingFor:
    """The meeting that was agreed on at a meeting; without a number, once that day has gone by, the next one planned.

    It lasts as long as it is planned for, or else as long as the one it was agreed at.

    Raises:
        Refused: the reader is a child, or of a service the family has not agreed to share with, or no
            meeting that they may know of is to come.
        NotFound: nobody has this id, or no meeting this number.
    """
    member = family.member(reader)
    if isinstance(member, Person) and member.kind != "adult":
        raise Refused(NOT_FOR_A_CHILD)
    if not isinstance(member, Person) and not is_agreed(family, member.agency, today=today):
        raise Refused(NOT_SHARED)
    chosen = choose_meeting(family, reader, meeting, today=today)
    who = Reader(id=reader)
    protected = protected_kinds(family, who, today=today, pack=pack)
    paper = ForOneReader(
        family=without_what_is_kept_apart(family if meeting is None else as_at(family, chosen), reader),
        reader=who,
        today=today,
        pack=pack,
        meeting=chosen,
        on=max(today, chosen.on),
        protected=tuple(protected),
    )
    coming = _agreed(family, paper) or _planned(paper)
    if coming is None:
        raise Refused(NOT_AGREED_YET)
    agreed_at, settled, minutes = coming
    if isinstance(member, Person):
        private = kept_off(family, who, today=today, pack=pack, may_see=paper.sees)
    else:
        private = kept_off_a_list(family, reader, today=today, pack=pack)
    return NextMeetingFor(
        agreed_at=agreed_at,
        called=at_the_start(pack.words.meeting),
        on=settled.on,
        time=settled.time,
        minutes=minutes,
        place=paper.cleared(settled.place),
        must_not_hold={**private, **protected},
    )


_Coming = tuple[str, NextMeeting, int]


def _agreed(family: Family, paper: ForOneReader) -> _Coming | None:
    """What the meeting of this copy settled, while its day is to come and it is not kept apart from the reader."""
    settled = paper.meeting.next_meeting
    if settled is None or settled.on < paper.today:
        return None
    planned = [each for each in family.meetings if _is(each, settled)]
    if any(is_kept_apart(family, each.id, paper.reader.id) for each in planned):
        return None
    minutes = next((each.planned_minutes for each in planned), paper.meeting.planned_minutes)
    return paper.meeting.id, settled, minutes


def _planned(paper: ForOneReader) -> _Coming | None:
    for each in paper.family.meetings_in_order():
        is_to_come = each.outcome is None and each.on >= paper.today and each.id != paper.meeting.id
        if is_to_come and not is_kept_apart(paper.family, each.id, paper.reader.id):
            when = NextMeeting(on=each.on, time=each.start, place=each.venue or None)
            return each.id, when, each.planned_minutes
    return None


def _is(meeting: Meeting, settled: NextMeeting) -> bool:
    return (meeting.outcome, meeting.on, meeting.start) == (None, settled.on, settled.time)
