"""What will be done and what has been done, as it stands on one reader's copy."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from eymeeting.domain.actions import Update
from eymeeting.domain.copies import PlannedAction
from eymeeting.domain.cost import in_pounds
from eymeeting.domain.family import ActionNow, action_now
from eymeeting.domain.one_reader import ForOneReader
from eymeeting.domain.our_words import OurWords, joined
from eymeeting.domain.own_reasons import is_anothers_reason
from eymeeting.domain.text import folded

NOT_YET_AGREED: Final = "Not yet agreed"
"""In place of an owner: nobody has taken it, or whoever had may not be named to this reader."""

NOT_YET_AGREED_WITH: Final = "Not yet agreed, with {names}"
"""The same where others have said that they help."""

SOMEBODY: Final = "Somebody"
"""In place of whoever will ask an absent owner, while nobody has said that they will."""

NO_REASON: Final = frozenset({"no reason given", "no reason", "none", "not known", "unknown", "n/a"})
"""What is written for a reason where nobody said one: for the record, not for a family's plan."""


def still_to_be_done(paper: ForOneReader) -> tuple[PlannedAction, ...]:
    """Everything still to be done that the reader may see: the family's own first, the soonest first."""
    found = [planned for now in _visible(paper) if now.is_open and (planned := planned_action(paper, now))]
    return tuple(sorted(found, key=lambda each: (not each.theirs, each.due or date.max)))


def done_actions(paper: ForOneReader) -> tuple[PlannedAction, ...]:
    """What has been done since last time: found at the meeting of this paper, told before it, or done since."""
    return tuple(
        planned
        for now in _visible(paper)
        if now.status == "done" and _ended_since(paper, now) and (planned := planned_action(paper, now))
    )


def done_over_the_whole_time(paper: ForOneReader) -> tuple[PlannedAction, ...]:
    """Everything that has ever been done, each with its part of life, in the order of those parts."""
    order = {area.id: place for place, area in enumerate(paper.pack.areas)}
    done = [now for now in _visible(paper) if now.status == "done"]
    done.sort(key=lambda now: (order.get(now.action.area, len(order)), now.action.area))
    return tuple(
        replace(planned, area=paper.cleared(paper.pack.area_name(now.action.area)) or "")
        for now in done
        if (planned := planned_action(paper, now, of_all_times=True))
    )


def no_longer_needed(paper: ForOneReader) -> tuple[str, ...]:
    """What was taken off the plan since last time, because nobody needs it any more."""
    return paper.all_cleared(
        now.action.text
        for now in _visible(paper)
        if now.status == "no_longer_needed" and now.updates and _ended_since(paper, now)
    )


def _visible(paper: ForOneReader) -> list[ActionNow]:
    return [action_now(paper.family, each) for each in paper.family.actions if paper.sees(each)]


def _ended_since(paper: ForOneReader, now: ActionNow) -> bool:
    if now.updates:
        return _is_since_last_time(paper, now.updates[-1])
    return now.action.meeting in _from_this_meeting_on(paper)


def _is_since_last_time(paper: ForOneReader, update: Update) -> bool:
    if update.meeting is not None:
        return update.meeting in _from_this_meeting_on(paper)
    met = paper.meetings()
    last_time = met[1].on if len(met) > 1 else date.min
    return update.on is not None and update.on >= last_time


def _from_this_meeting_on(paper: ForOneReader) -> list[str]:
    order = [each.id for each in paper.family.meetings_in_order()]
    return order[order.index(paper.meeting.id) :]


def planned_action(
    paper: ForOneReader, now: ActionNow, *, of_all_times: bool = False
) -> PlannedAction | None:
    """A row for an action as it stands; nothing where its words hold what the reader must not have."""
    what = paper.cleared(now.action.text)
    if what is None:
        return None
    owner = paper.name(now.owner)
    theirs = owner is not None and paper.family.person(now.owner or "") is not None
    told = [each for each in now.updates if of_all_times or _is_since_last_time(paper, each)]
    planned = PlannedAction(
        what=what,
        who=_who(paper, now, owner),
        due=now.due,
        how_we_will_know=paper.cleared(now.action.how_we_will_know),
        theirs=theirs,
        part_done=now.status == "part_done",
        moved_from=now.moved_from,
        not_done=now.status == "not_done",
        handed_on_by=_handed_on_by(paper, now, told),
        words=_words(paper, now, told),
        cost=_cost(paper, now, theirs=theirs),
    )
    if now.status != "not_yet_asked":
        return planned
    asks = paper.name(now.action.who_will_ask)
    return replace(planned, not_yet_asked=asks or (SOMEBODY if owner else None))


def _cost(paper: ForOneReader, now: ActionNow, *, theirs: bool) -> str:
    """What it costs: told to the family where somebody of it does it, to a worker where they do."""
    costs = now.action.budget_pounds
    is_family = paper.family.person(paper.reader.id) is not None
    told = theirs if is_family else now.owner == paper.reader.id
    return in_pounds(costs) if costs is not None and told else ""


def _who(paper: ForOneReader, now: ActionNow, owner: str | None) -> str:
    helpers = [paper.name(each) for each in now.action.helpers or () if each != now.owner]
    named = [each for each in helpers if each is not None]
    if owner is not None:
        return joined([owner, *named])
    return OurWords(NOT_YET_AGREED_WITH, names=joined(named)) if named else OurWords(NOT_YET_AGREED)


def _handed_on_by(paper: ForOneReader, now: ActionNow, told: list[Update]) -> str | None:
    """Who had an action until it was handed on; empty where that is nobody to be named on this paper."""
    had_it = now.action.owner
    by: str | None = None
    for update in now.updates:
        has_it = update.reassigned_to or (None if update.status == "handed_on" else had_it)
        if has_it != had_it and had_it is not None and update in told:
            by = paper.name(had_it) or ""
        had_it = has_it
    return by


def _words(paper: ForOneReader, now: ActionNow, told: list[Update]) -> str | None:
    """What was said last of how it stands, in the very words.

    Why somebody of the family has not done a thing is theirs to tell: it
    stands on their own paper and in the record, and on no other.
    """
    for update in reversed(told):
        is_theirs = is_anothers_reason(paper.family, paper.reader.id, now, update)
        said = [
            text.strip().rstrip(".")
            for text in (None if is_theirs else update.reason, update.note)
            if text and update.status == now.status and paper.sees(update) and not _is_no_reason(text)
        ]
        if said:
            return paper.cleared("; ".join(said))
    return None


def _is_no_reason(text: str) -> bool:
    return folded(text).strip(" .") in NO_REASON
