from __future__ import annotations

import unicodedata
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from exports.file_names import copy_file_name, numbered, safe_file_name

anything = st.text(max_size=120)
RESERVED = {"CON", "PRN", "AUX", "NUL", *(f"{port}{n}" for port in ("COM", "LPT") for n in "123456789¹²³")}


def is_safe(name: str, folder: Path) -> bool:
    inside = (folder / name).resolve().parent == folder.resolve()
    plain = not set(name) & set('/\\:*?"<>|\0') and name.isprintable()
    whole = name == unicodedata.normalize("NFC", name) and 0 < len(name) <= 80 and len(name.encode()) <= 255
    windows = name[-1] not in ". " and name.partition(".")[0].upper() not in RESERVED
    return inside and plain and whole and windows and not name.startswith(".")


def test_a_copy_is_named_by_its_kind_reference_day_and_reader() -> None:
    name = copy_file_name("family-plan", "EYM-0001", date(2026, 4, 28), "p1")
    assert name == "family-plan-EYM-0001-2026-04-28-p1.docx"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("../../etc/passwd", "etc-passwd.docx"),
        ("C:\\Windows\\plan", "C-Windows-plan.docx"),
        ("/absolute", "absolute.docx"),
        ("..", "copy.docx"),
        ("", "copy.docx"),
        ("   ", "copy.docx"),
        ("CON", "copy-CON.docx"),
        ("nul.txt", "copy-nul.txt.docx"),
        ("COM¹", "copy-COM¹.docx"),
        ("lpt9", "copy-lpt9.docx"),
        ("plan. ", "plan.docx"),
        (".hidden", "hidden.docx"),
        ("a:b*c?d", "a-b-c-d.docx"),
        ("plan\u202excod", "plan-xcod.docx"),
        ("Nguye\u0302\u0303n", "Nguyễn.docx"),
        ("x" * 200, "x" * 75 + ".docx"),
    ],
)
def test_names_that_would_do_harm_become_plain_ones(typed: str, kept: str) -> None:
    assert safe_file_name(typed, suffix=".docx") == kept


@given(
    st.lists(anything, max_size=4), st.sampled_from([".docx", "", ".", "..", ".tar.gz", "/../x", "." * 99])
)
@example(["NUL." + "x" * 90], ".docx")
@example(["\U00020000" * 80], ".docx")
@settings(max_examples=150)
def test_every_name_is_one_that_every_system_takes(parts: list[str], suffix: str) -> None:
    assert is_safe(safe_file_name(*parts, suffix=suffix), Path("/somewhere/papers"))


@given(anything)
@settings(max_examples=100)
def test_a_safe_name_stays_as_it_is(typed: str) -> None:
    name = safe_file_name(typed, suffix=".docx")
    assert safe_file_name(name.removesuffix(".docx"), suffix=".docx") == name


@given(anything, st.integers(2, 999))
@settings(max_examples=100)
def test_a_numbered_name_is_safe_and_another_one(typed: str, number: int) -> None:
    name = safe_file_name(typed, suffix=".docx")
    beside = numbered(name, number)
    assert beside != name
    assert beside.endswith(f"-{number}.docx")
    assert is_safe(beside, Path("/somewhere/papers"))
