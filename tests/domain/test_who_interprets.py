from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from eymeeting.domain.family import Family
from eymeeting.domain.meeting import Attendance, Meeting
from eymeeting.domain.people import FamilyDetails, Worker
from eymeeting.domain.who_interprets import interpreter_called, interpreter_of

WANDA = Worker(id="i1", position=1, name="Wanda Lis", role="Interpreter", agency="Tandem")
AMIRA = Worker(id="i2", position=2, name="Amira Haddad", role="Arabic interpreter", agency="Tandem")
GRACE = Worker(id="w1", name="Grace Holloway", role="Health visitor", agency="Riverside")
MEETING = Meeting(
    id="m1",
    number=1,
    type="taf_first",
    on=date(2026, 11, 22),
    start="10:00",
    planned_minutes=60,
    chair="w1",
    venue="Larkfield",
)
FAMILY = Family(
    details=FamilyDetails(id="EYM-0001", family_name="Adeyemi"),
    workers=(GRACE, WANDA, AMIRA),
    meetings=(MEETING,),
)


def there(who: str) -> Attendance:
    return Attendance(id=f"t-{who}", meeting="m1", who=who, status="present")


@pytest.mark.parametrize("named", ["i1", "Wanda Lis", "wanda lis, Polish"])
def test_whoever_is_named_for_the_meeting_interprets(named: str) -> None:
    family = replace(FAMILY, meetings=(replace(MEETING, interpreter=named),), attendance=(there("i2"),))
    assert interpreter_of(family, "m1") == "i1"


def test_else_whoever_is_there_does_and_of_two_nobody_is_guessed() -> None:
    assert interpreter_of(FAMILY, "m1") is None
    assert interpreter_of(replace(FAMILY, attendance=(there("w1"), there("i2"))), "m1") == "i2"
    assert interpreter_of(replace(FAMILY, attendance=(there("i1"), there("i2"))), "m1") is None


@pytest.mark.parametrize(
    ("typed", "meant"), [("wan", "i1"), ("haddad", "i2"), ("Amira Haddad", "i2"), ("", None), ("grace", None)]
)
def test_the_beginning_of_a_name_means_an_interpreter(typed: str, meant: str | None) -> None:
    found = interpreter_called(typed, (WANDA, AMIRA))
    assert (None if found is None else found.id) == meant
