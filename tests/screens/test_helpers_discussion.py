from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from eymeeting.domain.meeting import Contribution
from eymeeting.domain.telling import WhatWasTold, what_was_told
from screens.widgets.lettered_list import LetteredList


def of_a_kind(people: Any, kind: str, *entries: Any) -> Any:
    """The Adeyemis at a meeting of another kind."""
    family = people.the_adeyemis(*entries)
    return replace(family, meetings=(replace(family.meetings[0], type=kind),))


async def test_helpers_say_first_whether_the_family_knows_and_in_the_end_who_tells_it(
    room: Any, people: Any
) -> None:
    family = of_a_kind(people, "professionals_discussion", *people.present("w1", "w2"))
    async with room.meeting(family, "actions") as chair:
        assert "First: has the family been told?" in chair.prose
        await chair.keys("Ring housing @grace fri", "<f2>", "Ring housing @grace fri")
        assert "First: has the family been told?" in chair.prose
        assert "Nothing is taken here until then." in chair.prose
        assert chair.app.screen.query_one("#line").value == ""
        await chair.keys("<enter>")
        await chair.keys("Grace Holloway", "<down>", "yesterday", "<tab>", "why we talk")
        assert "The family knows. F4 goes on." in chair.prose
        await chair.keys("<enter>")
        await chair.go_to("workers")
        assert "Would they like to go first" not in chair.prose
        await chair.keys("a", "He sleeps", "<escape>")
        await chair.go_to("next")
        await chair.keys("imran", "<enter>", "4 dec", "<enter>", "<f4>")
        assert "✓ The family has been told." in chair.prose
        assert "Imran Sheikh tells the family by" in chair.prose
        await chair.saved()
    kept = room.family()
    assert what_was_told(kept.meetings[0]) == WhatWasTold(
        what="why we talk", by="Grace Holloway", on=date(2026, 11, 21)
    )
    assert [each.working for each in kept.contributions if isinstance(each, Contribution)] == ["He sleeps"]
    assert [(each.owner, each.due) for each in kept.actions] == [("w2", date(2026, 12, 4))]


async def test_without_a_meeting_it_is_marked_who_was_spoken_to(room: Any, people: Any) -> None:
    async with room.meeting(of_a_kind(people, "desk_review"), "welcome") as chair:
        await chair.keys("a", "f", "f", "g", "g", "g", "h", "h", "h", "h")
        assert "by phone" in chair.prose
        assert "face to face" in chair.prose
        assert "sent word" in chair.prose
        assert "not reached" in chair.prose
        await chair.go_to("story")
        await chair.keys("He sleeps now")
        await chair.go_to("finish")
        assert "✓ It is marked who was spoken to." in chair.prose
        await chair.saved()
    kept = room.family()
    assert {each.who: each.status for each in kept.attendance} == {
        "p1": "by_phone",
        "w2": "present",
        "w3": "sent_update",
        "w4": "did_not_come",
    }
    assert [line.text for line in kept.lines] == ["He sleeps now"]


async def test_a_discussion_breaks_off_and_goes_on_with_what_was_told_by_keys_alone(
    room: Any, people: Any
) -> None:
    family = of_a_kind(people, "professionals_discussion", *people.present("w1", "w2"))
    family = replace(family, meetings=(replace(family.meetings[0], went_on_because="nobody answers"),))
    async with room.meeting(family, "workers") as chair:
        await chair.keys("a", "Half a wo", "<escape>")
        await chair.go_to("finish")
        before = chair.one(LetteredList)
        before.highlight_row(before.row_count)
        await chair.keys("<enter>")
        assert "We break off and go on another day" in chair.words
        at = next(line for line in chair.words.splitlines() if "We break off" in line)
        letter = at.split("We break off")[0].replace("│", " ").replace("›", " ").split()[-1]
        await chair.keys(letter, "the fire alarm", "<enter>")
        assert "Ended at" in chair.prose
        await chair.keys("<f10>", "<enter>")
        await chair.keys("<f4>", "<enter>", "<enter>")
        await chair.sees("Helpers' discussion")
        await chair.go_to("workers")
        assert "First: has the family been told?" not in chair.prose
        assert "spoke before" in chair.prose
        await chair.saved()
    kept = room.family()
    before_it, on = sorted(kept.meetings, key=lambda each: each.number)
    assert before_it.stopped is not None
    assert (before_it.outcome, before_it.stopped.why) == ("adjourned", "the fire alarm")
    assert (on.type, on.resumes, on.went_on_because) == (before_it.type, before_it.number, "nobody answers")
    assert [each.working for each in kept.contributions] == ["Half a wo"]
