"""The Wards: a family made for tests of what is due, with one line for each thing that can happen to it."""

from dataclasses import replace
from datetime import date

from eymeeting.domain.actions import Action, ActionStatus, Update
from eymeeting.domain.entry import FOR_THE_FAMILY, Visibility
from eymeeting.domain.family import Family, in_order
from eymeeting.domain.meeting import (
    Attendance,
    Closure,
    Copy,
    Meeting,
    MeetingType,
    NextMeeting,
    Outcome,
    Score,
)
from eymeeting.domain.people import FamilyDetails, Person, Worker


def person(key: str, first: str, kind: str = "adult") -> Person:
    return Person(
        id=key,
        first_name=first,
        last_name="Ward",
        relationship="mother" if kind == "adult" else "child",
        kind=kind,  # type: ignore[arg-type]
        dob=None,
        due_date=None,
        parental_responsibility=None,
        household=None,
    )


def wards(ref: str = "W-1", name: str = "Ward", **details: date) -> Family:
    """Zofia Ward and Ola, with a worker, before anything happened."""
    return Family(
        details=FamilyDetails(id=ref, family_name=name, **details),  # type: ignore[arg-type]
        people=(person("p1", "Zofia"), person("c2", "Ola", "child")),
        workers=(Worker(id="w1", name="Grace Holloway", role="Family support worker", agency="Larkfield"),),
    )


def met(
    family: Family,
    on: date,
    outcome: Outcome | None = "carry_on",
    again: date | None = None,
    kind: MeetingType = "taf_first",
) -> Family:
    """The family with one more meeting; without an outcome it is planned, or not finished."""
    number = len(family.meetings) + 1
    meeting = Meeting(
        id=f"m{number}",
        position=number,
        number=number,
        type=kind,
        on=on,
        start="16:00",
        planned_minutes=60,
        chair="w1",
        venue="Kiln Lane",
        outcome=outcome,
        next_meeting=None if again is None else NextMeeting(on=again, time="16:00", place="the blue room"),
    )
    return replace(family, meetings=(*family.meetings, meeting))


def everybody_came(family: Family) -> Family:
    """The family with everybody marked as there at the newest meeting."""
    meeting = family.meetings[-1].id
    there = [
        Attendance(id=f"{meeting}-{each.id}", position=place, meeting=meeting, who=each.id, status="present")
        for place, each in enumerate((*family.people, *family.workers))
    ]
    return replace(family, attendance=(*family.attendance, *there))


def agreed(
    family: Family, due: date | None, status: ActionStatus = "not_started", after_closing: bool | None = None
) -> Family:
    """The family with one more action of the newest meeting."""
    number = len(family.actions) + 1
    action = Action(
        id=f"a{number}",
        position=number,
        text="Ring about the damp",
        owner="p1",
        due=due,
        area="home",
        status=status,
        visibility=FOR_THE_FAMILY,
        meeting=family.meetings[-1].id,
        after_closing=after_closing,
    )
    return replace(family, actions=(*family.actions, action))


def told(family: Family, status: ActionStatus, on: date, due: date | None = None) -> Family:
    """The family with news of the newest action, on a day between meetings."""
    number = len(family.updates) + 1
    action = family.actions[-1].id
    update = Update(id=f"u{number}", position=number, action=action, status=status, on=on, due=due)
    return replace(family, updates=in_order((*family.updates, update)))


def given(family: Family, to: str, how: str = "handed over in the room", meeting: int = -1) -> Family:
    """The family with one more copy logged."""
    number = len(family.copies) + 1
    copy = Copy(id=f"k{number}", position=number, meeting=family.meetings[meeting].id, to=to, how=how)
    return replace(family, copies=(*family.copies, copy))


def scored(
    family: Family,
    value: int,
    area: str = "home",
    who: str = "p1",
    visibility: Visibility | None = None,
    asked_by: str | None = None,
) -> Family:
    """The family with one more score at its newest meeting."""
    number = len(family.scores) + 1
    score = Score(
        id=f"s{number}",
        position=number,
        meeting=family.meetings[-1].id,
        area=area,
        person=who,
        value=value,
        visibility=visibility,
        asked_by=asked_by,
    )
    return replace(family, scores=(*family.scores, score))


def ended(family: Family, on: date, check: date | None = None) -> Family:
    """The family with a closing meeting, and the day agreed for a later look."""
    family = met(family, on, "close", kind="taf_closing")
    closure = Closure(id=f"e{on}", meeting=family.meetings[-1].id, reason="needs_met", later_check=check)
    return replace(family, closures=(*family.closures, closure))
