from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, ClassVar

import pytest
from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.strip import Strip

from screens.widgets.lettered_list import LetteredList, LetteredRow

Seen = Callable[[App[Any]], str]

FAMILY = "The family"
HELPERS = "The people who help"
ROWS = (
    LetteredRow("p1", "Folake", "mother", "present", "✓", FAMILY),
    LetteredRow("p2", "Daniel", "father", "not here", "", FAMILY),
    LetteredRow("c1", "Remi", "daughter", "present", "✓", FAMILY),
    LetteredRow("w1", "Grace Holloway", "family support worker", "late", "~", HELPERS),
    LetteredRow("w2", "Imran Sheikh", "health visitor", "", "", HELPERS),
)


class Room(App[None]):
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "spare('a')", "Letter a", tooltip="Letter a"),
        Binding("z", "spare('z')", "Letter z", tooltip="Letter z"),
    ]

    def __init__(self, people: LetteredList) -> None:
        super().__init__()
        self.people = people
        self.chosen: list[str] = []
        self.others: list[str] = []
        self.spare: list[str] = []

    def compose(self) -> ComposeResult:
        yield self.people

    def on_lettered_list_chosen(self, message: LetteredList.Chosen) -> None:
        assert message.control is self.people
        self.chosen.append(message.id)

    def on_lettered_list_other(self, message: LetteredList.Other) -> None:
        assert message.control is self.people
        self.others.append(message.id)

    def action_spare(self, letter: str) -> None:
        self.spare.append(letter)


class CountingList(LetteredList):
    drawn: ClassVar[list[int]] = []

    def render_line(self, y: int) -> Strip:
        self.drawn.append(y)
        return super().render_line(y)


def crowd(count: int) -> list[LetteredRow]:
    return [LetteredRow(f"p{number}", f"Person {number}") for number in range(1, count + 1)]


@pytest.fixture
def room() -> Room:
    return Room(LetteredList(ROWS, other=True))


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_everyone_has_a_letter_under_their_heading(
    room: Room, seen: Seen, size: tuple[int, int]
) -> None:
    async with room.run_test(size=size, notifications=True, tooltips=True):
        assert seen(room).rstrip().splitlines() == [
            "The family",
            "› a  ✓ Folake          mother                 present",
            "  b    Daniel          father                 not here",
            "  c  ✓ Remi            daughter               present",
            "The people who help",
            "  d  ~ Grace Holloway  family support worker  late",
            "  e    Imran Sheikh    health visitor",
        ]


async def test_a_letter_chooses_and_takes_the_highlight(room: Room, seen: Seen) -> None:
    async with room.run_test(size=(80, 24), notifications=True, tooltips=True) as pilot:
        await pilot.press("d", "b")
        assert room.chosen == ["w1", "p2"]
        assert room.people.highlighted == "p2"
        assert "› b    Daniel" in seen(room)
        assert "  a  ✓ Folake" in seen(room)


async def test_shift_and_a_letter_is_the_other_choice(room: Room) -> None:
    async with room.run_test(size=(80, 24), notifications=True, tooltips=True) as pilot:
        await pilot.press("D", "up", "full_stop")
        assert room.others == ["w1", "c1"]
        assert room.chosen == []


async def test_arrows_pass_over_headings_and_space_or_enter_chooses(room: Room) -> None:
    async with room.run_test(size=(80, 24), notifications=True, tooltips=True) as pilot:
        await pilot.press("down", "down", "down", "space", "end", "down", "enter", "home", "up", "enter")
        assert room.chosen == ["w1", "w2", "p1"]


async def test_only_letters_beside_somebody_are_taken(room: Room) -> None:
    async with room.run_test(size=(80, 24), notifications=True, tooltips=True) as pilot:
        await pilot.press("a", "z", "ctrl+a")
        assert room.chosen == ["p1"]
        assert room.spare == ["z"]
        assert room.people.check_consume_key("e", "e")
        assert not room.people.check_consume_key("f", "f")
        assert not room.people.check_consume_key("left", None)


async def test_a_click_chooses_and_a_heading_does_not(room: Room) -> None:
    async with room.run_test(size=(80, 24), notifications=True, tooltips=True) as pilot:
        await pilot.click(LetteredList, offset=(12, 5))
        await pilot.click(LetteredList, offset=(2, 4))
        assert room.chosen == ["w1"]


async def test_those_after_z_are_reached_with_the_arrows(seen: Seen) -> None:
    room = Room(LetteredList(crowd(30)))
    async with room.run_test(size=(80, 24), notifications=True, tooltips=True) as pilot:
        await pilot.press("z", "down", "enter")
        assert room.chosen == ["p26", "p27"]
        assert "  z  Person 26" in seen(room)
        assert "›    Person 27" in seen(room)


async def test_a_list_taller_than_its_room_scrolls_with_the_highlight(seen: Seen) -> None:
    rows = [replace(row, group=FAMILY) for row in crowd(30)]
    room = Room(LetteredList(rows))
    async with room.run_test(size=(80, 24), notifications=True, tooltips=True) as pilot:
        assert "Person 24" not in seen(room)
        await pilot.press("pagedown")
        assert "› y  Person 25" in seen(room)
        assert FAMILY not in seen(room)
        await pilot.press("end")
        assert "Person 30" in seen(room)
        await pilot.press("home")
        assert seen(room).splitlines()[0].startswith(FAMILY)
        await pilot.press("x")
        await pilot.resize_terminal(80, 5)
        assert "› x  Person 24" in seen(room)


async def test_showing_again_keeps_the_highlight_and_draws_what_changed(seen: Seen) -> None:
    room = Room(CountingList(ROWS))
    async with room.run_test(size=(80, 24), notifications=True, tooltips=True) as pilot:
        await pilot.press("d")
        CountingList.drawn.clear()
        room.people.show([*ROWS[:3], replace(ROWS[3], state="present", mark="✓"), ROWS[4]])
        await pilot.pause()
        assert set(CountingList.drawn) == {5}
        assert "› d  ✓ Grace Holloway  family support worker  present" in seen(room)


async def test_the_highlight_follows_its_person_and_then_its_line(room: Room, seen: Seen) -> None:
    async with room.run_test(size=(80, 24), notifications=True, tooltips=True) as pilot:
        await pilot.press("c")
        newcomer = LetteredRow("p9", "Grandad Joseph", "grandfather", group=FAMILY)
        room.people.show([newcomer, *ROWS])
        assert room.people.highlighted == "c1"
        assert "› d  ✓ Remi" in seen(room)
        room.people.show(ROWS[:2])
        await pilot.pause()
        assert room.people.highlighted == "p2"
        assert "Grace" not in seen(room)
        room.people.show([])
        await pilot.press("a", "enter", "space", "down", "full_stop")
        assert room.people.highlighted is None
        assert room.chosen == ["c1"]


def test_there_is_no_key_for_another_choice_where_a_list_offers_none() -> None:
    assert LetteredList(ROWS).check_action("other", ()) is False
    assert LetteredList(ROWS, other=True).check_action("other", ()) is True


async def test_less_room_shortens_the_detail_before_the_state_and_the_name(seen: Seen) -> None:
    room = Room(LetteredList(ROWS))
    async with room.run_test(size=(80, 24), notifications=True, tooltips=True) as pilot:
        for width, line in (
            (45, "  d  ~ Grace Holloway  family supp…  late"),
            (32, "  d  ~ Grace Holloway  late"),
            (24, "  d  ~ Grace…   late"),
            (120, "  d  ~ Grace Holloway  family support worker  late"),
        ):
            await pilot.resize_terminal(width, 24)
            assert line in seen(room)


async def test_a_state_that_would_be_cut_takes_the_room_its_own_name_leaves(seen: Seen) -> None:
    rows = [
        LetteredRow("m1", "A meeting with Mark", state="we carry on"),
        LetteredRow("n1", "Next time", state="Tuesday 20 October, 2pm, in 3 days"),
    ]
    room = Room(LetteredList(rows))
    async with room.run_test(size=(50, 24), notifications=True, tooltips=True):
        assert "a  A meeting with Mark  we carry on" in seen(room)
        assert "b  Next time  Tuesday 20 October, 2pm, in 3 days" in seen(room)


async def test_words_are_shown_as_they_were_given(seen: Seen, markup_corpus: tuple[str, ...]) -> None:
    rows = [LetteredRow(str(place), text, text, text, text, text) for place, text in enumerate(markup_corpus)]
    room = Room(LetteredList(rows))
    async with room.run_test(size=(160, 80), notifications=True, tooltips=True) as pilot:
        lines = seen(room).splitlines()
        for place, text in enumerate(markup_corpus):
            assert lines[2 * place] == text
            assert lines[2 * place + 1].count(text) >= 4
        for y in range(70):
            if "@click" in lines[y]:
                await pilot.click(LetteredList, offset=(8, y))
        assert room.is_running


async def test_wide_words_keep_the_columns_in_line(seen: Seen) -> None:
    names = ["陳美玲", "José\u0301", "👨\u200d👩\u200d👧 Marsh", "ශ්\u200dරී", "Łukasz"]
    room = Room(LetteredList([LetteredRow(name, name, "aunt", "here", "✓") for name in names]))
    async with room.run_test(size=(80, 24), notifications=True, tooltips=True):
        lines = seen(room).splitlines()[: len(names)]
        assert len({cell_len(line[: line.index("aunt")]) for line in lines}) == 1
        assert len({cell_len(line[: line.index("here")]) for line in lines}) == 1


def test_every_key_says_what_it_does() -> None:
    assert all(binding.tooltip and binding.id for _, binding in LetteredList()._bindings)
