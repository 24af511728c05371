from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx

Ask = Callable[..., Any]


def test_a_blank_form_needs_no_file_and_its_path_stands_alone(ask: Ask, tmp_path: Path) -> None:
    nowhere, papers = tmp_path / "nobody.sqlite3", tmp_path / "papers"
    wanted = ("form", "--out", papers, "--type", "taf_review", "--format", "clear", "--database", nowhere)
    first = ask(*wanted)
    assert first == (0, f"{papers / 'paper-form-taf-review.docx'}\n", "")
    assert not nowhere.exists()
    kept = Path(first.out.strip()).read_bytes()
    second = ask(*wanted)
    assert second.out == f"{papers / 'paper-form-taf-review-2.docx'}\n"
    assert Path(first.out.strip()).read_bytes() == kept
    title = docx.Document(first.out.strip()).core_properties.title
    assert title == "Family review meeting on paper"


def test_score_cards_come_with_it_when_asked_for(ask: Ask, tmp_path: Path) -> None:
    answer = ask("form", "--cards", "--out", tmp_path / "papers")
    assert [Path(line).name for line in answer.out.splitlines()] == [
        "paper-form-taf-first.docx",
        "score-card-adult.docx",
        "score-card-child.docx",
    ]


def test_a_kind_of_meeting_there_is_not_is_wrong_usage(ask: Ask, tmp_path: Path) -> None:
    answer = ask("form", "--type", "tea", "--out", tmp_path)
    assert answer.status == 2
    assert "taf_first" in answer.err
