from __future__ import annotations

import errno
import os
import stat
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from db.rescue import rescue

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
NAME = "eymeeting-rescue-2026-11-22-100000.txt"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of this test's own, with the usual folders in it."""
    if sys.platform == "win32":
        pytest.skip("Windows keeps its folders elsewhere")
    for variable in ("XDG_DOCUMENTS_DIR", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "run"))
    return tmp_path


def test_words_that_cannot_be_saved_go_into_a_file_of_their_owners_own(home: Path) -> None:
    path = rescue("Mum rings the GP\r\n\x1b[31m – łóżko", NOW)
    assert path is not None
    assert path == home / "Documents" / "eymeeting" / NAME
    assert path.read_text("utf-8") == "Mum rings the GP\n[31m – łóżko"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_later_words_of_one_start_stand_in_the_same_file(home: Path) -> None:
    first = rescue("a long first half", NOW)
    second = rescue("whole", NOW)
    assert second == first
    assert second is not None
    assert second.read_text("utf-8") == "whole"


def test_where_documents_do_not_take_it_another_folder_does(home: Path) -> None:
    (home / "Documents").write_text("a file where the folder should be")
    path = rescue("words", NOW)
    assert path is not None
    assert path.name == NAME
    assert path.read_text("utf-8") == "words"
    assert [each.name for each in path.parent.glob("*rescue*")] == [NAME]


def test_where_no_folder_takes_it_nothing_comes_back(
    home: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    nowhere = tmp_path / "nowhere"
    nowhere.write_text("a file where the folder should be")
    monkeypatch.setenv("HOME", str(nowhere))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(nowhere))
    monkeypatch.setattr("tempfile.tempdir", str(nowhere))
    assert rescue("words", NOW) is None


def test_words_rescued_before_stay_when_the_next_cannot_be_written(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = rescue("the first words", NOW)
    assert first is not None
    full = first.parent

    def no_room_there(descriptor: int) -> None:
        if any(full.glob("*.part")):
            raise OSError(errno.ENOSPC, "no")

    monkeypatch.setattr(os, "fsync", no_room_there)
    second = rescue("the next words", NOW)
    assert first.read_text("utf-8") == "the first words"
    assert [each.name for each in full.iterdir()] == [NAME]
    assert second is not None
    assert second != first
    assert second.read_text("utf-8") == "the next words"
