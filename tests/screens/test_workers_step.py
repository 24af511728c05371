from __future__ import annotations

from datetime import date
from typing import Any

from eymeeting.domain.entry import Visibility
from eymeeting.domain.meeting import Contribution, Evidence
from screens.widgets.draft_input import DraftInput
from screens.widgets.line_editor import LineEditor


async def test_a_letter_opens_what_a_helper_says_and_every_question_is_one_undo(
    room: Any, people: Any
) -> None:
    async with room.meeting(people.the_adeyemis(*people.present("p1", "w1", "w2")), "workers") as chair:
        assert "Nothing from the family yet. Would they like to go first?" in chair.prose
        await chair.by_key("b", "Sleeps  well", "<enter>", "Tired", "<tab>", "A visit", "<enter>")
        await chair.by_key("ASQ-3 communication 35, 3 march")
        assert "ASQ-3 communication · 35 · Tuesday 3 March 2026" in chair.prose
        await chair.by_key("<enter>")
        assert "going well, a worry, an offer, measured" in " ".join(
            chair.prose.replace("…", "").split()
        ) or ("✓ Imran Sheikh" in chair.prose)
        await chair.by_key("<f8>", "<f8>", "b")
        assert [chair.one(LineEditor, f"#{part}").text for part in ("working", "worry", "can_offer")] == [
            "Sleeps  well",
            "Tired",
            "",
        ]
        await chair.by_key("<tab>", "<tab>", "Two visits", "<tab>", "Height 92, last fri", "<f4>")
        await chair.saved()
    [said] = room.family().contributions
    assert (said.by, said.working, said.worry, said.can_offer) == (
        "w2",
        "Sleeps  well",
        "Tired",
        "Two visits",
    )
    assert said.evidence == Evidence(measure="Height", value="92", on=date(2026, 11, 20))
    assert said.visibility == Visibility(level="family")


async def test_what_somebody_who_is_away_sends_marks_them_so(room: Any, people: Any) -> None:
    family = people.the_adeyemis(*people.present("p1", "w1"))
    async with room.meeting(family, "workers") as chair:
        await chair.by_key("c", "Sorry, at court", "<enter>", "Damp is being done", "<escape>")
        assert "sent an update, news" in chair.prose
        await chair.by_key("f", "I am at sea", "<enter>")
        await chair.saved()
    kept = room.family()
    assert {mark.who: mark.status for mark in kept.attendance} == {
        "p1": "present",
        "w1": "present",
        "w3": "sent_update",
        "p3": "sent_update",
    }
    assert [(said.by, said.text, said.working) for said in kept.contributions] == [
        ("w3", "Sorry, at court", "Damp is being done")
    ]
    assert [(line.by, line.section, line.text) for line in kept.lines] == [("p3", "present", "I am at sea")]


async def test_words_kept_apart_leave_the_screen_at_once(room: Any, people: Any) -> None:
    private = Contribution(
        id="k0", meeting="m1", by="w1", visibility=Visibility(level="safeguarding"), text="SENTINEL note"
    )
    async with room.meeting(people.the_adeyemis(private, *people.present("w1")), "workers") as chair:
        await chair.by_key("a")
        assert "SENTINEL" not in chair.words
        await chair.by_key("SENTINEL words", "<escape>", "A", "c")
        assert "SENTINEL" not in chair.words
        assert "✓" not in chair.prose
        await chair.by_key("a")
        assert chair.one(LineEditor, "#working").text == ""
        await chair.by_key("Open", "<escape>")
        await chair.saved()
    assert [(said.visibility.level, said.working) for said in room.family().contributions] == [
        ("safeguarding", None),
        ("chair_and_agency", "SENTINEL words"),
        ("family", "Open"),
    ]


async def test_a_helper_s_half_said_words_come_back_in_the_same_field(room: Any, people: Any) -> None:
    async with room.meeting(people.the_adeyemis(*people.present("w2")), "workers") as chair:
        await chair.by_key("a", "<tab>", "Cold roms", "<left>", "<left>")
        await chair.saved()
    async with room.opened() as chair:
        await chair.by_key("<enter>", "o", "<tab>", "<tab>", "Height 9")
        await chair.saved()
    async with room.opened() as chair:
        await chair.by_key("<enter>")
        assert (chair.field, chair.one(DraftInput, "#evidence").value) == ("evidence", "Height 9")
        await chair.by_key("2", "<enter>")
        await chair.saved()
    [said] = room.family().contributions
    assert (said.worry, said.evidence) == ("Cold rooms", Evidence(measure="Height", value="92"))
