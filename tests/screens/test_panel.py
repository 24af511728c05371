from __future__ import annotations

from dataclasses import replace
from typing import Any

from eymeeting.domain.panel_meeting import PanelMeeting, Seat, Slot
from screens.home import HomeScreen
from screens.panel.agenda import AgendaScreen
from screens.panel.item import ItemScreen
from screens.widgets.row_form import RowForm

GRACE = Seat(
    name="Grace Holloway", role="Family support worker", agency="Larkfield children's centre", is_chair=True
)
IMRAN = Seat(name="Imran Sheikh", role="Health visitor", agency="Riverside Health Visiting")
ZEBRA, YACHT = "EYM-0701", "EYM-0702"


def two_families(people: Any) -> tuple[Any, Any]:
    """Two families, each with a token in its name that no other family may see."""
    base = people.without_start(people.the_adeyemis())
    named = ((ZEBRA, "Zebrawood"), (YACHT, "Yachtsman"))
    first, second = (
        replace(
            base,
            details=replace(base.details, id=ref, family_name=name, chosen_name=f"The {name}s"),
            people=tuple(replace(each, last_name=name) for each in base.people),
        )
        for ref, name in named
    )
    return first, second


def hold(room: Any, people: Any, *seats: Seat) -> None:
    """Both families in the file, and a panel of today that looks at them."""
    for family in two_families(people):
        room.hold(family)
    slots = tuple(Slot(family=ref, panel_item=f"item-{ref}", minutes=10) for ref in (ZEBRA, YACHT))
    panel = PanelMeeting(
        id="n1", name="Family Matters", on=people.TODAY, start="09:00", seats=seats or (GRACE,), slots=slots
    )
    with room.store() as store:
        store.keep_panel(panel)


TOLD = ("aa", "yesterday", "<enter>", "a", "What we would say", "<enter>", "<enter>")
"""Grace brings them, and told them yesterday; nobody is outside the agreement."""


def row(chair: Any) -> str:
    """The row that the keyboard is at."""
    found: str = chair.one(RowForm).row.id
    return found


async def test_a_panel_is_set_up_and_two_families_have_their_turn(room: Any, people: Any) -> None:
    for family in two_families(people):
        room.hold(family)
    async with room.opened() as chair:
        await chair.by_key("<f7>", "<f2>", "a", "Grace Holloway, family support worker, ")
        await chair.by_key("Larkfield children's centre", "<enter>", "<f10>")
        await chair.by_key("zebra", "<enter>", "yacht", "<enter>")
        assert "0 of 2 over · ends" in chair.words
        await chair.by_key("<f5>", "<f5>", "<f6>", "<f4>", "a")
        assert "The Zebrawoods · Family Matters · Grace Holloway is typing" in chair.words
        await chair.by_key(*TOLD, "The rent letter came", "<enter>", "We want to stay", "<enter>", "ab")
        assert row(chair).startswith("known")
        await chair.by_key(
            "Sleeps badly", "<enter>", "May they stay?", "<enter>", "We ring housing", "<enter>"
        )
        assert chair.field == "line"
        await chair.by_key("Ring housing @joe ma", "<tab>", "fri ~a date in writing", "<enter>", "<enter>")
        await chair.by_key("a", "tue", "<enter>")
        await chair.saved()
        await chair.by_key("<f4>")
        assert isinstance(chair.app.screen, AgendaScreen)
        assert "✓ over" in chair.words
        await chair.by_key("<enter>")
        assert "The Yachtsmans" in chair.words
        await chair.by_key("ab", "1w", "<enter>", "<f4>", "<f9>", "a")
        assert "told Sunday 22 November" in chair.words
    family = room.family(ZEBRA)
    [item] = family.panel_items
    assert (item.why_now, item.family_wants_you_to_know) == ("The rent letter came", "We want to stay")
    assert (item.plan_kind, item.level_of_need) == ("early_help", 2)
    assert (item.question, item.decision) == ("May they stay?", "We ring housing")
    assert item.family_told.told
    assert item.family_told.by == item.brought_by == "w1"
    assert [known.text for known in family.known] == ["Sleeps badly"]
    [action] = family.actions
    assert (action.text, action.owner, action.meeting, action.panel_item) == (
        "Ring housing",
        "w3",
        None,
        item.id,
    )
    assert item.tell_family is not None
    assert item.tell_family.told_on == people.TODAY
    [put_off] = room.family(YACHT).panel_items
    assert (put_off.family_told.told, put_off.carried_to) == (False, people.TODAY.replace(day=29))
    with room.store() as store:
        [panel] = store.panels()
    assert [each.is_over for each in panel.slots] == [True, True]
    assert panel.chair is not None


async def test_until_the_family_was_told_and_nobody_is_outside_nothing_below_can_be_typed(
    room: Any, people: Any
) -> None:
    hold(room, people, GRACE, IMRAN)
    async with room.opened() as chair:
        await chair.by_key("<f7>", "<enter>", "<enter>", "a", "a")
        for hidden in ("Why now", "Plan", "Level of need", "Who knows what", "F2 Action"):
            assert hidden not in chair.words
        await chair.by_key("b", "<f2>", "Ring housing", "<enter>")
        assert "Put off until" in chair.words
        assert "Why now" not in chair.words
        await chair.by_key("<down>", "A child may come to harm", "<enter>")
        assert "Imran Sheikh" in chair.words
        assert "Riverside Health Visiting yet" in chair.prose
        assert "Why now" not in chair.words
        while not row(chair).startswith("outside"):
            await chair.by_key("<down>")
        await chair.by_key("b")
        assert row(chair) == "stays Imran Sheikh"
        assert "Why now" not in chair.words
        await chair.by_key("<up>", "a")
        assert (row(chair), "Why now" in chair.words) == ("why_now", True)
        assert [each.id for each in chair.one(RowForm)._rows if each.id.startswith("known")] == [
            "known Grace Holloway"
        ]
        await chair.by_key("The rent", "<enter>")
        await chair.saved()
    [item] = room.family(ZEBRA).panel_items
    assert (item.went_on_because, item.why_now) == ("A child may come to harm", "The rent")
    assert room.family(ZEBRA).actions == ()


async def test_nothing_of_one_family_is_anywhere_while_another_is_open(room: Any, people: Any) -> None:
    hold(room, people)
    async with room.opened(size=(120, 40)) as chair:
        await chair.by_key("<f7>", "<enter>", "<enter>", "a", *TOLD, "Quagga", "<enter>")
        assert "Yacht" not in chair.words
        await chair.saved()
        await chair.by_key("<f4>", "<enter>", *TOLD)
        seen = [chair.words]
        for keys in (("<f8>",), ("<f1>",), ("<escape>",), ("<ctrl+p>", "zebra"), ("<escape>",)):
            await chair.by_key(*keys)
            seen.append(chair.words)
        await chair.by_key(*["<f8>"] * 12)
        seen.append(chair.words)
        await chair.by_key(*TOLD, "<f2>", "Ring @zeb")
        seen.append(chair.words)
        assert isinstance(chair.app.screen, ItemScreen)
        held = "\n".join(seen)
        assert "Zebrawood" not in held.replace("zebra", "")
        assert "Quagga" not in held
        assert ZEBRA in held
        await chair.by_key("<escape>", "<f12>")
        assert "Yacht" not in chair.words
        await chair.by_key("<f12>", "<f15>")
        assert "Yacht" not in chair.words
        await chair.by_key("<enter>", "<f10>", "<f12>")
        assert "Zebrawood" not in chair.words
        assert "Yacht" not in chair.words
        assert ZEBRA in chair.words
    [item] = room.family(ZEBRA).panel_items
    assert item.why_now == "Quagga"


async def test_after_a_crash_the_same_family_and_the_same_row_come_back_behind_the_cover(
    room: Any, people: Any
) -> None:
    hold(room, people)
    async with room.opened() as chair:
        await chair.by_key("<f7>", "<enter>", "<enter>", "a", *TOLD, "<f4>", "<enter>", *TOLD)
        await chair.by_key("The rent let", "<left>", "<left>")
        await chair.saved()
        here = row(chair)
    async with room.opened() as chair:
        assert "The panel was cut short." in chair.words
        assert "Yacht" not in chair.words
        assert "Zebra" not in chair.words
        await chair.by_key("<enter>")
        assert isinstance(chair.app.screen, ItemScreen)
        assert "The Yachtsmans · Family Matters · Grace Holloway is typing" in chair.words
        assert row(chair) == here == "why_now"
        await chair.by_key("x", "<enter>")
        await chair.saved()
        await chair.by_key("<f10>", "<f10>", "<f10>")
        assert isinstance(chair.app.screen, HomeScreen)
        await chair.by_key("<f7>", "<enter>", "<enter>", "<ctrl+q>")
    assert room.interrupted() is None
    [item] = room.family(YACHT).panel_items
    assert item.why_now == "The rent lxet"


JOE = Seat(name="Joe Marsh", role="Housing officer", agency="Harbour Homes")
OTHER_JOE = Seat(name="Joe Marsh", role="Class teacher", agency="Larkfield Primary")


async def test_what_is_known_is_taken_back_kept_from_somebody_and_told_apart_by_service(
    room: Any, people: Any
) -> None:
    hold(room, people, GRACE, JOE, OTHER_JOE)
    async with room.opened() as chair:
        await chair.by_key(
            "<f7>", "<enter>", "<enter>", "a", "aa", "yesterday", "<enter>", "a", "<enter>", "<enter>"
        )
        assert row(chair) == "outside Joe Marsh (Harbour Homes)"
        await chair.by_key("a")
        assert row(chair) == "outside Joe Marsh (Larkfield Primary)"
        await chair.by_key("b", "He teaches the child", "<enter>", "Now", "<enter>", "<enter>", "a", "4")
        assert "Joe Marsh (Harbour Homes)" not in chair.words.partition("Who knows what")[2]
        await chair.by_key("They row at night", "<f11>")
        assert "They row" not in chair.words
        assert "Off the screen and every paper." in chair.prose
        await chair.by_key("<ctrl+y>")
        assert "The record of whoever brings them keeps it." in chair.prose
        assert "They row" not in chair.words
        await chair.by_key("Late on Mondays", "<ctrl+x>")
        assert "Whom is this not for?" in chair.words
        await chair.by_key("b", "<enter>", "<enter>")
        assert row(chair) == "known Joe Marsh (Larkfield Primary)"
        await chair.saved()
        await chair.by_key("<f6>")
        assert "Joe Marsh (Larkfield Primary)" in chair.words
        await chair.by_key("b")
        assert "Joe Marsh is typing" in chair.words
    family = room.family(ZEBRA)
    assert family.panel_items[0].level_of_need == 4
    kept = {each.text: (each.visibility.level, each.not_for) for each in family.known}
    assert kept == {"They row at night": ("safeguarding", None), "Late on Mondays": ("family", ("p2",))}
