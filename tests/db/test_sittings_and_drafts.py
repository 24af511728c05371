from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from db.file import OpenFile
from db.home import FamilyFinder
from db.store import Store
from eymeeting.domain.family import Change, Family
from eymeeting.domain.sitting import Draft, Place

WELCOME, STORY = Place(step="welcome"), Place(step="story", field="past", cursor=7)
NOTHING = Draft(text="", cursor=0)


@pytest.fixture
def family(store: Store, every_key: tuple[Family, ...]) -> Family:
    """The first family, kept in ``store``."""
    store.take_in(every_key[:1])
    return every_key[0]


@pytest.fixture
def meeting(family: Family) -> str:
    return family.meetings[0].id


def test_nobody_has_sat_down_yet(store: Store, file: OpenFile, family: Family, meeting: str) -> None:
    assert store.interrupted() is None
    assert store.last_place(family.ref, meeting) is None
    assert not FamilyFinder(file).is_interrupted()


def test_a_sitting_that_was_cut_short_is_found_when_the_file_is_opened_again(
    store: Store,
    family: Family,
    meeting: str,
    place: Path,
    opened: Callable[[Path], OpenFile],
    ticking: Callable[[], datetime],
) -> None:
    sitting = store.begin_sitting(family.ref, meeting, "w1", WELCOME)
    store.move(sitting.id, STORY)
    store.close()
    file = opened(place)
    again = Store(file, ticking).interrupted()
    assert again is not None
    assert (again.id, again.family, again.meeting) == (sitting.id, family.ref, meeting)
    assert (again.keyboard, again.place) == ("w1", STORY)
    assert FamilyFinder(file).is_interrupted()


def test_a_sitting_that_was_left_is_not_interrupted(store: Store, family: Family, meeting: str) -> None:
    sitting = store.begin_sitting(family.ref, meeting, "w1", STORY)
    store.leave(sitting.id)
    assert store.interrupted() is None
    assert store.last_place(family.ref, meeting) == STORY


def test_only_the_newest_sitting_counts(store: Store, file: OpenFile, family: Family, meeting: str) -> None:
    store.begin_sitting(family.ref, meeting, "w1", WELCOME)
    newest = store.begin_sitting(family.ref, family.meetings[1].id, "w2", STORY)
    assert store.interrupted() == newest
    store.leave(newest.id)
    assert store.interrupted() is None
    assert not FamilyFinder(file).is_interrupted()


def test_the_last_place_is_that_of_the_same_meeting(store: Store, family: Family, meeting: str) -> None:
    store.begin_sitting(family.ref, meeting, "w1", STORY)
    store.begin_sitting(family.ref, family.meetings[1].id, "w1", WELCOME)
    assert store.last_place(family.ref, meeting) == STORY
    assert store.last_place("F-404", meeting) is None


def test_handing_over_the_keyboard_is_told_once(
    store: Store, file: OpenFile, family: Family, meeting: str
) -> None:
    sitting = store.begin_sitting(family.ref, meeting, "w1", WELCOME)
    store.move(sitting.id, STORY, keyboard="w2")
    store.move(sitting.id, WELCOME, keyboard="w2")
    interrupted = store.interrupted()
    assert interrupted is not None
    assert (interrupted.keyboard, interrupted.place) == ("w2", WELCOME)
    told = file.connection.execute("SELECT who, what FROM trail WHERE what LIKE '%keyboard%'").fetchall()
    assert told == [("w2", "took the keyboard")]


def test_a_draft_is_there_when_the_file_is_opened_again(
    store: Store, place: Path, opened: Callable[[Path], OpenFile], ticking: Callable[[], datetime]
) -> None:
    store.keep_draft("one place", Draft(text="Mum rings the G", cursor=4))
    store.keep_draft("one place", Draft(text="Mum rings the GP", cursor=16))
    store.keep_draft("another", Draft(text="x", cursor=1))
    store.close()
    again = Store(opened(place), ticking)
    assert again.draft("one place") == Draft(text="Mum rings the GP", cursor=16)
    assert again.draft("another") == Draft(text="x", cursor=1)
    assert again.draft("a third") == NOTHING


def test_an_empty_draft_is_let_go(store: Store, file: OpenFile) -> None:
    store.keep_draft("here", Draft(text="half", cursor=4))
    store.keep_draft("here", NOTHING)
    store.keep_draft("there", NOTHING)
    assert store.draft("here") == NOTHING
    assert file.connection.execute("SELECT count(*) FROM draft").fetchone() == (0,)


def test_a_draft_is_kept_with_the_place_of_the_keyboard(store: Store, family: Family, meeting: str) -> None:
    sitting = store.begin_sitting(family.ref, meeting, "w1", WELCOME)
    store.keep_draft("here", Draft(text="half", cursor=4), sitting.id, STORY)
    interrupted = store.interrupted()
    assert interrupted is not None
    assert interrupted.place == STORY


def test_the_draft_goes_with_the_change_that_finishes_it_and_only_then(store: Store, family: Family) -> None:
    store.keep_draft("here", Draft(text="half", cursor=4))
    store.keep_draft("there", Draft(text="other", cursor=5))
    store.apply(Change(family=family.ref, before=family.lines[0], after=None), who="w1", clear_draft="here")
    store.apply(Change(family=family.ref, before=None, after=family.lines[0]), who="w1", clear_draft="none")
    assert store.draft("here") == NOTHING
    assert store.draft("there").text == "other"


def test_half_typed_words_are_not_left_in_the_file_once_they_are_finished(
    store: Store, file: OpenFile
) -> None:
    store.keep_draft("here", Draft(text="Quillfeather rings", cursor=4))
    store.keep_draft("here", NOTHING)
    file.close()
    assert b"Quillfeather" not in file.path.read_bytes()


def test_whoever_had_the_keyboard_last_is_known_after_it_was_handed_over(
    store: Store, family: Family, meeting: str
) -> None:
    assert store.last_sitting(family.ref, meeting) is None
    sitting = store.begin_sitting(family.ref, meeting, "w1", STORY)
    store.move(sitting.id, STORY, "w2")
    store.leave(sitting.id)
    last = store.last_sitting(family.ref, meeting)
    assert last is not None
    assert last.keyboard == "w2"
