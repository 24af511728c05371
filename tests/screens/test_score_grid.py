from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, ClassVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.events import Key
from textual.pilot import Pilot
from textual.strip import Strip

from screens.widgets.grid_walk import GridPlace, GridView, GridWalk
from screens.widgets.score_grid import GridArea, GridPerson, ScoreGrid

Seen = Callable[[App[Any]], str]
Score = int | str | None

AREAS = (
    GridArea("money", "Money", "Paying for what we need, bills, debts, benefits", "Having enough"),
    GridArea("home", "Our home", "Is it safe, warm, big enough, ours to stay in?"),
    GridArea("relationships", "Getting on together", "How we talk, argue and make up; couples and children"),
    GridArea("feelings", "How we feel", "Worry, low mood, sleep, stress"),
    GridArea("health", "Our health", "Illness, food, teeth, jabs, moving about"),
    GridArea("child_dev", "How our children are growing", "Talking, playing, eating, being with others"),
    GridArea("routines", "Everyday life", "Bedtimes, mealtimes, getting out, rules"),
    GridArea("learning", "Nursery, school and learning", "Going, liking it, getting on"),
    GridArea("support", "People around us", "Friends, family, neighbours, groups, faith"),
    GridArea("work", "Work and training"),
)
PEOPLE = (
    GridPerson("p1", "Folake Adeyemi"),
    GridPerson("p2", "Daniel Adeyemi"),
    GridPerson("p3", "Grandad Joseph"),
    GridPerson("c1", "Remi", is_child=True),
    GridPerson("w1", "Grace Holloway"),
    GridPerson("w2", "Imran Sheikh"),
)


class Meeting(App[None]):
    CSS = "ScoreGrid { width: 58; }"

    def __init__(self, grid: ScoreGrid) -> None:
        super().__init__()
        self.grid = grid
        self.scored: list[tuple[str, str, Score]] = []
        self.moved: list[tuple[str, str]] = []
        self.keeps_scores = True

    def compose(self) -> ComposeResult:
        yield self.grid

    def on_score_grid_scored(self, message: ScoreGrid.Scored) -> None:
        self.scored.append((message.area, message.person, message.value))
        if self.keeps_scores:
            message.grid.show_score(message.area, message.person, message.value)

    def on_score_grid_moved(self, message: ScoreGrid.Moved) -> None:
        assert message.control is self.grid
        self.moved.append((message.area, message.person))


class CountingGrid(ScoreGrid):
    drawn: ClassVar[list[int]] = []

    def render_line(self, y: int) -> Strip:
        self.drawn.append(y)
        return super().render_line(y)


async def type_quickly(pilot: Pilot[None], keys: str) -> None:
    """Every key at once, as fast as a terminal can send them."""
    for key in keys:
        pilot.app.post_message(Key("enter", "\r") if key == "\n" else Key(key, key))
    await pilot.pause()


def everyone(count: int) -> tuple[GridPerson, ...]:
    return tuple(GridPerson(f"p{number}", f"Person {number}") for number in range(1, count + 1))


def row(words: str, label: str) -> str:
    return next(line for line in words.splitlines() if line.startswith(label))


@pytest.fixture
def meeting() -> Meeting:
    return Meeting(ScoreGrid(AREAS, PEOPLE, {}))


async def test_digits_score_and_move_on_and_nought_is_ten(meeting: Meeting, seen: Seen) -> None:
    async with meeting.run_test(size=(80, 24), notifications=True, tooltips=True) as pilot:
        await pilot.press("7", "0", "minus", "space", "4")
        assert meeting.scored == [
            ("money", "p1", 7),
            ("money", "p2", 10),
            ("money", "p3", "prefer_not_to_say"),
            ("money", "c1", "not_asked"),
            ("money", "w1", 4),
        ]
        assert meeting.grid.cursor == ("money", "w2")
        assert row(seen(meeting), "Money").split() == ["Money", "7", "10", "–", "/", "4", "[", "·]"]


@pytest.mark.parametrize("ending", ["", "\n"])
async def test_six_people_by_ten_areas_take_seventy_five_keys_at_most(meeting: Meeting, ending: str) -> None:
    async with meeting.run_test(size=(80, 24), notifications=True, tooltips=True) as pilot:
        keys = ("123456" + ending) * 10
        assert len(keys) <= 75
        await type_quickly(pilot, keys)
        assert len(meeting.scored) == 60
        assert {(area, person): value for area, person, value in meeting.scored} == {
            (area.id, person.id): score for area in AREAS for score, person in enumerate(PEOPLE, start=1)
        }


async def test_enter_in_the_middle_of_a_row_goes_to_the_next_area(meeting: Meeting) -> None:
    async with meeting.run_test(size=(80, 24), notifications=True, tooltips=True) as pilot:
        await pilot.press("5", "enter")
        assert meeting.grid.cursor == ("home", "p1")
        await pilot.press("enter")
        assert meeting.grid.cursor == ("relationships", "p1")


async def test_only_the_enter_right_after_a_row_is_its_end(meeting: Meeting) -> None:
    async with meeting.run_test(size=(80, 24), notifications=True, tooltips=True) as pilot:
        await type_quickly(pilot, "123456")
        assert meeting.grid.cursor == ("home", "p1")
        await pilot.press("enter")
        assert meeting.grid.cursor == ("home", "p1")
        await pilot.press("enter")
        assert meeting.grid.cursor == ("relationships", "p1")


async def test_arrows_go_back_and_stop_at_the_edges(meeting: Meeting) -> None:
    async with meeting.run_test(size=(80, 24), notifications=True, tooltips=True) as pilot:
        await pilot.press("up", "left")
        assert meeting.moved == []
        await pilot.press("8", "left", "3", "down", "end", "right", "home")
        assert meeting.scored == [("money", "p1", 8), ("money", "p1", 3)]
        assert meeting.moved == [
            ("money", "p2"),
            ("money", "p1"),
            ("money", "p2"),
            ("home", "p2"),
            ("home", "w2"),
            ("home", "p1"),
        ]


@pytest.mark.parametrize("key", ["backspace", "delete"])
async def test_a_score_can_be_taken_away(meeting: Meeting, seen: Seen, key: str) -> None:
    async with meeting.run_test(size=(80, 24), notifications=True, tooltips=True) as pilot:
        await pilot.press("8", key)
        assert meeting.scored == [("money", "p1", 8)]
        await pilot.press("left", key)
        assert meeting.scored[-1] == ("money", "p1", None)
        assert meeting.grid.cursor == ("money", "p1")
        assert "[ ·]" in row(seen(meeting), "Money")


async def test_nothing_is_drawn_until_it_is_kept(meeting: Meeting, seen: Seen) -> None:
    meeting.keeps_scores = False
    async with meeting.run_test(size=(80, 24), notifications=True, tooltips=True) as pilot:
        await pilot.press("7")
        assert meeting.scored == [("money", "p1", 7)]
        assert "7" not in row(seen(meeting), "Money")
        meeting.grid.show_score("money", "p1", 7)
        assert "7" in row(seen(meeting), "Money")
        meeting.grid.show_score("money", "nobody", 9)


async def test_scores_already_given_are_shown(seen: Seen) -> None:
    scores: dict[tuple[str, str], int | str] = {
        ("money", "p1"): 10,
        ("home", "c1"): "not_asked",
        ("home", "p2"): "prefer_not_to_say",
    }
    meeting = Meeting(ScoreGrid(AREAS, PEOPLE, scores))
    async with meeting.run_test(size=(80, 24), notifications=True, tooltips=True):
        words = seen(meeting)
        assert row(words, "Money").split() == ["Money", "[10]", *"·····"]
        assert row(words, "Our home").split() == ["Our", "home", "·", "–", "·", "/", "·", "·"]
        assert "0 is ten  – rather not say  / not asked  · not yet" in words


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_six_people_and_ten_areas_fit_in_fifty_eight_cells(
    meeting: Meeting, seen: Seen, size: tuple[int, int]
) -> None:
    async with meeting.run_test(size=size, notifications=True, tooltips=True):
        words = seen(meeting)
        assert all(cell_len(line) <= 58 for line in words.splitlines())
        head = " ".join(words.splitlines()[2:4]).split()
        assert sorted(head) == ["Daniel", "Folake", "Grace", "Grandad", "Imran", "Remi"]
        assert "How our children" in words
        for area in ("Money", "Work and training"):
            assert row(words, area).count("·") == 6
        assert "more" not in words


async def test_the_lines_above_say_in_full_where_the_cursor_is(meeting: Meeting, seen: Seen) -> None:
    async with meeting.run_test(size=(80, 24), notifications=True, tooltips=True):
        meeting.grid.move_to("child_dev", "p3")
        told = " ".join(seen(meeting).splitlines()[:2])
        assert told == (
            "Grandad Joseph · How our children are growing: Talking, playing, eating, being with others"
        )


async def test_a_child_is_asked_in_the_childs_words(meeting: Meeting, seen: Seen) -> None:
    async with meeting.run_test(size=(80, 24), notifications=True, tooltips=True):
        meeting.grid.move_to("money", "c1")
        words = seen(meeting)
        assert "Remi · Having enough" in words
        assert row(words, "Having enough").count("·") == 6
        assert "bills" not in words
        meeting.grid.move_to("home", "c1")
        assert "Remi · Our home: Is it safe" in seen(meeting)
        assert "Money" in seen(meeting)


async def test_more_people_than_fit_scroll_sideways_and_a_mark_says_so(seen: Seen) -> None:
    meeting = Meeting(ScoreGrid(AREAS, everyone(12), {("money", "p12"): 9}))
    async with meeting.run_test(size=(80, 24), notifications=True, tooltips=True) as pilot:
        assert "5 more ›" in seen(meeting)
        assert "9" not in row(seen(meeting), "Money")
        await pilot.press("end")
        assert "‹ 5 more" in seen(meeting)
        assert "[ 9]" in row(seen(meeting), "Money")
        await pilot.press("home", *["right"] * 7)
        assert "‹ 1 more  4 more ›" in seen(meeting)
        assert meeting.grid.cursor == ("money", "p8")


async def test_more_areas_than_fit_scroll_with_the_cursor(seen: Seen) -> None:
    meeting = Meeting(ScoreGrid(AREAS, PEOPLE, {}))
    async with meeting.run_test(size=(58, 10), notifications=True, tooltips=True) as pilot:
        assert "↓ 4 more" in seen(meeting)
        meeting.grid.move_to("work", "p1")
        await pilot.pause()
        assert "[ ·]" in row(seen(meeting), "Work")
        assert "↑ 4 more" in seen(meeting)
        await pilot.resize_terminal(58, 4)
        assert "[ ·]" in row(seen(meeting), "Work")
        await pilot.resize_terminal(3, 2)
        await pilot.resize_terminal(58, 24)
        assert "more" not in seen(meeting)


async def test_names_are_shown_as_they_were_given(seen: Seen, markup_corpus: tuple[str, ...]) -> None:
    areas = [GridArea(f"a{n}", text, text, text) for n, text in enumerate(markup_corpus)]
    people = [GridPerson(f"p{n}", text, is_child=bool(n % 2)) for n, text in enumerate(markup_corpus)]
    meeting = Meeting(ScoreGrid(areas, people, {}))
    async with meeting.run_test(size=(120, 45), notifications=True, tooltips=True) as pilot:
        meeting.grid.styles.width = 120
        await pilot.pause()
        for area, person, text in zip(areas, people, markup_corpus, strict=True):
            meeting.grid.move_to(area.id, person.id)
            assert seen(meeting).startswith(f"{text} · {text}")
        meeting.grid.show(areas, people[:1], {})
        await pilot.pause()
        rows = seen(meeting).splitlines()[3:38]
        assert [re.sub(r" +(\[ ·\]|·)$", "", line) for line in rows] == list(markup_corpus)
        for person in people:
            meeting.grid.show(areas[:1], [person], {})
            await pilot.pause()
            if len(person.name) < 14:
                assert seen(meeting).splitlines()[2].strip() == person.name


async def test_wide_words_keep_the_columns_in_line(seen: Seen) -> None:
    names = ["陳美玲", "José\u0301", "👨\u200d👩\u200d👧 Marsh", "ශ්\u200dරී", "Łukasz"]
    areas = [GridArea(f"a{n}", name) for n, name in enumerate([*names, "我們的家和我們住的地方非常好"])]
    people = [GridPerson(f"p{n}", name) for n, name in enumerate(names)]
    meeting = Meeting(ScoreGrid(areas, people, {}))
    async with meeting.run_test(size=(80, 24), notifications=True, tooltips=True):
        rows = seen(meeting).splitlines()[3:9]
        places = [[cell_len(line[: dot.start()]) for dot in re.finditer("·", line)] for line in rows]
        assert len(places[0]) == len(names)
        assert all(place == places[0] for place in places)
        assert "陳美玲" in seen(meeting)


async def test_names_too_long_for_their_column_stand_in_two_lines_where_there_is_room(seen: Seen) -> None:
    names = ("Oluwaseun", "Bartholomew", "Thandiwe", "Folake", "Siân", "Alexandra")
    people = [GridPerson(f"p{n}", name) for n, name in enumerate(names)]
    meeting = Meeting(ScoreGrid(AREAS, people, {}))
    async with meeting.run_test(size=(58, 15), notifications=True, tooltips=True) as pilot:
        first, second, money = seen(meeting).splitlines()[2:5]
        assert first.split() == ["Oluwaseun", "Thandiwe", "Siân"]
        assert second.split() == ["Bartholomew", "Folake", "Alexandra"]
        middles = [
            line.index(name) + len(name) / 2 for line, name in ((first, "Thandiwe"), (second, "Alexandra"))
        ]
        dots = [found.start() for found in re.finditer("·", money)]
        assert abs(middles[0] - dots[2]) <= 1.5
        assert abs(middles[1] - dots[5]) <= 1.5
        await pilot.resize_terminal(58, 14)
        assert "Oluwaseun" not in "".join(seen(meeting).splitlines()[2:4])
        assert row(seen(meeting), "Work and training")


async def test_scores_alone_that_changed_are_drawn_when_all_are_shown_again() -> None:
    meeting = Meeting(CountingGrid(AREAS, PEOPLE, {("money", "p1"): 4}))
    async with meeting.run_test(size=(80, 24), notifications=True, tooltips=True) as pilot:
        await pilot.pause()
        CountingGrid.drawn.clear()
        meeting.grid.show(AREAS, PEOPLE, {("home", "p1"): 4})
        await pilot.pause()
        assert set(CountingGrid.drawn) == {4, 5}


async def test_a_click_brings_the_cursor(meeting: Meeting) -> None:
    async with meeting.run_test(size=(80, 24), notifications=True, tooltips=True) as pilot:
        await pilot.click(ScoreGrid, offset=(19 + 6 * 4 + 2, 6))
        assert meeting.grid.cursor == ("relationships", "w1")
        await pilot.click(ScoreGrid, offset=(2, 5))
        assert meeting.grid.cursor == ("home", "w1")
        await pilot.click(ScoreGrid, offset=(21, 2))
        assert meeting.grid.cursor == ("home", "p1")


async def test_only_the_lines_that_changed_are_drawn_again() -> None:
    meeting = Meeting(CountingGrid(AREAS, PEOPLE, {}))
    async with meeting.run_test(size=(80, 24), notifications=True, tooltips=True) as pilot:
        await pilot.pause()
        CountingGrid.drawn.clear()
        meeting.grid.show_score("feelings", "p3", 6)
        await pilot.pause()
        assert set(CountingGrid.drawn) == {7}
        CountingGrid.drawn.clear()
        await pilot.press("down")
        assert set(CountingGrid.drawn) == {0, 1, 2, 3, 4, 5}


async def test_other_areas_and_people_can_be_shown_in_place(meeting: Meeting, seen: Seen) -> None:
    async with meeting.run_test(size=(80, 24), notifications=True, tooltips=True) as pilot:
        meeting.grid.move_to("support", "w2")
        meeting.grid.show(AREAS[7:9], PEOPLE[4:], {("support", "w2"): 3})
        await pilot.pause()
        assert meeting.grid.cursor == ("support", "w2")
        assert "[ 3]" in row(seen(meeting), "People around us")
        assert "Money" not in seen(meeting)
        meeting.grid.show(AREAS[:1], PEOPLE[:1], {})
        assert meeting.grid.cursor == ("money", "p1")


async def test_a_grid_without_people_says_so_and_takes_no_keys(seen: Seen) -> None:
    meeting = Meeting(ScoreGrid(AREAS, (), {}))
    async with meeting.run_test(size=(80, 24), notifications=True, tooltips=True) as pilot:
        await pilot.press("7", "enter", "down", "backspace", "end")
        await pilot.click(ScoreGrid)
        assert "There is nobody, or nothing, to score together yet." in seen(meeting)
        assert meeting.grid.cursor == ("", "")
        assert meeting.scored == []


def test_every_key_says_what_it_does() -> None:
    assert all(binding.tooltip and binding.id for _, binding in ScoreGrid([], [], {})._bindings)


@settings(max_examples=50)
@given(st.integers(1, 12), st.integers(1, 8), st.data())
def test_scoring_straight_on_visits_every_cell_once_with_or_without_enters(
    areas: int, people: int, data: st.DataObject
) -> None:
    walk, place, visited = GridWalk(areas, people), GridPlace(), []
    for _ in range(areas * people):
        visited.append((place.area, place.person))
        place = walk.after_score(place)
        if place.row_just_ended and data.draw(st.booleans()):
            place = walk.after_enter(place)
    assert visited == [(area, person) for area in range(areas) for person in range(people)]


@settings(max_examples=80)
@given(
    st.integers(1, 40),
    st.integers(1, 12),
    st.lists(st.tuples(st.integers(-50, 50), st.integers(-50, 50)), max_size=8),
)
def test_the_cursor_stays_in_the_grid_and_in_sight(
    count: int, shown: int, steps: list[tuple[int, int]]
) -> None:
    walk, place, view = GridWalk(count, count), GridPlace(), GridView()
    shown = min(shown, count)
    for down, right in steps:
        place = walk.moved(place, down=down, right=right)
        view = walk.view_of(place, view, shown, shown)
        assert 0 <= view.area <= place.area < view.area + shown <= count
        assert 0 <= view.person <= place.person < view.person + shown <= count


async def test_showing_the_scores_again_keeps_the_row_that_was_just_ended(meeting: Meeting) -> None:
    async with meeting.run_test(size=(80, 24), notifications=True, tooltips=True) as pilot:
        await type_quickly(pilot, "123456")
        meeting.grid.show(AREAS, PEOPLE, {})
        await type_quickly(pilot, "\n")
        assert meeting.grid.cursor == ("home", "p1")
