"""Rows of a table as blocks of lines: what stands in them, what keeps together, and that no word is lost."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, Final, get_args

from docx.document import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.family_copy import build_family_copy
from exports.house_style import new_page
from exports.look import LARGE, STANDARD, look_of
from exports.paper import Paper as OnPaper
from exports.paper import PaperFormat
from exports.spoken import on_paper
from exports.tables import Column, Table
from eymeeting.domain.copies import FamilyCopy, PlannedAction

Reopen = Callable[[Document], Any]
NOW: Final = datetime(2026, 11, 24, 11, tzinfo=UTC)
FORMS: Final[tuple[PaperFormat, ...]] = get_args(PaperFormat)


def test_large_print_has_one_action_in_a_block_and_no_columns(
    usual_copy: FamilyCopy, reopened: Reopen
) -> None:
    action = PlannedAction(
        what="Ask housing to look at the damp",
        who="Ray Dunne",
        due=usual_copy.actions[2].due,
        how_we_will_know="The damp is gone.",
        part_done=True,
    )
    copy = replace(usual_copy, actions=(action, replace(action, what="Ring the school", who="")))
    paper = reopened(build_family_copy(copy, NOW, OnPaper(format="large")))
    assert paper.tables == []
    lines = paper.under("What will happen next")
    assert lines == [
        "Ask housing to look at the damp.",
        "Part of this is done.",
        "Who: Ray Dunne",
        "By when: Friday 11 December",
        "How we will know: The damp is gone.",
        "Ring the school.",
        "Part of this is done.",
        "Who: not yet agreed",
        "By when: Friday 11 December",
        "How we will know: The damp is gone.",
    ]
    start = paper.lines.index(lines[0])
    block = [each._p.xpath("boolean(w:pPr/w:keepNext)") for each in paper.paragraphs[start + 1 : start + 5]]
    assert block == [True, True, True, False]
    assert paper.paragraphs[start].style.paragraph_format.keep_with_next
    [level] = paper.paragraphs[start]._p.xpath("w:pPr/w:outlineLvl/@w:val")
    assert level == "2"
    assert paper.lines[paper.lines.index("Money") + 1] == "Orla. Last time: 2. Now: 4. We hope for: 7."


def test_a_long_action_begins_its_block_with_its_first_sentence_and_unbroken_is_no_heading(
    usual_copy: FamilyCopy, reopened: Reopen
) -> None:
    told = ("Talk to the bank. Then, on Friday 4. June, " + "ring us " * 9, "and so on " * 30)
    copy = replace(usual_copy, actions=tuple(replace(usual_copy.actions[0], what=each) for each in told))
    paper = reopened(build_family_copy(copy, NOW, OnPaper(format="large")))
    firsts = [each for each in paper.paragraphs if each.style.name == "Block Head"][:2]
    assert [each.text for each in firsts] == ["Talk to the bank.", told[1].strip()]
    assert paper.lines[paper.lines.index("Talk to the bank.") + 1].startswith(
        "Then, on Friday 4. June, ring us"
    )
    assert [bool(each._p.xpath("w:pPr/w:outlineLvl")) for each in firsts] == [True, False]


words = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "Zs", "Cc"]), max_size=30)
columns = st.builds(
    Column,
    heading=st.sampled_from(["What", "Who", "By when", "Now"]),
    share=st.just(1.0),
    label=st.booleans(),
    empty=st.sampled_from(["not asked", "–"]),
    brief=st.booleans(),
    counts=st.booleans(),
)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    across = draw(st.lists(columns, min_size=2, max_size=5))
    rows = draw(st.lists(st.tuples(*[words] * len(across)), max_size=5))
    return Table(
        title="Who does what", about="Each row is one thing.", columns=tuple(across), rows=tuple(rows)
    )


@given(tables())
@settings(max_examples=60, deadline=None)
def test_blocks_hold_every_word_a_table_would(table: Table) -> None:
    def told(look: Any) -> set[str]:
        page = new_page(look, title="Plan", organisation="Centre", made_at=NOW)
        page.heading("Plan", 1)
        page.table(replace(table, columns=tuple(replace(each, heading="Plan") for each in table.columns)))
        return set(re.findall(r"\w+", " ".join(page.document.element.itertext())))

    in_columns, in_blocks = told(STANDARD), told(LARGE)
    assert in_columns - in_blocks <= ({"Plan"} if not table.rows else set())
    assert {
        word for row in table.rows for cell in row for word in re.findall(r"\w+", on_paper(cell))
    } <= in_blocks


def test_nothing_that_was_typed_makes_a_line_that_says_nothing_or_a_list_of_its_own() -> None:
    label = Column(heading="About", share=1, label=True)
    others = (
        Column(heading="Who", share=1, brief=True),
        Column(heading="Now", share=1, empty="–", brief=True),
    )
    for across, rows in (
        ((label, others[1]), (("1. Money", ""), ("", "2"))),
        ((label, *others), (("", "", ""), ("", "Sam", "4"), ("Money", "\u200b", "\n"))),
        (
            (Column(heading="What", share=1), *others),
            (("1. Ring\n- the bank\n2) the school", "", ""), ("", "", "")),
        ),
    ):
        page = new_page(LARGE, title="Plan", organisation="Centre", made_at=NOW)
        page.table(Table(title="Plan", about="Plan", columns=across, rows=rows))
        for each in page.document.paragraphs:
            assert each.text.strip()
            assert each._p.xpath("w:pPr/w:numPr | w:pPr/w:outlineLvl") or not re.match(r"[-\d]", each.text)


def test_a_table_is_written_in_blocks_only_where_it_is_wider_than_its_form_allows() -> None:
    table = Table(
        title="Who does what",
        about="Each row is one thing.",
        columns=tuple(Column(heading=f"Column {number}", share=1) for number in range(6)),
        rows=(("a", "b", "c", "d", "e", "f"),),
    )
    made = {}
    for form in FORMS:
        page = new_page(look_of(form), title="Plan", organisation="Centre", made_at=NOW)
        page.table(table)
        page.table(table.without([5]))
        made[form] = len(page.document.tables)
    assert made == {"standard": 2, "clear": 1, "dyslexia": 1, "large": 0, "easyread": 0}
