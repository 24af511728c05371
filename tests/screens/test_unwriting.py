from __future__ import annotations

from datetime import date
from typing import Any

from eymeeting.domain.entry import FOR_THE_FAMILY
from eymeeting.domain.meeting import Contribution, Copy, Score
from eymeeting.domain.unwritten import FOR_THE_CHAIR_ALONE
from screens.asides import COPIES_HOLD_IT, GONE, KEPT_ABOUT_HARM, NOTHING_SAID


async def test_please_do_not_write_that_takes_the_line_from_the_screen_before_anything_is_asked(
    room: Any, people: Any
) -> None:
    async with room.meeting(people.the_adeyemis(*people.present("p1", "w1")), "story") as chair:
        await chair.keys("We moved here in May", "<enter>", "SENTINEL he shouts", "<enter>", "<ctrl+y>")
        assert "SENTINEL" not in chair.words
        assert "We moved here in May" in chair.prose
        assert GONE in chair.prose
        assert COPIES_HOLD_IT.strip() not in chair.prose
        await chair.keys("SENTINEL half said", "<f11>")
        assert "SENTINEL" not in chair.words
        await chair.keys("<f8>")
        assert "SENTINEL half said" in chair.words
        await chair.keys("<ctrl+y>", "<ctrl+y>")
        assert "SENTINEL" not in chair.words
        assert KEPT_ABOUT_HARM in chair.prose
        await chair.keys("Abba moved", "<enter>")
        assert "Abba moved" in chair.prose
        await chair.keys("<ctrl+y>")
        assert GONE in chair.prose
        await chair.keys("Then")
        await chair.a_moment_later()
        assert GONE not in chair.prose
        await chair.keys("<ctrl+y>")
        assert "Then" not in chair.words
        await chair.keys("<f4>", "<f3>", "<ctrl+y>", "<f4>", "<f3>", "<ctrl+y>")
        assert NOTHING_SAID in chair.prose
        await chair.saved()
    (line,) = room.family().lines
    assert (line.text, line.visibility) == ("SENTINEL half said", FOR_THE_CHAIR_ALONE)


async def test_a_helper_s_words_and_a_reason_go_alone_and_what_stands_beside_them_stays(
    room: Any, people: Any
) -> None:
    said = Contribution(
        id="said",
        meeting=people.MEETING,
        by="w3",
        visibility=FOR_THE_FAMILY,
        working="They settle well",
        worry="SENTINEL the stairs",
    )
    score = Score(id="s", meeting=people.MEETING, area="money", person="p1", value=3, note="SENTINEL debts")
    copy = Copy(id="copy", meeting=people.MEETING, to="p1", how="printed at meeting", on=date(2026, 11, 22))
    family = people.the_adeyemis(said, score, copy, *people.present("p1", "w1", "w3"))
    async with room.meeting(family, "workers") as chair:
        row = next(line for line in chair.words.splitlines() if "a worry" in line)
        await chair.keys(row.split("│")[1].replace("›", "").split()[0].strip("·✓ "), "<tab>", "<ctrl+y>")
        assert "About harm? Ctrl+Y again." in chair.prose
        await chair.keys("<ctrl+y>")
        assert "SENTINEL" not in chair.words
        await chair.keys("<escape>")
        await chair.go_to("scores")
        await chair.keys("<ctrl+y>")
        assert "SENTINEL" not in chair.words
        assert COPIES_HOLD_IT.strip() in chair.prose
        await chair.saved()
    family = room.family()
    assert [(each.working, each.worry) for each in family.contributions] == [("They settle well", None)]
    assert [(each.value, each.note) for each in family.scores] == [(3, None)]
    (kept,) = family.lines
    assert (kept.text, kept.by, kept.visibility) == ("SENTINEL the stairs", "w3", FOR_THE_CHAIR_ALONE)
