from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eymeeting.domain.family import Change, Family
from eymeeting.domain.introductions import Introduction, introduced, next_ref, read_introduction
from eymeeting.domain.people import FamilyDetails, Household, Person, Worker
from eymeeting.packs import default_pack

PACK = default_pack()
TODAY = date(2026, 11, 22)
NOBODY = Family(details=FamilyDetails(id="EYM-0001", family_name="Adeyemi"))


def told(text: str, family: Family = NOBODY) -> Introduction:
    return read_introduction(text, family, PACK, TODAY)


def somebody(text: str, family: Family = NOBODY) -> Person:
    member = told(text, family).member
    assert isinstance(member, Person)
    return member


def helper(text: str, family: Family = NOBODY) -> Worker:
    member = told(text, family).member
    assert isinstance(member, Worker)
    return member


def with_member(family: Family, text: str) -> Family:
    return family.after(Change(family=family.ref, before=None, after=told(text, family).member))


def test_a_mother_with_her_birthday() -> None:
    mother = somebody("Folake Adeyemi, mother, 11.3.1994")
    assert (mother.first_name, mother.last_name) == ("Folake", "Adeyemi")
    assert (mother.relationship, mother.kind, mother.dob) == ("mother", "adult", date(1994, 3, 11))
    assert (
        told("Folake Adeyemi, mother, 11.3.1994").understood
        == "Folake Adeyemi · mother · born Friday 11 March 1994 · family"
    )


@pytest.mark.parametrize(
    ("said", "kept", "kind"),
    [
        ("mum", "mother", "adult"),
        ("Dad", "father", "adult"),
        ("nana", "grandmother", "adult"),
        ("grandad", "grandfather", "adult"),
        ("step-mum", "step-parent", "adult"),
        ("daughter", "child", "child"),
        ("twin", "twin", "child"),
        ("Twins", "Twins", "child"),
        ("triplet (first)", "triplet (first)", "child"),
        ("step-son", "step-son", "child"),
        ("stepdaughter", "stepdaughter", "child"),
        ("baby", "child", "child"),
        ("grandmother (father's side)", "grandmother (father's side)", "adult"),
    ],
)
def test_everyday_words_say_who_somebody_is(said: str, kept: str, kind: str) -> None:
    member = somebody(f"Sam, {said}")
    assert (member.relationship, member.kind) == (kept, kind)


def test_an_unborn_baby_has_a_day_when_it_is_due_and_no_birthday() -> None:
    baby = somebody("baby, unborn, due 3 may")
    assert (baby.kind, baby.dob, baby.due_date) == ("unborn", None, date(2027, 5, 3))


def test_somebody_with_one_name_keeps_it_as_their_first() -> None:
    assert (somebody("Remi, child").first_name, somebody("Remi, child").last_name) == ("Remi", "")


def test_a_year_of_two_figures_is_never_one_to_come() -> None:
    assert somebody("Joseph, grandfather, 2/7/58").dob == date(1958, 7, 2)
    assert somebody("Remi, child, 29.2.20").dob == date(2020, 2, 29)


def test_a_birthday_without_a_year_is_the_last_one() -> None:
    assert somebody("Remi, child, 3 dec").dob == date(2025, 12, 3)
    assert somebody("Remi, child, 12 oct").dob == date(2026, 10, 12)


def test_a_birth_that_is_only_estimated_is_marked_so() -> None:
    grandmother = somebody("Bình, grandmother, about 1960")
    assert (grandmother.dob, grandmother.dob_estimated) == (date(1960, 1, 1), True)
    assert told("Bình, grandmother, about 1960").understood == "Bình · grandmother · born about 1960 · family"
    assert somebody("Remi, child, 12 oct").dob_estimated is None


def test_parental_responsibility_is_never_assumed() -> None:
    assert somebody("Folake Adeyemi, mother").parental_responsibility is None


def test_a_helper_has_a_job_and_a_service() -> None:
    grace = helper("Grace Holloway, family support worker, Larkfield centre, Stowe")
    assert (grace.name, grace.role) == ("Grace Holloway", "Family support worker")
    assert grace.agency == "Larkfield centre, Stowe"
    assert grace.interpreter is None


def test_an_interpreter_is_known_by_the_job() -> None:
    assert helper("Wanda Jasik, interpreter (Polish), Talk Together").interpreter is True


def test_a_job_on_the_packs_list_needs_no_service_yet() -> None:
    assert helper(f"Sam Hill, {PACK.lists.roles[0]}").agency == ""


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "Folake",
            "After a comma, say who they are: mother, grandad, child, or their job and service.",
        ),
        ("Joe, beekeeper", "Is “beekeeper” a job? Then add the service after another comma."),
        ("Remi, child, 30.2.2020", "There is no 30 February in 2020."),
        (
            "Remi, child, at home",
            "The part after who they are should be a birthday, such as 11.3.1994, or a due date.",
        ),
        ("Remi, child, 3 dec 2026", "That day is still to come."),
    ],
)
def test_what_is_not_clear_is_asked_for(text: str, problem: str) -> None:
    assert told(text) == Introduction(problem=problem)


@pytest.mark.parametrize(
    "line", ["Maja, twinnie, 12.9.2021", "Maja, 12.9.2021", "Maja, midwife, born 12.9.21"]
)
def test_a_birthday_is_never_a_service_and_it_is_said_what_is_missing(line: str) -> None:
    problem = told(line).problem or ""
    assert (
        "reads as a birthday. Before it, say who they are in the family: mother, child, grandad." in problem
    )


@pytest.mark.parametrize(
    "service", ["0-19", "0-19 team", "Care 24/7", "24/7", "Ward 4", "First 1001 days", "NHS"]
)
def test_a_service_with_figures_in_it_is_a_service(service: str) -> None:
    assert helper(f"Sam Hill, midwife, {service}").agency == service


def test_the_same_name_and_birthday_twice_is_said_kindly_and_a_namesake_is_welcome() -> None:
    family = with_member(NOBODY, "Maja Nowak, child, 12.9.2021")
    assert told("maja nowak, twin, 12 sept 2021", family) == Introduction(
        problem="maja nowak is already here."
    )
    assert somebody("Maja Nowak, grandmother, 3.2.1951", family).first_name == "Maja"
    twins = with_member(NOBODY, "baby, unborn, due 3 may")
    assert somebody("baby, unborn, due 3 may", twins).kind == "unborn"
    assert somebody("Remi, child", with_member(NOBODY, "Remi, child")).first_name == "Remi"


@pytest.mark.parametrize(
    "line",
    [
        "Maja Nowak, twin, 12.9.2021",
        "Bình, grandmother, about 1960",
        "baby, unborn baby, due 3 may",
        "Grace Holloway, Family support worker, Larkfield centre, Stowe",
        "Sam Hill, midwife",
    ],
)
def test_somebodys_line_read_again_is_the_same_somebody(line: str) -> None:
    member = told(line).member
    assert member is not None
    assert told(introduced(member)).member == member


def test_nothing_typed_is_nobody_and_no_problem() -> None:
    assert told(" , ,") == Introduction()


def test_ids_are_free_and_tell_adults_children_and_helpers_apart() -> None:
    family = NOBODY
    for line in ("A, mother", "B, father", "C, child", "D, unborn", "E, midwife, NHS"):
        family = with_member(family, line)
    assert [member.id for member in (*family.people, *family.workers)] == ["p1", "p2", "c1", "c2", "w1"]
    assert [member.position for member in family.people] == [0, 1, 2, 3]


def test_somebody_new_lives_in_the_only_household_there_is() -> None:
    home = Household(id="h1", household="A", lines=("9 Cobbler's Yard",), postcode="ZZ99 2AA", hidden_from=())
    one = Family(details=NOBODY.details, households=(home,))
    two = Family(details=NOBODY.details, households=(home, replace(home, id="h2", household="B")))
    assert somebody("Remi, child").household is None
    assert somebody("Remi, child", one).household == "A"
    assert somebody("Remi, child", two).household is None


def test_the_next_reference_follows_the_highest_of_ours() -> None:
    assert next_ref([]) == "EYM-0001"
    assert next_ref(["EYM-0009", "KEY-0123", "EYM-0010", "EYM-x"]) == "EYM-0011"


@settings(max_examples=150)
@given(st.text(alphabet=st.sampled_from("abz ,.-/0129é[]@#'"), max_size=40))
def test_any_line_is_somebody_or_a_problem_or_nothing(text: str) -> None:
    read = told(text)
    if read.member is not None:
        assert read.problem is None
        assert read.understood
    else:
        assert bool(read.problem) == bool(text.replace(",", " ").strip())


@settings(max_examples=80)
@given(st.text(min_size=1, max_size=30), st.sampled_from(["mother", "child", "midwife, NHS"]))
def test_a_name_is_kept_as_it_was_typed(name: str, who: str) -> None:
    read = told(f"{name.replace(',', '')}, {who}")
    if isinstance(read.member, Person):
        assert read.member.full_name == " ".join(read.member.full_name.split())
        assert read.understood.startswith(read.member.full_name)
