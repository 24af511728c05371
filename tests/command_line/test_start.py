from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest

from eymeeting.cli import SORRY

Ask = Callable[..., Any]

STRANGER = "raise SystemExit('a stranger was let in')\n"
NO_TERMINAL = (
    "eymeeting opens in a terminal, and this is none. “eymeeting --help” shows what it does without one.\n"
)


def test_the_four_packages_lie_in_one_folder() -> None:
    packages = [import_module(name) for name in ("eymeeting", "screens", "db", "exports")]
    assert len({Path(str(package.__file__)).resolve().parent.parent for package in packages}) == 1


def test_it_says_its_version(start: Ask) -> None:
    assert start("--version") == (0, f"eymeeting {version('eymeeting')}\n", "")


@pytest.mark.parametrize("place", ["--database before", "--database after", "environment"])
def test_the_database_is_named_before_or_after_the_command_or_by_the_environment(
    place: str, ask: Ask, tmp_path: Path, every_key: Path
) -> None:
    here = tmp_path / "here" / "families.sqlite3"
    given = ("--database", here)
    answer = {
        "--database before": lambda: ask(*given, "import", every_key),
        "--database after": lambda: ask("import", every_key, *given),
        "environment": lambda: ask("import", every_key, EYMEETING_DATABASE=str(here)),
    }[place]()
    assert answer.out == "6 families added\n"
    assert here.is_file()


def test_a_database_named_on_the_command_line_goes_before_the_environments(
    ask: Ask, tmp_path: Path, every_key: Path
) -> None:
    there = tmp_path / "there.sqlite3"
    ask("--database", tmp_path / "here.sqlite3", "import", every_key, EYMEETING_DATABASE=str(there))
    assert not there.exists()


def strange_folder(folder: Path, strangers: tuple[str, ...]) -> Path:
    """A folder with files that are called as the packages of the program are."""
    for stranger in strangers:
        (folder / stranger).parent.mkdir(parents=True, exist_ok=True)
        (folder / stranger).write_text(f"raise SystemExit('{stranger} was let in')\n")
    return folder


def test_the_file_lies_with_the_users_own_data_no_stranger_is_let_in_and_the_screens_are_not_loaded(
    start: Ask, tmp_path: Path, every_key: Path
) -> None:
    strangers = ("db.py", "screens.py", "exports/__init__.py")
    folder = strange_folder(tmp_path / "strange", strangers)
    own = {"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path / "data"), "EYMEETING_DATABASE": ""}
    if sys.platform == "win32":  # takes its folders from elsewhere than the environment
        own["EYMEETING_DATABASE"] = str(tmp_path / "eymeeting" / "families.sqlite3")
    assert start("import", every_key, folder=folder, environment=own) == (0, "6 families added\n", "")
    [kept] = tmp_path.rglob("families.sqlite3")
    assert kept.parent.name == "eymeeting"
    back = folder / "back.json"
    answer = start("export", "back.json", folder=folder, environment=own | {"PYTHONPROFILEIMPORTTIME": "1"})
    assert answer[:2] == (0, f"6 families written to {back}\n")
    assert all(line.startswith("import time:") for line in answer.err.splitlines())
    loaded = {line.rpartition("|")[2].strip() for line in answer.err.splitlines()}
    assert "db.store" in loaded
    assert not loaded & {"textual", "alembic", "holidays"}
    assert {path for path in folder.rglob("*") if path.is_file()} == {
        back,
        *(folder / name for name in strangers),
    }
    assert (
        json.loads(back.read_text("utf-8"))["families"]
        == json.loads(every_key.read_text("utf-8"))["families"]
    )


def test_a_name_that_the_terminals_letters_do_not_hold_is_no_problem_and_strangers_are_not_let_in(
    start: Ask, tmp_path: Path, database: Path
) -> None:
    folder = strange_folder(tmp_path / "strange", ("db/__init__.py", "screens/__init__.py", "exports.py"))
    answer = start(
        *("copy", "HB-104", "--for", "p1", "--database", database, "--out", tmp_path / "łódź"),
        folder=folder,
        environment={"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
    )
    assert (answer.status, answer.err) == (0, "")
    assert answer.out.count("\n") == 1
    assert answer.out.endswith("family-plan-HB-104-2026-11-22-p1.docx\n")


def test_another_program_with_the_same_names_is_told_of(start: Ask, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "db.py").write_text(STRANGER)
    answer = start("export", "out.json", environment={"PYTHONPATH": str(tmp_path / "other")})
    assert answer.status == 2
    assert answer.err.startswith("Another program on this computer uses the name “db”")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not let go of a folder that is in use")
def test_it_works_where_the_current_folder_is_gone(database: Path, tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    script = (
        "import os, shutil, sys; shutil.rmtree(os.getcwd()); "
        "os.execv(sys.executable, [sys.executable, '-m', 'eymeeting', *sys.argv[1:]])"
    )
    asked = ("export", str(tmp_path / "out.json"), "--database", str(database))
    ran = subprocess.run(
        [sys.executable, "-c", script, *asked], cwd=gone, capture_output=True, text=True, timeout=100
    )
    assert (ran.returncode, ran.stderr) == (0, "")


@pytest.mark.parametrize("arguments", [(), ("demo",), ("--database", "families.sqlite3")])
def test_without_a_terminal_it_says_so_and_makes_nothing(
    arguments: tuple[str, ...], start: Ask, tmp_path: Path
) -> None:
    answer = start(*arguments, environment={"EYMEETING_DATABASE": str(tmp_path / "families.sqlite3")})
    assert answer == (1, "", NO_TERMINAL)
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["elsewhere"]


def in_a_terminal(arguments: list[str], environment: Mapping[str, str]) -> tuple[int, str]:
    """Start the program in a terminal and read until it ends."""
    import pty

    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "eymeeting", *arguments],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, "TERM": "xterm-256color", **environment},
        start_new_session=True,
    ) as program:
        os.close(theirs)
        told = b""
        try:
            while piece := os.read(ours, 4096):
                told += piece
        except OSError:  # Linux says so when the other end is closed
            pass
        os.close(ours)
        return program.wait(100), told.decode()


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal is held in another way on Windows")
def test_the_app_is_not_opened_twice_on_one_file(database: Path, held_open: Any) -> None:
    with held_open(database):
        status, told = in_a_terminal(["--database", str(database)], {})
    assert status == 1
    assert "is already open in another window of eymeeting." in told
    assert "\x1b" not in told


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal is held in another way on Windows")
def test_the_app_does_not_open_a_damaged_file(tmp_path: Path) -> None:
    damaged = tmp_path / "families.sqlite3"
    damaged.write_bytes(b"Dear all, the meeting is on Friday. " * 500)
    status, told = in_a_terminal(["--database", str(damaged)], {})
    assert status == 1
    assert "is damaged" in told
    assert "\x1b" not in told


DONE = "It is done, but the answer could not be written out.\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
@pytest.mark.parametrize(
    ("command", "unbuffered", "said"),
    [
        ("--version", "", DONE),
        ("--help", "1", ""),
        ("copy HB-104 --for p1 --out papers", "", DONE),
        ("export out.json", "", SORRY),
    ],
)
def test_an_answer_that_cannot_be_written_out_is_told_of(
    command: str, unbuffered: str, said: str, database: Path, tmp_path: Path
) -> None:
    with Path("/dev/full").open("w") as full:
        ran = subprocess.run(
            [sys.executable, "-m", "eymeeting", *command.split()],
            env=os.environ | {"EYMEETING_DATABASE": str(database), "PYTHONUNBUFFERED": unbuffered},
            cwd=tmp_path,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            timeout=100,
        )
    assert (ran.returncode, ran.stderr) == (1 if said else 0, said)


def test_a_developers_settings_for_the_screens_library_are_not_taken(tmp_path: Path) -> None:
    asked = (
        "import os, sys; sys.argv = ['eymeeting', '--version']; from eymeeting.__main__ import main; main(); "
        "print(sorted(name for name in os.environ if name.startswith('TEXTUAL')))"
    )
    watched = ("TEXTUAL", "TEXTUAL_LOG", "TEXTUAL_DEBUG", "TEXTUAL_SCREENSHOT", "TEXTUAL_DRIVER")
    set_for_it = dict.fromkeys((*watched, "TEXTUAL_ANIMATIONS"), str(tmp_path / "log"))
    ran = subprocess.run(
        [sys.executable, "-c", asked],
        env=os.environ | set_for_it,
        capture_output=True,
        text=True,
        check=True,
        timeout=100,
    )
    assert ran.stdout.splitlines()[-1] == "['TEXTUAL_ANIMATIONS']"
