"""Why somebody of the family has not done a thing: theirs alone to tell."""

from __future__ import annotations

from eymeeting.domain.actions import Update
from eymeeting.domain.family import ActionNow, Family


def is_anothers_reason(family: Family, reader: str, now: ActionNow, update: Update) -> bool:
    """Whether the reason in some news is why another of the family had not done a thing.

    It is that of whoever had the action until that news, also where the same news gave it to somebody else.
    """
    had_it = now.action.owner
    for each in now.updates:
        if each.id == update.id:
            break
        had_it = each.reassigned_to or (None if each.status == "handed_on" else had_it)
    return had_it != reader and family.person(had_it or "") is not None
