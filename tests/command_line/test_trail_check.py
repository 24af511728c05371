from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

DAY = r"\d{1,2} [A-Z][a-z]+ 20\d\d"
"""The day on which the families were taken in, by the clock of the machine."""

Ask = Callable[..., Any]


def done_to(database: Path, sql: str) -> None:
    with closing(sqlite3.connect(database)) as connection:
        connection.execute(sql)
        connection.commit()


def test_a_trail_that_nobody_touched_is_said_to_be_whole_and_since_when(ask: Ask, database: Path) -> None:
    said = ask("check").out.splitlines()[2]
    assert re.match(rf"The trail of 12 lines is whole since {DAY}\. ", said)
    done_to(database, "DELETE FROM trail")
    assert ask("check").out.splitlines()[2].startswith("The trail of 0 lines is whole. ")


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        (
            "UPDATE trail SET at = '2020-01-01T00:00:00+00:00' WHERE number = 3",
            "line 3, after DAY, ",
        ),
        ("UPDATE trail SET who = 'somebody else' WHERE number = 12", "line 12, after DAY, "),
        ("DELETE FROM trail WHERE number = 4", "line 5, after DAY, "),
        ("UPDATE trail SET at = 'whenever' WHERE number = 1", "line 1: "),
        ("DELETE FROM trail WHERE number < 3", "line 3: "),
    ],
)
def test_in_a_tampered_file_it_is_said_from_where_and_after_when_the_trail_does_not_hold(
    sql: str, said: str, ask: Ask, database: Path
) -> None:
    done_to(database, sql)
    answer = ask("check")
    assert answer.status == 1
    (sentence,) = [each for each in answer.err.splitlines() if "trail" in each]
    assert re.match(f"The trail does not hold from {said.replace('DAY', DAY)}", sentence)
    assert sentence.endswith(": a line was changed or taken out.")
