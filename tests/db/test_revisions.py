from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from db.file import REVISION, OpenFile, UnusableFile, backups_of
from db.home import FamilyFinder
from db.store import Store
from eymeeting.domain.family import Family

RELEASED = Path(__file__).with_name("revisions")
Opened = Callable[[Path], OpenFile]


def test_there_is_a_file_of_every_revision() -> None:
    assert [path.name for path in sorted(RELEASED.iterdir())] == [
        f"{number:04}.sqlite3" for number in range(1, REVISION + 1)
    ]


@pytest.mark.parametrize("revision", range(1, REVISION + 1))
def test_a_file_of_every_revision_opens_with_everything_in_it(
    revision: int,
    tmp_path: Path,
    opened: Opened,
    ticking: Callable[[], datetime],
    every_key: tuple[Family, ...],
) -> None:
    path = Path(shutil.copy(RELEASED / f"{revision:04}.sqlite3", tmp_path))
    file = opened(path)
    assert file.revision == revision
    assert FamilyFinder(file).find("").in_all == len(every_key)
    store = Store(file, ticking)
    assert [store.family(ref) for ref in store.refs()] == list(every_key)
    assert store.broken_trail() is None
    assert backups_of(path).exists() == (revision < REVISION)


def test_a_file_of_a_newer_version_is_refused_and_not_a_byte_of_it_is_changed(
    place: Path, opened: Opened
) -> None:
    file = opened(place)
    file.connection.execute("PRAGMA user_version = 99")
    file.close()
    before = hashlib.sha256(place.read_bytes()).hexdigest()
    with pytest.raises(UnusableFile, match=r"newer version of eymeeting\. Nothing in it was changed"):
        opened(place)
    assert hashlib.sha256(place.read_bytes()).hexdigest() == before
    assert [path.name for path in place.parent.iterdir()] == [place.name]


def test_tables_that_do_not_fit_on_the_disk_leave_a_file_that_opens_when_they_do(
    tmp_path: Path, opened: Opened, ticking: Callable[[], datetime], every_key: tuple[Family, ...]
) -> None:
    path = tmp_path / "new.sqlite3"
    file = opened(path)
    file.connection.execute("PRAGMA max_page_count = 10")
    with pytest.raises(UnusableFile, match="could not be brought to this version"):
        Store(file, ticking)
    file.close()
    again = opened(path)
    assert again.revision == 0
    assert Store(again, ticking).take_in(every_key).added
