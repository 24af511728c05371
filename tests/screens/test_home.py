from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from made.wards import agreed, everybody_came, given, met, wards
from textual.widgets import Input, Static

from db.home import FamilyFound
from db.interchange import read_families
from eymeeting.app import EyMeeting
from eymeeting.demo import demo_families
from eymeeting.domain.family import Family
from eymeeting.domain.people import FamilyDetails
from screens.family import FamilyScreen
from screens.help import HelpScreen
from screens.home import HomeScreen
from screens.home_rows import how_it_stands
from screens.meeting import MeetingScreen
from screens.new_family import NewFamilyScreen
from screens.picker import Picker
from screens.start import StartScreen
from screens.widgets.family_list import FamilyList

TODAY = date(2026, 11, 22)
DAY = timedelta(days=1)


class Covered(EyMeeting):
    """The app with the names covered at first."""

    def get_default_screen(self) -> HomeScreen:
        return HomeScreen(self._finder, self._clock, demo=False, covered=True)


class Uncovered(EyMeeting):
    """The app with the names to be seen at once."""

    def get_default_screen(self) -> HomeScreen:
        return HomeScreen(self._finder, self._clock, demo=False, covered=False)


def called(family: Family, name: str) -> Family:
    return replace(family, details=replace(family.details, chosen_name=name))


def everything_due() -> list[Family]:
    """A family for each thing that today may need, and one that needs nothing."""
    october = date(2026, 10, 6)
    return [
        called(met(wards("W-1"), TODAY, None), "Today's Wards"),
        called(given(met(wards("W-2"), october, again=TODAY - 70 * DAY), "p1"), "Late Wards"),
        called(wards("W-3", opened=date(2026, 10, 1)), "New Wards"),
        called(given(agreed(met(wards("W-4"), october, "lighter_touch"), october), "p1"), "Busy Wards"),
        called(met(wards("W-5"), october, "lighter_touch"), "Empty-handed Wards"),
        called(everybody_came(met(wards("W-6"), TODAY + 30 * DAY, None)), "Quiet Wards"),
    ]


async def counted(chair: Any) -> None:
    """Wait for what comes a moment after the first frame: what is counted in working days."""
    await chair.until(lambda: chair.app.screen._counting is not None)
    await chair.settled()


async def test_an_empty_home_says_how_to_begin(room: Any) -> None:
    async with room.opened(app=Covered) as chair:
        assert "No family yet. F2 adds one." in chair.words
        await chair.keys("<enter>", "<f3>", "<down>", "<up>", "<pagedown>", "<pageup>", "<f12>", "<ctrl+d>")
        assert isinstance(chair.app.screen, HomeScreen)
        assert "No family yet. F2 adds one." in chair.words
        for key in ("F1 Help", "F2 New family", "F6 Settings", " Cover", "Ctrl+Q Quit"):
            assert key in chair.words


def test_a_plan_that_is_closed_is_said_to_be_so() -> None:
    met = date(2026, 7, 21)
    found = FamilyFound("W-1", "Wards", None, begun=False, last_met=met, next_meeting=None, closed=met)
    assert how_it_stands(found, date(2026, 11, 22)) == "closed Tuesday 21 July"


async def test_home_says_what_today_needs_a_plain_line_for_each_family(room: Any) -> None:
    for family in everything_due():
        room.hold(family)
    async with room.opened(app=Uncovered) as chair:
        await counted(chair)
        shown = chair.one(FamilyList)
        lines = [" ".join(line.split()) for line in chair.words.splitlines()]
        assert lines[4:20] == [
            "Today · 1",
            "› Today's Wards 16:00 · Kiln Lane",
            "Reviews due · 1",
            "Late Wards 70 days late, agreed for 13 September",
            "First meetings late or due · 1",
            "New Wards was due by 22 October, about 4 weeks ago",
            "Actions late · 1",
            "Busy Wards 1 late, due 6 October",
            "Copies not given · 1",
            "Empty-handed Wards no copy yet, met 6 October",
            "All families",
            "Busy Wards met Tuesday 6 October",
            "Empty-handed Wards met Tuesday 6 October",
            "Late Wards was to meet again Sunday 13 September",
            "New Wards not met yet",
            "Quiet Wards meeting planned, Tuesday 22 December",
        ]
        assert shown.highlighted == "W-1"
        passed = []
        for _ in range(5):
            await chair.keys("<down>")
            passed.append(shown.highlighted)
        assert passed == ["W-2", "W-3", "W-4", "W-5", "W-4"]
        await chair.keys("busy")
        assert "Today" not in chair.words
        assert "All families" not in chair.words
        assert (shown.row_count, shown.highlighted) == (1, "W-4")
        await chair.keys("xx")
        assert "Nobody here is called that." in chair.words
        await chair.keys(*["<backspace>"] * 6)
        assert "Reviews due · 1" in chair.words


async def test_a_section_row_opens_its_family_with_enter_and_with_the_mouse(room: Any) -> None:
    for family in everything_due():
        room.hold(family)
    async with room.opened(app=Uncovered) as chair:
        await counted(chair)
        await chair.keys("<down>", "<down>", "<enter>", "a")
        assert isinstance(chair.app.screen, FamilyScreen)
        assert "New Wards" in chair.words
        await chair.keys("<f10>")
        assert (chair.field, chair.one(FamilyList).highlighted) == ("find", "W-3")
        await chair.pilot.click(FamilyList, offset=(6, 2))
        await chair.pilot.click(FamilyList, offset=(6, 3))
        assert chair.one(FamilyList).highlighted == "W-2"
        await chair.pilot.click(FamilyList, offset=(6, 3))
        await chair.settled()
        assert isinstance(chair.app.screen, FamilyScreen)
        assert "Late Wards" in chair.words


async def test_enter_goes_to_todays_meeting_and_f3_to_the_family(room: Any) -> None:
    for family in everything_due():
        room.hold(family)
    room.hold(called(given(met(wards("W-7"), TODAY - 42 * DAY, again=TODAY), "p1"), "Agreed Wards"))
    async with room.opened(app=Uncovered) as chair:
        for typed, place in (("today's", StartScreen), ("agreed", StartScreen), ("quiet", Picker)):
            chair.one(Input, "#find").value = typed
            await chair.keys("<enter>")
            assert isinstance(chair.app.screen, place), typed
            await chair.keys("<f10>")
        chair.one(Input, "#find").value = "today's"
        await chair.keys("<f3>", "a")
        assert isinstance(chair.app.screen, FamilyScreen)


async def test_a_covered_home_names_nobody(room: Any) -> None:
    families = everything_due()
    for family in families:
        room.hold(family)
    names = ["Ward", "Zofia", "W-", "Kiln Lane", *(family.details.chosen_name or "" for family in families)]
    async with room.opened(app=Covered) as chair:
        await counted(chair)

        def names_nobody() -> bool:
            drawn = str(chair.one(Static, "#covered").render())
            return "Covered" in chair.words and not any(n in chair.words or n in drawn for n in names)

        assert names_nobody()
        for words in ("1 meeting today", "1 review due", "1 first meeting late or due", "Enter Show names"):
            assert words in chair.words
        await chair.keys("<down>", "<f3>", "<pagedown>")
        assert isinstance(chair.app.screen, HomeScreen)
        await chair.keys("new w")
        assert "New Wards" in chair.words
        assert "Late Wards" not in chair.words
        await chair.keys("<f12>")
        assert names_nobody()
        assert chair.one(Input, "#find").value == ""
        for show, cover in (("<enter>", "<f12>"), ("<f12>", "<ctrl+d>"), ("<ctrl+d>", "<f12>")):
            await chair.keys(show)
            assert "Late Wards" in chair.words
            await chair.keys(cover)
            assert names_nobody()
        await chair.keys("<enter>", "<down>", "<f1>", "<escape>")
        assert "Late Wards" in chair.words
        await chair.keys("<enter>", "a", "<f10>")
        assert names_nobody()
        assert "F3 Family" not in chair.words
        await chair.keys("<enter>")
        assert chair.one(FamilyList).highlighted == "W-2"


async def test_families_are_found_as_a_name_is_typed(room: Any) -> None:
    with room.store() as store:
        store.take_in(read_families(demo_families()))
        refs = store.refs()
    async with room.opened(app=Uncovered) as chair:
        shown = chair.one(FamilyList)
        await chair.keys(refs[-1].lower())
        assert (shown.row_count, shown.highlighted) == (1, refs[-1])
        await chair.keys("zzz")
        assert shown.row_count == 0
        await chair.keys(*["<backspace>"] * 30, "<down>", "<down>", "<up>")
        assert shown.highlighted is not None
        assert shown.row_count >= len(refs)


async def test_families_of_one_name_are_told_apart(room: Any) -> None:
    for ref, name in (("T-1", "Ward"), ("T-2", "ward"), ("T-3", "Bell")):
        room.hold(Family(details=FamilyDetails(id=ref, family_name=name)))
    async with room.opened(app=Uncovered) as chair:
        shown = [line.strip(" ›").split("  ")[0] for line in chair.words.splitlines()[4:7]]
        assert shown == ["Bell", "T-1 · Ward", "T-2 · ward"]


async def test_a_meeting_under_way_asks_only_who_types(room: Any, people: Any) -> None:
    room.hold(people.the_adeyemis())
    async with room.opened(app=Uncovered) as chair:
        assert "10:00 · Larkfield" in chair.words
        await chair.keys("<enter>", "c")
        assert "Joe Marsh is typing" in chair.words
        await chair.keys("<f10>")
        assert "under way since" in chair.words
    assert len(room.family().meetings) == 1


async def test_home_looks_the_same_after_every_other_place(room: Any, people: Any) -> None:
    room.hold(people.the_adeyemis())
    async with room.opened(app=Uncovered) as chair:
        await chair.keys("<enter>", "a", "<f10>")
        before = chair.words
        await chair.keys("<f2>", "<f10>", "<f3>", "<f10>", "<f1>", "<f1>", "<enter>", "<f10>")
        await chair.keys("<enter>", "<f5>", "<f10>", "<f1>", "<f1>", "<f10>")
        assert isinstance(chair.app.screen, HomeScreen)
        assert chair.words == before


async def test_help_lists_homes_keys_and_goes_back(room: Any, people: Any) -> None:
    room.hold(people.the_adeyemis())
    async with room.opened(app=Uncovered) as chair:
        await chair.keys("<f1>")
        assert isinstance(chair.app.screen, HelpScreen)
        for words in ("F2, Ctrl+N", "Add a family", "F3, Ctrl+O", "Ctrl+Q", "F12, Ctrl+D"):
            assert words in chair.prose
        await chair.keys("<escape>")
        assert chair.field == "find"


async def test_control_keys_do_what_function_keys_do(room: Any, people: Any) -> None:
    room.hold(people.the_adeyemis())
    async with room.opened(app=Uncovered) as chair:
        await chair.keys("<ctrl+n>")
        assert isinstance(chair.app.screen, NewFamilyScreen)
        await chair.keys("<ctrl+g>", "<ctrl+o>", "b")
        assert isinstance(chair.app.screen, FamilyScreen)
        await chair.keys("<ctrl+t>", "b")
        assert isinstance(chair.app.screen, MeetingScreen)
        first = "▸ Welcome"
        await chair.keys("<ctrl+t>")
        assert first not in chair.words
        await chair.keys("<ctrl+b>")
        assert first in chair.words
        await chair.keys("<ctrl+l>")
        assert "Who came in, or left, just now?" in chair.words
        await chair.keys("<ctrl+l>", "<ctrl+k>")
        assert "Who has the keyboard now?" in chair.words
        await chair.keys("<ctrl+g>", "a", "<ctrl+r>", "<ctrl+g>")
        assert isinstance(chair.app.screen, HomeScreen)


async def test_the_palette_offers_no_picture_of_the_screen(room: Any) -> None:
    async with room.opened(app=Uncovered) as chair:
        titles = [command.title.casefold() for command in chair.app.get_system_commands(chair.app.screen)]
    assert titles
    assert not any("screenshot" in title for title in titles)
