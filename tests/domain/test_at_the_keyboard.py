from __future__ import annotations

from dataclasses import replace

import pytest
from made.pells import FAMILY, FIRST, PACK, TODAY, action, agreed, attended, meeting, said, score, with_more

from eymeeting.domain.actions import Update
from eymeeting.domain.agreement import Sharing
from eymeeting.domain.at_the_keyboard import may_open, offered_the_keyboard, who_may_type
from eymeeting.domain.contact import Contact
from eymeeting.domain.entry import FOR_THE_FAMILY, Entry, Visibility
from eymeeting.domain.meeting import (
    ChildWords,
    Contribution,
    Copy,
    Correction,
    Heard,
    Invitation,
    LeftOpen,
    Safeguarding,
    StepTime,
)
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


def test_whose_service_was_refused_is_not_offered_the_keyboard_unless_they_chair_or_already_write() -> None:
    agreement, answers = agreed("mum", Centre="no", Housing="no", School="yes")
    family = replace(FAMILY, agreements=(agreement,), answers=answers)
    assert [each.id for each in offered_the_keyboard(family, TODAY)] == ["lead", "teacher", "adviser"]
    alone = replace(family, workers=tuple(each for each in family.workers if each.id == "officer"))
    assert offered_the_keyboard(alone, TODAY) == ()
    writes = replace(meeting(3, outcome=None), recorder="officer")
    assert [each.id for each in offered_the_keyboard(replace(alone, meetings=(writes,)), TODAY)] == [
        "officer"
    ]


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


NAMED = Visibility(level="named", to=("teacher",))
SERVICE = Visibility(level="chair_and_agency")
INSIDE = Visibility(level="safeguarding")
WORDS = ChildWords(
    id="w", meeting="m1", who="ivy", words="my bed", how="drawing", visibility=NAMED, heard_by="teacher"
)
VIEW = Contribution(id="v", meeting="m1", by="teacher", visibility=NAMED, worry="tired")
NOTE = Safeguarding(
    id="n",
    meeting="m1",
    raised_by="teacher",
    time="10:40",
    what="hit",
    shared_with="",
    agreement_asked=False,
    why_not_asked="",
    decided_by="",
)
LINE = said("present", "tired", by="teacher")
DECISION = Sharing(id="d", on=FIRST, what="told", shared=True, meeting="m1", decided_by="Di Eames")
FORTUNE = action("Ask about the course", "mum", visibility=NAMED)
ROOM = with_more(
    replace(
        FAMILY,
        meetings=(
            replace(FAMILY.meetings[0], recorder="officer", lead_professional="helper"),
            replace(meeting(2), chair="adviser", recorder="lead"),
        ),
    ),
    workers=(Worker(id="helper", name="Jo Lyle", role="Support worker", agency="Hub"),),
    attendance=tuple(attended(who) for who in ("mum", "lead", "teacher", "officer", "helper")),
    actions=(FORTUNE,),
)
"""Chaired by “lead”, “officer” records, “teacher” wrote it, “helper” leads, “adviser” chairs another meeting."""

AT_THE_KEYBOARD = ("lead", "teacher", "officer", "helper", "adviser", "nobody on the plan", "")
WROTE, THE_CHAIR = {"teacher"}, {"lead"}


@pytest.mark.parametrize(
    ("entry", "may"),
    [
        (replace(LINE, visibility=NAMED), WROTE),
        (replace(LINE, visibility=SERVICE), WROTE | THE_CHAIR),
        (replace(LINE, visibility=INSIDE), WROTE | THE_CHAIR),
        (VIEW, WROTE),
        (replace(VIEW, visibility=SERVICE), WROTE | THE_CHAIR),
        (replace(VIEW, visibility=INSIDE), WROTE | THE_CHAIR),
        (WORDS, WROTE),
        (replace(WORDS, visibility=SERVICE), WROTE | THE_CHAIR),
        (replace(WORDS, visibility=INSIDE), WROTE | THE_CHAIR),
        (FORTUNE, WROTE),
        (replace(FORTUNE, visibility=SERVICE), THE_CHAIR),
        (replace(FORTUNE, visibility=INSIDE), THE_CHAIR),
        (Update(id="u", action=FORTUNE.id, status="under_way", meeting="m1", note="it is on"), WROTE),
        (replace(score("mum", 2, "safety"), asked_by="teacher"), WROTE),
        (replace(score("mum", 2), visibility=NAMED), WROTE),
        (replace(score("mum", 2), visibility=SERVICE), THE_CHAIR),
        (replace(score("mum", 2), visibility=INSIDE), THE_CHAIR),
        (replace(CALL, visibility=NAMED), WROTE),
        (CALL, WROTE | {"adviser"}),
        (replace(CALL, on=FIRST), WROTE | THE_CHAIR),
        (NOTE, WROTE | THE_CHAIR),
        (DECISION, WROTE | THE_CHAIR),
        (replace(DECISION, decided_by=None), THE_CHAIR),
        (attended("dad", "not_invited"), THE_CHAIR),
        (Heard(id="h", meeting="m1", who="ivy", how="not_heard"), THE_CHAIR),
        (LeftOpen(id="o", meeting="m1", what="lead", reason="too much"), THE_CHAIR),
        (Correction(id="k", meeting="m1", on=TODAY, by="officer", what="a line"), THE_CHAIR),
        (Invitation(id="i", meeting="m1", who="dad"), THE_CHAIR),
        (StepTime(id="t", meeting="m1", step="welcome", seconds=60), THE_CHAIR),
        (Copy(id="c", meeting="m1", to="mum", how="given"), THE_CHAIR),
        (replace(LINE, not_for=("officer",)), WROTE | THE_CHAIR),
    ],
    ids=lambda each: type(each).__name__ if isinstance(each, Entry) else "",
)
def test_whoever_has_the_keyboard_opens_what_is_theirs_and_nothing_else_of_the_room(
    entry: Entry, may: set[str]
) -> None:
    found = {who for who in AT_THE_KEYBOARD if may_open(ROOM, entry, who, today=TODAY, pack=PACK)}
    assert found == may
