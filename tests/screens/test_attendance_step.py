from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from eymeeting.domain.meeting import AttendanceStatus
from screens.picker import Picker
from screens.start import StartScreen
from screens.steps.attendance import NOBODY, STATUS_WORDS, in_their_places
from screens.widgets.draft_input import DraftInput
from screens.widgets.lettered_list import LetteredRow


async def test_a_letter_goes_round_here_apologies_did_not_come_and_unmarked(room: Any, people: Any) -> None:
    async with room.meeting(people.the_adeyemis(), "welcome") as chair:
        for state in ("here", "sent apologies", "did not come"):
            await chair.keys("a")
            assert re.search(rf"a [✓–] Folake \(mother\) +{state}", chair.prose)
        await chair.keys("a")
        assert "a · Folake (mother)" in chair.prose
        await chair.keys("<f8>")
        assert "did not come" in chair.prose
        await chair.saved()
    assert [(mark.who, mark.status) for mark in room.family().attendance] == [("p1", "did_not_come")]


async def test_shift_and_a_letter_offers_every_way_of_taking_part(room: Any, people: Any) -> None:
    statuses: list[AttendanceStatus] = list(STATUS_WORDS)
    async with room.meeting(people.the_adeyemis(), "welcome") as chair:
        for place, words in list(enumerate(STATUS_WORDS.values()))[1::2]:
            await chair.keys("B")
            assert isinstance(chair.app.screen, Picker)
            await chair.keys("abcdefghijkl"[place])
            shown = statuses[place] not in ("not_invited", "asked_to_leave")
            assert (f"Daniel (father) {words}" in chair.prose) == shown
        await chair.keys("<full_stop>", "<escape>")
        await chair.saved()
    assert [mark.status for mark in room.family().attendance] == [statuses[-1]]


def test_letters_stay_where_they_are_while_people_leave_and_join_the_list() -> None:
    rana, sandra, imran, bea = (
        LetteredRow(name, name, group=group)
        for name, group in (("Rana", "family"), ("Sandra", "help"), ("Imran", "help"), ("Bea", "family"))
    )
    left = in_their_places([rana, sandra, imran], [rana, imran])
    assert [row.name for row in left] == ["Rana", NOBODY, "Imran"]
    assert in_their_places(left, [rana, sandra, imran]) == [rana, sandra, imran]
    assert in_their_places([rana, imran], [rana, bea, sandra, imran]) == [rana, bea, imran, sandra]


async def test_two_who_are_kept_apart_are_told_of_beside_the_clock_once_both_are_here(
    room: Any, people: Any
) -> None:
    family = people.the_adeyemis(*people.present("p1"))
    hidden = replace(family.people[0], hidden_from=("p2",))
    async with room.meeting(replace(family, people=(hidden, *family.people[1:])), "welcome") as chair:
        assert "◦ Welcome" not in chair.prose
        await chair.keys("b")
        assert "◦ Welcome" in chair.prose
        await chair.keys("<ctrl+a>", "<enter>")
        assert "Folake and Daniel are kept apart, and both are here." in chair.prose
        await chair.keys("<enter>", "<f5>", "b")
        assert "◦ Welcome" not in chair.prose


async def test_before_a_meeting_with_everybody_it_is_said_once_who_is_kept_apart(
    room: Any, people: Any
) -> None:
    family = people.without_start(people.the_adeyemis())
    hidden = replace(family.people[0], hidden_from=("p2",))
    room.hold(replace(family, people=(hidden, *family.people[1:])))
    async with room.opened() as chair:
        await chair.keys("<f3>", "a", "<f4>")
        assert "Is anyone else near the screen?" in chair.prose
        assert "kept apart" not in chair.prose
        await chair.keys("<enter>")
        assert "Folake and Daniel are kept apart. A meeting with everybody is for both" in chair.prose
        await chair.keys("<enter>")
        assert "Who is in the chair?" in chair.prose


async def test_f5_at_any_step_says_who_came_and_who_left(room: Any, people: Any) -> None:
    async with room.meeting(people.the_adeyemis(*people.present("p1")), "story") as chair:
        await chair.keys("Half", "<f5>", "a", " a line", "<f5>", "b")
        await chair.keys("<f3>", "<f3>", "<f3>")
        assert re.search(r"a – Folake \(mother\) +until \S+", chair.prose)
        assert re.search(r"b ✓ Daniel \(father\) +from \S+", chair.prose)
        await chair.keys("<f5>", "a")
        assert re.search(r"a ✓ Folake \(mother\) +for part of it", chair.prose)
        await chair.keys("<f5>", "<f5>", *["<f4>"] * 3)
        assert "Half a line" in chair.words
        await chair.saved()
    marks = {mark.who: mark for mark in room.family().attendance}
    assert (marks["p1"].status, marks["p1"].left) == ("part", None)
    assert marks["p2"].came is not None


async def test_somebody_new_is_added_and_here(room: Any, people: Any) -> None:
    async with room.meeting(people.the_adeyemis(), "welcome") as chair:
        await chair.keys("<tab>", "Nan Bea, nan")
        assert "Nan Bea · grandmother · family" in chair.prose
        await chair.keys("<enter>")
        assert "Nan (grandmother) here" in chair.prose
        assert chair.one(DraftInput, "#somebody").value == ""
        await chair.keys("Bea", "<enter>")
        assert "After a comma, say who they are" in chair.prose
        await chair.keys("<f8>")
        assert "Nan (grandmother)" not in chair.prose
        assert chair.one(DraftInput, "#somebody").value == "Bea"
        await chair.saved()
    family = room.family()
    assert len(family.people) == 4
    assert family.attendance == ()


async def test_f6_hands_the_keyboard_over_and_the_trail_names_who_typed(room: Any, people: Any) -> None:
    async with room.meeting(people.the_adeyemis(), "welcome") as chair:
        await chair.keys("a", "<f6>")
        assert "Who has the keyboard now?" in chair.prose
        await chair.keys("c")
        assert "Joe Marsh is typing" in chair.words
        await chair.keys("b", "<f6>", "<f6>", *["<f4>"] * 3, "We sing")
        await chair.saved()
    assert room.interrupted().keyboard == "w3"
    with room.store() as store:
        assert store.broken_trail() is None
        rows = room_trail(room, store)
    assert ("w1", "added", "Attendance") in rows
    assert ("w3", "added", "Attendance") in rows
    assert ("w3", "began writing", "") in rows or ("w3", "began writing", "Line") in rows


def room_trail(room: Any, store: Any) -> list[tuple[str, str, str]]:
    rows = store._file.connection.execute("SELECT who, what, kind FROM trail ORDER BY number").fetchall()
    return [tuple(row) for row in rows]


async def test_beginning_asks_who_types_who_chairs_and_where(room: Any, people: Any) -> None:
    room.hold(people.without_start(people.the_adeyemis()))
    async with room.opened() as chair:
        await chair.keys("<enter>", "b", "<f4>")
        assert "Who is in the chair? Enter: the same" in chair.prose
        await chair.keys("a")
        assert "Where are you meeting?" in chair.prose
        await chair.keys("Larkfield, the blue room", "<escape>")
        assert not isinstance(chair.app.screen, StartScreen)
        await chair.keys("<enter>", "<f4>", "a", "Larkfield, the blue room", "<enter>")
        assert "Imran Sheikh is typing" in chair.words
        await chair.keys("<ctrl+q>")
    [meeting] = room.family().meetings
    assert (meeting.chair, meeting.recorder, meeting.venue) == ("w1", "w2", "Larkfield, the blue room")


async def test_typing_faster_than_the_questions_begins_with_the_answers_given(room: Any, people: Any) -> None:
    room.hold(people.without_start(people.the_adeyemis()))
    async with room.opened() as chair:
        await chair.keys("<enter>", "b", "<f4>", "<enter>", "Hub", "<enter>", "ab", "<ctrl+q>")
    family = room.family()
    assert (family.meetings[0].chair, family.meetings[0].venue) == ("w2", "Hub")
    assert [mark.who for mark in family.attendance] == ["p1", "p2"]
