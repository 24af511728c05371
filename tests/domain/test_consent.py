from dataclasses import replace
from datetime import date

import pytest

from eymeeting.domain.agreement import AgencyAnswer, Agreement, Answer
from eymeeting.domain.consent import answer_about, answer_of_the_family, has_refused
from eymeeting.domain.family import Family
from eymeeting.domain.people import FamilyDetails, Person, PersonKind
from eymeeting.packs import default_pack

TODAY = date(2026, 6, 1)
MET = date(2026, 5, 1)
PACK = default_pack()
HEALTH, SCHOOL = "Health visiting", "Elm School"


def person(
    name: str, kind: PersonKind = "adult", *, born: date | None = None, responsible: bool | None = None
) -> Person:
    return Person(
        id=name,
        first_name=name.capitalize(),
        last_name="Rowe",
        relationship="child" if kind == "child" else "parent",
        kind=kind,
        dob=born,
        due_date=None,
        parental_responsibility=responsible,
        household=None,
    )


def agreed(by: str, on: date = MET, position: int = 0, **more: object) -> Agreement:
    plain = Agreement(
        id=f"g-{by}-{on}-{position}",
        position=position,
        by=by,
        on=on,
        method="spoken",
        scope="this plan",
    )
    return replace(plain, **more)  # type: ignore[arg-type]


def answer(agreement: Agreement, agency: str, said: AgencyAnswer, limit: str | None = None) -> Answer:
    return Answer(
        id=f"{agreement.id}-{agency}", agreement=agreement.id, agency=agency, answer=said, limit=limit
    )


MUM_AGREED = (agreed("mum"),)
MUM_SAID = tuple(answer(MUM_AGREED[0], agency, "yes") for agency in (HEALTH, SCHOOL))
FAMILY = Family(
    details=FamilyDetails(id="F-1", family_name="Rowe"),
    people=(
        person("mum", responsible=True),
        person("dad"),
        person("gran"),
        person("ash", "child", born=date(2018, 1, 1)),
    ),
    agreements=MUM_AGREED,
    answers=MUM_SAID,
)


def test_the_latest_answer_counts_and_one_to_come_does_not() -> None:
    first, second = agreed("mum", date(2026, 5, 1)), agreed("mum", date(2026, 5, 20), 1)
    family = replace(
        FAMILY,
        agreements=(first, second),
        answers=(answer(first, SCHOOL, "yes"), answer(second, SCHOOL, "withdrawn")),
    )
    asked = [
        answer_about(family, "mum", "ELM  school", today=day, pack=PACK).answer
        for day in (date(2026, 4, 30), date(2026, 5, 19), date(2026, 5, 20))
    ]
    assert asked == ["not_asked", "yes", "withdrawn"]


def test_on_one_day_the_later_in_the_list_counts() -> None:
    first, second = agreed("mum", MET, 1), agreed("mum", MET, 2)
    family = replace(
        FAMILY,
        agreements=(second, first),
        answers=(answer(second, SCHOOL, "no"), answer(first, SCHOOL, "yes")),
    )
    assert answer_about(family, "mum", SCHOOL, today=TODAY, pack=PACK).answer == "no"


def two_parents(mum: AgencyAnswer | None, dad: AgencyAnswer | None) -> Family:
    given = {"mum": agreed("mum"), "dad": agreed("dad")}
    said = {"mum": mum, "dad": dad}
    return replace(
        FAMILY,
        people=(person("mum", responsible=True), person("dad", responsible=True), *FAMILY.people[2:]),
        agreements=tuple(given.values()),
        answers=tuple(answer(given[who], SCHOOL, each) for who, each in said.items() if each is not None),
    )


@pytest.mark.parametrize(
    ("mum", "dad", "followed"),
    [
        ("yes", "yes", "yes"),
        ("yes", "no", "no"),
        ("limited", "yes", "limited"),
        ("not_needed", "yes", "yes"),
        ("yes", None, "not_asked"),
        ("withdrawn", "limited", "withdrawn"),
    ],
)
def test_a_young_child_s_follow_the_strictest_of_those_with_parental_responsibility(
    mum: AgencyAnswer | None, dad: AgencyAnswer | None, followed: AgencyAnswer
) -> None:
    family = two_parents(mum, dad)
    assert answer_about(family, "ash", SCHOOL, today=TODAY, pack=PACK).answer == followed


@pytest.mark.parametrize(
    ("mum", "dad", "followed"),
    [("yes", None, "yes"), ("yes", "not_asked", "yes"), ("yes", "no", "no"), (None, None, "not_asked")],
)
def test_what_is_nobody_s_own_needs_one_yes_and_no_refusal(
    mum: AgencyAnswer | None, dad: AgencyAnswer | None, followed: AgencyAnswer
) -> None:
    assert answer_of_the_family(two_parents(mum, dad), SCHOOL, today=TODAY).answer == followed


def with_a_child_of(born: date, said: AgencyAnswer, **more: object) -> Family:
    given = agreed("ash", MET, 1, **more)
    return replace(
        FAMILY,
        people=(*FAMILY.people[:3], person("ash", "child", born=born)),
        agreements=(*MUM_AGREED, given),
        answers=(*MUM_SAID, answer(given, SCHOOL, said)),
    )


def test_a_child_old_enough_answers_alone_and_only_for_the_services_they_named() -> None:
    family = with_a_child_of(date(2014, 5, 1), "no")
    assert answer_about(family, "ash", SCHOOL, today=TODAY, pack=PACK).answer == "no"
    assert answer_about(family, "ash", HEALTH, today=TODAY, pack=PACK).answer == "not_asked"


def test_a_child_too_young_is_heard_and_the_parent_s_answer_is_followed() -> None:
    family = with_a_child_of(date(2014, 5, 2), "no")
    assert answer_about(family, "ash", SCHOOL, today=TODAY, pack=PACK).answer == "yes"


def test_a_young_child_judged_to_understand_answers_alone() -> None:
    family = with_a_child_of(date(2018, 5, 2), "no", judged_by="nurse")
    assert answer_about(family, "ash", SCHOOL, today=TODAY, pack=PACK).answer == "no"


def test_from_sixteen_a_council_s_own_age_does_not_matter() -> None:
    late = replace(PACK, limits=replace(PACK.limits, child_answers_from_age=18))
    family = with_a_child_of(date(2010, 5, 1), "no")
    assert answer_about(family, "ash", SCHOOL, today=TODAY, pack=late).answer == "no"


def test_an_agreement_for_some_of_the_children_is_not_for_the_others() -> None:
    given = agreed("mum", for_children=("bel",))
    family = replace(
        FAMILY,
        people=(*FAMILY.people, person("bel", "child", born=date(2020, 1, 1))),
        agreements=(given,),
        answers=(answer(given, SCHOOL, "yes"),),
    )
    asked = [answer_about(family, who, SCHOOL, today=TODAY, pack=PACK).answer for who in ("bel", "ash")]
    assert asked == ["yes", "not_asked"]


def test_a_reader_s_own_answer_goes_before_another_s_refusal() -> None:
    given, gran = agreed("mum"), agreed("gran")
    family = replace(FAMILY, agreements=(given, gran), answers=(answer(given, SCHOOL, "no"),))
    assert has_refused(family, "gran", SCHOOL, today=TODAY)
    own = replace(family, answers=(*family.answers, answer(gran, SCHOOL, "yes")))
    assert not has_refused(own, "gran", SCHOOL, today=TODAY)
