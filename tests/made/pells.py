"""The Pells: a family made for tests of what stands on a copy, with what adds to it."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta

from eymeeting.domain.actions import Action
from eymeeting.domain.agreement import AgencyAnswer, Agreement, Answer
from eymeeting.domain.copies import FamilyCopy
from eymeeting.domain.entry import FOR_THE_FAMILY, Entry
from eymeeting.domain.family import Family
from eymeeting.domain.family_copy import family_copy
from eymeeting.domain.meeting import Attendance, AttendanceStatus, Line, Meeting, Outcome, Score
from eymeeting.domain.people import FamilyDetails, Household, Person, PersonKind, Worker
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


def score(who: str, value: int, area: str = "home", at: str = "m1") -> Score:
    return Score(id=f"s-{at}-{area}-{who}", meeting=at, area=area, person=who, value=value)


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


def texts(part: object) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for each in part:
            yield from texts(each)
    elif is_dataclass(part):
        for each in fields(part):
            if each.name != "must_not_hold":
                yield from texts(getattr(part, each.name))


def paper(copy: FamilyCopy) -> str:
    return "\n".join(texts(copy)).casefold()
