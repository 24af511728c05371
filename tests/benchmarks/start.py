"""How long Home, uncovered, takes to be usable with 500 families, beside a bare Textual hello, in one run.

    python tests/benchmarks/start.py [rounds]

Prints medians and the ratio, round by round in turn. It judges nothing: the aim is 1.5 times hello.
POSIX only; it needs pyte, which the test extra installs.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from terminal import Terminal

from db.file import open_file
from db.interchange import read_families
from db.store import Store
from eymeeting.demo import demo_families
from eymeeting.domain.settings import Settings

FAMILIES = 500
ROWS, COLUMNS = 36, 120
HELLO = """
from textual.app import App
from textual.widgets import Static
class Hello(App):
    def compose(self):
        yield Static("Hello there")
Hello().run()
"""


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "families.sqlite3"
        fill(database)
        hello_file = Path(folder) / "hello.py"
        hello_file.write_text(HELLO, "utf-8")
        programs = {
            "hello": ([sys.executable, str(hello_file)], "Hello there"),
            "home": ([sys.executable, "-m", "eymeeting", "--database", str(database)], "The 1s"),
        }
        times: dict[str, list[float]] = {name: [] for name in programs}
        for number in range(rounds + 2):
            for name, (command, ready) in programs.items():
                took = start(command, ready, folder)
                if number >= 2:
                    times[name].append(took)
    ratios = [home / hello for hello, home in zip(times["hello"], times["home"], strict=True)]
    for name, seconds in times.items():
        print(
            f"{name:6} median {statistics.median(seconds) * 1000:4.0f} ms  least {min(seconds) * 1000:4.0f} ms"
        )
    print(f"home / hello, round by round: median {statistics.median(ratios):.2f}, {rounds} rounds")
    print(f"home / hello, least of each:  {min(times['home']) / min(times['hello']):.2f}")


def fill(database: Path) -> None:
    """Make a file of many families from those of the demo."""
    families = read_families(demo_families())
    many = []
    for number in range(FAMILIES):
        family = families[number % len(families)]
        named = replace(
            family.details,
            id=f"B-{number:05}",
            family_name=f"Family {number:05}",
            chosen_name=f"The {number}s",
        )
        many.append(replace(family, details=named))
    store = Store(open_file(database, {}), lambda: datetime.now().astimezone())
    store.take_in(many)
    store.keep_settings(Settings(home_covered=False))
    store.close()


def start(command: list[str], ready: str, folder: str) -> float:
    """Start a program in a terminal; seconds until a text is on its screen."""
    began = time.perf_counter()
    with Terminal(command, folder, (COLUMNS, ROWS)) as terminal:
        terminal.wait_for(ready)
        return time.perf_counter() - began


if __name__ == "__main__":
    main()
