"""How long a backup's moment and a plan's picture of scores take: both stand between two keys.

    python tests/benchmarks/moments.py

Prints the best of some rounds, in milliseconds. It judges nothing: the aims are 100 for the moment of an 18 MB
file, which SQLite copies into memory while nobody can type, and 20 for a picture.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from db.file import open_file
from db.store import Store
from exports.chart import add_chart
from exports.house_style import Page, new_document
from exports.look import STANDARD
from eymeeting.domain.copies import ScaleChart, ScaleChartRow

ROUNDS = 10


def best(act: Callable[[], object]) -> float:
    took = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        act()
        took.append(time.perf_counter() - began)
    return min(took) * 1000


def moment_of_a_backup(folder: Path) -> float:
    file = open_file(folder / "families.sqlite3", {})
    store = Store(file, lambda: datetime.now(UTC))
    file.connection.execute("BEGIN")
    rows = ((f"place {number}", "word " * 200) for number in range(17_000))
    file.connection.executemany("INSERT INTO draft (place, text, cursor) VALUES (?, ?, 0)", rows)
    file.connection.execute("COMMIT")
    try:
        return best(lambda: store.backup("daily"))
    finally:
        file.close()


def picture() -> float:
    page = Page(new_document(STANDARD, title="Plan", organisation="Centre", made_at=datetime.now(UTC)))
    rows = tuple(
        ScaleChartRow(area=area, who=who, values=(3, 5, 8))
        for area in ("Money", "Our home", "How we feel", "Everyday life")
        for who in ("Orla", "Joe", "Kit")
    )
    chart = ScaleChart(title="Where we are", series=("Last time", "Now", "We hope for"), rows=rows)
    return best(lambda: add_chart(page, chart))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        print(f"backup's moment {moment_of_a_backup(Path(folder)):6.1f} ms")
    print(f"picture         {picture():6.1f} ms")
