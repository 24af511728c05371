from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from eymeeting.domain.family import Change, Family
from eymeeting.domain.pack import Panel
from eymeeting.domain.panel import FamilyTold, PanelItem
from eymeeting.domain.panel_agenda import (
    as_last_time,
    chaired,
    day_words,
    ended,
    moved,
    new_panel,
    next_up,
    opened,
    over,
    running,
    seated,
    slot_minutes,
    spent,
    stood_up,
    with_family,
    without_family,
)
from eymeeting.domain.panel_gate import Outside
from eymeeting.domain.panel_known import EVERYONE, THE_CHAIR, for_whom_words, meant_for, named_in, newly_known
from eymeeting.domain.panel_meeting import PanelMeeting, Seat, Slot
from eymeeting.domain.panel_outside import decision_on, is_settled, stays_because
from eymeeting.domain.panel_table import as_a_gathering, first_item, owners_in, seated_for, taken_in
from eymeeting.domain.people import FamilyDetails, Worker

NOW = datetime(2026, 11, 22, 9, 30)  # noqa: DTZ001
GRACE = Seat(name="Grace Holloway", role="Family support worker", agency="Larkfield centre")
IMRAN = Seat(name="Imran Sheikh", role="Health visitor", agency="Riverside Health Visiting")
REFS = [f"EYM-00{number:02}" for number in range(1, 12)]


def panel(*refs: str, minutes: int = 10) -> PanelMeeting:
    slots = tuple(Slot(family=ref, panel_item=f"i-{ref}", minutes=minutes) for ref in refs)
    return PanelMeeting(
        id="n1", name="Family Matters", on=NOW.date(), start="09:00", seats=(GRACE, IMRAN), slots=slots
    )


def item(**changed: object) -> PanelItem:
    made = PanelItem(
        id="i1",
        on=date(2026, 11, 15),
        panel="Family Matters",
        slot_minutes=10,
        brought_by="w1",
        why_now="The rent",
        family_told=FamilyTold(told=True),
    )
    return replace(made, **changed)  # type: ignore[arg-type]


def family(*items: PanelItem) -> Family:
    grace = Worker(id="w1", name=GRACE.name, role=GRACE.role, agency=GRACE.agency)
    return Family(
        details=FamilyDetails(id="EYM-0001", family_name="Ward"), workers=(grace,), panel_items=items
    )


def test_eleven_families_of_ten_minutes_end_after_two_hours_with_the_changeovers() -> None:
    stands = running(panel(*REFS), NOW)
    assert stands.words == "0 of 11 over · ends 11:30 if the rest keep to 10"


def test_while_a_family_is_open_its_place_its_minutes_left_and_the_end_are_told() -> None:
    going = opened(panel(*REFS), REFS[0], NOW)
    for ref in REFS[:2]:
        going = over(going, ref)
    going = spent(opened(going, REFS[2], NOW), REFS[2], 180)
    stands = running(going, NOW, family=REFS[2], seconds_here=59)
    assert stands.words == "3 of 11 · 6 min left · ends 11:04 if the rest keep to 10"
    assert stands.brief == "3 of 11 · 6 min left · ends 11:04 at 10 each"


def test_a_family_that_takes_longer_is_told_so_and_puts_the_end_off() -> None:
    late = running(panel(*REFS[:2]), NOW, family=REFS[0], seconds_here=720)
    assert late.words == "1 of 2 · 2 min over · ends 09:41 if the rest keep to 10"
    last = running(panel(REFS[0]), NOW, family=REFS[0], seconds_here=30)
    assert last.words == "1 of 1 · 10 min left · ends 09:39"
    assert running(panel(), NOW).words == "nobody yet"


def test_the_clock_of_a_panel_starts_with_its_first_family_and_not_again() -> None:
    begun = opened(panel(*REFS[:2]), REFS[0], NOW)
    assert begun.start == "09:30"
    assert opened(begun, REFS[1], NOW.replace(hour=11)).start == "09:30"


def test_the_next_family_is_the_one_behind_then_those_that_were_left_for_later() -> None:
    going = over(panel(*REFS[:4]), REFS[2])
    assert next_up(going, REFS[1]) == going.slots[3]
    assert next_up(over(going, REFS[3]), REFS[3]) == going.slots[0]
    for ref in REFS[:4]:
        going = over(going, ref)
    assert next_up(going) is None


def test_a_family_is_added_once_and_taken_out_only_before_its_turn() -> None:
    made = with_family(with_family(panel(), "EYM-0001", "i1", 10), "EYM-0001", "i2", 20)
    assert [(each.family, each.panel_item) for each in made.slots] == [("EYM-0001", "i1")]
    assert without_family(made, "EYM-0001").slots == ()
    assert without_family(opened(made, "EYM-0001", NOW), "EYM-0001").slots != ()


@settings(max_examples=40)
@given(st.integers(0, 4), st.integers(-9, 9))
def test_moving_a_family_keeps_all_and_the_order_of_the_others(at: int, by: int) -> None:
    before = panel(*REFS[:5])
    ref = REFS[at]
    after = [each.family for each in moved(before, ref, by).slots]
    assert [each for each in after if each != ref] == [each for each in REFS[:5] if each != ref]
    assert after.index(ref) == max(0, min(at + by, 4))


def test_the_minutes_of_a_family_are_the_councils() -> None:
    kinds = (Panel(name="Team Matters", slot_minutes=15), Panel(name="Family Matters", slot_minutes=12))
    assert slot_minutes(panel(), kinds) == 12
    assert slot_minutes(panel("EYM-0001", minutes=8), ()) == 8
    assert slot_minutes(panel(), ()) == 10


def test_the_first_at_the_table_is_in_the_chair_until_another_is() -> None:
    made = seated(seated(new_panel(Panel(name="Family Matters", slot_minutes=10), NOW), GRACE), IMRAN)
    assert made.chair is not None
    assert made.chair.name == GRACE.name
    assert seated(made, replace(GRACE, name="grace holloway")) == made
    other = chaired(made, IMRAN)
    assert [each.is_chair for each in other.seats] == [False, True]
    left = stood_up(made, GRACE)
    assert [(each.name, each.is_chair) for each in left.seats] == [(IMRAN.name, True)]


def test_a_new_panel_has_the_table_of_the_last_of_its_name() -> None:
    new = PanelMeeting(id="n2", name="Family Matters", on=NOW.date(), start="09:00")
    older = replace(panel(), id="n0", on=date(2026, 11, 1), seats=(IMRAN,))
    other = replace(panel(), id="n3", name="Team Matters", on=date(2026, 11, 21), seats=())
    assert as_last_time(new, (panel(), older, other)).seats == (GRACE, IMRAN)


def test_a_panel_says_whether_it_is_planned_under_way_or_over() -> None:
    made = panel(*REFS[:2])
    assert day_words(made, NOW.date()) == "planned · 2 families"
    assert day_words(over(made, REFS[0]), NOW.date()) == "under way · 1 of 2 over"
    assert day_words(ended(made, NOW), NOW.date()) == "ended 09:30 · 2 families"
    assert ended(ended(made, NOW), NOW) == made


def test_an_item_that_was_put_off_goes_on_as_it_stood_on_this_day() -> None:
    slot = Slot(family="EYM-0001", panel_item="new", minutes=12)
    put_off = item(carried_to=date(2026, 11, 20), question="May they stay?")
    found = first_item(family(put_off), panel(), slot, "w1")
    assert (found.id, found.on, found.slot_minutes) == ("new", NOW.date(), 12)
    assert (found.why_now, found.question, found.carried_to) == ("The rent", "May they stay?", None)


def test_somebody_at_the_table_comes_into_a_familys_file_only_when_they_have_to_do_with_it() -> None:
    ward = family(item())
    table = seated_for(ward, (GRACE, IMRAN, replace(IMRAN, name="Away", is_here=False)))
    assert [(each.worker.name, each.is_new) for each in table] == [(GRACE.name, False), (IMRAN.name, True)]
    imran = table[1].worker
    assert seated_for(ward, (GRACE, IMRAN), table)[1].worker.id == imran.id
    assert taken_in(ward, table, {"w1"}) == ()
    assert [each.after for each in taken_in(ward, table, {imran.id})] == [imran]
    gathering = as_a_gathering(ward, item(), table)
    assert gathering.still_here("i1") == ("w1", imran.id)
    assert owners_in(()) == frozenset()


def test_what_is_known_is_for_everyone_until_it_is_for_some() -> None:
    ward = family(item())
    known = newly_known(ward, item(), "w1", "Sleeps badly")
    assert for_whom_words(known, ward) == "for everyone"
    assert for_whom_words(meant_for(known, THE_CHAIR), ward) == "for the chair and its service"
    named = meant_for(known, "w1")
    assert (named_in(named), for_whom_words(named, ward)) == (("w1",), "for Grace Holloway and the chair")
    assert meant_for(named, EVERYONE) == known
    assert named_in(meant_for(named, "w1")) == ()
    assert for_whom_words(meant_for(named, "w1"), ward) == "for the chair and its service"


def test_a_reason_for_somebody_outside_to_stay_is_a_recorded_decision() -> None:
    ward, here = family(item()), item()
    imran = Outside(name=IMRAN.name, agency=IMRAN.agency, words="", for_the_chair="")
    assert stays_because(ward, here, imran, "", "Grace Holloway") == ()
    [change] = stays_because(ward, here, imran, "A child may come to harm", "Grace Holloway")
    decided = ward.after(change)
    assert is_settled(decided, here, imran)
    assert not is_settled(ward, here, imran)
    kept = decision_on(decided, here, imran)
    assert kept is not None
    assert (kept.shared, kept.shared_with, kept.lawful_reason, kept.on) == (
        True,
        "Imran Sheikh, Riverside Health Visiting",
        "A child may come to harm",
        here.on,
    )
    [taken_back] = stays_because(decided, here, imran, "", "Grace Holloway")
    assert taken_back == Change(family="EYM-0001", before=kept, after=None)
