from dataclasses import replace

import pytest
from made.views import REF, Filling, family_of, person, worker

from eymeeting.domain.family import Family
from eymeeting.domain.in_words import listed
from eymeeting.domain.people import SafeContact
from eymeeting.domain.safe_touch import unsafe_ways, ways_of_contact, ways_to_give, what_is_unsafe
from screens.forms.contact import ContactForm

ORMES = family_of(
    person("p1", "Bea", "Orme", "mother"),
    worker("w1", "Jo Lamb", "Family worker", "Hub"),
    worker("w2", "Al", "GP", "Hub"),
)
NOT_SAFE = {
    "write": (SafeContact(write="no"), {"letter"}, {"posted"}),
    "leave a message": (SafeContact(leave_message="no"), {"message"}, {"sent by a safe link"}),
    "ring": (SafeContact(ring="no"), {"call", "video"}, set()),
}


def where(safe: SafeContact) -> Family:
    return replace(ORMES, details=replace(ORMES.details, safe_contact=safe))


def offered(filling: Filling) -> set[str]:
    return {choice.id for choice in filling.rows()["how"].choices}


@pytest.mark.parametrize("what", NOT_SAFE)
def test_what_is_not_safe_is_offered_nowhere(what: str) -> None:
    safe, ways, papers = NOT_SAFE[what]
    family = where(safe)
    assert unsafe_ways(family) == ways
    assert ways_of_contact(family) == tuple(way for way in ways_of_contact(ORMES) if way not in ways)
    assert set(ways_to_give(ORMES)) - set(ways_to_give(family)) == papers
    assert what_is_unsafe(family) == f"do not {listed([what])}"
    filling = Filling(family, ContactForm(REF, "c1"))
    assert not ways & offered(filling)
    filling.types("text", "She came by")
    assert not ways & offered(filling)
    assert filling.family.contacts[0].how not in ways


def test_a_way_that_was_used_before_it_was_unsafe_stays_told() -> None:
    filling = Filling(ORMES, ContactForm(REF, "c1"))
    filling.types("text", "She rang")
    filling.family = replace(filling.family, details=where(SafeContact(ring="no")).details)
    assert filling.shown("how") == "call"
    assert "video" not in offered(filling)


def test_a_worker_may_be_reached_in_every_way() -> None:
    filling = Filling(where(SafeContact(write="no", ring="no", leave_message="no")), ContactForm(REF, "c1"))
    filling.types("text", "The surgery opens at nine")
    filling.chooses("who", "w2")
    assert offered(filling) == set(ways_of_contact(ORMES))


def test_what_is_not_known_is_not_taken_for_unsafe() -> None:
    assert ways_of_contact(where(SafeContact(write="unknown"))) == ways_of_contact(ORMES)
    assert what_is_unsafe(ORMES) == ""
