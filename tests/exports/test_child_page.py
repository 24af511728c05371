from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from docx.document import Document
from made.expected import families, lins_own, zoes_words
from made.papers import everything_in, found_in
from openxml_audit import OpenXmlValidator

from exports.child_page import build_child_page
from exports.copying import make_copy
from exports.leaks import check_nothing_leaks
from eymeeting.domain.copies import ChildPage, PlannedAction
from eymeeting.domain.people import Person
from eymeeting.domain.problems import Refused
from eymeeting.packs import default_pack

NOW = datetime(2026, 11, 24, 11, tzinfo=UTC)
PAGE = ChildPage(
    child="Jayden",
    on=date(2026, 11, 24),
    came=True,
    said=("I like it when Nan walks with me.",),
    said_on=None,
    will_happen=(
        PlannedAction(what="Nan will walk with you", who="Nan", due=date(2026, 12, 7)),
        PlannedAction(what="Start bed at 8", who="Dad", due=None, theirs=True),
        PlannedAction(what="Joe will be asked", who="Joe Marsh", due=None, not_yet_asked="Eve Turner"),
        PlannedAction(what="A light for your room", who="", due=None),
    ),
    talk_to="Eve Turner",
    is_the_end=False,
    organisation="Our children's centre",
)


@pytest.fixture
def lines(reopened: Callable[[Document], Any]) -> Callable[[ChildPage], list[str]]:
    return lambda page: reopened(build_child_page(page, NOW)).lines


def test_a_page_says_whose_it_is_what_they_said_what_will_happen_and_whom_to_talk_to(
    lines: Callable[[ChildPage], list[str]],
) -> None:
    assert lines(PAGE) == [
        "Jayden",
        "You came to our meeting on 24 November. Thank you.",
        "What you said",
        "“I like it when Nan walks with me.”",
        "What will happen",
        "Nan will walk with you.\nWho: Nan. When: by Monday 7 December.",
        "Start bed at 8.\nWho: you, with Dad.",
        "Joe will be asked.\nWho: Eve Turner will ask Joe Marsh.",
        "A light for your room.\nWho: we will find somebody.",
        "Who you can talk to",
        "Eve Turner.",
        "Any grown-up you trust.",
        "A good day looks like this",
        "Draw it here, or write.",
    ]


def test_where_nobody_heard_the_child_we_thought_about_them(lines: Callable[[ChildPage], list[str]]) -> None:
    unheard = replace(PAGE, came=False, said=(), will_happen=())
    assert lines(unheard)[1:6] == [
        "We met on 24 November.",
        "We thought about you",
        "You can tell us what you think at any time.",
        "What will happen",
        "Ask Eve Turner to tell you.",
    ]
    ended = lines(replace(unheard, on=None, talk_to=None, is_the_end=True))
    assert ended[1] == "We thought about you"
    assert "This was our last meeting. You can still talk to us." in ended
    assert "On 3 March you said:" in lines(replace(PAGE, said_on=date(2026, 3, 3)))


def size_of(page: ChildPage) -> tuple[float, float]:
    """The size of the type in points, and the height of the frame in centimetres."""
    made = build_child_page(page, NOW)
    half_points = made.styles.element.xpath("w:docDefaults//w:sz/@w:val")[0]
    frame = made.paragraphs[-1]._p.xpath("w:pPr/w:spacing/@w:line")[0]
    return int(half_points) / 2, int(frame) / 567


def test_type_is_as_large_as_one_page_allows_and_a_very_long_page_has_its_frame_on_the_back() -> None:
    short, usual = size_of(replace(PAGE, will_happen=())), size_of(PAGE)
    assert (short[0], usual[0]) == (18, 16)
    assert short[1] > 8
    long = replace(PAGE, said=("I want the dog to come too. " * 30,))
    assert size_of(long)[0] < 16
    longer = replace(PAGE, said=("I want the dog to come too. " * 50,))
    assert build_child_page(longer, NOW).element.xpath("//w:pageBreakBefore")
    assert size_of(longer) == pytest.approx((12, 18), abs=0.01)
    on_to_the_back = replace(PAGE, said=("I want the dog to come too. " * 120,))
    assert not build_child_page(on_to_the_back, NOW).element.xpath("//w:pageBreakBefore")
    assert 3 < size_of(on_to_the_back)[1] < 16


def test_zoes_page_holds_her_name_and_her_words_and_nothing_her_sister_keeps_to_herself(
    tmp_path: Path,
) -> None:
    family = families()["EYM-0007"]
    for number in (None, 1, 2):
        made = make_copy(family, "c1", folder=tmp_path, now=NOW, pack=default_pack(), meeting=number)
        assert (made.kind, made.path.name[:16]) == ("child", "my-page-EYM-0007")
        told = everything_in(made.path)
        assert found_in(told, ("Zoë", zoes_words())) == ["Zoë", zoes_words()]
        assert found_in(told, (*lins_own(), "Lin", "Lindiwe", "takeaway night")) == []
        lin = make_copy(family, "c2", folder=tmp_path, now=NOW, pack=default_pack(), meeting=number)
        assert found_in(everything_in(lin.path), (*lins_own(), zoes_words())) == []


def test_the_finished_file_is_searched_as_every_other(tmp_path: Path) -> None:
    leaking = build_child_page(replace(PAGE, said=("See Lin on Wednesdays",)), NOW)
    whole = BytesIO()
    leaking.save(whole)
    with pytest.raises(Refused):
        check_nothing_leaks(whole.getvalue(), {"See Lin on Wednesdays": "an action"})


def test_every_child_of_the_families_has_a_page_that_office_opens_without_anybodys_name_in_its_properties(
    tmp_path: Path,
) -> None:
    for ref, family in families().items():
        for child in family.people:
            if child.kind == "adult":
                continue
            made = make_copy(family, child.id, folder=tmp_path, now=NOW, pack=default_pack())
            assert OpenXmlValidator().validate(str(made.path)).is_valid
            with ZipFile(made.path) as whole:
                assert child.first_name not in whole.read("docProps/core.xml").decode(), ref
            kept = [each for person in family.people for each in reached(person)]
            homes = [each.postcode for each in family.households if each.postcode]
            assert found_in(everything_in(made.path), [*kept, *homes]) == []


def reached(person: Person) -> list[str]:
    return [each for each in (person.nhs_number, person.phone, person.email) if each]
