from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from cut_short import PULLED, typing

from db.file import OpenFile, UnusableFile, open_file
from db.home import FamilyFinder
from db.store import NotSaved, Store
from eymeeting.domain.family import Change, Family
from eymeeting.domain.meeting import Line
from eymeeting.domain.problems import NotFound

ROUNDS = 10
DAMAGES_A_ROUND = 30
USED_EACH = 3
NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)


def flip_bits(content: bytearray, chance: random.Random) -> None:
    for _ in range(chance.choice((1, 1, 3, 20))):
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)


def spoil_the_header(content: bytearray, chance: random.Random) -> None:
    content[chance.randrange(16, 100)] = chance.randrange(256)


def blank_a_stretch(content: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(content))
    length = min(chance.choice((16, 512, 4096)), len(content) - start)
    content[start : start + length] = bytes(length)


def scribble(content: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(content) - 64)
    content[start : start + 64] = chance.randbytes(64)


def cut_off_the_end(content: bytearray, chance: random.Random) -> None:
    del content[chance.choice((5, 50, 300, 4096, chance.randrange(1, len(content)))) :]


def swap_two_pages(content: bytearray, chance: random.Random) -> None:
    one, other = (4096 * chance.randrange(len(content) // 4096) for _ in range(2))
    content[one : one + 4096], content[other : other + 4096] = (
        content[other : other + 4096],
        content[one : one + 4096],
    )


DAMAGES: tuple[Callable[[bytearray, random.Random], None], ...] = (
    flip_bits,
    spoil_the_header,
    blank_a_stretch,
    scribble,
    cut_off_the_end,
    swap_two_pages,
)


def everything_in(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def use(store: Store) -> None:
    """Read families, make a change, look through the trail: each of them may only refuse."""
    try:
        for ref in store.refs()[:2]:
            store.family(ref)
        line = Line(id="new", meeting="m1", section="past", text="after the damage")
        store.apply(Change(family="KEY-01", before=None, after=line), who="w1")
        store.broken_trail()
        store.interrupted()
    except (NotFound, NotSaved):
        pass


@pytest.fixture(scope="module")
def left_behind(tmp_path_factory: pytest.TempPathFactory, filled: Path, processes: Any) -> Path:
    """A folder as a process leaves it that was cut short: the last words are still in the log alone."""
    folder = tmp_path_factory.mktemp("left behind")
    path = shutil.copy(filled, folder / "families.sqlite3")
    program = processes.Process(target=typing, args=(path,))
    program.start()
    program.join()
    assert program.exitcode == PULLED
    assert sorted(path.name for path in folder.iterdir()) == ["families.sqlite3", "families.sqlite3-wal"]
    return folder


def damaged(source: Path, name: str, folder: Path, seed: int) -> Iterator[Path]:
    """Copies of a file and what lies beside it, each damaged in another way."""
    chance = random.Random(seed)
    for number in range(DAMAGES_A_ROUND):
        here = folder / str(number)
        shutil.copytree(source, here)
        content = bytearray((here / name).read_bytes())
        chance.choice(DAMAGES)(content, chance)
        (here / name).write_bytes(content)
        yield here / "families.sqlite3"


def opens_or_refuses(path: Path) -> bool:
    """Whether a damaged file could be used. Where it is refused, nothing in it may have changed."""
    before = everything_in(path.parent)
    try:
        with closing(open_file(path, {})) as file:
            finder = FamilyFinder(file)
            finder.is_interrupted()
            assert all(isinstance(family.name, str) for family in finder.find("a").families)
            store = Store(file, lambda: NOW)
            if int(path.parent.name) % USED_EACH == 0:
                use(store)
    except UnusableFile:
        assert everything_in(path.parent) == before
        return False
    return True


@pytest.fixture(scope="module")
def two_families(
    tmp_path_factory: pytest.TempPathFactory, blank: Path, every_key: tuple[Family, ...]
) -> Path:
    """A folder with a file of two families, closed again."""
    folder = tmp_path_factory.mktemp("two families")
    with closing(open_file(Path(shutil.copy(blank, folder / "families.sqlite3")), {})) as file:
        Store(file, lambda: NOW).take_in(every_key[:2])
    return folder


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_a_damaged_file_is_refused_or_used_and_never_ends_in_a_crash(
    seed: int, two_families: Path, tmp_path: Path
) -> None:
    used = [opens_or_refuses(path) for path in damaged(two_families, "families.sqlite3", tmp_path, seed)]
    assert used.count(False) >= DAMAGES_A_ROUND // 6
    assert used.count(True)


def test_damage_after_an_unclean_end_is_found_before_anything_is_written(
    left_behind: Path, tmp_path: Path
) -> None:
    used = [opens_or_refuses(path) for path in damaged(left_behind, "families.sqlite3", tmp_path, seed=11)]
    assert used.count(False) >= DAMAGES_A_ROUND // 6
    assert used.count(True)


def test_a_damaged_log_is_refused_or_leaves_what_was_there_before(left_behind: Path, tmp_path: Path) -> None:
    for path in damaged(left_behind, "families.sqlite3-wal", tmp_path, seed=12):
        opens_or_refuses(path)


def test_a_damaged_file_that_says_another_journal_mode_is_not_written_to(
    filled: Path, tmp_path: Path
) -> None:
    content = bytearray(filled.read_bytes())
    content[18:20] = b"\x01\x01"
    content[8192:12288] = bytes(4096)
    path = tmp_path / "families.sqlite3"
    path.write_bytes(content)
    with pytest.raises(UnusableFile, match="is damaged"):
        open_file(path, {})
    assert path.read_bytes() == bytes(content)


def test_what_was_left_behind_whole_opens_with_everything(
    left_behind: Path, tmp_path: Path, every_key: tuple[Family, ...], opened: Callable[[Path], OpenFile]
) -> None:
    path = Path(shutil.copytree(left_behind, tmp_path / "whole # 100% ä")) / "families.sqlite3"
    store = Store(opened(path), lambda: NOW)
    assert [store.family(ref) for ref in store.refs()] == list(every_key)
    assert store.draft("here").text == "the last words"
    store.close()
    assert [each.name for each in path.parent.iterdir()] == [path.name]
