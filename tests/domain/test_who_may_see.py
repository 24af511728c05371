from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eymeeting.domain.actions import Action, Update
from eymeeting.domain.agreement import AgencyAnswer, Agreement, Answer
from eymeeting.domain.entry import FOR_THE_FAMILY, Level, Visibility
from eymeeting.domain.family import Family
from eymeeting.domain.meeting import Attendance, Contribution, Line, Meeting, Score
from eymeeting.domain.not_for import read_by, turned
from eymeeting.domain.people import FamilyDetails, Household, Person, Worker
from eymeeting.domain.sight import Reader
from eymeeting.domain.who_may_see import (
    Anybody,
    Anything,
    EveryoneInTheRoom,
    HowToReach,
    ReportWithoutNames,
    Service,
    may_see,
)
from eymeeting.packs import default_pack

PACK = default_pack()
MET = date(2026, 6, 1)
EVERY_LEVEL: tuple[Level, ...] = ("family", "named", "chair_and_agency", "safeguarding")


def person(name: str, household: str, *, hidden_from: tuple[str, ...] | None = None) -> Person:
    return Person(
        id=name,
        first_name=name.capitalize(),
        last_name="Rowe",
        relationship="parent",
        kind="adult",
        dob=None,
        due_date=None,
        parental_responsibility=True,
        household=household,
        phone="07700 900111",
        hidden_from=hidden_from,
    )


def home(letter: str, *hidden_from: str) -> Household:
    return Household(
        id=f"home-{letter}",
        household=letter,
        lines=("3 Elm Row",),
        postcode="ZZ1 1ZZ",
        hidden_from=hidden_from,
    )


def meeting(id: str, apart: tuple[str, ...] | None = None) -> Meeting:  # noqa: A002
    return Meeting(
        id=id,
        number=int(id[1:]),
        type="taf_first",
        on=MET,
        start="10:00",
        planned_minutes=60,
        chair="chair",
        venue="Elm Centre",
        separate_from=apart,
    )


def there(who: str, at: str = "m1") -> Attendance:
    return Attendance(id=f"{at}-{who}", meeting=at, who=who, status="present")


def answered(by: str, agency: str, said: AgencyAnswer) -> tuple[Agreement, Answer]:
    given_then = Agreement(id=f"g-{by}", by=by, on=MET, method="spoken", scope="plan")
    return given_then, Answer(id=f"{by}-{agency}", agreement=given_then.id, agency=agency, answer=said)


SAID_NO, NO = answered("mum", "Elm School", "no")
FAMILY = Family(
    details=FamilyDetails(id="F-1", family_name="Rowe"),
    people=(person("mum", "A", hidden_from=("dad",)), person("dad", "B"), person("gran", "A")),
    households=(home("A"), home("B")),
    workers=(
        Worker(id="chair", name="Ann Bell", role="Support worker", agency="Elm Centre"),
        Worker(id="teacher", name="Di Eames", role="Teacher", agency="Elm School"),
        Worker(id="refuge", name="Bo Carr", role="Key worker", agency="Safe Steps"),
    ),
    meetings=(meeting("m1"), meeting("m2", apart=("dad",))),
    attendance=(there("mum"), there("gran"), there("refuge", "m2")),
    agreements=(SAID_NO,),
    answers=(NO,),
)


def seen(reader: Anybody, what: Anything, family: Family = FAMILY) -> str:
    found = may_see(family, reader, what, today=MET, pack=PACK)
    assert found.why.endswith(".")
    return found.answer


def test_how_to_reach_somebody_is_kept_with_their_home_and_their_home_with_them() -> None:
    dad, gran = Reader(id="dad"), Reader(id="gran")
    assert seen(dad, HowToReach(person="mum")) == "hidden"
    assert seen(dad, FAMILY.households[0]) == "hidden"
    assert seen(gran, HowToReach(person="mum")) == seen(gran, FAMILY.households[0]) == "shown"
    assert seen(Reader(id="mum"), HowToReach(person="mum")) == "shown"
    hidden_home = replace(
        FAMILY, people=(person("mum", "A"), *FAMILY.people[1:]), households=(home("A", "dad"),)
    )
    assert seen(dad, HowToReach(person="mum"), hidden_home) == "hidden"
    assert seen(dad, HowToReach(person="nobody")) == "hidden"


def test_of_somebody_who_is_kept_only_the_first_name_is_told() -> None:
    assert seen(Reader(id="dad"), FAMILY.people[0]) == "in_part"


def test_a_service_that_was_refused_or_met_apart_is_not_told_of() -> None:
    assert seen(Reader(id="mum"), Service(name="elm  school")) == "hidden"
    assert seen(Reader(id="dad"), Service(name="Safe Steps")) == "hidden"
    assert seen(Reader(id="dad"), FAMILY.workers[2]) == "hidden"
    assert seen(Reader(id="gran"), Service(name="Safe Steps")) == "shown"
    assert seen(Reader(id="chair"), Service(name="Elm School")) == "hidden"
    assert seen(Reader(id="teacher"), Service(name="Elm School")) == "shown"


def test_the_room_reads_what_each_of_the_family_who_is_there_may_read() -> None:
    line = Line(id="l", meeting="m1", section="past", text="x", not_for=("dad",))
    room = EveryoneInTheRoom(meeting="m1")
    assert seen(room, line) == "shown"
    assert seen(room, line, replace(FAMILY, attendance=(*FAMILY.attendance, there("dad")))) == "hidden"
    assert seen(EveryoneInTheRoom(meeting="m1", keyboard="dad"), line) == "hidden"


@pytest.mark.parametrize("what", [HowToReach(person="gran"), FAMILY.households[1]], ids=["phone", "address"])
def test_no_address_or_number_stands_on_a_screen_that_everyone_can_read(what: Anything) -> None:
    assert seen(EveryoneInTheRoom(meeting="m1"), what) == "hidden"


def test_a_report_without_names_counts_what_is_for_everyone_and_holds_no_name_or_word() -> None:
    report = ReportWithoutNames()
    score = Score(id="s", meeting="m1", area="money", person="mum", value=3)
    action = Action(
        id="a",
        meeting="m1",
        text="x",
        owner="mum",
        due=None,
        area="money",
        status="done",
        visibility=FOR_THE_FAMILY,
    )
    update = Update(id="u", action="a", status="done", meeting="m1")
    family = replace(FAMILY, scores=(score,), actions=(action,), updates=(update,))
    assert [seen(report, each, family) for each in (score, action, update, FAMILY.meetings[0])] == [
        "in_part"
    ] * 4
    alone = replace(score, area="safety")
    private = replace(action, visibility=Visibility(level="named", to=("mum",)))
    for hidden in (alone, private, replace(score, not_for=("dad",)), FAMILY.people[0], FAMILY.households[0]):
        assert seen(report, hidden, family) == "hidden"
    assert seen(report, update, replace(family, actions=(private,))) == "hidden"
    assert seen(report, HowToReach(person="mum")) == seen(report, Service(name="Elm School")) == "hidden"


@given(
    level=st.sampled_from(EVERY_LEVEL),
    to=st.sets(st.sampled_from(["mum", "dad", "gran", "chair", "teacher"])),
    not_for=st.sets(st.sampled_from(["mum", "dad", "gran", "chair", "teacher"])),
    here=st.sets(st.sampled_from(["mum", "dad", "gran"])),
)
def test_the_room_never_reads_what_somebody_of_the_family_in_it_may_not(
    level: Level, to: set[str], not_for: set[str], here: set[str]
) -> None:
    named = tuple(to) if level == "named" else None
    said = Contribution(
        id="x",
        meeting="m1",
        by="chair",
        text="x",
        visibility=Visibility(level=level, to=named),
        not_for=tuple(not_for) or None,
    )
    family = replace(FAMILY, attendance=tuple(there(each) for each in here))
    if seen(EveryoneInTheRoom(meeting="m1"), said, family) == "shown":
        assert all(seen(Reader(id=each), said, family) == "shown" for each in here)


def test_keeping_something_from_somebody_goes_round_and_gives_back_what_was() -> None:
    plain = Line(id="l", meeting="m1", section="past", text="They met", by="gran")
    kept = turned(plain, "mum")
    assert seen(Reader(id="mum"), kept) == "hidden"
    assert turned(kept, "mum") == plain
    timed = replace(plain, text="They met at 8.45")
    first = turned(timed, "mum")
    assert (getattr(first, "times_not_for", None), getattr(first, "not_for", None)) == (("mum",), None)
    assert turned(turned(first, "mum"), "mum") == timed
    anyway = turned(timed, "teacher", reads_it=False)
    assert (getattr(anyway, "times_not_for", None), getattr(anyway, "not_for", None)) == (None, ("teacher",))
    assert turned(anyway, "teacher", reads_it=False) == timed


def test_whoever_said_it_or_has_it_to_do_or_types_is_not_in_the_list_of_those_to_keep_it_from() -> None:
    line = Line(id="l", meeting="m1", section="past", text="They met", by="gran", not_for=("dad",))
    found = {each.who: each.how for each in read_by(FAMILY, line, "chair", today=MET, pack=PACK)}
    assert found == {"mum": "whole", "dad": "not_for", "teacher": "not_anyway", "refuge": "not_anyway"}
