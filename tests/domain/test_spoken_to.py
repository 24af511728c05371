from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from made.pells import FAMILY, PACK, action, attended, copy_for, meeting, with_more

from eymeeting.domain.actions import Update
from eymeeting.domain.before_we_finish import checks
from eymeeting.domain.family import Family
from eymeeting.domain.full_record import full_record
from eymeeting.domain.going_on import reviews_held
from eymeeting.domain.meeting import AttendanceStatus
from eymeeting.domain.spoken_to import from_whom, next_status, status_words

TODAY = date(2026, 6, 1)
BY_PHONE = replace(meeting(2), type="desk_review")


def reviewed(*marks: tuple[str, AttendanceStatus]) -> Family:
    """The Pells after a review without a meeting, with news of what the teacher had to do."""
    return with_more(
        meetings=(BY_PHONE,),
        actions=(action("Write to the school", "teacher"),),
        updates=(Update(id="u1", action="Write to the school", status="done", meeting="m2", note="sent"),),
        attendance=tuple(replace(attended(who, status, at="m2"), note=None) for who, status in marks),
    )


def test_a_letter_goes_through_the_ways_of_speaking_where_nobody_meets() -> None:
    turn: list[AttendanceStatus | None] = [None]
    for _ in range(5):
        turn.append(next_status(BY_PHONE, turn[-1]))
    assert turn == [None, "by_phone", "present", "sent_update", "did_not_come", None]
    assert next_status(meeting(1), None) == "present"
    assert next_status(BY_PHONE, "views_only") == "by_phone"
    assert status_words(BY_PHONE)["present"] == "face to face"
    assert status_words(meeting(1))["present"] == "here"


@pytest.mark.parametrize(
    ("status", "told"),
    [
        ("by_phone", "Di Eames, spoken to by phone"),
        ("sent_update", "Di Eames, sent word"),
        ("did_not_come", ""),
    ],
)
def test_news_is_from_whoever_does_it_where_they_were_spoken_to(status: AttendanceStatus, told: str) -> None:
    family = reviewed(("teacher", status))
    assert from_whom(family, BY_PHONE, family.updates[0]) == told
    assert from_whom(family, meeting(1), family.updates[0]) == ""
    [row] = full_record(family, "lead", today=TODAY, pack=PACK).last_time
    assert (f"from {told}" in row[3]) is bool(told)
    assert "sent" in row[3]


def test_on_paper_nobody_was_there_but_spoke_with_us_and_who_was_not_reached_stands_nowhere() -> None:
    family = reviewed(
        ("mum", "by_phone"), ("teacher", "sent_update"), ("officer", "did_not_come"), ("lead", "present")
    )
    copy = copy_for("mum", family)
    assert copy.is_without_a_meeting
    assert [(each.name, each.note) for each in copy.family_there] == [("Rosa Pell", "by phone")]
    assert [each.name for each in copy.could_not_come] == ["Di Eames"]
    attendance = {row[0]: row[3] for row in full_record(family, "lead", today=TODAY, pack=PACK).attendance}
    assert attendance["Ed Fry"] == "not reached"
    assert attendance["Rosa Pell"] == "spoken to by phone"
    assert not copy_for("mum", family, 1).is_without_a_meeting


def test_it_asks_who_was_spoken_to_and_counts_as_a_review() -> None:
    found = {each.id: each for each in checks(reviewed(), BY_PHONE, PACK, today=TODAY)}
    assert found["attendance"].words == "Nobody is marked as spoken to."
    family = reviewed(("mum", "by_phone"))
    after = {each.id: each for each in checks(family, BY_PHONE, PACK, today=TODAY)}
    assert after["attendance"].settled
    assert after["heard mum"].settled
    assert not found["heard mum"].settled
    assert not after["heard ivy"].settled
    assert reviews_held(family) == reviews_held(FAMILY) + 1
