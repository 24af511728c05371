from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from cut_short import backing_up_with_little_room

from db.file import OpenFile, backups_of
from db.inspection import inspected, manifest_of
from db.kept_backups import backups_in
from db.store import Store
from eymeeting.domain.family import Change, Family
from eymeeting.domain.meeting import Line
from eymeeting.domain.problems import Problem
from eymeeting.domain.settings import Settings

Opened = Callable[[Path], OpenFile]
Clock = Callable[[], datetime]
MORNING = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


@pytest.fixture
def family(store: Store, every_key: tuple[Family, ...]) -> Family:
    """The first family, kept in ``store``."""
    store.take_in(every_key[:1])
    return every_key[0]


def a_line(family: Family, text: str = "Ring the school") -> Change:
    line = Line(id="line", position=999, meeting=family.meetings[0].id, section="past", text=text)
    return Change(family=family.ref, before=None, after=line)


def words_in(path: Path) -> str:
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
        return "\n".join(connection.iterdump())


def test_a_backup_holds_everything_and_says_what_it_holds(
    store: Store, file: OpenFile, family: Family, opened: Opened, ticking: Clock
) -> None:
    path = store.back_up("by-hand")
    assert path.parent == backups_of(file.path)
    manifest = inspected(path).manifest
    assert manifest is not None
    assert (manifest.rows["family"], manifest.rows["meeting"]) == (1, len(family.meetings))
    assert manifest.trail_lines == 1
    assert (manifest.trail_head,) == file.connection.execute("SELECT link FROM trail").fetchone()
    assert Store(opened(path), ticking).family(family.ref) == family


def test_a_backup_is_of_the_moment_it_was_taken_whatever_is_written_meanwhile(
    store: Store, family: Family
) -> None:
    backup = store.backup("after-meeting")
    store.apply(a_line(family), who="w1")
    paths: list[Path] = []
    writer = Thread(target=lambda: paths.append(backup.write()))
    writer.start()
    store.apply(a_line(family, "Ring the nurse").undone(), who="w1")
    writer.join()
    assert manifest_of(paths[0]) is not None
    assert "Ring the school" not in words_in(paths[0])


def test_a_day_has_one_backup_and_none_before_there_is_a_family(
    place: Path, opened: Opened, every_key: tuple[Family, ...]
) -> None:
    moment = [MORNING]
    store = Store(opened(place), lambda: moment[0])
    assert store.daily_backup() is None
    store.take_in(every_key[:1])
    due = store.daily_backup()
    assert due is not None
    first = due.write()
    moment[0] += timedelta(hours=5)
    assert store.daily_backup() is None
    moment[0] += timedelta(days=1)
    due = store.daily_backup()
    assert due is not None
    second = due.write()
    assert [each.path for each in backups_in(first.parent, place)] == [first, second]


def test_old_ones_make_room_but_never_those_made_by_hand_or_of_another_file(
    place: Path, opened: Opened, every_key: tuple[Family, ...]
) -> None:
    moment = [datetime(2026, 11, 18, 9, 30, tzinfo=UTC)]
    store = Store(opened(place), lambda: moment[0])
    store.take_in(every_key[:1])
    by_hand = store.back_up("by-hand")
    others = backups_of(place) / "other-2020-01-01-100000-daily.sqlite3"
    own = backups_of(place) / "families-notes.sqlite3"
    left = backups_of(place) / ".0123.part"
    for each in (others, own, left):
        each.write_bytes(b"somebody's")
    os.utime(left, (0, 0))
    made = []
    for _ in range(30):
        moment[0] += timedelta(days=1)
        made.append(store.back_up("daily"))
    there = [each.path for each in backups_in(backups_of(place), place)]
    assert there[0] == by_hand
    assert there[-14:] == made[-14:]
    assert [path.name[9:19] for path in there[1:-14]] == ["2026-11-22", "2026-11-29"]
    assert others.exists()
    assert own.exists()
    assert not left.exists()


def test_the_folder_chosen_in_the_settings_takes_them(store: Store, file: OpenFile, tmp_path: Path) -> None:
    store.keep_settings(Settings(backups=str(tmp_path / "stick")))
    assert store.back_up("by-hand").parent == tmp_path / "stick"
    assert not backups_of(file.path).exists()


DAMAGES = (
    "INSERT INTO trail_key VALUES ('F-404', x'00')",
    "UPDATE person SET first_name = CAST(x'ff' AS TEXT)",
    (
        "UPDATE sqlite_master SET rootpage = (SELECT rootpage FROM sqlite_master WHERE name = 'person') "
        "WHERE name = 'line'"
    ),
)


@pytest.mark.parametrize(
    "damage", DAMAGES, ids=["a stray row", "words that are no text", "two tables in one"]
)
def test_a_damaged_file_is_not_backed_up_and_older_backups_stay(
    damage: str, store: Store, file: OpenFile, family: Family
) -> None:
    good = store.back_up("daily")
    file.connection.execute("PRAGMA foreign_keys = OFF")
    file.connection.execute("PRAGMA writable_schema = ON")
    file.connection.execute(damage)
    with pytest.raises(Problem, match="No backup was made") as raised:
        store.back_up("daily")
    assert "“eymeeting check” says more." in str(raised.value)
    assert list(good.parent.iterdir()) == [good]
    inspected(good)


def test_a_folder_that_takes_no_backup_is_said_in_a_sentence(
    store: Store, file: OpenFile, family: Family
) -> None:
    backups_of(file.path).write_text("a file where the folder should be")
    with pytest.raises(Problem, match=r"^A backup could not be written to .*, so nothing was changed\."):
        store.back_up("daily")
    assert store.family(family.ref) == family


@pytest.mark.skipif(sys.platform == "win32", reason="the limit is of other systems")
def test_a_disk_without_room_loses_no_older_backup(
    place: Path, opened: Opened, every_key: tuple[Family, ...], processes: Any
) -> None:
    file = opened(place)
    store = Store(file, lambda: MORNING)
    store.take_in(every_key)
    older = store.back_up("by-hand")
    before = older.read_bytes()
    store.close()
    heard, told = processes.Pipe(duplex=False)
    program = processes.Process(target=backing_up_with_little_room, args=(place, told))
    program.start()
    told.close()
    said = heard.recv()
    heard.close()
    program.join()
    assert said[0].startswith("A backup could not be written to")
    assert said[-1].endswith(".sqlite3")
    saved = [name for name in said if name.endswith(".sqlite3")]
    assert sorted(path.name for path in older.parent.iterdir()) == sorted([older.name, *saved])
    assert older.read_bytes() == before
    for name in saved:
        inspected(older.parent / name)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_a_backup_is_for_its_owner_alone(store: Store, family: Family) -> None:
    before = os.umask(0)
    try:
        path = store.back_up("by-hand")
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_file_that_was_a_backup_is_backed_up_with_a_manifest_of_its_own(
    store: Store, family: Family, opened: Opened, ticking: Clock, tmp_path: Path
) -> None:
    place = Path(shutil.copy(store.back_up("by-hand"), tmp_path / "again.sqlite3"))
    again = Store(opened(place), ticking)
    again.apply(a_line(family), who="w1")
    assert inspected(again.back_up("by-hand")).manifest is not None
    again.close()
    with pytest.raises(Problem, match="does not hold what it says it held"):
        inspected(place)


def test_a_row_changed_taken_out_or_put_in_is_found(store: Store, family: Family) -> None:
    path = store.back_up("by-hand")
    whole = path.read_bytes()
    for sql in (
        "UPDATE family SET family_name = 'Other'",
        "DELETE FROM draft",
        "INSERT INTO draft VALUES ('place', 'words', 0)",
        "UPDATE manifest SET told = replace(told, '\"family\": 1', '\"family\": 2')",
        "UPDATE manifest SET told = '[' ",
        "INSERT INTO manifest VALUES ('{}')",
    ):
        path.write_bytes(whole)
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("PRAGMA foreign_keys = OFF")
            changed = connection.execute(sql).rowcount
            connection.commit()
        if changed:
            with pytest.raises(Problem, match=r"Nothing was changed\."):
                inspected(path)


def test_a_bit_that_turned_in_a_word_is_found(store: Store, family: Family) -> None:
    store.apply(a_line(family, "Quillfeather rings the school"), who="w1")
    path = store.back_up("by-hand")
    content = path.read_bytes()
    assert content.count(b"Quillfeather rings") == 1
    path.write_bytes(content.replace(b"Quillfeather rings", b"Quillfeathes rings"))
    with pytest.raises(Problem, match="does not hold what it says it held"):
        inspected(path)


def test_two_backups_of_one_second_are_told_apart(
    place: Path, opened: Opened, every_key: tuple[Family, ...]
) -> None:
    store = Store(opened(place), lambda: MORNING)
    store.take_in(every_key[:1])
    made = [store.back_up("by-hand") for _ in range(3)]
    assert [each.path for each in backups_in(backups_of(place), place)] == made
    assert [path.name for path in made] == [
        f"families-2026-11-22-093000-by-hand{again}.sqlite3" for again in ("", "-2", "-3")
    ]


def test_what_is_no_backup_by_its_name_is_not_taken_for_one(tmp_path: Path) -> None:
    for name in (
        "families.sqlite3",
        "families-2026-13-45-999999-daily.sqlite3",
        "families-2026-11-22-093000-daily.sqlite3.bak",
        "families-set-aside-2026-11-22-093000.sqlite3",
        "old families-2026-11-22-093000-daily.sqlite3",
    ):
        (tmp_path / name).touch()
    assert backups_in(tmp_path, tmp_path / "families.sqlite3") == ()
    assert backups_in(tmp_path / "nowhere", tmp_path / "families.sqlite3") == ()
