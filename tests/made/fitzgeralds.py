"""The Okonkwo-Fitzgeralds: a family in the middle of a full first meeting, made to be looked at on every screen."""

from dataclasses import replace
from datetime import date

from eymeeting.domain.actions import Action, Update
from eymeeting.domain.agreement import AgencyAnswer, Agreement, Answer
from eymeeting.domain.contact import Contact
from eymeeting.domain.entry import FOR_THE_FAMILY, Visibility
from eymeeting.domain.family import Family
from eymeeting.domain.meeting import (
    Attendance,
    AttendanceStatus,
    ChildWords,
    Contribution,
    Copy,
    Evidence,
    Heard,
    LeadAgreement,
    Line,
    Meeting,
    NextMeeting,
    NoScore,
    Priority,
    Score,
    Section,
    StepTime,
)
from eymeeting.domain.people import FamilyDetails, Household, Person, PersonKind, SafeContact, Worker

TODAY = date(2026, 11, 22)
KEPT_BACK = "SENTINEL"
"""A word that stands in everything that is not for the whole room."""

_PRIVATE = Visibility(level="chair_and_agency")


def _person(number: int, who: str, first: str, last: str, relationship: str, **known: object) -> Person:
    kind: PersonKind = "child" if who.startswith("c") else "adult"
    plain = Person(
        id=who,
        position=number,
        first_name=first,
        last_name=last,
        relationship=relationship,
        kind=kind,
        dob=None,
        due_date=None,
        parental_responsibility=None,
        household="A",
    )
    return replace(plain, **known)  # type: ignore[arg-type]


_PEOPLE = (
    _person(
        0,
        "p1",
        "Adaeze",
        "Okonkwo-Fitzgerald",
        "mother",
        dob=date(1992, 4, 17),
        parental_responsibility=True,
        phone="07700 900551",
    ),
    _person(
        1,
        "p2",
        "Christopher",
        "Fitzgerald",
        "father",
        preferred_name="Chris",
        dob=date(1990, 9, 2),
        parental_responsibility=True,
        household="B",
    ),
    _person(
        2,
        "p3",
        "Ngozi",
        "Okonkwo",
        "grandmother",
        first_language="Igbo",
        interpreter="Igbo",
        formats=("large",),
    ),
    _person(3, "c4", "Maximilian", "Okonkwo-Fitzgerald", "child", dob=date(2017, 6, 30)),
    _person(4, "c5", "Chidi", "Okonkwo-Fitzgerald", "child", dob=date(2022, 2, 8)),
    _person(5, "c6", "Chika", "Okonkwo-Fitzgerald", "child", dob=date(2022, 2, 8)),
)
_WORKERS = (
    Worker(
        id="w1",
        position=0,
        name="Grace Holloway",
        role="Family support worker",
        agency="Larkfield children's centre",
        phone="01632 960 551",
    ),
    Worker(
        id="w2",
        position=1,
        name="Imran Sheikh",
        role="Health visitor",
        agency="Riverside and Millbrook Health Visiting",
    ),
    Worker(id="w3", position=2, name="Joe Marsh", role="Housing officer", agency="Harbour Homes"),
    Worker(
        id="w4",
        position=3,
        name="Bernadette Featherstone-Hall",
        role="Speech and language therapist",
        agency="Community Therapies",
    ),
    Worker(
        id="w5", position=4, name="Uche Nwosu", role="Interpreter", agency="Talk Together", interpreter=True
    ),
)
_HOUSEHOLDS = (
    Household(
        id="h1",
        position=0,
        household="A",
        lines=("14 Fuchsia Gardens", "Larkfield"),
        postcode="ZZ99 3AA",
        hidden_from=(),
        since=date(2026, 5, 9),
    ),
    Household(
        id="h2",
        position=1,
        household="B",
        lines=(f"{KEPT_BACK} Road",),
        postcode="ZZ99 4BB",
        hidden_from=("p1",),
    ),
)
_HERE: tuple[tuple[str, AttendanceStatus], ...] = (
    ("p1", "present"),
    ("p2", "by_phone"),
    ("p3", "present"),
    ("c4", "part"),
    ("c5", "views_only"),
    ("w1", "present"),
    ("w2", "present"),
    ("w3", "apologies_with_update"),
    ("w5", "present"),
)
_SAID: tuple[tuple[Section, str, str | None, bool], ...] = (
    ("past", "We moved here in May, when my mother came from Enugu to live with us.", "p1", False),
    ("past", "Before that we were in one room at my cousin's.", None, False),
    ("present", "It is damp in the children's room and Max sleeps on the settee.", "p1", False),
    ("present", f"{KEPT_BACK} what was said alone", "p1", True),
    ("future", "Everyone in a bed of their own, and Chris here for tea on Sundays.", "p3", False),
    ("good_at", "We cook together and we laugh a lot", "c4", False),
    ("change", "Getting out of the house before half past eight", "p1", False),
    ("life_when", "Nobody shouts in the morning", "p2", False),
)
_SCORES: dict[str, tuple[int | NoScore | None, ...]] = {
    "money": (5, 6, 7, None),
    "home": (2, 4, 3, 5),
    "relationships": (6, 8, "prefer_not_to_say", 9),
    "feelings": (4, 7, 8, 10),
    "health": (7, 7, 6, 8),
    "routines": (3, "not_asked", 5, 8),
}
_ANSWERS: tuple[tuple[str, str, AgencyAnswer, str | None], ...] = (
    ("p1", "Larkfield children's centre", "yes", None),
    ("p1", "Riverside and Millbrook Health Visiting", "yes", None),
    ("p1", "Harbour Homes", "limited", "the damp and the beds"),
    ("p1", "Community Therapies", "no", None),
    ("p2", "Larkfield children's centre", "yes", None),
    ("p2", "Riverside and Millbrook Health Visiting", "yes", None),
    ("p3", "Larkfield children's centre", "yes", None),
)
_ACTIONS: tuple[tuple[str, str | None, tuple[str, ...], date | None, str, str, str | None], ...] = (
    (
        "Ring housing about the damp in the children's room, and ask for somebody to come before the winter",
        "w3",
        (),
        date(2026, 12, 11),
        "home",
        "Joe has a date in writing",
        "w1",
    ),
    (
        "Take the twins to the stay and play on Tuesdays",
        "p1",
        ("p2",),
        date(2027, 1, 3),
        "routines",
        "They have been four times",
        None,
    ),
    ("Look for a bed for Max", "w1", (), date(2026, 11, 30), "home", "", None),
    ("Friday is takeaway night: ask who cooks", "p3", (), date(2026, 12, 4), "routines", "", None),
    ("Ring the surgery about Ngozi's glasses", None, (), None, "health", "", None),
)


def _scores() -> tuple[Score, ...]:
    found = [
        Score(id=f"s-{area}-{who}", position=0, meeting="m1", area=area, person=who, value=value)
        for area, values in _SCORES.items()
        for who, value in zip(("p1", "p2", "p3", "c4"), values, strict=True)
        if value is not None
    ]
    alone = Score(
        id="s-alone",
        meeting="m1",
        area="safety",
        person="p1",
        value=9,
        note=f"{KEPT_BACK} alone",
        visibility=Visibility(level="named", to=("w1", "p1")),
        asked_by="w1",
    )
    return tuple(replace(each, position=place) for place, each in enumerate((*found, alone)))


def _actions() -> tuple[Action, ...]:
    found = [
        Action(
            id=f"a{place}",
            position=place,
            meeting="m1",
            text=text,
            owner=owner,
            helpers=helpers or None,
            due=due,
            area=area,
            status="not_started" if asks is None else "not_yet_asked",
            who_will_ask=asks,
            how_we_will_know=know or None,
            visibility=FOR_THE_FAMILY,
        )
        for place, (text, owner, helpers, due, area, know, asks) in enumerate(_ACTIONS)
    ]
    kept_back = Action(
        id="a9",
        position=9,
        meeting="m1",
        text=f"{KEPT_BACK} see her alone",
        owner="w1",
        due=date(2026, 11, 24),
        area="safety",
        status="not_started",
        visibility=Visibility(level="named", to=("w1", "w2")),
    )
    return (*found, kept_back)


def _first_meeting() -> Meeting:
    return Meeting(
        id="m1",
        number=1,
        type="taf_first",
        on=TODAY,
        start="10:00",
        planned_minutes=75,
        chair="w1",
        venue="Larkfield children's centre, the blue room",
        purpose="Somewhere dry to sleep, and calmer mornings",
        lead_professional="w1",
        lead_agreed_by=("p1", "p2"),
        interpreter="Igbo",
        next_meeting=NextMeeting(on=date(2027, 1, 12), time="13:30", place="Larkfield, the blue room"),
    )


def a_full_first_meeting() -> Family:
    """Six people, five workers, and something said at every step; some of it not for the room."""
    days = {who: date(2026, 11, 22) for who, _, _, _ in _ANSWERS}
    return Family(
        details=FamilyDetails(
            id="EYM-0061",
            family_name="Okonkwo-Fitzgerald",
            chosen_name="The Fuchsia Gardens lot",
            opened=date(2026, 10, 12),
            assessment_date=date(2026, 10, 26),
            came_from="Health visitor",
            level_of_need=2,
            safe_contact=SafeContact(write="no", ring="yes", leave_message="no"),
        ),
        households=_HOUSEHOLDS,
        people=_PEOPLE,
        workers=_WORKERS,
        meetings=(_first_meeting(),),
        attendance=tuple(
            Attendance(
                id=f"at-{who}",
                position=place,
                meeting="m1",
                who=who,
                status=status,
                left="10:30" if who == "c4" else None,
                note=f"{KEPT_BACK} why",
            )
            for place, (who, status) in enumerate(_HERE)
        ),
        agreements=tuple(
            Agreement(
                id=f"g-{who}",
                position=place,
                by=who,
                on=day,
                method="phone" if who == "p2" else "spoken",
                scope="this plan",
                told_limits=True,
                interpreter="w5" if who == "p3" else None,
            )
            for place, (who, day) in enumerate(days.items())
        ),
        answers=tuple(
            Answer(
                id=f"y-{place}",
                position=place,
                agreement=f"g-{who}",
                agency=agency,
                answer=answer,
                limit=limit,
                reason=f"{KEPT_BACK} reason" if answer == "no" else None,
            )
            for place, (who, agency, answer, limit) in enumerate(_ANSWERS)
        ),
        lines=tuple(
            Line(
                id=f"l{place}",
                position=place,
                meeting="m1",
                section=section,
                text=text,
                by=by,
                visibility=_PRIVATE if is_private else None,
            )
            for place, (section, text, by, is_private) in enumerate(_SAID)
        ),
        scores=_scores(),
        contributions=(
            Contribution(
                id="k1",
                position=0,
                meeting="m1",
                by="w2",
                working="The twins are walking and Chidi says twenty words",
                worry="Chika coughs at night, and the damp does not help",
                can_offer="A visit every fortnight until January",
                evidence=Evidence(measure="ASQ-3 communication", value="35", on=date(2026, 11, 3)),
                visibility=FOR_THE_FAMILY,
            ),
            Contribution(
                id="k2",
                position=1,
                meeting="m1",
                by="w4",
                worry=f"{KEPT_BACK} for the chair",
                visibility=_PRIVATE,
            ),
        ),
        child_words=(
            ChildWords(
                id="q1",
                position=0,
                meeting="m1",
                who="c4",
                words="I want a bed that is only mine. And 2 quiet mornings!",
                how="spoken",
                visibility=FOR_THE_FAMILY,
                heard_by="w1",
                heard_on=TODAY,
            ),
            ChildWords(
                id="q2",
                position=1,
                meeting="m1",
                who="c5",
                words=f"{KEPT_BACK} child",
                how="drawing",
                visibility=Visibility(level="named", to=("w1",)),
                heard_by="w1",
            ),
        ),
        priorities=(
            Priority(
                id="pr1", position=0, meeting="m1", area="home", life_when="We all sleep dry", hoped_for=7
            ),
            Priority(id="pr2", position=1, meeting="m1", area="routines", life_when=None, hoped_for=None),
        ),
        actions=_actions(),
        updates=(
            Update(
                id="u1",
                action="a2",
                status="under_way",
                on=TODAY,
                note="The furniture project has one",
                due=None,
            ),
        ),
        lead_agreements=(
            LeadAgreement(
                id="m1-lead",
                worker="w1",
                since=TODAY,
                agreed_by=("p1", "p2"),
                text="I will be your first call, about anything on this plan.",
                backup="Imran Sheikh",
            ),
        ),
        heard=(
            Heard(id="he1", position=0, meeting="m1", who="p2", how="from_afar"),
            Heard(id="he2", position=1, meeting="m1", who="c5", how="their_words"),
        ),
        step_times=(
            StepTime(id="m1-welcome", position=0, meeting="m1", step="welcome", seconds=300),
            StepTime(id="m1-agreement", position=1, meeting="m1", step="agreement", seconds=730),
        ),
        contacts=(
            Contact(
                id="ct1",
                on=date(2026, 11, 16),
                by="w1",
                how="visit",
                who="p1",
                reached=True,
                text="We looked at the room together.",
                time="15:15",
                visibility=FOR_THE_FAMILY,
            ),
        ),
        copies=(
            Copy(
                id="cp1",
                meeting="m1",
                to="p1",
                how="made, not given yet",
                on=TODAY,
                kind="family",
                file_name="family-plan-EYM-0061-2026-11-22-p1.docx",
            ),
        ),
    )
