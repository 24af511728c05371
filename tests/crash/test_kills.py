from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from itertools import islice
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pytest
from crash.typist import type_on

from db.file import open_file
from db.home import FamilyFinder
from db.interchange import read_families
from db.store import Store
from eymeeting.domain.family import Family

EVERY_KEY = Path(__file__).parents[1] / "families" / "every_key.json"
NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
KILLS = 12
WORDS = "The kettle, the stairs, the letter in red and what nana said about łóżko. "


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """A file with the families that the typist types about."""
    path = tmp_path / "families.sqlite3"
    with closing(open_file(path, {})) as file:
        Store(file, lambda: NOW).take_in(read_families(EVERY_KEY.read_text("utf-8")))
    return path


def heard(told: Connection) -> Iterator[list[str]]:
    """What a typist says, until it is killed."""
    try:
        while True:
            yield told.recv_bytes().decode("ascii").split()
    except (EOFError, OSError):
        return


def typed_until_killed(database: Path, run: int, chance: random.Random, processes: Any) -> dict[str, int]:
    """What the typist said was on disk, up to the moment at which it was killed."""
    told, telling = processes.Pipe(duplex=False)
    typist = processes.Process(target=type_on, args=(database, run, telling))
    typist.start()
    telling.close()
    with told:
        said = list(islice(heard(told), chance.randrange(1, 60)))
        (typist.kill if chance.random() < 0.7 else typist.terminate)()
        said += heard(told)
    typist.join()
    typist.close()
    return {what: int(kept) for what, kept in said}


def check(database: Path, run: int, said: dict[str, int], family: Family) -> Family:
    """Open the file after a kill: everything said is there, and nothing else has changed."""
    with closing(open_file(database, {})) as file:
        assert file.was_left_unclean
        assert FamilyFinder(file).is_interrupted()
        store = Store(file, lambda: NOW)
        assert file.connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert store.broken_trail() is None
        sitting = store.interrupted()
        assert sitting is not None
        assert sitting.id == said.pop("sitting")
        kept = store.family(family.ref)
        draft = store.draft("the quick line")
        texts = {line.id: line.text for line in kept.lines}
        if (number := said.pop("draft", None)) is not None:
            assert draft.cursor >= number
            assert draft.text == f"{run} {draft.cursor} {WORDS}"[:60]
        for line, length in said.items():
            wanted = f"{run} {line.partition('-')[2]} {WORDS}"[:60]
            assert len(texts[line]) >= length
            assert wanted.startswith(texts[line])
        new = [line for line in kept.lines if line not in family.lines]
        assert {line.id for line in new} - said.keys() <= {f"r{run}-{draft.cursor}"}
        assert [line for line in kept.lines if line in family.lines] == list(family.lines)
    return kept


def test_what_was_said_to_be_saved_is_there_whenever_the_program_is_killed(
    database: Path, processes: Any
) -> None:
    chance = random.Random(20261122)
    [family, *_] = read_families(EVERY_KEY.read_text("utf-8"))
    acknowledged = 0
    for run in range(KILLS):
        said = typed_until_killed(database, run, chance, processes)
        acknowledged += len(said)
        family = check(database, run, said, family)
    assert acknowledged > KILLS
    assert [path.name for path in database.parent.iterdir()] == [database.name]
