from __future__ import annotations

import os
import re
import select
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")

ROOT = Path(__file__).parent.parent.parent
KEYS = {
    "<f2>": "\x1bOQ",
    "<f4>": "\x1bOS",
    "<f9>": "\x1b[20~",
    "<f10>": "\x1b[21~",
    "<end>": "\x1b[F",
    "<enter>": "\r",
    "<tab>": "\t",
    "<ctrl+q>": "\x11",
}


class Terminal:
    """The program on a terminal of 80 by 24, seen as a person sees it."""

    def __init__(self, arguments: list[str], home: Path) -> None:
        import pty

        import pyte

        self._screen = pyte.Screen(80, 24)
        self._stream = pyte.ByteStream(self._screen)
        self._outer, inner = pty.openpty()
        _set_size(inner)
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(home),
            "TERM": "xterm-256color",
            "PYTHONPATH": str(ROOT),
            "EYMEETING_TODAY": "2026-11-22",
        }
        command = [sys.executable, "-m", "eymeeting", *arguments]
        self.program = subprocess.Popen(
            command, stdin=inner, stdout=inner, stderr=inner, env=environment, cwd=home
        )
        os.close(inner)

    def keys(self, *parts: str) -> None:
        """Send keys in one piece."""
        os.write(self._outer, "".join(KEYS.get(part, part) for part in parts).encode())

    @property
    def words(self) -> str:
        """What is on the screen."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    def until(self, happened: Callable[[], bool], seconds: float = 30.0) -> None:
        """Read on until something has happened."""
        end = time.monotonic() + seconds
        while not happened():
            assert time.monotonic() < end, f"It did not happen. On the screen:\n{self.words}"
            if select.select([self._outer], [], [], 0.05)[0]:
                try:
                    self._stream.feed(os.read(self._outer, 65536))
                except OSError:
                    self.program.wait(10)
                    return

    def sees(self, words: str) -> None:
        """Read on until words are on the screen."""
        self.until(lambda: words in self.words)

    def close(self) -> None:
        """End the program, whatever it is doing."""
        self.program.kill()
        self.program.wait()
        os.close(self._outer)


def _set_size(terminal: int) -> None:
    import fcntl
    import struct
    import termios

    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))


@pytest.fixture
def terminal(tmp_path: Path, room: Any) -> Iterator[Callable[[], Terminal]]:
    """Starts the program on the room's file; every one started is ended."""
    started: list[Terminal] = []

    def start() -> Terminal:
        started.append(Terminal(["--database", str(room.database)], tmp_path))
        return started[-1]

    yield start
    for each in started:
        each.close()


def keys_saved(screen: Terminal) -> int:
    """How many keys are on disk, as the save mark says; none while some are not."""
    found = re.search(r" Saved .*\((\d+)\)", screen.words)
    return int(found[1]) if found else 0


def killed(screen: Terminal, written: str) -> None:
    """Write something, and pull the plug as soon as it is said to be saved."""
    screen.until(lambda: keys_saved(screen) > 0)
    before = keys_saved(screen)
    screen.keys(written)
    screen.until(lambda: keys_saved(screen) == before + len(written))
    screen.program.kill()
    screen.program.wait()


def test_a_short_first_meeting_on_a_real_terminal_goes_on_in_the_same_field_after_the_program_is_killed(
    terminal: Callable[[], Terminal], room: Any, tmp_path: Path
) -> None:
    room.database.unlink()
    screen = terminal()
    screen.sees("No family yet. F2 adds one.")
    screen.keys("<f2>")
    screen.sees("A new family")
    screen.keys("Adeyemi", "<enter>", "The Adeyemis", "<enter>", "Folake Adeyemi, mum, 11.3.94", "<enter>")
    screen.keys("Grace Holloway, family support worker, Larkfield", "<enter>")
    screen.sees("Grace Holloway   Family support worker")
    screen.keys("<f4>")
    screen.sees("Who is at the keyboard?")
    screen.keys("a", "<enter>", "Hub", "<enter>")
    screen.sees("Grace Holloway is typing")
    screen.keys("ab", *["<f4>"] * 3, "It is damp", "<f2>", "Ring housing @gra", "<tab>", "fri", "<enter>")
    screen.sees("Kept: Ring housing · Grace Holloway")
    killed(screen, " he")
    screen = terminal()
    screen.sees("A meeting was cut short.")
    assert "Adeyemi" not in screen.words
    screen.keys("<enter>", "re")
    screen.sees("It is damp here")
    screen.until(lambda: keys_saved(screen) == 2)
    screen.keys(*["<f4>"] * 2, "7", *["<f4>"] * 5, "6w", "<enter>", "<f4>")
    screen.sees("Before we fin")
    screen.keys("<end>", "<enter>", "a")
    screen.sees("Ended at")
    screen.keys("<f9>", "<enter>")
    screen.sees("full-record-")
    screen.keys("<enter>", "<ctrl+q>")
    screen.until(lambda: screen.program.poll() is not None)
    assert screen.program.returncode == 0
    family = room.family()
    assert [line.text for line in family.lines] == ["It is damp here"]
    assert [(a.text, a.owner, a.due) for a in family.actions] == [("Ring housing", "w1", date(2026, 11, 27))]
    assert [score.value for score in family.scores] == [7]
    assert family.meetings[0].outcome == "carry_on"
    assert room.interrupted() is None
    copies = sorted((tmp_path / "Documents" / "eymeeting" / "EYM-0001" / "2026-11-22").glob("*.docx"))
    assert [path.name for path in copies] == [
        "family-plan-EYM-0001-2026-11-22-p1.docx",
        "full-record-EYM-0001-2026-11-22-w1.docx",
    ]
