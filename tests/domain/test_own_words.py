from __future__ import annotations

from dataclasses import fields
from datetime import date

import pytest

from eymeeting.domain.actions import Action
from eymeeting.domain.entry import FOR_THE_FAMILY, Entry
from eymeeting.domain.meeting import (
    Attendance,
    ChildWords,
    Contribution,
    LeadAgreement,
    Line,
    Priority,
    Score,
)
from eymeeting.domain.own_words import TYPED, own_words
from eymeeting.domain.people import Worker

TODAY = date(2026, 11, 22)
SAID: list[tuple[Entry, str]] = [
    (Line(id="l", meeting="m", section="past", text="We moved."), "We moved."),
    (
        ChildWords(
            id="c", meeting="m", who="c1", words="It is cold.", how="drawing", visibility=FOR_THE_FAMILY
        ),
        "It is cold.",
    ),
    (
        Contribution(
            id="w", meeting="m", by="w1", visibility=FOR_THE_FAMILY, working="Speech", can_offer="A visit"
        ),
        "Speech\nA visit",
    ),
    (
        LeadAgreement(id="a", worker="w1", since=TODAY, text="Ring me.", handover="All of it."),
        "Ring me.\nAll of it.",
    ),
    (
        Action(
            id="d",
            text="Ring the landlord",
            owner="p1",
            due=None,
            area="home",
            status="not_started",
            visibility=FOR_THE_FAMILY,
            child_words="A man mends the wall.",
        ),
        "A man mends the wall.",
    ),
    (Score(id="s", meeting="m", area="home", person="p1", value=3, note="The damp."), "The damp."),
    (Priority(id="p", meeting="m", area="home", life_when="It is dry."), "It is dry."),
    (Worker(id="w1", name="Ann", role="Nurse", agency="Health", phone="01632 960 1"), "01632 960 1"),
    (Attendance(id="h", meeting="m", who="p1", status="present"), ""),
]


@pytest.mark.parametrize(("entry", "words"), SAID, ids=lambda each: type(each).__name__)
def test_the_words_that_are_typed_into_an_entry_are_all_that_is_rescued_of_it(
    entry: Entry, words: str
) -> None:
    assert own_words(entry) == words


def test_every_field_that_is_typed_in_is_one_of_the_entry() -> None:
    for kind, typed in TYPED.items():
        assert set(typed) <= {each.name for each in fields(kind)}
