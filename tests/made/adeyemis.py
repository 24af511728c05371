"""The Adeyemi-Clarkes: a family made for tests, with a first meeting, a review and the meeting that ends the plan."""

from datetime import date

from eymeeting.domain.actions import Action, Update
from eymeeting.domain.agreement import Agreement, Answer
from eymeeting.domain.entry import FOR_THE_FAMILY
from eymeeting.domain.family import Family
from eymeeting.domain.meeting import Attendance, Closure, Line, Meeting, NextMeeting, Priority, Score
from eymeeting.domain.people import FamilyDetails, Person, Worker

MET = (date(2026, 4, 28), date(2026, 6, 9), date(2026, 7, 21))
TYPES = ("taf_first", "taf_review", "taf_closing")
OUTCOMES = ("carry_on", "carry_on", "close")
SCORES = {
    ("money", "p1"): (2, 5, 7),
    ("money", "p2"): (3, None, 6),
    ("home", "p1"): (5, None, None),
    ("feelings", "p1"): (3, 5, 7),
    ("feelings", "p2"): (5, None, 7),
    ("routines", "p1"): (2, 4, 8),
    ("routines", "p2"): (4, None, 7),
}
ACTIONS = (
    ("a1", 1, "Go through the rent letters and ring the housing officer", "w4", date(2026, 5, 15), "money"),
    ("a2", 1, "Keep a two-week sleep diary for both twins", "p1", date(2026, 5, 12), "routines"),
    ("a3", 1, "Home visit to plan bedtimes using the diary", "w2", date(2026, 5, 19), "routines"),
    ("a4", 1, "Take Remi to the park every Saturday", "p2", date(2026, 6, 6), "relationships"),
    ("a5", 2, "Join Tuesday stay and play with the twins", "p1", date(2026, 6, 30), "support"),
    ("a6", 2, "Check Healthy Start and council tax reduction", "w4", date(2026, 6, 30), "money"),
)


def _person(who: str, name: str, relationship: str) -> Person:
    return Person(
        id=who,
        first_name=name,
        last_name="Adeyemi-Clarke",
        relationship=relationship,
        kind="child" if relationship == "child" else "adult",
        dob=None,
        due_date=None,
        parental_responsibility=None if relationship == "child" else True,
        household="A",
    )


def _meeting(number: int) -> Meeting:
    after = MET[number] if number < len(MET) else None
    return Meeting(
        id=f"m{number}",
        number=number,
        type=TYPES[number - 1],  # type: ignore[arg-type]
        on=MET[number - 1],
        start="13:30",
        planned_minutes=50,
        chair="w1",
        venue="Family room",
        outcome=OUTCOMES[number - 1],  # type: ignore[arg-type]
        lead_professional="w1" if number < 3 else None,
        next_meeting=NextMeeting(on=after, time="13:30", place="Family room") if after else None,
    )


def _update(action: str, at: int, status: str = "done", **more: object) -> Update:
    return Update(id=f"u-{action}-{at}", action=action, meeting=f"m{at}", status=status, **more)  # type: ignore[arg-type]


AGREED = tuple(
    Agreement(id=f"g-{who}", by=who, on=MET[0], method="signed", scope="plan") for who in ("p1", "p2")
)
CLOSURE = Closure(
    id="cl",
    meeting="m3",
    reason="needs_met",
    who_to_call="Grace Holloway",
    keep_doing=("Saturday park", "Same bedtime"),
    family_said="I would tell another mum to come.",
    level_of_need=1,
    helpfulness=9,
    later_check=date(2027, 1, 21),
)
ADEYEMIS = Family(
    details=FamilyDetails(id="EYM-0001", family_name="Adeyemi-Clarke", chosen_name="The Adeyemi-Clarkes"),
    people=(
        _person("p1", "Folake", "mother"),
        _person("p2", "Daniel", "father"),
        _person("c3", "Remi", "child"),
    ),
    workers=(
        Worker(
            id="w1",
            name="Grace Holloway",
            role="Family support worker",
            agency="Centre",
            phone="01632 960 105",
        ),
        Worker(id="w2", name="Imran Sheikh", role="Health visitor", agency="Health"),
        Worker(id="w4", name="Joan Ferris", role="Money adviser", agency="Advice"),
    ),
    agreements=AGREED,
    answers=tuple(
        Answer(id=f"{given.id}-{agency}", agreement=given.id, agency=agency, answer="yes")
        for given in AGREED
        for agency in ("Centre", "Health", "Advice")
    ),
    meetings=tuple(_meeting(number) for number in (1, 2, 3)),
    attendance=tuple(
        Attendance(id=f"at-{who}-{at}", meeting=f"m{at}", who=who, status="present")
        for at, there in ((1, ("p1", "p2", "w1")), (2, ("p1", "w1")), (3, ("p1", "p2", "w1")))
        for who in there
    ),
    lines=(
        Line(id="l1", meeting="m1", section="good_at", text="We eat together every night"),
        Line(id="l2", meeting="m1", section="present", text="We are behind with the rent"),
        Line(id="l3", position=1, meeting="m2", section="present", text="The twins sleep till six", by="p1"),
    ),
    scores=tuple(
        Score(id=f"s-{area}-{who}-{at}", meeting=f"m{at}", area=area, person=who, value=value)
        for (area, who), values in SCORES.items()
        for at, value in enumerate(values, start=1)
        if value is not None
    ),
    priorities=(
        Priority(id="pr1", meeting="m1", area="money", hoped_for=8),
        Priority(id="pr2", position=1, meeting="m1", area="routines"),
    ),
    actions=tuple(
        Action(
            id=key,
            position=place,
            meeting=f"m{at}",
            text=text,
            owner=owner,
            due=due,
            area=area,
            status="not_started",
            visibility=FOR_THE_FAMILY,
        )
        for place, (key, at, text, owner, due, area) in enumerate(ACTIONS)
    ),
    updates=(
        _update("a1", 2, note="Agreed £12 a week off the arrears"),
        _update("a2", 2),
        _update("a3", 2, "part_done", note="One visit done, second booked", due=date(2026, 6, 23)),
        _update("a4", 2, note="Remi drew the park"),
        _update("a3", 3),
        _update("a5", 3),
        _update("a6", 3, note="£41 a month better off"),
    ),
    closures=(CLOSURE,),
)
