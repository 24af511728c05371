"""Somebody at a panel who is outside a family's agreement: why they stay all the same is written down."""

from __future__ import annotations

from dataclasses import replace

from eymeeting.domain.agreement import Sharing
from eymeeting.domain.entry import new_id
from eymeeting.domain.family import Change, Family
from eymeeting.domain.panel import PanelItem
from eymeeting.domain.panel_gate import Outside
from eymeeting.domain.sharing import record_for


def decision_on(family: Family, item: PanelItem, person: Outside) -> Sharing | None:
    """The decision to share with somebody at a panel, as it is written down; nothing while there is none."""
    found = (
        each
        for each in family.sharings
        if (each.on, each.what, each.shared_with) == (item.on, _what(item), _whom(person))
    )
    return next(found, None)


def is_settled(family: Family, item: PanelItem, person: Outside) -> bool:
    """Whether there is a reason why somebody outside the agreement stays."""
    found = decision_on(family, item, person)
    return found is not None and bool(found.lawful_reason)


def stays_because(
    family: Family, item: PanelItem, person: Outside, why: str, decided_by: str
) -> tuple[Change, ...]:
    """What a reason for somebody to stay changes: a decision is recorded. No words take it back."""
    before = decision_on(family, item, person)
    if before is None and not why:
        return ()
    if before is None:
        after: Sharing | None = Sharing(
            id=new_id(),
            position=family.next_position(Sharing),
            on=item.on,
            what=_what(item),
            shared=True,
            shared_with=_whom(person),
            meeting=record_for(family, item.on),
            decided_by=decided_by,
            lawful_reason=why,
        )
    else:
        after = replace(before, lawful_reason=why) if why else None
    return () if after == before else (Change(family=family.ref, before=before, after=after),)


def _what(item: PanelItem) -> str:
    return f"What was said at {item.panel}"


def _whom(person: Outside) -> str:
    return ", ".join(part for part in (person.name, person.agency) if part)
