from __future__ import annotations

from dataclasses import replace

from made.pells import FAMILY, said, with_more

from eymeeting.domain.entry import Visibility
from eymeeting.domain.family import Change, Family
from eymeeting.domain.meeting import Line
from eymeeting.domain.strengths import as_the_line, strength_of, turned_strength
from eymeeting.domain.unwritten import said_in, unwritten

LINE = replace(said("past", "Nan raised three", by="gran"), dated="2019", not_for=("dad",))
TOLD = with_more(FAMILY, lines=(LINE,))


def after(family: Family, *changes: Change) -> Family:
    for change in changes:
        family = family.after(change)
    return family


MARKED = after(TOLD, turned_strength(TOLD, LINE))


def good_at(family: Family) -> list[Line]:
    return [each for each in family.lines if each.section == "good_at"]


def test_a_strength_is_the_same_words_of_the_same_person_for_the_same_readers() -> None:
    [strength] = good_at(MARKED)
    assert (strength.text, strength.by, strength.not_for) == ("Nan raised three", "gran", ("dad",))
    assert strength.dated is None
    assert LINE in MARKED.lines
    assert strength_of(MARKED, LINE) == strength
    assert strength_of(TOLD, LINE) is None


def test_the_same_key_takes_the_mark_back() -> None:
    assert after(MARKED, turned_strength(MARKED, LINE)) == TOLD


def test_a_strength_goes_along_with_its_line() -> None:
    put_right = replace(
        LINE, text="Nan raised four", by="mum", not_for=None, visibility=Visibility(level="named")
    )
    [strength] = good_at(after(MARKED, *as_the_line(MARKED, LINE, put_right)))
    assert (strength.text, strength.by, strength.not_for) == ("Nan raised four", "mum", None)
    assert strength.visibility == Visibility(level="named")
    assert strength.dated is None


def test_a_line_that_is_taken_back_is_no_strength_either() -> None:
    spoken = said_in(LINE)
    assert spoken is not None
    assert after(MARKED, *unwritten(MARKED, spoken)).lines == ()


def test_a_line_that_is_no_strength_changes_alone() -> None:
    assert tuple(as_the_line(TOLD, LINE, None)) == ()
    assert tuple(as_the_line(MARKED, LINE, LINE)) == ()
