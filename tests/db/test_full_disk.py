from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from db.file import OpenFile, backups_of
from db.store import NotSaved, Store
from eymeeting.domain.family import Change, Family
from eymeeting.domain.meeting import Line
from eymeeting.domain.sitting import Draft

FULL = r"^The disk is full\. What was saved before is safe; make some room on it\.$"


def fill_the_disk(file: OpenFile, pages_left: int = 0) -> None:
    (pages,) = file.connection.execute("PRAGMA page_count").fetchone()
    file.connection.execute(f"PRAGMA max_page_count = {pages + pages_left}")


def make_room(file: OpenFile) -> None:
    file.connection.execute("PRAGMA max_page_count = 1000000")


@pytest.fixture
def family(store: Store, every_key: tuple[Family, ...]) -> Family:
    """The first family, kept in ``store``."""
    store.take_in(every_key[:1])
    return every_key[0]


def long_line(family: Family, number: int) -> Change:
    line = Line(
        id=f"long{number}",
        position=1000 + number,
        meeting=family.meetings[0].id,
        section="past",
        text=f"{number} " + "long " * 3000,
    )
    return Change(family=family.ref, before=None, after=line)


def test_a_change_that_does_not_fit_is_told_and_everything_before_it_stands(
    store: Store, file: OpenFile, family: Family
) -> None:
    fill_the_disk(file, pages_left=20)
    kept, problem = family, ""
    for number in range(100):
        try:
            store.apply(long_line(family, number), who="w1")
        except NotSaved as not_saved:
            problem = str(not_saved)
            break
        kept = kept.after(long_line(family, number))
    assert re.match(FULL, problem)
    assert kept != family
    assert store.family(family.ref) == kept
    assert store.broken_trail() is None


def test_a_change_is_saved_once_there_is_room(store: Store, file: OpenFile, family: Family) -> None:
    fill_the_disk(file)
    for _ in range(3):
        with pytest.raises(NotSaved, match=FULL):
            store.apply(long_line(family, 1), who="w1")
    make_room(file)
    store.apply(long_line(family, 1), who="w1")
    assert store.family(family.ref) == family.after(long_line(family, 1))


def test_typing_goes_on_where_it_was_once_there_is_room(store: Store, file: OpenFile, family: Family) -> None:
    change = long_line(family, 1)
    visit = store.visit(family.ref, None, "w1")
    fill_the_disk(file)
    with pytest.raises(NotSaved, match=FULL):
        visit.write(change.after)
    make_room(file)
    visit.write(change.after)
    assert visit.end() == change
    assert store.family(family.ref) == family.after(change)


def test_a_draft_that_does_not_fit_leaves_the_older_one(store: Store, file: OpenFile) -> None:
    store.keep_draft("here", Draft(text="older", cursor=5))
    fill_the_disk(file)
    with pytest.raises(NotSaved, match=FULL):
        store.keep_draft("here", Draft(text="newer " * 20_000, cursor=0))
    assert store.draft("here") == Draft(text="older", cursor=5)


def test_families_that_do_not_all_fit_are_not_taken_in_at_all(
    store: Store, file: OpenFile, family: Family, every_key: tuple[Family, ...]
) -> None:
    many = [
        replace(each, details=replace(each.details, id=f"{each.ref}-{number}"))
        for each in every_key
        for number in range(5)
    ]
    fill_the_disk(file, pages_left=4)
    with pytest.raises(NotSaved, match=FULL):
        store.take_in(many)
    assert store.refs() == (family.ref,)
    make_room(file)
    assert len(store.take_in(many).added) == len(many)


def test_what_was_kept_is_whole_when_the_file_is_opened_again(
    store: Store,
    file: OpenFile,
    family: Family,
    opened: Callable[[Path], OpenFile],
    ticking: Callable[[], datetime],
) -> None:
    fill_the_disk(file)
    with pytest.raises(NotSaved, match=FULL):
        store.apply(long_line(family, 1), who="w1")
    store.close()
    assert not backups_of(file.path).exists()
    before = hashlib.sha256(file.path.read_bytes()).hexdigest()
    again = Store(opened(file.path), ticking)
    assert again.family(family.ref) == family
    again.close()
    assert hashlib.sha256(file.path.read_bytes()).hexdigest() == before
