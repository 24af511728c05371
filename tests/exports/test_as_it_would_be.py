from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from made.pells import FAMILY, PACK, action, attended, said, with_more

from exports.copying import is_as_it_would_be, make_copy
from eymeeting.domain.family import Family
from eymeeting.domain.meeting import Copy
from eymeeting.domain.taken_home import EVERYTHING, TakenHome

NOW = datetime(2026, 6, 1, 15, 5, 7, 123456, tzinfo=UTC)
MET = with_more(FAMILY, attendance=(attended("mum"), attended("lead")), actions=(action("Ring", "mum"),))


def made(family: Family, folder: Path, reader: str, kind: str, takes: TakenHome = EVERYTHING) -> Family:
    """The family with one more copy made and logged."""
    done = make_copy(family, reader, folder=folder, now=NOW, pack=PACK, kind=kind, meeting=1, takes=takes)
    copy = Copy(
        id=f"c{len(family.copies)}",
        position=family.next_position(Copy),
        meeting="m1",
        to=reader,
        how="made, not given yet",
        kind=kind,
        file_name=done.path.name,
        made_at=NOW.isoformat(timespec="seconds"),
    )
    return replace(family, copies=(*family.copies, copy))


def still_is(family: Family, folder: Path) -> list[bool]:
    later = (NOW + timedelta(hours=2)).date()
    return [
        is_as_it_would_be(family, copy, file=folder / (copy.file_name or ""), today=later, pack=PACK)
        for copy in family.copies
    ]


@pytest.fixture
def copied(tmp_path: Path) -> Family:
    return made(made(MET, tmp_path, "mum", "family"), tmp_path, "lead", "record")


def test_a_copy_is_as_it_would_be_until_something_that_stands_in_it_changes(
    copied: Family, tmp_path: Path
) -> None:
    assert still_is(copied, tmp_path) == [True, True]
    assert still_is(with_more(copied, lines=(said("past", "long ago"),)), tmp_path) == [True, False]
    assert still_is(with_more(copied, actions=(action("Walk", "mum"),)), tmp_path) == [False, False]


def test_a_copy_that_is_gone_or_was_written_in_is_not_as_it_would_be(copied: Family, tmp_path: Path) -> None:
    plan, record = (tmp_path / (copy.file_name or "") for copy in copied.copies)
    plan.unlink()
    record.write_bytes(record.read_bytes()[:200])
    assert still_is(copied, tmp_path) == [False, False]


@pytest.mark.parametrize("lost", ["file_name", "made_at", "kind"])
def test_a_copy_of_which_too_little_is_known_is_not_as_it_would_be(
    copied: Family, tmp_path: Path, lost: str
) -> None:
    record = replace(copied.copies[1], **{lost: None})  # type: ignore[arg-type]
    assert not is_as_it_would_be(
        copied, record, file=tmp_path / (record.file_name or ""), today=NOW.date(), pack=PACK
    )


@pytest.mark.parametrize(
    ("logged", "is_it"), [((), True), (None, True), (("phones",), False), (("music",), False)]
)
def test_a_copy_is_looked_at_without_what_stayed_off_it(
    copied: Family, tmp_path: Path, logged: tuple[str, ...] | None, is_it: bool
) -> None:
    plan = replace(copied.copies[0], without=logged)
    assert (
        is_as_it_would_be(copied, plan, file=tmp_path / (plan.file_name or ""), today=NOW.date(), pack=PACK)
        == is_it
    )


@pytest.mark.parametrize(
    ("logged", "is_it"), [(("phones",), True), (None, True), ((), False), (("worried",), False)]
)
def test_a_copy_without_numbers_is_as_it_would_be_without_numbers(
    tmp_path: Path, logged: tuple[str, ...] | None, is_it: bool
) -> None:
    calls = with_more(MET, actions=(action("Ring 01632 960 301", "mum"),))
    family = made(calls, tmp_path, "mum", "family", takes=TakenHome(phones=False))
    plan = replace(family.copies[0], without=logged)
    assert (
        is_as_it_would_be(family, plan, file=tmp_path / (plan.file_name or ""), today=NOW.date(), pack=PACK)
        == is_it
    )
