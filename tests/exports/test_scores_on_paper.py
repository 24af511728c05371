"""Scores from the family's file to the finished paper: the same numbers everywhere, and no other."""

import io
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any

from docx.document import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from made.pells import FAMILY, PACK, copy_for, meeting
from made.pictures import in_the_picture, in_the_workbook, pictures

from exports.family_copy import build_family_copy
from eymeeting.domain.entry import FOR_THE_FAMILY, Visibility
from eymeeting.domain.family import Family
from eymeeting.domain.meeting import NoScore, Priority, Score

WHO = {"mum": "Rosa", "dad": "Leo", "gran": "Ida", "ivy": "Ivy"}
ADULTS = ("mum", "dad", "gran")
AREAS = ("money", "home", "feelings", "safety")
ASKED_ALONE = "safety"
NAMED_SO = {PACK.area_name(area): area for area in AREAS}
CALLED = {name: who for who, name in WHO.items()}
LAST = 3

answers: st.SearchStrategy[int | NoScore | None] = (
    st.none() | st.integers(1, 10) | st.just("prefer_not_to_say")
)
shown = st.sampled_from(
    [
        None,
        None,
        FOR_THE_FAMILY,
        Visibility(level="named", to=("mum",)),
        Visibility(level="chair_and_agency"),
        Visibility(level="safeguarding"),
    ]
)


@st.composite
def families(draw: st.DrawFn) -> Family:
    people = draw(st.lists(st.sampled_from([*WHO]), min_size=1, max_size=4, unique=True))
    areas = draw(st.lists(st.sampled_from(AREAS), min_size=1, max_size=4, unique=True))
    apart = draw(st.lists(st.sampled_from(ADULTS), max_size=1))
    ends = draw(st.booleans())
    scores = [
        Score(
            id=f"{number}-{area}-{who}",
            meeting=f"m{number}",
            area=area,
            person=who,
            value=value,
            visibility=draw(shown),
        )
        for number in range(1, LAST + 1)
        for area in areas
        for who in people
        if (value := draw(answers)) is not None
    ]
    hopes = [
        Priority(
            id=area, position=at, meeting="m1", area=area, hoped_for=draw(st.none() | st.integers(1, 10))
        )
        for at, area in enumerate(areas[:2])
    ]
    return replace(
        FAMILY,
        meetings=(
            meeting(1),
            meeting(2, apart=tuple(apart)),
            meeting(3, outcome="close" if ends else "carry_on"),
        ),
        scores=tuple(scores),
        priorities=tuple(hopes),
    )


def may_see(family: Family, reader: str, score: Score) -> bool:
    """The rule told anew, without the code that is tested."""
    place = next(each for each in family.meetings if each.id == score.meeting)
    level = score.visibility.level if score.visibility else None
    if reader in (place.separate_from or ()) or level in ("chair_and_agency", "safeguarding"):
        return False
    if score.area == ASKED_ALONE:
        return level == "family"
    return level != "named" or reader in ("mum", score.person)


def told(family: Family, reader: str, area: str, who: str) -> list[int | NoScore | None]:
    """What the reader may know that somebody said of an area, at each meeting."""
    said = {
        each.meeting: each.value
        for each in family.scores
        if (each.area, each.person) == (area, who) and may_see(family, reader, each)
    }
    return [said.get(f"m{number}") for number in range(1, LAST + 1)]


def numbers(cells: list[str]) -> list[int | None]:
    return [int(each) if each.isdecimal() else None for each in cells]


def of_the_scale(paper: Any) -> tuple[list[str], list[list[str]]]:
    tables = [table for table in paper.tables if table[0][0] == "Part of life"]
    return (tables[0][0], tables[0][1:]) if tables else ([], [])


def drawn(content: bytes) -> Iterator[tuple[list[str], list[tuple[str, str, tuple[int | None, ...]]]]]:
    """What stands in each picture, once it is sure that its workbook says the same."""
    for root, book in pictures(zipfile.ZipFile(io.BytesIO(content))):
        series, rows = in_the_picture(root)
        assert in_the_workbook(book) == (series, rows)
        yield series, rows


@given(families(), st.sampled_from(ADULTS))
@settings(max_examples=15, deadline=None)
def test_table_picture_and_workbook_hold_what_was_said_and_nothing_this_reader_may_not_see(
    reopened: Callable[[Document], Any], made_at: datetime, family: Family, reader: str
) -> None:
    copy = copy_for(reader, family, LAST)
    paper = reopened(build_family_copy(copy, made_at))
    head, rows = of_the_scale(paper)
    hopes = {each.area: each.hoped_for for each in family.priorities}
    for cells in rows:
        area, who = NAMED_SO[cells[0]], CALLED[cells[1]]
        *before, now = told(family, reader, area, who)
        before = [each for each in before if each is not None]
        if copy.ending is not None:
            then = next((each for each in before if isinstance(each, int)), next(iter(before), None))
        else:
            then = next(reversed(before), None)
        expected = {"Last time": then, "At the start": then, "Now": now, "We hope for": hopes.get(area)}
        expected["We hoped for"] = hopes.get(area)
        assert numbers(cells[2:]) == [
            value if isinstance(value := expected[each], int) else None for each in head[2:]
        ]
        assert any(each is not None for each in (*before, now))
    there = {(NAMED_SO[cells[0]], CALLED[cells[1]]) for cells in rows}
    asked = {(each.area, each.person) for each in family.scores}
    assert {each for each in asked if isinstance(told(family, reader, *each)[-1], int)} <= there
    in_pictures = list(drawn(paper.content))
    by_row = {(cells[0], cells[1]): dict(zip(head[2:], numbers(cells[2:]), strict=True)) for cells in rows}
    seen = [
        ({area, who}, dict(zip(series, values, strict=True)))
        for series, drawn_rows in in_pictures
        for area, who, values in drawn_rows
    ]
    assert len(seen) == (len(rows) if copy.chart is not None else 0)
    for names, values in seen:
        row = next(each for place, each in by_row.items() if set(place) == names)
        assert {time: row[time] for time in values} == values
        assert all(row[time] is None for time in set(row) - set(values))
