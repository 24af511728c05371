from __future__ import annotations

import shutil
import traceback
import types
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import is_dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal, Union, cast, get_args, get_origin, get_type_hints

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from db.file import OpenFile, open_file
from db.store import NotSaved, Store
from eymeeting.domain.actions import Action
from eymeeting.domain.entry import Entry
from eymeeting.domain.family import KEPT_IN, Change, Family
from eymeeting.domain.meeting import Line, Score
from eymeeting.domain.people import FamilyDetails, SafeContact
from eymeeting.domain.problems import NotFound
from eymeeting.domain.sitting import Draft

SECRET = "Quillfeather"
NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
PARENTS = {"meeting": "meetings", "panel_item": "panel_items", "agreement": "agreements", "action": "actions"}
KINDS: list[type[Entry]] = [FamilyDetails, *KEPT_IN]
PLAIN: dict[Any, SearchStrategy[Any]] = {
    str: st.text(max_size=6),
    int: st.integers(1, 4),
    bool: st.booleans(),
    float: st.floats(0, 1000),
    date: st.dates(),
    type(None): st.none(),
}


def of(hint: Any) -> SearchStrategy[Any]:
    """Every value of a type, within the bounds that all numbers here have in common."""
    if get_origin(hint) in (Union, types.UnionType):
        return st.one_of([of(option) for option in get_args(hint)])
    if get_origin(hint) is Literal:
        return st.sampled_from(get_args(hint))
    if get_origin(hint) is tuple:
        return st.lists(of(get_args(hint)[0]), max_size=2).map(tuple)
    if is_dataclass(hint):
        return st.builds(
            cast("type[Any]", hint), **{name: of(inner) for name, inner in get_type_hints(hint).items()}
        )
    return PLAIN[hint]


def entries(kind: type[Entry], family: Family) -> SearchStrategy[Entry]:
    """Entries of a kind, some with the id of one that is there, all under parents that stay."""
    known = {name: of(hint) for name, hint in get_type_hints(kind).items()}
    there = [entry.id for entry in getattr(family, KEPT_IN[kind])]
    known["id"] = st.sampled_from(["x1", "x2", *there[:2]])
    for name, collection in PARENTS.items():
        if name in known:
            known[name] = st.sampled_from([entry.id for entry in getattr(family, collection)])
    if kind is Action:
        known["panel_item"] = st.none()
    return st.builds(kind, **known)


def details(family: Family) -> SearchStrategy[FamilyDetails]:
    known = {name: of(hint) for name, hint in get_type_hints(FamilyDetails).items()}
    known |= {"id": st.just(family.ref), "position": st.just(family.details.position)}
    known["safe_contact"] = st.none() | of(SafeContact).filter(lambda safe: safe != SafeContact())
    return st.builds(FamilyDetails, **known)


@st.composite
def runs(draw: st.DrawFn, start: Family) -> list[Change]:
    """A run of changes, each of the family as the ones before have left it."""
    family, made = start, list[Change]()
    stay = {entry.id for name in PARENTS.values() for entry in getattr(start, name)}
    for kind in draw(st.lists(st.sampled_from(KINDS), min_size=1, max_size=8)):
        if kind is FamilyDetails:
            made.append(Change(family=start.ref, before=family.details, after=draw(details(start))))
        else:
            wish = draw(entries(kind, start))
            before = next((each for each in getattr(family, KEPT_IN[kind]) if each.id == wish.id), None)
            goes = before is not None and wish.id not in stay and draw(st.booleans())
            made.append(Change(family=start.ref, before=before, after=None if goes else wish))
        family = family.after(made[-1])
    return made


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
    start = next(family for family in every_key if all(getattr(family, name) for name in PARENTS.values()))
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
