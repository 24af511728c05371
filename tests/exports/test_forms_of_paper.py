"""Every kind of copy in every form of paper: how large its letters are, on what ground, and what is in columns."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any, Final, get_args
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from made.expected import families
from made.pictures import in_the_picture, pictures
from openxml_audit import OpenXmlValidator

from exports.copying import make_copy
from exports.family_copy import build_family_copy
from exports.house_style import new_page
from exports.look import CREAM, FORMATS, look_of
from exports.paper import Paper as OnPaper
from exports.paper import PaperFormat
from eymeeting.domain.copies import FamilyCopy, ScaleChart, ScaleChartRow
from eymeeting.packs import default_pack

Reopen = Callable[[Document], Any]
NOW: Final = datetime(2026, 11, 24, 11, tzinfo=UTC)
FORMS: Final[tuple[PaperFormat, ...]] = get_args(PaperFormat)
LEAST: Final[dict[str, float]] = {"standard": 11, "clear": 14, "large": 16, "dyslexia": 13, "easyread": 16}
KINDS: Final = {"family": "p1", "child": "c1", "agency": "w1", "record": "w1"}
A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
CHART: Final = ScaleChart(
    title="Where we are on the scale",
    series=("Last time", "Now", "We hope for"),
    rows=tuple(
        ScaleChartRow(area=area, who=who, values=(2, 4, 7))
        for area in ("Money", "Sleep")
        for who in ("Orla", "Sam")
    ),
)


def zip_of(paper: Any) -> ZipFile:
    return ZipFile(BytesIO(paper.content))


def sizes_of_letters(document: Any) -> set[float]:
    told = (document.styles.element, document.element)
    return {int(each.get(qn("w:val"))) / 2 for root in told for each in root.iter(qn("w:sz"), qn("w:szCs"))}


def size_of(document: Any, style: str) -> float:
    [size] = document.styles.element.xpath(f"w:style[@w:styleId='{style}']/w:rPr/w:sz/@w:val")
    return int(size) / 2


def body_of(document: Any) -> tuple[float, float]:
    """The size of the usual letters in points, and the spacing of their lines as a multiple."""
    [defaults] = document.styles.element.iter(qn("w:docDefaults"))
    [size], [spacing] = defaults.iter(qn("w:sz")), defaults.iter(qn("w:spacing"))
    return int(size.get(qn("w:val"))) / 2, int(spacing.get(qn("w:line"))) / 240


def ground_of(document: Any) -> str:
    backgrounds = [each.get(qn("w:color")) for each in document.element.iter(qn("w:background"))]
    shown = list(document.settings.element.iter(qn("w:displayBackgroundShape")))
    assert len(backgrounds) == len(shown) < 2
    return backgrounds[0] if backgrounds else "FFFFFF"


def lightness(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (
        each / 12.92 if each <= 0.03928 else ((each + 0.055) / 1.055) ** 2.4 for each in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((lightness(one), lightness(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("form", FORMS)
def test_every_kind_is_made_in_the_sizes_of_its_form_and_office_opens_it(
    form: PaperFormat, kind: str, tmp_path: Path
) -> None:
    family = families()["EYM-0001"]
    made = make_copy(
        family, KINDS[kind], folder=tmp_path, now=NOW, pack=default_pack(), kind=kind, format=form
    )
    document = docx.Document(str(made.path))
    body, line = body_of(document)
    assert min(sizes_of_letters(document)) == body >= LEAST[form]
    assert size_of(document, "Heading1") > size_of(document, "Heading2") >= 1.2 * body
    assert (ground_of(document) == CREAM) is (form == "dyslexia")
    assert not list(document.styles.element.iter(qn("w:i"), qn("w:caps"), qn("w:u"), qn("w:jc")))
    assert (line >= 1.5) is (form == "dyslexia")
    if form == "large":
        assert not document.tables
    assert OpenXmlValidator().validate(str(made.path)).errors == []


@pytest.mark.parametrize("form", FORMATS)
def test_headings_stand_out_and_every_colour_can_be_read_on_its_ground(form: str) -> None:
    page = new_page(look_of(form), title="Plan", organisation="Centre", made_at=NOW)
    look = page.look
    assert min(look.title, look.heading) >= 1.2 * look.body
    if form == "dyslexia":
        assert (look.body, look.line, look.part >= 1.2 * look.body) == (13, 1.5, True)
        styles = page.document.styles.element
        words = {each.get(qn("w:val")) for each in styles.iter(qn("w:color"))} - {"FFFFFF"}
        lines = {value for value in styles.xpath("//@w:color") if value not in ("auto", look.pale)}
        assert min(contrast(each, look.ground) for each in words | lines) >= 4.5
        assert min(contrast(each, look.pale) for each in words) >= 4.5


@pytest.mark.parametrize("form", FORMS)
def test_the_letters_of_the_picture_are_as_large_as_the_rest_and_it_stands_on_the_same_ground(
    form: PaperFormat, usual_copy: FamilyCopy, reopened: Reopen
) -> None:
    paper = reopened(build_family_copy(replace(usual_copy, chart=CHART), NOW, OnPaper(format=form)))
    body, _ = body_of(paper.document)
    drawn = [root for root, _ in pictures(zip_of(paper))]
    assert [row for root in drawn for row in in_the_picture(root)[1]] == [
        (row.area, row.who, row.values) for row in CHART.rows
    ]
    told = " ".join(each.get("descr") for each in paper.part("word/document.xml").iter(qn("wp:docPr")))
    assert told.count("last time 2, now 4, we hope for 7") == len(CHART.rows)
    for root in drawn:
        assert {int(each.get("sz", "0")) / 100 for each in root.iter(f"{A}defRPr")} == {body}
        colours = {str(each.get("val")) for each in root.iter(f"{A}srgbClr")}
        assert (CREAM in colours) is (form == "dyslexia")
        assert ("FFFFFF" in colours) is (form != "dyslexia")


def test_a_picture_that_large_letters_would_cut_into_many_is_left_to_the_rows(
    usual_copy: FamilyCopy, reopened: Reopen
) -> None:
    areas = ["Money", "Sleep", "Home", "Play", "School", "Health", "Friends"]
    rows = tuple(
        replace(CHART.rows[0], area=area, who=who) for area in areas for who in ("Orla", "Sam", "Kit")
    )
    copy = replace(usual_copy, chart=replace(CHART, rows=rows))
    drawn = {
        form: len(list(pictures(zip_of(reopened(build_family_copy(copy, NOW, OnPaper(format=form)))))))
        for form in FORMS
    }
    assert drawn["standard"] == 2
    assert drawn["large"] == 0
