from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made.pells import FAMILY, PACK, TODAY, action, attended, meeting, said, score, with_more

from eymeeting.domain.actions import Update
from eymeeting.domain.agreement import Sharing
from eymeeting.domain.contact import Contact
from eymeeting.domain.entry import Entry, Visibility
from eymeeting.domain.family import KEPT_IN, Family
from eymeeting.domain.meeting import Copy, Correction, Safeguarding, StepTime
from eymeeting.domain.people import Household
from eymeeting.domain.trail_marks import SatDown, TrailMark
from eymeeting.domain.trail_told import trail_lines
from eymeeting.domain.trail_words import (
    GONE,
    NOUNS,
    PRIVATE,
    TrailLine,
    findable,
    fits,
    heading,
    line_in_words,
    noun_of,
)

NOON = datetime(2026, 6, 1, 12, 0, tzinfo=UTC)
FOR_TWO = Visibility(level="named", to=("officer",))
SCORE = score("mum", 4)
LINE = said("past", "QUILLFEATHER")
PRIVATE_ACTION = action("Ask about the course", "mum", visibility=FOR_TWO)
WORRY = Safeguarding(
    id="worry",
    meeting="m1",
    raised_by="teacher",
    time="10:20",
    what="QUILLFEATHER",
    shared_with="social care",
    agreement_asked=False,
    why_not_asked="it was not safe",
    decided_by="teacher",
)
CALL = Contact(id="call", on=TODAY, by="teacher", how="call", text="QUILLFEATHER")
COPY = Copy(id="copy", meeting="m1", to="mum", how="made", file_name="plan.docx")
CORRECTION = Correction(id="right", meeting="m1", on=TODAY, by="lead", what="QUILLFEATHER", about=SCORE.id)
NEWS = Update(id="news", action=PRIVATE_ACTION.id, meeting="m1", status="done", note="QUILLFEATHER")
ALL = with_more(
    scores=(SCORE,),
    lines=(LINE,),
    actions=(PRIVATE_ACTION,),
    safeguarding=(WORRY,),
    contacts=(CALL,),
    copies=(COPY,),
    corrections=(CORRECTION,),
    updates=(NEWS,),
    attendance=(attended("mum"),),
    step_times=(StepTime(id="time", meeting="m1", step="story", seconds=60),),
)


def mark(what: str, entry: Entry | None = None, who: str = "lead", ago: int = 0, **more: bool) -> TrailMark:
    kind = "" if entry is None else type(entry).__name__
    key = "" if entry is None else entry.id
    at = NOON - timedelta(minutes=ago)
    return TrailMark(number=1, at=at, who=who, what=what, kind=kind, entry=key, **more)


def read(
    *marks: TrailMark, keyboard: str = "lead", family: Family = ALL, sittings: tuple[SatDown, ...] = ()
) -> list[TrailLine]:
    return list(trail_lines(family, marks, sittings, keyboard=keyboard, today=TODAY, pack=PACK))


def words(*marks: TrailMark, keyboard: str = "lead", family: Family = ALL) -> list[str]:
    return [line.words for line in read(*marks, keyboard=keyboard, family=family)]


def test_a_line_says_when_who_and_which_kind_of_thing() -> None:
    (line,) = read(mark("added", SCORE))
    assert line_in_words(line, TODAY) == "1 June, 12:00: Ann Bell added a score (meeting 1)"
    assert line_in_words(line, TODAY.replace(year=2027)).startswith("1 June 2026, 12:00: ")
    assert heading(line) == "Monday 1 June 2026 · Between meetings"


def test_copies_made_and_given_corrections_and_files_are_told() -> None:
    assert words(
        mark("changed", COPY),
        mark("added", COPY),
        mark("added", CORRECTION),
        mark("removed", LINE),
        mark("replaced", who="import"),
        mark("imported", who="import"),
    ) == [
        "Ann Bell noted how a copy for Rosa was given (meeting 1)",
        "Ann Bell made a copy for Rosa (meeting 1)",
        "Ann Bell put something right (meeting 1)",
        "Ann Bell took out a line of what was said (meeting 1)",
        "This family was put in place of what was here, from a file",
        "This family was brought in from a file",
    ]


def test_a_stay_in_a_text_field_is_told_once_also_when_it_was_cut_short() -> None:
    ended = mark("ended writing", LINE, was_there=True, is_there=True)
    began = mark("began writing", LINE, was_there=True)
    (one,) = read(ended, began)
    assert one.did == "changed a line of what was said"
    assert [line.times for line in read(began)] == [1]
    assert words(replace(ended, is_same=True), began) == []
    (new,) = read(mark("ended writing", LINE, is_there=True), mark("began writing"))
    assert new.did == "added a line of what was said"


def test_the_same_done_again_within_a_minute_is_one_line() -> None:
    assert words(mark("added", SCORE), mark("added", SCORE), mark("added", SCORE, ago=1)) == [
        "Ann Bell added a score (meeting 1, 2 times)",
        "Ann Bell added a score (meeting 1)",
    ]


@pytest.mark.parametrize(
    ("entry", "readers"),
    [
        (PRIVATE_ACTION, {"officer"}),
        (NEWS, {"officer"}),
        (WORRY, {"lead", "teacher"}),
        (CALL, {"lead", "teacher"}),
    ],
)
def test_what_is_not_for_everyone_has_no_line_for_those_who_may_not_open_it(
    entry: Entry, readers: set[str]
) -> None:
    for worker in FAMILY.workers:
        told = [line.did for line in read(mark("added", entry, who="lead"), keyboard=worker.id)]
        assert told == ([f"added {PRIVATE}"] if worker.id in readers else []), worker.id


def test_a_home_that_is_kept_from_somebody_has_no_line_for_them() -> None:
    home = Household(id="h2", household="B", lines=(), postcode="", hidden_from=("officer",))
    family = with_more(households=(home,))
    assert words(mark("changed", home), family=family) == ["Ann Bell changed an address"]
    assert words(mark("changed", home), family=family, keyboard="officer") == []


def test_nothing_of_a_meeting_is_told_to_somebody_it_was_kept_apart_from() -> None:
    family = replace(ALL, meetings=(meeting(1, apart=("officer",)),))
    sittings = (SatDown(meeting="m1", began=NOON, was_left=True),)
    marks = (mark("stood up"), mark("added", SCORE), mark("added", COPY), mark("sat down", ago=5))
    assert read(*marks, family=family, keyboard="officer", sittings=sittings) == []
    assert len(read(*marks, family=family, keyboard="lead", sittings=sittings)) == 4


def test_what_is_gone_is_told_only_where_it_can_have_been_for_nobody_alone() -> None:
    family = replace(ALL, scores=(), answers=())
    answer = FAMILY.answers[0]
    assert words(mark("removed", SCORE), mark("added", SCORE, ago=1), family=family) == [
        "Ann Bell took something out",
        f"Ann Bell added {GONE}",
    ]
    assert words(mark("removed", SCORE), family=family, keyboard="teacher") == []
    assert words(mark("removed", SCORE, who=""), family=family, keyboard="") == []
    assert words(mark("removed", answer), family=family, keyboard="teacher") == [
        "Ann Bell took out an answer about sharing"
    ]


def test_a_decision_about_sharing_that_is_gone_has_no_line_for_those_who_could_not_open_it() -> None:
    decision = Sharing(
        id="told", on=TODAY, what="QUILLFEATHER", shared=True, meeting="m1", decided_by="officer"
    )
    kept = with_more(sharings=(decision,))
    assert words(mark("added", decision), family=kept) == [f"Ann Bell added {PRIVATE} (meeting 1)"]
    assert words(mark("added", decision), family=kept, keyboard="teacher") == []
    assert words(mark("removed", decision), keyboard="teacher") == []
    assert words(mark("removed", decision)) == ["Ann Bell took something out"]


def test_lines_stand_under_their_sitting_and_name_only_another_meeting() -> None:
    family = replace(ALL, meetings=(meeting(1), meeting(2)))
    began = NOON - timedelta(minutes=30)
    sittings = (
        SatDown(meeting="m2", began=began, was_left=True),
        SatDown(meeting="m1", began=began - timedelta(days=91), was_left=False),
    )
    lines = read(
        mark("changed", SCORE),
        mark("stood up", ago=1),
        mark("took the keyboard", who="teacher", ago=2),
        mark("changed", SCORE, ago=3),
        mark("sat down", ago=30),
        mark("added", SCORE, ago=31),
        mark("sat down", ago=40),
        mark("imported", who="import", ago=50),
        mark("sat down", ago=60),
        family=family,
        sittings=sittings,
    )
    second = f"Meeting 2, {PACK_NAME}, from 11:30"
    assert [(line.sitting, line.words) for line in lines] == [
        ("", "Ann Bell changed a score (meeting 1)"),
        (second, "Ann Bell left the keyboard"),
        (second, "Di Eames took the keyboard"),
        (second, "Ann Bell changed a score (meeting 1)"),
        (second, "Ann Bell sat down at the keyboard"),
        (second.replace("2", "1", 1), "Ann Bell added a score"),
        (second.replace("2", "1", 1), "Ann Bell sat down at the keyboard"),
        ("", "This family was brought in from a file"),
    ]


PACK_NAME = next(kind.name for kind in PACK.meetings if kind.type == "taf_review")


def test_lines_are_found_by_the_beginnings_of_names_days_and_words_in_any_order() -> None:
    (line,) = read(mark("added", SCORE))
    for typed in ("", "ann", "SCO bell", "1 june", "between mee", "monday added"):
        assert fits(findable(line), typed)
    for typed in ("nn", "grace", "ann changed"):
        assert not fits(findable(line), typed)


def test_every_kind_of_entry_has_a_name_of_its_own_and_time_spent_has_no_line() -> None:
    kinds = {kind.__name__ for kind in KEPT_IN} | {"FamilyDetails"}
    named = {kind: noun_of(kind, PACK) for kind in kinds}
    assert "something" not in named.values()
    assert len(set(named.values())) == len(kinds)
    assert set(NOUNS) | {"LeadAgreement"} == kinds
    assert words(mark("changed", ALL.step_times[0])) == []


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            [
                mark(what, entry, who=who)
                for what in ("added", "changed", "removed")
                for entry in (SCORE, LINE, PRIVATE_ACTION, WORRY, CALL, COPY, CORRECTION, NEWS)
                for who in ("lead", "officer", "nobody")
            ]
        ),
        max_size=12,
    ),
    st.sampled_from(["lead", "teacher", "officer", "adviser", ""]),
)
def test_leaving_out_what_may_not_be_opened_leaves_the_rest_as_if_it_had_never_been(
    marks: list[TrailMark], keyboard: str
) -> None:
    seen = [each for each in marks if read(each, keyboard=keyboard)]
    assert read(*marks, keyboard=keyboard) == read(*seen, keyboard=keyboard)
    assert not any("QUILLFEATHER" in line.words for line in read(*marks, keyboard=keyboard))
