from __future__ import annotations

import os
import re
import select
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from made.sentinels import SENTINEL, sentinel_families
from made.views import NoHolidays

from db.file import open_file
from db.interchange import read_families
from db.store import Store
from eymeeting.domain.family import Change, collections
from eymeeting.domain.panel_meeting import PackHeld, PanelMeeting, Seat, Slot
from eymeeting.domain.settings import Colleague, KeptFile, Settings
from eymeeting.domain.sight import is_open_in_the_room
from eymeeting.domain.sitting import Draft
from eymeeting.packs import default_pack
from screens.family_desk import FamilyView
from screens.taken_back import taken_back

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
SORRY = b"met something it did not expect"
CAME, LEFT = b"\x1b[?1049h", b"\x1b[?1049l"
"""What the program begins to draw with, and what it gives the terminal back with."""

EVERY_WAY = "EYMEETING_EVERY_WAY"
"""The environment variable that says how many ways of failing are tried at each place; one is."""

PLACES = 32
NO_WORDS = {"alembic_version", "panel_slot", "sitting", "step_time", "trail", "trail_key"}
"""The tables in which nothing stands that somebody typed."""


def fill(path: Path) -> None:
    """A file in which every text of every table that somebody may have typed is a sentinel."""
    with closing(open_file(path, {})) as file:
        store = Store(file, lambda: NOW)
        store.take_in(read_families(sentinel_families()))
        store.keep_settings(Settings(organisation=SENTINEL, home_covered=False))
        store.keep_colleague(None, Colleague(id="k1", name=SENTINEL, role=SENTINEL, agency=SENTINEL))
        seat = Seat(name=SENTINEL, role=SENTINEL, agency=SENTINEL, is_chair=True)
        slot = Slot(family="KEY-01", panel_item="panel1", minutes=10)
        panel = PanelMeeting(id="p1", name=SENTINEL, on=NOW.date(), start="09:30", venue=SENTINEL)
        store.keep_panel(replace(panel, seats=(seat,), slots=(slot,)))
        store.keep_file(KeptFile(kind="paper", name=SENTINEL, content=SENTINEL.encode(), on=NOW.date()))
        store.keep_pack(PackHeld(fingerprint="ab", name=SENTINEL, version="1", text=SENTINEL))
        for where in ("KEY-01/m1/quick line", "KEY-01/people/somebody", "KEY-01/contact call1/text"):
            store.keep_draft(where, Draft(text=SENTINEL, cursor=3))
        tables = file.connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        without = {
            name
            for (name,) in tables
            if not any(
                SENTINEL.lower() in str(row).lower()
                for row in file.connection.execute(f'SELECT * FROM "{name}"')
            )
        }
    assert without == NO_WORDS


def stumble(folder: Path, way: int) -> tuple[int, bytes]:
    """Let an error fall at each of the places; the exit status, and all that was written to the terminal."""
    import pty

    outer, inner = pty.openpty()
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "TMPDIR": str(folder),
        "TERM": "xterm-256color",
        "COLUMNS": "80",
        "LINES": "24",
        "PYTHONPATH": os.pathsep.join((str(ROOT), str(HERE.parent))),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    told = (HERE / "stumbler.py", folder / "data" / "f.sqlite3", folder / "told", way)
    command = [sys.executable, *(str(each) for each in told)]
    program = subprocess.Popen(command, stdin=inner, stdout=inner, stderr=inner, env=environment, cwd=folder)
    os.close(inner)
    written, end = b"", time.monotonic() + 90
    try:
        while time.monotonic() < end:
            if select.select([outer], [], [], 0.05)[0]:
                try:
                    written += os.read(outer, 1 << 20)
                except OSError:
                    break
            elif program.poll() is not None:
                break
        return program.wait(10), written
    finally:
        program.kill()
        program.wait()
        os.close(outer)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_an_error_at_any_place_leaves_none_of_the_words_outside_the_file(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    fill(tmp_path / "data" / "f.sqlite3")
    for way in range(int(os.environ.get(EVERY_WAY, "1"))):
        status, written = stumble(tmp_path, way)
        assert status == 0, written
        _, *runs = written.split(CAME)
        assert len(runs) >= PLACES
        for run in runs:
            _, left = run.split(LEFT)
            assert left.count(SORRY) == 1
            for word in (SENTINEL, "Traceback", "ValueError", "Family("):
                assert word.encode() not in left
    assert SENTINEL not in (tmp_path / "told").read_text("utf-8")
    for path in tmp_path.rglob("*"):
        is_the_familys = path.parent.name in ("data", "backups", "copies")
        assert SENTINEL not in path.name or path.parent.name == "copies"
        assert is_the_familys or not path.is_file() or SENTINEL.encode() not in path.read_bytes(), path


def test_taking_back_says_nothing_of_what_is_not_for_everyone() -> None:
    pack, said = default_pack(), 0
    for family in read_families(sentinel_families()):
        view = FamilyView(family=family, pack=pack, keyboard="w1", now=NOW, calendar=NoHolidays())
        for _, entries in collections(family):
            for entry in entries:
                if is_open_in_the_room(family, entry, pack=pack):
                    continue
                own = re.findall(rf"{SENTINEL}\d+", repr(entry))
                said += bool(own)
                for change in (
                    Change(family=family.ref, before=entry, after=None),
                    Change(family=family.ref, before=None, after=entry),
                    Change(family=family.ref, before=entry, after=entry),
                ):
                    words = taken_back((change,), view)
                    assert not any(each in words for each in own), (words, entry)
    assert said > 20
