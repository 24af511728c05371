"""An action as the quick line it could have been typed as, to put it right."""

from __future__ import annotations

import re

from eymeeting.domain.actions import Action
from eymeeting.domain.dates import spoken
from eymeeting.domain.family import Family
from eymeeting.domain.known_names import name_to_type, owners_known
from eymeeting.domain.pack import Pack
from eymeeting.domain.quick_line_marks import with_opening_doubled

_MARK = re.compile(r"(?<!\S)([@#~])")


def written(action: Action, family: Family, pack: Pack) -> str:
    """The line that reads as this action: its words, who, by when, the area, how we will know, who will ask."""
    may_ask = owners_known(family).members
    who = [each for each in (action.owner, *(action.helpers or ())) if each]
    parts = [with_opening_doubled(_doubled(action.text)), *(f"@{name_to_type(family, each)}" for each in who)]
    if action.due is not None and who:
        parts.append(spoken(action.due))
    if action.status == "not_yet_asked" and action.who_will_ask in may_ask and action.owner:
        parts.append(f"@{name_to_type(family, action.who_will_ask)} will ask")
    if any(area.on and area.id == action.area for area in pack.areas):
        parts.append(f"#{action.area}")
    if action.how_we_will_know:
        known_by = _doubled(action.how_we_will_know)
        parts.append(f"~ {known_by}" if known_by.startswith("~") else f"~{known_by}")
    return " ".join(parts)


def _doubled(words: str) -> str:
    return _MARK.sub(r"\1\1", words)
