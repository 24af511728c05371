from __future__ import annotations

import stat
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from db.file import OpenFile, backups_of
from db.store import NotSaved, Store, TakenIn
from eymeeting.domain.family import Family
from eymeeting.domain.problems import Problem, Refused

Opened = Callable[[Path], OpenFile]
Clock = Callable[[], datetime]


def renamed(family: Family) -> Family:
    return replace(family, details=replace(family.details, chosen_name="Quillfeather"))


def kept(store: Store) -> list[Family]:
    return [store.family(ref) for ref in store.refs()]


def lines_of_trail(file: OpenFile) -> int:
    (count,) = file.connection.execute("SELECT count(*) FROM trail").fetchone()
    return int(count)


def test_families_are_kept_in_the_order_they_came_in(store: Store, every_key: tuple[Family, ...]) -> None:
    late, *others = every_key
    added = store.take_in(others)
    store.take_in([late])
    assert added == TakenIn(added=tuple(family.ref for family in others), same=(), replaced=())
    assert store.refs() == tuple(family.ref for family in (*others, late))


def test_the_same_family_again_is_fine_and_nothing_is_written(
    store: Store, file: OpenFile, every_key: tuple[Family, ...]
) -> None:
    store.take_in(every_key)
    told = lines_of_trail(file)
    again = store.take_in(every_key, replace=True)
    assert again == TakenIn(added=(), same=store.refs(), replaced=())
    assert lines_of_trail(file) == told
    assert not backups_of(file.path).exists()


def test_a_family_with_other_content_is_refused_and_none_of_the_others_comes_in(
    store: Store, every_key: tuple[Family, ...]
) -> None:
    first, second, *_ = every_key
    store.take_in([first])
    with pytest.raises(Refused) as caught:
        store.take_in([second, renamed(first)])
    assert str(caught.value).splitlines() == [
        "Nothing was imported.",
        f"Family {first.ref} is already here with other content. “--replace” puts the file's in its place.",
    ]
    assert kept(store) == [first]


def test_when_one_of_several_does_not_fit_none_is_kept(
    store: Store, file: OpenFile, every_key: tuple[Family, ...]
) -> None:
    first, second, third, *_ = every_key
    wrong = replace(third, scores=(replace(first.scores[0], meeting=third.meetings[0].id, value=99),))
    with pytest.raises(NotSaved, match="does not fit"):
        store.take_in([first, second, wrong])
    assert store.refs() == ()
    assert lines_of_trail(file) == 0
    assert store.take_in([first, second]).added == (first.ref, second.ref)


def test_the_replaced_family_stays_in_a_backup_that_opens(
    store: Store, file: OpenFile, every_key: tuple[Family, ...], opened: Opened, ticking: Clock
) -> None:
    first, second, third, *_ = every_key
    store.take_in([first, second])
    taken = store.take_in([first, renamed(second), third], replace=True)
    assert taken == TakenIn(added=(third.ref,), same=(first.ref,), replaced=(second.ref,))
    assert store.refs() == (first.ref, second.ref, third.ref)
    assert store.family(second.ref) == renamed(second)
    [backup] = backups_of(file.path).iterdir()
    assert backup.name == "families-2026-11-22-100004-before-replacing.sqlite3"
    before = Store(opened(backup), ticking)
    assert kept(before) == [first, second]
    assert before.broken_trail() is None


def test_nothing_is_replaced_when_no_backup_can_be_written(
    store: Store, file: OpenFile, every_key: tuple[Family, ...]
) -> None:
    first, second, *_ = every_key
    store.take_in([first])
    backups_of(file.path).write_text("a file where the folder should be")
    with pytest.raises(Problem, match="so nothing was changed"):
        store.take_in([renamed(first), second], replace=True)
    assert kept(store) == [first]


def test_two_backups_of_one_second_do_not_meet(
    file: OpenFile, every_key: tuple[Family, ...], ticking: Clock
) -> None:
    moment = ticking()
    store = Store(file, lambda: moment)
    family = every_key[0]
    store.take_in([family])
    store.take_in([renamed(family)], replace=True)
    store.take_in([family], replace=True)
    assert len({path.name for path in backups_of(file.path).glob("*.sqlite3")}) == 2
    assert list(backups_of(file.path).glob("*.part")) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_a_backup_is_for_its_owner_alone(store: Store, file: OpenFile, every_key: tuple[Family, ...]) -> None:
    store.take_in(every_key[:1])
    store.take_in([renamed(every_key[0])], replace=True)
    folder = backups_of(file.path)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert [stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()] == [0o600]


def test_a_family_is_found_by_its_own_names_once_it_is_replaced(
    store: Store, file: OpenFile, every_key: tuple[Family, ...]
) -> None:
    family = every_key[0]
    store.take_in([family])
    store.take_in([renamed(family)], replace=True)
    (words,) = file.connection.execute("SELECT words FROM findable WHERE family = ?", [family.ref]).fetchone()
    assert "quillfeather" in words
