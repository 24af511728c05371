from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from made.views import Filling, family_of, home, person

from eymeeting.domain.family import Family
from eymeeting.domain.meeting import FamilyChange, Meeting
from eymeeting.domain.names import members_now, name_in_picker, named, names_in_picker, short_names
from eymeeting.domain.people import Person
from screens.forms.household import HouseholdForm
from screens.forms.person import PersonForm

REF = "EYM-0071"


def form_of(family: Family, who: str) -> Filling:
    return Filling(family, PersonForm(REF, who))


def picked(family: Family, who: str) -> str:
    return names_in_picker(members_now(family))[who]


def now(family: Family, who: str) -> Person:
    found = family.person_on(who, date.max)
    assert found is not None
    return found


def test_an_unborn_baby_is_shown_with_the_day_it_is_due_and_no_age() -> None:
    baby = person("c1", "Baby", "Żukowska", "unborn baby", "unborn", due_date=date(2026, 9, 20))
    family = family_of(person("p1", "Agnieszka", "Żukowska", "mother", preferred_name="Aga"), baby)
    assert picked(family, "c1") == "Baby Żukowska, due 20 September 2026"
    form = form_of(family, "c1")
    assert form.title == "Baby Żukowska, due 20 September 2026"
    assert "old" not in " ".join(row.shown for row in form.rows().values())
    assert "nhs_number" not in form.rows()
    assert picked(family, "p1") == "Aga (mother)"


def test_after_the_birth_the_same_row_has_the_name_and_the_birthday() -> None:
    baby = person("c1", "Baby", "Żukowska", "unborn baby", "unborn", due_date=date(2026, 9, 20))
    meeting = Meeting(
        id="m1",
        number=2,
        type="taf_review",
        on=date(2026, 10, 6),
        start="10:00",
        planned_minutes=60,
        chair="w1",
        venue="Hall",
    )
    born = FamilyChange(
        id="n1", meeting="m1", person="c1", event="born", on=date(2026, 9, 18), first_name="Zofia"
    )
    family = family_of(person("p1", "Agnieszka", "Żukowska", "mother"), baby, meeting, born)
    form = form_of(family, "c1")
    assert picked(family, "c1") == form.title == "Zofia (child)"
    assert form.shown("dob") == "18 September 2026"
    assert "due_date" not in form.rows()
    assert [each.id for each in family.people] == ["p1", "c1"]
    typed = form_of(family_of(person("p1", "Agnieszka", "Żukowska", "mother"), baby), "c1")
    typed.types("dob", "18 sept")
    typed.types("first_name", "Zofia")
    assert (typed.title, typed.shown("dob")) == ("Zofia (child)", "18 September 2026")
    assert [each.id for each in typed.family.people] == ["p1", "c1"]


def test_parental_responsibility_not_known_yet_is_asked_about_and_not_assumed() -> None:
    family = family_of(person("p2", "Seán", "O'Connor", "father"))
    row = form_of(family, "p2").rows()["parental_responsibility"]
    assert row.shown == "not known yet: please ask"
    assert row.hint == "Does Seán have parental responsibility? It is not known yet."
    assert now(family, "p2").parental_responsibility is None


def test_one_name_alone_stands_without_a_stray_space_or_comma() -> None:
    family = family_of(person("p3", "Bình", "", "grandmother", dob=date(1960, 1, 1), dob_estimated=True))
    grandmother = now(family, "p3")
    assert grandmother.full_name == "Bình"
    assert picked(family, "p3") == named(grandmother) == "Bình (grandmother)"
    form = form_of(family, "p3")
    assert form.title == "Bình (grandmother)"
    assert (form.shown("last_name"), form.shown("dob")) == ("", "about 1960")


def test_one_name_alone_is_told_apart_from_the_same_name() -> None:
    family = family_of(person("p1", "Bình", "", "grandmother"), person("p2", "Bình", "Nguyễn", "grandmother"))
    told = [picked(family, each) for each in ("p1", "p2")]
    assert told == ["Bình (grandmother)", "Bình Nguyễn (grandmother)"]


@pytest.mark.parametrize("row", ["first_name", "last_name", "own_script", "preferred_name"])
def test_names_typed_letter_by_letter_are_kept_composed(row: str) -> None:
    typed = unicodedata.normalize("NFD", "Nguyễn Hồng")
    assert typed != "Nguyễn Hồng"
    form = form_of(family_of(person("p1", "Hồng Thị", "Nguyễn", "mother")), "p1")
    form.types(row, typed)
    assert getattr(now(form.family, "p1"), row) == "Nguyễn Hồng"


def test_the_family_name_stands_first_where_somebody_has_it_so() -> None:
    form = form_of(family_of(person("p1", "Hồng Thị", "Nguyễn", "mother", preferred_name="chị Hồng")), "p1")
    assert now(form.family, "p1").full_name == "Hồng Thị Nguyễn"
    form.chooses("name_order", "family first")
    assert now(form.family, "p1").full_name == "Nguyễn Hồng Thị"
    assert form.shown("name_order") == "family name first"
    assert form.title == "chị Hồng (mother)"
    form.types("own_script", "阮氏紅")
    assert form.title == "chị Hồng (mother) · 阮氏紅"


def test_a_foster_carer_is_called_one_and_never_mum() -> None:
    family = family_of(
        person("p1", "Maureen", "Dunn", "foster carer", parental_responsibility=False),
        person("p2", "Kelly", "Lowe", "birth mother", household="B", parental_responsibility=True),
        person("c1", "Kai", "Brennan-Lowe", "child", "child", legal_status="section 20"),
    )
    form = form_of(family, "p1")
    assert picked(family, "p1") == form.title == "Maureen (foster carer)"
    assert form.shown("relationship") == "foster carer"
    form.types("relationship", "foster carer")
    everything = [*names_in_picker(members_now(family)).values(), *short_names(family).values()]
    assert not any("mum" in name.lower() for name in everything)


def test_who_has_parental_responsibility_is_told_and_asked_about_where_it_is_not_sure() -> None:
    family = family_of(
        person("p1", "Maureen", "Dunn", "foster carer", parental_responsibility=False),
        person("p2", "Kelly", "Lowe", "birth mother", parental_responsibility=True),
        person("p3", "Sean", "Brennan", "birth father"),
    )
    told = {who: form_of(family, who).rows()["parental_responsibility"].shown for who in ("p1", "p2", "p3")}
    assert told == {"p1": "no", "p2": "yes", "p3": "not known yet: please ask"}


def test_an_address_without_a_postcode_is_accepted() -> None:
    form = Filling(
        family_of(person("p1", "Bridget", "Ó Súilleabháin", "mother"), home("h1", "A", "Halting site")),
        HouseholdForm(REF, "h1"),
    )
    reading = form.types("postcode", "")
    assert (reading.problem, form.family.households[0].postcode) == ("", "")


def test_father_and_son_of_one_name_are_told_apart_in_forms() -> None:
    family = family_of(
        person("p2", "Martin", "Ó Súilleabháin", "father", preferred_name="Big Martin"),
        person("c1", "Martin", "Ó Súilleabháin", "child", "child", preferred_name="Marty"),
    )
    assert name_in_picker(family.people[0], family) == form_of(family, "p2").title
    assert form_of(family, "p2").title == "Martin (Big Martin, father)"
    assert form_of(family, "c1").title == "Marty (child)"
    choices = form_of(family, "c1").rows()["hidden_from"].choices
    assert [choice.words for choice in choices] == ["Martin (Big Martin, father)"]
