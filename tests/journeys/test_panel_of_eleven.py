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
        answers=(Answer(id="y1", agreement="g1", agency=CENTRE, answer="yes"),),
        panel_items=(item,) if name in CARRIED else (),
    )


async def test_explore(room: Any, people: Any) -> None:
    for name in NAMES:
        room.hold(held(people, name))
    def show():
        print("=" * 80)
        print(chair.words)
    async with room.opened() as chair:
        await chair.keys("<f7>", "<f2>")
        show()
        await chair.keys("a")
        for s in SEATS:
            await chair.keys(s, "<enter>")
        show()
        await chair.keys("<f10>")
        for name in NAMES:
            if name not in CARRIED:
                await chair.keys(name[:4].lower(), "<enter>")
        show()
        await chair.keys("<down>", "<enter>")
        show()
        await chair.keys("<f4>")
        show()
        await chair.keys("a")
        show()
        await chair.keys("a", "a", "yesterday", "<enter>", "a", "Rang the mother", "<enter>", "b")
        show()
        await chair.keys("<enter>")
        show()
        await chair.keys("a")
        show()
        await chair.keys("The rent", "<enter>")
        show()
        await chair.keys("We want to stay", "<enter>")
        show()
        await chair.keys("ab", "Sleeps badly", "<enter>", "The heating is off", "<enter>")
        show()
        await chair.keys("<up>", "<f5>")
        show()
        await chair.keys("b", "<down>", "<enter>")
        show()
        await chair.keys("May they stay?", "<enter>", "We ring housing", "<enter>")
        show()
        await chair.keys("Ring housing @joe ma", "<tab>", "fri ~a date in writing", "<enter>")
        show()
        await chair.keys("<enter>")
        show()
        await chair.keys("a", "tue", "<enter>", "<f9>")
        show()
        await chair.keys("<f4>")
        show()
        await chair.keys("<enter>")
        show()
        await chair.keys("a")
        show()
