from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

Ask = Callable[..., Any]
Listed = Callable[[], dict[str, str]]

COMMANDS: dict[str, tuple[str, ...]] = {
    "import": ("import", "{every_key}"),
    "export": ("export", "{tmp_path}/out.json"),
    "copy": ("copy", "HB-104", "--for", "p1", "--out", "{tmp_path}/papers"),
    "backup": ("backup",),
    "check": ("check",),
}


@pytest.fixture(params=COMMANDS.values(), ids=list(COMMANDS))
def command(request: pytest.FixtureRequest, every_key: Path, tmp_path: Path) -> list[str]:
    return [part.format(every_key=every_key, tmp_path=tmp_path) for part in request.param]


def test_a_missing_database_is_said_and_not_made(ask: Ask, tmp_path: Path, everything: Listed) -> None:
    before = everything()
    for asked in (
        ("export", tmp_path / "out.json"),
        ("copy", "HB-104", "--for", "p1"),
        ("backup",),
        ("check",),
    ):
        answer = ask(*asked, "--database", tmp_path / "nowhere" / "families.sqlite3")
        assert answer.status == 1
        assert "“eymeeting import FILE.json” takes some in." in answer.err
    assert everything() == before


def test_a_folder_is_no_database(command: list[str], ask: Ask, tmp_path: Path, everything: Listed) -> None:
    before = everything()
    answer = ask(*command, "--database", tmp_path)
    assert answer.status == 1
    assert "is a folder" in answer.err
    assert everything() == before


@pytest.mark.parametrize("damage", ["zeros in the middle", "half of it", "other words"])
def test_a_damaged_database_is_not_touched(
    damage: str, command: list[str], ask: Ask, database: Path, everything: Listed
) -> None:
    whole = database.read_bytes()
    middle = len(whole) // 2
    database.write_bytes(
        {
            "zeros in the middle": whole[: middle // 2] + bytes(middle) + whole[middle // 2 + middle :],
            "half of it": whole[:middle],
            "other words": b"Dear all, the meeting is on Friday. " * 500,
        }[damage]
    )
    before = everything()
    answer = ask(*command)
    assert answer.status == 1
    assert "is damaged" in answer.err
    assert "Nothing in it was changed." in answer.err
    assert everything() == before


def test_a_newer_database_is_not_touched(
    command: list[str], ask: Ask, database: Path, everything: Listed
) -> None:
    with closing(sqlite3.connect(database)) as newer:
        newer.execute("PRAGMA user_version = 99")
    before = everything()
    answer = ask(*command)
    assert answer.status == 1
    assert "was written by a newer version of eymeeting." in answer.err
    assert everything() == before


def test_another_programs_database_is_not_touched(
    command: list[str], ask: Ask, tmp_path: Path, everything: Listed
) -> None:
    other = tmp_path / "other.sqlite3"
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE recipe (name TEXT)")
    before = everything()
    answer = ask(*command, "--database", other)
    assert answer.status == 1
    assert "is a database of another program." in answer.err
    assert everything() == before


def test_a_database_that_is_open_elsewhere_is_left_alone(
    command: list[str], start: Ask, ask: Ask, database: Path, held_open: Any, everything: Listed
) -> None:
    with held_open(database):
        before = everything()
        answer = ask(*command)
        assert answer.status == 1
        assert "is already open in another window of eymeeting." in answer.err
        assert everything() == before
    assert ask(*command).status == 0


def test_a_synchronised_folder_is_refused_and_not_made(
    command: list[str], ask: Ask, tmp_path: Path, everything: Listed
) -> None:
    before = everything()
    new = tmp_path / "OneDrive - Hazelbrook" / "families.sqlite3"
    chosen = tmp_path / "shared" / "families.sqlite3"
    if command[0] != "import":
        for place in (new, chosen):
            place.parent.mkdir()
            place.touch()
        before = everything()
    for answer in (
        ask(*command, EYMEETING_DATABASE=str(new)),
        ask(*command, EYMEETING_DATABASE=str(chosen), OneDriveCommercial=str(chosen.parent)),
    ):
        assert answer.status == 1
        assert "is synchronised or on a network" in answer.err
    assert everything() == before


@contextmanager
def nobody_may_write(folder: Path) -> Iterator[None]:
    """Leave to read a folder and nothing else. The superuser may write anywhere, so it becomes nobody."""
    is_superuser = hasattr(os, "setresuid") and os.geteuid() == 0
    paths = [folder, *folder.rglob("*")]
    for path in paths:
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        if is_superuser:
            os.setresuid(65534, 65534, 0)
        yield
    finally:
        if is_superuser:
            os.setresuid(0, 0, 0)
        for path in paths:
            path.chmod(0o755 if path.is_dir() else 0o644)


@pytest.fixture
def all_loaded(ask: Ask, every_key: Path, tmp_path: Path) -> None:
    """Every module a command needs, loaded while this process may still read the folders they are in."""
    assert ask("import", every_key).status == 0
    assert ask("export", tmp_path / "first.json").status == 0
    assert ask("copy", "HB-104", "--for", "p1", "--out", tmp_path / "first").status == 0


@pytest.mark.usefixtures("all_loaded")
def test_a_read_only_database_is_said_and_left_alone(ask: Ask, database: Path) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name) / "kept"
        folder.mkdir()
        Path(name).chmod(0o755)
        kept = folder / "families.sqlite3"
        kept.write_bytes(database.read_bytes())
        with nobody_may_write(folder):
            for asked in (("export", folder / "out.json"), ("copy", "HB-104", "--for", "p1")):
                answer = ask(*asked, "--database", kept)
                assert answer.status == 1
                assert "cannot be opened for writing (permission denied)" in answer.err
        assert [path.name for path in folder.iterdir()] == ["families.sqlite3"]
        assert kept.read_bytes() == database.read_bytes()


@pytest.fixture
def takes_no_files(tmp_path: Path) -> Iterator[Path]:
    """A folder that takes no new files. Only the system's own folders refuse the superuser."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        yield Path("/sys")
        return
    folder = tmp_path / "full"
    folder.mkdir()
    folder.chmod(0o555)
    yield folder
    folder.chmod(0o755)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets new files into a read-only folder")
def test_a_folder_that_takes_no_files_is_said(
    takes_no_files: Path, ask: Ask, every_key: Path, everything: Listed
) -> None:
    before = everything()
    there = sorted(takes_no_files.iterdir())
    for asked in (
        ("export", takes_no_files / "out.json"),
        ("copy", "HB-104", "--for", "p1", "--out", takes_no_files),
        ("copy", "HB-104", "--for", "p1", "--out", takes_no_files / "papers"),
        ("import", every_key, "--database", takes_no_files / "families.sqlite3"),
        ("import", every_key, "--database", takes_no_files / "new" / "families.sqlite3"),
    ):
        answer = ask(*asked)
        assert answer.status == 1
        assert "Choose another" in answer.err
    assert sorted(takes_no_files.iterdir()) == there
    assert everything() == before


def test_a_folder_is_no_file(ask: Ask, tmp_path: Path, everything: Listed) -> None:
    before = everything()
    assert ask("import", tmp_path).status == 1
    assert ask("export", tmp_path).status == 1
    assert ask("export", tmp_path / "nowhere" / "out.json").status == 1
    assert everything() == before


LONG = "long" * 100


@pytest.mark.parametrize("place", [f"{LONG}/families.json", LONG, "~nobody-of-this-name/families.json"])
def test_a_place_that_cannot_be_is_said(place: str, ask: Ask, everything: Listed, every_key: Path) -> None:
    before = everything()
    assert ask("import", place).status == 1
    assert ask("export", place).status == 1
    assert ask("import", every_key, "--database", place).status == 1
    assert ask("export", "out.json", "--database", place).status == 1
    assert ask("copy", "HB-104", "--for", "p1", "--out", f"{place}/papers").status == 1
    assert everything() == before


def test_a_name_just_too_long_for_the_files_beside_it_is_said(
    ask: Ask, tmp_path: Path, every_key: Path
) -> None:
    assert ask("import", every_key, "--database", tmp_path / ("f" * 253)).status == 1
