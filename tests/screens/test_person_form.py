from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made.views import Filling, family_of, home, person, worker

from eymeeting.domain.actions import Action
from eymeeting.domain.entry import FOR_THE_FAMILY
from eymeeting.domain.family import Family
from eymeeting.domain.meeting import FamilyChange, Meeting
from eymeeting.domain.people import Person
from screens.forms.person import PersonForm

REF = "EYM-0071"
MEETING = Meeting(
    id="m1",
    number=1,
    type="taf_first",
    on=date(2026, 9, 1),
    start="10:00",
    planned_minutes=60,
    chair="w1",
    venue="Hall",
)


def the_ormes(*more: Any) -> Family:
    return family_of(
        person("p1", "Tess", "Orme", "mother"),
        person("p2", "Rafe", "Orme", "father", household="B"),
        person("c1", "Ned", "Orme", "child", "child"),
        person("c2", "Meg", "Orme", "child", "child"),
        worker("w1", "Ann Bell", "Support worker", "Centre"),
        home("h1", "A", "4 Alder Court", "Stowe", postcode="ZZ99 4AA"),
        *more,
    )


def filling(who: str, family: Family | None = None) -> Filling:
    return Filling(family or the_ormes(), PersonForm(REF, who))


def known(form: Filling, who: str = "p1") -> Person:
    found = form.family.person(who)
    assert found is not None
    return found


TYPED = {
    "first_name": "Theresa",
    "last_name": "Orme-Vane",
    "preferred_name": "Tess",
    "pronouns": "she/her",
    "own_script": "Тесса",
    "relationship": "adoptive mother",
    "phone": "01632 960301",
    "email": "tess@example.org",
    "first_language": "Polish",
    "interpreter": "Polish, by phone",
    "access_needs": "a room without steps",
    "school": "College",
    "gp": "Dr Hale, High Street",
    "ethnicity": "in her words",
    "legal_status": "section 20",
}


@pytest.mark.parametrize("row", TYPED)
def test_words_typed_in_a_row_are_kept_and_stand_there(row: str) -> None:
    form = filling("p1")
    form.types(row, f"  {TYPED[row]} ")
    assert getattr(known(form), row) == TYPED[row]
    assert form.shown(row) == TYPED[row]
    assert form.types(row, TYPED[row]).changes == ()


@pytest.mark.parametrize("row", sorted(TYPED.keys() - {"first_name", "last_name", "relationship"}))
def test_a_row_that_is_emptied_is_not_known_any_more(row: str) -> None:
    form = filling("p1")
    form.types(row, TYPED[row])
    form.types(row, " ")
    assert getattr(known(form), row) is None


def test_a_last_name_may_be_empty_but_a_first_name_and_who_they_are_may_not() -> None:
    form = filling("p1")
    form.types("last_name", "")
    assert known(form).full_name == "Tess"
    assert form.types("first_name", "").problem == "Somebody with one name has it as their first."
    assert form.types("relationship", " ").problem == "Who are they in the family? Any words will do."


def test_everyday_words_for_who_somebody_is_become_the_packs_and_any_others_stay() -> None:
    form = filling("p1")
    assert form.types("relationship", "mum").understood == "mother"
    assert form.types("relationship", "gran").understood == "grandmother"
    assert known(form).relationship == "grandmother"
    form.types("relationship", "a friend from church")
    assert known(form).relationship == "a friend from church"
    assert "foster carer" in form.rows()["relationship"].suggestions


def test_a_birthday_is_in_the_past_and_read_back_in_words() -> None:
    form = filling("c1")
    assert form.types("dob", "12 oct").understood == "Monday 12 October 2026, 5 weeks old"
    assert (known(form, "c1").dob, known(form, "c1").dob_estimated) == (date(2026, 10, 12), None)
    assert form.types("dob", "3 dec 2026").problem == "That day is still to come."
    assert form.shown("dob") == "12 October 2026"


def test_a_birth_that_is_estimated_is_marked_and_told_so() -> None:
    form = filling("c1")
    assert form.types("dob", "about 3 years old").understood == "about 2023, about 3 years old"
    assert (known(form, "c1").dob, known(form, "c1").dob_estimated) == (date(2023, 1, 1), True)
    assert form.shown("dob") == "about 2023"
    assert form.types("dob", form.shown("dob")).changes == ()
    form.types("dob", "not known")
    assert (known(form, "c1").dob, known(form, "c1").dob_estimated) == (None, None)


def test_an_unborn_baby_has_a_day_when_it_is_due_and_no_age() -> None:
    form = filling("c3", the_ormes(person("c3", "Baby", "Orme", "unborn baby", "unborn")))
    assert form.types("due_date", "3 may").understood == "Monday 3 May 2027, in about 5 months"
    assert form.title == "Baby Orme, due 3 May 2027"
    assert not {"phone", "nhs_number", "school", "upn", "parental_responsibility"} & form.rows().keys()


def test_a_baby_that_is_born_keeps_its_place_and_has_a_birthday() -> None:
    baby = person("c3", "Baby", "Orme", "unborn baby", "unborn", due_date=date(2026, 12, 1))
    form = filling("c3", the_ormes(baby))
    before = [each.id for each in form.family.people]
    assert form.types("dob", "yesterday").understood == "Born Saturday 21 November 2026, less than a week old"
    born = known(form, "c3")
    assert (born.kind, born.dob, born.due_date) == ("child", date(2026, 11, 21), None)
    assert (born.relationship, [each.id for each in form.family.people]) == ("child", before)
    assert form.chooses("kind", "unborn").problem == (
        "Somebody with a birthday is born. Empty the birthday first."
    )


def test_parental_responsibility_is_yes_no_or_not_known_and_a_question_stands_while_it_is_not() -> None:
    form = filling("p1")
    row = form.rows()["parental_responsibility"]
    assert row.shown == "not known yet: please ask"
    assert row.hint == "Does Tess have parental responsibility? It is not known yet."
    form.chooses("parental_responsibility", "no")
    assert known(form).parental_responsibility is False
    assert form.rows()["parental_responsibility"].hint == ""
    form.chooses("parental_responsibility", "no")
    assert known(form).parental_responsibility is None


def test_several_looks_of_copies_may_be_wanted_at_once() -> None:
    form = filling("p1")
    for wanted in ("read_aloud", "large"):
        form.chooses("formats", wanted)
    assert known(form).formats == ("large", "read_aloud")
    assert form.shown("formats") == "large print, read aloud"
    form.chooses("formats", "large")
    form.chooses("formats", "read_aloud")
    assert known(form).formats is None


def test_an_nhs_number_is_kept_only_when_its_check_figure_fits() -> None:
    form = filling("c1")
    assert form.types("nhs_number", "9434765919").understood == "The check figure fits."
    assert known(form, "c1").nhs_number == "943 476 5919"
    wrong = form.types("nhs_number", "943 476 5991")
    assert wrong.problem.startswith("Two figures may have changed places")
    assert known(form, "c1").nhs_number == "943 476 5919"
    form.types("nhs_number", "")
    assert known(form, "c1").nhs_number is None


@pytest.mark.parametrize(
    ("row", "odd", "note"),
    [
        ("phone", "07700", "5 figures so far. It is kept as typed."),
        ("phone", "ask next door", "0 figures so far. It is kept as typed."),
        ("email", "tess at home", "Not a whole email address yet. It is kept as typed."),
        (
            "upn",
            "A12",
            "A pupil number is a letter and twelve more, nearly all figures. It is kept as typed.",
        ),
    ],
)
def test_what_looks_odd_is_said_and_kept_all_the_same(row: str, odd: str, note: str) -> None:
    form = filling("c1")
    assert form.types(row, odd).understood == note
    assert getattr(known(form, "c1"), row) == odd


def test_what_somebody_is_to_one_child_is_told_only_where_it_differs() -> None:
    form = filling("p1")
    assert form.rows()["to c1"].hint == "mother"
    form.types("to c1", "step-mum")
    assert [(each.child, each.relation) for each in form.family.relations] == [("c1", "step-parent")]
    form.types("to c1", "aunt")
    assert [each.relation for each in form.family.relations] == ["aunt"]
    form.types("to c1", "")
    assert form.family.relations == ()
    assert form.types("to c2", "mother").changes == ()
    assert "to c2" not in filling("c1").rows()


def test_who_is_kept_from_somebody_never_learns_where_they_live_either() -> None:
    form = filling("p1")
    assert form.chooses("hidden_from", "p2").understood == "Where they live is kept from them too."
    assert known(form).hidden_from == ("p2",)
    assert form.family.households[0].hidden_from == ("p2",)
    assert form.chooses("hidden_from", "p2").understood.startswith("Where they live stays kept")
    assert known(form).hidden_from is None
    assert form.family.households[0].hidden_from == ("p2",)


def test_moving_to_another_home_takes_along_whom_it_is_kept_from() -> None:
    form = filling("p1", the_ormes(home("h2", "C", "1 Long Lane")))
    form.chooses("hidden_from", "p2")
    form.chooses("household", "C")
    assert {each.household: each.hidden_from for each in form.family.households}["C"] == ("p2",)


def test_how_to_reach_somebody_kept_from_anyone_is_marked_to_be_covered() -> None:
    form = filling("p1")
    assert not any(row.kept for row in form.rows().values())
    form.chooses("hidden_from", "p2")
    assert {row.id for row in form.rows().values() if row.kept} == {
        "household",
        "phone",
        "email",
        "hidden_from",
        "school",
        "gp",
    }
    assert form.shown("household") == "A"
    assert filling("p1").shown("household") == "A (Tess, Ned and Meg)"


def test_a_child_who_lives_with_somebody_kept_from_anyone_is_covered_too() -> None:
    mother = filling("p1")
    mother.chooses("hidden_from", "p2")
    assert filling("c1", mother.family).rows()["phone"].kept
    assert filling("c1", mother.family).shown("household") == "A"
    assert not filling("p2", mother.family).rows()["phone"].kept


def test_somebody_named_nowhere_can_be_taken_away_and_otherwise_there_is_the_day_they_left() -> None:
    form = filling("p2")
    gone = form.form.taken_away(form.view)
    assert gone is not None
    assert [change.before for change in gone.changes] == [form.family.person("p2")]
    action = Action(
        id="a1",
        meeting="m1",
        text="Ring",
        owner="p2",
        due=None,
        area="home",
        status="not_started",
        visibility=FOR_THE_FAMILY,
    )
    form = filling("p2", the_ormes(MEETING, action))
    stays = form.form.taken_away(form.view)
    assert stays is not None
    assert stays.problem == "Rafe is named in actions. Write the day they left instead."
    assert form.types("left", "last friday").understood == "Friday 20 November 2026, 2 days ago"
    gone_since = form.family.person_on("p2", date(2026, 11, 20))
    assert gone_since is not None
    assert gone_since.left == date(2026, 11, 20)


def test_a_name_told_at_a_meeting_is_put_right_where_it_was_told() -> None:
    baby = person("c3", "Baby", "Orme", "unborn baby", "unborn", due_date=date(2026, 9, 20))
    news = FamilyChange(
        id="n1", meeting="m1", person="c3", event="born", on=date(2026, 9, 18), first_name="Ida"
    )
    form = filling("c3", the_ormes(MEETING, baby, news))
    assert form.title == "Ida (child)"
    assert (form.shown("first_name"), form.shown("dob")) == ("Ida", "18 September 2026")
    form.types("first_name", "Ada")
    form.types("dob", "17 sept")
    [told] = form.family.family_changes
    assert (told.first_name, told.on) == ("Ada", date(2026, 9, 17))
    assert known(form, "c3").first_name == "Baby"
    assert (form.shown("first_name"), form.shown("dob")) == ("Ada", "17 September 2026")
    assert form.types("dob", "").problem.startswith("That was told at a meeting")


def test_somebody_who_is_gone_leaves_an_empty_form() -> None:
    form = filling("p9")
    assert form.rows() == {}
    assert form.types("phone", "1").problem == "They are not here any more."
    assert form.form.taken_away(form.view) is None


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(["p1", "c1"]), st.data(), st.text(max_size=30))
def test_what_is_typed_is_kept_or_said_why_not_and_undone_it_is_as_before(
    who: str, data: st.DataObject, words: str
) -> None:
    form = filling(who)
    row = data.draw(st.sampled_from(sorted(row.id for row in form.rows().values() if not row.choices)))
    before = form.family
    reading = form.types(row, words)
    assert not (reading.problem and reading.changes)
    for change in reversed(reading.changes):
        form.family = form.family.after(change.undone())
    assert form.family == before
    if not reading.problem:
        again = form.types(row, words)
        assert not again.problem
        shown = form.shown(row)
        assert form.types(row, shown).changes == () or not shown


def test_a_household_that_is_only_a_letter_may_be_chosen() -> None:
    form = filling("p1", family_of(person("p1", "Tess", "Orme", "mother", household=None)))
    form.types("household", "A")
    assert known(form).household == "A"
    assert form.family.households == ()


def test_an_address_is_not_taken_as_the_name_of_a_home() -> None:
    form = filling("p1", family_of(person("p1", "Tess", "Orme", "mother", household=None)))
    assert "The address goes under Where they live" in form.rows()["household"].hint
    refused = form.types("household", "4 Alder Court")
    assert refused.problem.startswith("The address goes under Where they live.")
    assert known(form).household is None


def test_a_home_kept_from_somebody_has_no_name_on_their_page_and_they_cannot_be_put_into_it() -> None:
    mother = filling("p1", the_ormes(home("h2", "Gran's", "1 Long Lane")))
    mother.chooses("household", "Gran's")
    mother.chooses("hidden_from", "p2")
    father = filling("p2", mother.family)
    assert [choice.words for choice in father.rows()["household"].choices] == [
        "another home",
        "B (Rafe)",
        "A (Ned and Meg)",
    ]
    refused = father.chooses("household", "Gran's")
    assert refused.problem.startswith(
        "This home is kept from them. If they do live there now, first let that go"
    )
    assert known(father, "p2").household == "B"
    child = filling("c1", mother.family)
    assert next(choice.words for choice in child.rows()["household"].choices) == "C"
    child.chooses("household", "Gran's")
    assert known(child, "c1").household == "Gran's"


def test_the_address_of_somebodys_home_is_a_key_away_and_a_new_one_is_theirs() -> None:
    here = filling("p1").form
    assert isinstance(here, PersonForm)
    found = here.home(filling("p1").view)
    assert found is not None
    assert found.where.endswith("household h1")
    father = filling("p2", the_ormes(person("p3", "Gran", "Orme", "grandmother", household=None)))
    gran = PersonForm(REF, "p3").home(father.view)
    assert gran is not None
    address = Filling(father.family, gran)
    address.types("line 0", "1 Long Lane")
    assert address.family.households[-1].household == "C"
    assert known(address, "p3").household == "C"
    again = PersonForm(REF, "p3").home(address.view)
    assert again is not None
    assert again.where == gran.where


@pytest.mark.parametrize(
    ("typed", "code", "shown"),
    [
        ("arabic", "ar", "Arabic"),
        ("PL", "pl", "Polish"),
        ("ku_arab", "ku-Arab", "Kurdish (ku-Arab)"),
        ("Kurdish (ku-Arab)", "ku-Arab", "Kurdish (ku-Arab)"),
        ("xog", "xog", "xog"),
        ("English", None, "English"),
        ("", None, "English"),
    ],
)
def test_the_language_of_the_headings_is_typed_by_name_or_by_code(
    typed: str, code: str | None, shown: str
) -> None:
    form = filling("p1")
    form.types("copy_language", typed)
    assert known(form).copy_language == code
    assert form.shown("copy_language") == shown
    assert form.types("copy_language", shown).changes == ()
    assert "Polish" in form.rows()["copy_language"].suggestions


def test_words_that_are_no_language_are_not_kept_as_one() -> None:
    form = filling("p1")
    assert "Which language is that?" in form.types("copy_language", "the usual").problem
    assert known(form).copy_language is None
