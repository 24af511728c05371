"""Setting up a meeting that is still to come: what kind, when, who is asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from eymeeting.domain.entry import new_id
from eymeeting.domain.family import Family
from eymeeting.domain.family_now import latest_meeting
from eymeeting.domain.meeting import IN_THE_ROOM, Invitation, Meeting, MeetingType, Reply
from eymeeting.domain.pack import Pack


def next_kind(family: Family, pack: Pack) -> MeetingType:
    """What kind of meeting comes next: the first, a review, or once more the one that was broken off."""
    latest = latest_meeting(family)
    kind: MeetingType = "taf_first" if latest is None else "taf_review"
    if latest is not None and latest.outcome == "adjourned":
        kind = latest.type
    return kind if kind in {each.type for each in pack.meetings} else "taf_first"


def coming_meeting(
    family: Family, pack: Pack, *, on: date, start: str, venue: str, chair: str, recorder: str | None = None
) -> Meeting:
    """A meeting of this family that is still to come, or begins now.

    One that goes on with an adjourned meeting says so, and is planned for the
    minutes that are left of it.
    """
    latest, kind = latest_meeting(family), next_kind(family, pack)
    minutes = pack.kind(kind).minutes
    resumes = None
    if latest is not None and latest.outcome == "adjourned":
        resumes = latest.number
        minutes = max(minutes - minutes_spent(family, latest), 15)
    return Meeting(
        id=new_id(),
        position=family.next_position(Meeting),
        number=max((meeting.number for meeting in family.meetings), default=0) + 1,
        type=kind,
        on=on,
        start=start,
        planned_minutes=minutes,
        chair=chair,
        recorder=None if recorder in (None, chair) else recorder,
        venue=venue,
        resumes=resumes,
    )


def begun_now(family: Family, meeting: Meeting, *, on: date, start: str, recorder: str) -> Meeting:
    """A planned meeting as it begins: at this minute of this day. One that has begun stays as it is."""
    if is_begun(family, meeting):
        return meeting
    return replace(
        meeting,
        on=on,
        start=start,
        planned_start=meeting.planned_start or meeting.start,
        recorder=meeting.recorder or (None if recorder == meeting.chair else recorder),
    )


def is_begun(family: Family, meeting: Meeting) -> bool:
    """Whether somebody is marked as taking part, or the meeting is over."""
    there = (each for each in family.attendance if each.meeting == meeting.id)
    return meeting.outcome is not None or any(each.status in IN_THE_ROOM for each in there)


def minutes_spent(family: Family, meeting: Meeting) -> int:
    """Whole minutes kept for the steps of a meeting."""
    return sum(each.seconds for each in family.step_times if each.meeting == meeting.id) // 60


def resumed(family: Family, meeting: Meeting) -> tuple[Meeting, ...]:
    """The meetings that were broken off and that this one goes on with, the latest first."""
    found: list[Meeting] = []
    number = meeting.resumes
    while number is not None:
        before = next((each for each in family.meetings if each.number == number), None)
        if before is None or before in found:
            break
        found.append(before)
        number = before.resumes
    return tuple(found)


def invitation_of(family: Family, meeting: str, who: str) -> Invitation | None:
    """How somebody was asked to a meeting, or nothing when they were not."""
    return next((each for each in family.invitations if (each.meeting, each.who) == (meeting, who)), None)


def asked(family: Family, meeting: str, who: str, reply: Reply | None, *, today: date) -> Invitation:
    """Somebody is asked, or has answered."""
    before = invitation_of(family, meeting, who)
    if before is not None:
        return replace(before, reply=reply)
    position = family.next_position(Invitation)
    return Invitation(id=new_id(), position=position, meeting=meeting, who=who, on=today, reply=reply)
