from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eymeeting.domain.actions import Action, Update
from eymeeting.domain.agreeing import Asking, Step, answered, with_words
from eymeeting.domain.agreement import Agreement, Answer
from eymeeting.domain.entry import Entry, Level, Visibility
from eymeeting.domain.family import Change, Family
from eymeeting.domain.limits import covers, in_words
from eymeeting.domain.meeting import (
    Attendance,
    ChildWords,
    Closure,
    Contribution,
    Line,
    Meeting,
    Priority,
    Score,
)
from eymeeting.domain.owed import owed_list
from eymeeting.domain.people import FamilyDetails, Person, PersonKind, Worker
from eymeeting.domain.sight import Reader, left_out, sees, sight
from eymeeting.packs import default_pack

PACK = default_pack()
MET, TODAY = date(2026, 3, 24), date(2026, 4, 1)
EVERYONE = Visibility(level="family")
SCHOOL, CENTRE = "Elm School", "Elm Centre"


def person(who: str, name: str, kind: PersonKind = "child", *, due: date | None = None) -> Person:
    return Person(
        id=who,
        first_name=name,
        last_name="Rowe",
        relationship="mother" if kind == "adult" else "child",
        kind=kind,
        dob=None,
        due_date=due,
        parental_responsibility=True if kind == "adult" else None,
        household=None,
    )


def to_do(key: str, owner: str, area: str, *helpers: str, level: Level = "family") -> Action:
    return Action(
        id=key,
        meeting="m1",
        text=f"Words of {key}",
        owner=owner,
        due=None,
        area=area,
        status="not_started",
        visibility=Visibility(level=level, to=("mum", "teacher") if level == "named" else None),
        helpers=helpers or None,
    )


def scored(who: str, area: str) -> Score:
    return Score(id=f"s-{who}-{area}", meeting="m1", area=area, person=who, value=4, note="because")


def came(who: str, note: str | None = None) -> Attendance:
    return Attendance(id=f"at-{who}", meeting="m1", who=who, status="present", note=note)


MEETING = Meeting(
    id="m1",
    number=1,
    type="taf_first",
    on=MET,
    start="10:00",
    planned_minutes=60,
    chair="lead",
    venue="Elm Centre",
    outcome="carry_on",
)
BILL = to_do("bill", "mum", "money")
BOOK_BAG = to_do("book-bag", "mum", "learning", "abena")
BREAKFAST = to_do("breakfast", "teacher", "routines", "abena")
PRIVATE = to_do("private", "mum", "learning", "abena", level="named")
BABY = person("baby", "Baby", "unborn", due=date(2026, 9, 20))
FAMILY = Family(
    details=FamilyDetails(id="F-1", family_name="Rowe"),
    people=(
        person("mum", "Efua", "adult"),
        person("dad", "Luca", "adult"),
        person("abena", "Abena"),
        person("teo", "Teo"),
        BABY,
    ),
    workers=(
        Worker(id="lead", name="Grace Lee", role="Support worker", agency=CENTRE),
        Worker(id="teacher", name="Dee Quinn", role="Teacher", agency=SCHOOL),
    ),
    meetings=(MEETING,),
    attendance=tuple(map(came, ("mum", "abena", "lead", "teacher"))),
    actions=(BILL, BOOK_BAG, BREAKFAST, PRIVATE),
)


def limited(**limits: str | None) -> Family:
    """The family when each of its grown-ups has limited what the school sees."""
    agreements = tuple(
        Agreement(id=f"g-{who}", by=who, on=MET, method="spoken", scope="this plan") for who in limits
    )
    answers = tuple(
        Answer(id=f"n-{who}", agreement=f"g-{who}", agency=SCHOOL, answer="limited", limit=limit)
        for who, limit in limits.items()
    )
    return replace(FAMILY, agreements=agreements, answers=answers)


def after(family: Family, steps: Sequence[Step]) -> Family:
    for before, now in steps:
        family = family.after(Change(family=family.ref, before=before, after=now))
    return family


def opens(limit: str, entry: Entry) -> bool:
    return covers(limit, entry, FAMILY, PACK)


@pytest.mark.parametrize(
    "limit",
    ["money", "Money.", "only our money", "finances", "what we said about money", "health, money & housing"],
)
def test_a_part_of_life_by_any_of_its_plain_names_opens_what_is_in_it(limit: str) -> None:
    within: tuple[Entry, ...] = (BILL, scored("mum", "money"), Priority(id="p", meeting="m1", area="money"))
    assert all(opens(limit, entry) for entry in within)
    assert not any(opens(limit, entry) for entry in (BOOK_BAG, scored("mum", "feelings")))


@pytest.mark.parametrize("area", [area.id for area in PACK.areas])
def test_every_part_of_life_opens_by_the_name_the_pack_gives_it_and_no_other_does(area: str) -> None:
    found = [each.id for each in PACK.areas if opens(PACK.area_name(area), scored("mum", each.id))]
    assert found == [area]


@pytest.mark.parametrize(
    "limit",
    [
        *("money but not debts", "money, but ask me first", "money if Mum says so", "not money", "money?"),
        *("money until Easter", "no money", "everything except money", "money and the swimming", "my money"),
        *("support", "the family", "Abena", "attendance at school", "scores of Efua", "only", "", "dates"),
        "money ≠ debts",
    ],
)
def test_words_that_nobody_can_be_sure_of_open_nothing(limit: str) -> None:
    everything: tuple[Entry, ...] = (BILL, BOOK_BAG, scored("mum", "money"), *FAMILY.attendance, MEETING)
    assert not any(opens(limit, entry) for entry in everything)
    assert "Elm School will see nothing of the plan but" in in_words(limit, SCHOOL, FAMILY, PACK)


def test_somebody_named_opens_their_shared_actions_and_nothing_they_said_or_scored() -> None:
    limit = "what helps Abena"
    drawn = ChildWords(id="c", meeting="m1", who="abena", words="Papa", how="drawing", visibility=EVERYONE)
    closed: tuple[Entry, ...] = (BILL, PRIVATE, scored("abena", "learning"), came("abena"), drawn)
    assert [opens(limit, each) for each in (BOOK_BAG, BREAKFAST)] == [True, True]
    assert not any(opens(limit, entry) for entry in closed)


def test_somebody_and_a_part_of_life_together_are_narrower_than_each() -> None:
    both = [each for each in FAMILY.actions if opens("Abena's health and school", each)]
    assert both == [BOOK_BAG]
    assert opens("money and what helps Abena", BILL)
    assert not opens("money for Abena and Teo", BILL)


def test_a_name_that_two_have_opens_nothing() -> None:
    twice = replace(FAMILY, people=(*FAMILY.people, person("cousin", "Abena")))
    assert not covers("what helps Abena", BOOK_BAG, twice, PACK)


def test_attendance_tells_who_of_the_family_came_and_no_words_beside_it() -> None:
    limit = "attendance and due date only"
    there = [came(who) for who in ("mum", "abena", "lead", "teacher")]
    assert [each.who for each in there if opens(limit, each)] == ["mum", "abena"]
    assert not opens(limit, came("mum", "was crying"))
    assert not any(opens(limit, each) for each in (*FAMILY.actions, scored("mum", "money"), MEETING, BABY))
    assert [each.who for each in there if opens("Abena's attendance", each)] == ["abena"]


def test_a_worker_sees_what_a_limit_names_their_own_actions_and_days_and_places_alone() -> None:
    family = limited(mum="attendance and what helps Abena", dad="what helps Abena and attendance")
    said = Contribution(id="co", meeting="m1", by="lead", visibility=EVERYONE, worry="late")
    told = Line(id="l", meeting="m1", section="present", text="The damp", by="mum")
    ended = Closure(id="cl", meeting="m1", keep_doing=("Sundays",))
    done = Update(id="u", action="breakfast", meeting="m1", status="done", note="every day")
    entries: tuple[Entry, ...] = (
        *(BILL, BOOK_BAG, BREAKFAST, PRIVATE, said, told, ended, done, scored("mum", "money")),
        *(came("mum"), came("mum", "upset"), came("lead"), MEETING, BABY),
    )
    found = [sight(family, Reader(id="teacher"), each, today=TODAY, pack=PACK) for each in entries]
    assert [each.answer for each in found] == [
        *("hidden", "shown", "shown", "hidden", "hidden", "hidden", "hidden", "shown", "hidden"),
        *("shown", "in_part", "hidden", "in_part", "hidden"),
    ]
    assert all(each.why.endswith(".") and each.why.count(". ") == 0 for each in found)
    assert found[1].why.endswith("; this is a part of it.")
    assert found[2].why == "It is what this reader took on."
    assert found[12].why.startswith("Only the day and the place: the agreement is limited to: ")


def test_the_due_date_is_a_part_of_what_is_known_of_a_baby() -> None:
    family = limited(mum="attendance and due date only", dad="due date")
    found = sight(family, Reader(id="teacher"), BABY, today=TODAY, pack=PACK)
    assert (found.answer, found.why.partition(":")[0]) == ("in_part", "Only the due date")


def test_what_is_somebody_s_own_follows_their_limit_and_the_family_s_needs_both() -> None:
    family = limited(mum="money and school", dad="money")

    def seen(entry: Entry) -> bool:
        return sees(family, Reader(id="teacher"), entry, today=TODAY, pack=PACK)

    hers = [to_do("a", "mum", area) for area in ("money", "learning", "home")]
    the_family_s = [Priority(id="p", meeting="m1", area=area) for area in ("money", "learning")]
    assert [seen(each) for each in hers] == [True, True, False]
    assert [seen(each) for each in the_family_s] == [True, False]


def test_a_limit_without_words_beside_one_with_words_opens_nothing_of_the_family() -> None:
    family = limited(mum="money", dad=None)
    goal = Priority(id="p", meeting="m1", area="money")
    assert not sees(family, Reader(id="teacher"), goal, today=TODAY, pack=PACK)
    assert sees(family, Reader(id="teacher"), BILL, today=TODAY, pack=PACK)


def test_a_worker_s_list_goes_by_the_limit() -> None:
    helped = (to_do("reading", "mum", "learning", "teacher"), to_do("council", "mum", "money", "teacher"))

    def told(limit: str) -> tuple[list[str], list[str]]:
        family = replace(limited(mum=limit, dad=limit), actions=(BREAKFAST, *helped))
        found = owed_list(family, "teacher", today=TODAY, pack=PACK)
        return [each.what for each in found.actions], [each.what for each in found.helps]

    assert told("the plan") == (["Words of breakfast"], [])
    assert told("school") == (["Words of breakfast"], ["Words of reading"])


TYPED = """
money housing health school Abena Teo attendance helps only and , but not dates due date scores the swimming ;
actions about children
"""
limits_typed = st.lists(st.sampled_from(TYPED.split()), max_size=7).map(" ".join)


@settings(max_examples=60)
@given(limits_typed, limits_typed)
def test_no_limit_opens_more_than_a_yes_or_less_than_what_a_worker_took_on(one: str, other: str) -> None:
    reader = Reader(id="teacher")
    with_limit = limited(mum=one, dad=other)
    agreed = replace(
        with_limit, answers=tuple(replace(each, answer="yes", limit=None) for each in with_limit.answers)
    )
    entries: tuple[Entry, ...] = (*FAMILY.actions, *FAMILY.attendance, scored("teo", "health"))
    for entry in entries:
        is_seen = sees(with_limit, reader, entry, today=TODAY, pack=PACK)
        assert not is_seen or sees(agreed, reader, entry, today=TODAY, pack=PACK)
    assert sees(with_limit, reader, BREAKFAST, today=TODAY, pack=PACK)
    assert left_out(with_limit, reader, today=TODAY, pack=PACK) >= left_out(
        agreed, reader, today=TODAY, pack=PACK
    )


@settings(max_examples=60)
@given(limits_typed)
def test_what_is_said_of_a_limit_is_what_it_opens(limit: str) -> None:
    said = in_words(limit.replace(";", ","), SCHOOL, FAMILY, PACK)
    entries: tuple[Entry, ...] = (*FAMILY.actions, *FAMILY.attendance)
    entries += tuple(scored("mum", area.id) for area in PACK.areas)
    if "nothing of the plan" in said:
        assert not any(opens(limit, entry) for entry in entries)
    if "scores" not in said:
        assert not any(opens(limit, entry) for entry in entries if isinstance(entry, Score))


ALWAYS = "their own actions and the days"
NOTHING_MORE = f"Elm School will see nothing of the plan but {ALWAYS}."


@pytest.mark.parametrize(
    ("limit", "said"),
    [
        ("money and home", "goals, actions and scores about Money and Our home"),
        ("attendance and what helps Abena", "who of the family came; actions with Abena"),
        ("attendance and due date only", "who of the family came; the due date"),
    ],
)
def test_what_a_limit_lets_through_is_said_in_one_line(limit: str, said: str) -> None:
    assert in_words(limit, SCHOOL, FAMILY, PACK) == f"Elm School will see: {said}; {ALWAYS}. Nothing else."


def test_where_a_limit_lets_nothing_through_the_line_says_so_and_names_what_is_not_clear() -> None:
    assert in_words("", SCHOOL, FAMILY, PACK) == NOTHING_MORE
    assert in_words("dates", SCHOOL, FAMILY, PACK) == NOTHING_MORE
    assert in_words("how she is", SCHOOL, FAMILY, PACK) == (
        f"We do not understand “she”. As it stands, {NOTHING_MORE}"
    )


def test_a_semicolon_in_one_person_s_limit_is_no_second_person_s() -> None:
    asking = Asking(person="mum", on=MET)
    family = after(FAMILY, answered(FAMILY, asking, SCHOOL, "limited"))
    [answer] = after(family, with_words(family, asking, SCHOOL, limit="money; home")).answers
    assert answer.limit == "money, home"
    assert opens(answer.limit, BILL)
