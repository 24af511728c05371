from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.widgets import Button, Label, Static, Tooltip

from eymeeting.domain.text import clean_line
from screens.plain import plain
from screens.widgets.spacing import centred, cut, fitted, short_labels, short_names, steady

Seen = Callable[[App[Any]], str]
names = st.lists(st.text(max_size=30).map(clean_line).filter(bool), min_size=1, max_size=8)
cells = st.integers(min_value=4, max_value=24)


class Corpus(App[None]):
    TOOLTIP_DELAY = 0.01

    def __init__(self, corpus: tuple[str, ...]) -> None:
        super().__init__()
        self.corpus = corpus
        self.booms = 0

    def compose(self) -> ComposeResult:
        for text in self.corpus:
            yield Static(plain(text), classes="words")
        yield Label(plain("[/"), id="label")
        yield Button(plain("[@click=app.boom]Mum[/]"))

    def on_mount(self) -> None:
        label = self.query_one("#label", Label)
        label.styles.width = 20
        label.styles.border = ("solid", "white")
        label.border_title = plain("[JS]")
        for words in self.query(Static):
            words.tooltip = plain("[/red] Mum [said no]")

    def action_boom(self) -> None:
        self.booms += 1


def test_the_corpus_holds_thirty_five_different_strings(markup_corpus: tuple[str, ...]) -> None:
    assert len(set(markup_corpus)) == len(markup_corpus) == 35


def test_plain_words_come_back_as_they_were_given(markup_corpus: tuple[str, ...]) -> None:
    for text in markup_corpus:
        assert plain(text).plain == text
        assert plain(text).spans == []


async def test_plain_words_are_shown_as_they_are_and_run_nothing(
    seen: Seen, markup_corpus: tuple[str, ...]
) -> None:
    app = Corpus(markup_corpus)
    async with app.run_test(size=(80, 50), notifications=True, tooltips=True) as pilot:
        lines = [line.strip() for line in seen(app).splitlines()]
        assert lines[: len(markup_corpus)] == list(markup_corpus)
        assert "[JS]" in lines[len(markup_corpus)]
        for place, text in enumerate(markup_corpus):
            if "@click" in text:
                await pilot.click(Static, offset=(1, place))
        await pilot.click(Button)
        await pilot.hover(Static)
        for _ in range(50):
            if app.screen.query_one(Tooltip).display:
                break
            await pilot.pause()
        assert "[/red] Mum [said no]" in seen(app)
    assert app.booms == 0


@settings(max_examples=60)
@given(st.text(max_size=40).map(clean_line), st.integers(min_value=0, max_value=30))
def test_fitted_words_fill_their_cells_exactly(text: str, wide: int) -> None:
    assert cell_len(fitted(text, wide).plain) == wide
    assert cell_len(centred(text, wide).plain) == wide


@settings(max_examples=60)
@given(st.text(max_size=40).map(clean_line), st.integers(min_value=1, max_value=30))
def test_words_are_shortened_only_where_they_do_not_fit(text: str, wide: int) -> None:
    short = cut(text, wide)
    assert cell_len(short) <= wide
    assert short == steady(text) if cell_len(steady(text)) <= wide else short.endswith("…")


@example(["\U000e0000"], 4)
@settings(max_examples=100)
@given(names, cells)
def test_shortened_names_fit_and_can_be_told_apart(people: list[str], wide: int) -> None:
    for shortened in (short_names(people, wide), short_labels(people, wide)):
        assert len(set(shortened)) == len(people)
        assert all(0 < cell_len(name) <= wide for name in shortened)


def test_a_name_is_shortened_the_way_people_would() -> None:
    assert short_names(["Folake Adeyemi", "Mum", "Dr Amara Okafor"], 6) == ("Folake", "Mum", "Amara")
    assert short_names(["Joe Marsh", "Joe Bell"], 6) == ("Joe M", "Joe B")
    assert short_names(["Grandmother", "Grandfather"], 6) == ("G…mot…", "G…fat…")
    assert short_names(["Grandmother", "Mum"], 6) == ("Grand…", "Mum")


def test_areas_that_begin_alike_are_told_apart_by_their_ends() -> None:
    areas = ["How our children are growing", "How our children are learning"]
    assert short_labels(areas, 20) == ("How our chil…growing", "How our chi…learning")


def test_namesakes_are_numbered() -> None:
    assert short_names(["Joe Marsh", "Mum", "Joe Marsh"], 8) == ("Joe M… 1", "Mum", "Joe M… 2")


def test_signs_whose_width_terminals_disagree_on_are_drawn_apart() -> None:
    family = "👨\u200d👩\u200d👧"
    assert steady(family) == "👨👩👧"
    assert cell_len(fitted(f"{family} Marsh", 10).plain) == 10
    assert fitted("line\nbreak\tand tab", 20).plain == "line break and tab  "
