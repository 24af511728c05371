from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from eymeeting.clock import Clock
from eymeeting.domain.family_copy import family_copy
from eymeeting.domain.full_record import full_record
from eymeeting.domain.said_alone import pauses_in, where_pauses_are_kept
from screens.face import FaceScreen
from screens.paused import BREAK
from screens.said_alone import FIRST_QUESTION
from screens.steps.step import Step

FRAME = dict.fromkeys(map(ord, "│╭╮╰╯─"), " ")
COVERED = f"{BREAK} Enter goes on."


class OnTheWall(Clock):
    """A clock that stands still until it is moved on."""

    moment = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)

    def now(self) -> datetime:
        return self.moment

    def goes_on(self, minutes: int) -> None:
        self.moment += timedelta(minutes=minutes)


def bare(words: str) -> str:
    """What is on the screen but for the frame round it, and the save mark."""
    return re.sub(r" (Not s|S)aved.*?(?= F1 |$)", "", " ".join(words.translate(FRAME).split()))


def times(room: Any, ref: str) -> list[tuple[str, str]]:
    with room.store() as store:
        kept = store.draft(where_pauses_are_kept(store.family(ref), "m1")).text
    return [(each.time, each.by) for each in pauses_in(kept, "m1")]


async def test_the_first_press_covers_everything_wherever_somebody_is_and_nothing_typed_is_lost(
    room: Any, people: Any
) -> None:
    room.clock = clock = OnTheWall()
    async with room.meeting(people.the_adeyemis(*people.present("p1", "w1", "w2")), "welcome") as chair:

        async def takes_a_break(key: str = "<ctrl+u>") -> None:
            before, field = chair.words, chair.field
            await chair.keys(key)
            assert bare(chair.words) == COVERED
            await chair.keys(key, "x", "<f12>", "<escape>", "<f10>")
            assert bare(chair.words) == COVERED
            await chair.keys("<enter>")
            assert (bare(chair.words), chair.field) == (bare(before), field)

        last = None
        while last != (last := chair.app.screen.query_one("#step", Step).STEP):
            await takes_a_break()
            await chair.keys("<f4>")
        await chair.go_to("story")
        chair.app.notify("Adeyemi", markup=False)
        await chair.keys("SENTINEL he sh", "<f15>")
        assert bare(chair.words) == COVERED
        clock.goes_on(20)
        await chair.keys("<enter>", "outs", "<f2>", "SENTINEL ring")
        await takes_a_break()
        await chair.keys(" housing", "<escape>", "<f5>")
        await takes_a_break()
        await chair.keys("<escape>", "<f1>")
        await takes_a_break()
        await chair.keys("<escape>", "<f7>", "<ctrl+u>")
        assert bare(chair.words) == COVERED
        await chair.keys("<enter>")
        assert isinstance(chair.app.screen, FaceScreen)
        await chair.keys("<f7>")
        clock.goes_on(3)
        await chair.keys("<ctrl+u>")
        clock.goes_on(30)
        await chair.keys("<ctrl+q>")
    family = room.family()
    [line] = family.lines
    assert line.text == "SENTINEL he shouts"
    assert {each.step: each.seconds for each in family.step_times}["story"] == 3 * 60
    made = times(room, people.REF)
    assert {by for _, by in made} == {"w1"}
    assert [time for time, _ in made][-6:] == ["10:00", *["10:20"] * 4, "10:23"]
    assert family.safeguarding == ()


async def test_what_was_said_alone_is_on_no_other_screen_and_on_no_plan(room: Any, people: Any) -> None:
    room.clock = OnTheWall()
    async with room.meeting(people.the_adeyemis(*people.present("p1", "w1", "w2")), "finish") as chair:
        await chair.keys("<f3>", "<f4>")
        before = bare(chair.words)
        await chair.keys("<ctrl+u>", "<enter>", "<ctrl+w>")
        assert bare(chair.words).startswith(FIRST_QUESTION)
        assert "10" not in chair.words
        await chair.keys("a", "<enter>")
        assert "a · 10am" in bare(chair.words)
        await chair.keys("a")
        assert "ring your safeguarding lead" in chair.prose
        await chair.keys("SENTINEL he hits", "<enter>", "<down>", "the SENTINEL duty line", "<f12>")
        assert "SENTINEL" not in chair.words
        await chair.keys("<f12>", "<f1>", "<ctrl+u>")
        assert bare(chair.words) == COVERED
        await chair.keys("<enter>")
        assert bare(chair.words) == before
        await chair.keys("<ctrl+w>", "<enter>", "a", "<down>", "<down>")
        assert "the SENTINEL duty line" in chair.prose
        await chair.keys(" now", "<enter>", "<f8>")
        assert "Taken back." in chair.prose
        await chair.keys("<f10>")
        assert "a ✓ 10am written b · 10am" in bare(chair.words)
        assert "SENTINEL" not in chair.words
        await chair.keys("<escape>")
        await chair.saved()
        assert bare(chair.words) == before
        await chair.keys("<f8>")
        assert "not for everyone" not in chair.words
        for keys in (("<f7>",), ("<right>",), ("<right>",), ("<f7>", "<f1>"), ("<escape>", "<ctrl+e>")):
            await chair.keys(*keys)
            assert "SENTINEL" not in chair.words
        await chair.keys("<escape>", "<f6>", "b", "<ctrl+w>", "<enter>")
        assert "10am" not in chair.words
        pack = chair.app._around.pack
    family = room.family()
    [note] = family.safeguarding
    assert (note.what, note.shared_with, note.raised_by, note.time) == (
        "SENTINEL he hits",
        "the SENTINEL duty line",
        "w1",
        "10:00",
    )
    for reader in ("p1", "p2", "p3"):
        copy = family_copy(family, reader, today=people.TODAY, pack=pack)
        assert "SENTINEL" not in repr(replace(copy, must_not_hold={}))
    assert "SENTINEL" in repr(full_record(family, "w1", today=people.TODAY, pack=pack))


async def test_after_the_meeting_the_page_opens_from_the_familys_place_for_whoever_was_told(
    room: Any, people: Any
) -> None:
    room.clock = OnTheWall()
    async with room.meeting(people.the_adeyemis(*people.present("p1", "w1", "w2")), "finish") as chair:
        await chair.keys("<f6>", "b", "<ctrl+u>", "<enter>", "<ctrl+w>", "<enter>", "<f9>", "b")
        assert "goes on with social care" in chair.prose
        await chair.keys("<escape>", "<f10>", "<f3>", "<ctrl+w>")
        await chair.keys("b", "<enter>", "a", "SENTINEL he hits", "<f10>", "<f2>", "<f10>")
        assert ["✓ 10am" in bare(chair.words), "· 10am" in bare(chair.words)] == [True, True]
        await chair.keys("<escape>")
        assert "SENTINEL" not in chair.words
    family = room.family()
    assert [(each.what, each.raised_by) for each in family.safeguarding] == [("SENTINEL he hits", "w2")]
    assert family.meeting("m1").going_to == "step_up"
    assert family.corrections == ()
