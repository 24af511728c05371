from __future__ import annotations

from dataclasses import replace
from typing import Any

from textual.widgets import Input

from db.interchange import read_families
from eymeeting.demo import demo_families
from screens.help import HelpScreen
from screens.home import HomeScreen
from screens.meeting import MeetingScreen
from screens.new_family import NewFamilyScreen
from screens.start import StartScreen
from screens.widgets.family_list import FamilyList


async def test_an_empty_home_says_how_to_begin(room: Any) -> None:
    async with room.opened() as chair:
        assert "No family yet. F2 adds one." in chair.words
        await chair.keys("<enter>", "<f3>", "<down>", "<up>", "<pagedown>", "<pageup>")
        assert isinstance(chair.app.screen, HomeScreen)
        for key in ("F1 Help", "F2 New family", "F3 People", "Ctrl+Q Quit"):
            assert key in chair.words


async def test_families_are_found_as_a_name_is_typed(room: Any) -> None:
    with room.store() as store:
        store.take_in(read_families(demo_families()))
        names = [store.family(ref).details for ref in store.refs()]
    async with room.opened() as chair:
        shown = chair.one(FamilyList)
        assert shown.row_count == len(names)
        wanted = names[-1]
        await chair.keys(wanted.id.lower())
        assert (shown.row_count, shown.highlighted) == (1, wanted.id)
        await chair.keys("zzz")
        assert shown.row_count == 0
        await chair.keys(*["<backspace>"] * 30, "<down>", "<down>", "<up>")
        assert shown.highlighted is not None
        second = shown.highlighted
        await chair.keys("<enter>")
        assert not isinstance(chair.app.screen, HomeScreen)
        await chair.keys("<f10>")
        assert (chair.field, shown.highlighted) == ("find", second)


async def test_every_demo_family_opens_at_its_meeting(room: Any) -> None:
    with room.store() as store:
        store.take_in(read_families(demo_families()))
        refs = store.refs()
    async with room.opened() as chair:
        for ref in refs:
            chair.one(Input, "#find").value = ref
            await chair.keys("<enter>")
            if isinstance(chair.app.screen, StartScreen):
                await chair.keys("a", "<enter>", "<enter>")
            assert isinstance(chair.app.screen, MeetingScreen), ref
            await chair.keys("<f10>")


async def test_a_family_without_anybody_to_type_is_given_people_first(room: Any, people: Any) -> None:
    room.hold(replace(people.without_start(people.the_adeyemis()), workers=()))
    async with room.opened() as chair:
        await chair.keys("<enter>")
        assert isinstance(chair.app.screen, NewFamilyScreen)


async def test_a_meeting_under_way_asks_only_who_types(room: Any, people: Any) -> None:
    room.hold(people.the_adeyemis())
    async with room.opened() as chair:
        assert "meeting under way, Sunday 22 November" in chair.words
        await chair.keys("<enter>", "c")
        assert "Joe Marsh is typing" in chair.words
        await chair.keys("<f10>")
    assert len(room.family().meetings) == 1


async def test_home_looks_the_same_after_every_other_place(room: Any, people: Any) -> None:
    room.hold(people.the_adeyemis())
    async with room.opened() as chair:
        before = chair.words
        await chair.keys("<f2>", "<f10>", "<f3>", "<f10>", "<f1>", "<f1>", "<enter>", "<f10>", "<enter>", "a")
        await chair.keys("<f5>", "<f10>", "<f1>", "<f1>", "<f10>")
        assert isinstance(chair.app.screen, HomeScreen)
        assert chair.words == before


async def test_help_lists_homes_keys_and_goes_back(room: Any) -> None:
    async with room.opened() as chair:
        await chair.keys("<f1>")
        assert isinstance(chair.app.screen, HelpScreen)
        for words in ("F2, Ctrl+N", "Add a family", "F3, Ctrl+O", "Ctrl+Q"):
            assert words in chair.prose
        await chair.keys("<escape>")
        assert chair.field == "find"


async def test_control_keys_do_what_function_keys_do(room: Any, people: Any) -> None:
    room.hold(people.the_adeyemis())
    async with room.opened() as chair:
        await chair.keys("<ctrl+n>")
        assert isinstance(chair.app.screen, NewFamilyScreen)
        await chair.keys("<ctrl+g>", "<ctrl+o>")
        assert "People and workers" in chair.words
        await chair.keys("<ctrl+t>", "b")
        assert isinstance(chair.app.screen, MeetingScreen)
        await chair.keys("<ctrl+t>")
        assert "▸ Your story" in chair.words
        await chair.keys("<ctrl+b>", "<ctrl+l>")
        assert "Who came in, or left, just now?" in chair.words
        await chair.keys("<ctrl+l>", "<ctrl+k>")
        assert "Who has the keyboard now?" in chair.words
        await chair.keys("<ctrl+g>", "a", "<ctrl+r>", "<ctrl+g>")
        assert isinstance(chair.app.screen, HomeScreen)


async def test_the_palette_offers_no_picture_of_the_screen(room: Any) -> None:
    async with room.opened() as chair:
        titles = [command.title.casefold() for command in chair.app.get_system_commands(chair.app.screen)]
    assert titles
    assert not any("screenshot" in title for title in titles)
