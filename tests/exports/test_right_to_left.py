from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, get_args

import docx
import polib
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from hypothesis import given, settings
from hypothesis import strategies as st
from openxml_audit import OpenXmlValidator

from exports.catalogues import catalogue_from, template
from exports.child_page import build_child_page
from exports.family_copy import build_family_copy
from exports.fixed_words import FixedWords
from exports.laid_out import LaidOut
from exports.paper import Paper, PaperFormat
from exports.right_to_left import turn
from exports.spoken import NO_BREAK, lines_of, says_nothing
from exports.stretches import LEFT_TO_RIGHT, NARROW_NO_BREAK, among_the_turned, runs_from_the_right
from exports.writing import LEFT, RIGHT
from eymeeting.domain.copies import ChildPage, FamilyCopy, PlannedAction

TODAY = date(2026, 11, 22)
MADE_AT = datetime(2026, 11, 22, 12, tzinfo=UTC)
ARABIC = catalogue_from((Path(__file__).parent / "languages" / "ar.po").read_bytes(), TODAY).words
OURS = [each.msgid for each in polib.pofile(template())]


def made(copy: FamilyCopy, words: FixedWords = ARABIC, form: PaperFormat = "standard") -> bytes:
    document = build_family_copy(copy, MADE_AT, Paper(format=form, words=words))
    return LaidOut(document=document, on=copy.on).content()


def opened(content: bytes) -> Document:
    return docx.Document(io.BytesIO(content))


def every(document: Document, name: str) -> list[BaseOxmlElement]:
    marks = document.sections[0]
    parts: list[Any] = [document.element.body, marks.header._element, marks.footer._element]
    return [each for part in parts for each in part.iter(qn(f"w:{name}"))]


def is_on(part: BaseOxmlElement, name: str) -> bool:
    found = [each for each in part.iter(qn(f"w:{name}")) if each.get(qn("w:val")) != "0"]
    return bool(found)


def plain(text: str) -> str:
    return " ".join(text.replace(LEFT_TO_RIGHT, "").split())


def lines(document: Document) -> list[str]:
    return [plain("".join(each.text or "" for each in part.iter(qn("w:t")))) for part in every(document, "p")]


def test_every_part_of_an_arabic_paper_is_turned(usual_copy: FamilyCopy) -> None:
    document = opened(made(usual_copy))
    assert document.sections[0]._sectPr.find(qn("w:bidi")) is not None
    assert all(is_on(table, "bidiVisual") for table in every(document, "tbl"))
    for paragraph in every(document, "p"):
        text = "".join(each.text or "" for each in paragraph.iter(qn("w:t")))
        assert is_on(paragraph, "bidi") or re.match(LEFT, text) or not text, text
    for run in every(document, "r"):
        text = "".join(each.text or "" for each in run.findall(qn("w:t")))
        turned = is_on(run, "rtl")
        assert not (turned and re.search(LEFT, text)), text
        assert turned or not re.search(RIGHT, text), text
    [default] = document.styles.element.iter(qn("w:docDefaults"))
    assert is_on(default, "bidi")
    assert {each.get(qn("w:bidi")) for each in default.iter(qn("w:lang"))} == {"ar"}
    [box] = [each for each in document.styles.element if each.get(qn("w:styleId")) == "KeyBox"]
    edges = {each.tag.rpartition("}")[2]: each.get(qn("w:sz")) for each in box.find(f".//{qn('w:pBdr')}")}
    assert list(edges.items()) == [("top", "4"), ("left", "4"), ("bottom", "4"), ("right", "24")]


@pytest.mark.parametrize("form", get_args(PaperFormat))
def test_a_turned_paper_is_a_sound_word_file_in_every_form(
    usual_copy: FamilyCopy, form: PaperFormat, tmp_path: Path
) -> None:
    file = tmp_path / "plan.docx"
    file.write_bytes(made(usual_copy, form=form))
    assert OpenXmlValidator().validate(file).errors == []


def test_headings_are_in_arabic_and_what_was_said_is_as_it_was_said(usual_copy: FamilyCopy) -> None:
    document = opened(made(usual_copy))
    told = lines(document)
    headings = [each for each in document.paragraphs if "Heading" in str(each.style and each.style.name)]
    assert all(re.search(RIGHT, each.text) for each in headings)
    assert "من كان حاضرًا" in told
    assert any("الثلاثاء 24 نوفمبر" in each or "24 نوفمبر 2026" in each for each in told)
    said = [*usual_copy.going_well, *usual_copy.worried, *(each.what for each in usual_copy.actions)]
    said += [each.area for each in usual_copy.scores]
    assert [each for each in said if not any(plain(each) in line for line in told)] == []


def test_a_telephone_number_is_one_run_that_no_line_tears(usual_copy: FamilyCopy) -> None:
    runs = [
        "".join(each.text or "" for each in run.iter(qn("w:t")))
        for run in every(opened(made(usual_copy)), "r")
    ]
    assert NARROW_NO_BREAK.join(("01632", "960", "141")) in runs


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("الهاتف +44 1632 960 141.", "\u200e+44 1632 960 141"),
        ("يكلّف £40.", "\u200e£40"),
        ("في 1.30pm غدًا", "1.30pm"),
        ("ملك Rana.", "Rana"),
        ("قال: “We all sat down and ate together.”", "\u200e“We all sat down and ate together.”\u200e"),
        (
            "الجهات: School, Nursery (only about mornings) وغيرها",
            "School, Nursery (only about mornings)\u200e",
        ),
    ],
)
def test_what_is_latin_in_a_turned_line_is_one_stretch_with_its_signs(line: str, kept: str) -> None:
    assert [each for each, turned in among_the_turned(line) if not turned] == [kept]


@pytest.mark.parametrize(
    ("line", "turned"),
    [
        ("Gil Stroud و Temperance Ayodele", True),
        ("Rosa Pell, Di Eames, Ann Bell و Mina Costa", True),
        ("Temperance Ayodele (سوف يسأل Gil Stroud)", True),
        ("Nadia Rahman, mother", True),
        ("We rang Nadia and نادية rang us back the next day", False),
    ],
)
def test_names_side_by_side_run_as_the_paper_does_and_a_latin_sentence_does_not(
    line: str, turned: bool
) -> None:
    assert runs_from_the_right(line) is turned


def test_what_is_turned_twice_is_as_what_is_turned_once(usual_copy: FamilyCopy) -> None:
    once = opened(made(usual_copy))
    twice = opened(made(usual_copy))
    turn(twice)
    assert twice.element.xml == once.element.xml


def test_a_paper_in_polish_runs_from_left_to_right_and_says_its_language(usual_copy: FamilyCopy) -> None:
    said = {"Who was there": "Kto był z nami"}
    document = opened(
        made(usual_copy, FixedWords(code="pl", find=lambda english: said.get(english, english)))
    )
    assert "Kto był z nami" in lines(document)
    assert document.core_properties.language == "pl"
    [language] = document.styles.element.iter(qn("w:lang"))
    assert language.get(qn("w:val")) == "pl"
    assert not any(is_on(each, "bidi") for each in every(document, "p"))


def test_no_fixed_words_of_a_plan_are_left_in_english(usual_copy: FamilyCopy, long_copy: FamilyCopy) -> None:
    marked = FixedWords(code="xx", find=lambda english: f"§{english}§")
    for copy in (usual_copy, long_copy):
        document = opened(made(copy, marked))
        headings = [each for each in document.paragraphs if "Heading" in str(each.style and each.style.name)]
        assert [each.text for each in headings if "§" not in each.text] == []
        heads = [cell.text for table in document.tables for cell in table.rows[0].cells]
        assert [each for each in heads if not each.startswith("§")] == []
        ours = [each for each in document.paragraphs if each.style and each.style.name != "Own Words"]
        openings = [run.text for each in ours for run in each.runs if run.style.name == "Strong"]
        assert [each for each in openings if each.endswith(":") and "§" not in each] == []


free = st.one_of(st.sampled_from(OURS), st.text(min_size=1, max_size=30))


@given(free, free, free, st.booleans())
@settings(max_examples=20, deadline=None)
def test_no_free_word_is_lost_or_altered_whatever_the_language(
    what: str, well: str, said: str, turned: bool
) -> None:
    words = FixedWords(code="xx", from_the_right=turned, find=lambda english: f"§ كلمة {english} §")
    action = PlannedAction(what=what, who="Rosa", due=None, how_we_will_know=said)
    page = ChildPage(
        child="Ivy",
        on=TODAY,
        came=True,
        said=(said, well),
        said_on=None,
        will_happen=(action,),
        talk_to=None,
        is_the_end=False,
        organisation="Centre",
    )
    document = build_child_page(page, MADE_AT, Paper(words=words))
    told = "\n".join(lines(opened(LaidOut(document=document, on=TODAY).content())))
    kept = [plain(line) for each in (said, well, what) for line in lines_of(each)]
    assert [each for each in kept if each not in told and not says_nothing(each)] == []


def test_a_name_in_its_own_script_runs_as_it_is_written_on_an_english_paper(usual_copy: FamilyCopy) -> None:
    there = (replace(usual_copy.family_there[0], name="Nadia Rahman (نادية رحمن)"),)
    document = build_family_copy(replace(usual_copy, family_there=there), MADE_AT)
    [line] = [each for each in document.paragraphs if "Nadia" in each.text]
    assert "Nadia Rahman (نادية رحمن), mother" in line.text.replace(NO_BREAK, " ")
    assert [run.text for run in line.runs if is_on(run._element, "rtl")] == ["نادية رحمن"]


def test_a_childs_page_has_the_name_in_its_own_script_as_its_title() -> None:
    page = ChildPage(
        child="Ting",
        on=TODAY,
        came=True,
        said=(),
        said_on=None,
        will_happen=(),
        talk_to=None,
        is_the_end=False,
        organisation="Centre",
        own_script="陳雅婷",
    )
    document = build_child_page(page, MADE_AT)
    assert document.paragraphs[0].text == "Ting (陳雅婷)"
    assert document.sections[0].header.paragraphs[0].text == "This page belongs to Ting."
    assert "Ting" not in document.core_properties.title
