from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made.pells import FAMILY, action, attended, person, score, with_more

from eymeeting.domain.entry import Visibility
from eymeeting.domain.family import Change, Family
from eymeeting.domain.kept_homes import (
    is_kept,
    is_kept_from,
    is_like_an_address,
    keeping_homes,
    kept_from,
)
from eymeeting.domain.meeting import FamilyChange
from eymeeting.domain.people import Household, Person, Relation, Worker
from eymeeting.domain.put_right import in_place_of, named_in, put_right, taken_away
from eymeeting.domain.responsibility import to_ask

BABY = replace(person("baby", "Baby", "Pell", "unborn baby", "unborn"), due_date=date(2026, 5, 1))
BORN = FamilyChange(
    id="n1", meeting="m1", person="baby", event="born", on=date(2026, 4, 28), first_name="Wren"
)


def made(family: Family, changes: tuple[Change, ...]) -> Family:
    for change in changes:
        family = family.after(change)
    return family


def now(family: Family, who: str) -> Person:
    found = family.person_on(who, date.max)
    assert found is not None
    return found


def test_what_was_told_at_a_meeting_is_put_right_there_and_the_rest_on_the_person() -> None:
    family = with_more(FAMILY, people=(BABY,), family_changes=(BORN,))
    after = made(family, put_right(family, "baby", first_name="Wrenna", dob=date(2026, 4, 27), school="Nest"))
    assert (now(after, "baby").first_name, now(after, "baby").dob) == ("Wrenna", date(2026, 4, 27))
    assert now(after, "baby").school == "Nest"
    assert after.person("baby") == replace(BABY, school="Nest")
    assert len(after.people) == len(family.people)


def test_before_the_news_somebody_is_as_they_were_known_then() -> None:
    family = with_more(FAMILY, people=(BABY,), family_changes=(BORN,))
    after = made(family, put_right(family, "baby", first_name="Wrenna"))
    before_birth = after.person_on("baby", date(2026, 4, 1))
    assert before_birth is not None
    assert (before_birth.first_name, before_birth.kind) == ("Baby", "unborn")


def test_nothing_changes_where_nothing_differs() -> None:
    assert put_right(FAMILY, "mum", first_name="Rosa", phone=None) == ()
    assert put_right(FAMILY, "nobody", first_name="Rosa") == ()


@pytest.mark.parametrize(
    ("more", "where"),
    [
        ({"scores": (score("gran", 3),)}, ("scores",)),
        ({"actions": (action("Ring", "gran"),)}, ("actions",)),
        ({"actions": (action("Ring", None, who_will_ask="gran"),)}, ("actions",)),
        (
            {"actions": (action("Ring", None, visibility=Visibility(level="named", to=("gran",))),)},
            ("actions",),
        ),
        (
            {"attendance": (attended("gran"),), "scores": (score("gran", 3),)},
            ("the list of who came", "scores"),
        ),
        ({"people": (replace(person("aunt", "Zed", "", "aunt"), hidden_from=("gran",)),)}, ("the plan",)),
    ],
)
def test_it_is_told_where_somebody_is_named(more: dict[str, tuple], where: tuple[str, ...]) -> None:  # type: ignore[type-arg]
    assert named_in(with_more(FAMILY, **more), "gran") == where


def test_somebody_named_nowhere_goes_with_what_they_are_to_each_child() -> None:
    family = with_more(
        FAMILY, relations=(Relation(id="r1", person="gran", child="ivy", relation="great-grandmother"),)
    )
    gran = family.person("gran")
    assert gran is not None
    assert named_in(family, "gran") == ()
    after = made(family, taken_away(family, gran))
    assert after.person("gran") is None
    assert after.relations == ()


def hidden(who: str, *others: str) -> Family:
    family = FAMILY
    return made(family, put_right(family, who, hidden_from=others))


def test_an_address_is_kept_from_whomever_somebody_living_there_is_kept_from() -> None:
    changes = keeping_homes(FAMILY, put_right(FAMILY, "mum", hidden_from=("dad",)))
    assert made(FAMILY, changes).households[0].hidden_from == ("dad",)


def test_an_address_is_never_kept_from_somebody_who_lives_there() -> None:
    family = hidden("mum", "ivy", "dad")
    assert kept_from(family, "A") == ("dad",)


def test_a_new_address_of_the_same_household_is_kept_too() -> None:
    family = hidden("mum", "dad")
    flat = Household(id="h2", household="A", lines=("Flat 2",), postcode="", hidden_from=())
    changes = keeping_homes(family, (Change(family=family.ref, before=None, after=flat),))
    assert {home.id: home.hidden_from for home in made(family, changes).households}["h2"] == ("dad",)
    assert is_kept(family, flat)


def test_an_address_that_is_let_go_stays_kept_until_it_is_said_there() -> None:
    family = made(FAMILY, keeping_homes(FAMILY, put_right(FAMILY, "mum", hidden_from=("dad",))))
    after = made(family, keeping_homes(family, put_right(family, "mum", hidden_from=None)))
    assert after.households[0].hidden_from == ("dad",)


@settings(max_examples=60)
@given(
    st.dictionaries(st.sampled_from(["mum", "dad", "gran"]), st.sets(st.sampled_from(["mum", "dad", "gran"])))
)
def test_however_people_are_kept_from_each_other_their_addresses_are_too(hiding: dict[str, set[str]]) -> None:
    family = FAMILY
    for who, others in hiding.items():
        apart = tuple(sorted(others - {who})) or None
        family = made(family, keeping_homes(family, put_right(family, who, hidden_from=apart)))
    for home in family.households:
        assert set(kept_from(family, home.household)) <= set(home.hidden_from)


@pytest.mark.parametrize(
    ("relationship", "asks"),
    [
        ("mother", True),
        ("birth mother", True),
        ("foster carer", True),
        ("step-parent", True),
        ("special guardian", True),
        ("grandmother (mother's side)", False),
        ("friend or supporter", False),
    ],
)
def test_whether_a_carer_has_parental_responsibility_is_asked_while_it_is_not_known(
    relationship: str, asks: bool
) -> None:
    carer = person("p9", "Sam", "Pell", relationship)
    assert to_ask(carer) == ("Does Sam have parental responsibility? It is not known yet." if asks else None)
    assert to_ask(replace(carer, parental_responsibility=False)) is None
    assert to_ask(replace(carer, died=date(2026, 1, 1))) is None
    assert to_ask(replace(carer, kind="child")) is None


@pytest.mark.parametrize(
    "words", ["4 Alder Court", "Flat 3", "9a Cobbler's Yard", "ZZ99 4AA", "zz994aa", "Rose Cottage, Stowe"]
)
def test_words_with_a_figure_a_postcode_or_a_comma_look_like_an_address(words: str) -> None:
    assert is_like_an_address(words)


@pytest.mark.parametrize("words", ["", "A", "A2", "Gran's", "Ryan's flat", "the refuge", "Mum and Dad's"])
def test_a_letter_or_a_short_name_of_a_home_does_not(words: str) -> None:
    assert not is_like_an_address(words)


def test_a_home_is_kept_from_who_must_not_learn_it_and_never_from_who_lives_there() -> None:
    family = made(FAMILY, keeping_homes(FAMILY, put_right(FAMILY, "mum", hidden_from=("dad",))))
    assert is_kept_from(family, "A", "dad")
    assert not is_kept_from(family, "A", "mum")
    assert not is_kept_from(FAMILY, "A", "dad")


def test_a_line_that_is_put_right_keeps_its_place_and_a_worker_may_turn_out_to_be_a_child() -> None:
    mum = FAMILY.people[0]
    [change] = in_place_of(FAMILY, mum, replace(mum, id="new", position=99, first_name="Sue"))
    assert change.after == replace(mum, first_name="Sue")
    assert in_place_of(FAMILY, mum, replace(mum, id="new", position=99)) == ()
    wrong = Worker(id="w9", name="Wren", role="Twin", agency="")
    family = with_more(FAMILY, workers=(wrong,))
    after = made(family, in_place_of(family, wrong, BABY))
    assert after.worker("w9") is None
    assert after.person("baby") == BABY
    assert made(family, in_place_of(family, wrong, None)).worker("w9") is None
