from __future__ import annotations

from pathlib import Path
from typing import Any

from eymeeting.domain.entry import FOR_THE_FAMILY
from eymeeting.domain.meeting import Attendance
from screens.widgets.draft_input import DraftInput
from screens.widgets.line_editor import LineEditor

LONG = "The landlord said it again. " * 700
FULL = "Not saved: The disk is full."


def on_disk(chair: Any, query: str) -> list[str]:
    return [words for (words,) in chair.app._file.connection.execute(query)]


def rescued(elsewhere: Path) -> str:
    return "\n".join(path.read_text("utf-8") for path in elsewhere.rglob("eymeeting-rescue-*.txt"))


async def test_a_childs_words_and_the_quick_line_outlast_a_disk_that_fills_while_they_are_typed(
    room: Any, people: Any, elsewhere: Path
) -> None:
    async with room.meeting(people.the_adeyemis(), "children", "c4::exact-words") as chair:
        await chair.keys("It smells of wet. ")
        await chair.saved()
        make_room = chair.fill_disk()
        await chair.paste(LONG)
        await chair.until(lambda: FULL in chair.words)
        assert on_disk(chair, "SELECT words FROM child_words") == ["It smells of wet. "]
        await chair.keys("<f2>")
        await chair.paste(LONG)
        await chair.keys(" @folake", "<enter>", "<f8>", "<f4>", "<f10>")
        assert chair.one(DraftInput, "#line").value == f"{LONG}@folake"
        await chair.keys("<f2>", "!")
        assert chair.one(LineEditor, "#exact-words").text == f"It smells of wet. {LONG}!"
        await chair.until(lambda: rescued(elsewhere) == f"{LONG}@folake\n\nIt smells of wet. {LONG}!")
        assert FULL in chair.words
        make_room()
        await chair.saved()
        assert rescued(elsewhere) == ""
        assert on_disk(chair, "SELECT text FROM draft") == [f"{LONG}@folake"]
    assert [each.words for each in room.family().child_words] == [f"It smells of wet. {LONG}!"]


async def test_the_first_words_of_a_helper_who_is_away_outlast_a_disk_that_fills(
    room: Any, people: Any, elsewhere: Path
) -> None:
    away = Attendance(id="away", meeting="m1", who="w2", status="apologies")
    family = people.the_adeyemis(*people.present("p1", "w1"), away)
    async with room.meeting(family, "workers", "w2:worry") as chair:
        make_room = chair.fill_disk()
        await chair.paste(LONG)
        await chair.until(lambda: FULL in chair.words)
        await chair.until(lambda: rescued(elsewhere) == LONG)
        await chair.keys("<escape>", "<f10>")
        assert chair.one(LineEditor, "#worry").text == LONG
        make_room()
        await chair.saved()
    [said] = room.family().contributions
    assert (said.by, said.worry, said.visibility) == ("w2", LONG, FOR_THE_FAMILY)


async def test_a_call_that_is_written_down_outlasts_a_disk_that_fills_and_the_app_that_ends(
    room: Any, people: Any, elsewhere: Path
) -> None:
    room.hold(people.without_start(people.the_adeyemis()))
    async with room.opened() as chair:
        await chair.keys("<f3>", "a", "<f5>", "She rang back. ")
        await chair.saved()
        make_room = chair.fill_disk()
        await chair.paste(LONG)
        await chair.until(lambda: FULL in chair.words)
        assert on_disk(chair, "SELECT text FROM draft") == ["She rang back. "]
        await chair.keys("More.", "<enter>", "<f8>", "<f10>", "<ctrl+q>")
        assert chair.one(LineEditor, "#here-long").text == f"She rang back. {LONG}More."
        await chair.until(lambda: rescued(elsewhere) == f"She rang back. {LONG}More.")
        make_room()
        await chair.saved()
    async with room.opened() as chair:
        await chair.keys("<f3>", "a", "<f5>")
        assert chair.one(LineEditor, "#here-long").text == f"She rang back. {LONG}More."
        await chair.keys("<enter>")
        await chair.saved()
        assert on_disk(chair, "SELECT text FROM draft") == []
    [contact] = room.family().contacts
    assert contact.text == f"She rang back. {LONG}More."
