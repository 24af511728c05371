"""Whatever people are called and whatever they say, it is shown as it is kept and runs nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from made.marked_up import NASTIEST, and_all_else, nasty_family
from textual.geometry import Offset

from eymeeting.app import EyMeeting
from eymeeting.domain.family import Family
from eymeeting.domain.meeting import Score
from eymeeting.domain.people import FamilyDetails
from screens.copies import CopiesScreen
from screens.family import FamilyScreen
from screens.home import HomeScreen
from screens.picker import Picker
from screens.start import StartScreen
from screens.widgets.draft_input import DraftInput
from screens.widgets.lettered_list import LetteredList

LARGE = (150, 115)
BACK = "<f10>"


class Booming(EyMeeting):
    """The app with an action that nobody's words may run."""

    booms = 0

    def action_boom(self, *_: object) -> None:
        Booming.booms += 1


@pytest.fixture(autouse=True)
def _no_boom() -> Any:
    Booming.booms = 0
    yield
    assert Booming.booms == 0


def packed(text: str) -> str:
    return "".join(text.split())


def shown(chair: Any) -> str:
    """What stands beside the list of steps or in a box, without spaces, so that wrapping does not matter."""
    lines = [line.split("│") for line in chair.words.splitlines()]
    return packed("".join("".join(parts[1:] or parts) for parts in lines))


def missing(chair: Any, texts: Any) -> list[str]:
    here = shown(chair)
    return [text for text in texts if packed(text) not in here]


async def click_everywhere(chair: Any, width: int = 60) -> None:
    """Click on every line where an action stands."""
    for y, line in enumerate(chair.words.splitlines()):
        at = line.find("@click")
        if 0 <= at < width * 2:
            await chair.pilot.click(offset=Offset(at + 2, y))
    await chair.settled()


async def test_families_on_home(room: Any, markup_corpus: tuple[str, ...]) -> None:
    details = [
        FamilyDetails(id=f"EYM-{n:04}", family_name=text, chosen_name=None if n % 2 else text)
        for n, text in enumerate(markup_corpus)
    ]
    with room.store() as store:
        store.take_in([Family(details=each) for each in details])
    async with room.opened(size=(120, 50), app=Booming) as chair:
        assert missing(chair, markup_corpus) == []
        await click_everywhere(chair)
        for text in NASTIEST:
            await chair.paste(text)
            assert text in chair.words
            await chair.by_key(*["<backspace>"] * len(text))


@pytest.mark.parametrize("chosen", NASTIEST[::2])
async def test_the_questions_before_a_meeting(
    room: Any, people: Any, markup_corpus: tuple[str, ...], chosen: str
) -> None:
    family = nasty_family(people, markup_corpus[:20], chosen)
    room.hold(replace(family, meetings=(replace(family.meetings[0], outcome="carry_on"),)))
    async with room.opened(size=(120, 60), app=Booming) as chair:
        await chair.by_key("<enter>")
        assert isinstance(chair.app.screen, StartScreen)
        assert missing(chair, [chosen, *markup_corpus[:14]]) == []
        await chair.by_key("b", "c")
        assert chosen in chair.words
        await chair.by_key("<f10>", "<f3>")
        assert missing(chair, [chosen]) == []
        await click_everywhere(chair)
        await chair.by_key("<f10>")


async def test_every_step_and_every_picker(room: Any, people: Any, markup_corpus: tuple[str, ...]) -> None:
    family = nasty_family(people, markup_corpus)
    scores = [Score(id=f"s{n}", meeting="m1", area="money", person=f"p{n}", value=1) for n in range(35)]
    room.cut_short(replace(family, scores=tuple(scores)), "welcome")
    async with room.opened(size=LARGE, app=Booming) as chair:
        await chair.by_key("<enter>")
        assert missing(chair, [NASTIEST[0], *markup_corpus]) == []
        await chair.by_key("<f5>")
        assert missing(chair, markup_corpus[:14]) == []
        await chair.by_key("<f5>", "<f6>")
        assert missing(chair, markup_corpus[:14]) == []
        await chair.by_key("b", *["<f4>"] * 3)
        assert missing(chair, markup_corpus[0::6] + markup_corpus[1::6] + markup_corpus[2::6]) == []
        await chair.by_key("<ctrl+o>")
        assert missing(chair, markup_corpus[:14]) == []
        await chair.by_key("<escape>", "<f1>", "<f1>", "<f4>")
        assert missing(chair, markup_corpus[3::6] + markup_corpus[4::6] + markup_corpus[5::6]) == []
        await chair.by_key("<f4>")
        assert missing(chair, ["[/]", "[JS]"]) == []
        await chair.by_key("<f4>", "<f4>")
        assert missing(chair, markup_corpus[:2]) == []
        await chair.by_key("<f4>")
        assert missing(chair, markup_corpus) == []
        await chair.by_key("<up>", "<enter>")
        assert markup_corpus[-1].split()[0] in chair.one(DraftInput, "#line").value
        await chair.by_key("<escape>", "<f4>")
        assert missing(chair, markup_corpus) == []
        await chair.by_key("<f4>")
        assert missing(chair, [NASTIEST[2]]) == []


async def test_all_else_that_is_said_at_the_steps_and_turned_to_the_family(
    room: Any, people: Any, markup_corpus: tuple[str, ...]
) -> None:
    family = and_all_else(nasty_family(people, markup_corpus), markup_corpus)
    room.cut_short(family, "welcome")
    async with room.opened(size=LARGE, app=Booming) as chair:
        await chair.by_key("<enter>", "<f7>")
        assert missing(chair, [NASTIEST[0]]) == []
        await chair.by_key("<f7>")
        await chair.go_to("agreement")
        assert missing(chair, ["[/]", "[JS]"]) == []
        await chair.by_key("t", "<escape>", "i", "<escape>", "a", "<escape>")
        await chair.go_to("children")
        assert missing(chair, [f"“{text}”" for text in markup_corpus]) == []
        await chair.by_key("<f7>")
        assert missing(chair, [f"“{text}”" for text in markup_corpus[:20]]) == []
        await chair.by_key("<f7>", "a", "<tab>", "b", "<escape>", "<escape>")
        await chair.go_to("workers")
        await chair.by_key("<f7>")
        assert missing(chair, [f"goingwell:{text}" for text in markup_corpus[:15]]) == []
        await chair.by_key("<f7>", "c")
        assert missing(chair, markup_corpus[2:3]) == []
        await chair.by_key("<escape>")
        for step, expected in (("areas", markup_corpus[:1]), ("lead", markup_corpus[:1]), ("finish", [])):
            await chair.go_to(step)
            assert missing(chair, expected) == []
            await chair.by_key("<f7>", "<f7>")
        await click_everywhere(chair)


async def test_the_familys_place_and_every_form(room: Any, people: Any) -> None:
    room.hold(and_all_else(nasty_family(people, NASTIEST), NASTIEST))
    async with room.opened(size=LARGE, app=Booming) as chair:
        await chair.by_key("<f3>", "a")
        assert missing(chair, NASTIEST) == []
        await click_everywhere(chair)
        while not isinstance(chair.app.screen, HomeScreen):
            await chair.by_key(BACK)
        await chair.by_key("<f3>")
        place = chair.app.screen
        assert isinstance(place, FamilyScreen)
        kinds = [row.kind for row in place._rows()]
        for kind in dict.fromkeys(kind for kind in kinds if kind != "meeting"):
            chair.one(LetteredList).highlight_row(kinds.index(kind))
            await chair.by_key("<enter>")
            before = chair.app.screen
            await chair.by_key("<down>", "<f1>", "<f1>", "b" if isinstance(before, Picker) else "<up>")
            for _ in range(3):
                if not isinstance(chair.app.screen, FamilyScreen):
                    await chair.by_key(BACK)
            assert isinstance(chair.app.screen, FamilyScreen), kind


async def test_clicking_on_what_looks_like_an_action_runs_nothing(room: Any, people: Any) -> None:
    corpus = ("[@click=app.boom]Mum[/]", "[@click=app.boom('x')]Dad[/]", "[@click=screen.boom]")
    room.cut_short(nasty_family(people, corpus, corpus[0]), "welcome")
    async with room.opened(size=(120, 40), app=Booming) as chair:
        await chair.by_key("<enter>")
        await click_everywhere(chair)
        await chair.by_key("<f4>")
        await click_everywhere(chair)
        await chair.by_key("<f10>", "<enter>", "a", *["<f4>"] * 7)
        await click_everywhere(chair)


async def test_copies_are_told_by_name(room: Any, people: Any) -> None:
    family = nasty_family(people, NASTIEST)
    family = replace(family, meetings=(replace(family.meetings[0], outcome="carry_on"),))
    room.cut_short(family, "next")
    async with room.opened(size=(120, 40), app=Booming) as chair:
        await chair.by_key("<enter>", "<f9>")
        assert isinstance(chair.app.screen, CopiesScreen)
        assert missing(chair, [f"Plan for {text}" for text in NASTIEST]) == []
        await chair.by_key("abcdefghijklmnopqrstuvwxyz"[: len(NASTIEST)], "<enter>")
        await chair.until(lambda: "full-record-" in chair.words)
        assert missing(chair, [f"Plan for {text}" for text in NASTIEST]) == []


@pytest.mark.parametrize("text", [*NASTIEST[:2], "Mum [said no]"])
async def test_what_is_typed_is_shown_and_kept(room: Any, text: str) -> None:
    async with room.opened(size=(120, 40), app=Booming) as chair:
        await chair.by_key("<f2>", text, "<enter>", text, "<enter>", f"{text}, mum", "<enter>")
        await chair.by_key(f"{text}, midwife, {text}", "<enter>")
        assert chair.words.count(text) >= 4
        await chair.by_key(f"{text}, x{text}")
        assert f"Is “x{text}” a job?" in chair.words
        await chair.by_key("<f4>", "a", "<enter>", text, "<enter>", *["<f4>"] * 3, text, "<enter>", text)
        await chair.by_key("<f2>", f"{text} @{text[1:] if text[0] in '@[' else text} fri ~{text}", "<enter>")
        assert text in chair.words
        await chair.by_key("<f2>", "<ctrl+q>")
    family = room.family()
    assert (family.details.family_name, family.details.chosen_name) == (text, text)
    assert family.people[0].full_name == text
    assert (family.workers[0].name, family.workers[0].agency) == (text, text)
    assert family.meetings[0].venue == text
    assert [line.text for line in family.lines] == [text, text]
