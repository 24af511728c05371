from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest

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


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("--panel", "2026-01-01", "--for", "p1"), "on no panel of that day"),
        (("--panel", DAY, "--for", "p1", "--meeting", "1"), "only --kind record and --out"),
        (("--panel", DAY, "--for", "p1", "--without", "phones"), "only --kind record and --out"),
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
