from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made.panels import osmans, person, whites

from eymeeting.domain.family import Family
from eymeeting.domain.protected import holds_any
from eymeeting.domain.without_names import names_of, ways_to_find, without_names


def with_people(*named: tuple[str, str, str]) -> Family:
    people = tuple(person(f"p{at + 5}", *each) for at, each in enumerate(named))
    return replace(osmans(), people=people)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("Ring Sahra Osman about the damp", "Ring [mother] about the damp"),
        ("Ring SAHRA's landlord", "Ring [mother]'s landlord"),
        ("See Osman, Idil and Nell White", "See [family], [child] and [a name]"),
        ("Team Osman meets at the hall", "[family] meets at the hall"),
        ("Book the repair", "Book the repair"),
        ("", ""),
    ],
)
def test_names_give_way_to_what_somebody_is_to_the_family(typed: str, told: str) -> None:
    assert without_names(typed, osmans(), [whites()]) == told


def test_a_name_that_is_a_word_of_every_day_goes_only_where_it_is_meant() -> None:
    family = with_people(("Will", "Pell", "father"), ("May", "Pell", "child"))
    assert without_names("Will ring in May and ask Will", family) == "Will ring in [child] and ask [father]"
    assert without_names("We will see. Will rings Will Pell", family) == "We will see. Will rings [father]"


def test_names_are_found_without_their_accents_and_apostrophes() -> None:
    family = with_people(("Łucja", "O’Brien", "mother"))
    assert without_names("Ask Lucja O'Brien, and Lucja", family) == "Ask [mother], and [mother]"


def test_what_stands_for_a_name_holds_no_name_itself() -> None:
    family = with_people(("Baby", "Pell", "unborn baby"), ("Jo", "Pell", "father (Baby's)"))
    assert without_names("For Baby, ask Jo", family) == "For [somebody], ask [father]"


def test_where_a_family_lives_is_told_by_its_street_and_not_by_its_town() -> None:
    assert ways_to_find(osmans()) == ("07700 900471", "4 Quay Row", "ZZ99 4WW")


@given(
    st.lists(st.sampled_from([*names_of(osmans()), *names_of(whites()), "rings", "about", "’s", "-", "."]))
)
def test_no_name_is_left_of_any_text(parts: list[str]) -> None:
    left = without_names(" ".join(parts), osmans(), [whites()])
    assert not holds_any(left, (each for each in names_of(osmans()) if each != "Team"))
    assert not holds_any(left, names_of(whites()))
