from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import polib
import pytest

from db.file import open_file
from db.store import Store
from eymeeting.cli import run
from eymeeting.packs import shipped_pack

ON = {"EYMEETING_TODAY": "2026-11-22"}
NOWHERE = ["--database", str(Path(__file__).parent / "no families.sqlite3")]
"""A families' file that is not there."""


@pytest.fixture
def arabic(tmp_path: Path) -> Path:
    """The template with two headings translated, checked by somebody."""
    file = tmp_path / "ours.po"
    assert run(["language", "template", "--out", str(file), *NOWHERE], ON) == 0
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
    assert run(["language", "template", *NOWHERE], ON) == 0
    assert 'msgid "Monday"' in capsys.readouterr().out
    before = arabic.read_bytes()
    assert run(["language", "template", "--out", str(arabic), *NOWHERE], ON) == 1
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
    run(["language", "template", "--out", str(file), *NOWHERE], ON)
    at = ["--database", str(tmp_path / "families.sqlite3")]
    capsys.readouterr()
    assert run(["language", "add", str(file), *at], ON) == 1
    assert "Nobody has checked it" in capsys.readouterr().err
    assert not (tmp_path / "families.sqlite3").exists()
    assert run(["language", "check", str(tmp_path / "none.po")], ON) == 1
    assert "cannot be read" in capsys.readouterr().err
    assert run(["language"], ON) == 2


def test_the_template_holds_the_sentences_of_the_pack_in_use(ask: Callable[..., Any], database: Path) -> None:
    with closing(open_file(database, {})) as file:
        store = Store(file, lambda: datetime(2026, 11, 22, 9, tzinfo=UTC))
        store.keep_settings(replace(store.settings(), pack="hertfordshire"))
    written = polib.pofile(ask("language", "template").out)
    theirs, usual = (shipped_pack(name).sentences.sharing[0] for name in ("hertfordshire", "essex"))
    found = written.find(theirs)
    assert found is not None
    assert "the organisation's own" in found.comment
    assert (written.find(usual) is None) is (usual != theirs)
    assert not Path(NOWHERE[1]).exists()
