from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from eymeeting.domain.agreeing import (
    Asking,
    Step,
    answer_of_the_day,
    answered,
    not_answered,
    told,
    with_more,
    with_words,
)
from eymeeting.domain.agreement import AgencyAnswer
from eymeeting.domain.agreement_matrix import matrix, too_young
from eymeeting.domain.consent import own_answer
from eymeeting.domain.family import Change, Family
from eymeeting.domain.family_copy import family_copy
from eymeeting.domain.meeting import Attendance, Meeting
from eymeeting.domain.people import FamilyDetails, Person, PersonKind, Worker
from eymeeting.packs import default_pack

PACK = default_pack()
FEBRUARY, APRIL = date(2026, 2, 10), date(2026, 4, 21)
HEALTH, CENTRE, HOUSING, SCHOOL = "Health", "Larkfield", "Housing", "Hillside"
AGENCIES = (HEALTH, CENTRE, HOUSING, SCHOOL)


def person(key: str, name: str, kind: PersonKind = "adult", born: date | None = None) -> Person:
    return Person(
        id=key,
        first_name=name,
        last_name="Rowe",
        relationship="mother" if kind == "adult" else "child",
        kind=kind,
        dob=born,
        due_date=None,
        parental_responsibility=kind == "adult" or None,
        household=None,
    )


FAMILY = Family(
    details=FamilyDetails(id="F-8", family_name="Rowe"),
    people=(person("p1", "Shelley"), replace(person("p2", "Lee"), position=1)),
    workers=tuple(
        Worker(id=f"w{at}", position=at, name=f"Worker {at}", role="Worker", agency=agency)
        for at, agency in enumerate(AGENCIES, 1)
    ),
)


def after(family: Family, steps: Sequence[Step]) -> Family:
    for before, now in steps:
        family = family.after(Change(family=family.ref, before=before, after=now))
    return family


def says(
    family: Family, answer: AgencyAnswer, agency: str, on: date = FEBRUARY, person: str = "p1"
) -> Family:
    return after(family, answered(family, Asking(person=person, on=on), agency, answer))


def in_february() -> Family:
    family = FAMILY
    for agency in (HEALTH, CENTRE, HOUSING):
        family = says(family, "yes", agency)
    return says(family, "no", SCHOOL)


def test_the_consent_screen_shows_what_was_agreed_on_any_past_date() -> None:
    family = says(in_february(), "withdrawn", HOUSING, APRIL)

    def stood(on: date) -> list[AgencyAnswer]:
        shown = matrix(family, on, PACK)
        return [shown.answer("p1", agency) for agency in AGENCIES]

    assert stood(FEBRUARY - timedelta(days=1)) == ["not_asked"] * 4
    assert stood(FEBRUARY) == ["yes", "yes", "yes", "no"]
    assert stood(APRIL - timedelta(days=1)) == ["yes", "yes", "yes", "no"]
    assert stood(APRIL) == ["yes", "yes", "withdrawn", "no"]
    assert len(family.agreements) == 2


entries = st.tuples(
    st.integers(0, 40),
    st.sampled_from(("p1", "p2")),
    st.sampled_from(AGENCIES),
    st.sampled_from(("yes", "no", "limited", "withdrawn", "not_asked", "not_needed")),
)


@settings(max_examples=40)
@given(st.lists(entries, max_size=12), st.integers(0, 40))
def test_an_answer_on_a_day_never_depends_on_what_is_entered_later(
    given_: list[tuple[int, str, str, AgencyAnswer]], day: int
) -> None:
    on = FEBRUARY + timedelta(days=day)
    in_order = sorted(given_, key=lambda each: each[0])
    whole, until_then = FAMILY, FAMILY
    for days, who, agency, answer in in_order:
        whole = says(whole, answer, agency, FEBRUARY + timedelta(days=days), who)
        if days <= day:
            until_then = says(until_then, answer, agency, FEBRUARY + timedelta(days=days), who)
    now, then = matrix(whole, on, PACK), matrix(until_then, on, PACK)
    for who in ("p1", "p2"):
        for agency in AGENCIES:
            assert now.answer(who, agency) == then.answer(who, agency)
            assert now.answer(who, agency) == own_answer(whole, who, agency, today=on).answer


def test_one_day_s_answers_are_one_conversation_and_put_right_in_it() -> None:
    family = says(says(in_february(), "limited", HEALTH), "yes", SCHOOL)
    [conversation] = family.agreements
    assert (conversation.by, conversation.on, conversation.method) == ("p1", FEBRUARY, "spoken")
    assert {answer.agency: answer.answer for answer in family.answers} == {
        HEALTH: "limited",
        CENTRE: "yes",
        HOUSING: "yes",
        SCHOOL: "yes",
    }


def test_an_earlier_day_s_answer_is_never_changed() -> None:
    before = in_february()
    changed = says(says(before, "no", HEALTH, APRIL), "yes", HEALTH, APRIL)
    assert changed.answers[: len(before.answers)] == before.answers
    assert changed.agreements[0] == before.agreements[0]


def test_a_new_answer_takes_its_old_limit_and_reason_away() -> None:
    asking = Asking(person="p1", on=FEBRUARY)
    family = says(FAMILY, "no", SCHOOL)
    family = after(family, with_words(family, asking, SCHOOL, reason="a falling-out"))
    answer = answer_of_the_day(family, asking, "hillside")
    assert answer is not None
    assert answer.reason == "a falling-out"
    family = says(family, "yes", SCHOOL)
    assert [each.reason for each in family.answers] == [None]


def test_not_asking_again_takes_nobody_s_yes_back() -> None:
    family = says(in_february(), "not_asked", HEALTH, APRIL)
    assert family == in_february_again(family)
    assert matrix(family, APRIL, PACK).answer("p1", HEALTH) == "yes"
    never = says(FAMILY, "not_asked", HEALTH)
    assert [answer.answer for answer in never.answers] == ["not_asked"]


def in_february_again(family: Family) -> Family:
    return replace(
        family,
        agreements=tuple(each for each in family.agreements if each.on == FEBRUARY),
        answers=tuple(
            each
            for each in family.answers
            if each.agreement in {given.id for given in family.agreements if given.on == FEBRUARY}
        ),
    )


def test_the_last_answer_taken_away_takes_an_empty_conversation_with_it() -> None:
    asking = Asking(person="p1", on=FEBRUARY)
    family = says(FAMILY, "yes", HEALTH)
    assert after(family, not_answered(family, asking, HEALTH)) == FAMILY
    noted = after(family, with_more(family, asking, note="said so on the phone"))
    kept = after(noted, not_answered(noted, asking, HEALTH))
    assert (kept.answers, [each.note for each in kept.agreements]) == ((), ["said so on the phone"])


def test_what_is_told_to_the_room_is_told_to_everybody_there_and_can_be_taken_back() -> None:
    room = (Asking(person="p1", on=FEBRUARY), Asking(person="p2", on=FEBRUARY))
    one = after(FAMILY, told(FAMILY, room[:1], "told_limits"))
    both = after(one, told(one, room, "told_limits"))
    assert [(each.by, each.told_limits) for each in both.agreements] == [("p1", True), ("p2", True)]
    assert [each.position for each in both.agreements] == [0, 1]
    assert after(both, told(both, room, "told_limits")) == FAMILY


def test_a_child_is_asked_from_the_council_s_age_or_once_somebody_has_judged_it() -> None:
    children = (
        replace(person("c1", "Ash", "child", date(2014, 2, 10)), position=2),
        replace(person("c2", "Bo", "child", date(2014, 2, 11)), position=3),
        replace(person("c3", "Cy", "child"), position=4),
    )
    family = replace(FAMILY, people=(*FAMILY.people, *children))
    assert [each.id for each in matrix(family, FEBRUARY, PACK).people] == ["p1", "p2", "c1"]
    assert [each.id for each in too_young(family, FEBRUARY, PACK)] == ["c2", "c3"]
    judged = after(family, with_more(family, Asking(person="c3", on=FEBRUARY), judged_by="w1"))
    assert [each.id for each in matrix(judged, FEBRUARY, PACK).people] == ["p1", "p2", "c1", "c3"]
    assert [each.id for each in matrix(judged, FEBRUARY - timedelta(days=1), PACK).people] == ["p1", "p2"]


def test_a_refusal_of_an_earlier_day_may_not_be_seen_by_the_room() -> None:
    family = says(in_february(), "no", HEALTH, APRIL)
    shown = matrix(family, APRIL, PACK)
    seen = {
        agency: stands.may_be_seen(APRIL)
        for agency in AGENCIES
        if (stands := shown.stands("p1", agency)) is not None
    }
    assert seen == {HEALTH: True, CENTRE: True, HOUSING: True, SCHOOL: False}


def test_a_service_that_somebody_in_the_room_was_kept_apart_from_is_not_in_the_list() -> None:
    apart = Meeting(
        id="m1",
        number=1,
        type="taf_first",
        on=FEBRUARY,
        start="10:00",
        planned_minutes=75,
        chair="w2",
        venue="Hub",
        separate_from=("p2",),
    )
    together = replace(apart, id="m2", position=1, number=2, on=APRIL, separate_from=None)
    family = replace(
        says(says(FAMILY, "yes", HOUSING), "yes", "Safe Steps"),
        meetings=(apart, together),
        attendance=(
            Attendance(id="a1", meeting="m1", who="w3", status="present"),
            Attendance(id="a2", position=1, meeting="m2", who="w1", status="present"),
            Attendance(id="a3", position=2, meeting="m2", who="w4", status="present"),
        ),
    )
    assert matrix(family, APRIL, PACK).agencies == (*AGENCIES, "Safe Steps")
    assert matrix(family, APRIL, PACK, readers=("p1", "p2")).agencies == (HEALTH, CENTRE, SCHOOL)
    assert matrix(family, APRIL, PACK, readers=("p1",)).agencies == (*AGENCIES, "Safe Steps")


def test_the_plan_says_what_was_agreed() -> None:
    meeting = Meeting(
        id="m1",
        number=1,
        type="taf_first",
        on=FEBRUARY,
        start="10:00",
        planned_minutes=75,
        chair="w2",
        venue="Hub",
        outcome="carry_on",
    )
    family = says(says(replace(FAMILY, meetings=(meeting,)), "yes", HEALTH), "limited", CENTRE)
    family = after(family, with_words(family, Asking(person="p1", on=FEBRUARY), CENTRE, limit="attendance"))
    assert family_copy(family, "p1", today=FEBRUARY, pack=PACK).may_see == (
        HEALTH,
        "Larkfield (only attendance)",
    )
    assert family_copy(family, "p2", today=FEBRUARY, pack=PACK).may_see == ()
