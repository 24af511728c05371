from __future__ import annotations

import os
import select
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")

SENTINELS = ("Folasade", "Quillfeather", "07700900123", "secretphrase")
ROOT = Path(__file__).parent.parent.parent

PROGRAM = """
import asyncio, sys
from datetime import date
from pathlib import Path
from textual.binding import Binding
from db.file import open_file
from db.store import NotSaved
from eymeeting.app import EyMeeting
from eymeeting.clock import Clock

class Secret(Exception):
    def __rich__(self):
        return "secretphrase"

class Crashing(EyMeeting):
    BINDINGS = [
        Binding("ctrl+w", "worker", priority=True),
        Binding("ctrl+u", "rich", priority=True),
        Binding("ctrl+x", "task", priority=True),
    ]

    def action_worker(self):
        async def work():
            note = "Folasade said secretphrase"
            raise ValueError(note)
        self.run_worker(work())

    def action_rich(self):
        raise Secret("Quillfeather")

    def action_task(self):
        async def work():
            raise RuntimeError("Folasade said secretphrase")
        self.left_alone = asyncio.ensure_future(work())
        self.set_timer(0.1, self.exit)

for _ in range(int(sys.argv[2])):
    file = open_file(Path(sys.argv[1]), {})
    app = Crashing(file, clock=Clock(date(2026, 11, 22)), copies_folder=Path(sys.argv[1]).parent / "copies")
    app.run()
    file.close()
    app.left_alone = None
    print("ended with", app.return_code or 0, flush=True)
"""
OPENS = b"\x1b[?1049h"
"""What an app writes to the terminal first."""


def run_in_terminal(
    arguments: list[str], keys: Sequence[str], home: Path, ready: bytes
) -> tuple[int, list[bytes]]:
    """Start a program on a terminal, and press a key each time an app in it is ready.

    Comes back with its exit status and what was written before the first app and by each.
    """
    import pty

    outer, inner = pty.openpty()
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "TERM": "xterm-256color",
        "PYTHONPATH": str(ROOT),
        "COLUMNS": "80",
        "LINES": "24",
    }
    program = subprocess.Popen(
        [sys.executable, *arguments], stdin=inner, stdout=inner, stderr=inner, env=environment, cwd=home
    )
    os.close(inner)
    written, pressed, end = b"", 0, time.monotonic() + 30
    try:
        while time.monotonic() < end:
            if select.select([outer], [], [], 0.05)[0]:
                try:
                    written += os.read(outer, 65536)
                except OSError:
                    break
            elif program.poll() is not None:
                break
            _, *apps = written.split(OPENS)
            if pressed < len(keys) and len(apps) > pressed and ready in apps[pressed]:
                os.write(outer, keys[pressed].encode())
                pressed += 1
        return program.wait(10), written.split(OPENS)
    finally:
        program.kill()
        program.wait()
        os.close(outer)


CRASHES = {
    "a worker": "\x17",
    "an error that would draw itself": "\x15",
}
UNSEEN = "\x18"


def test_a_crash_says_one_sentence_and_none_of_the_words_and_what_fails_unseen_tells_none_either(
    tmp_path: Path,
) -> None:
    script = tmp_path / "crashing.py"
    script.write_text(PROGRAM)
    keys = (*CRASHES.values(), UNSEEN)
    status, (before, *apps) = run_in_terminal(
        [str(script), str(tmp_path / "f.sqlite3"), str(len(keys))], keys, tmp_path, b"No family yet"
    )
    assert (status, before, len(apps)) == (0, b"", len(keys))
    for crash, written in zip(CRASHES, apps, strict=False):
        assert b"ended with 1" in written, crash
        assert b"eymeeting met something it did not expect and has closed." in written, crash
        assert written.count(b"met something it did not expect") == 1, crash
        for sentinel in (*SENTINELS, "Traceback", "KeyError", "crashing.py"):
            assert sentinel.encode() not in written, (crash, sentinel)
    assert b"ended with 0" in apps[-1]
    for sentinel in SENTINELS:
        assert sentinel.encode() not in apps[-1], sentinel


def test_a_damaged_file_is_said_in_its_own_sentence(tmp_path: Path, room: Any, people: Any) -> None:
    room.hold(people.the_adeyemis())
    damaged = bytearray(room.database.read_bytes())
    damaged[4096 * 6 : 4096 * 12] = b"\xff" * (4096 * 6)
    room.database.write_bytes(bytes(damaged))
    status, written = run_in_terminal(
        ["-m", "eymeeting", "--database", str(room.database)], (), tmp_path, b"nothing to wait for"
    )
    assert status == 1
    assert b"is damaged" in b" ".join(b"".join(written).split())
    assert b"met something it did not expect" not in b"".join(written)
    assert b"Traceback" not in b"".join(written)
