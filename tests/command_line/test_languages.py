from __future__ import annotations

from pathlib import Path

import polib
import pytest

from eymeeting.cli import run

ON = {"EYMEETING_TODAY": "2026-11-22"}


@pytest.fixture
def arabic(tmp_path: Path) -> Path:
    """The template with two headings translated, checked by somebody."""
    file = tmp_path / "ours.po"
    assert run(["language", "template", "--out", str(file)], ON) == 0
    kept = polib.pofile(str(file))
    kept.metadata |= {"Language": "ar", "X-Checked-By": "Huda Salim", "X-Checked-On": "2026-11-20"}
    for english, said in (("Monday", "الإثنين"), ("Now", "الآن")):
        entry = kept.find(english)
        assert entry is not None
        entry.msgstr = said
    kept.save()
    return file


def told(capsys: pytest.CaptureFixture[str]) -> str:
    return " ".join(capsys.readouterr().out.split())


def test_the_template_is_written_out_and_never_over_another_file(
    arabic: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert run(["language", "template"], ON) == 0
    assert 'msgid "Monday"' in capsys.readouterr().out
    before = arabic.read_bytes()
    assert run(["language", "template", "--out", str(arabic)], ON) == 1
    assert arabic.read_bytes() == before


def test_a_translation_is_checked_kept_listed_and_taken_away(
    arabic: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    at = ["--database", str(tmp_path / "families.sqlite3")]
    capsys.readouterr()
    assert run(["language", "check", str(arabic)], ON) == 0
    checked = told(capsys)
    assert "Arabic (ar), written from right to left. Checked by Huda Salim on 20 November 2026." in checked
    assert "headings and sentences have no Arabic yet and will be in English." in checked
    assert run(["language", "add", str(arabic), *at], ON) == 0
    assert "It is kept" in told(capsys)
    assert run(["language", "list", *at], ON) == 0
    assert "Huda Salim" in told(capsys)
    assert run(["language", "list", *at], {"EYMEETING_TODAY": "2026-11-01"}) == 0
    assert "Arabic (ar) cannot be used: The header X-Checked-On holds a day" in told(capsys)
    assert run(["language", "remove", "AR", *at], ON) == 0
    assert run(["language", "remove", "ar", *at], ON) == 1
    assert run(["language", "list", *at], ON) == 0
    assert "no other language is kept" in told(capsys)


def test_a_translation_nobody_has_checked_is_not_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "raw.po"
    run(["language", "template", "--out", str(file)], ON)
    at = ["--database", str(tmp_path / "families.sqlite3")]
    capsys.readouterr()
    assert run(["language", "add", str(file), *at], ON) == 1
    assert "Nobody has checked it" in capsys.readouterr().err
    assert not (tmp_path / "families.sqlite3").exists()
    assert run(["language", "check", str(tmp_path / "none.po")], ON) == 1
    assert "cannot be read" in capsys.readouterr().err
    assert run(["language"], ON) == 2
