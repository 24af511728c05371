from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, ClassVar, overload

import pytest
from textual.app import App, ComposeResult
from textual.strip import Strip
from textual.widgets import Input

from screens.widgets.family_list import FamilyList, FamilyRow, Section

Seen = Callable[[App[Any]], str]

EMPTY = "No family is called that. Try a part of the name, or the reference on their copy."


class Home(App[None]):
    def __init__(self, families: FamilyList) -> None:
        super().__init__()
        self.families = families
        self.opened: list[str] = []
        self.highlighted: list[str] = []

    def compose(self) -> ComposeResult:
        yield self.families

    def on_family_list_opened(self, message: FamilyList.Opened) -> None:
        assert message.control is self.families
        self.opened.append(message.ref)

    def on_family_list_highlighted(self, message: FamilyList.Highlighted) -> None:
        assert message.control is self.families
        self.highlighted.append(message.ref)


class Search(Home):
    def compose(self) -> ComposeResult:
        yield Input()
        yield self.families

    def on_key(self, event: Any) -> None:
        if event.key == "down":
            self.families.action_cursor_down()
        elif event.key == "up":
            self.families.action_cursor_up()

    def on_input_submitted(self) -> None:
        self.families.action_open()


class Shelf(Sequence[FamilyRow]):
    """Fifty thousand families of which only those asked for are fetched."""

    def __init__(self) -> None:
        self.fetched: set[int] = set()

    def __len__(self) -> int:
        return 50_000

    @overload
    def __getitem__(self, place: int) -> FamilyRow: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[FamilyRow]: ...
    def __getitem__(self, place: int | slice) -> FamilyRow | Sequence[FamilyRow]:
        assert isinstance(place, int)
        self.fetched.add(place)
        return FamilyRow(f"F{place}", f"Family {place}")


class CountingList(FamilyList):
    drawn: ClassVar[list[int]] = []

    def render_line(self, y: int) -> Strip:
        self.drawn.append(y)
        return super().render_line(y)


def families(count: int) -> list[FamilyRow]:
    return [FamilyRow(f"F{place}", f"Family {place}", f"review in {place} days") for place in range(count)]


@pytest.fixture
def home() -> Home:
    return Home(FamilyList(families(100), empty=EMPTY))


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_keys_move_the_highlight_and_enter_opens(home: Home, seen: Seen, size: tuple[int, int]) -> None:
    async with home.run_test(size=size, notifications=True, tooltips=True) as pilot:
        assert seen(home).splitlines()[0].startswith("› Family 0")
        await pilot.press("down", "down", "up", "enter")
        assert home.opened == ["F1"]
        assert "› Family 1 " in seen(home)
        await pilot.press("up", "up", "pagedown", "pageup", "end", "enter", "home")
        assert home.highlighted == ["F1", "F2", "F1", "F0", f"F{size[1]}", "F0", "F99", "F0"]
        assert home.opened == ["F1", "F99"]


async def test_the_highlight_stays_in_sight(home: Home, seen: Seen) -> None:
    async with home.run_test(size=(80, 24), notifications=True, tooltips=True) as pilot:
        await pilot.press("end")
        assert "› Family 99   " in seen(home).splitlines()[-1]
        assert "review in 99 days" in seen(home)
        await pilot.resize_terminal(80, 6)
        assert "› Family 99" in seen(home)
        await pilot.press("home")
        assert seen(home).splitlines()[0].startswith("› Family 0")


async def test_only_the_families_in_sight_are_fetched(seen: Seen) -> None:
    shelf = Shelf()
    home = Home(FamilyList(empty=EMPTY))
    async with home.run_test(size=(80, 24), notifications=True, tooltips=True) as pilot:
        home.families.show(shelf)
        await pilot.pause()
        assert "› Family 0" in seen(home)
        assert len(shelf.fetched) <= 24
        await pilot.press("end", "enter")
        assert home.opened == ["F49999"]
        assert "› Family 49999" in seen(home)
        assert len(shelf.fetched) <= 48


async def test_a_move_draws_two_lines() -> None:
    home = Home(CountingList(families(50_000)))
    async with home.run_test(size=(80, 24), notifications=True, tooltips=True) as pilot:
        await pilot.pause()
        CountingList.drawn.clear()
        await pilot.press("down")
        assert set(CountingList.drawn) == {0, 1}


async def test_a_click_highlights_and_a_second_opens(home: Home) -> None:
    async with home.run_test(size=(80, 24), notifications=True, tooltips=True) as pilot:
        await pilot.click(FamilyList, offset=(5, 0))
        assert home.opened == []
        await pilot.click(FamilyList, offset=(5, 3))
        assert home.highlighted == ["F3"]
        assert home.opened == []
        await pilot.click(FamilyList, offset=(5, 3))
        assert home.opened == ["F3"]


async def test_a_click_after_the_keys_moved_away_only_highlights(home: Home) -> None:
    async with home.run_test(size=(80, 24), notifications=True, tooltips=True) as pilot:
        await pilot.click(FamilyList, offset=(5, 3))
        await pilot.press("down")
        await pilot.click(FamilyList, offset=(5, 3))
        assert home.opened == []


async def test_an_empty_list_says_why_and_opens_nothing(home: Home, seen: Seen) -> None:
    async with home.run_test(size=(80, 24), notifications=True, tooltips=True) as pilot:
        home.families.show([])
        await pilot.press("enter", "down", "end")
        await pilot.click(FamilyList, offset=(1, 0))
        assert " ".join(seen(home).split()) == EMPTY
        assert home.families.highlighted is None
        assert home.opened == []
        await pilot.resize_terminal(30, 24)
        assert " ".join(seen(home).split()) == EMPTY


async def test_other_families_put_the_highlight_first_unless_it_is_still_there(home: Home) -> None:
    async with home.run_test(size=(80, 24), notifications=True, tooltips=True) as pilot:
        await pilot.press("down", "down", "down")
        home.families.show(families(90))
        assert home.families.highlighted == "F3"
        home.families.show(families(100)[10:])
        await pilot.pause()
        assert home.families.highlighted == "F10"
        assert home.highlighted == ["F1", "F2", "F3", "F10"]


async def test_fewer_families_after_scrolling_are_all_in_sight(home: Home, seen: Seen) -> None:
    async with home.run_test(size=(80, 24), notifications=True, tooltips=True) as pilot:
        await pilot.press("end")
        home.families.show(families(3))
        await pilot.pause()
        assert [line.split()[-4] for line in seen(home).split("\n")[:3]] == ["review"] * 3


async def test_a_search_field_can_move_and_open_without_losing_the_focus(seen: Seen) -> None:
    home = Search(FamilyList(families(5)))
    async with home.run_test(size=(80, 24), notifications=True, tooltips=True) as pilot:
        await pilot.press("x", "down", "down", "up", "enter")
        assert isinstance(home.focused, Input)
        assert home.opened == ["F1"]
        assert "› Family 1 " in seen(home)


async def test_words_are_shown_as_they_were_given(seen: Seen, markup_corpus: tuple[str, ...]) -> None:
    rows = [FamilyRow(f"F{place}", text, text) for place, text in enumerate(markup_corpus)]
    home = Home(FamilyList(rows))
    async with home.run_test(size=(80, 40), notifications=True, tooltips=True):
        lines = seen(home).splitlines()
        for line, text in zip(lines, markup_corpus, strict=False):
            assert [line[2:33].rstrip(), line[33:]] == [text, text]
        for text in markup_corpus:
            home.families._empty = text
            home.families.show([])
            assert seen(home).split("\n")[0] == text


SECTIONS = [
    Section("Today · 1", families(1), short=True),
    Section("Nothing", []),
    Section("Late · 8", families(8), short=True),
    Section("All families", families(3)),
]


async def test_headings_are_passed_over_and_cannot_be_chosen(home: Home, seen: Seen) -> None:
    async with home.run_test(size=(80, 8), notifications=True, tooltips=True) as pilot:
        home.families.show_sections(SECTIONS)
        await pilot.pause()
        lines = [line.split("  ")[0] for line in seen(home).splitlines()]
        assert lines[:3] == ["Today · 1", "› Family 0", "Late · 8"]
        assert "Nothing" not in seen(home)
        await pilot.press("down", "enter")
        assert home.opened == ["F0"]
        await pilot.press("up")
        home.highlighted.clear()
        await pilot.click(FamilyList, offset=(3, 2))
        await pilot.click(FamilyList, offset=(3, 2))
        assert (home.opened, home.highlighted) == (["F0"], [])
        await pilot.press("end", "up", "up")
        lines = [line.split("  ")[0] for line in seen(home).splitlines()]
        assert lines[lines.index("› Family 0") - 1] == "All families"


async def test_the_rest_of_a_long_section_is_shown_when_it_is_asked_for(home: Home, seen: Seen) -> None:
    async with home.run_test(size=(80, 24), notifications=True, tooltips=True) as pilot:
        home.families.show_sections(SECTIONS)
        await pilot.press(*["down"] * 6)
        assert "› … 3 more. Enter shows them." in seen(home)
        assert home.families.highlighted is None
        await pilot.press("enter")
        assert home.families.highlighted == "F5"
        assert "more" not in seen(home)
        home.families.show_sections(SECTIONS)
        assert home.families.highlighted == "F5"
        await pilot.press("down", "down", "down", "enter")
        assert home.opened == ["F0"]
        home.families.show_sections([Section("Late · 8", families(6)[::-1], short=True), *SECTIONS[3:]])
        await pilot.press("enter")
        assert home.opened == ["F0", "F0"]
        again = Home(FamilyList(families(7)))
    async with again.run_test(size=(80, 24), notifications=True, tooltips=True) as pilot:
        again.families.show_sections([Section("Late · 7", families(7), short=True)])
        await pilot.click(FamilyList, offset=(3, 6))
        assert again.families.row_count == 7


async def test_the_highlight_stays_with_its_family_when_a_section_comes_above(home: Home) -> None:
    async with home.run_test(size=(80, 24), notifications=True, tooltips=True) as pilot:
        home.families.show_sections(SECTIONS[2:])
        await pilot.press("down", "down")
        home.families.show_sections(SECTIONS)
        await pilot.press("enter")
        assert home.opened == ["F2"]
        home.families.show_sections([SECTIONS[0], Section("Late · 8", families(8)[2:], short=True)])
        assert home.families.highlighted == "F2"
        home.families.show_sections([SECTIONS[0], Section("Late · 8", families(8)[3:], short=True)])
        assert home.families.highlighted == "F0"


def test_every_key_says_what_it_does() -> None:
    assert all(binding.tooltip and binding.id for _, binding in FamilyList()._bindings)
