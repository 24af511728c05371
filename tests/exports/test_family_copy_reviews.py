from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from docx.document import Document
from docx.oxml.ns import qn
from made.adeyemis import ADEYEMIS, CLOSURE
from made.pells import FAMILY, copy_for, score, with_more
from made.pells import meeting as a_meeting
from openxml_audit import OpenXmlValidator

from exports.family_copy import build_family_copy
from exports.files import save_copy
from eymeeting.domain.copies import FamilyCopy, PlannedAction, ScaleChart, ScoreRow
from eymeeting.domain.meeting import Priority
from eymeeting.domain.problems import Refused
from eymeeting.domain.scale_chart import scale_chart

Read = Callable[[FamilyCopy], Any]


@pytest.fixture
def read(reopened: Callable[[Document], Any], made_at: datetime) -> Read:
    return lambda copy: reopened(build_family_copy(copy, made_at))


def the_review(number: int = 2, reader: str = "p1") -> FamilyCopy:
    return copy_for(reader, ADEYEMIS, number)


def whole(content: bytes) -> str:
    """Every part of a file as text, files within it too."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = [(name, package.read(name)) for name in package.namelist()]
    return "\n".join(
        name + (whole(part) if name.endswith(".xlsx") else part.decode("utf-8")) for name, part in parts
    )


def test_a_review_begins_with_what_was_done_and_goes_on_with_what_is_next(read: Read) -> None:
    paper = read(the_review())
    assert paper.headings == [
        "Our family plan: The Adeyemi-Clarkes",
        "What we did",
        "What will happen next",
        "What is going well",
        "What we want to change",
        "If you are worried",
        "What has changed",
        "Where we are on the scale",
        "Who was there",
        "If you change your mind",
    ]
    assert paper.under("What we did")[0] == (
        "Go through the rent letters and ring the housing officer (Joan Ferris): "
        "Agreed £12 a week off the arrears"
    )
    visit = next(row for row in paper.tables[0] if row[0].startswith("Home visit"))
    assert visit == [
        (
            "Home visit to plan bedtimes using the diary. "
            "Part of this is done: One visit done, second booked. Moved from 19 May."
        ),
        "Imran Sheikh",
        "Tuesday 23 June",
    ]


def test_how_each_action_stands_is_said_without_blame(read: Read, usual_copy: FamilyCopy) -> None:
    plain = PlannedAction(what="Ring the landlord", who="Sam", due=date(2026, 12, 1))
    actions = (
        replace(plain, not_done=True, words="waiting for the letter"),
        replace(plain, not_done=True),
        replace(plain, words="Rang twice"),
        replace(plain, handed_on_by="Ray Dunne"),
        replace(plain, handed_on_by=""),
    )
    table = read(replace(usual_copy, actions=actions, no_longer_needed=("Buy a stair gate",))).tables[0]
    assert [row[0].removeprefix("Ring the landlord. ") for row in table[1:]] == [
        "Not done yet: waiting for the letter.",
        "Not done yet.",
        "Rang twice.",
        "Handed on by Ray Dunne.",
        "Handed on.",
    ]


def test_what_is_no_longer_needed_and_what_helped_are_lines_of_their_own(
    read: Read, usual_copy: FamilyCopy
) -> None:
    lines = read(
        replace(usual_copy, no_longer_needed=("Buy a stair gate",), what_helped=("The bus pass",))
    ).lines
    assert "No longer needed: Buy a stair gate." in lines
    assert "What helped: The bus pass." in lines


def drawn(content: bytes) -> list[str]:
    """What stands in the pictures: the numbers and words of each series, in order."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        charts = sorted(name for name in package.namelist() if name.startswith("word/charts/"))
        return [
            each for name in charts for each in re.findall(r"<c:v>([^<]*)</c:v>", package.read(name).decode())
        ]


def test_the_picture_stands_over_the_table_and_holds_the_same_numbers(read: Read) -> None:
    copy = the_review()
    paper = read(copy)
    assert paper.tables[1][0] == ["Part of life", "Who", "Last time", "Now", "We hope for"]
    assert ["Money", "Daniel", "3", "not asked", "8"] in paper.tables[1]
    picture = next(each for each in paper.document.element.body if each.findall(f".//{qn('w:drawing')}"))
    assert picture.getnext().tag == qn("w:tbl")
    numbers = [each for row in paper.tables[1][1:] for each in row[2:] if each.isdecimal()]
    assert sorted(each for each in drawn(paper.content) if each.isdecimal()) == sorted(numbers)
    assert "not asked" not in drawn(paper.content)


def test_several_pictures_come_last_and_tear_no_heading_from_the_first(read: Read) -> None:
    rows = tuple(
        ScoreRow(area=f"Area {area}", who=who, last_time="10", now="10", hoped_for="9")
        for area in range(9)
        for who in ("Folake", "Daniel", "Remi")
    )
    paper = read(replace(the_review(), scores=rows, chart=scale_chart(rows, title="The scale")))
    assert paper.headings[-3:] == ["Who was there", "If you change your mind", "Where we are on the scale"]
    *_, words = [each for each in paper.paragraphs if each.text.startswith("1 means")]
    assert words.paragraph_format.keep_with_next
    drawings = [each for each in paper.paragraphs if each._p.findall(f".//{qn('w:drawing')}")]
    assert len(drawings) > 1
    assert not any(each.paragraph_format.keep_with_next for each in drawings)


def test_the_words_about_a_change_of_mind_stay_on_one_page(read: Read) -> None:
    paper = read(the_review())
    start = paper.lines.index("If you change your mind") + 1
    *before, last = paper.paragraphs[start:]
    assert before
    assert all(each.paragraph_format.keep_with_next for each in before)
    assert not last.paragraph_format.keep_with_next


def test_there_is_no_picture_in_the_file_where_the_copy_has_none(read: Read) -> None:
    paper = read(the_review(1, "p2"))
    assert paper.tables[1][0] == ["Part of life", "Who", "Now", "We hope for"]
    without = read(replace(the_review(), chart=None))
    assert not [name for name in without.names if "chart" in name or "embeddings" in name]


def test_what_is_kept_from_a_reader_is_in_no_part_of_the_file_the_picture_included(
    read: Read, made_at: datetime, tmp_path: Path
) -> None:
    family = with_more(
        replace(FAMILY, meetings=(a_meeting(1, apart=("dad",)), a_meeting(2))),
        scores=(
            score("mum", 2),
            replace(score("gran", 4, at="m2"), note="zznote"),
            score("dad", 3, at="m2"),
            score("mum", 9, "safety", at="m2"),
            score("dad", 8, "safety", at="m2"),
        ),
        priorities=(Priority(id="p", meeting="m2", area="home", hoped_for=6),),
    )
    copy = copy_for("dad", family)
    paper = read(copy)
    assert ["Our home", "Rosa"] not in [row[:2] for table in paper.tables for row in table]
    assert sorted(each for each in drawn(paper.content) if each.isdecimal()) == ["3", "4", "6", "6"]
    assert not [each for each in ("Rosa", "zznote", "Feeling safe") if each in whole(paper.content)]
    chart: ScaleChart | None = scale_chart(
        (
            *copy.scores,
            ScoreRow(area="Our home", who="Rosa", last_time="2", now="4 Alder Court", hoped_for="6"),
        ),
        title="x",
    )
    leaking = replace(copy, chart=chart, must_not_hold=("Rosa",))
    with pytest.raises(Refused):
        save_copy(build_family_copy(leaking, made_at), tmp_path, "plan.docx", must_not_hold=("Rosa",))


def test_the_end_of_a_plan_begins_with_how_far_everybody_has_come(read: Read) -> None:
    paper = read(the_review(3))
    assert paper.headings[:5] == [
        "The Adeyemi-Clarkes: how far we have come",
        "How far we have come",
        "What we did",
        "What we will keep doing",
        "If you are worried",
    ]
    assert paper.lines[1:5] == [
        "We finished our plan together on 21 July 2026 in the Family room. We finish because things are better.",
        "Who to call: Grace Holloway, family support worker. Phone 01632 960 105.",
        "Coming back: You can come back on any day. Just call or drop in.",
        "We will ask how you are: Thursday 21 January 2027.",
    ]
    assert paper.under("How far we have come") == [
        "Money: Folake 2, then 5, now 7: up 5. Daniel 3, now 6: up 3.",
        "How we feel: Folake 3, then 5, now 7: up 4. Daniel 5, now 7: up 2.",
        "Everyday life: Folake 2, then 4, now 8: up 6. Daniel 4, now 7: up 3.",
    ]
    assert paper.under("What we did")[2] == (
        "Everyday life: Keep a two-week sleep diary for both twins (Folake). "
        "Home visit to plan bedtimes using the diary (Imran Sheikh)."
    )
    assert paper.tables[0][0] == ["Part of life", "Who", "At the start", "Now", "We hoped for"]


def test_a_fall_is_said_as_it_is_and_not_as_the_end(read: Read) -> None:
    lower = tuple(replace(each, value=1) if each.id == "s-money-p1-3" else each for each in ADEYEMIS.scores)
    paper = read(copy_for("p1", replace(ADEYEMIS, scores=lower), 3))
    assert paper.under("How far we have come")[0].startswith(
        "Money: Folake 2, then 5, now 1: down 1 for now."
    )
    assert "FF0000" not in whole(paper.content).upper()


def test_where_no_number_rose_the_paper_does_not_say_how_far_everybody_has_come(read: Read) -> None:
    lowest = tuple(replace(each, value=1) if each.meeting == "m3" else each for each in ADEYEMIS.scores)
    paper = read(copy_for("p1", replace(ADEYEMIS, scores=lowest), 3))
    assert paper.headings[:2] == ["Our family plan: The Adeyemi-Clarkes", "Then and now"]
    assert paper.lines[1].startswith("We finished our plan together")


def test_a_plan_that_did_not_end_well_is_not_celebrated(read: Read) -> None:
    closure = replace(CLOSURE, reason="could_not_reach_the_family")
    paper = read(copy_for("p1", replace(ADEYEMIS, closures=(closure,)), 3))
    assert paper.lines[:2] == [
        "Our family plan: The Adeyemi-Clarkes",
        "Our plan ended on 21 July 2026 in the Family room.",
    ]
    assert "How far we have come" not in paper.headings


def test_whoever_carries_on_and_what_happens_after_today_are_told(read: Read) -> None:
    copy = copy_for(
        "p1",
        replace(
            ADEYEMIS,
            closures=(
                replace(CLOSURE, reason="one_agency_will_finish", handed_to="w2", who_to_call="The centre"),
            ),
            updates=tuple(each for each in ADEYEMIS.updates if each.id != "u-a6-3"),
        ),
        3,
    )
    paper = read(copy)
    assert paper.lines[1].endswith("Imran Sheikh, health visitor, will carry on with us.")
    assert paper.lines[2] == "Who to call: The centre."
    assert paper.tables[0][1][0] == "Check Healthy Start and council tax reduction"
    assert "What happens after today" in paper.headings


def test_words_about_the_help_are_quoted_for_whoever_said_them(read: Read) -> None:
    copy = the_review(3)
    assert copy.ending is not None
    said = replace(copy, ending=replace(copy.ending, said="I would tell another mum to come."))
    assert read(said).under("What Folake said about our help") == [
        "Folake: “I would tell another mum to come.”"
    ]


@pytest.mark.parametrize("number", [1, 2, 3])
def test_word_opens_the_copy_of_every_meeting(number: int, made_at: datetime, tmp_path: Path) -> None:
    copy = the_review(number)
    path = save_copy(
        build_family_copy(copy, made_at), tmp_path, "plan.docx", must_not_hold=copy.must_not_hold
    )
    assert OpenXmlValidator().validate(path).errors == []
