from __future__ import annotations

from dataclasses import replace
from datetime import date

from eymeeting.domain.actions import Action
from eymeeting.domain.beginning import first_meeting, under_way
from eymeeting.domain.entry import FOR_THE_FAMILY
from eymeeting.domain.family import Family
from eymeeting.domain.loose_ends import loose_ends
from eymeeting.domain.meeting import Attendance, Meeting, NextMeeting
from eymeeting.domain.people import FamilyDetails
from eymeeting.packs import default_pack

TODAY = date(2026, 11, 22)
MEETING = Meeting(
    id="m1",
    number=1,
    type="taf_first",
    on=TODAY,
    start="10:00",
    planned_minutes=60,
    chair="w1",
    venue="Larkfield",
)
HERE = Attendance(id="x1", meeting="m1", who="p1", status="present")
FAMILY = Family(
    details=FamilyDetails(id="EYM-0001", family_name="Adeyemi"), meetings=(MEETING,), attendance=(HERE,)
)
NEXT = NextMeeting(on=date(2027, 1, 12), time="10:00")


def action(number: int, owner: str | None, due: date | None, meeting: str = "m1") -> Action:
    return Action(
        id=f"a{number}",
        position=number,
        text="Ring housing",
        owner=owner,
        due=due,
        area="",
        status="not_started",
        visibility=FOR_THE_FAMILY,
        meeting=meeting,
    )


def test_an_empty_meeting_leaves_everything_open() -> None:
    assert loose_ends(replace(FAMILY, attendance=()), MEETING) == (
        "Nobody is marked as here.",
        "No action is agreed.",
        "Nobody is the family's first call yet.",
        "No day for the next meeting.",
    )


def test_a_settled_meeting_leaves_nothing_open() -> None:
    settled = replace(MEETING, lead_professional="w1", next_meeting=NEXT)
    assert loose_ends(replace(FAMILY, actions=(action(1, "w1", TODAY),)), settled) == ()


def test_actions_without_anybody_or_a_date_are_counted() -> None:
    settled = replace(MEETING, lead_professional="w1", next_meeting=NEXT)
    one = replace(FAMILY, actions=(action(1, None, TODAY), action(2, "w1", None)))
    assert loose_ends(one, settled) == ("1 action has nobody to do it.", "1 action has no date.")
    two = replace(FAMILY, actions=(action(1, None, None), action(2, None, None)))
    assert loose_ends(two, settled) == ("2 actions have nobody to do them.", "2 actions have no date.")


def test_other_meetings_do_not_count() -> None:
    other = replace(
        FAMILY,
        actions=(action(1, None, None, meeting="m2"),),
        attendance=(replace(HERE, meeting="m2"),),
    )
    assert "Nobody is marked as here." in loose_ends(other, MEETING)
    assert "No action is agreed." in loose_ends(other, MEETING)


def test_an_ending_needs_no_next_meeting() -> None:
    closing = replace(MEETING, outcome="close")
    assert "No day for the next meeting." not in loose_ends(FAMILY, closing)
    assert "No day for the next meeting." in loose_ends(FAMILY, replace(MEETING, outcome="carry_on"))


def test_a_first_meeting_begins_now_and_names_whoever_chairs_and_types_once() -> None:
    pack = default_pack()
    meeting = first_meeting(FAMILY, pack, chair="w1", recorder="w1", venue="Hub", on=TODAY, start="09:05")
    assert (meeting.number, meeting.position, meeting.recorder) == (2, 1, None)
    assert meeting.planned_minutes == pack.kind("taf_first").minutes
    other = first_meeting(FAMILY, pack, chair="w1", recorder="w2", venue="Hub", on=TODAY, start="09:05")
    assert (other.chair, other.recorder) == ("w1", "w2")


def test_the_newest_unfinished_meeting_is_under_way() -> None:
    later = replace(MEETING, id="m2", number=2, on=date(2026, 12, 1))
    assert under_way(replace(FAMILY, meetings=(MEETING, later))) == later
    assert under_way(replace(FAMILY, meetings=(MEETING, replace(later, outcome="carry_on")))) == MEETING
    assert under_way(replace(FAMILY, meetings=(replace(MEETING, outcome="did_not_happen"),))) is None
