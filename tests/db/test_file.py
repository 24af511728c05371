from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

from db.file import OpenFile, UnusableFile, open_file
from db.store import Store
from eymeeting.domain.family import Family

ROOT = Path(__file__).parents[2]
Opened = Callable[[Path], OpenFile]
HOLDER = """
import sys
from pathlib import Path
from db.file import open_file
file = open_file(Path(sys.argv[1]), {})
print("open", flush=True)
sys.stdin.readline()
"""


def everything_in(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}


@pytest.fixture
def held(place: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that has the file open."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(place)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        yield process
        process.kill()


def test_the_settings_are_the_safe_ones(file: OpenFile, ticking: Callable[[], datetime]) -> None:
    store = Store(file, ticking)
    wanted: dict[str, object] = {
        "journal_mode": "wal",
        "locking_mode": "exclusive",
        "synchronous": 2,
        "foreign_keys": 1,
        "secure_delete": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "temp_store": 2,
        "busy_timeout": 0,
    }
    assert store.refs() == ()
    for setting, value in wanted.items():
        assert file.connection.execute(f"PRAGMA {setting}").fetchone() == (value,), setting


def test_a_file_at_rest_is_one_file(store: Store, place: Path, every_key: tuple[Family, ...]) -> None:
    store.take_in(every_key)
    assert not place.with_name(place.name + "-shm").exists()
    store.close()
    assert [path.name for path in place.parent.iterdir()] == [place.name]


def test_closing_twice_is_fine(store: Store) -> None:
    store.close()
    store.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_a_new_file_and_its_folder_are_for_their_owner_alone(tmp_path: Path, opened: Opened) -> None:
    before = os.umask(0)
    try:
        file = opened(tmp_path / "deep" / "new" / "families.sqlite3")
    finally:
        os.umask(before)
    assert {path.name for path in file.path.parent.iterdir()} >= {"families.sqlite3"}
    assert {stat.S_IMODE(path.stat().st_mode) for path in file.path.parent.iterdir()} == {0o600}
    assert stat.S_IMODE(file.path.parent.stat().st_mode) == 0o700


def test_a_file_open_in_another_process_is_told_at_once_and_left_alone(
    held: subprocess.Popen[str], place: Path
) -> None:
    before = everything_in(place.parent)
    with pytest.raises(UnusableFile, match=r"already open in another window of eymeeting\. Nothing was"):
        open_file(place, {})
    assert everything_in(place.parent) == before


def test_a_file_whose_holder_was_killed_opens_at_once(
    held: subprocess.Popen[str], place: Path, opened: Opened
) -> None:
    held.kill()
    held.wait()
    file = opened(place)
    assert file.was_left_unclean
    assert not place.with_name(place.name + "-shm").exists()


def test_opening_a_file_twice_does_not_let_another_process_in(file: OpenFile, place: Path) -> None:
    with pytest.raises(UnusableFile, match="already open"):
        open_file(place, {})
    asked = subprocess.run(
        [sys.executable, "-c", HOLDER, str(place)],
        cwd=ROOT,
        input="",
        capture_output=True,
        text=True,
        check=False,
    )
    assert asked.stdout == ""
    assert "already open" in asked.stderr


def test_the_backup_of_an_open_file_opens_beside_it(
    place: Path, tmp_path: Path, opened: Opened, file: OpenFile
) -> None:
    other = Path(shutil.copy(place, tmp_path / "other.sqlite3"))
    assert opened(other).path == other


def test_an_empty_file_is_taken_as_a_new_one(
    tmp_path: Path, opened: Opened, ticking: Callable[[], datetime]
) -> None:
    path = tmp_path / "families.sqlite3"
    path.touch()
    assert Store(opened(path), ticking).refs() == ()


FOREIGN: dict[str, str] = {
    "another program's": "CREATE TABLE bookmarks (url); INSERT INTO bookmarks VALUES ('https://example.org')",
    "another program's, still empty": "PRAGMA application_id = 252006674; CREATE TABLE t (c); DROP TABLE t",
    "another program's of a high version": "CREATE TABLE t (c); PRAGMA user_version = 99",
}


@pytest.mark.parametrize("sql", FOREIGN.values(), ids=FOREIGN)
def test_a_database_of_another_program_is_refused_and_not_a_byte_of_it_is_changed(
    sql: str, tmp_path: Path
) -> None:
    path = tmp_path / "places.sqlite"
    connection = sqlite3.connect(path)
    connection.executescript(sql)
    connection.close()
    before = everything_in(tmp_path)
    with pytest.raises(UnusableFile, match=r"database of another program\. Nothing in it was changed"):
        open_file(path, {})
    assert everything_in(tmp_path) == before


@pytest.mark.parametrize(
    "content", [b"x", b"Dear all, here is the plan.", b"PK\x03\x04" + bytes(5000), b"SQLite format 3\x00"]
)
def test_a_file_that_is_no_database_is_refused_and_not_a_byte_of_it_is_changed(
    content: bytes, tmp_path: Path
) -> None:
    path = tmp_path / "plan.docx"
    path.write_bytes(content)
    before = everything_in(tmp_path)
    with pytest.raises(UnusableFile, match=r"is damaged, or is no families' file.*Nothing in it was changed"):
        open_file(path, {})
    assert everything_in(tmp_path) == before


def test_a_file_in_another_journal_mode_is_taken_into_the_safe_one(
    file: OpenFile, store: Store, every_key: tuple[Family, ...], place: Path, opened: Opened
) -> None:
    store.take_in(every_key[:1])
    file.connection.execute("PRAGMA journal_mode = DELETE")
    store.close()
    again = opened(place)
    assert again.connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_a_stray_row_is_found_before_anything_is_used(
    file: OpenFile, place: Path, opened: Opened, ticking: Callable[[], datetime]
) -> None:
    file.connection.execute("PRAGMA foreign_keys = OFF")
    file.connection.execute("INSERT INTO findable VALUES ('F-404', 'words')")
    file.close()
    with pytest.raises(UnusableFile, match="is damaged"):
        Store(opened(place), ticking)


def test_the_sentence_about_a_damaged_file_says_where_its_copies_are(tmp_path: Path) -> None:
    path = tmp_path / "families.sqlite3"
    path.write_bytes(b"no database at all")
    with pytest.raises(UnusableFile) as caught:
        open_file(path, {})
    assert str(tmp_path / "backups") in str(caught.value)
