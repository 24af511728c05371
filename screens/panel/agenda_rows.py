"""What the order of a panel lists, row by row; without names where it is covered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Final

from db.home import FamilyFound
from eymeeting.domain.panel_agenda import has_been_open
from eymeeting.domain.panel_meeting import PanelMeeting, Slot
from screens.home_rows import how_it_stands
from screens.widgets.family_list import FamilyRow

THE_ORDER: Final = "The order"
CARRIED: Final = "Put off until now: Enter adds"
FOUND: Final = "Enter adds"


def order_rows(panel: PanelMeeting, called: Callable[[str], str] | None) -> Iterator[FamilyRow]:
    """The families in their order; by reference alone where nothing says what they are called."""
    for number, slot in enumerate(panel.slots, start=1):
        name = slot.family if called is None else called(slot.family)
        yield FamilyRow(slot.family, f"{number:>2}. {name}", _how_far(slot))


def carried_rows(
    panel: PanelMeeting, carried: Iterable[FamilyFound], called: Callable[[str], str] | None
) -> Iterator[FamilyRow]:
    """Those that were put off until now and are not in the order yet."""
    for found in carried:
        if panel.slot(found.ref) is None:
            yield FamilyRow(found.ref, found.ref if called is None else found.name)


def found_rows(panel: PanelMeeting, families: Iterable[FamilyFound], today: date) -> Iterator[FamilyRow]:
    """Those that fit what is typed."""
    for found in families:
        is_there = panel.slot(found.ref) is not None
        words = "in the order already" if is_there else how_it_stands(found, today)
        yield FamilyRow(found.ref, found.name, f"{found.ref} · {words}")


def _how_far(slot: Slot) -> str:
    spent = f"{slot.seconds // 60} of {slot.minutes} min"
    if slot.is_over:
        return f"✓ over, {spent}"
    return f"begun, {spent}" if has_been_open(slot) else f"{slot.minutes} min"
