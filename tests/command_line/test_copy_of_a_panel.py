from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

Ask = Callable[..., Any]
DAY = "2026-11-24"


def test_a_grown_up_gets_the_note_of_a_panel_and_whoever_brought_them_the_record(
    ask: Ask, tmp_path: Path
) -> None:
    wanted = ("copy", "KEY-05", "--panel", DAY, "--out", tmp_path / "papers")
    note = ask(*wanted, "--for", "p1")
    assert (note.status, note.err) == (0, "")
    assert Path(note.out.strip()).name == f"panel-note-KEY-05-{DAY}-p1.docx"
    record = Path(ask(*wanted, "--for", "w2", "--kind", "record").out.strip())
    assert record.name == f"panel-record-KEY-05-{DAY}-w2.docx"
    assert docx.Document(str(record)).paragraphs[0].text == "Panel record"


def test_a_paper_of_a_panel_may_have_another_form_than_the_one_that_is_kept(ask: Ask, tmp_path: Path) -> None:
    wanted = ("copy", "KEY-05", "--panel", DAY, "--for", "p1", "--out", tmp_path / "papers")
    usual, large = (ask(*wanted, *more) for more in ((), ("--format", "large")))
    assert (usual.status, large.status) == (0, 0)
    assert size_of(large.out.strip()) == 18 > size_of(usual.out.strip())


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not take its folders from the environment")
def test_without_a_folder_it_lies_with_the_family_and_the_day_of_the_panel(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DOCUMENTS_DIR", str(tmp_path / "Documents"))
    made = Path(ask("copy", "KEY-05", "--panel", DAY, "--for", "p1").out.strip())
    assert made.parent == tmp_path / "Documents" / "eymeeting" / "KEY-05" / DAY


def size_of(paper: str) -> float:
    [defaults] = docx.Document(paper).styles.element.iter(qn("w:docDefaults"))
    [size] = defaults.iter(qn("w:sz"))
    return int(size.get(qn("w:val"))) / 2


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("--panel", "2026-01-01", "--for", "p1"), "on no panel of that day"),
        (("--panel", DAY, "--for", "p1", "--meeting", "1"), "only --kind record, --format and --out"),
        (("--panel", DAY, "--for", "p1", "--without", "phones"), "only --kind record, --format and --out"),
        (("--panel", DAY, "--for", "p1", "--kind", "record"), "whoever brought the family"),
        (("--panel", DAY, "--for", "c1"), "grown-up"),
        (("--panel", "tuesday", "--for", "p1"), "2026-11-23"),
    ],
)
def test_what_cannot_be_made_of_a_panel_is_said_and_nothing_is_written(
    given: tuple[str, ...], said: str, ask: Ask, tmp_path: Path
) -> None:
    answer = ask("copy", "KEY-05", *given, "--out", tmp_path / "papers")
    assert answer.status
    assert said in answer.err
    assert not (tmp_path / "papers").exists()
