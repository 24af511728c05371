from __future__ import annotations

import re
import shutil
import sqlite3
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from db.file import OpenFile
from db.home import FamilyFinder
from eymeeting.bank_holidays import EnglandCalendar
from eymeeting.packs import default_pack

TODAY = date(2026, 11, 30)
WALKED_THROUGH = {"findable", "standing", "sqlite_master"}
"""What may be read from end to end: one short row for each family."""


@pytest.fixture
def plans(filled: Path, tmp_path: Path, opened: Callable[[Path], OpenFile]) -> list[str]:
    """How SQLite finds what Home asks for, a line for each step."""
    file = opened(Path(shutil.copy(filled, tmp_path)))
    asked: list[str] = []
    file.connection.set_trace_callback(asked.append)
    home = FamilyFinder(file)
    for typed in ("", "wis"):
        home.find(typed)
    home.due(TODAY)
    home.due_by_working_days(TODAY, default_pack().limits, EnglandCalendar())
    home.is_interrupted()
    file.connection.set_trace_callback(None)
    return [step for query in dict.fromkeys(asked) for step in planned(file.connection, query)]


def planned(connection: sqlite3.Connection, query: str) -> list[str]:
    return [step for *_, step in connection.execute(f"EXPLAIN QUERY PLAN {query}")]


def test_home_looks_up_what_it_asks_for_and_walks_through_no_list_that_grows_with_the_meetings(
    plans: list[str],
) -> None:
    walked = {found[1] for step in plans if (found := re.match(r"SCAN (\w+)", step))}
    assert any("SEARCH meeting USING INDEX" in step for step in plans)
    assert walked - WALKED_THROUGH - {"sitting"} == set()


def test_every_index_is_there_for_something_that_home_asks(
    plans: list[str], filled: Path, tmp_path: Path, opened: Callable[[Path], OpenFile]
) -> None:
    connection = opened(Path(shutil.copy(filled, tmp_path / "again.sqlite3"))).connection
    made = {
        name
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'index' AND sql <> ''")
    }
    used = {found for step in plans for found in re.findall(r"USING (?:COVERING )?INDEX (\w+)", step)}
    assert made - used == set()
