"""The Osmans and the Whites at a panel: two fictitious families with their items, for tests of panels."""

from dataclasses import replace
from datetime import date

from eymeeting.domain.actions import Action
from eymeeting.domain.agreement import AgencyAnswer, Agreement, Answer
from eymeeting.domain.entry import FOR_THE_FAMILY, Visibility
from eymeeting.domain.family import Family
from eymeeting.domain.panel import FamilyTold, Known, PanelItem, TellFamily
from eymeeting.domain.panel_meeting import PanelMeeting, Seat
from eymeeting.domain.people import FamilyDetails, Household, Person, Worker

PANEL_DAY = date(2026, 11, 23)
CENTRE, HEALTH, HOUSING = "Larkfield centre", "Riverside Health Visiting", "Harbour Homes"
PANEL = PanelMeeting(id="panel", name="Family Matters", on=PANEL_DAY, start="09:30")


def person(key: str, first: str, last: str, relationship: str = "mother") -> Person:
    return Person(
        id=key,
        first_name=first,
        last_name=last,
        relationship=relationship,
        kind="child" if relationship == "child" else "adult",
        dob=None,
        due_date=None,
        parental_responsibility=None if relationship == "child" else True,
        household="A",
        phone="07700 900471" if key == "p1" else None,
    )


def worker(key: str, name: str, role: str, agency: str) -> Worker:
    return Worker(id=key, name=name, role=role, agency=agency, position=int(key[1:]))


def item(**given: object) -> PanelItem:
    usual = PanelItem(
        id="i1",
        on=PANEL_DAY,
        panel="Family Matters",
        slot_minutes=10,
        brought_by="w2",
        why_now="the cough and the damp room",
        family_told=FamilyTold(
            told=True, on=date(2026, 11, 20), by="w2", note="rang the mother", agencies=(CENTRE, HOUSING)
        ),
        question="What help is the right size?",
        decision="A first meeting, and Grace leads",
        tell_family=TellFamily(who="w1", by=date(2026, 11, 25)),
    )
    return replace(usual, **given)  # type: ignore[arg-type]


def action(key: str, text: str, owner: str, **given: object) -> Action:
    usual = Action(
        id=key,
        position=int(key[1:]),
        text=text,
        owner=owner,
        due=date(2026, 12, 1),
        area="home",
        status="not_started",
        visibility=FOR_THE_FAMILY,
        panel_item="i1",
    )
    return replace(usual, **given)  # type: ignore[arg-type]


def known(key: str, by: str, text: str, *, level: str = "family") -> Known:
    return Known(
        id=key,
        position=int(key[1:]),
        panel_item="i1",
        by=by,
        text=text,
        visibility=Visibility(level=level),  # type: ignore[arg-type]
    )


def osmans(*actions: Action, about: PanelItem | None = None, told: tuple[Known, ...] = ()) -> Family:
    """Sahra and Bilal Osman with Idil, and three workers; nobody was asked about sharing yet."""
    return Family(
        details=FamilyDetails(id="EYM-0701", family_name="Osman", chosen_name="Team Osman"),
        people=(
            person("p1", "Sahra", "Osman"),
            person("p2", "Bilal", "Osman", "father"),
            person("c1", "Idil", "Osman", "child"),
        ),
        households=(
            Household(
                id="h1", household="A", lines=("4 Quay Row", "Larkfield"), postcode="ZZ99 4WW", hidden_from=()
            ),
        ),
        workers=(
            worker("w1", "Grace Holloway", "Family support worker", CENTRE),
            worker("w2", "Imran Sheikh", "Health visitor", HEALTH),
            worker("w3", "Joe Marsh", "Housing officer", HOUSING),
        ),
        panel_items=(about or item(),),
        actions=actions,
        known=told,
    )


def whites(*actions: Action, about: PanelItem | None = None) -> Family:
    """Nell White, with Grace and Joe."""
    return Family(
        details=FamilyDetails(id="EYM-0702", family_name="White"),
        people=(person("p1", "Nell", "White"),),
        workers=(
            worker("w1", "Grace Holloway", "Family support worker", CENTRE),
            worker("w3", "Joe Marsh", "Housing officer", HOUSING),
        ),
        panel_items=(about or item(brought_by="w1"),),
        actions=actions,
    )


def agreed(family: Family, answers: dict[str, AgencyAnswer], *, on: date = PANEL_DAY) -> Family:
    """The family with the mother's answers for some services, given on a day."""
    number = len(family.agreements) + 1
    given = Agreement(id=f"g{number}", position=number, by="p1", on=on, method="spoken", scope="this plan")
    return replace(
        family,
        agreements=(*family.agreements, given),
        answers=(
            *family.answers,
            *(
                Answer(id=f"g{number}-{agency}", agreement=given.id, agency=agency, answer=answer)
                for agency, answer in answers.items()
            ),
        ),
    )


def seat(name: str, role: str, agency: str) -> Seat:
    return Seat(name=name, role=role, agency=agency)
