from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from db.file import OpenFile
from db.store import Store
from eymeeting.domain.family import Family
from eymeeting.domain.panel_meeting import PackHeld, PanelMeeting, Seat, Slot

NOW = datetime(2026, 11, 22, tzinfo=UTC)
CHAIR = Seat(name="Grace Holloway", role="Manager", agency="Larkfield", is_chair=True)
NURSE = Seat(name="Imran Sheikh", role="Health visitor", agency="Riverside", is_here=False)


def test_a_panel_comes_back_in_its_order_and_goes_without_what_was_said_of_the_families(
    place: Path, opened: Callable[[Path], OpenFile], every_key: tuple[Family, ...]
) -> None:
    store = Store(opened(place), lambda: NOW)
    store.take_in(every_key[:3])
    slots = tuple(Slot(family=each.ref, panel_item="i1", minutes=10, seconds=7) for each in every_key[:3])
    panel = PanelMeeting(
        id="p1",
        name="Family Matters",
        on=date(2026, 11, 23),
        start="09:30",
        seats=(CHAIR, NURSE),
        slots=slots,
    )
    later = replace(panel, id="p2", on=date(2026, 11, 30), slots=())
    store.keep_panel(panel)
    store.keep_panel(later)
    assert store.panels() == (later, panel)
    turned = replace(panel, slots=slots[::-1], seats=(NURSE, CHAIR), ended="11:30")
    store.keep_panel(turned)
    store.keep_panel(turned)
    assert store.panels() == (later, turned)
    assert (panel.chair, panel.planned_minutes) == (CHAIR, 30)
    before = [store.family(ref) for ref in store.refs()]
    store.remove_panel("p1")
    store.remove_panel("p1")
    assert store.panels() == (later,)
    assert [store.family(ref) for ref in store.refs()] == before


def test_a_council_s_words_are_kept_once_for_each_fingerprint(
    place: Path, opened: Callable[[Path], OpenFile]
) -> None:
    store = Store(opened(place), lambda: NOW)
    held = PackHeld(fingerprint="ab", name="Ours", version="2", text="words")
    store.keep_pack(held)
    store.keep_pack(held)
    assert store.pack_held("ab") == held
    assert store.pack_held("cd") is None
