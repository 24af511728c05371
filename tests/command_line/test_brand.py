from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from made.council_papers import letterhead, logo, saved, with_parts

Ask = Callable[..., Any]
ARABIC = Path(__file__).parents[1] / "exports" / "languages" / "ar.po"


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    file = tmp_path / "letter.docx"
    file.write_bytes(saved(letterhead()))
    return file


def logos_in(path: str) -> list[bytes]:
    with zipfile.ZipFile(path.strip()) as package:
        return [package.read(name) for name in package.namelist() if "/media/" in name]


def test_a_paper_that_can_be_used_is_looked_through_and_nothing_is_kept(
    paper: Path, ask: Ask, everything: Callable[[], dict[str, str]]
) -> None:
    before = everything()
    answer = ask("brand", "check", paper)
    assert answer.status == 0
    assert "“Larkshire County Council” is read out." in answer.out
    assert "copies are A4." in answer.out
    assert "letter.docx can be used" in answer.out
    assert everything() == before


def test_every_reason_against_a_paper_is_a_sentence_of_its_own(paper: Path, ask: Ask) -> None:
    parts: dict[str, bytes | str] = {"word/vbaProject.bin": b"Sub", "word/activeX/activeX1.xml": "<ax/>"}
    paper.write_bytes(with_parts(paper.read_bytes(), parts))
    for wanted in ("check", "use"):
        answer = ask("brand", wanted, paper)
        assert answer.status == 1
        assert len(answer.err.splitlines()) == 2
    assert ask("brand", "remove").status == 1


def test_copies_are_made_on_the_paper_that_was_kept_last_until_it_is_taken_away(
    paper: Path, ask: Ask, tmp_path: Path
) -> None:
    assert ask("brand", "use", paper).status == 0
    other = tmp_path / "newer.docx"
    newer = logo((120, 20, 60))
    other.write_bytes(saved(letterhead(picture=newer)))
    assert "newer.docx is kept" in ask("brand", "use", other).out
    copied = ask("copy", "HB-104", "--for", "p1", "--out", tmp_path)
    assert logos_in(copied.out) == [newer]
    assert "newer.docx is taken away." in ask("brand", "remove").out
    assert logos_in(ask("copy", "HB-104", "--for", "p1", "--out", tmp_path).out) == []


def test_a_paper_that_is_not_there_is_a_problem_and_no_file_is_wrong_usage(ask: Ask, tmp_path: Path) -> None:
    assert ask("brand", "check", tmp_path / "none.docx").err.startswith("There is no file ")
    assert ask("brand").status == 2
    assert ask("brand", "check").status == 2
    assert ask("brand", "remove").err == "No paper of the council's own is kept.\n"


def test_while_the_app_is_open_one_sentence_says_so_and_nothing_else(
    paper: Path, ask: Ask, database: Path, held_open: Any, everything: Callable[[], dict[str, str]]
) -> None:
    with held_open(database):
        before = everything()
        for wanted in (("brand", "use", paper), ("language", "add", ARABIC)):
            answer = ask(*wanted)
            assert (answer.status, answer.out) == (1, "")
            assert len(answer.err.splitlines()) == 1
            assert "is already open in another window of eymeeting." in answer.err
        assert everything() == before
    assert ask("brand", "use", paper).status == 0
