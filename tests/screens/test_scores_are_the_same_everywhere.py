"""What a family sees of its scores on the screen stands on its paper, in the picture and in the picture's workbook."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import UTC, datetime

import docx
from hypothesis import given, settings
from hypothesis import strategies as st
from made.pells import FAMILY, PACK, attended, copy_for, meeting
from made.pictures import in_the_picture, in_the_workbook, pictures

from exports.family_copy import build_family_copy
from eymeeting.domain.family import Family
from eymeeting.domain.meeting import NoScore, Score
from eymeeting.domain.scores_in_the_room import scores_in_the_room
from screens.widgets.scores_overview import MARKS, STEP, scores_overview

WHO = {"mum": "Rosa", "dad": "Leo", "gran": "Ida"}
AREAS = ("money", "home", "feelings")
LABEL, COLUMN = 22, 24
"""Cells of the first column, and of each person's."""

MADE_AT = datetime(2026, 6, 1, tzinfo=UTC)

answers: st.SearchStrategy[int | NoScore | None] = (
    st.none() | st.integers(1, 10) | st.sampled_from(["prefer_not_to_say", "not_asked"])
)


@st.composite
def families(draw: st.DrawFn) -> Family:
    scores = [
        Score(id=f"{at}-{area}-{who}", meeting=f"m{at}", area=area, person=who, value=value)
        for at in (1, 2, 3)
        for area in AREAS
        for who in WHO
        if (value := draw(answers)) is not None
    ]
    everybody = tuple(attended(who, at="m3") for who in WHO)
    return replace(
        FAMILY, meetings=(meeting(1), meeting(2), meeting(3)), scores=tuple(scores), attendance=everybody
    )


def on_the_screen(family: Family) -> dict[tuple[str, str], list[str]]:
    """What the screen draws for each area and person, a mark for each meeting."""
    told = scores_in_the_room(family, family.meetings[-1], PACK).history
    lines, hidden = scores_overview(told, PACK, WHO, 120)
    assert hidden == 0
    people = [who for who in WHO if who in told.people]
    return {
        (PACK.area_name(area), WHO[who]): cell.split(STEP)
        for area, line in zip(told.areas, lines[1:], strict=False)
        for place, who in enumerate(people)
        if (cell := line.plain[LABEL + place * COLUMN : LABEL + (place + 1) * COLUMN].strip())
    }


def last_given(marks: list[str]) -> str:
    return next((mark for mark in reversed(marks) if mark != MARKS[None]), MARKS[None])


@given(families())
@settings(max_examples=25, deadline=None)
def test_then_and_now_are_the_same_on_the_screen_the_paper_the_picture_and_in_its_workbook(
    family: Family,
) -> None:
    shown = on_the_screen(family)
    whole = io.BytesIO()
    build_family_copy(copy_for("mum", family, 3), MADE_AT).save(whole)
    tables = [
        [[cell.text.replace("\u00a0", " ") for cell in row.cells] for row in table.rows]
        for table in docx.Document(io.BytesIO(whole.getvalue())).tables
    ]
    (head, *rows), *_ = [table for table in tables if table[0][0] == "Part of life"] or [[["", ""]]]
    of_the_table = {}
    for area, who, *cells in rows:
        told = dict(zip(head[2:], cells, strict=True))
        of_the_table[area, who] = told
        *before, now = shown[area, who]
        for name, mark in (("Last time", last_given(before)), ("Now", now)):
            if name in told:
                assert told[name] == mark if mark.isdecimal() else not told[name].isdecimal()
    numbers_now = {place for place, marks in shown.items() if marks[-1].isdecimal()}
    assert numbers_now <= set(of_the_table)
    for root, book in pictures(zipfile.ZipFile(io.BytesIO(whole.getvalue()))):
        series, drawn = in_the_picture(root)
        assert in_the_workbook(book) == (series, drawn)
        for first, second, values in drawn:
            row = (
                of_the_table.get((first.strip(), second.strip()))
                or of_the_table[second.strip(), first.strip()]
            )
            assert [row[name] if row[name].isdecimal() else None for name in series] == [
                None if value is None else str(value) for value in values
            ]
