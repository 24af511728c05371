from dataclasses import fields, replace

from hypothesis import given, settings
from hypothesis import strategies as st
from made.pells import FAMILY, copy_for, meeting, paper, with_more

from eymeeting.domain.actions import Action, Update
from eymeeting.domain.entry import Entry, Level, Visibility
from eymeeting.domain.family import Family, in_order
from eymeeting.domain.meeting import (
    ChildWords,
    Contribution,
    Line,
    Priority,
    Safeguarding,
    Score,
)
from eymeeting.domain.panel import Known
from eymeeting.domain.problems import Refused

# Every text of a family holds a word of its own, so that whatever stands on a
# copy can be traced back. What may stand there is worked out anew below.

ADULTS = ("mum", "dad", "gran")
READERS = (*ADULTS, "ivy", "lead", "teacher", "officer", "adviser")
levels: st.SearchStrategy[Level] = st.sampled_from(["family", "named", "chair_and_agency", "safeguarding"])
readers = st.lists(st.sampled_from(READERS), max_size=3, unique=True).map(tuple)


@st.composite
def visibilities(draw: st.DrawFn) -> Visibility:
    level = draw(levels)
    return Visibility(level=level, to=draw(readers) if level == "named" else None)


@st.composite
def families(draw: st.DrawFn) -> Family:
    count = iter(range(10_000))

    def word() -> str:
        return f"zq{next(count)}x"

    places = st.sampled_from(["m1", "m2", "m3"])
    someone = st.sampled_from(READERS)
    maybe = st.one_of(st.none(), visibilities())
    entries: dict[str, list[Entry]] = {}
    for _ in range(draw(st.integers(3, 10))):
        at, by, to = draw(places), draw(someone), draw(visibilities())
        made: list[tuple[str, Entry]] = [
            (
                "lines",
                Line(id=word(), meeting=at, section="good_at", text=word(), by=by, visibility=draw(maybe)),
            ),
            ("lines", Line(id=word(), meeting=at, section="change", text=word(), visibility=draw(maybe))),
            (
                "contributions",
                Contribution(
                    id=word(),
                    meeting=at,
                    by=by,
                    visibility=to,
                    working=word(),
                    worry=word(),
                    text=word(),
                ),
            ),
            (
                "child_words",
                ChildWords(
                    id=word(),
                    meeting=at,
                    who="ivy",
                    words=word(),
                    how=word(),
                    visibility=to,
                    heard_by=by,
                ),
            ),
            (
                "scores",
                Score(
                    id=word(),
                    meeting=at,
                    area=word(),
                    person=draw(st.sampled_from(ADULTS)),
                    value=3,
                    note=word(),
                    visibility=draw(maybe),
                ),
            ),
            (
                "actions",
                Action(
                    id=word(),
                    meeting=at,
                    text=word(),
                    owner=by,
                    due=None,
                    area="home",
                    status="under_way",
                    visibility=to,
                    helpers=draw(readers),
                    how_we_will_know=word(),
                    child_words=word(),
                ),
            ),
            ("priorities", Priority(id=word(), meeting=at, area=word(), life_when=word())),
            (
                "safeguarding",
                Safeguarding(
                    id=word(),
                    meeting=at,
                    raised_by="teacher",
                    time=word(),
                    what=word(),
                    shared_with=word(),
                    agreement_asked=False,
                    why_not_asked=word(),
                    decided_by=word(),
                ),
            ),
            ("known", Known(id=word(), panel_item="pi", by="teacher", text=word(), visibility=to)),
        ]
        for name, entry in draw(st.lists(st.sampled_from(made), min_size=1, max_size=4, unique=True)):
            entries.setdefault(name, []).append(entry)
    apart = st.lists(st.sampled_from(["dad", "gran"]), max_size=2, unique=True).map(tuple)
    family = with_more(
        replace(FAMILY, meetings=tuple(meeting(number, apart=draw(apart)) for number in (1, 2, 3))),
        **{name: in_order(each) for name, each in entries.items()},
    )
    updates = tuple(
        Update(
            id=word(),
            action=each.id,
            status=draw(st.sampled_from(["under_way", "part_done", "done", "not_done", "handed_on"])),
            meeting=draw(places),
            note=word(),
            reason=word(),
            reassigned_to=draw(st.one_of(st.none(), someone)),
        )
        for each in family.actions
        if draw(st.booleans())
    )
    return replace(family, updates=updates)


def words_in(entry: Entry) -> set[str]:
    return {
        each
        for field in fields(entry)
        if field.name != "id"
        and isinstance(each := getattr(entry, field.name), str)
        and each.startswith("zq")
    }


def may_stand(family: Family, entry: Entry, reader: str) -> bool:
    visibility: Visibility | None = getattr(entry, "visibility", None)
    author = {"Score": "person", "ChildWords": "heard_by", "Action": "owner"}.get(type(entry).__name__, "by")
    authors = {getattr(entry, author, None)}
    named = set((visibility.to if visibility and visibility.level == "named" else None) or ())
    if isinstance(entry, Action):
        authors |= {
            each.reassigned_to for each in family.updates if each.action == entry.id and each.reassigned_to
        }
        named |= authors | set(entry.helpers or ())  # type: ignore[arg-type]
    place = next((each for each in family.meetings if each.id == getattr(entry, "meeting", None)), None)
    if place is not None and reader in (place.separate_from or ()) and reader not in named:
        return False
    if isinstance(entry, Safeguarding):
        return False
    level = visibility.level if visibility else "family"
    if level == "named":
        return reader in (visibility.to or ()) or reader in authors  # type: ignore[union-attr]
    return level == "family"


def may_be_told(family: Family, update: Update, reader: str) -> bool:
    """Of what is told of an action as much as of the action itself, unless it was told at a meeting kept apart."""
    action = next(each for each in family.actions if each.id == update.action)
    place = next(each for each in family.meetings if each.id == update.meeting)
    apart = reader in (place.separate_from or ()) and update.reassigned_to != reader
    return may_stand(family, action, reader) and not apart


@settings(max_examples=40, deadline=None)
@given(families(), st.sampled_from(ADULTS), st.sampled_from([None, 1, 2, 3]))
def test_no_word_of_what_a_reader_may_not_see_stands_on_their_copy(
    family: Family, reader: str, number: int | None
) -> None:
    try:
        copy = copy_for(reader, family, number)
    except Refused:
        return
    printed = paper(copy)
    collections = ("lines", "contributions", "child_words", "scores", "actions", "priorities", "safeguarding")
    for entry in (each for name in (*collections, "known") for each in getattr(family, name)):
        if not may_stand(family, entry, reader):
            assert not {word for word in words_in(entry) if word in printed.split()}
    for update in family.updates:
        if not may_be_told(family, update, reader):
            assert not {word for word in words_in(update) if word in printed.split()}


@settings(max_examples=20, deadline=None)
@given(families(), st.sampled_from(ADULTS))
def test_every_open_action_a_reader_may_see_stands_on_their_copy_once(family: Family, reader: str) -> None:
    try:
        copy = copy_for(reader, family)
    except Refused:
        return
    done = {
        each.action for each in family.updates if each.status == "done" and may_be_told(family, each, reader)
    }
    theirs = sorted(
        each.text for each in family.actions if each.id not in done and may_stand(family, each, reader)
    )
    assert sorted(each.what for each in copy.actions) == theirs
