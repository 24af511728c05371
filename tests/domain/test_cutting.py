from dataclasses import replace
from datetime import date, timedelta

import pytest

from eymeeting.domain.actions import Action, Update
from eymeeting.domain.agreement import AgencyAnswer, Agreement, Answer
from eymeeting.domain.copies import FamilyCopy
from eymeeting.domain.cutting import as_at, choose_meeting
from eymeeting.domain.entry import FOR_THE_FAMILY, Entry
from eymeeting.domain.family import Family
from eymeeting.domain.family_copy import family_copy
from eymeeting.domain.meeting import (
    Attendance,
    AttendanceStatus,
    Line,
    Meeting,
    Outcome,
)
from eymeeting.domain.people import FamilyDetails, Household, Person, PersonKind, Worker
from eymeeting.domain.problems import NotFound, Refused
from eymeeting.packs import default_pack

PACK = default_pack()
FIRST = date(2026, 3, 2)
TODAY = date(2026, 6, 1)


def person(who: str, name: str, last: str, relationship: str, kind: PersonKind = "adult") -> Person:
    return Person(
        id=who,
        first_name=name,
        last_name=last,
        relationship=relationship,
        kind=kind,
        dob=None,
        due_date=None,
        parental_responsibility=True if who == "mum" else None,
        household="A" if who in ("mum", "ivy") else "B",
    )


def meeting(number: int, *, outcome: Outcome | None = "carry_on", apart: tuple[str, ...] = ()) -> Meeting:
    return Meeting(
        id=f"m{number}",
        number=number,
        type="taf_review",
        on=FIRST + timedelta(weeks=4 * (number - 1)),
        start="10:00",
        planned_minutes=60,
        chair="lead",
        venue="Garden room",
        outcome=outcome,
        lead_professional="lead",
        separate_from=apart or None,
    )


def attended(who: str, status: AttendanceStatus = "present", at: str = "m1") -> Attendance:
    return Attendance(id=f"at-{at}-{who}", meeting=at, who=who, status=status, note="a private note")


def action(name: str, owner: str | None, *, at: str | None = "m1", **more: object) -> Action:
    plain = Action(
        id=name,
        meeting=at,
        text=name,
        owner=owner,
        due=date(2026, 4, 1),
        area="home",
        status="not_started",
        visibility=FOR_THE_FAMILY,
    )
    return replace(plain, **more)  # type: ignore[arg-type]


def said(section: str, text: str, at: str = "m1", by: str | None = None) -> Line:
    return Line(id=f"l-{text}", meeting=at, section=section, text=text, by=by)  # type: ignore[arg-type]


def agreed(by: str, position: int = 0, **answers: AgencyAnswer) -> tuple[Agreement, tuple[Answer, ...]]:
    given = Agreement(
        id=f"g-{by}-{position}", position=position, by=by, on=FIRST, method="signed", scope="this plan"
    )
    return given, tuple(
        Answer(id=f"{given.id}-{agency}", agreement=given.id, agency=agency, answer=each, reason="a row")
        for agency, each in answers.items()
    )


GIVEN, ANSWERS = agreed("mum", Centre="yes", School="yes", Housing="yes")
FAMILY = Family(
    details=FamilyDetails(id="F-7", family_name="Pell", chosen_name="The Pells"),
    households=(
        Household(id="h1", household="A", lines=("4 Alder Court",), postcode="ZZ99 4AA", hidden_from=()),
    ),
    people=(
        person("mum", "Rosa", "Pell", "mother"),
        person("dad", "Leo", "Vane", "father"),
        person("gran", "Ida", "Pell", "grandmother"),
        person("ivy", "Ivy", "Pell-Vane", "child", "child"),
    ),
    workers=(
        Worker(id="lead", name="Ann Bell", role="Support worker", agency="Centre", phone="01632 960 301"),
        Worker(id="teacher", name="Di Eames", role="Teacher", agency="School"),
        Worker(id="officer", name="Ed Fry", role="Housing officer", agency="Housing"),
        Worker(id="adviser", name="Gia Holt", role="Adviser", agency="Safe Harbour"),
    ),
    meetings=(meeting(1),),
    agreements=(GIVEN,),
    answers=ANSWERS,
)


def with_more(family: Family = FAMILY, **more: tuple[Entry, ...]) -> Family:
    held = {name: (*getattr(family, name), *entries) for name, entries in more.items()}
    return replace(family, **held)  # type: ignore[arg-type]


def copy_for(who: str, family: Family, number: int | None = None, today: date = TODAY) -> FamilyCopy:
    return family_copy(family, who, today=today, pack=PACK, meeting=number)


def test_the_latest_meeting_that_took_place_is_chosen() -> None:
    family = replace(FAMILY, meetings=(meeting(1), meeting(2), meeting(3, outcome="did_not_happen")))
    assert choose_meeting(family, "mum", None, today=TODAY).number == 2


def test_a_meeting_that_has_begun_counts_before_it_is_finished() -> None:
    unfinished = meeting(2, outcome=None)
    family = replace(FAMILY, meetings=(meeting(1), unfinished))
    assert choose_meeting(family, "mum", None, today=TODAY).number == 1
    begun = with_more(family, attendance=(attended("mum", at="m2"),))
    assert choose_meeting(begun, "mum", None, today=unfinished.on).number == 2
    assert choose_meeting(begun, "mum", None, today=unfinished.on - timedelta(days=1)).number == 1


def test_before_any_meeting_has_begun_the_only_planned_one_is_chosen() -> None:
    family = replace(FAMILY, meetings=(meeting(1, outcome=None),))
    assert choose_meeting(family, "mum", None, today=TODAY).number == 1
    with pytest.raises(Refused):
        choose_meeting(replace(FAMILY, meetings=()), "mum", None, today=TODAY)


def test_a_meeting_kept_apart_from_the_reader_is_passed_over_and_refused_by_number() -> None:
    family = replace(FAMILY, meetings=(meeting(1), meeting(2, apart=("dad",))))
    assert choose_meeting(family, "dad", None, today=TODAY).number == 1
    assert choose_meeting(family, "mum", None, today=TODAY).number == 2
    with pytest.raises(Refused):
        choose_meeting(family, "dad", 2, today=TODAY)
    with pytest.raises(NotFound):
        choose_meeting(family, "dad", 3, today=TODAY)


def test_as_at_a_meeting_nothing_said_or_done_later_is_there_and_permissions_are_today_s() -> None:
    later, answers = agreed("mum", 1, Housing="withdrawn")
    family = with_more(
        FAMILY,
        meetings=(meeting(2),),
        lines=(said("good_at", "early"), said("good_at", "late", "m2")),
        actions=(action("First thing", "mum"), action("Second thing", "mum", at="m2")),
        updates=(
            Update(id="u1", action="First thing", status="under_way", on=FIRST),
            Update(id="u2", action="First thing", status="done", meeting="m2"),
            Update(id="u3", action="First thing", status="done", on=FIRST + timedelta(days=3)),
        ),
        agreements=(replace(later, on=TODAY),),
        answers=answers,
    )
    then = as_at(family, family.meeting("m1"))
    assert [each.text for each in then.lines] == ["early"]
    assert [each.id for each in then.actions] == ["First thing"]
    assert [each.id for each in then.updates] == ["u1"]
    assert then.answers == family.answers
    copy = copy_for("mum", family, 1)
    assert [each.what for each in copy.actions] == ["First thing"]
    assert copy.may_see == ("Centre", "School")
