from __future__ import annotations

from dataclasses import replace
from datetime import date

from db.file import OpenFile
from db.home import FamilyFinder
from db.store import Store
from eymeeting.domain.family import Change, Family
from eymeeting.domain.panel import FamilyTold, PanelItem
from eymeeting.domain.people import FamilyDetails

TODAY = date(2026, 11, 22)


def put_off(number: int, *, on: date = date(2026, 11, 15), to: date | None = TODAY) -> PanelItem:
    return PanelItem(
        id=f"i{number}",
        position=number,
        on=on,
        panel="Family Matters",
        slot_minutes=10,
        brought_by="w1",
        why_now="",
        family_told=FamilyTold(told=False),
        carried_to=to,
    )


def test_families_put_off_are_found_from_their_day_until_a_later_panel(file: OpenFile, store: Store) -> None:
    kept = {
        "EYM-0001": (put_off(1),),
        "EYM-0002": (put_off(1, to=TODAY.replace(day=20)),),
        "EYM-0003": (put_off(1, to=TODAY.replace(day=23)),),
        "EYM-0004": (put_off(1), put_off(2, on=TODAY.replace(day=20), to=None)),
        "EYM-0005": (put_off(1, to=None), put_off(2)),
    }
    for ref, items in kept.items():
        details = FamilyDetails(id=ref, family_name=f"Family {ref}")
        store.take_in([Family(details=details, panel_items=items)])
    finder = FamilyFinder(file)
    assert [each.ref for each in finder.carried(TODAY)] == ["EYM-0002", "EYM-0001", "EYM-0005"]
    [item] = store.family("EYM-0001").panel_items
    store.apply(Change(family="EYM-0001", before=item, after=replace(item, carried_to=None)), who="w1")
    assert [each.ref for each in finder.carried(TODAY)] == ["EYM-0002", "EYM-0005"]
    assert (finder.called("EYM-0003"), finder.called("EYM-9999")) == ("Family EYM-0003", "EYM-9999")
