"""What is expected of the screens: nobody in front of them reads what is kept from them."""

from __future__ import annotations

import re
from datetime import date
from typing import Any, NamedTuple

from made.expected import (
    PACK,
    TOLD_IN_CONFIDENCE,
    families,
    kept_from_kelly,
    kept_from_mark,
    kept_from_rana,
    lins_own,
    zoes_words,
)
from made.papers import everything_in, found_in

from eymeeting.clock import Clock
from screens.face import FaceScreen
from screens.family import FamilyScreen
from screens.meeting import MeetingScreen
from screens.steps.step import Step


class Walked(NamedTuple):
    """All lines that were on the screen: at the steps, and turned to the family."""

    steps: str
    turned: str

    @property
    def all(self) -> str:
        return f"{self.steps}\n{self.turned}"


def lines(chair: Any) -> str:
    """The screen line by line, and once more as prose, for words that run on in the next line."""
    return f"{chair.words}\n{chair.prose}\n"


async def look_at_the_place(chair: Any, letter: str) -> str:
    """Open the family, with somebody at the keyboard, and read all of its place and which actions there are."""
    await chair.keys("<f3>", letter)
    assert isinstance(chair.app.screen, FamilyScreen)
    told = lines(chair)
    for key in ("<pagedown>", "<end>", "<home>"):
        await chair.keys(key)
        told += lines(chair)
    await chair.keys("a")
    told += lines(chair)
    await chair.keys("<escape>")
    return told


async def walk(chair: Any) -> Walked:
    """Go through every step of a meeting, turn each to the family, and the plan so far and the read-back once."""
    assert isinstance(chair.app.screen, MeetingScreen)
    steps, turned, before = "", "", None
    while before != (here := chair.app.screen.query_one("#step", Step).STEP):
        steps += lines(chair)
        turned += await turned_round(chair, whole=before is None)
        before = here
        await chair.keys("<f4>")
    return Walked(steps, turned)


async def turned_round(chair: Any, *, whole: bool) -> str:
    """What a step turns to the family, down to its end; when ``whole`` the pages too that are alike at each step."""
    await chair.keys("<f7>")
    assert isinstance(chair.app.screen, FaceScreen)
    told, pages = "", {page_of(chair)}
    while page_of(chair) == max(pages) and (whole or len(pages) == 1):
        told += lines(chair)
        await chair.keys("<space>")
        pages.add(page_of(chair))
    await chair.keys("<f7>")
    return told


def page_of(chair: Any) -> int:
    found = re.search(r"\((\d) of \d\)", chair.words)
    assert found is not None
    return int(found[1])


async def make_the_copies(room: Any, chair: Any, *ticked: str) -> tuple[str, str]:
    """Make the copies that are ticked, and these. What the screen says, how much is left out too; what they hold.

    The record is for whoever may read more, and does not count.
    """
    await chair.keys("<f9>", "l", *ticked)
    told = lines(chair)
    await chair.keys("<enter>")
    told += lines(chair)
    await chair.keys("<enter>")
    made = sorted(room.copies.rglob("*.docx"))
    papers = [each for each in made if not each.name.startswith("full-record")]
    assert papers
    return told, "\n".join(map(everything_in, papers))


def addresses(ref: str) -> list[str]:
    homes = families()[ref].households
    return [each for home in homes for each in (*home.lines, home.postcode) if each]


def phones(ref: str) -> list[str]:
    return [each.phone for each in families()[ref].people if each.phone]


def numbers_beside(name: str, told: str) -> list[str]:
    """The lines in which a number follows a name at once, as a score does."""
    return re.findall(rf"\b{name}:? +\[? *\d+\b", told)


async def test_0003_with_mark_there_nothing_of_ranas_life_is_on_any_screen_or_his_copy(room: Any) -> None:
    room.hold(families()["EYM-0003"])
    async with room.opened() as chair:
        await chair.keys("<f3>", "d", "g")
        walked = await walk(chair)
        told, held = await make_the_copies(room, chair)
    kept = kept_from_mark()
    assert found_in(walked.all, kept) == []
    assert found_in(walked.all, [PACK.area_name("safety")]) == []
    assert numbers_beside("Rana", walked.all) == []
    assert numbers_beside("Mark", walked.turned)
    assert found_in(walked.turned, [*addresses("EYM-0003"), *phones("EYM-0003"), "Rana"]) == []
    assert found_in(told, [*kept, "Plan for Rana"]) == []
    assert found_in(held, [*kept, "Rana"]) == []


async def test_0003_with_rana_there_nothing_of_marks_life_is_and_the_refuge_nowhere(room: Any) -> None:
    room.hold(families()["EYM-0003"])
    async with room.opened() as chair:
        place = await look_at_the_place(chair, "d")
        await chair.keys("h")
        walked = await walk(chair)
    on_none = [*addresses("EYM-0003"), *phones("EYM-0003"), "refuge", "MARAC", "side door"]
    assert found_in(place, [*on_none, *kept_from_rana()]) == []
    assert found_in(walked.all, [*on_none, *kept_from_rana()]) == []
    assert numbers_beside("Mark", walked.all) == []
    assert found_in(walked.turned, ["Mark"]) == []


async def test_0005_the_carer_is_a_foster_carer_without_a_last_name_and_the_mother_can_sign(
    room: Any,
) -> None:
    room.hold(families()["EYM-0005"])
    async with room.opened() as chair:
        place = await look_at_the_place(chair, "a")
        await chair.keys("g")
        walked = await walk(chair)
        told, held = await make_the_copies(room, chair, "b")
        await chair.keys("<f10>", "<f3>", "d")
        carers = lines(chair)
        await chair.keys("<right>")
        mothers = lines(chair)
    assert found_in(place, [*addresses("EYM-0005"), *phones("EYM-0005")]) == []
    assert found_in(walked.all + told, kept_from_kelly()) == []
    assert found_in(held, ["Maureen, foster carer", "mum"]) == ["Maureen, foster carer"]
    assert found_in(walked.all, ["Maureen (foster carer)", "Maureen (mum)", "Maureen (mother)"])[1:] == []
    assert "Maureen (foster carer)" in walked.steps
    assert "Maureen answers for themselves, not for the children." in carers
    assert "Kelly can agree for the children." in mothers


async def test_0007_lins_private_words_and_what_came_of_them_are_on_no_screen_and_no_copy(room: Any) -> None:
    room.hold(families()["EYM-0007"])
    async with room.opened() as chair:
        place = await look_at_the_place(chair, "c")
        await chair.keys("h")
        walked = await walk(chair)
        told, held = await make_the_copies(room, chair)
    assert found_in(place + walked.all + told + held, lins_own()) == []
    assert found_in(walked.turned, [zoes_words()])
    assert found_in(held, [zoes_words(), "This page belongs to Zoë"]) == [
        zoes_words(),
        "This page belongs to Zoë",
    ]


async def test_0008_the_school_is_stopped_housing_drops_off_the_list_and_any_day_can_be_looked_at(
    room: Any,
) -> None:
    room.clock = Clock(date(2026, 4, 22))
    room.hold(families()["EYM-0008"])
    async with room.opened() as chair:
        await chair.keys("<f3>", "b", "<f6>", "<f9>")
        await chair.sees("-w2.docx")
        owes = chair.words
        await chair.keys("<escape>", "d")
        after = chair.words
        await chair.keys("<f5>", "20 april", "<enter>")
        before = chair.words
        await chair.keys("<f10>", "b", *["<down>"] * 17)
        assert "› Tom Birkett" in chair.words
        await chair.keys("a")
        stopped = chair.prose
    assert re.search(r"Transfer request +needs somebody new", owes)
    assert [each.name for each in room.copies.rglob("*.docx")] == ["actions-EYM-0008-2026-04-22-w2.docx"]
    assert re.search(r"Housing +stopped", after)
    assert re.search(r"Housing +yes", before)
    assert re.search(r"Hillside Primary +no", before)
    assert "The family said no to sharing with Hillside Primary on Tuesday 10 February." in stopped
    assert room.family("EYM-0008").invitations == ()
    assert families()["EYM-0008"].agreements[0].on == date(2026, 2, 10)


async def test_0013_what_was_told_in_confidence_is_on_no_screen_turned_to_the_family(room: Any) -> None:
    room.hold(families()["EYM-0013"])
    async with room.opened() as chair:
        place = await look_at_the_place(chair, "a")
        await chair.keys("e", "<enter>")
        ways = chair.prose
        await chair.keys("<escape>", "<escape>", "g")
        walked = await walk(chair)
        told, held = await make_the_copies(room, chair)
        folder = room.copies / "EYM-0013" / "2026-03-31"
        plan_of_efua = everything_in(folder / "family-plan-EYM-0013-2026-03-31-p1.docx")
        copy_of_the_lead = everything_in(folder / "lead-copy-EYM-0013-2026-03-31-w1.docx")
    theirs = ["Copy for Luca", "Copy for Nonna", "This page belongs to Abena"]
    assert found_in(held.replace(plan_of_efua, "").replace(copy_of_the_lead, ""), TOLD_IN_CONFIDENCE) == []
    assert found_in(copy_of_the_lead, TOLD_IN_CONFIDENCE) == ["GP letter"], "w1 was in the chair"
    assert found_in(held, theirs) == theirs
    assert found_in(place + walked.all + told, TOLD_IN_CONFIDENCE) == []
    assert found_in(walked.all + told + held, [PACK.area_name("safety")]) == []
    assert "not yet asked · Joe Marsh" in place
    assert "Joe Marsh, not asked yet" in walked.turned
    assert "handed over in the room" in ways
    assert not re.search(
        "letter|post|sent|message", ways.split("How was it given?")[1].split("A letter chooses")[0]
    )
