from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from docx import Document

from eymeeting.domain.agreement import Agreement, Answer
from eymeeting.domain.family import Family
from eymeeting.domain.panel import FamilyTold, PanelItem
from screens.panel.agenda import AgendaScreen
from screens.panel.item import ItemScreen
from screens.widgets.row_form import RowForm

NAMES = (
    *("Adeyemi", "Brankovic", "Chowdhury", "Delacroix", "Eze", "Fitzgerald", "Gunn"),
    *("Hargreaves", "Iqbal", "Jankowski", "Kowalczyk"),
)
CARRIED = ("Iqbal", "Kowalczyk")
PUT_OFF, NOT_TOLD = "Delacroix", "Eze"
CENTRE, HEALTH, HOUSING = "Larkfield children's centre", "Riverside Health Visiting", "Harbour Homes"
SEATS = (
    f"Grace Holloway, family support worker, {CENTRE}",
    f"Imran Sheikh, health visitor, {HEALTH}",
    f"Joe Marsh, housing officer, {HOUSING}",
)


def ref(name: str) -> str:
    return f"EYM-{NAMES.index(name) + 1:04}"


def held(people: Any, name: str) -> Family:
    """A family before the panel; two were put off to it at the last one, when they had been told."""
    base = people.without_start(people.the_adeyemis())
    item = PanelItem(
        id=f"before-{name}",
        on=date(2026, 11, 15),
        panel="Family Matters",
        slot_minutes=10,
        brought_by="w1",
        why_now=f"The {name}s were new here",
        question="Is a meeting right?",
        family_told=FamilyTold(told=True, on=date(2026, 11, 14), by="w1", agencies=(HEALTH, HOUSING)),
        carried_to=people.TODAY,
    )
    mother = replace(base.people[0], parental_responsibility=True)
    said = Agreement(id="g1", by="p1", on=date(2026, 11, 2), method="spoken", scope="this plan")
    return replace(
        base,
        details=replace(base.details, id=ref(name), family_name=name, chosen_name=f"Team {name}"),
        people=tuple(replace(each, last_name=name) for each in (mother, *base.people[1:])),
        agreements=(said,),
        answers=tuple(
            Answer(id=f"y{agency}", agreement="g1", agency=agency, answer="yes")
            for agency in ((CENTRE,) if name in ("Adeyemi", NOT_TOLD) else (CENTRE, HEALTH, HOUSING))
        ),
        panel_items=(item,) if name in CARRIED else (),
    )



async def set_up(chair: Any) -> None:
    """A new panel, its table and its eleven families, two of them carried from the last one."""
    await chair.keys("<f7>", "<f2>", "a")
    for seat in SEATS:
        await chair.keys(seat, "<enter>")
    await chair.keys("<f10>")
    for name in NAMES:
        if name not in CARRIED:
            await chair.keys(name[:4].lower(), "<enter>")
    assert "Put off until now" in chair.words
    await chair.keys("<down>", "<enter>", "<down>", "<enter>")
    assert "Put off until now" not in chair.words
    assert "11. Team Kowalczyk" in chair.words
    assert "0 of 11 over" in chair.words


TOLD = ("yesterday", "<enter>", "a", "Rang the mother", "<enter>", "bc", "<enter>")
"""When, by whom, what they were told, and that they said yes to both other services."""


async def work(chair: Any, name: str) -> None:
    """Ten minutes of a family that was told and said yes to everybody."""
    decided = (f"What helps the {name}s?", "<enter>", f"We help the {name}s", "<enter>")
    known = (f"Grace knows {name}", "<enter>", "", "<enter>", f"Joe knows {name}", "<enter>")
    await chair.keys("aa", *TOLD, f"Why {name} now", "<enter>", "<enter>", "a", "3", *known, *decided)
    assert chair.field == "line"
    await chair.keys(f"Ring the {name}s @joe ma", "<tab>", "fri", "<enter>", "<enter>", "b", "<enter>")


async def work_the_first(chair: Any) -> None:
    """Somebody steps out, what is known is for some alone, and it becomes a meeting."""
    await chair.keys("aa", "yesterday", "<enter>", "a", "Rang the mother", "<enter>", "b", "<enter>")
    assert row(chair) == "outside Joe Marsh"
    await chair.keys("a", "The rent letter came", "<enter>", "We want to stay", "<enter>", "a", "2")
    assert "Joe Marsh" in chair.words
    assert row(chair) == "known Grace Holloway"
    await chair.keys("Remi sleeps badly", "<enter>", "She is low", "<f5>", "b", "<down>")
    assert "for the chair and its service" in chair.words
    await chair.keys("May they stay?", "<enter>", "A first meeting", "<enter>")
    await chair.keys("Ask about the groups @imr", "<tab>", "fri ~a place", "<enter>", "<enter>")
    await chair.keys("a", "tue", "<enter>", "<f9>")
    assert "It is set up as a meeting" in chair.words


async def work_one_not_told_with_a_reason(chair: Any) -> None:
    await chair.keys("ab", "<down>", "A child may come to harm", "<enter>")
    assert row(chair) == "outside Imran Sheikh"
    await chair.keys("b", "He has seen the child", "<enter>")
    assert row(chair) == "outside Joe Marsh"
    await chair.keys("a", "A bruise", "<enter>")
    await chair.keys("<f2>", "Visit tomorrow @gra", "<tab>", "tomorrow", "<enter>")


async def run(chair: Any) -> None:
    """Each family in its turn; from the second on it is two keys from one to the next."""
    await chair.keys("<f4>", "a")
    for place, name in enumerate((*(each for each in NAMES if each not in CARRIED), *CARRIED), start=1):
        assert isinstance(chair.app.screen, ItemScreen)
        assert f"Team {name} · Family Matters · Grace Holloway is typing" in chair.words
        assert f"{place} of 11 · 10 min left · ends " in chair.words
        assert [each for each in NAMES if each in chair.words] == [name]
        if name == PUT_OFF:
            await chair.keys("ab", "1w", "<enter>")
        elif name == NOT_TOLD:
            await work_one_not_told_with_a_reason(chair)
        elif name == "Adeyemi":
            await work_the_first(chair)
        elif name in CARRIED:
            assert f"The {name}s were new here" not in chair.words
            await chair.keys("a")
            assert f"The {name}s were new here" in chair.words
            await chair.keys("<f2>", f"Begin with the {name}s @gra", "<tab>", "2w", "<enter>")
        else:
            await work(chair, name)
        assert "Not saved:" not in chair.words
        await chair.keys("<f4>", *(() if place == len(NAMES) else ("<enter>",)))
    assert isinstance(chair.app.screen, AgendaScreen)
    assert "Every family has had its turn." in chair.words


async def finish(chair: Any) -> None:
    """The end, the papers, and what was told already."""
    await chair.keys("<f7>")
    assert "ended " in chair.words
    await chair.keys("<f9>")
    assert "Team" not in chair.words
    await chair.keys("a")
    assert chair.words.count("told Sunday 22 November") == 1
    await chair.keys("<f9>")
    await chair.sees("papers are made")


def row(chair: Any) -> str:
    """The row that the keyboard is at."""
    found: str = chair.one(RowForm).row.id
    return found


async def test_eleven_families_are_talked_of_in_one_panel_by_keyboard(room: Any, people: Any) -> None:
    for name in NAMES:
        room.hold(held(people, name))
    async with room.opened() as chair:
        await set_up(chair)
        await run(chair)
        await finish(chair)
        print(chair.words)
        await chair.keys("<f12>")
        print(chair.words)
        await chair.keys("<f10>","<f10>","<f10>")
        print(chair.words)
        await chair.keys("adey", "<enter>")
        print(chair.words)
        await chair.keys("<f4>")
        print(chair.words)
        await chair.keys("<enter>", "a")
        await chair.keys("<f7>")
        print(chair.words)
        await chair.keys("<f7>")
        await chair.go_to("actions")
        await chair.keys("<f7>")
        print(chair.words)
        await chair.keys("<f7>")
        await chair.keys("<f9>")
        print(chair.words)
    for name in NAMES:
        family = room.family(ref(name))
        print(name, family.panel_items, family.known, family.actions, family.sharings, family.meetings, family.invitations)
    for path in sorted(room.copies.rglob("*")):
        print(path)
    assert 0
