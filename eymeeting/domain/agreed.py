"""From a quick line to what is kept: an action, somebody's words, and whom the line brings in."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from eymeeting.domain.actions import Action, ActionStatus
from eymeeting.domain.closing import ends_the_work
from eymeeting.domain.entry import FOR_THE_FAMILY
from eymeeting.domain.family import Change, Family
from eymeeting.domain.pack import Pack
from eymeeting.domain.quick_line import QuickLine
from eymeeting.domain.quick_line_writing import can_say_cost
from eymeeting.domain.said import kept_words


def changes_for(
    line: QuickLine,
    family: Family,
    meeting: str,
    pack: Pack,
    *,
    here: Collection[str],
    keyboard: str,
    today: date,
    before: Action | None = None,
) -> tuple[Change, ...]:
    """All that a line changes, to be done and undone as one: first whom it brings in, then what it says.

    ``before`` is the action that the line puts right. A line with problems changes nothing.
    """
    if line.problems:
        return ()
    ref = family.ref
    people = tuple(Change(family=ref, before=None, after=each) for each in line.newcomers)
    if line.says != "to_do":
        was, after = kept_words(line, family, meeting, keyboard=keyboard, today=today)
        return (*people, Change(family=ref, before=was, after=after))
    if before is None:
        action = agreed_action(line, family, meeting, here=here, keyboard=keyboard)
    else:
        action = put_right(before, line, pack, here=here, keyboard=keyboard)
    return (*people, Change(family=ref, before=before, after=action))


def agreed_action(
    line: QuickLine, family: Family, meeting: str, *, here: Collection[str], keyboard: str
) -> Action:
    """A new action. An owner who is not here has not been asked yet: the line says who will, or who types.

    ``here`` are the ids of those taking part; while nobody is marked, that is not known.
    What is agreed where the work ends is for afterwards.
    """
    owner = line.owners[0] if line.owners else None
    who_will_ask = line.who_will_ask or (keyboard if _is_away(owner, here) else None)
    status: ActionStatus = "not_yet_asked" if who_will_ask else "not_started"
    at_the_end = any(each.id == meeting and ends_the_work(each) for each in family.meetings)
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
        who_will_ask=who_will_ask,
        budget_pounds=line.cost,
        after_closing=True if at_the_end else None,
    )


def put_right(action: Action, line: QuickLine, pack: Pack, *, here: Collection[str], keyboard: str) -> Action:
    """The action as the line now says it. All that a line cannot say stays as it was.

    That is who may see it, how a child is told, a date beside nobody's name, a cost beside neither
    a name nor an area, and an area that is no longer in use. How far it is stays too, unless somebody still has to ask.
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
        budget_pounds=line.cost if can_say_cost(action, pack) else line.cost or action.budget_pounds,
    )
    if action.status not in ("not_started", "not_yet_asked"):
        return right
    is_new = owner != action.owner
    who_will_ask = line.who_will_ask or (keyboard if is_new and _is_away(owner, here) else None)
    if who_will_ask is not None:
        return replace(right, status="not_yet_asked", who_will_ask=who_will_ask)
    if is_new or owner in here:
        return replace(right, status="not_started", who_will_ask=None)
    return right


def _is_away(owner: str | None, here: Collection[str]) -> bool:
    return owner is not None and bool(here) and owner not in here


def _free_id(family: Family) -> str:
    taken = {action.id for action in family.actions}
    number = len(taken) + 1
    while f"a{number}" in taken:
        number += 1
    return f"a{number}"
