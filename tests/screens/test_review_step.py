from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from eymeeting.domain.actions import Action, Update
from eymeeting.domain.entry import FOR_THE_FAMILY
from eymeeting.domain.family import Family, action_now
from eymeeting.domain.meeting import Line, Section
from screens.widgets.draft_input import DraftInput

LINE = "review-line"


def agreed(number: int, text: str, owner: str = "p1", due: date | None = None) -> Action:
    return Action(
        id=f"a{number}",
        position=number,
        meeting="m0",
        text=text,
        owner=owner,
        due=due or date(2026, 10, number),
        area="home",
        status="not_started",
        visibility=FOR_THE_FAMILY,
    )


def line(section: Section, text: str, by: str | None = None) -> Line:
    return Line(id=f"l-{text}", meeting="m0", section=section, text=text, by=by)


def at_a_review(people: Any, *entries: Any) -> Family:
    """The Adeyemis at a review, after a first meeting in September."""
    family: Family = people.the_adeyemis()
    now = replace(family.meetings[0], type="taf_review", number=2, position=1)
    first = replace(
        now, id="m0", number=1, position=0, type="taf_first", on=date(2026, 9, 1), outcome="carry_on"
    )
    held: Family = people.the_adeyemis(first, now, *people.present("p1", "p2", "w1", "w3", "w4"), *entries)
    return held


def answers(family: Family) -> list[tuple[str, str, str | None, date | None, str | None]]:
    told: list[Update] = sorted(family.updates, key=lambda each: int(each.action[1:]))
    return [
        (each.action, each.status, each.reason or each.note, each.due, each.reassigned_to) for each in told
    ]


async def test_ten_open_actions_are_told_in_sixty_keys_beside_the_words(room: Any, people: Any) -> None:
    actions = [agreed(number, f"Thing {number}") for number in range(1, 11)]
    keys = 0
    async with room.meeting(at_a_review(people, *actions), "review") as chair:
        assert "0 of 10 told · 10 late still to ask about" in chair.prose

        async def press(*some: str, words: str = "") -> None:
            nonlocal keys
            keys += len(some)
            await chair.keys(some[0], words, *some[1:])

        await press("d")
        await press("p", "<enter>", words="one visit done, @in 2 weeks")
        await press("n", "<enter>", words="waiting for the letter @marsh fri 11 dec")
        await press("x", "<enter>")
        await press("h", "<enter>", words="to the housing people @joe")
        await press("1")
        await press("n", "<enter>")
        await press("p", "<enter>", words="half of it @daniel")
        await press("h", "<enter>", words="daniel")
        await press("x", "<enter>", words="they moved")
        assert "9 of 10 told · 1 late still to ask about" in chair.prose
        await press("D")
        assert "10 of 10 told" in chair.prose
        await chair.saved()
    assert keys <= 60
    assert answers(room.family()) == [
        ("a1", "done", None, None, None),
        ("a2", "part_done", "one visit done,", date(2026, 12, 6), None),
        ("a3", "not_done", "waiting for the letter", date(2026, 12, 11), "w3"),
        ("a4", "no_longer_needed", None, None, None),
        ("a5", "handed_on", "to the housing people", None, "w3"),
        ("a6", "not_done", None, None, None),
        ("a7", "part_done", "half of it", None, "p2"),
        ("a8", "handed_on", None, None, "p2"),
        ("a9", "no_longer_needed", "they moved", None, None),
        ("a10", "done", None, None, None),
    ]


async def test_a_line_is_understood_aloud_asks_which_joe_and_survives_a_cut(room: Any, people: Any) -> None:
    family = at_a_review(people, agreed(1, "Ring housing"), agreed(2, "Buy paint"))
    async with room.meeting(family, "review", size=(120, 40)) as chair:
        await chair.keys("<down>", "n", "no answer @joe fri 26 dec", "<left>", "<left>")
        assert "“no answer” · Which “joe”: Joe Marsh" in chair.prose
        assert "26 December is a Saturday, not a Friday." in chair.prose
        await chair.saved()
    async with room.opened() as chair:
        await chair.keys("<enter>")
        assert (chair.field, chair.one(DraftInput, f"#{LINE}").value) == (LINE, "no answer @joe fri 26 dec")
        await chair.keys("<home>", "<end>", *["<backspace>"] * 10, "sat 26 dec", "<enter>")
        assert "Which joe? 1 Joe Marsh (Housing officer, Harbour Homes) 2 Joe Bell" in chair.prose
        await chair.keys("<escape>")
        assert "Half typed. Enter goes on with it." in chair.prose
        await chair.keys("<enter>", "<enter>", "2")
        assert chair.field == "asked"
        assert (
            "× 2. Buy paint Not done · no answer · Joe Bell has it now · by Saturday 26 December"
            in chair.prose
        )
        await chair.keys("<down>", "<enter>")
        assert chair.one(DraftInput, f"#{LINE}").value == "no answer @Joe Bell Saturday 26 December 2026"
        assert "That is a Saturday. That is Boxing Day." in chair.prose
        await chair.keys("<escape>", "<f8>")
        assert "As before: the news of “Buy paint”." in chair.prose
        await chair.keys("<delete>")
        assert "0 of 2 told" in chair.prose
        await chair.saved()
    assert room.family().updates == ()


async def test_an_answer_is_given_again_taken_back_and_left_half_typed_words_are_kept(
    room: Any, people: Any
) -> None:
    family = at_a_review(
        people,
        agreed(1, "Ring housing", "w3"),
        line("change", "The damp", "p1"),
        line("life_when", "We sleep"),
    )
    async with room.meeting(family, "review") as chair:
        await chair.keys("<enter>", "he rang", "<enter>")
        assert "· 1. Ring housing News · he rang What you wanted" in chair.prose
        await chair.keys("t", "t")
        assert "✓ The damp — Folake It has come true." in chair.prose
        assert "✓ We sleep It has come true." in chair.prose
        await chair.keys("<f8>", "<up>", "<up>", "h", "<escape>")
        assert "Handed on · he rang · nobody has it yet" in chair.prose
        await chair.keys("<f7>")
        assert "→ Joe Marsh: Ring housing — Handed on · he rang · nobody has it yet" in chair.prose
        await chair.keys("<f7>", "<backspace>")
        assert "0 of 1 told" in chair.prose
        await chair.keys("<f8>", "p", " twice @daniel", "<f4>")
        await chair.saved()
    kept = room.family()
    assert answers(kept) == [("a1", "part_done", "he rang twice", None, "p2")]
    assert action_now(kept, kept.actions[0]).owner == "p2"
    assert [each.done for each in kept.lines] == [True, None]


async def test_a_review_shows_the_story_and_asks_only_what_has_changed(room: Any, people: Any) -> None:
    family = at_a_review(
        people,
        line("past", "We moved here."),
        line("present", "It is damp.", "p1"),
        line("future", "Dry rooms."),
    )
    async with room.meeting(family, "story") as chair:
        words = chair.prose
        assert "Before · We moved here. Now · It is damp. — Folake What we hope for · Dry rooms." in words
        assert "What has changed since we last met?" in words
        assert "What should people know about before?" not in words
        await chair.keys("The heater works", "<enter>")
        await chair.go_to("review")
        assert "Nothing is open from before." in chair.prose
        await chair.keys("d", "t", "<backspace>", "<enter>")
        await chair.saved()
    [new] = [each for each in room.family().lines if each.meeting == people.MEETING]
    assert (new.section, new.text) == ("present", "The heater works")
