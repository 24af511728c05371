from __future__ import annotations

import io
import unicodedata
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from hypothesis import example, given, settings
from hypothesis import strategies as st

from exports.house_style import Page, new_document
from exports.look import STANDARD
from exports.tables import Column, Table
from exports.writing import Strong, paragraph, reads_from_the_right
from eymeeting.domain.text import clean_text

Reopen = Callable[[Document], Any]

MADE_AT = datetime(2026, 11, 24, tzinfo=UTC)
HOSTILE = [
    "nul\x00 bell\x07 escape\x1b[31m vertical\x0b form\x0c",
    "\ud800 alone \udfff",
    "not \ufffe a \uffff sign",
    "turned \u202e round \u2066 and \u2069",
    "<w:p>&amp;</w:p> ]]> {{ jinja }} %s {0}",
    "👨‍👩‍👧 👍🏽 e" + "\u0301" * 100,
    "x" * 20_000,
    "=HYPERLINK(1) [red]Mum[/red] [/",
]


def laid_out(text: str) -> Document:
    page = Page(new_document(STANDARD, title="Plan", organisation="Centre", made_at=MADE_AT))
    page.head_and_foot(head=[text], foot=[text], title=text)
    page.heading(text, 1)
    page.say(Strong(text), text)
    page.box([text])
    page.bullets([text])
    page.quote(text, text, note=text)
    page.table(Table(title="T", about="A", columns=(Column(heading="H", share=1),), rows=((text,),)))
    whole = io.BytesIO()
    page.document.save(whole)
    return docx.Document(whole)


def words(text: str) -> list[str]:
    return clean_text(text).split()


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_that_is_typed_breaks_a_document(text: str) -> None:
    [table] = laid_out(text).tables
    assert table.cell(1, 0).text.split() == words(text)


@given(st.text(max_size=80))
@example("\u200b")
@settings(max_examples=25, deadline=None)
def test_words_come_back_from_the_file_as_they_were_kept(text: str) -> None:
    document = laid_out(text)
    seen = any(sign.isprintable() and not sign.isspace() for sign in clean_text(text))
    expected = words(text) if seen else ["not", "recorded"]
    assert document.tables[0].cell(1, 0).text.split() == expected
    assert unicodedata.is_normalized("NFC", document.tables[0].cell(1, 0).text)


def test_line_breaks_stay_and_empty_lines_go() -> None:
    assert paragraph("one\n\ntwo\r\nthree").text == "one\ntwo\nthree"


def test_phrases_have_a_space_between_and_some_are_bold() -> None:
    made = paragraph(Strong("Our main helper:"), "Mina Costa.", "", "Phone 999.")
    assert made.text == "Our main helper: Mina Costa. Phone 999."
    bold = [each.text for each in made.iter(qn("w:r")) if each.find(f".//{qn('w:rStyle')}") is not None]
    assert bold == ["Our main helper:"]


@pytest.mark.parametrize(
    ("text", "turned"),
    [
        ("نأكل معا كل مساء", True),
        ("שלום לכולם", True),
        ("اتصل بالرقم 01632 960 141", True),
        ("Mum said שלום to Grandad", False),
        ("We eat together", False),
        ("", False),
        ("我们每天一起吃饭", False),
    ],
)
def test_a_line_of_mostly_arabic_or_hebrew_letters_runs_from_the_right(text: str, turned: bool) -> None:
    assert reads_from_the_right(text) is turned
    made = paragraph(text)
    assert (made.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None) is turned


def test_words_of_another_direction_are_told_to_run_their_own_way() -> None:
    def stretches(text: str) -> list[tuple[str, bool]]:
        return [
            (each.text or "", each.find(f"{qn('w:rPr')}/{qn('w:rtl')}") is not None)
            for each in paragraph(text).iter(qn("w:r"))
        ]

    assert stretches("Mum said שלום לך to Kit.") == [
        ("Mum said ", False),
        ("שלום לך", True),
        (" to Kit.", False),
    ]
    assert stretches("نأكل مع Kit كل مساء.") == [("نأكل مع ", True), ("Kit", False), (" كل مساء.", True)]
