from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from made.views import PACK, family_of, person, worker

from eymeeting.domain.agreement import Sharing
from eymeeting.domain.change_words import done_words
from eymeeting.domain.family import Change, Family
from eymeeting.domain.full_record import full_record
from eymeeting.domain.meeting import Meeting
from eymeeting.domain.sharing import decision_in_short, decisions_to_open, let_go, record_for, taken_up
from eymeeting.domain.sight import is_open_in_the_room

FIRST, SECOND = date(2026, 9, 1), date(2026, 11, 1)
TODAY = date(2026, 11, 22)


def meeting(number: int, on: date, chair: str = "w1") -> Meeting:
    return Meeting(
        id=f"m{number}",
        number=number,
        type="taf_review",
        on=on,
        start="10:00",
        planned_minutes=60,
        chair=chair,
        venue="Hall",
        outcome="carry_on",
    )


FAMILY: Family = replace(
    family_of(
        person("p1", "Bea", "Orme", "mother"),
        worker("w1", "Jo Lamb", "Family worker", "Hub"),
        worker("w2", "Tom Birkett", "Deputy head", "Hillside Primary"),
        worker("w3", "Ann Lee", "Health visitor", "Clinic"),
    ),
    meetings=(meeting(1, FIRST), meeting(2, SECOND, chair="w2")),
)
DECISION = Sharing(id="s1", on=TODAY, what="The school was told", shared=True, decided_by="Ann Lee")


def holding(*decisions: Sharing) -> Family:
    return replace(FAMILY, sharings=decisions)


def test_a_decision_stands_in_the_record_of_the_next_meeting_or_else_the_last() -> None:
    assert record_for(FAMILY, FIRST) == "m1"
    assert record_for(FAMILY, FIRST + timedelta(days=1)) == "m2"
    assert record_for(FAMILY, TODAY) == "m2"
    assert record_for(replace(FAMILY, meetings=()), TODAY) is None
    never_held = replace(FAMILY.meetings[1], outcome="did_not_happen")
    assert record_for(replace(FAMILY, meetings=(FAMILY.meetings[0], never_held)), TODAY) == "m1"


def test_only_the_chair_of_its_meeting_and_who_decided_it_may_open_a_decision() -> None:
    decided = holding(replace(DECISION, meeting="m1"))

    def may_open(who: str) -> bool:
        return bool(decisions_to_open(decided, who, TODAY, PACK))

    assert [who for who in ("w1", "w2", "w3", "p1", "") if may_open(who)] == ["w1", "w3"]
    not_in_any_record = replace(DECISION, decided_by=None)
    assert not any(
        decisions_to_open(holding(not_in_any_record), who, TODAY, PACK) for who in ("w1", "w2", "w3")
    )


def test_a_decision_is_never_for_a_screen_that_everyone_can_read_nor_for_the_words_of_an_undo() -> None:
    decided = holding(replace(DECISION, meeting="m1"))
    assert not is_open_in_the_room(decided, decided.sharings[0], pack=PACK)
    for change in (
        Change(family=FAMILY.ref, before=None, after=decided.sharings[0]),
        Change(family=FAMILY.ref, before=decided.sharings[0], after=replace(DECISION, what="x")),
    ):
        assert done_words((change,), decided, PACK) == "something that is not for everyone"


def test_the_newest_decisions_come_first_each_with_its_day_and_with_whom() -> None:
    older = replace(DECISION, id="s2", on=FIRST, shared=False, shared_with="Police", meeting="m1")
    newer = replace(DECISION, meeting="m1", shared_with="Hillside Primary")
    found = decisions_to_open(holding(older, newer), "w1", TODAY, PACK)
    assert [decision_in_short(each, TODAY) for each in found] == [
        "Sunday 22 November: shared with Hillside Primary",
        "Tuesday 1 September: not shared with Police",
    ]


def test_a_decision_from_before_any_meeting_is_taken_up_by_the_first_one_that_is_set_up() -> None:
    early = replace(FAMILY, meetings=(), sharings=(DECISION,))
    (change,) = taken_up(early, FAMILY.meetings[0])
    kept = replace(early, meetings=FAMILY.meetings).after(change)
    assert "The school was told" in " ".join(full_record(kept, "w1", today=TODAY, pack=PACK).sharing)
    assert taken_up(kept, FAMILY.meetings[1]) == ()


def test_a_meeting_that_is_let_go_leaves_its_decisions_to_another_record() -> None:
    decided = holding(replace(DECISION, on=SECOND, meeting="m2"))
    (change,) = let_go(decided, "m2")
    assert decided.after(change).sharings[0].meeting == "m1"
    assert let_go(decided, "m1") == ()
