from dataclasses import replace
from datetime import date

import pytest

from eymeeting.domain.family import Family
from eymeeting.domain.meeting import Meeting
from eymeeting.domain.people import FamilyDetails, Household, Person, Worker
from eymeeting.domain.protected import holds, protected_words
from eymeeting.domain.sight import Reader
from eymeeting.packs import default_pack

TODAY = date(2026, 6, 1)
PACK = default_pack()


def person(name: str) -> Person:
    return Person(
        id=name,
        first_name=name.capitalize(),
        last_name="Rowe",
        relationship="parent",
        kind="adult",
        dob=None,
        due_date=None,
        parental_responsibility=None,
        household=None,
    )


FAMILY = Family(
    details=FamilyDetails(id="F-1", family_name="Rowe"),
    people=(person("mum"), person("dad"), person("gran")),
)


def test_an_address_and_a_surname_kept_from_a_reader_are_protected_and_a_shared_surname_is_not() -> None:
    safe = Household(
        id="h",
        household="A",
        lines=("Flat 2, 9 Hazel Row", "[refuge, ask the adviser]"),
        postcode="ZZ99 3AA",
        hidden_from=("dad",),
    )
    mum = replace(
        FAMILY.people[0], last_name="Vane", household="A", phone="07700 900201", hidden_from=("dad",)
    )
    family = replace(FAMILY, households=(safe,), people=(mum, *FAMILY.people[1:]))
    words = protected_words(family, Reader(id="dad"), today=TODAY, pack=PACK)
    for text in ("at 9 Hazel Row", "in Hazel  row", "zz993aa", "+44 7700 900 201", "Ms VANE", "the refuge"):
        assert any(holds(text, word) for word in words), text
    shared = replace(family, people=(replace(mum, last_name="Rowe"), *FAMILY.people[1:]))
    assert "Rowe" not in protected_words(shared, Reader(id="dad"), today=TODAY, pack=PACK)
    assert protected_words(family, Reader(id="gran"), today=TODAY, pack=PACK) == ()


@pytest.mark.parametrize(
    ("text", "protected", "found"),
    [
        ("the flower shop", "Lowe", False),
        ("Kelly Lowe’s flat", "lowe", True),
        ("ring 07700-900 107 today", "07700 900107", True),
        ("ring 07700 900108 today", "07700 900107", False),
        ("Nguyen", "Nguyễn", True),
        ("22, Quarry\nLane", "22 Quarry Lane", True),
        ("122 Quarry Lane", "22 Quarry Lane", False),
        ("NHS 9999901042", "999 990 1042", True),
        ("ring 07700–900/107", "07700 900107", True),
        ("ring 07700,900,107", "07700 900107", True),
        ("ring 960 301", "960301", True),
        ("ring 1960301", "960301", False),
        ("SafeSteps rang", "Safe Steps", True),
        ("Ms Obrien", "O’Brien", True),
        ("lowest", "Lowe", False),
    ],
)
def test_a_protected_text_is_found_however_it_is_written_and_only_as_whole_words(
    text: str, protected: str, *, found: bool
) -> None:
    assert holds(text, protected) is found


def test_a_name_that_is_a_word_on_every_paper_and_a_number_too_short_to_find_are_not_looked_for() -> None:
    june = replace(FAMILY.people[0], last_name="June", hidden_from=("dad",))
    details = replace(FAMILY.details, case_system_number="2026")
    family = replace(FAMILY, details=details, people=(june, *FAMILY.people[1:]))
    assert "June" not in protected_words(family, Reader(id="dad"), today=TODAY, pack=PACK)
    assert "2026" not in protected_words(family, Reader(id="dad"), today=TODAY, pack=PACK)
    longer = replace(family, details=replace(details, case_system_number="C 2026/117"))
    assert "C 2026/117" in protected_words(longer, Reader(id="dad"), today=TODAY, pack=PACK)


def test_health_and_pupil_numbers_of_everybody_are_protected_from_everybody() -> None:
    gran = replace(FAMILY.people[2], nhs_number="999 990 3001", upn="A801200001001")
    family = replace(FAMILY, people=(*FAMILY.people[:2], gran))
    for who in ("mum", "gran"):
        assert set(protected_words(family, Reader(id=who), today=TODAY, pack=PACK)) == {
            "999 990 3001",
            "A801200001001",
        }


def kept_from_dad(mum: Person, *homes: Household) -> tuple[str, ...]:
    family = replace(FAMILY, households=homes, people=(mum, *FAMILY.people[1:]))
    return protected_words(family, Reader(id="dad"), today=TODAY, pack=PACK)


def test_a_last_name_that_is_a_common_word_is_found_with_a_first_name_or_a_title() -> None:
    for name in ("May", "Styles", "Strong", "Call"):
        words = kept_from_dad(replace(FAMILY.people[0], last_name=name, hidden_from=("dad",)))
        assert name not in words
        assert any(holds(f"ask Mrs {name.lower()} about it", word) for word in words), name
        assert not any(holds(f"{name} us about strong styles at home", word) for word in words), name
    lowe = kept_from_dad(replace(FAMILY.people[0], last_name="Lowe", hidden_from=("dad",)))
    assert any(holds("the Lowes moved", word) for word in lowe)
    said = kept_from_dad(replace(FAMILY.people[0], last_name="Said", hidden_from=("dad",)))
    assert not any(holds("Mum said so", word) for word in said)


def test_a_street_and_a_district_are_found_as_people_write_them() -> None:
    mum = replace(FAMILY.people[0], household="A", hidden_from=("dad",))
    home = Household(
        id="h",
        household="A",
        lines=("Flat 3, 14-16 Station Road",),
        postcode="ZZ98 3AA",
        hidden_from=("dad",),
    )
    words = kept_from_dad(mum, home)
    for text in ("14-16 station road", "off Station Rd.", "stationroad", "somewhere in zz98"):
        assert any(holds(text, word) for word in words), text
    for text in ("to the station", "by road", "flat 3"):
        assert not any(holds(text, word) for word in words), text


def test_a_school_is_found_that_is_called_like_a_common_word_and_a_district_where_the_reader_met_is_not() -> (
    None
):
    ash = replace(FAMILY.people[0], school="Hope", household="A", hidden_from=("dad",))
    home = Household(id="h", household="A", lines=(), postcode="ZZ98 3AA", hidden_from=("dad",))
    words = kept_from_dad(ash, home)
    for text in ("starts at Hope on Monday", "Hope Primary rang"):
        assert any(holds(text, word) for word in words), text
    assert not any(holds("We hope to see you at school", word) for word in words)
    met = Meeting(
        id="m",
        number=1,
        type="taf_first",
        on=TODAY,
        start="10:00",
        planned_minutes=60,
        chair="w",
        venue="Hub, ZZ98 1AA",
    )
    family = replace(FAMILY, households=(home,), people=(ash, *FAMILY.people[1:]), meetings=(met,))
    known = protected_words(family, Reader(id="dad"), today=TODAY, pack=PACK)
    assert "ZZ98" in words
    assert "ZZ98" not in known
    assert "ZZ98 3AA" in known


def test_a_telephone_number_is_found_beside_words_and_of_a_landline_what_neighbours_dial() -> None:
    words = kept_from_dad(
        replace(FAMILY.people[0], phone="01632 960 455 (not after 8)", hidden_from=("dad",))
    )
    for text in ("ring +44 (0)1632 960455", "960455 is best", "on 960 455"):
        assert any(holds(text, word) for word in words), text


def test_somebody_with_a_helpers_last_name_is_found_by_both_names_and_the_helper_is_still_named() -> None:
    ben = Worker(id="w1", name="Ben Vane", role="Support worker", agency="Larkfield centre")
    mum = replace(FAMILY.people[0], last_name="Vane", hidden_from=("dad",))
    family = replace(FAMILY, workers=(ben,), people=(mum, *FAMILY.people[1:]))
    words = protected_words(family, Reader(id="dad"), today=TODAY, pack=PACK)
    assert any(holds("Mum Vane came", word) for word in words)
    assert not any(holds("Ben Vane came", word) for word in words)
