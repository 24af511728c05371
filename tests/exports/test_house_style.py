from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENTATION
from docx.oxml.ns import qn
from docx.shared import Cm

from exports.house_style import Page, new_document
from exports.look import RECORD, STANDARD
from exports.tables import Column, Table

Reopen = Callable[[Document], Any]
MADE_AT = datetime(2026, 11, 24, 15, 5, 30, 999, tzinfo=timezone(timedelta(hours=1)))


def empty_page() -> Page:
    return Page(
        new_document(STANDARD, title="Our family plan", organisation="Fernbank Centre", made_at=MADE_AT)
    )


def styled(paper: Any, style: str) -> Any:
    return paper.document.styles[style]


def test_the_properties_name_the_organisation_and_the_moment_and_nobody(reopened: Reopen) -> None:
    properties = reopened(empty_page().document).document.core_properties
    assert properties.title == "Our family plan"
    assert properties.author == properties.last_modified_by == "Fernbank Centre"
    assert properties.created == properties.modified == datetime(2026, 11, 24, 14, 5, 30, tzinfo=UTC)
    assert properties.language == "en-GB"
    told = (properties.comments, properties.keywords, properties.subject, properties.category)
    assert told == ("", "", "", "")


def test_very_long_and_unclean_properties_are_cut_not_refused(reopened: Reopen) -> None:
    document = new_document(STANDARD, title="plan\x00 " * 90, organisation="x\ny" * 200, made_at=MADE_AT)
    properties = reopened(document).document.core_properties
    assert len(properties.title) == len(properties.author) == 255
    assert "\x00" not in properties.title
    assert "\n" not in properties.author


def test_nothing_of_another_document_is_in_the_file(reopened: Reopen) -> None:
    paper = reopened(empty_page().document)
    assert sorted(paper.names) == [
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/app.xml",
        "docProps/core.xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/fontTable.xml",
        "word/numbering.xml",
        "word/settings.xml",
        "word/styles.xml",
        "word/theme/theme1.xml",
    ]
    assert [each.text for each in paper.part("docProps/app.xml")] == ["eymeeting"]
    settings = paper.part("word/settings.xml")
    assert settings.find(qn("w:zoom")).get(qn("w:percent")) == "100"
    assert settings.find(qn("w:rsids")) is None


def test_the_page_is_a4_with_margins_of_two_centimetres(reopened: Reopen) -> None:
    [section] = reopened(empty_page().document).document.sections
    assert (round(section.page_width.cm, 1), round(section.page_height.cm, 1)) == (21.0, 29.7)
    margins = (section.left_margin, section.right_margin, section.top_margin, section.bottom_margin)
    assert min(margins) >= Cm(2) - 1000
    assert section.orientation == WD_ORIENTATION.PORTRAIT


@pytest.mark.parametrize(("look", "points"), [(STANDARD, 12), (RECORD, 11)])
def test_no_style_is_smaller_than_its_format_and_all_are_in_one_font(
    look: Any, points: int, reopened: Reopen
) -> None:
    document = new_document(look, title="Plan", organisation="Centre", made_at=MADE_AT)
    styles = reopened(document).part("word/styles.xml")
    sizes = {int(each.get(qn("w:val"))) for tag in ("w:sz", "w:szCs") for each in styles.iter(qn(tag))}
    fonts = {value for each in styles.iter(qn("w:rFonts")) for value in each.attrib.values()}
    assert min(sizes) == 2 * points
    assert fonts == {"Arial"}
    assert [each.get(qn("w:val")) for each in styles.iter(qn("w:lang"))] == ["en-GB"]


def test_head_and_foot_stand_on_every_page_and_count_the_pages(reopened: Reopen) -> None:
    page = empty_page()
    page.head_and_foot(head=["Private"], foot=["Marked"], title="Our family plan")
    [section] = reopened(page.document).document.sections
    assert [each.text for each in section.header.paragraphs] == ["Private"]
    assert [each.text for each in section.footer.paragraphs] == ["Marked", "Our family plan – page 1 of 1"]
    fields = [each.text.strip() for each in section.footer._element.iter(qn("w:instrText"))]
    assert fields == ["PAGE", "NUMPAGES"]


def test_a_list_leaves_out_what_says_nothing_and_typed_dashes(reopened: Reopen) -> None:
    page = empty_page()
    page.bullets(["- tea together\n- a walk", "", " \n "])
    page.say("")
    page.say(" ", "\u200b")
    page.quote("Alfie", " ")
    paper = reopened(page.document)
    assert paper.lines == ["tea together", "a walk"]
    assert {each.style.name for each in paper.paragraphs} == {"Plan Bullet"}


def table(rows: int, *, one_piece: bool = False) -> Table:
    return Table(
        title="Who does what",
        about="Each row is one thing to do.",
        columns=(
            Column(heading="What", share=3, label=True),
            Column(heading="Who", share=1, empty="nobody yet"),
        ),
        rows=tuple((f"Thing {number}", "") for number in range(rows)),
        one_piece=one_piece,
    )


def test_a_table_has_a_head_that_repeats_rows_in_one_piece_and_no_empty_cell(reopened: Reopen) -> None:
    page = empty_page()
    page.table(table(3))
    paper = reopened(page.document)
    assert paper.tables == [[["What", "Who"], *([f"Thing {n}", "nobody yet"] for n in range(3))]]
    [made] = paper.part("word/document.xml").iter(qn("w:tbl"))
    rows = list(made.iter(qn("w:tr")))
    assert all(row.find(qn("w:trPr")).find(qn("w:cantSplit")) is not None for row in rows)
    assert [row.find(qn("w:trPr")).find(qn("w:tblHeader")) is not None for row in rows] == [True] + [
        False
    ] * 3
    properties = made.find(qn("w:tblPr"))
    assert properties.find(qn("w:tblLook")).get(qn("w:firstRow")) == "1"
    assert properties.find(qn("w:tblCaption")).get(qn("w:val")) == "Who does what"
    assert properties.find(qn("w:tblDescription")).get(qn("w:val")) == "Each row is one thing to do."
    [section] = paper.document.sections
    width = sum(int(each.get(qn("w:w"))) for each in made.iter(qn("w:gridCol"))) * 635
    assert width == section.page_width - section.left_margin - section.right_margin


@pytest.mark.parametrize(("one_piece", "kept"), [(True, [True, True, False]), (False, [False] * 3)])
def test_a_short_table_can_be_kept_on_one_page(one_piece: bool, kept: list[bool], reopened: Reopen) -> None:
    page = empty_page()
    page.table(table(3, one_piece=one_piece))
    [made] = reopened(page.document).document.tables
    assert [
        bool(cell.paragraphs[0].paragraph_format.keep_with_next) for cell in made.columns[0].cells[1:]
    ] == kept


def test_a_column_can_be_left_out_and_the_others_take_its_width(reopened: Reopen) -> None:
    page = empty_page()
    page.table(table(1).without([1]))
    paper = reopened(page.document)
    assert paper.tables == [[["What"], ["Thing 0"]]]
