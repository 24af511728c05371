from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made.pells import FAMILY, PACK, TODAY

from db.interchange.reading import read_families
from db.interchange.writing import write_families
from eymeeting.domain.corrections import corrections
from eymeeting.domain.family import Change, Family
from eymeeting.domain.full_record import full_record
from eymeeting.domain.meeting import Safeguarding
from eymeeting.domain.said_alone import (
    Pause,
    as_one,
    blank_note,
    note_of,
    pauses_in,
    said_alone,
    where_pauses_are_kept,
    with_a_pause,
    with_it_again,
    without_a_pause,
)

MEETING = FAMILY.meetings[0]
CHAIR = MEETING.chair
OTHERS = [each.id for each in FAMILY.workers if each.id != CHAIR]
TELLER, BYSTANDER = OTHERS[0], OTHERS[1]


def pause(by: str = TELLER, time: str = "10:40", number: int = 1) -> Pause:
    return Pause(id=f"{MEETING.id}-alone-{number}", meeting=MEETING.id, time=time, by=by)


def written(told: Pause, **more: Any) -> Safeguarding:
    return replace(blank_note(FAMILY, told), what=f"SENTINEL {told.time}", **more)


def holding(*notes: Safeguarding) -> Family:
    family = FAMILY
    for note in notes:
        family = family.after(Change(family=family.ref, before=None, after=note))
    return family


def known_to(keyboard: str, family: Family, *pauses: Pause) -> list[tuple[str, bool]]:
    found = said_alone(family, MEETING, pauses, keyboard, today=TODAY, pack=PACK)
    return [(each.pause.time, each.note is not None) for each in found]


@settings(max_examples=40)
@given(st.lists(st.tuples(st.times(), st.sampled_from([CHAIR, *OTHERS])), max_size=6))
def test_every_pause_is_read_back_as_it_was_kept(made: list[tuple[Any, str]]) -> None:
    kept = ""
    for time, by in made:
        kept = with_a_pause(kept, f"{time:%H:%M}", by)
    found = pauses_in(kept, MEETING.id)
    assert [(each.time, each.by) for each in found] == [(f"{time:%H:%M}", by) for time, by in made]
    assert len({each.id for each in found}) == len(made)


def test_a_pause_is_nothing_of_the_family_and_each_meeting_has_a_place_for_its_own() -> None:
    assert where_pauses_are_kept(FAMILY, MEETING.id) != where_pauses_are_kept(FAMILY, "another")
    assert "SENTINEL" not in with_a_pause("", "10:40", TELLER)
    assert note_of(FAMILY, pause()) is None


@pytest.mark.parametrize(
    ("keyboard", "told"),
    [(TELLER, [("10:40", False)]), (CHAIR, [("10:40", False)]), (BYSTANDER, []), ("", [])],
)
def test_a_pause_is_known_to_whoever_had_the_keyboard_and_to_the_chair_alone(
    keyboard: str, told: list[tuple[str, bool]]
) -> None:
    assert known_to(keyboard, FAMILY, pause()) == told


def test_a_note_is_known_to_whoever_raised_it_and_to_the_chair_whoever_made_the_pause() -> None:
    family = holding(written(pause(), raised_by=BYSTANDER))
    assert known_to(BYSTANDER, family, pause()) == [("10:40", True)]
    assert known_to(CHAIR, family, pause()) == [("10:40", True)]
    assert known_to(TELLER, family, pause()) == []


def test_notes_and_pauses_stand_in_the_order_of_their_times() -> None:
    late, early = pause(time="11:05"), pause(time="10:20", number=2)
    family = holding(written(late))
    assert known_to(TELLER, family, late, early) == [("10:20", False), ("11:05", True)]


@settings(max_examples=40)
@given(st.lists(st.tuples(st.sampled_from(["10:40", "09:05"]), st.booleans()), max_size=14))
def test_breaks_stand_by_their_time_and_then_as_they_were_made_and_one_that_goes_moves_no_other(
    made: list[tuple[str, bool]],
) -> None:
    kept = ""
    for time, _ in made:
        kept = with_a_pause(kept, time, TELLER)
    everyone = pauses_in(kept, MEETING.id)
    gone = [each for each, (_, goes) in zip(everyone, made, strict=True) if goes]
    left = kept
    for each in gone:
        left = without_a_pause(left, each)
    found = said_alone(FAMILY, MEETING, pauses_in(left, MEETING.id), TELLER, today=TODAY, pack=PACK)
    stays = [each for each in everyone if each not in gone]
    assert [each.pause for each in found] == sorted(stays, key=lambda each: each.time)
    for each in gone:
        left = with_it_again(left, each)
    assert left == kept


def test_a_break_that_was_taken_away_leaves_its_number_to_no_other() -> None:
    kept = with_a_pause(with_a_pause("", "10:40", TELLER), "10:41", TELLER)
    last = pauses_in(kept, MEETING.id)[-1]
    [_, new] = pauses_in(with_a_pause(without_a_pause(kept, last), "10:50", TELLER), MEETING.id)
    assert new.id not in {each.id for each in pauses_in(kept, MEETING.id)}
    assert with_it_again(kept, last) == kept
    assert without_a_pause("", last) == ""


def test_a_note_stands_in_the_chairs_record_with_its_time_and_without_what_nobody_wrote() -> None:
    found = dict(
        full_record(
            holding(written(pause())), CHAIR, today=TODAY, pack=PACK, meeting=MEETING.number
        ).safeguarding
    )
    assert found == {
        "Raised by": next(each.name for each in FAMILY.workers if each.id == TELLER),
        "When": "10:40",
        "What": "SENTINEL 10:40",
        "Was agreement asked?": "no",
    }


def test_a_note_written_after_the_meeting_puts_nothing_right_that_others_could_read_of() -> None:
    finished = replace(MEETING, outcome="carry_on", locked_on=TODAY, locked_by=CHAIR)
    family = FAMILY.after(Change(family=FAMILY.ref, before=MEETING, after=finished))
    change = Change(family=family.ref, before=None, after=written(pause()))
    assert corrections(family, (change,), by=TELLER, on=TODAY, pack=PACK) == ()


def test_several_notes_of_a_meeting_leave_for_another_system_as_one_and_none_is_lost() -> None:
    first = written(pause(), shared_with="the duty line", agreement_asked=True, referral_ref="R-1")
    second = written(pause(time="11:05", number=2), decided_by="the lead")
    [read] = read_families(write_families([holding(first, second)]))
    [note] = read.safeguarding
    assert note.what == "10:40: SENTINEL 10:40\n11:05: SENTINEL 11:05"
    assert (note.shared_with, note.decided_by) == ("10:40: the duty line", "11:05: the lead")
    assert (note.raised_by, note.time, note.agreement_asked) == (TELLER, "10:40", False)
    assert (note.referral_ref, note.advised_by) == ("10:40: R-1", None)


def test_notes_that_several_raised_leave_as_the_chairs_so_that_nobody_reads_anothers() -> None:
    notes = (written(pause()), written(pause(BYSTANDER, "11:05", 2)))
    note = as_one(holding(*notes), notes)
    assert note is not None
    assert note.raised_by == CHAIR
    names = {each.id: each.name for each in FAMILY.workers}
    assert note.what.splitlines() == [
        f"10:40, {names[TELLER]}: SENTINEL 10:40",
        f"11:05, {names[BYSTANDER]}: SENTINEL 11:05",
    ]


def test_one_note_leaves_as_it_is() -> None:
    assert as_one(FAMILY, ()) is None
    assert as_one(FAMILY, (written(pause()),)) == written(pause())
