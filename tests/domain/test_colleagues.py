from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from eymeeting.domain.colleagues import as_known, completion, in_a_line, read_colleague
from eymeeting.domain.family import Family
from eymeeting.domain.introductions import read_introduction
from eymeeting.domain.people import FamilyDetails, Worker
from eymeeting.domain.settings import Colleague
from eymeeting.packs import default_pack

GRACE = Colleague(
    id="g",
    position=1,
    name="Grace Holloway",
    role="Family support worker",
    agency="Larkfield centre",
    phone="01632 960 123",
    email="grace@example.org",
)
GRAHAM = Colleague(id="h", position=2, name="Graham Pell", role="Health visitor", agency="")
NOBODY = Family(details=FamilyDetails(id="F", family_name="Pell"))
LINE = "Grace Holloway, Family support worker, Larkfield centre"


def test_a_colleague_is_read_from_one_line() -> None:
    read = read_colleague("Grace Holloway, family support worker, Larkfield centre, room 2", [GRAHAM])
    assert read.colleague is not None
    assert (read.colleague.name, read.colleague.role) == ("Grace Holloway", "Family support worker")
    assert read.colleague.agency == "Larkfield centre, room 2"
    assert read.colleague.position == 3
    assert read.understood == "Grace Holloway · Family support worker · Larkfield centre, room 2"


def test_an_interpreter_is_known_by_the_job() -> None:
    read = read_colleague("Samir Aziz, Pashto interpreter", [])
    assert read.colleague is not None
    assert read.colleague.interpreter is True
    assert read.understood == "Samir Aziz · Pashto interpreter · no service named"


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("", ""),
        ("Grace", "After a comma, say their job; after another, the service."),
        ("grace holloway, FAMILY support worker, larkfield centre", "grace holloway is on the list already."),
    ],
)
def test_what_is_no_colleague_yet_says_what_is_missing(typed: str, problem: str) -> None:
    read = read_colleague(typed, [GRACE])
    assert read.colleague is None
    assert read.problem == problem


def test_a_line_read_and_written_again_is_the_same() -> None:
    again = read_colleague(in_a_line(GRACE), []).colleague
    assert again is not None
    assert in_a_line(again) == in_a_line(GRACE) == LINE


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("G", None),
        ("Gr", LINE),
        ("gra", LINE),
        ("GRAH", "Graham Pell, Health visitor"),
        ("Grace Holloway, F", LINE),
        (LINE, None),
        ("Holloway", None),
    ],
)
def test_two_letters_of_a_name_offer_the_whole_line(typed: str, offered: str | None) -> None:
    assert completion(typed, [GRACE, GRAHAM], ()) == offered


def test_somebody_who_helps_the_family_already_is_not_offered() -> None:
    here = Worker(id="w1", position=1, name="grace holloway", role="family support worker", agency="")
    assert completion("Gra", [GRACE, GRAHAM], [here]) == "Graham Pell, Health visitor"


def test_a_colleague_brings_along_how_to_reach_them() -> None:
    told = as_known(read_introduction(LINE, NOBODY, default_pack(), date(2026, 11, 22)), [GRAHAM, GRACE])
    assert isinstance(told.member, Worker)
    assert (told.member.phone, told.member.email) == ("01632 960 123", "grace@example.org")


def test_somebody_else_of_that_name_is_not_taken_for_the_colleague() -> None:
    other = replace(GRACE, agency="Harbour Homes")
    told = read_introduction(LINE, NOBODY, default_pack(), date(2026, 11, 22))
    assert as_known(told, [other]) == told
