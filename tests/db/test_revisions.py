from __future__ import annotations

import hashlib
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import fields, replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from cut_short import PULLED, upgrading

from db.file import REVISION, OpenFile, UnusableFile, backups_of
from db.home import FamilyFinder
from db.settings import settings_at_start
from db.store import Store
from eymeeting.domain.entry import Entry
from eymeeting.domain.family import Family, collections
from eymeeting.domain.meeting import Copy, Line, Meeting
from eymeeting.domain.panel import PanelItem
from eymeeting.domain.people import Person, Worker
from eymeeting.domain.settings import Colleague, Settings

RELEASED = Path(__file__).with_name("revisions")
Opened = Callable[[Path], OpenFile]
LISTS_OF_2 = {"invitations", "heard", "left_open", "corrections", "contacts"}
"""The lists of entries that revision 2 brought."""

FIELDS_OF_4: dict[type[Entry] | None, tuple[str, ...]] = {
    None: ("not_for", "times_not_for"),
    Copy: ("without",),
    Line: ("dated",),
    Meeting: (
        "held_under",
        "family_told_by",
        "went_on_because",
        "plan_agreed",
        "plan_agreed_why",
        "watched_by",
    ),
    PanelItem: ("plan_kind", "level_of_need", "worker_word", "went_on_because"),
}
"""The fields that revision 4 brought, by kind of entry, and those of several kinds."""

PANEL_ITEMS_BEFORE_4 = 2
"""How many panel items of a family the older files hold."""


FIELDS_OF_5: dict[type[Entry], tuple[str, ...]] = {
    Person: ("copy_language",),
    Worker: ("formats",),
    Copy: ("format", "language", "printed_on", "owed_by", "replaces", "removed_on"),
}
"""The fields that revision 5 brought, by kind of entry."""


def without_fields_of_5(entry: Entry) -> Entry:
    without: dict[str, Any] = dict.fromkeys(FIELDS_OF_5.get(type(entry), ()))
    return replace(entry, **without)


def without_fields_of_4(entry: Entry) -> Entry:
    brought = (*FIELDS_OF_4[None], *FIELDS_OF_4.get(type(entry), ()))
    without: dict[str, Any] = {each.name: None for each in fields(entry) if each.name in brought}
    return replace(entry, **without)


def as_of(revision: int, family: Family) -> Family:
    """The family without what the tables of a revision could not hold."""
    if revision >= 5:
        return family
    newest: dict[str, Any] = {
        name: tuple(map(without_fields_of_5, entries)) for name, entries in collections(family)
    }
    family = replace(family, **(newest | {"easy_words": ()}))
    if revision == 4:
        return family
    older: dict[str, Any] = {
        name: tuple(map(without_fields_of_4, entries)) for name, entries in collections(family)
    }
    older |= {"safety_scores": (), "panel_items": older["panel_items"][:PANEL_ITEMS_BEFORE_4]}
    family = replace(family, **older)
    if revision == 3:
        return family
    family = replace(
        family,
        meetings=tuple(replace(meeting, going_to=None) for meeting in family.meetings),
        closures=tuple(replace(closure, said_by=None) for closure in family.closures),
    )
    if revision == 2:
        return family
    details = replace(
        family.details, kept_empty=tuple(each for each in family.details.kept_empty if each not in LISTS_OF_2)
    )
    meetings = tuple(
        replace(
            meeting,
            family_told_on=None,
            resumes=None,
            children_first=None,
            areas=None,
            kept_empty=tuple(each for each in meeting.kept_empty if each not in LISTS_OF_2),
        )
        for meeting in family.meetings
    )
    return replace(family, details=details, meetings=meetings, **dict.fromkeys(LISTS_OF_2, ()))


def dumped(path: Path) -> tuple[int, list[str]]:
    """The revision of a file and everything in it, as SQL."""
    with closing(sqlite3.connect(path)) as connection:
        (revision,) = connection.execute("PRAGMA user_version").fetchone()
        return revision, list(connection.iterdump())


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
    assert not FamilyFinder(file).is_interrupted()
    at_first = settings_at_start(file.connection)
    store = Store(file, ticking)
    assert [store.family(ref) for ref in store.refs()] == [as_of(revision, each) for each in every_key]
    assert store.broken_trail() is None
    assert FamilyFinder(file).find("").in_all == len(every_key)
    assert store.settings() == at_first == (Settings(theme="dark") if revision >= 2 else Settings())
    assert [each.name for each in store.colleagues()] == (["Odile Marsh"] if revision >= 2 else [])
    assert backups_of(path).exists() == (revision < REVISION)


@pytest.mark.parametrize("revision", range(1, REVISION))
def test_an_older_file_takes_what_is_new_and_stays_in_the_copy_made_before(
    revision: int,
    tmp_path: Path,
    opened: Opened,
    ticking: Callable[[], datetime],
    every_key: tuple[Family, ...],
) -> None:
    path = Path(shutil.copy(RELEASED / f"{revision:04}.sqlite3", tmp_path))
    before = dumped(path)
    file = opened(path)
    store = Store(file, ticking)
    store.take_in(every_key, replace=True)
    store.keep_colleague(None, Colleague(id="c1", name="Odile Marsh", role="Chair", agency="Brookside"))
    store.close()
    [copy, *_] = sorted(backups_of(path).glob("*-before-upgrade.sqlite3"))
    assert set(before[1]) <= set(dumped(copy)[1])
    again = opened(path)
    assert again.revision == REVISION
    reopened = Store(again, ticking)
    assert tuple(reopened.family(ref) for ref in reopened.refs()) == every_key
    assert reopened.broken_trail() is None


@pytest.mark.parametrize(
    ("revision", "at"),
    [
        (1, "ALTER TABLE"),
        (1, "CREATE TABLE contact"),
        (1, "PRAGMA user_version ="),
        (1, "COMMIT"),
        (2, "INSERT INTO closure"),
        (2, "DROP TABLE closure_before"),
    ],
)
def test_an_upgrade_cut_short_leaves_a_file_that_is_brought_up_the_next_time(
    revision: int,
    at: str,
    processes: Any,
    tmp_path: Path,
    opened: Opened,
    ticking: Callable[[], datetime],
    every_key: tuple[Family, ...],
) -> None:
    path = Path(shutil.copy(RELEASED / f"{revision:04}.sqlite3", tmp_path))
    program = processes.Process(target=upgrading, args=(path, at))
    program.start()
    program.join()
    assert program.exitcode == PULLED
    file = opened(path)
    assert file.revision == revision
    assert FamilyFinder(file).find("").in_all == len(every_key)
    store = Store(file, ticking)
    assert [store.family(ref) for ref in store.refs()] == [as_of(revision, each) for each in every_key]
    assert store.broken_trail() is None


def test_an_upgrade_that_does_not_fit_on_the_disk_leaves_the_file_as_it_was(
    tmp_path: Path, opened: Opened, ticking: Callable[[], datetime], every_key: tuple[Family, ...]
) -> None:
    path = Path(shutil.copy(RELEASED / "0001.sqlite3", tmp_path))
    before = dumped(path)
    file = opened(path)
    (pages,) = file.connection.execute("PRAGMA page_count").fetchone()
    file.connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(UnusableFile, match=r"It is as it was, and a copy is in .*backups\.$"):
        Store(file, ticking)
    file.close()
    assert dumped(path) == before
    store = Store(opened(path), ticking)
    assert store.refs() == tuple(each.ref for each in every_key)


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
    with pytest.raises(UnusableFile, match=r"could not be brought to this version\. It is as it was\.$"):
        Store(file, ticking)
    file.close()
    again = opened(path)
    assert again.revision == 0
    assert Store(again, ticking).take_in(every_key).added
