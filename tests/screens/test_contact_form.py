from __future__ import annotations

from datetime import date

import pytest
from made.views import REF, Filling, family_of, person, worker

from eymeeting.domain.family import Family
from screens.forms.contact import ContactForm

ORMES = (person("p1", "Bea", "Orme", "mother"), worker("w1", "Jo Lamb", "Family worker", "Hub"))


@pytest.fixture
def family() -> Family:
    return family_of(*ORMES)


@pytest.mark.parametrize(
    ("typed", "on"),
    [("12 oct", date(2026, 10, 12)), ("friday", date(2026, 11, 20)), ("yesterday", date(2026, 11, 21))],
)
def test_the_day_of_a_call_is_one_that_has_been(family: Family, typed: str, on: date) -> None:
    filling = Filling(family, ContactForm(REF, "c1"))
    filling.types("text", "She will ring back")
    filling.types("on", typed)
    assert [(call.on, call.text) for call in filling.family.contacts] == [(on, "She will ring back")]


def test_a_call_that_is_still_to_come_is_none(family: Family) -> None:
    filling = Filling(family, ContactForm(REF, "c1"))
    assert filling.types("on", "tomorrow").problem == "That day is still to come."
    assert filling.family.contacts == ()
