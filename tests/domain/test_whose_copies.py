from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from made.pells import FAMILY, FIRST, PACK, attended, meeting, with_more

from eymeeting.domain.family import Family
from eymeeting.domain.meeting import AttendanceStatus, Copy
from eymeeting.domain.whose_copies import CopyFor, copies_for, copies_in_words, how_given, latest_copy


def offered(family: Family) -> dict[str, CopyFor]:
    return {each.reader: each for each in copies_for(family, family.meetings[0], "lead")}


def likely(family: Family) -> list[str]:
    return [who for who, each in offered(family).items() if each.is_likely]


def test_at_first_the_plans_of_who_took_part_are_made_and_the_record() -> None:
    family = with_more(FAMILY, attendance=(attended("mum"), attended("gran", "by_video"), attended("ivy")))
    assert [(each.reader, each.kind) for each in copies_for(family, family.meetings[0], "lead")] == [
        ("mum", "family"),
        ("dad", "family"),
        ("gran", "family"),
        ("ivy", "child"),
        ("lead", "record"),
    ]
    assert likely(family) == ["mum", "gran", "ivy", "lead"]


@pytest.mark.parametrize(
    ("status", "why"),
    [
        ("did_not_come", "did not come"),
        ("apologies", "sent apologies"),
        ("not_invited", ""),
        ("asked_to_leave", ""),
        (None, "not marked as here"),
    ],
)
def test_whoever_was_away_is_not_ticked_and_says_how(status: AttendanceStatus | None, why: str) -> None:
    away = () if status is None else (attended("dad", status),)
    dad = offered(with_more(FAMILY, attendance=(attended("mum"), *away)))["dad"]
    assert (dad.is_likely, dad.why) == (False, why)


def hidden_home(family: Family) -> Family:
    return replace(family, households=(replace(family.households[0], hidden_from=("dad",)),))


def hidden_mum(family: Family) -> Family:
    return replace(family, people=(replace(family.people[0], hidden_from=("dad",)), *family.people[1:]))


def met_apart(family: Family) -> Family:
    return with_more(family, meetings=(meeting(2, apart=("dad", "gran")),))


@pytest.mark.parametrize("kept", [hidden_home, hidden_mum, met_apart])
def test_between_whom_anything_is_kept_neither_is_ticked_and_no_word_says_why(kept: object) -> None:
    both = with_more(FAMILY, attendance=(attended("mum"), attended("dad"), attended("teacher")))
    found = offered(kept(both))  # type: ignore[operator]
    assert [(found[who].is_likely, found[who].why) for who in ("mum", "dad")] == [(False, ""), (False, "")]
    assert found["lead"].is_likely


def test_who_came_alone_is_ticked_though_something_is_kept_from_somebody_who_did_not() -> None:
    family = hidden_mum(with_more(FAMILY, attendance=(attended("mum"), attended("dad", "did_not_come"))))
    assert likely(family) == ["mum", "lead"]
    assert offered(family)["dad"].why == "did not come"


def test_a_child_s_page_is_ticked_only_where_they_came_or_were_heard() -> None:
    marked: tuple[tuple[AttendanceStatus | None, bool, str], ...] = (
        ("present", True, ""),
        ("views_only", True, ""),
        ("did_not_come", False, "did not come"),
        (None, False, "not marked as here"),
    )
    for status, is_likely, why in marked:
        marks = () if status is None else (attended("ivy", status),)
        ivy = offered(with_more(FAMILY, attendance=(attended("mum"), *marks)))["ivy"]
        assert (ivy.kind, ivy.is_likely, ivy.why) == ("child", is_likely, why)
    apart = replace(FAMILY, meetings=(replace(FAMILY.meetings[0], separate_from=("dad",)),))
    assert not offered(with_more(apart, attendance=(attended("ivy"),)))["ivy"].is_likely


def test_nobody_has_a_plan_of_a_meeting_that_was_kept_apart_from_them() -> None:
    family = replace(FAMILY, meetings=(replace(FAMILY.meetings[0], separate_from=("dad",)),))
    assert "dad" not in offered(family)


@pytest.mark.parametrize("keyboard", ["teacher", "officer", ""])
def test_the_full_record_is_made_while_that_meetings_chair_has_the_keyboard_and_by_nobody_else(
    keyboard: str,
) -> None:
    first = FAMILY.meetings[0]
    assert "record" in {each.kind for each in copies_for(FAMILY, first, first.chair)}
    assert {each.kind for each in copies_for(FAMILY, first, keyboard)} == {"family", "child"}


def test_how_a_copy_was_given_tells_no_street_that_is_kept_from_somebody() -> None:
    ways = ("posted to 4 Alder Court", "handed over in the room", "left at ZZ99 4AA", "by Gran")
    copies = tuple(
        Copy(id=f"c{place}", meeting=f"m{place}", to="mum", how=how, kind="family")
        for place, how in enumerate(ways)
    )
    family = with_more(FAMILY, copies=copies)
    assert tuple(how_given(family, today=FIRST, pack=PACK).values()) == ways
    told = tuple(how_given(hidden_home(family), today=FIRST, pack=PACK).values())
    assert told == ("given", "handed over in the room", "given", "by Gran")


def test_the_latest_copy_is_of_the_same_meeting_reader_and_kind() -> None:
    def copy(place: int, **more: str) -> Copy:
        mine = Copy(id=f"c{place}", position=place, meeting="m1", to="mum", how="by hand", kind="family")
        return replace(mine, **more)  # type: ignore[arg-type]

    others = (copy(5, meeting="m2"), copy(6, to="gran"), copy(7, kind="record"))
    family = with_more(FAMILY, copies=(copy(3), copy(2), *others))
    assert latest_copy(family, "m1", "mum", "family") == copy(3)
    assert latest_copy(FAMILY, "m1", "mum", "family") is None


def test_each_copy_is_told_apart_by_whose_it_is_its_kind_and_its_day() -> None:
    def copy(place: int, **more: object) -> Copy:
        mine = Copy(id=f"c{place}", position=place, meeting="m1", to="mum", how="by hand", kind="family")
        return replace(mine, made_at="2026-11-22T14:05:07+00:00", **more)  # type: ignore[arg-type]

    copies = (
        copy(1),
        copy(2, to="lead", kind="record"),
        replace(copy(3, kind=None), made_at=None, on=date(2025, 12, 1)),
        replace(copy(4, to="gran"), made_at="some time", file_name="one.docx"),
        replace(copy(5, to="gran"), made_at="2026-03-02T09:30:00", on=date(2026, 6, 1)),
        replace(copy(6, to="gran"), made_at="2026-03-02T11:30:00"),
    )
    assert copies_in_words(with_more(FAMILY, copies=copies), date(2026, 12, 1), PACK) == {
        "c1": "Rosa: family plan, 22 November",
        "c2": "Ann Bell: full record, 22 November",
        "c3": "Rosa: a copy, 1 December 2025",
        "c4": "Ida: family plan, no day noted",
        "c5": "Ida: family plan, 09:30 on 2 March",
        "c6": "Ida: family plan, 11:30 on 2 March",
    }
