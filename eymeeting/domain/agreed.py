"""From a quick line to the action that is kept."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from eymeeting.domain.actions import Action, ActionStatus
from eymeeting.domain.entry import FOR_THE_FAMILY
from eymeeting.domain.family import Family
from eymeeting.domain.pack import Pack
from eymeeting.domain.quick_line import QuickLine


def agreed_action(
    line: QuickLine, family: Family, meeting: str, *, here: Collection[str], keyboard: str
) -> Action:
    """A new action. An owner who is not here has not been asked yet: whoever is at the keyboard will ask.

    ``here`` are the ids of those taking part; while nobody is marked, that is not known.
    """
    owner = line.owners[0] if line.owners else None
    away = _is_away(owner, here)
    status: ActionStatus = "not_yet_asked" if away else "not_started"
    return Action(
        id=_free_id(family),
        position=family.next_position(Action),
        meeting=meeting,
        text=line.what,
        owner=owner,
        due=line.due,
        area=line.area or "",
        status=status,
        visibility=FOR_THE_FAMILY,
        helpers=line.owners[1:] or None,
        how_we_will_know=line.how_we_will_know,
        who_will_ask=keyboard if away else None,
    )


def put_right(action: Action, line: QuickLine, pack: Pack, *, here: Collection[str], keyboard: str) -> Action:
    """The action as the line now says it. Who may see it, and how far it is, stay as they were.

    A line cannot say a date beside nobody's name, nor an area that is no longer in use: those
    stay until the line says others.
    """
    owner = line.owners[0] if line.owners else None
    unsaid_day = action.due if action.owner is None else None
    unsaid_area = "" if any(area.on and area.id == action.area for area in pack.areas) else action.area
    right = replace(
        action,
        text=line.what,
        owner=owner,
        due=line.due or unsaid_day,
        area=line.area or unsaid_area,
        helpers=line.owners[1:] or None,
        how_we_will_know=line.how_we_will_know,
    )
    if owner == action.owner or action.status not in ("not_started", "not_yet_asked"):
        return right
    away = _is_away(owner, here)
    return replace(
        right, status="not_yet_asked" if away else "not_started", who_will_ask=keyboard if away else None
    )


def _is_away(owner: str | None, here: Collection[str]) -> bool:
    return owner is not None and bool(here) and owner not in here


def _free_id(family: Family) -> str:
    taken = {action.id for action in family.actions}
    number = len(taken) + 1
    while f"a{number}" in taken:
        number += 1
    return f"a{number}"
