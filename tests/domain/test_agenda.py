from dataclasses import replace
from datetime import date

import pytest

from eymeeting.domain.agenda import (
    agenda,
    interpreted_minutes,
    is_interpreted,
    planned_minutes,
    steps_in_order,
)
from eymeeting.domain.entry import Entry
from eymeeting.domain.family import Change, Family
from eymeeting.domain.family_copy import family_copy
from eymeeting.domain.meeting import Attendance, Invitation, Meeting, MeetingType
from eymeeting.domain.people import FamilyDetails, Person, Worker
from eymeeting.packs import default_pack

PACK = default_pack()
TODAY = date(2026, 11, 22)
MEETING = Meeting(
    id="m1", number=1, type="taf_first", on=TODAY, start="10:00", planned_minutes=75, chair="w1", venue="Hub"
)
MOTHER = Person(
    id="p1",
    first_name="Lan",
    last_name="Nguyễn",
    relationship="mother",
    kind="adult",
    dob=None,
    due_date=None,
    parental_responsibility=True,
    household=None,
    interpreter="Vietnamese, in person",
)
FAMILY = Family(
    details=FamilyDetails(id="F-4", family_name="Nguyễn"),
    people=(MOTHER,),
    workers=(
        Worker(id="w1", name="Ann Bell", role="Support worker", agency="Centre"),
        Worker(id="i1", position=1, name="Mai Tran", role="Vietnamese interpreter", agency="Talk Together"),
        Worker(id="i2", position=2, name="Wanda", role="Volunteer", agency="Talk", interpreter=True),
    ),
    meetings=(MEETING,),
)


def having(*entries: Entry) -> Family:
    family = FAMILY
    for entry in entries:
        family = family.after(Change(family="F-4", before=None, after=entry))
    return family


def here(who: str, status: str = "present", **more: object) -> Attendance:
    return Attendance(id=f"a-{who}", meeting="m1", who=who, status=status, **more)  # type: ignore[arg-type]


def asked(who: str, reply: str | None) -> Invitation:
    return Invitation(id=f"i-{who}", meeting="m1", who=who, reply=reply)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("type_", "whole", "third_more"),
    [("taf_first", 75, 100), ("taf_review", 50, 67), ("taf_closing", 45, 60)],
)
def test_the_timer_adds_a_third_to_each_step_with_an_interpreter(
    type_: MeetingType, whole: int, third_more: int
) -> None:
    meeting = replace(MEETING, type=type_)
    family = having(here("i1"))
    assert planned_minutes(FAMILY, meeting, PACK) == whole
    assert planned_minutes(family, meeting, PACK) == third_more
    for before, after in zip(agenda(FAMILY, meeting, PACK), agenda(family, meeting, PACK), strict=True):
        assert abs(after.minutes - before.minutes * 4 / 3) <= 0.5
        assert (after.id, after.title) == (before.id, before.title)


@pytest.mark.parametrize(("minutes", "longer"), [(0, 0), (1, 1), (2, 3), (3, 4), (5, 7), (10, 13), (12, 16)])
def test_a_third_more_is_rounded_to_the_nearest_minute(minutes: int, longer: int) -> None:
    assert interpreted_minutes(minutes, PACK.limits) == longer
    assert interpreted_minutes(minutes, replace(PACK.limits, interpreter_adds_thirds=0)) == minutes


@pytest.mark.parametrize(
    ("entries", "is_so"),
    [
        ((here("i1"),), True),
        ((here("i2", "by_phone"),), True),
        ((here("w1", role="interpreter"),), True),
        ((here("w1"),), False),
        ((here("i1", "apologies"),), False),
        ((asked("i1", None),), True),
        ((asked("i1", "coming"),), True),
        ((asked("i1", "not_coming"),), False),
        ((asked("i1", "coming"), here("i1", "did_not_come")), False),
        ((asked("w1", "coming"),), False),
    ],
)
def test_somebody_interprets_when_they_take_part_or_are_asked(
    entries: tuple[Entry, ...], is_so: bool
) -> None:
    assert is_interpreted(having(*entries), MEETING) is is_so


def test_an_interpreter_named_for_the_meeting_counts_at_once() -> None:
    assert is_interpreted(FAMILY, replace(MEETING, interpreter="i1"))


def test_the_interpreter_is_listed_as_present() -> None:
    done = replace(MEETING, outcome="carry_on")
    family = replace(having(here("p1"), here("i1")), meetings=(done,))
    copy = family_copy(family, "p1", today=TODAY, pack=PACK)
    assert [(each.name, each.role) for each in copy.helpers_there] == [("Mai Tran", "Vietnamese interpreter")]


def test_the_children_come_right_after_the_welcome_when_they_are_to_leave_early() -> None:
    kind = PACK.kind("taf_first")
    usual = [step.id for step in steps_in_order(kind, MEETING)]
    first = [step.id for step in steps_in_order(kind, replace(MEETING, children_first=True))]
    assert usual[:4] == ["welcome", "agreement", "children", "story"]
    assert first[:4] == ["welcome", "children", "agreement", "story"]
    assert first[4:] == usual[4:]


@pytest.mark.parametrize("type_", [kind.type for kind in PACK.meetings])
def test_every_meeting_can_be_ended_whatever_its_pack_says(type_: MeetingType) -> None:
    bare = replace(PACK.kind(type_), steps=())
    assert [step.id for step in steps_in_order(bare, MEETING)] == ["finish"]
    steps = [step.id for step in steps_in_order(PACK.kind(type_), MEETING)]
    assert (steps[-1], steps.count("finish")) == ("finish", 1)


def test_a_meeting_without_a_children_s_part_stays_as_it_is() -> None:
    kind = PACK.kind("desk_review")
    assert steps_in_order(kind, replace(MEETING, children_first=True)) == steps_in_order(kind, MEETING)
