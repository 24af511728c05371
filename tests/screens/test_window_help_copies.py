from __future__ import annotations

import os
import sys
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from eymeeting.clock import Clock
from eymeeting.domain.actions import Action
from eymeeting.domain.entry import FOR_THE_FAMILY, Visibility
from eymeeting.domain.meeting import Invitation
from screens.copies import CopiesScreen
from screens.help import HelpScreen
from screens.meeting import MeetingScreen
from screens.steps.copies_looked_at import LooksAtCopies

STEP_TITLES = (
    "Agreement to",
    "The children",
    "Your story",
    "Our Family",
    "Scores",
    "What the help",
    "What matters",
    "What will",
    "Your main",
    "Next",
    "Before we",
)
LARGER = "Please make this window larger: 80 columns by 24 rows."


async def test_a_form_comes_to_rest_in_a_window_that_is_too_small(room: Any, people: Any) -> None:
    action = Action(
        id="a1",
        position=0,
        meeting=people.MEETING,
        text="Ring housing",
        owner="p1",
        due=None,
        area="home",
        status="not_started",
        visibility=FOR_THE_FAMILY,
    )
    room.hold(people.the_adeyemis(action))
    async with room.opened() as chair:
        await chair.keys("<f3>", "a", "<enter>", "a", "<down>", "<down>", "17 sept yesterday")
        await chair.pilot.resize_terminal(30, 8)
        assert "larger" in chair.words
        await chair.pilot.resize_terminal(80, 24)
        assert "17 sept yesterday" in chair.words


async def test_too_small_a_window_says_so_and_nothing_is_harmed(room: Any, people: Any) -> None:
    async with room.meeting(people.the_adeyemis(), "story") as chair:
        await chair.keys("Half a line")
        await chair.saved()
        before = chair.words
        for small in ((79, 24), (80, 23), (1, 1)):
            await chair.pilot.resize_terminal(*small)
            await chair.settled()
            if small[0] > 60:
                assert LARGER in chair.words
                assert "Half" not in chair.words
            await chair.pilot.resize_terminal(80, 24)
            await chair.settled()
            assert chair.words == before
        await chair.keys(", whole", "<f10>")
        await chair.pilot.resize_terminal(79, 30)
        await chair.settled()
        assert LARGER in chair.words
    assert [line.text for line in room.family().lines] == ["Half a line, whole"]


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_every_step_fits_and_shows_its_keys(room: Any, people: Any, size: tuple[int, int]) -> None:
    async with room.meeting(people.the_adeyemis(*people.present("p1")), "welcome", size=size) as chair:
        assert LARGER not in chair.words
        for title in STEP_TITLES:
            await chair.keys("<f4>")
            assert f"▸ {title}" in chair.words
            assert ("Our Family Journey  " in chair.words) == (size[0] == 120)
            last = chair.words.splitlines()[-1]
            assert all(key in last for key in ("F1 Help", "F2 Action", "F3 Back", "F4 Next", "F8 Undo"))
        await chair.keys("<f4>")
        assert f"▸ {STEP_TITLES[-1]}" in chair.words
        await chair.keys("<f3>", "<f3>", "<f3>")
        assert f"▸ {STEP_TITLES[-4]}" in chair.words


async def test_help_at_a_step_lists_its_keys_and_goes_back_to_the_field(room: Any, people: Any) -> None:
    async with room.meeting(people.the_adeyemis(), "story", size=(120, 40)) as chair:
        await chair.keys("<tab>", "So", "<f1>")
        assert isinstance(chair.app.screen, HelpScreen)
        for words in (
            "Type what people say, in their words.",
            "F2, Ctrl+N Write something to do, and come back",
            "F10, Ctrl+G Go home; the meeting stays open",
            "Ctrl+O Say whose words these are",
            "Enter End this line",
        ):
            assert words in " ".join(chair.prose.split())
        await chair.keys("<enter>", " it is", "<f2>", "<f1>")
        assert "This is the quick line. Type Ring housing about the damp" in chair.prose
        what_is_kept_from = next(line for line in chair.words.splitlines() if "Keep it from somebody" in line)
        assert "Ctrl+X" in what_is_kept_from
        await chair.keys("<enter>", "<escape>", "<f10>")
    assert [line.text for line in room.family().lines] == ["So it is"]


async def test_a_question_mark_is_help_only_where_nothing_is_typed(room: Any, people: Any) -> None:
    async with room.meeting(people.the_adeyemis(), "welcome") as chair:
        await chair.keys("?")
        assert isinstance(chair.app.screen, HelpScreen)
        await chair.keys("<f1>", *["<f4>"] * 3, "Why?")
        assert isinstance(chair.app.screen, MeetingScreen)
        await chair.saved()
    assert [line.text for line in room.family().lines] == ["Why?"]


async def test_the_mouse_goes_to_a_step_and_a_second_click_opens_a_family(room: Any, people: Any) -> None:
    room.hold(people.the_adeyemis())
    async with room.opened() as chair:
        await chair.until(lambda: chair.app.screen._counting is not None)
        await chair.settled()
        await chair.pilot.click("#families", offset=(3, 1))
        await chair.pilot.click("#families", offset=(3, 1))
        await chair.sees("Who is at the keyboard?")
        await chair.keys("a")
        scores = next(y for y, line in enumerate(chair.words.splitlines()) if "  Scores" in line)
        await chair.pilot.click(offset=(4, scores))
        await chair.settled()
        assert "▸ Scores" in chair.words
        await chair.keys("5")
        keys = chair.words.splitlines()[-1]
        await chair.pilot.click("KeyLine", offset=(keys.index("Next"), 0))
        await chair.settled()
        assert "▸ What the help" in chair.words
        await chair.saved()
    assert [score.value for score in room.family().scores] == [5]


class HurryingClock(Clock):
    """A clock that goes on by a second each time it is asked."""

    def __init__(self, today: date) -> None:
        super().__init__(today)
        self._now = datetime.combine(today, time(10)).astimezone()

    def now(self) -> datetime:
        self._now += timedelta(seconds=1)
        return self._now


async def test_copies_are_made_in_one_go_told_and_logged(
    room: Any, people: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(LooksAtCopies, "MOMENT", 0.02)
    action = Action(
        id="a1",
        text="Ring housing",
        owner="w3",
        due=people.TODAY,
        area="home",
        status="not_started",
        visibility=FOR_THE_FAMILY,
        meeting=people.MEETING,
    )
    private = replace(
        action, id="a2", text="Ask about a course", visibility=Visibility(level="named", to=("w1",))
    )
    family = people.the_adeyemis(action, private, *people.present("p1", "p2", "w1", "w3"))
    kept = replace(family.people[2], hidden_from=("p2",))
    family = replace(
        family,
        people=(*family.people[:2], kept, family.people[3]),
        meetings=(replace(family.meetings[0], outcome="carry_on", end="11:00"),),
    )
    room.clock = HurryingClock(people.TODAY)
    async with room.meeting(family, "finish") as chair:
        assert "The copies are still to be made." in chair.prose
        await chair.keys("<f9>")
        assert isinstance(chair.app.screen, CopiesScreen)
        for words in ("✓ Plan for Folake (mother)", "✓ Plan for Daniel (father)", "✓ Full record for Grace"):
            assert words in chair.words
        assert "· Plan for Joseph (grandfather) not marked as here" in chair.prose
        assert "left out" not in chair.words
        await chair.keys("l")
        await chair.sees("For Folake (mother): 1 thing left out (1 action)")
        assert "▲ For Daniel (father)" in chair.words
        assert "▲ For Folake" not in chair.words
        await chair.keys("<down>", "s")
        await chair.sees("Is it safe to take home?")
        assert "Near a name or a phone kept from this reader" in chair.prose
        await chair.keys("bc", "<enter>")
        await chair.sees("1 thing left out (1 action), without")
        await chair.keys("l", "<enter>")
        await chair.sees("full-record-")
        assert "left out" not in chair.words
        await chair.keys("l")
        assert "1 left out" in chair.prose
        assert "1 left out, without telephone numbers" in chair.prose
        await chair.keys("<enter>")
        assert isinstance(chair.app.screen, MeetingScreen)
        assert "The copies are made." in chair.prose
        await chair.keys("<f9>")
        assert "· Full record for Grace Holloway" in chair.words
        assert chair.prose.count(" made ") == 3
        await chair.keys("<enter>")
        assert "Nobody is ticked" in chair.prose
        await chair.keys("bc", "<enter>")
        await chair.sees("-p3.docx")
        await chair.keys("<f10>")
        assert isinstance(chair.app.screen, MeetingScreen)
        assert "The copies are made." in chair.prose
        await chair.keys("<f2>", "Ring the GP @grace fri 27 nov", "<enter>", "<escape>")
        await chair.sees("The copies are to be made again.")
        await chair.saved()
    copies = room.family().copies
    assert [(copy.to, copy.kind) for copy in copies] == [
        ("p1", "family"),
        ("p2", "family"),
        ("w1", "record"),
        ("p2", "family"),
        ("p3", "family"),
    ]
    assert {copy.made_by for copy in copies} == {"w1"}
    files = sorted((room.copies / people.REF / "2026-11-22").iterdir())
    assert {copy.file_name for copy in copies} == {file.name for file in files}
    assert len(files) == 5
    for file in files:
        told = "\n".join(cell.text for table in Document(str(file)).tables for cell in table._cells)
        assert "Ring housing" in told


@pytest.mark.skipif(sys.platform == "win32", reason="Windows prints by its own way")
async def test_copies_are_printed_or_owed_replaced_by_newer_ones_and_removed_once_given(
    room: Any, people: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    programs = tmp_path / "programs"
    programs.mkdir()
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}/bin{os.pathsep}/usr/bin")
    (programs / "lpstat").write_text("#!/bin/sh\nexit 1\n")
    (programs / "soffice").write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" >> "{tmp_path}/said"\n')
    for each in programs.iterdir():
        each.chmod(0o755)
    family = people.the_adeyemis(*people.present("p1", "w1"))
    large = replace(family.people[0], formats=("large",))
    family = replace(
        family,
        people=(large, *family.people[1:]),
        meetings=(replace(family.meetings[0], outcome="carry_on", end="11:00"),),
    )
    async with room.meeting(family, "finish") as chair:
        await chair.keys("<f9>")
        assert "✓ Plan for Folake (mother)" in chair.words
        assert "large print" in chair.words
        await chair.keys("p")
        assert "owed" not in chair.words
        await chair.keys("<enter>")
        await chair.sees("P prints what is handed over")
        await chair.keys("p")
        await chair.sees("No printer here: owed to Folake by Friday 27 November")
        (programs / "lpstat").write_text("#!/bin/sh\necho system default destination: Desk\n")
        await chair.keys("<enter>", "<f9>")
        await chair.sees("large print, made")
        await chair.keys("A", "<enter>")
        await chair.sees("P prints what is handed over")
        await chair.keys("p")
        await chair.sees("✓ Printed for Folake")
        await chair.keys("<f10>", "<f10>", "<f3>")
        chair.app.screen.choose_copy()
        await chair.settled()
        assert "replaced" in chair.words
        await chair.keys("<delete>")
        assert "not given yet" in chair.prose
        await chair.keys("a", "a")
        assert "handed over in the room" in chair.words
        await chair.keys("<delete>")
        assert "Delete once more removes the file" in chair.prose
        await chair.keys("<delete>")
        assert "file removed" in chair.words
        await chair.saved()
    first, record, second = room.family().copies
    assert (first.format, first.owed_by, first.printed_on) == ("large", date(2026, 11, 27), None)
    assert (second.format, second.replaces) == ("dyslexia", first.file_name)
    assert (second.printed_on, second.removed_on) == (people.TODAY, people.TODAY)
    assert record.printed_on is None
    said = (tmp_path / "said").read_text().splitlines()
    assert said[1:4] == ["--headless", "--norestore", "--pt"]
    assert (said[4], Path(said[5]).name) == ("Desk", second.file_name)
    assert sorted(file.name for file in room.copies.rglob("*.docx")) == sorted(
        [first.file_name, record.file_name]
    )


async def test_a_copy_that_cannot_be_made_is_said_and_the_others_are_made(room: Any, people: Any) -> None:
    room.copies.parent.mkdir(exist_ok=True)
    room.copies.write_text("a file stands where the folder would be")
    family = people.the_adeyemis()
    family = replace(family, meetings=(replace(family.meetings[0], outcome="carry_on"),))
    async with room.meeting(family, "next") as chair:
        await chair.keys("<f9>", "<enter>")
        await chair.sees("✗ Full record for Grace Holloway")
        assert "✓" not in chair.prose.split("Copies")[1]
        await chair.keys("<f9>")
        assert isinstance(chair.app.screen, MeetingScreen)
    assert room.family().copies == ()


async def test_before_a_meeting_has_begun_its_papers_are_made_noted_and_owed(
    room: Any, people: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    asked = Invitation(id="asked", meeting=people.MEETING, who="p1")
    family = people.the_adeyemis()
    async with room.meeting(replace(family, invitations=(asked,)), "next") as chair:
        await chair.keys("<f9>")
        assert "✓ Invitation for Folake" in chair.prose
        assert "· Paper form for Grace" in chair.prose
        await chair.keys("l", "<enter>")
        await chair.sees("P prints what was made")
        assert "✓ Score cards" in chair.prose
        await chair.keys("p")
        await chair.sees("P tries once more to print")
        assert "owed to Folake by" in chair.prose
        await chair.keys("<enter>")
        assert isinstance(chair.app.screen, MeetingScreen)
        await chair.keys("<f9>")
        await chair.sees("· Invitation for Folake")
        assert chair.prose.count(" made ") >= 3
        await chair.saved()
    assert {(copy.kind, copy.to) for copy in room.family().copies} >= {("invitation", "p1"), ("agenda", "p1")}
