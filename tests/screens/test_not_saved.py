from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from screens.home import HomeScreen
from screens.meeting import MeetingScreen
from screens.steps.scores import ScoresStep
from screens.steps.step import Step
from screens.widgets.draft_input import DraftInput
from screens.widgets.line_editor import LineEditor
from screens.widgets.score_grid import ScoreGrid

LONG = "The landlord said it again. " * 700


def no_writing(chair: Any) -> Callable[[], None]:
    """Let the file be read only; what comes back lets it be written again."""
    connection = chair.app._file.connection
    connection.execute("PRAGMA query_only = ON")
    return lambda: connection.execute("PRAGMA query_only = OFF") and None


async def test_a_full_disk_is_said_the_words_stay_and_are_saved_when_there_is_room(
    room: Any, people: Any, elsewhere: Path
) -> None:
    async with room.meeting(people.the_adeyemis(), "story") as chair:
        make_room = chair.fill_disk()
        await chair.paste(LONG)
        await chair.until(lambda: "Not saved: The disk is full." in chair.words)
        assert chair.one(LineEditor, "#past").text == LONG
        [rescued] = elsewhere.rglob("eymeeting-rescue-*.txt")
        assert rescued.read_text("utf-8") == LONG
        await chair.sees("Until it is saved, it is also in")
        await chair.keys(" More.", "<enter>", "<f4>", "<f10>", "<ctrl+q>")
        assert isinstance(chair.app.screen, MeetingScreen)
        assert "▸ Your story" in chair.words
        assert chair.one(LineEditor, "#past").text == LONG + " More."
        assert "Not saved: The disk is full." in chair.words
        await chair.until(lambda: rescued.read_text("utf-8") == LONG + " More.")
        assert len(list(elsewhere.rglob("eymeeting-rescue-*.txt"))) == 1
        make_room()
        await chair.saved()
        assert re.search(r"Saved \d\d:\d\d:\d\d \(7\)", chair.words)
        assert not list(elsewhere.rglob("eymeeting-rescue-*"))
    [line] = room.family().lines
    assert line.text == LONG + " More."


async def test_words_in_two_places_wait_together_and_none_are_let_go(
    room: Any, people: Any, elsewhere: Path
) -> None:
    async with room.meeting(people.the_adeyemis(), "story") as chair:
        let_write = no_writing(chair)
        await chair.keys("One", "<tab>", "Two", "<f2>", "Ring @folake")
        await chair.a_moment_later()
        await chair.until(lambda: "Not saved: The families' file cannot be written to" in chair.words)
        await chair.until(lambda: any(elsewhere.rglob("eymeeting-rescue-*.txt")))
        [rescued] = elsewhere.rglob("eymeeting-rescue-*.txt")
        await chair.until(lambda: rescued.read_text("utf-8") == "One\n\nTwo\n\nRing @folake")
        await chair.keys("<enter>", "<f8>")
        assert chair.one(DraftInput, "#line").value == "Ring @folake"
        let_write()
        await chair.saved()
        await chair.keys("<enter>", "<f10>")
        assert isinstance(chair.app.screen, HomeScreen)
    family = room.family()
    assert {line.section: line.text for line in family.lines} == {"past": "One", "present": "Two"}
    assert [action.text for action in family.actions] == ["Ring"]


async def test_marks_and_scores_that_are_refused_leave_the_screen_as_stored(
    room: Any, people: Any, elsewhere: Path
) -> None:
    async with room.meeting(people.the_adeyemis(*people.present("p1")), "welcome") as chair:
        let_write = no_writing(chair)
        await chair.keys("b")
        assert "Not saved: The families' file cannot be written to just now." in chair.words
        assert "b · Daniel (father)" in chair.prose
        assert [mark.who for mark in chair.one(Step).view.family.attendance] == ["p1"]
        await chair.keys("<f8>", "<f5>", "a")
        assert "a ✓ Folake (mother) here" in chair.prose
        let_write()
        await chair.keys("b")
        assert "b ✓ Daniel (father)" in chair.prose
        await chair.keys(*["<f4>"] * 5)
        let_write = no_writing(chair)
        await chair.keys("7")
        assert "Not saved" in chair.words
        assert chair.one(ScoreGrid)._scores == {}
        let_write()
        await chair.keys("<left>", "8")
        await chair.saved()
        assert chair.one(ScoresStep).view.family.scores[0].value == 8
    family = room.family()
    assert {mark.who: mark.status for mark in family.attendance} == {"p1": "present", "p2": "present"}
    assert [(each.person, each.value) for each in family.scores] == [("p1", 8)]


async def test_quitting_a_second_time_closes_although_the_disk_takes_nothing(
    room: Any, people: Any, elsewhere: Path
) -> None:
    async with room.meeting(people.the_adeyemis(), "story") as chair:
        chair.fill_disk()
        await chair.paste(LONG)
        await chair.until(lambda: "Not saved: The disk is full." in chair.words)
        await chair.keys("<ctrl+q>")
        await chair.sees("Ctrl+Q once more")
        assert chair.app.is_running
        await chair.keys("<ctrl+q>")
        await chair.until(lambda: not chair.app.is_running)
    [rescued] = elsewhere.rglob("eymeeting-rescue-*.txt")
    assert rescued.read_text("utf-8") == LONG


async def test_a_new_family_that_cannot_be_saved_stays_on_the_screen(room: Any, elsewhere: Path) -> None:
    async with room.opened() as chair:
        await chair.keys("<f2>", "Adeyemi", "<enter>", "<enter>")
        let_write = no_writing(chair)
        await chair.keys("Folake, mum", "<enter>")
        assert "Not saved: The families' file cannot be written to" in chair.words
        assert chair.one(DraftInput, "#somebody").value == "Folake, mum"
        [rescued] = elsewhere.rglob("eymeeting-rescue-*.txt")
        assert rescued.read_text("utf-8") == "Folake, mum"
        await chair.keys("<f10>", "<f8>", "<ctrl+q>")
        assert chair.field == "somebody"
        let_write()
        await chair.saved()
        await chair.keys("<enter>", "<f10>")
    assert [person.first_name for person in room.family().people] == ["Folake"]


async def test_the_mark_says_not_saved_from_the_key_until_the_disk_has_it(
    room: Any, people: Any, elsewhere: Path
) -> None:
    async with room.meeting(people.the_adeyemis(), "story") as chair:
        await chair.saved()
        await chair.keys("a")
        if "Not saved" not in chair.words:
            await chair.keys("b")
        assert chair.one(Step).recorder.is_waiting == ("Not saved" in chair.words)
        await chair.until(lambda: "Not saved" not in chair.words)
