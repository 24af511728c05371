"""An action in the words of the room, for a screen that everybody can read."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from eymeeting.domain.actions import Action
from eymeeting.domain.cost import cost_words
from eymeeting.domain.dates import how_far, spoken_near
from eymeeting.domain.in_words import listed
from eymeeting.domain.pack import Pack

NOBODY_YET = "nobody yet"
NO_DATE_YET = "no date yet"


def who_and_when(action: Action, names: Mapping[str, str], pack: Pack, today: date) -> str:
    """Who does it and who helps, by when and how far off that is, and for which area."""
    owner = names.get(action.owner or "", NOBODY_YET)
    helpers = [names[each] for each in action.helpers or () if each in names and each != action.owner]
    day = action.due
    when = NO_DATE_YET if day is None else f"{spoken_near(day, today)}, {how_far(day, today)}"
    parts = (" with ".join(filter(None, (owner, listed(helpers)))), when, pack.area_name(action.area))
    return " · ".join(part for part in parts if part)


def what_else(action: Action, names: Mapping[str, str]) -> tuple[str, ...]:
    """What else was agreed, a sentence each: who is still to be asked, how we will know, a child's words, cost."""
    told = []
    if action.status == "not_yet_asked":
        told.append(still_to_be_asked(action, names))
    if action.how_we_will_know:
        told.append(f"We will know: {action.how_we_will_know}")
    if action.child_words:
        told.append(f"To a child: {action.child_words}")
    if action.budget_pounds is not None:
        told.append(cost_words(action))
    return tuple(told)


def still_to_be_asked(action: Action, names: Mapping[str, str]) -> str:
    """That the owner has not been asked yet, and who will ask."""
    owner = names.get(action.owner or "", "Somebody")
    asker = names.get(action.who_will_ask or "")
    asks = f"{asker} will ask" if asker else "nobody has said that they will ask"
    return f"{owner} has not been asked yet; {asks}"
