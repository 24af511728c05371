from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

Ask = Callable[..., Any]
Listed = Callable[[], dict[str, str]]


def refs_of(ask: Ask, database: Path, to: Path) -> list[str]:
    assert ask("export", to, "--database", database).status == 0
    return [family["ref"] for family in json.loads(to.read_text("utf-8"))["families"]]


def backups_beside(database: Path) -> list[Path]:
    return sorted((database.parent / "backups").iterdir())


def test_a_backup_is_written_and_only_its_path_is_said(ask: Ask, database: Path, tmp_path: Path) -> None:
    before = database.read_bytes()
    answer = ask("backup")
    [made] = backups_beside(database)
    assert answer == (0, f"{made}\n", "")
    assert made.name.startswith("families-2026-11-22-")
    assert made.name.endswith("-by-hand.sqlite3")
    assert database.read_bytes() == before
    given = tmp_path / "mine.sqlite3"
    assert ask("backup", "--out", given) == (0, f"{given}\n", "")
    assert refs_of(ask, given, tmp_path / "a.json") == refs_of(ask, database, tmp_path / "b.json")


def test_a_backup_takes_the_place_of_no_other_file(
    ask: Ask, database: Path, tmp_path: Path, everything: Listed
) -> None:
    (tmp_path / "notes.txt").write_text("notes")
    before = everything()
    for given, said in (
        (tmp_path / "notes.txt", "There is a file of that name already, and it was not touched."),
        (database, "There is a file of that name already, and it was not touched."),
        (tmp_path, "is a folder. Nothing was written; name a file"),
        (tmp_path / "nowhere" / "b.sqlite3", "The folder is not there."),
        (tmp_path / ("n" * 300), "The name of the folder is too long."),
    ):
        answer = ask("backup", "--out", given)
        assert answer.status == 1
        assert said in answer.err
    assert everything() == before


def test_a_file_without_a_table_has_nothing_to_back_up(ask: Ask, tmp_path: Path, everything: Listed) -> None:
    empty = tmp_path / "empty.sqlite3"
    empty.touch()
    answer = ask("backup", "--database", empty)
    assert (answer.status, answer.err) == (
        1,
        f"There are no families yet at {empty}, so no backup was made.\n",
    )
    assert ask("backup", "--database", tmp_path / "nowhere.sqlite3").status == 1
    assert not (tmp_path / "nowhere.sqlite3").exists()


def test_a_backup_is_restored_and_the_file_before_it_is_kept(
    ask: Ask, database: Path, every_key: Path, tmp_path: Path
) -> None:
    whole = refs_of(ask, database, tmp_path / "whole.json")
    backup = Path(ask("backup").out[:-1])
    families = json.loads(every_key.read_text("utf-8"))
    families["families"] = [{**families["families"][0], "ref": "LATER-1"}]
    (tmp_path / "later.json").write_text(json.dumps(families), "utf-8")
    assert ask("import", tmp_path / "later.json").status == 0

    answer = ask("restore", backup)
    first, second = answer.out.splitlines()
    assert (answer.status, answer.err) == (0, "")
    assert first.startswith("Restored: 12 families with ")
    assert ", from the backup of 22 November 2026, " in first
    aside = Path(second.removeprefix("The file that was there before is kept as "))
    assert refs_of(ask, database, tmp_path / "now.json") == whole
    assert refs_of(ask, aside, tmp_path / "then.json") == [*whole, "LATER-1"]


def test_the_newest_backup_is_tried_out_and_nothing_is_touched(
    ask: Ask, database: Path, tmp_path: Path, everything: Listed
) -> None:
    assert ask("restore", "--drill").err.startswith(
        f"There is no backup in {database.parent / 'backups'} yet."
    )
    ask("backup", "--out", tmp_path / "older.sqlite3")
    newest = Path(ask("backup").out[:-1])
    before = everything()
    named, unnamed = ask("restore", "--drill", tmp_path / "older.sqlite3"), ask("restore", "--drill")
    assert everything() == before
    assert unnamed.out.splitlines()[0] == f"{newest} can be restored."
    assert named.out.splitlines()[0] == f"{tmp_path / 'older.sqlite3'} can be restored."
    assert unnamed.out.splitlines()[1].startswith("Opened and read: 12 families with ")
    assert unnamed.out.splitlines()[2] == (
        "Looked through: the pages, what belongs to what, every row counted against its own list, the trail. "
        "Nothing was changed."
    )
    newest.write_bytes(newest.read_bytes()[:-1000])
    answer = ask("restore", "--drill")
    assert (answer.status, answer.out) == (1, "")
    assert answer.err.startswith(f"{newest} is damaged, or is no families' file.")


def test_a_restore_without_a_file_is_wrong_usage(ask: Ask, everything: Listed) -> None:
    before = everything()
    answer = ask("restore")
    assert answer.status == 2
    assert "restore needs FILE" in answer.err
    assert everything() == before


def test_the_command_that_a_damaged_file_is_told_of_mends_it(
    ask: Ask, database: Path, tmp_path: Path
) -> None:
    whole = refs_of(ask, database, tmp_path / "whole.json")
    backup = ask("backup").out[:-1]
    database.write_bytes(database.read_bytes()[:-9000] + b"\xff" * 9000)
    damaged = database.read_bytes()
    answer = ask("export", tmp_path / "no.json")
    assert answer.status == 1
    assert f"“eymeeting restore {backup} --database {database}” keeps it beside" in answer.err
    assert database.read_bytes() == damaged
    aside = Path(ask("restore", backup).out.splitlines()[1].partition(" kept as ")[2])
    assert aside.read_bytes() == damaged
    assert refs_of(ask, database, tmp_path / "now.json") == whole
    assert ask("check").status == 0


def test_a_sound_file_is_said_to_be(ask: Ask, database: Path, everything: Listed) -> None:
    before = everything()
    told = ask("check").out.splitlines()
    assert everything() == before
    assert told[0] == f"{database} holds."
    assert told[1].startswith("12 families, ")
    assert told[2].endswith("There is no backup yet to compare its end with.")
    newest = ask("backup").out[:-1]
    assert ask("check").out.splitlines()[2].endswith(f"It goes on from where {newest} ends.")


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("UPDATE trail SET who = 'x' WHERE number = 3", "The trail does not hold from line 3"),
        ("DELETE FROM trail WHERE number > 5", "Lines are missing at the end of the trail"),
        ("UPDATE family SET opened = 'never'", "12 families cannot be read."),
        ("INSERT INTO draft VALUES ('here', x'ff', 0)", "A half-typed line cannot be read."),
    ],
)
def test_what_does_not_hold_is_said_by_its_kind_with_what_to_do(
    sql: str, said: str, ask: Ask, database: Path, everything: Listed
) -> None:
    backup = ask("backup").out[:-1]
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute(sql)
        connection.commit()
    before = everything()
    answer = ask("check")
    assert answer.status == 1
    assert said in answer.err
    assert answer.err.splitlines()[-1].startswith(
        f"Nothing was changed. “eymeeting restore {backup} --database"
    )
    assert everything() == before


def test_a_backup_of_another_program_or_with_something_of_its_own_is_not_restored(
    ask: Ask, database: Path, tmp_path: Path, everything: Listed
) -> None:
    other, strange = tmp_path / "other.sqlite3", Path(shutil.copy(database, tmp_path / "strange.sqlite3"))
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE recipe (name TEXT)")
    with closing(sqlite3.connect(strange)) as connection:
        connection.execute("CREATE TRIGGER t AFTER INSERT ON draft BEGIN DELETE FROM action; END")
    before = everything()
    for given, said in (
        (other, "is a database of another program. Nothing was changed."),
        (strange, "holds something that eymeeting never puts into a file. Nothing was changed."),
        (tmp_path / "nowhere.sqlite3", "There is no file"),
        (tmp_path, "is no file."),
        (database, "That is the families' own file."),
    ):
        for drill in ((), ("--drill",)):
            if given is database and drill:
                continue
            answer = ask("restore", given, *drill)
            assert answer.status == 1
            assert said in answer.err
    for command in (("check",), ("export", tmp_path / "out.json")):
        answer = ask(*command, "--database", strange)
        assert answer.status == 1
        assert "holds something that eymeeting never puts into a file." in answer.err
    assert everything() == before


def test_no_backup_is_restored_while_the_app_is_open(
    ask: Ask, database: Path, held_open: Any, everything: Listed
) -> None:
    backup = ask("backup").out[:-1]
    with held_open(database):
        before = everything()
        for command in (("backup",), ("check",), ("restore", backup)):
            answer = ask(*command)
            assert answer.status == 1
            assert "is already open in another window of eymeeting." in answer.err
        assert everything() == before
        assert ask("restore", "--drill").status == 0
    assert ask("restore", backup).status == 0
