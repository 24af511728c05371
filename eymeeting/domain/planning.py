"""Setting up a meeting that is still to come: what kind, when, who is asked."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import replace
from datetime import date
from typing import Final

from eymeeting.domain.agenda import planned_minutes
from eymeeting.domain.beginning import has_begun
from eymeeting.domain.entry import new_id
from eymeeting.domain.family import Family, collections
from eymeeting.domain.family_now import latest_meeting
from eymeeting.domain.meeting import Invitation, Meeting, MeetingType, Reply
from eymeeting.domain.pack import MeetingKind, Pack
from eymeeting.domain.telling import DISCUSSION, as_told_before, is_discussion

FEWEST_MINUTES: Final = 15
"""Planned for a meeting that goes on, however much of it is over already."""


OFFERED: Final[tuple[MeetingType, ...]] = (
    "taf_first",
    "taf_review",
    "taf_closing",
    "facilitated_family_meeting",
    "family_network_meeting",
    "desk_review",
    "professionals_discussion",
)
"""The kinds of meeting among which is chosen, in this order."""


BEGIN_ANYWHERE: Final[frozenset[MeetingType]] = frozenset(
    {"taf_first", "facilitated_family_meeting", "family_network_meeting", "professionals_discussion"}
)
"""The kinds of meeting that need none before them."""


def next_kind(family: Family) -> MeetingType:
    """What kind of meeting comes next: the first, a review, or once more the one that was broken off.

    The last one comes where people said that they close, and went on for one more time.
    """
    latest = latest_meeting(family)
    if latest is not None and latest.outcome == "adjourned":
        return latest.type
    if latest is None or all(is_discussion(each) for each in family.meetings if each.took_place):
        return "taf_first"
    goes_on = latest.outcome in ("carry_on", "lighter_touch")
    return "taf_closing" if goes_on and latest.going_to == "close" else "taf_review"


def kinds_offered(pack: Pack, shown: Container[str], likely: MeetingType) -> tuple[MeetingKind, ...]:
    """The kinds of meeting that can be held here, ``likely`` among them whatever it is.

    ``shown`` are the steps that there is a screen for; a kind with any other is not offered.
    """
    kinds = {kind.type: kind for kind in pack.meetings}
    whole = [each for each in OFFERED if each in kinds and all(s.id in shown for s in kinds[each].steps)]
    return tuple(kinds[each] for each in dict.fromkeys((*whole, likely)) if each in kinds)


def kinds_to_begin_with(offered: Iterable[MeetingKind], likely: MeetingType) -> tuple[MeetingKind, ...]:
    """Those to choose from where a meeting begins: for the first one, none that goes on from an earlier one."""
    return tuple(each for each in offered if likely != "taf_first" or each.type in BEGIN_ANYWHERE)


def coming_meeting(
    family: Family,
    pack: Pack,
    *,
    on: date,
    start: str,
    venue: str,
    chair: str,
    recorder: str | None = None,
    kind: MeetingType | None = None,
) -> Meeting:
    """A meeting of this family that is still to come, or begins now.

    One that goes on with an adjourned meeting says so, is planned for the
    minutes that are left of it, and is kept apart from the same people.
    Without a ``kind`` it is the one that comes next.
    """
    latest = latest_meeting(family)
    kind = kind or next_kind(family)
    goes_on = latest is not None and latest.outcome == "adjourned" and _may_go_on(latest, kind)
    broken_off = latest if goes_on else None
    meeting = Meeting(
        id=new_id(),
        position=family.next_position(Meeting),
        number=max((meeting.number for meeting in family.meetings), default=0) + 1,
        type=kind,
        on=on,
        start=start,
        planned_minutes=0,
        chair=chair,
        recorder=None if recorder in (None, chair) else recorder,
        venue=venue,
        resumes=None if broken_off is None else broken_off.number,
        separate_from=None if broken_off is None else broken_off.separate_from,
    )
    if broken_off is not None and broken_off.type == meeting.type:
        meeting = as_told_before(meeting, broken_off)
    return with_its_minutes(family, meeting, pack)


def with_its_minutes(family: Family, meeting: Meeting, pack: Pack) -> Meeting:
    """The meeting with the minutes planned for it: a third more where somebody interprets, fewer where it goes on."""
    minutes = planned_minutes(family, meeting, pack)
    before = resumed(family, meeting)
    if before:
        minutes = max(minutes - sum(minutes_spent(family, each) for each in before), FEWEST_MINUTES)
    return replace(meeting, planned_minutes=minutes)


def begun_now(
    family: Family, meeting: Meeting, pack: Pack, *, on: date, start: str, recorder: str
) -> Meeting:
    """A planned meeting as it begins: at this minute of this day. One that is over or has begun stays as it is."""
    begun_today = meeting.planned_start is not None and meeting.on == on
    if begun_today or meeting.outcome is not None or has_begun(family, meeting, on):
        return meeting
    begun = replace(
        meeting,
        on=on,
        start=start,
        planned_start=meeting.planned_start or meeting.start,
        recorder=meeting.recorder or (None if recorder == meeting.chair else recorder),
    )
    return with_its_minutes(family, begun, pack)


def holds_anything(family: Family, meeting: Meeting) -> bool:
    """Whether anything was said, scored, marked or agreed at a meeting. Who was asked to it does not count."""
    return any(
        getattr(entry, "meeting", None) == meeting.id
        for name, entries in collections(family)
        if name not in ("invitations", "step_times")
        for entry in entries
    )


def minutes_spent(family: Family, meeting: Meeting) -> int:
    """Whole minutes kept for the steps of a meeting."""
    return sum(each.seconds for each in family.step_times if each.meeting == meeting.id) // 60


def resumed(family: Family, meeting: Meeting) -> tuple[Meeting, ...]:
    """The meetings that were broken off and that this one goes on with, the latest first.

    A family's meeting goes on with nothing that helpers talked about among themselves.
    """
    found: list[Meeting] = []
    number = meeting.resumes
    while number is not None:
        before = next((each for each in family.meetings if each.number == number), None)
        if before is None or before in found or not _may_go_on(before, meeting.type):
            break
        found.append(before)
        number = before.resumes
    return tuple(found)


def _may_go_on(before: Meeting, kind: MeetingType) -> bool:
    return is_discussion(before) == (kind == DISCUSSION)


def told_again(family: Family, meeting: Meeting) -> tuple[Meeting, ...]:
    """The broken-off meetings whose words may stand at this one: kept apart from nobody who may read it here."""
    apart = set(meeting.separate_from or ())
    return tuple(each for each in resumed(family, meeting) if set(each.separate_from or ()) <= apart)


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
