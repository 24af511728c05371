from __future__ import annotations

from dataclasses import replace

import pytest
from made.pells import FAMILY, PACK, TODAY, action

from eymeeting.domain.at_the_keyboard import may_open, who_may_type
from eymeeting.domain.contact import Contact
from eymeeting.domain.entry import FOR_THE_FAMILY, Entry, Visibility
from eymeeting.domain.people import Worker

CALL = Contact(id="c", on=TODAY, by="teacher", how="call", text="she is worried")


def opens(entry: Entry, keyboard: str) -> bool:
    return may_open(FAMILY, entry, keyboard, today=TODAY, pack=PACK)


def test_nobody_who_interprets_or_has_moved_on_sits_at_the_keyboard() -> None:
    more = (
        Worker(id="i1", name="Mai Tran", role="Vietnamese interpreter", agency="Talk"),
        Worker(id="i2", name="Wanda", role="Volunteer", agency="Talk", interpreter=True),
        Worker(id="old", name="Una", role="Teacher", agency="School", active=False),
    )
    family = replace(FAMILY, workers=(*FAMILY.workers, *more))
    assert [worker.id for worker in who_may_type(family)] == ["lead", "teacher", "officer", "adviser"]


@pytest.mark.parametrize(
    ("keyboard", "may"), [("teacher", True), ("lead", True), ("officer", False), ("", False)]
)
def test_a_call_opens_for_whoever_made_it_and_for_the_chair(keyboard: str, may: bool) -> None:
    assert opens(CALL, keyboard) is may


def test_a_call_for_everyone_opens_for_everyone() -> None:
    assert opens(replace(CALL, visibility=FOR_THE_FAMILY), "")


def test_an_action_for_some_alone_opens_for_those_it_names() -> None:
    private = action("Ask about the course", "mum", visibility=Visibility(level="named", to=("officer",)))
    assert opens(private, "officer")
    assert not opens(private, "teacher")
    assert opens(action("Ring", "mum"), "")
