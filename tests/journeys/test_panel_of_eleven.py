from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from docx import Document

from eymeeting.domain.agreement import Agreement, Answer
from eymeeting.domain.family import Family
from eymeeting.domain.panel import FamilyTold, PanelItem, TellFamily
from screens.panel.agenda import AgendaScreen
from screens.panel.item import ItemScreen
from screens.widgets.row_form import RowForm

NAMES = (
    *("Adeyemi", "Brankovic", "Chowdhury", "Delacroix", "Eze", "Fitzgerald", "Gunn"),
    *("Hargreaves", "Iqbal", "Jankowski", "Kowalczyk"),
)
CARRIED = ("Iqbal", "Kowalczyk")
PUT_OFF, NOT_TOLD = "Delacroix", "Eze"
WORKED = tuple(each for each in NAMES[1:] if each not in (*CARRIED, PUT_OFF, NOT_TOLD))
TOKEN = {name: name[::-1].lower() for name in NAMES}
"""A word that stands in what is said of one family alone."""

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
        why_now=f"It was {TOKEN[name]} then",
        question="Is a meeting right?",
        family_told=FamilyTold(told=True, on=date(2026, 11, 14), by="w1", agencies=(HEALTH, HOUSING)),
        carried_to=people.TODAY,
    )
    mother = replace(base.people[0], parental_responsibility=True)
    said = Agreement(id="g1", by="p1", on=date(2026, 11, 2), method="spoken", scope="this plan")
    family: Family = replace(
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
    return family


def words_of(path: Path) -> str:
    document = Document(str(path))
    told = [paragraph.text for paragraph in document.paragraphs]
    told += [cell.text for table in document.tables for cell in table._cells]
    return "\n".join(told).replace("\xa0", " ")


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
    """Ten minutes of a family that was told and said yes to everybody; what is long comes in one piece."""
    token = TOKEN[name]
    decided = (f"Why {token}?", "<enter>", f"We help {token}", "<enter>")
    known = (f"Grace {token}", "<enter>", "<enter>", f"Joe {token}", "<enter>")
    await chair.keys("aa", *TOLD, f"Now {token}", "<enter>", "<enter>", "a", "3", *known, *decided)
    assert chair.field == "line"
    await chair.keys(f"Ring about {token} @joe ma", "<tab>", "fri", "<enter>", "<enter>", "b", "<enter>")


async def work_the_first(chair: Any) -> None:
    """Letter by letter: somebody steps out, what is known is for some alone, and it becomes a meeting."""
    await chair.by_key("aa", "yesterday", "<enter>", "a", "Rang the mother", "<enter>", "b", "<enter>")
    assert row(chair) == "outside Joe Marsh"
    await chair.by_key("a", "The rent letter came", "<enter>", "We want to stay", "<enter>", "a", "2")
    assert "Joe Marsh" in chair.words
    assert row(chair) == "known Grace Holloway"
    await chair.by_key("Remi sleeps badly", "<enter>", "She is low", "<f5>", "b", "<down>")
    assert "for the chair and its service" in chair.words
    await chair.by_key("May they stay?", "<enter>", "A first meeting", "<enter>")
    await chair.by_key("Ask about the groups @imr", "<tab>", "fri ~a place", "<enter>", "<enter>")
    await chair.by_key("a", "tue", "<enter>", "<f9>")
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
            assert f"It was {TOKEN[name]} then" not in chair.words
            await chair.keys("a")
            assert f"It was {TOKEN[name]} then" in chair.words
            await chair.keys("<f2>", f"Begin with {TOKEN[name]} @gra", "<tab>", "2w", "<enter>")
        else:
            await work(chair, name)
        assert "Not saved:" not in chair.words
        await chair.keys("<f4>", *(() if place == len(NAMES) else ("<enter>",)))
    assert isinstance(chair.app.screen, AgendaScreen)
    assert "Every family has had its turn." in chair.words


async def finish(chair: Any) -> None:
    """The end, the papers, and what was told already."""
    await chair.by_key("<f7>")
    assert "ended " in chair.words
    await chair.by_key("<f9>")
    assert "Team" not in chair.words
    await chair.by_key("a")
    assert chair.words.count("told Sunday 22 November") == 1
    await chair.by_key("<f9>")
    await chair.sees("papers are made")


def row(chair: Any) -> str:
    """The row that the keyboard is at."""
    found: str = chair.one(RowForm).row.id
    return found


async def begin_the_meeting(chair: Any) -> None:
    """What was put to the panel is why they meet, and what it agreed to do stands there."""
    await chair.by_key("<f10>", "<f10>", "<f10>", "adey", "<enter>", "<f4>", "<enter>", "a", "<f7>")
    assert "May they stay?" in chair.prose.partition("Why we meet")[2]
    await chair.by_key("<f7>")
    await chair.go_to("actions")
    await chair.by_key("<f7>")
    assert "Imran Sheikh, by Friday 27 November: Ask about the groups" in chair.prose


def check_the_first(family: Family, today: date) -> None:
    [item] = family.panel_items
    assert (item.why_now, item.family_wants_you_to_know) == ("The rent letter came", "We want to stay")
    assert (item.plan_kind, item.level_of_need) == ("early_help", 2)
    assert (item.question, item.decision) == ("May they stay?", "A first meeting")
    assert item.family_told == FamilyTold(
        told=True, on=date(2026, 11, 21), by="w1", note="Rang the mother", agencies=(HEALTH,)
    )
    assert item.tell_family == TellFamily(who="w1", by=date(2026, 11, 24))
    assert [(each.by, each.text, each.visibility.level) for each in family.known] == [
        ("w1", "Remi sleeps badly", "family"),
        ("w2", "She is low", "chair_and_agency"),
    ]
    [action] = family.actions
    assert (action.text, action.owner, action.due, action.how_we_will_know) == (
        "Ask about the groups",
        "w2",
        date(2026, 11, 27),
        "a place",
    )
    [meeting] = family.meetings
    assert (meeting.type, meeting.purpose, meeting.on) == ("taf_first", "May they stay?", today)
    assert meeting.family_told_on == date(2026, 11, 21)
    assert [each.who for each in family.invitations] == ["w1", "p1", "p2"]


def check_the_rest(families: dict[str, Family], today: date) -> None:
    for name in WORKED:
        [item] = families[name].panel_items
        assert (item.decision, item.level_of_need) == (f"We help {TOKEN[name]}", 3)
        assert [each.text for each in families[name].known] == [f"Grace {TOKEN[name]}", f"Joe {TOKEN[name]}"]
        assert [(each.text, each.owner) for each in families[name].actions] == [
            (f"Ring about {TOKEN[name]}", "w3")
        ]
        told_on = today if name == "Brankovic" else None
        assert item.tell_family == TellFamily(who="w2", by=date(2026, 11, 23), told_on=told_on)
    for name in CARRIED:
        before, item = families[name].panel_items
        assert (item.why_now, item.family_told) == (before.why_now, before.family_told)
        assert [(each.text, each.owner) for each in families[name].actions] == [
            (f"Begin with {TOKEN[name]}", "w1")
        ]
    [item] = families[PUT_OFF].panel_items
    assert (item.family_told.told, item.carried_to) == (False, date(2026, 11, 29))
    family = families[NOT_TOLD]
    [item] = family.panel_items
    assert (item.family_told.told, item.went_on_because) == (False, "A child may come to harm")
    assert [(each.shared_with, each.lawful_reason, each.decided_by) for each in family.sharings] == [
        (f"Imran Sheikh, {HEALTH}", "He has seen the child", "Grace Holloway")
    ]


def check_the_papers(copies: Path) -> None:
    told = {path: words_of(path) for path in copies.rglob("*.docx")}
    for name in ("Adeyemi", *WORKED):
        here = {path: words for path, words in told.items() if path.parent.parent.name == ref(name)}
        assert {path.name[:10] for path in here} == {"panel-note", "panel-reco"}
        assert len(here) == 4
        for words in here.values():
            assert not any(
                each in words for other in NAMES if other != name for each in (other, TOKEN[other])
            )
        for path, words in here.items():
            is_record = "record" in path.name
            assert ("Level of need" in words) == is_record
            if name == "Adeyemi":
                assert "We want to stay" in words
                assert "Ask about the groups" in words
                assert ("She is low" in words) == is_record
            else:
                assert f"We help {TOKEN[name]}" in words
                assert f"Joe {TOKEN[name]}" in words
    lists = {path.name: words for path, words in told.items() if path.parent.name == "panel-2026-11-22"}
    assert sorted(lists) == [
        "panel-actions-2026-11-22-Harbour-Homes.docx",
        "panel-actions-2026-11-22-Larkfield-children-s-centre.docx",
        "panel-actions-2026-11-22-Riverside-Health-Visiting.docx",
        "tell-the-families-2026-11-22.docx",
    ]
    housing, centre, health, tell = (lists[each] for each in sorted(lists))
    assert {each for each in NAMES if ref(each) in housing} == set(WORKED)
    assert all(f"Ring about {TOKEN[each]}" in housing for each in WORKED)
    assert {each for each in NAMES if ref(each) in centre} == {"Adeyemi"}
    assert {each for each in NAMES if ref(each) in health} == {*WORKED[1:]}
    assert {each for each in NAMES if ref(each) in tell} == {"Adeyemi", *WORKED}
    assert tell.count("☑ Sunday 22 November") == 1
    assert not any(name in words for name in NAMES for words in lists.values())


async def test_eleven_families_are_talked_of_in_one_panel_by_keyboard(room: Any, people: Any) -> None:
    for name in NAMES:
        room.hold(held(people, name))
    async with room.opened() as chair:
        await set_up(chair)
        await run(chair)
        await finish(chair)
        await begin_the_meeting(chair)
        await chair.by_key("<ctrl+q>")
    families = {name: room.family(ref(name)) for name in NAMES}
    check_the_first(families["Adeyemi"], people.TODAY)
    check_the_rest(families, people.TODAY)
    check_the_papers(room.copies)
    with room.store() as store:
        [panel] = store.panels()
        assert store.broken_trail() is None
    assert [slot.is_over for slot in panel.slots] == [True] * len(NAMES)
    assert panel.ended is not None
