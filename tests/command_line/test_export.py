from __future__ import annotations

import json
import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Ask = Callable[..., Any]


def refs_in(file: Path) -> list[str]:
    return [family["ref"] for family in json.loads(file.read_text("utf-8"))["families"]]


def test_all_families_come_in_the_order_in_which_they_were_taken_in(ask: Ask, tmp_path: Path) -> None:
    ask("export", tmp_path / "all.json")
    refs = refs_in(tmp_path / "all.json")
    assert (len(refs), refs[0], refs[-1]) == (12, "HB-104", "KEY-06")


def test_only_the_families_asked_for_are_written_each_once(ask: Ask, tmp_path: Path) -> None:
    wanted = ("--family", "KEY-02", "--family", "HB-104", "--family", "KEY-02")
    answer = ask("export", tmp_path / "two.json", *wanted)
    assert answer.out == f"2 families written to {tmp_path / 'two.json'}\n"
    assert refs_in(tmp_path / "two.json") == ["KEY-02", "HB-104"]
    assert ask("import", tmp_path / "two.json").out == "2 families already here\n"


def test_an_unknown_family_is_told_and_nothing_is_written(ask: Ask, tmp_path: Path) -> None:
    answer = ask("export", tmp_path / "one.json", "--family", "HB-104", "--family", "HB-999")
    assert answer == (1, "", "There is no family HB-999. “eymeeting” on its own lists them all.\n")
    assert not (tmp_path / "one.json").exists()


def test_an_older_export_is_replaced(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "all.json").write_text("older", "utf-8")
    assert ask("export", tmp_path / "all.json").status == 0
    assert len(refs_in(tmp_path / "all.json")) == 12


def test_the_families_own_file_is_never_written_over(ask: Ask, tmp_path: Path, database: Path) -> None:
    kept = database.read_bytes()
    answer = ask("export", database)
    assert answer.status == 1
    assert "the families' own file" in answer.err
    by_another_road = database.parent / ".." / database.parent.name / database.name
    assert ask("export", by_another_road).status == 1
    assert database.read_bytes() == kept


@pytest.mark.skipif(sys.platform == "win32", reason="making a link takes special leave on Windows")
def test_nor_by_way_of_a_link(ask: Ask, tmp_path: Path, database: Path) -> None:
    link = tmp_path / "link.json"
    link.symlink_to(database)
    assert ask("export", link).status == 1
    assert link.is_symlink()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps files to their owner by other means")
def test_only_its_owner_can_read_an_export(ask: Ask, tmp_path: Path) -> None:
    older = os.umask(0o022)
    try:
        ask("export", tmp_path / "all.json")
    finally:
        os.umask(older)
    assert stat.S_IMODE((tmp_path / "all.json").stat().st_mode) == 0o600


def test_the_place_is_said_as_it_is_called(ask: Ask, tmp_path: Path) -> None:
    name = "[red]" if sys.platform == "win32" else "[red]:smile:"
    place = tmp_path / f"{name}.json"
    assert ask("export", place).out == f"12 families written to {place}\n"
