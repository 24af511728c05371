from __future__ import annotations

import shutil
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from made.runs import fullest, runs

from db.file import OpenFile, open_file
from db.store import NotSaved, Store
from eymeeting.domain.family import Change, Family
from eymeeting.domain.meeting import Line, Score
from eymeeting.domain.people import FamilyDetails
from eymeeting.domain.problems import NotFound
from eymeeting.domain.sitting import Draft

SECRET = "Quillfeather"
NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)


@contextmanager
def copied(filled: Path) -> Iterator[Store]:
    with TemporaryDirectory() as folder:
        store = Store(open_file(Path(shutil.copy(filled, folder)), {}), lambda: NOW)
        try:
            yield store
        finally:
            store.close()


@settings(
    max_examples=12,
    deadline=None,
    database=None,
    phases=(Phase.generate,),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(st.data())
def test_any_run_of_changes_followed_by_its_undos_restores_the_start(
    filled: Path, every_key: tuple[Family, ...], data: st.DataObject
) -> None:
    start = fullest(every_key)
    run = data.draw(runs(start))
    with copied(filled) as store:
        family = start
        for change in run:
            store.apply(change, who="w1")
            family = family.after(change)
            assert store.family(start.ref) == family
        for change in reversed(run):
            store.apply(change.undone(), who="w1")
            family = family.after(change.undone())
            assert store.family(start.ref) == family
        assert family == start
        assert [store.family(other.ref) for other in every_key] == list(every_key)
        assert store.broken_trail() is None


@pytest.fixture
def family(store: Store, every_key: tuple[Family, ...]) -> Family:
    """The first family, kept in ``store``."""
    store.take_in(every_key[:1])
    return every_key[0]


def new_line(family: Family, text: str = "a new line", id: str = "new") -> Change:  # noqa: A002
    line = Line(
        id=id, position=family.next_position(Line), meeting=family.meetings[0].id, section="past", text=text
    )
    return Change(family=family.ref, before=None, after=line)


def test_a_change_is_there_when_the_file_is_opened_again(store: Store, family: Family, place: Path) -> None:
    store.apply(new_line(family), who="w1")
    store.close()
    again = Store(open_file(place, {}), lambda: NOW)
    try:
        assert again.family(family.ref) == family.after(new_line(family))
    finally:
        again.close()


def test_a_change_made_twice_stands_once(store: Store, family: Family) -> None:
    for _ in range(2):
        store.apply(new_line(family), who="w1")
    assert store.family(family.ref) == family.after(new_line(family))


def test_several_changes_are_made_all_or_none(store: Store, family: Family, file: OpenFile) -> None:
    wrong = replace(family.scores[0], value=99)
    told = file.connection.execute("SELECT count(*) FROM trail").fetchone()
    with pytest.raises(NotSaved, match=r"does not fit .* not saved\. Nothing else changed"):
        store.apply(
            new_line(family), Change(family=family.ref, before=family.scores[0], after=wrong), who="w1"
        )
    assert store.family(family.ref) == family
    assert file.connection.execute("SELECT count(*) FROM trail").fetchone() == told
    store.apply(new_line(family), who="w1")
    assert store.family(family.ref) == family.after(new_line(family))


def test_a_meeting_is_not_taken_from_under_what_was_said_in_it(store: Store, family: Family) -> None:
    gone = Change(family=family.ref, before=family.meetings[0], after=None)
    with pytest.raises(NotSaved):
        store.apply(gone, who="w1")
    assert store.family(family.ref) == family
    store.apply(new_line(family), who="w1")


@pytest.mark.parametrize("text", ["half \ud83d", "\udc00"])
def test_words_that_no_file_can_hold_are_not_saved_and_said_so(
    text: str, store: Store, family: Family
) -> None:
    with pytest.raises(NotSaved, match="What was saved before is safe"):
        store.apply(new_line(family, text), who="w1")
    with pytest.raises(NotSaved, match="What was saved before is safe"):
        store.keep_draft("a place", Draft(text=text, cursor=0))
    assert store.family(family.ref) == family


def test_a_number_too_long_is_not_saved_and_said_so(store: Store, family: Family) -> None:
    wrong = replace(family.meetings[0], planned_minutes=2**70)
    with pytest.raises(NotSaved):
        store.apply(Change(family=family.ref, before=family.meetings[0], after=wrong), who="w1")
    assert store.family(family.ref) == family


def test_a_sentence_about_what_is_not_saved_holds_none_of_its_words(store: Store, family: Family) -> None:
    wrong = Score(id="new", meeting="nowhere", area=SECRET, person=SECRET, value=4)
    with pytest.raises(NotSaved) as caught:
        store.apply(Change(family=family.ref, before=None, after=wrong), who="w1")
    assert SECRET not in "".join(traceback.format_exception(caught.value))


def test_a_family_that_is_not_there_is_told(store: Store) -> None:
    with pytest.raises(NotFound, match="There is no family F-404"):
        store.family("F-404")


def test_a_new_family_comes_after_those_that_are_there(store: Store, every_key: tuple[Family, ...]) -> None:
    store.take_in(every_key)
    added = FamilyDetails(id="A-NEW", family_name="Quillfeather")
    store.apply(Change(family="A-NEW", before=None, after=added), who="w1")
    renamed = replace(added, chosen_name="Team Q")
    store.apply(Change(family="A-NEW", before=added, after=renamed), who="w1")
    assert store.refs() == (*(family.ref for family in every_key), "A-NEW")
    assert replace(store.family("A-NEW").details, position=0) == renamed


def test_a_change_of_one_family_leaves_every_other_alone(store: Store, every_key: tuple[Family, ...]) -> None:
    first, *others = every_key
    store.take_in(every_key)
    for line in first.lines:
        store.apply(Change(family=first.ref, before=line, after=None), who="w1")
    assert store.family(first.ref).lines == ()
    assert [store.family(other.ref) for other in others] == others
