from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from made.pells import FAMILY, PACK, TODAY, attended, copy_for, meeting, with_more

from eymeeting.domain.child_page import child_page
from eymeeting.domain.family import Family
from eymeeting.domain.meeting import FamilyChange
from eymeeting.domain.protected import holds

NAMES = ["نادية رحمن", "陳雅婷", "Łucja Zając", "லட்சுமி"]


def written(family: Family, who: str, own: str, *, hidden_from: tuple[str, ...] | None = None) -> Family:
    people = (
        replace(each, own_script=own, hidden_from=hidden_from) if each.id == who else each
        for each in family.people
    )
    return replace(family, people=tuple(people))


def introduced(family: Family, reader: str = "mum") -> list[str]:
    copy = copy_for(reader, family)
    return [each.name for each in (*copy.family_there, *copy.could_not_come)]


@pytest.mark.parametrize("own", NAMES)
def test_a_name_in_its_own_script_stands_beside_the_latin_one_where_people_are_introduced(own: str) -> None:
    there = with_more(FAMILY, attendance=(attended("mum"), attended("dad", "apologies")))
    assert introduced(written(there, "mum", own)) == [f"Rosa Pell ({own})", "Leo Vane"]
    assert introduced(written(there, "dad", own)) == ["Rosa Pell", f"Leo Vane ({own})"]


def test_a_name_that_is_the_same_in_its_own_script_stands_once() -> None:
    there = with_more(FAMILY, attendance=(attended("mum"),))
    assert introduced(written(there, "mum", "Rosa Pell")) == ["Rosa Pell"]
    assert introduced(written(there, "mum", " ")) == ["Rosa Pell"]


@pytest.mark.parametrize("own", NAMES)
def test_it_is_kept_from_whoever_must_not_have_the_last_name(own: str) -> None:
    there = with_more(FAMILY, attendance=(attended("mum"), attended("dad")))
    kept = written(there, "mum", own, hidden_from=("dad",))
    assert introduced(kept, "dad") == ["Rosa", "Leo Vane"]
    assert introduced(kept, "mum") == [f"Rosa Pell ({own})", "Leo Vane"]
    assert own in copy_for("dad", kept).must_not_hold
    assert copy_for("dad", kept).left_out == copy_for("dad", there).left_out


def told_a_new_name(meeting_id: str) -> FamilyChange:
    return FamilyChange(
        id="n1",
        meeting=meeting_id,
        on=date(2026, 3, 2),
        event="name_change",
        person="mum",
        first_name="Nadia",
    )


def test_after_a_new_name_the_one_in_another_script_may_be_the_old_one_and_stays_away() -> None:
    there = with_more(FAMILY, attendance=(attended("mum"),), family_changes=(told_a_new_name("m1"),))
    assert introduced(written(there, "mum", NAMES[0])) == ["Nadia Pell"]


def test_nobody_learns_by_it_a_name_that_was_told_at_a_meeting_kept_apart_from_them() -> None:
    apart = replace(FAMILY, meetings=(meeting(1), meeting(2, apart=("dad",))))
    told = with_more(
        apart, attendance=(attended("mum"), attended("dad")), family_changes=(told_a_new_name("m2"),)
    )
    family = written(told, "mum", NAMES[0])
    assert introduced(family, "dad") == ["Rosa Pell", "Leo Vane"]
    assert NAMES[0] in copy_for("dad", family).must_not_hold


@pytest.mark.parametrize("own", NAMES)
def test_a_childs_page_has_it_unless_it_is_kept_from_anybody_at_home(own: str) -> None:
    family = with_more(FAMILY, attendance=(attended("ivy"),))
    mine = child_page(written(family, "ivy", own), "ivy", today=TODAY, pack=PACK)
    assert (mine.child, mine.own_script) == ("Ivy", own)
    kept = child_page(written(family, "ivy", own, hidden_from=("dad",)), "ivy", today=TODAY, pack=PACK)
    assert kept.own_script == ""


def test_a_chinese_name_is_found_within_a_sentence_that_has_no_spaces() -> None:
    assert holds("今天陳雅婷來了", "陳雅婷")
    assert not holds("今天陳雅來了", "陳雅婷")
