from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made.pells import FAMILY, PACK, action, score, with_more

from eymeeting.domain.actions import Action, Update
from eymeeting.domain.change_words import done_words
from eymeeting.domain.entry import FOR_THE_FAMILY, Entry, Visibility
from eymeeting.domain.family import KEPT_IN, Change, Family
from eymeeting.domain.field_words import FIELD_WORDS
from eymeeting.domain.meeting import Closure, Meeting, NextMeeting, Priority
from eymeeting.domain.people import FamilyDetails, Household, Person, Worker
from eymeeting.domain.sight import is_open_in_the_room

SECRET = "Sentinel Lane"
TOLD_BY_NAME = {"first_name", "preferred_name", "name", "text", "household"}
"""Fields that the sentence may name where the entry is open: what somebody or something is called in the room."""


def words(before: Entry | None, after: Entry | None, family: Family = FAMILY) -> str:
    return done_words((Change(family=family.ref, before=before, after=after),), family, PACK)


def mum(**known: Any) -> Person:
    found = FAMILY.person("mum")
    assert found is not None
    return replace(found, **known)


def kinds_of_fields(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def filled(kind: type, text: str) -> Any:
    """One of a kind with every field filled in, every text the same."""
    return kind(**{field.name: value(kinds_of_fields(kind)[field.name], text) for field in fields(kind)})


def value(kind: Any, text: str) -> Any:
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        return value(next(each for each in get_args(kind) if each is not type(None)), text)
    if origin is Literal:
        return get_args(kind)[0]
    if origin is tuple:
        return (value(get_args(kind)[0], text),)
    plain: dict[Any, Any] = {str: text, int: 3, float: 3.0, bool: True, date: date(2026, 3, 2)}
    return plain[kind] if kind in plain else filled(kind, text)


@pytest.mark.parametrize("kind", [FamilyDetails, *KEPT_IN])
def test_every_kind_of_thing_that_is_kept_has_words(kind: type[Entry]) -> None:
    entry = filled(kind, "w")
    assert words(None, entry)
    assert words(entry, None)
    assert words(entry, replace(entry, position=9))


def test_a_score_that_was_asked_alone_is_never_told_not_even_one_that_is_for_everyone() -> None:
    alone = next(area.id for area in PACK.areas if area.ask_alone)
    open_to_all = replace(score("mum", 2, area=alone), visibility=FOR_THE_FAMILY)
    assert words(None, open_to_all) == words(open_to_all, None) == "something that is not for everyone"


@pytest.mark.parametrize("kind", FIELD_WORDS)
def test_every_part_that_can_be_changed_has_words(kind: type[Entry]) -> None:
    named = {each.name for each in fields(kind)} - {"id", "position", "kept_empty", "next_meeting"}
    assert set(FIELD_WORDS[kind]) == named


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (mum(), mum(phone="01632 960999"), "Rosa's telephone number"),
        (mum(), mum(phone="01632 960999", email="r@example.org"), "Rosa's telephone number and Rosa's email"),
        (mum(), mum(dob=date(1994, 1, 1), dob_estimated=True), "Rosa's birthday"),
        (mum(), mum(hidden_from=("dad",)), "how Rosa can be reached"),
        (mum(), mum(parental_responsibility=None), "whether Rosa has parental responsibility"),
        (mum(), mum(phone="1", email="2", gp="3", school="4"), "Rosa"),
        (mum(), None, "Rosa"),
        (FAMILY.details, replace(FAMILY.details, came_from="School"), "where the family came from"),
        (FAMILY.workers[0], replace(FAMILY.workers[0], role="SENCO"), "Ann Bell's job"),
        (FAMILY.households[0], replace(FAMILY.households[0], postcode="ZZ1"), "the postcode of home A"),
        (
            FAMILY.meetings[0],
            replace(FAMILY.meetings[0], venue="Hall", start="11:00"),
            "when the meeting begins and the place of the meeting",
        ),
        (
            action("Ring", "mum"),
            action("Ring", "dad", due=date(2026, 5, 1)),
            "who does “Ring” and by when “Ring” is done",
        ),
    ],
)
def test_the_part_that_was_changed_is_named(before: Entry, after: Entry | None, said: str) -> None:
    assert words(before, after) == said


def test_the_day_of_the_next_meeting_is_named_apart_from_its_place() -> None:
    planned = replace(FAMILY.meetings[0], next_meeting=NextMeeting(on=date(2026, 4, 1), time="10:00"))
    coming = planned.next_meeting
    assert coming is not None
    assert words(FAMILY.meetings[0], planned) == "the day of the next meeting"
    moved = replace(planned, next_meeting=replace(coming, on=date(2026, 4, 8), place="Hall"))
    assert words(planned, moved) == "the day of the next meeting and the place of the next meeting"


def test_an_address_kept_from_somebody_is_only_an_address() -> None:
    home = FAMILY.households[0]
    kept = replace(home, household="Refuge", hidden_from=("dad",))
    assert words(home, kept) == words(kept, home) == words(kept, replace(kept, postcode="")) == "an address"


def test_what_was_or_becomes_private_is_not_named() -> None:
    shut = action("Ring the solicitor", "mum", visibility=Visibility(level="named", to=("mum",)))
    freed = replace(shut, visibility=FOR_THE_FAMILY)
    private = "something that is not for everyone"
    assert words(shut, freed) == words(freed, shut) == words(None, shut) == private


def test_news_of_a_private_action_does_not_name_it() -> None:
    shut = action("Ring the solicitor", "mum", visibility=Visibility(level="safeguarding"))
    news = Update(id="u1", action=shut.id, status="done")
    assert words(None, news, with_more(FAMILY, actions=(shut,))) == "something that is not for everyone"
    open_to_all = replace(shut, visibility=FOR_THE_FAMILY)
    told = words(None, news, with_more(FAMILY, actions=(open_to_all,)))
    assert told == "the news of “Ring the solicitor”"


def test_an_area_asked_alone_is_never_named() -> None:
    alone = next(area.id for area in PACK.areas if area.ask_alone)
    assert words(None, score("mum", 3, alone)) == "something that is not for everyone"
    assert words(None, Priority(id="p", meeting="m1", area=alone)) == "the choice of an area"


def test_several_things_are_told_once_each() -> None:
    changes = [
        Change(family=FAMILY.ref, before=None, after=each)
        for each in (score("mum", 3), score("dad", 4), score("mum", 3))
    ]
    assert done_words(changes, FAMILY, PACK) == "Rosa's score for Our home and Leo's score for Our home"


OPEN_VALUES = st.sampled_from(sorted(KEPT_IN, key=lambda kind: kind.__name__))
SHUT = [
    Visibility(level="named", to=("mum",)),
    Visibility(level="chair_and_agency"),
    Visibility(level="safeguarding"),
]


@settings(max_examples=40)
@given(OPEN_VALUES, st.sampled_from(SHUT), st.sampled_from(["added", "taken away", "changed"]))
def test_no_value_of_anything_restricted_is_ever_in_the_sentence(
    kind: type[Entry], level: Visibility, done: str
) -> None:
    entry = filled(kind, SECRET)
    if hasattr(entry, "visibility"):
        entry = replace(entry, visibility=level)
    family = with_more(FAMILY, **{KEPT_IN[kind]: (entry,)})
    changed = replace(entry, position=4)
    before, after = {"added": (None, entry), "taken away": (entry, None), "changed": (entry, changed)}[done]
    if isinstance(entry, Household) or not is_open_in_the_room(family, entry, pack=PACK):
        assert SECRET not in words(before, after, family)


@settings(max_examples=30)
@given(st.sampled_from(list(FIELD_WORDS)), st.data())
def test_a_changed_part_is_named_without_its_value(kind: type[Entry], data: st.DataObject) -> None:
    before = filled(kind, "w")
    if isinstance(before, Action):
        before = replace(before, visibility=FOR_THE_FAMILY)
    hints = {name: value(hint, SECRET) for name, hint in kinds_of_fields(kind).items()}
    field = data.draw(st.sampled_from(sorted(hints.keys() - {"id", "position", "kept_empty"} - TOLD_BY_NAME)))
    after = replace(before, **{field: hints[field]})
    assert SECRET not in words(before, after)
    assert SECRET not in words(after, before)


def test_the_words_are_of_kinds_that_have_them() -> None:
    assert set(FIELD_WORDS) == {FamilyDetails, Household, Person, Worker, Meeting, Closure, Action}
