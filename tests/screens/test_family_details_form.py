from __future__ import annotations

from datetime import date

import pytest
from made.views import Filling, family_of, person

from eymeeting.domain.people import SafeContact
from screens.forms.family_details import FamilyDetailsForm

REF = "EYM-0071"


def filling() -> Filling:
    return Filling(family_of(person("p1", "Tess", "Orme", "mother")), FamilyDetailsForm(REF))


@pytest.mark.parametrize("row", ["chosen_name", "came_from", "case_system_number", "hub", "access_needs"])
def test_words_about_the_family_are_kept_and_can_be_emptied(row: str) -> None:
    form = filling()
    form.types(row, " as they said it ")
    assert getattr(form.family.details, row) == form.shown(row) == "as they said it"
    form.types(row, "")
    assert getattr(form.family.details, row) is None


def test_a_family_is_always_called_something() -> None:
    form = filling()
    problem = form.types("family_name", " ").problem
    assert problem == "What do the services call the family? It needs a name."
    form.types("family_name", "Orme / Vane")
    assert form.title == "About the family · Orme / Vane"


def test_the_days_of_the_work_lie_in_the_past() -> None:
    form = filling()
    assert form.types("assessment_date", "12 oct").understood == "Monday 12 October 2026, about 6 weeks ago"
    form.types("opened", "3 dec")
    assert (form.family.details.assessment_date, form.family.details.opened) == (
        date(2026, 10, 12),
        date(2025, 12, 3),
    )
    assert form.types("opened", form.shown("opened")).changes == ()
    assert form.types("opened", "tomorrow").problem == "That day is still to come."
    assert form.types("opened", "rubbish").problem == "Write the day as you would say it: 12 march."
    form.types("opened", "")
    assert form.family.details.opened is None


def test_a_choice_made_again_is_let_go() -> None:
    form = filling()
    form.chooses("plan_kind", "child_in_need")
    form.chooses("level_of_need", "3")
    form.chooses("ring", "no")
    details = form.family.details
    assert (details.plan_kind, details.level_of_need) == ("child_in_need", 3)
    assert details.safe_contact == SafeContact(ring="no")
    for row, choice in (("plan_kind", "child_in_need"), ("level_of_need", "3"), ("ring", "no")):
        form.chooses(row, choice)
    details = form.family.details
    assert (details.plan_kind, details.level_of_need, details.safe_contact) == (None, None, None)
    assert form.form.taken_away(form.view) is None
