"""Panels over several families, and the packs that meetings were held under."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import delete
from sqlmodel import Session, col, select

from db.tables.panel import PackHeldRow, PanelRow, PanelSeatRow, PanelSlotRow
from eymeeting.domain.panel_meeting import PackHeld, PanelMeeting, Seat, Slot


def panels(session: Session) -> tuple[PanelMeeting, ...]:
    """Every panel, the newest first."""
    rows = session.exec(select(PanelRow).order_by(col(PanelRow.on).desc(), col(PanelRow.start).desc()))
    seats, slots = _by_panel(session, PanelSeatRow), _by_panel(session, PanelSlotRow)
    return tuple(
        PanelMeeting(
            **row.model_dump(),
            seats=tuple(Seat(**each) for each in seats[row.id]),
            slots=tuple(Slot(**each) for each in slots[row.id]),
        )
        for row in rows
    )


def keep_panel(session: Session, panel: PanelMeeting) -> None:
    """Put a panel in the place of how it stood. Made twice, it stands once."""
    session.merge(
        PanelRow(
            id=panel.id,
            name=panel.name,
            on=panel.on,
            start=panel.start,
            venue=panel.venue,
            ended=panel.ended,
        )
    )
    session.flush()
    for kind in (PanelSeatRow, PanelSlotRow):
        session.execute(delete(kind).where(col(kind.panel) == panel.id))
    for position, seat in enumerate(panel.seats):
        session.add(PanelSeatRow(panel=panel.id, position=position, **asdict(seat)))
    for position, slot in enumerate(panel.slots):
        session.add(PanelSlotRow(panel=panel.id, position=position, **asdict(slot)))


def remove_panel(session: Session, panel: str) -> None:
    """Take a panel off the list; what was said of each family stays with it."""
    if row := session.get(PanelRow, panel):
        session.delete(row)


def keep_pack(session: Session, pack: PackHeld) -> None:
    """Keep a council's words, once for each fingerprint."""
    session.merge(PackHeldRow(**asdict(pack)))


def pack_held(session: Session, fingerprint: str) -> PackHeld | None:
    """The words with a fingerprint, or nothing."""
    row = session.get(PackHeldRow, fingerprint)
    return None if row is None else PackHeld(**row.model_dump())


def _by_panel(
    session: Session, kind: type[PanelSeatRow] | type[PanelSlotRow]
) -> Mapping[str, Sequence[dict[str, Any]]]:
    """The rows of every panel in their order, without what says where they stand."""
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in session.exec(select(kind).order_by(col(kind.position))):
        told = row.model_dump(exclude={"position"})
        found[told.pop("panel")].append(told)
    return found
