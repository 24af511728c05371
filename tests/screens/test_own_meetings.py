from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from eymeeting.clock import Clock
from eymeeting.domain.family import Family
from screens.home import HomeScreen
from screens.meeting import MeetingScreen
from screens.not_for import NotForScreen
from screens.time_alone import TimeAloneScreen
from screens.widgets.lettered_list import LetteredList
from screens.widgets.line_editor import LineEditor

HERE = ("p1", "p2", "c4", "w1", "w2")


class OnTheWall(Clock):
    """A clock that stands still until it is moved on."""

    moment = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)

    def now(self) -> datetime:
        return self.moment

    def goes_on(self, minutes: int) -> None:
        self.moment += timedelta(minutes=minutes)


def of_kind(people: Any, kind: Any) -> Family:
    family: Family = people.the_adeyemis(*people.present(*HERE))
    return replace(family, meetings=(replace(family.meetings[0], type=kind),))


def texts(family: Any, *parts: str) -> list[tuple[str, str | None, str | None]]:
    return [(line.text, line.dated, line.by) for line in family.lines if line.section in parts]


async def test_one_key_goes_between_then_now_and_one_day_and_the_minutes_go_along(
    room: Any, people: Any
) -> None:
    room.clock = clock = OnTheWall()
    family = of_kind(people, "facilitated_family_meeting")
    async with room.meeting(family, "present", size=(120, 40)) as chair:
        assert chair.field == "present"
        await chair.by_key("It is loud", "<ctrl+o>", "a", "<enter>")
        clock.goes_on(2)
        await chair.by_key("<shift+tab>", "We moved @ 2019", "<enter>", "We met @ the year Remi", "<tab>")
        assert chair.field == "present"
        await chair.by_key("<f3>", " was 2012", "<tab>", "<f4>", "Our own door", "<tab>", "<down>", "<down>")
        clock.goes_on(3)
        await chair.by_key("<f4>")
        assert "▸ One day" in chair.words
        await chair.by_key("<f7>")
        assert "What mattered, in its order The year Remi was 2012 · We met 2019 · We moved" in chair.prose
        await chair.by_key("<f7>", "<f10>")
    kept = room.family()
    assert texts(kept, "past") == [("We moved", "2019", "p1"), ("We met", "the year Remi was 2012", "p1")]
    assert texts(kept, "present") == [("It is loud", None, "p1")]
    assert texts(kept, "future") == [("Our own door", None, "p1")]
    assert {each.step: each.seconds for each in kept.step_times} == {"present": 300}
    assert kept.meetings[0].type == "facilitated_family_meeting"


async def test_a_strength_is_one_key_and_goes_along_with_its_line(room: Any, people: Any) -> None:
    async with room.meeting(of_kind(people, "facilitated_family_meeting"), "past") as chair:
        await chair.by_key("Nan raised free", "<ctrl+o>", "c", "<enter>", "<ctrl+@>")
        assert "★ Nan raised free" in chair.words
        await chair.by_key("<up>", *["<backspace>"] * 4, "three @ 1970", "<enter>", "<ctrl+x>")
        assert isinstance(chair.app.screen, NotForScreen)
        await chair.by_key("a", "<enter>")
        await chair.by_key("<escape>", "And so did Grandad", "<ctrl+@>", "<ctrl+@>")
        await chair.saved()
    async with room.opened() as chair:
        await chair.by_key("<enter>")
        assert chair.one(LineEditor, "#past").text == "And so did Grandad"
        await chair.by_key("<ctrl+@>", "<ctrl+y>")
        assert "Grandad" not in chair.words
        await chair.saved()
    lines = room.family().lines
    assert [(line.section, line.text, line.by) for line in lines] == [
        ("past", "Nan raised three", "c4"),
        ("good_at", "Nan raised three", "c4"),
    ]
    assert [line.not_for for line in lines] == [lines[0].not_for] * 2
    assert lines[0].not_for


async def test_the_familys_own_time_is_a_clock_that_only_one_key_ends_and_a_kill_does_not(
    room: Any, people: Any
) -> None:
    room.clock = clock = OnTheWall()
    async with room.meeting(of_kind(people, "family_network_meeting"), "private") as chair:
        await chair.by_key(
            "d", "hello", "<enter>", "<escape>", "<f1>", "<f2>", "<ctrl+q>", "<ctrl+p>", "<f7>"
        )
        await chair.paste("pasted")
        assert isinstance(chair.app.screen, TimeAloneScreen)
        assert "You asked for 30 minutes." in chair.words
        assert not any(name in chair.words for name in ("Adeyemi", "Folake", "Grace", "hello", "pasted"))
        await chair.by_key("<f12>")
        assert "Covered." in chair.words
        await chair.by_key("<f12>", "<ctrl+u>")
        assert "We are taking a short break." in chair.words
        await chair.by_key("<enter>")
        assert isinstance(chair.app.screen, TimeAloneScreen)
    clock.goes_on(31)
    async with room.opened() as chair:
        await chair.by_key("<enter>")
        assert isinstance(chair.app.screen, TimeAloneScreen)
        assert "and have had them" in chair.words
        clock.goes_on(4)
        await chair.by_key("b", "<f10>")
        assert isinstance(chair.app.screen, MeetingScreen)
        assert "You have had 35 minutes." in chair.prose
        await chair.by_key("<f10>", "<enter>")
        assert isinstance(chair.app.screen, MeetingScreen)
    kept = room.family()
    assert kept.lines == ()
    assert {each.step: each.seconds for each in kept.step_times} == {"private": 240}


async def test_the_plan_is_agreed_or_not_and_somebody_watches(room: Any, people: Any) -> None:
    async with room.meeting(of_kind(people, "family_network_meeting"), "actions") as chair:
        await chair.by_key("Nan has the children on Sundays @joseph", "<tab>", "<enter>", "<f4>")
        assert "1. Nan has the children on Sundays" in chair.prose
        await chair.by_key("b", "Not this Sunday")
        assert "What would need to change?" in chair.words
        await chair.by_key("<shift+tab>", "a")
        assert "Why, in your own words?" in chair.words
        assert "Not this Sunday" not in chair.words
        await chair.by_key("<f8>")
        assert "Not this Sunday" in chair.words
        await chair.by_key("<f4>", "c", "e", "d", "d", "<f4>", "<f4>", "<f4>")
        assert "✓ The plan says what is still to change." in chair.prose
        assert "✓ Somebody watches that the plan works." in chair.prose
        chair.one(LetteredList).put_highlight("check lead")
        await chair.by_key("<enter>", "No worker leads", "<enter>", "<f10>")
    kept = room.family()
    [meeting] = kept.meetings
    assert (meeting.plan_agreed, meeting.plan_agreed_why) == (False, "Not this Sunday")
    assert meeting.watched_by == ("p3", "w1")
    assert [action.owner for action in kept.actions] == ["p3"]
    assert [(each.what, each.reason) for each in kept.left_open] == [("lead", "No worker leads")]


async def test_both_kinds_are_offered_where_a_first_meeting_begins(room: Any, people: Any) -> None:
    family = people.without_start(people.the_adeyemis())
    room.hold(family)
    async with room.opened() as chair:
        await chair.by_key("<enter>", "a", "<f4>", "a")
        offered = ""
        while "First family meeting" not in offered or "First family meeting" not in chair.words:
            offered += chair.words
            await chair.by_key("<up>")
        assert "Family meeting with a helper" in offered
        assert "Family review meeting" not in offered
        while "Family network meeting" not in chair.words:
            await chair.by_key("<up>")
        await chair.by_key("Larkfield", "<enter>")
        await chair.by_key("<f10>")
        assert isinstance(chair.app.screen, HomeScreen)
    [meeting] = room.family().meetings
    assert meeting.type == "family_network_meeting"
