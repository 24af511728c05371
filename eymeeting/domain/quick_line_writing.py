"""An action as the quick line it could have been typed as, to put it right."""

from __future__ import annotations

import re

from eymeeting.domain.actions import Action
from eymeeting.domain.cost import in_pounds, is_sayable
from eymeeting.domain.dates import spoken
from eymeeting.domain.family import Family
from eymeeting.domain.known_names import name_to_type, owners_known
from eymeeting.domain.pack import Pack
from eymeeting.domain.quick_line_marks import with_opening_doubled

_MARK = re.compile(r"(?<!\S)([@#~])")


def written(action: Action, family: Family, pack: Pack) -> str:
    """The line that reads as this action: its words, who, when, the cost, who will ask, the area, how we will know."""
    may_ask = owners_known(family).members
    who = [each for each in (action.owner, *(action.helpers or ())) if each]
    parts = [with_opening_doubled(_doubled(action.text)), *(f"@{name_to_type(family, each)}" for each in who)]
    if action.due is not None and who:
        parts.append(spoken(action.due))
    costs = action.budget_pounds
    cost = in_pounds(costs) if costs is not None and can_say_cost(action, pack) else ""
    parts += [cost] if cost and who else []
    if action.status == "not_yet_asked" and action.who_will_ask in may_ask and action.owner:
        parts.append(f"@{name_to_type(family, action.who_will_ask)} will ask")
    if _has_area(action, pack):
        parts.append(f"#{action.area}")
        parts += [cost] if cost and not who else []
    if action.how_we_will_know:
        known_by = _doubled(action.how_we_will_know)
        parts.append(f"~ {known_by}" if known_by.startswith("~") else f"~{known_by}")
    return " ".join(parts)


def can_say_cost(action: Action, pack: Pack) -> bool:
    """Whether a line can hold what this action costs: behind a name or an area, in whole pence."""
    costs = action.budget_pounds
    return bool(action.owner or action.helpers or _has_area(action, pack)) and (
        costs is None or is_sayable(costs)
    )


def _has_area(action: Action, pack: Pack) -> bool:
    return any(area.on and area.id == action.area for area in pack.areas)


def _doubled(words: str) -> str:
    return _MARK.sub(r"\1\1", words)
