from dataclasses import replace
from datetime import date

import pytest

from eymeeting.domain.family import Family
from eymeeting.domain.people import FamilyDetails, Person, PersonKind
from eymeeting.domain.signing import can_sign, signing_question, signs_for, to_ask_about


def person(
    key: str, name: str, relationship: str, responsible: bool | None = None, kind: PersonKind = "adult"
) -> Person:
    return Person(
        id=key,
        first_name=name,
        last_name="Lowe",
        relationship=relationship,
        kind=kind,
        dob=None,
        due_date=None,
        parental_responsibility=responsible,
        household=None,
    )


def family(*people: Person) -> Family:
    return Family(details=FamilyDetails(id="F-1", family_name="Lowe"), people=people)


BABY = person("c1", "Baby", "unborn baby", kind="unborn")


def test_parental_responsibility_that_is_not_known_yet_is_asked_about_and_not_assumed() -> None:
    young = family(
        person("p1", "Aga", "mother", True),
        person("p2", "Seán", "father"),
        person("p3", "Małgorzata", "grandmother (mother's side)"),
        BABY,
    )
    assert [each.id for each in can_sign(young)] == ["p1"]
    assert [each.id for each in to_ask_about(young)] == ["p2"]
    for asked_of in ("p1", "p2", "p3", ""):
        assert signing_question(young, asked_of) == (
            "Does Seán have parental responsibility? It is not known yet."
        )
    assert signs_for(young, "p2") == signs_for(young, "p3") == ""


def test_under_section_20_the_mother_can_sign_and_the_foster_carer_cannot() -> None:
    kai = replace(
        person("c1", "Kai", "child", kind="child"), legal_status="section 20", dob=date(2022, 6, 18)
    )
    cared_for = family(
        person("p1", "Maureen", "foster carer", False), person("p2", "Kelly", "birth mother", True), kai
    )
    assert [each.id for each in can_sign(cared_for)] == ["p2"]
    assert signs_for(cared_for, "p2") == "Kelly can agree for the children."
    assert signs_for(cared_for, "p1") == "Maureen answers for themselves, not for the children."
    assert signing_question(cared_for) == ""


def test_the_screen_asks_about_a_foster_carer_when_it_is_unsure() -> None:
    unsure = family(
        person("p1", "Maureen", "foster carer"), person("p2", "Kelly", "birth mother", True), BABY
    )
    assert signing_question(unsure) == "Does Maureen have parental responsibility? It is not known yet."


def test_while_nobody_can_sign_every_adult_is_asked_about() -> None:
    alone = family(person("p1", "Bea", "aunt"), person("p2", "Sid", "uncle"), BABY)
    assert [each.id for each in to_ask_about(alone)] == ["p1", "p2"]
    assert "Sid" in signing_question(alone, "p2")


@pytest.mark.parametrize("relationship", ["grandmother", "friend or supporter", "adult sister"])
def test_who_is_no_parent_or_carer_is_not_asked_about_beside_somebody_who_can_sign(relationship: str) -> None:
    known = family(person("p1", "Aga", "mother", True), person("p2", "Jo", relationship), BABY)
    assert signing_question(known, "p2") == ""


def test_a_family_without_children_is_asked_nothing() -> None:
    assert signing_question(family(person("p1", "Aga", "mother"))) == ""
