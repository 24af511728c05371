from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir
from typing import Any

import pytest
from cut_short import PULLED, restoring

from db.file import REVISION, UnusableFile, backups_of, open_file
from db.health import health
from db.inspection import LARGEST, inspected
from db.offer import newest_good, offer
from db.restoring import Restored, restore
from db.store import Store
from db.trial import tried_out
from eymeeting.domain.family import Change, Family
from eymeeting.domain.meeting import Line
from eymeeting.domain.problems import NotFound, Problem, Refused

RELEASED = Path(__file__).with_name("revisions")
Clock = Callable[[], datetime]
NINE, NOON = (datetime(2026, 11, 22, hour, 0, tzinfo=UTC) for hour in (9, 12))


def everything_in(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def two_families(
    tmp_path_factory: pytest.TempPathFactory, blank: Path, every_key: tuple[Family, ...]
) -> Path:
    """A folder with a file of two families and a backup from before the second came, to be copied."""
    folder = tmp_path_factory.mktemp("two families")
    file = open_file(Path(shutil.copy(blank, folder / "families.sqlite3")), {})
    seconds = count()
    store = Store(file, lambda: NINE + timedelta(seconds=next(seconds)))
    store.take_in(every_key[:1])
    store.back_up("daily")
    store.take_in(every_key[1:2])
    store.close()
    return folder


@pytest.fixture
def kept(two_families: Path, tmp_path: Path) -> Path:
    """A file of two families, closed again, with a backup from before the second came."""
    shutil.copytree(two_families, tmp_path, dirs_exist_ok=True)
    return tmp_path / "families.sqlite3"


@pytest.fixture
def backup(kept: Path) -> Path:
    """The backup, with one family."""
    [path] = backups_of(kept).iterdir()
    return path


def put_back(backup: Path, place: Path, now: datetime = NOON) -> Restored:
    return restore(backup, place, lambda: now, {})


def refs_in(path: Path, ticking: Clock) -> tuple[str, ...]:
    file = open_file(path, {})
    try:
        return Store(file, ticking).refs()
    finally:
        file.close()


def test_a_backup_takes_the_files_place_and_the_file_is_kept_beside_it(
    kept: Path, backup: Path, ticking: Clock
) -> None:
    before = kept.read_bytes()
    done = put_back(backup, kept)
    assert (done.trial.families, done.place) == (1, kept)
    assert done.set_aside == kept.with_name("families-set-aside-2026-11-22-120000.sqlite3")
    assert len(done.set_aside.read_bytes()) == len(before)
    assert refs_in(kept, ticking) == ("KEY-01",)
    assert refs_in(done.set_aside, ticking) == ("KEY-01", "KEY-02")
    assert sorted(path.name for path in kept.parent.iterdir()) == [
        "backups",
        done.set_aside.name,
        "families.sqlite3",
    ]


def test_restoring_twice_in_a_second_keeps_both_files(kept: Path, backup: Path) -> None:
    asides = [put_back(backup, kept).set_aside for _ in range(2)]
    assert len({path.stat().st_ino for path in asides if path is not None}) == 2


def test_what_is_restored_is_itself_sound_and_has_no_manifest_of_its_own(
    kept: Path, backup: Path, ticking: Clock
) -> None:
    put_back(backup, kept)
    file = open_file(kept, {})
    found = health(file, Store(file, ticking))
    file.close()
    assert found.problems == ()
    assert found.compared_with is not None
    assert found.compared_with.name == "families-2026-11-22-120000-after-restoring.sqlite3"
    assert inspected(kept).manifest is None


def test_where_no_file_is_the_backup_makes_one(tmp_path: Path, backup: Path, ticking: Clock) -> None:
    place = tmp_path / "new" / "folder" / "families.sqlite3"
    assert put_back(backup, place).set_aside is None
    assert refs_in(place, ticking) == ("KEY-01",)


def test_an_empty_file_is_not_worth_keeping(tmp_path: Path, backup: Path, ticking: Clock) -> None:
    place = tmp_path / "empty.sqlite3"
    place.touch()
    put_back(backup, place)
    assert refs_in(place, ticking) == ("KEY-01",)


def test_a_damaged_file_and_the_log_beside_it_are_kept_to_the_byte(
    kept: Path, backup: Path, ticking: Clock
) -> None:
    damaged = kept.read_bytes()[:-5000] + b"\xff" * 5000
    kept.write_bytes(damaged)
    kept.with_name("families.sqlite3-wal").write_bytes(b"what was typed last")
    aside = put_back(backup, kept).set_aside
    assert aside is not None
    assert aside.read_bytes() == damaged
    assert aside.with_name(f"{aside.name}-wal").read_bytes() == b"what was typed last"
    assert not kept.with_name("families.sqlite3-wal").exists()
    assert refs_in(kept, ticking) == ("KEY-01",)


def test_the_file_that_was_set_aside_can_be_restored_too(kept: Path, backup: Path, ticking: Clock) -> None:
    aside = put_back(backup, kept).set_aside
    assert aside is not None
    assert put_back(aside, kept, NOON + timedelta(minutes=1)).trial.manifest is None
    assert refs_in(kept, ticking) == ("KEY-01", "KEY-02")


@pytest.mark.parametrize("links", [True, False], ids=["with links", "without links"])
def test_when_the_last_step_fails_everything_is_where_it_was(
    links: bool, kept: Path, backup: Path, ticking: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept.write_bytes(kept.read_bytes()[:-5000] + b"\xff" * 5000)
    kept.with_name("families.sqlite3-wal").write_bytes(b"what was typed last")
    before = everything_in(kept.parent)
    really = os.replace

    def not_from_the_trial(source: Path, target: Path) -> None:
        if target == kept and ".trial-" in str(source):
            raise OSError(28, "No space left on device")
        really(source, target)

    def no_links(*_: object) -> None:
        raise OSError(1, "Operation not permitted")

    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", not_from_the_trial)
        if not links:
            patched.setattr(os, "link", no_links)
        with pytest.raises(Problem, match=r"could not be put in place \(no space left on device\)"):
            put_back(backup, kept)
    assert everything_in(kept.parent) == before


def test_where_there_are_no_links_the_file_is_kept_all_the_same(
    kept: Path, backup: Path, ticking: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: object) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    aside = put_back(backup, kept).set_aside
    assert aside is not None
    assert refs_in(aside, ticking) == ("KEY-01", "KEY-02")
    assert refs_in(kept, ticking) == ("KEY-01",)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="only some systems end a program in the middle like this")
@pytest.mark.parametrize("state", ["sound", "damaged"])
def test_cut_short_at_any_step_there_is_the_one_file_or_the_other(
    state: str, kept: Path, backup: Path, ticking: Clock, tmp_path: Path, processes: Any
) -> None:
    if state == "damaged":
        kept.write_bytes(kept.read_bytes()[:-5000] + b"\xff" * 5000)
        kept.with_name("families.sqlite3-wal").write_bytes(b"what was typed last")
    damaged = kept.read_bytes()
    folders = [tmp_path / "cut short" / str(number) for number in range(1, 13)]
    for folder in folders:
        shutil.copytree(kept.parent, folder, ignore=shutil.ignore_patterns("backups", "cut short"))
    programs = [
        processes.Process(target=restoring, args=(backup, folder / "families.sqlite3", last))
        for last, folder in enumerate(folders, 1)
    ]
    for program in programs:
        program.start()
        program.join()
    ended = [program.exitcode for program in programs]
    assert ended.count(PULLED) > 6
    assert set(ended) <= {PULLED, 0}
    for folder in folders:
        place = folder / "families.sqlite3"
        if state == "damaged" and place.read_bytes() == damaged:
            logs = [path.read_bytes() for path in folder.glob("*-wal")]
            assert logs
            assert set(logs) == {b"what was typed last"}
        else:
            assert refs_in(place, ticking) in (("KEY-01",), ("KEY-01", "KEY-02"))


def test_a_file_in_use_is_not_replaced(kept: Path, backup: Path) -> None:
    file = open_file(kept, {})
    before = everything_in(kept.parent)
    with pytest.raises(UnusableFile, match="already open in another window"):
        put_back(backup, kept)
    assert everything_in(kept.parent) == before
    file.close()


def test_a_newer_file_and_another_programs_are_not_set_aside(
    kept: Path, backup: Path, tmp_path: Path
) -> None:
    newer, other = Path(shutil.copy(kept, tmp_path / "newer.sqlite3")), tmp_path / "other.sqlite3"
    with closing(sqlite3.connect(newer)) as connection:
        connection.execute("PRAGMA user_version = 99")
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE recipe (name TEXT)")
    before = everything_in(tmp_path)
    for place, said in ((newer, "newer version of eymeeting"), (other, "database of another program")):
        with pytest.raises(UnusableFile, match=said):
            put_back(backup, place)
    assert everything_in(tmp_path) == before


def test_the_families_own_file_is_no_backup_of_itself(kept: Path) -> None:
    with pytest.raises(Refused, match="own file"):
        put_back(kept, kept)


def test_a_backup_of_an_earlier_version_is_brought_up_in_the_copy_alone(
    kept: Path, ticking: Clock, tmp_path: Path
) -> None:
    older = Path(shutil.copy(RELEASED / "0001.sqlite3", tmp_path / "older.sqlite3"))
    before = everything_in(tmp_path)
    with tried_out(older, ticking) as (_, trial):
        assert trial.brought_up == (REVISION > 1)
    assert everything_in(tmp_path) == before
    put_back(older, kept)
    assert len(refs_in(kept, ticking)) == trial.families
    assert [path.name for path in tmp_path.glob("backups/*before*")] == []


STRANGE: dict[str, str] = {
    "a trigger": "CREATE TRIGGER t AFTER INSERT ON draft BEGIN DELETE FROM action; END",
    "a view": "CREATE VIEW v AS SELECT * FROM person",
    "a virtual table": "CREATE VIRTUAL TABLE v USING fts5(words)",
    "a column that works something out": "CREATE TABLE g (a, b AS (zeroblob(1000000000)))",
    "a table of its own": "CREATE TABLE mine (a)",
    "a table gone": "DROP TABLE draft",
    "no family table": "PRAGMA foreign_keys = OFF; DROP TABLE family",
    "a stray row": "PRAGMA foreign_keys = OFF; INSERT INTO trail_key VALUES ('F-404', x'00')",
    "another program's number": "PRAGMA application_id = 7",
    "a newer number": "PRAGMA user_version = 99",
    "a line of the trail changed": "UPDATE trail SET who = 'somebody else' WHERE number = 1",
    "a family that makes no sense": (
        "PRAGMA ignore_check_constraints = ON; UPDATE person SET dob = 'never' WHERE dob IS NOT NULL"
    ),
    "words that are no text": "UPDATE person SET first_name = CAST(x'ff' AS TEXT)",
}


@pytest.mark.parametrize("sql", STRANGE.values(), ids=STRANGE)
@pytest.mark.parametrize("manifest", ["kept", "gone"])
def test_what_is_no_sound_backup_of_ours_never_takes_the_files_place(
    sql: str, manifest: str, kept: Path, backup: Path
) -> None:
    with closing(sqlite3.connect(backup)) as connection:
        connection.executescript(f"{sql}; {'DROP TABLE manifest' if manifest == 'gone' else ''}")
    before = everything_in(kept.parent)
    with pytest.raises(UnusableFile, match="changed") as raised:
        put_back(backup, kept)
    assert str(backup) in str(raised.value)
    assert everything_in(kept.parent) == before
    assert list(kept.parent.glob(".trial-*")) == []


CONTENTS: dict[str, bytes] = {
    "nothing": b"",
    "text": b"Dear all, the meeting is on Friday. " * 200,
    "zip": b"PK\x03\x04" + bytes(5000),
    "pickle": b"\x80\x04\x95cos\nsystem\n(S'true'\ntR.",
    "a header alone": b"SQLite format 3\x00" + bytes(84),
    "zeros": bytes(8192),
}


@pytest.mark.parametrize("content", CONTENTS.values(), ids=CONTENTS)
def test_a_file_that_is_no_database_is_refused(content: bytes, kept: Path, tmp_path: Path) -> None:
    given = tmp_path / "given.sqlite3"
    given.write_bytes(content)
    before = everything_in(tmp_path)
    with pytest.raises(UnusableFile, match=r"is damaged, or is no families' file\. Nothing was changed\."):
        put_back(given, kept)
    assert everything_in(tmp_path) == before


def test_a_backup_cut_off_anywhere_is_found(kept: Path, backup: Path) -> None:
    whole = backup.read_bytes()
    for length in range(len(whole) - 1, 0, -len(whole) // 12):
        backup.write_bytes(whole[:length])
        with pytest.raises(UnusableFile):
            put_back(backup, kept)


def test_more_at_the_end_than_the_pages_say_is_found(kept: Path, backup: Path) -> None:
    backup.write_bytes(backup.read_bytes() + bytes(4096))
    with pytest.raises(UnusableFile, match="is damaged"):
        put_back(backup, kept)


def test_a_huge_file_a_folder_and_what_is_not_there_are_refused_at_once(kept: Path, tmp_path: Path) -> None:
    huge = tmp_path / "huge.sqlite3"
    huge.touch()
    os.truncate(huge, LARGEST + 1)
    with pytest.raises(UnusableFile, match="larger than any families' file"):
        put_back(huge, kept)
    with pytest.raises(UnusableFile, match="is no file"):
        put_back(tmp_path, kept)
    with pytest.raises(NotFound, match="There is no file"):
        put_back(tmp_path / "nowhere.sqlite3", kept)
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        with pytest.raises(UnusableFile, match="is no file"):
            put_back(tmp_path / "pipe", kept)


def test_a_file_that_was_left_when_a_program_was_cut_short_is_told_of(backup: Path, kept: Path) -> None:
    backup.with_name(f"{backup.name}-wal").write_bytes(b"what was typed last")
    with pytest.raises(UnusableFile, match="is in use, or was left when a program was cut short"):
        put_back(backup, kept)


def test_a_copy_left_by_a_trial_that_was_cut_short_is_taken_away_later(kept: Path, backup: Path) -> None:
    left, fresh = kept.with_name(".trial-left.part"), kept.with_name(".trial-fresh.part")
    for folder in (left, fresh):
        folder.mkdir()
        (folder / "families.sqlite3").write_bytes(b"words")
    os.utime(left, (0, 0))
    put_back(backup, kept)
    assert not left.exists()
    assert fresh.exists()


def test_a_trial_touches_nothing_and_leaves_nothing_behind(
    kept: Path, backup: Path, ticking: Clock, tmp_path: Path, every_key: tuple[Family, ...]
) -> None:
    before = everything_in(tmp_path), set(Path(gettempdir()).glob(".trial-*"))
    with tried_out(backup, ticking) as (copy, trial):
        if sys.platform != "win32":
            assert copy.stat().st_mode & 0o777 == 0o600
            assert copy.parent.stat().st_mode & 0o777 == 0o700
    assert (everything_in(tmp_path), set(Path(gettempdir()).glob(".trial-*"))) == before
    assert (trial.families, trial.meetings) == (1, len(every_key[0].meetings))


def test_the_newest_backup_that_holds_is_offered_in_the_place_of_a_damaged_file(
    kept: Path, backup: Path, ticking: Clock
) -> None:
    newer = backup.with_name("families-2027-01-01-100000-daily.sqlite3")
    newer.write_bytes(backup.read_bytes()[:-100])
    found = newest_good(backups_of(kept), kept)
    assert found is not None
    assert found.path == backup
    kept.write_bytes(b"no database at all")
    with pytest.raises(UnusableFile) as raised:
        open_file(kept, {})
    assert str(backup) in str(raised.value)
    assert f"--database {kept}" in str(raised.value)


def test_where_there_is_no_backup_none_is_offered(tmp_path: Path) -> None:
    assert offer(tmp_path / "families.sqlite3").startswith("Keep it as it is: there is no backup in")


def test_the_offer_is_a_command_a_terminal_takes_as_it_stands(kept: Path, backup: Path) -> None:
    with TemporaryDirectory(prefix="with spaces & 'quotes' ") as folder:
        place = Path(folder) / "families.sqlite3"
        (Path(folder) / "backups").mkdir()
        there = Path(shutil.copy(backup, Path(folder) / "backups"))
        told = offer(place).removeprefix("“").partition("” ")[0]
        if sys.platform != "win32":
            printed = subprocess.run(
                ["/bin/sh", "-c", f"eymeeting() {{ printf '%s\\n' \"$@\"; }}; {told}"],
                capture_output=True,
                text=True,
                check=True,
            )
            assert printed.stdout.splitlines() == ["restore", str(there), "--database", str(place)]


def test_health_names_what_does_not_hold_and_never_what_stands_in_it(
    kept: Path, backup: Path, ticking: Clock, every_key: tuple[Family, ...]
) -> None:
    file = open_file(kept, {})
    store = Store(file, ticking)
    assert health(file, store).problems == ()
    line = Line(id="new", meeting=every_key[0].meetings[0].id, section="past", text="Quillfeather")
    store.apply(Change(family="KEY-01", before=None, after=line), who="Quillfeather")
    spoilt = {
        "UPDATE draft SET text = x'ff'": "A half-typed line cannot be read.",
        "UPDATE person SET dob = 'Quillfeather' WHERE family = 'KEY-01'": "A family cannot be read.",
        "UPDATE trail SET who = 'x' WHERE number = 2": "The trail does not hold from line 2",
        "DELETE FROM trail WHERE number >= 1": "Lines are missing at the end of the trail",
        "INSERT INTO trail_key VALUES ('F-404', x'00')": "belongs to a family or a meeting that is not there",
    }
    file.connection.execute("PRAGMA foreign_keys = OFF")
    file.connection.execute("PRAGMA ignore_check_constraints = ON")
    file.connection.execute("INSERT INTO draft VALUES ('somewhere', 'Quillfeather', 0)")
    for number, (sql, said) in enumerate(spoilt.items(), 1):
        file.connection.execute(sql)
        problems = health(file, store).problems
        assert any(said in problem for problem in problems), sql
        assert len(problems) == (number if number < 4 else number - 1)
        assert "Quillfeather" not in " ".join(problems)
    file.close()


def test_a_tail_cut_off_the_trail_is_found_by_the_newest_backup(
    kept: Path, backup: Path, ticking: Clock
) -> None:
    file = open_file(kept, {})
    store = Store(file, ticking)
    store.back_up("daily")
    file.connection.execute("DELETE FROM trail WHERE number = (SELECT max(number) FROM trail)")
    assert store.broken_trail() is None
    [problem] = health(file, store).problems
    assert problem.startswith("Lines are missing at the end of the trail: families-2026-11-22-")
    file.close()
