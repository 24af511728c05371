from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import pytest

from eymeeting.domain.problems import Problem
from eymeeting.whole_files import NameTaken, save_whole, written_whole

OLDER = b"the plan of last time"
NEWER = bytes(range(256)) * 8


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def write_newer(file: BinaryIO) -> None:
    file.write(NEWER)


def fails_after(count: int, number: int) -> Callable[[BinaryIO], None]:
    def write(file: BinaryIO) -> None:
        file.write(NEWER[:count])
        file.flush()
        raise OSError(number, "no")

    return write


def test_a_file_is_saved_whole_and_its_place_comes_back(tmp_path: Path) -> None:
    path = save_whole(tmp_path / "plan.docx", write_newer)
    assert path.is_absolute()
    assert path.read_bytes() == NEWER
    assert names_in(tmp_path) == ["plan.docx"]


@pytest.mark.parametrize("count", range(0, len(NEWER) + 1, 256))
def test_whatever_byte_it_fails_at_the_older_file_is_whole_and_nothing_else_is_left(
    count: int, tmp_path: Path
) -> None:
    older = tmp_path / "plan.docx"
    older.write_bytes(OLDER)
    with pytest.raises(Problem, match=r"disk is full.*every older file is as it was"):
        save_whole(older, fails_after(count, errno.ENOSPC), replace=True)
    assert older.read_bytes() == OLDER
    assert names_in(tmp_path) == ["plan.docx"]


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "The disk is full."),
        (errno.EFBIG, "The disk is full."),
        (errno.EROFS, "This folder does not take new files."),
        (errno.EACCES, "This folder does not take new files."),
        (errno.ENOTDIR, "A file stands where the folder should be."),
        (errno.ENOENT, "The folder is not there."),
        (errno.ENAMETOOLONG, "The name of the folder is too long."),
        (errno.EIO, "The file could not be written."),
    ],
)
def test_a_problem_says_what_happened_what_is_safe_and_what_to_do(
    number: int, said: str, tmp_path: Path
) -> None:
    with pytest.raises(Problem) as raised:
        save_whole(tmp_path / "plan.docx", fails_after(10, number))
    sentence = str(raised.value)
    assert sentence.startswith(f"{said} Nothing was saved, and every older file is as it was.")
    assert "again" in sentence or "another folder" in sentence
    assert str(tmp_path) not in sentence


def test_another_kind_of_failure_leaves_nothing_either(tmp_path: Path) -> None:
    def write(file: BinaryIO) -> None:
        file.write(NEWER)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        save_whole(tmp_path / "plan.docx", write)
    assert names_in(tmp_path) == []


def test_an_older_file_is_replaced_only_when_asked(tmp_path: Path) -> None:
    older = tmp_path / "families.json"
    older.write_bytes(OLDER)
    with pytest.raises(NameTaken):
        save_whole(older, write_newer)
    assert older.read_bytes() == OLDER
    save_whole(older, write_newer, replace=True)
    assert older.read_bytes() == NEWER
    assert names_in(tmp_path) == ["families.json"]


def test_where_there_are_no_links_an_older_file_is_kept_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: object) -> None:
        raise OSError(errno.EPERM, "no")

    monkeypatch.setattr(os, "link", no_links)
    path = save_whole(tmp_path / "plan.docx", write_newer)
    assert path.read_bytes() == NEWER
    with pytest.raises(NameTaken):
        save_whole(path, fails_after(0, errno.EEXIST))
    with pytest.raises(NameTaken):
        save_whole(path, write_newer)
    assert path.read_bytes() == NEWER
    assert names_in(tmp_path) == ["plan.docx"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps files to their owner by other means")
def test_only_its_owner_can_read_a_new_file(tmp_path: Path) -> None:
    path = save_whole(tmp_path / "plan.docx", write_newer)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def write_some(path: Path, count: int) -> None:
    with written_whole(path, replace=True) as partial:
        partial.write_bytes(NEWER[:count])
        raise OSError(errno.ENOSPC, "no")


def test_a_file_that_is_filled_by_its_path_is_whole_or_not_there_too(tmp_path: Path) -> None:
    older = tmp_path / "families.sqlite3"
    older.write_bytes(OLDER)
    for count in range(0, len(NEWER) + 1, 512):
        with pytest.raises(OSError, match="no"):
            write_some(older, count)
        assert older.read_bytes() == OLDER
        assert names_in(tmp_path) == [older.name]
    with pytest.raises(FileExistsError), written_whole(older) as partial:
        partial.write_bytes(NEWER)
    assert older.read_bytes() == OLDER
    with written_whole(older, replace=True) as partial:
        partial.write_bytes(NEWER)
    assert older.read_bytes() == NEWER
    assert names_in(tmp_path) == [older.name]
