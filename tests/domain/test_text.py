from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from eymeeting.domain.text import clean_line, clean_text, folded

ANYTHING = st.text(st.characters(exclude_categories=()))


@given(ANYTHING)
@example("e\x00\u0301")
@example("\r\x00\n")
@example("\ud83d\ude00")
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean_text(clean_text(text)) == clean_text(text)
    assert clean_line(clean_line(text)) == clean_line(text)


@given(ANYTHING)
def test_what_is_left_is_composed_and_can_be_written_anywhere(text: str) -> None:
    cleaned = clean_text(text)
    cleaned.encode("utf-8")
    assert unicodedata.is_normalized("NFC", cleaned)
    assert not any(
        unicodedata.category(letter) in ("Cc", "Cs") and letter not in "\n\t" for letter in cleaned
    )
    assert not set(cleaned) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufffe\uffff")


@given(ANYTHING)
def test_a_line_is_one_line_without_spaces_at_its_ends(text: str) -> None:
    line = clean_line(text)
    assert len(line.splitlines()) <= 1
    assert line == line.strip()
    assert "\t" not in line


@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Mn", "Cn", "Cf"))))
def test_an_ordinary_text_is_kept_as_it_was_typed(text: str) -> None:
    assert clean_text(text) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("one\r\ntwo\rthree\n", "one\ntwo\nthree\n"),
        ("\x1b[31mred\x1b[0m", "[31mred[0m"),
        ("a\tb", "a\tb"),
        ("  spaces  stay  ", "  spaces  stay  "),
        ("nu\x00ll \x07\x7f\x9b2J", "null 2J"),
        ("Zoe\u0308 \u212bngstr\u00f6m", "Zoë Ångström"),
        ("\u202egnp.exe\u2069", "gnp.exe"),
        ("\ud83dhalf\udc00", "half"),
        ("not\ufffe\uffff", "not"),
        ("👩‍👩‍👧 محمد Nguyễn", "👩‍👩‍👧 محمد Nguyễn"),
        ("[/] [JS] {} %s \\", "[/] [JS] {} %s \\"),
        ("", ""),
    ],
)
def test_what_harms_a_terminal_a_file_or_word_is_dropped_and_nothing_else(typed: str, kept: str) -> None:
    assert clean_text(typed) == kept


def test_a_line_has_spaces_for_breaks_and_tabs() -> None:
    assert clean_line("  Ring\r\nthe\tGP \n") == "Ring the GP"


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Wiśniewska", "wisniewska"),
        ("Łukasz", "lukasz"),
        ("Đặng Hồng", "dang hong"),
        ("Bjørn Æbelø", "bjorn aebelo"),
        ("O’Neill", "o'neill"),
        ("STRASSE", "Straße"),
        ("Żaneta", "ZANETA"),
        ("ﬁona", "Fiona"),
        ("İrem", "irem"),
        ("مُحَمَّد", "محمد"),
    ],
)
def test_a_name_is_found_as_people_type_it(name: str, typed: str) -> None:
    assert folded(name) == folded(typed)


@given(ANYTHING.map(clean_text), st.data())
def test_a_part_of_a_text_is_found_in_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert folded(text[start:end]) in folded(text)
