"""The rows of “What will happen next”, and what has been done, for one reader."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from eymeeting.domain.copies import PlannedAction
from eymeeting.domain.family import ActionNow, action_now
from eymeeting.domain.in_words import listed
from eymeeting.domain.one_reader import ForOneReader

NOT_YET_AGREED: Final = "Not yet agreed"
"""In place of an owner: nobody has taken it, or whoever had may not be named to this reader."""

SOMEBODY: Final = "Somebody"
"""In place of whoever will ask an absent owner, while nobody has said that they will."""


def open_actions(paper: ForOneReader) -> tuple[PlannedAction, ...]:
    """Everything still to be done that the reader may see: the family's own first, the soonest first."""
    found = [planned for now in _visible(paper) if now.is_open and (planned := _planned(paper, now))]
    return tuple(sorted(found, key=lambda each: (not each.theirs, each.due or date.max)))


def done_actions(paper: ForOneReader) -> tuple[PlannedAction, ...]:
    """What was found done at the meeting of this paper, or has been done since."""
    return tuple(
        planned
        for now in _visible(paper)
        if now.status == "done" and _since(paper, now) and (planned := _planned(paper, now))
    )


def _visible(paper: ForOneReader) -> list[ActionNow]:
    return [action_now(paper.family, each) for each in paper.family.actions if paper.sees(each)]


def _since(paper: ForOneReader, now: ActionNow) -> bool:
    order = [each.id for each in paper.family.meetings_in_order()]
    at = order.index(paper.meeting.id)
    last = now.updates[-1] if now.updates else None
    if last is None:
        place = now.action.meeting
    elif last.meeting is None:
        return last.on is not None and last.on >= paper.meeting.on
    else:
        place = last.meeting
    return place in order and order.index(place) >= at


def _planned(paper: ForOneReader, now: ActionNow) -> PlannedAction | None:
    what = paper.cleared(now.action.text)
    if what is None:
        return None
    owner = paper.name(now.owner)
    planned = PlannedAction(
        what=what,
        who=_who(paper, now, owner),
        due=now.due,
        how_we_will_know=paper.cleared(now.action.how_we_will_know),
        theirs=owner is not None and paper.family.person(now.owner or "") is not None,
        part_done=now.status == "part_done",
        moved_from=now.moved_from,
    )
    if now.status != "not_yet_asked":
        return planned
    asks = paper.name(now.action.who_will_ask)
    return replace(planned, not_yet_asked=asks or (SOMEBODY if owner else None))


def _who(paper: ForOneReader, now: ActionNow, owner: str | None) -> str:
    helpers = [paper.name(each) for each in now.action.helpers or () if each != now.owner]
    named = [each for each in helpers if each is not None]
    if owner is not None:
        return listed([owner, *named])
    return f"{NOT_YET_AGREED}, with {listed(named)}" if named else NOT_YET_AGREED
