"""Printing a paper by the system's own way: on the default printer, and never through a shell."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from eymeeting.domain.problems import Problem
from eymeeting.programs import found, started

NOT_PRINTED: Final = "The printer did not take it."
_TOO_SLOW: Final = (
    "The printer took too long, so it is not known whether it was printed. Look at the printer first."
)
_NO_PROGRAM: Final = "Nothing here prints Word files. Open it in a word processor, and print it there."
_ASKING, _SENDING, _LAYING_OUT = 5, 30, 120
"""Seconds that asking for a printer, sending a file and laying out a Word file may take."""

_TAKEN_AS_IT_IS: Final = frozenset({".pdf", ".txt", ".ps", ".png", ".jpg", ".jpeg"})
"""Endings of files that CUPS prints without another program."""

_OFFICES: Final = ("soffice", "libreoffice")
_OFFICE_OF_A_MAC: Final = Path("/Applications/LibreOffice.app/Contents/MacOS/soffice")


@dataclass(frozen=True, slots=True)
class Printer:
    """The default printer, and the environment in which its programs are found."""

    name: str
    environment: Mapping[str, str]

    def send(self, path: Path) -> None:
        """Print a file. It comes back once the system has taken it, which is not yet when it lies in the tray.

        Raises:
            Problem: it was not taken, or nothing here prints such a file.
        """
        if sys.platform == "win32":
            try:
                os.startfile(path, "print")  # noqa: S606
            except OSError:
                raise Problem(_NO_PROGRAM) from None
            return
        if path.suffix.lower() in _TAKEN_AS_IT_IS:
            self._run([self._spooler(), "-d", self.name, "--", str(path)], _SENDING)
            return
        office = self._office()
        with TemporaryDirectory(prefix="eymeeting-print-", ignore_cleanup_errors=True) as profile:
            own = f"-env:UserInstallation={Path(profile).as_uri()}"
            self._run([office, own, "--headless", "--norestore", "--pt", self.name, str(path)], _LAYING_OUT)

    def _office(self) -> str:
        for name in _OFFICES:
            if office := found(name, self.environment):
                return office
        if _OFFICE_OF_A_MAC.is_file():
            return str(_OFFICE_OF_A_MAC)
        raise Problem(_NO_PROGRAM)

    def _spooler(self) -> str:
        spooler = found("lp", self.environment)
        if spooler is None:
            raise Problem(NOT_PRINTED)
        return spooler

    def _run(self, words: Sequence[str], seconds: int) -> None:
        """Run a program to its end; one that takes too long is stopped, with all it has started."""
        try:
            program = started(words, self.environment)
            is_done = program.wait(seconds) == 0
        except subprocess.TimeoutExpired:
            _stop(program)
            raise Problem(_TOO_SLOW) from None
        except OSError:
            raise Problem(NOT_PRINTED) from None
        if not is_done:
            raise Problem(NOT_PRINTED)


def way_to_print(environment: Mapping[str, str]) -> Printer | None:
    """The system's default printer; nothing where there is none. It takes a few seconds at most."""
    name = _default_of_windows() if sys.platform == "win32" else _default_of_cups(environment)
    return Printer(name, environment) if name else None


def _default_of_cups(environment: Mapping[str, str]) -> str:
    """The printer CUPS names: its answer ends with the name after a colon, in English as we ask for it."""
    lpstat = found("lpstat", environment)
    if lpstat is None:
        return ""
    try:
        told = subprocess.run(
            [lpstat, "-d"],
            env={**environment, "LC_ALL": "C"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            timeout=_ASKING,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    _, colon, name = told.stdout.partition(":")
    return name.strip() if colon and told.returncode == 0 else ""


def _default_of_windows() -> str:
    if sys.platform != "win32":
        return ""
    import ctypes

    length = ctypes.c_ulong(0)
    spooler = ctypes.WinDLL("winspool.drv")
    spooler.GetDefaultPrinterW(None, ctypes.byref(length))
    if not length.value:
        return ""
    name = ctypes.create_unicode_buffer(length.value)
    return name.value if spooler.GetDefaultPrinterW(name, ctypes.byref(length)) else ""


def _stop(program: subprocess.Popen[bytes]) -> None:
    """End a program with all it has started. Nothing is run this way on Windows."""
    if sys.platform != "win32":
        with suppress(OSError):
            os.killpg(program.pid, signal.SIGKILL)
        program.wait()
