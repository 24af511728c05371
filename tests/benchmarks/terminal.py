"""A program in a terminal, measured from outside: when a key is on the screen, and when all is still again."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time

import pyte

PATIENCE = 30.0
IN_VAIN = 1.0
"""Seconds after which a key is taken to change nothing."""

STILL = 0.06
"""Seconds without a byte after which a screen has come to rest."""


class Terminal:
    """One program and the screen it draws on. It is killed at the end, as a power cut would."""

    def __init__(self, command: list[str], folder: str, size: tuple[int, int] = (80, 24)) -> None:
        columns, rows = size
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._child, self._terminal = pty.fork()
        if self._child == 0:
            os.chdir(folder)
            os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")
            os.execvp(command[0], command)
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        os.kill(self._child, signal.SIGKILL)
        os.waitpid(self._child, 0)
        os.close(self._terminal)

    @property
    def words(self) -> str:
        """What is on the screen, line by line."""
        return "\n".join(self._screen.display)

    @property
    def _look(self) -> list[object]:
        """Every character with its colours, and where the caret is."""
        screen = self._screen
        cells = (dict(screen.buffer[row]) for row in range(screen.lines))
        return [*cells, (screen.cursor.y, screen.cursor.x)]

    def press(self, keys: str) -> float | None:
        """Press keys at once; seconds until the screen is another, or nothing when it stays the same."""
        before, began = self._look, time.perf_counter()
        os.write(self._terminal, keys.encode())
        while time.perf_counter() - began < IN_VAIN:
            painted = self._read(0.005)
            if painted and self._look != before:
                return painted - began
        return None

    def wait_for(self, sign: str) -> None:
        """Wait until a text is on the screen."""
        began = time.perf_counter()
        while sign not in self.words:
            if time.perf_counter() - began > PATIENCE:
                raise SystemExit(f"“{sign}” did not appear:\n{self.words}")
            self._read(0.01)

    def rest(self, seconds: float = STILL) -> None:
        """Wait until nothing has been drawn for a while."""
        while self._read(seconds):
            pass

    def _read(self, seconds: float) -> float | None:
        """Take in what is drawn next; when it came, or nothing."""
        if not select.select([self._terminal], [], [], seconds)[0]:
            return None
        try:
            drawn = os.read(self._terminal, 1 << 20)
        except OSError:
            raise SystemExit(f"The program ended:\n{self.words}") from None
        came = time.perf_counter()
        self._stream.feed(drawn)
        return came
