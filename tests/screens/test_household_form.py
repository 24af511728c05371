from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from made.views import Filling, family_of, home, person

from eymeeting.domain.family import Family
from eymeeting.domain.people import Household
from screens.forms.household import HouseholdForm

REF = "EYM-0071"


def the_ormes(*more: Any) -> Family:
    return family_of(
        person("p1", "Tess", "Orme", "mother"),
        person("p2", "Rafe", "Orme", "father", household="B"),
        person("c1", "Ned", "Orme", "child", "child"),
        home("h1", "A", "4 Alder Court", "Stowe", postcode="ZZ99 4AA"),
        *more,
    )


def filling(key: str | None, family: Family | None = None) -> Filling:
    return Filling(family or the_ormes(), HouseholdForm(REF, key))


def homes(form: Filling) -> list[tuple[str, tuple[str, ...], str]]:
    return [(each.household, each.lines, each.postcode) for each in form.family.households]


def test_a_new_address_is_begun_by_the_first_line_that_is_filled_in() -> None:
    form = filling(None)
    form.rows()
    where = form.form.where
    assert form.title == "Another address"
    assert form.types("household", "").problem == "A home needs a letter, or what you call it."
    assert form.types("line 0", " ").changes == ()
    form.types("line 0", "12 High Street")
    form.types("line 1", "Flat 3")
    form.types("postcode", "zz99 1aa")
    assert homes(form)[1:] == [("C", ("12 High Street", "Flat 3"), "ZZ99 1AA")]
    assert form.form.where == where
    assert form.title == "Home C"


def test_a_household_that_moves_has_both_addresses() -> None:
    form = filling(None)
    assert form.types("household", "A").understood == (
        "That home has another address. Write there until when it was."
    )
    form.types("line 0", "12 High Street")
    form.types("since", "1 nov")
    old = Filling(form.family, HouseholdForm(REF, "h1"))
    assert old.types("until", "31 oct").understood == "Saturday 31 October 2026, 22 days ago"
    assert [(each.household, each.since, each.until) for each in old.family.households] == [
        ("A", None, date(2026, 10, 31)),
        ("A", date(2026, 11, 1), None),
    ]
    assert "until when" not in filling(None, old.family).types("household", "B").understood


def test_an_address_may_have_no_postcode_and_no_lines_at_all() -> None:
    form = filling("h1")
    form.types("postcode", "")
    form.types("line 1", "")
    form.types("line 0", "")
    assert homes(form) == [("A", (), "")]
    assert form.rows()["line 0"].hint == "no fixed address"


def test_a_line_taken_out_brings_the_next_one_up() -> None:
    form = filling("h1")
    form.types("line 0", "")
    assert homes(form)[0][1] == ("Stowe",)
    assert [row.value for row in form.rows().values() if row.id.startswith("line")] == ["Stowe", ""]


def test_another_letter_goes_for_everybody_who_lives_there() -> None:
    form = filling("h1")
    form.types("household", "Tess's")
    assert [person.household for person in form.family.people] == ["Tess's", "B", "Tess's"]
    assert form.title == "Home Tess's · Tess and Ned"
    shared = filling("h2", the_ormes(home("h2", "C", "1 Long Lane")))
    shared.types("household", "A")
    assert [each.household for each in shared.family.households] == ["A", "A"]
    assert [person.household for person in shared.family.people] == ["A", "B", "A"]


def test_a_day_since_when_is_in_the_past_and_a_day_until_may_be_to_come() -> None:
    form = filling("h1")
    assert form.types("since", "3 dec").understood == "Wednesday 3 December 2025, about 12 months ago"
    assert form.types("since", "tomorrow").problem == "That day is still to come."
    assert form.types("since", "march 2024").understood.startswith("Friday 1 March 2024")
    assert form.types("since", "since Sept 2023").understood.startswith("Friday 1 September 2023")
    assert form.types("since", "january 2027").problem == "That day is still to come."
    assert form.family.households[0].since == date(2023, 9, 1)
    assert form.types("until", "in 2 weeks").understood == "Sunday 6 December 2026, in 2 weeks"
    assert form.types("until", "soon").problem == "Write the day as you would say it: 12 march."
    form.types("until", "")
    assert form.family.households[0].until is None


def test_an_address_may_be_kept_from_people_who_do_not_live_there() -> None:
    form = filling("h1")
    assert [choice.words for choice in form.rows()["hidden_from"].choices] == ["Rafe (father)"]
    assert not any(row.kept for row in form.rows().values())
    form.chooses("hidden_from", "p2")
    assert [each.hidden_from for each in form.family.households] == [("p2",)]
    kept = {row.id for row in form.rows().values() if row.kept}
    assert kept == {"line 0", "line 1", "line 2", "postcode", "hidden_from"}
    form.chooses("hidden_from", "p2")
    assert [each.hidden_from for each in form.family.households] == [()]


def test_an_address_stays_kept_while_somebody_living_there_is() -> None:
    family = the_ormes()
    tess = family.people[0]
    family = replace(family, people=(replace(tess, hidden_from=("p2",)), *family.people[1:]))
    form = filling("h1", family)
    assert form.rows()["line 0"].kept
    form.chooses("hidden_from", "p2")
    assert form.chooses("hidden_from", "p2").problem == (
        "Somebody who lives here is kept from them. That comes first."
    )
    fresh = filling(None, form.family)
    fresh.types("household", "A")
    assert fresh.family.households[-1].hidden_from == ("p2",)
    assert len(fresh.family.households) == 2


def test_an_address_entered_by_mistake_is_taken_away() -> None:
    form = filling("h1")
    gone = form.form.taken_away(form.view)
    assert gone is not None
    [change] = gone.changes
    assert isinstance(change.before, Household)
    assert change.after is None
    assert filling(None).form.taken_away(form.view) is None


def test_the_name_of_a_home_is_no_address_and_is_covered_where_the_home_is_kept() -> None:
    form = filling("h1")
    assert form.types("household", "4 Alder Court").problem.startswith("The address goes in the lines below.")
    form.types("household", "Gran's")
    assert not form.rows()["household"].kept
    form.chooses("hidden_from", "p2")
    assert form.rows()["household"].kept
    assert "Gran's" not in form.title


def test_nobody_moves_with_a_new_address_into_a_home_that_is_kept_from_them() -> None:
    family = the_ormes(home("h2", "C", "1 Long Lane", hidden_from=("p2",)))
    father = replace(family.people[1], household=None)
    family = replace(family, people=(family.people[0], father, family.people[2]))
    form = Filling(family, HouseholdForm(REF, None, lives_here="p2"))
    assert form.types("household", "C").problem.startswith("This home is kept from them.")
