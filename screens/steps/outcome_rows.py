"""The lines of how it goes on: the ways, how things are now, and what there is to say of an ending."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from eymeeting.domain.closing import WAYS_ON, closure_of, ends_the_work, intended_ending
from eymeeting.domain.dates import spoken_near
from eymeeting.domain.earlier import earlier_meetings, with_updates_told
from eymeeting.domain.family import ActionNow, action_now
from eymeeting.domain.in_words import ENDING, RESULT
from eymeeting.domain.meeting import Outcome
from eymeeting.domain.names import short_names
from eymeeting.domain.sight import is_open_in_the_room
from screens.desk import MeetingView
from screens.widgets.lettered_list import LetteredRow

WAY: Final[dict[str, Outcome]] = {f"way {way}": way for way in WAYS_ON}
RESULT_NOW: Final = "How are things now?"
REASON: Final = "reason"
ON: Final = "carries on"
CALL: Final = "call"
CHECK: Final = "check"
_AFTER: Final = "Still to do: which go on after today?"
_GOES_ON: Final = "How it goes on"
_ENDING: Final = "The ending: each may stay empty"


def outcome_rows(view: MeetingView) -> list[LetteredRow]:
    """Every line, with what was said of it."""
    rows = [*_ways(view), *_results(view)]
    if ends_the_work(view.meeting):
        rows += [*_of_the_ending(view), *_after(view)]
    return rows


def _ways(view: MeetingView) -> Iterator[LetteredRow]:
    now = intended_ending(view.meeting)
    for row, way in WAY.items():
        yield LetteredRow(row, ENDING[way], mark="✓" if way == now else "·", group=_GOES_ON)


def _results(view: MeetingView) -> Iterator[LetteredRow]:
    for result, words in RESULT.items():
        is_now = view.meeting.result == result
        yield LetteredRow(
            f"result {result}", words.capitalize(), mark="✓" if is_now else "·", group=RESULT_NOW
        )


def _of_the_ending(view: MeetingView) -> Iterator[LetteredRow]:
    closure = closure_of(view.family, view.meeting_id)
    names = {worker.id: worker.name for worker in view.room.workers}
    reason, carries_on = (None, None) if closure is None else (closure.reason, closure.handed_to)
    check = None if closure is None else closure.later_check
    rows = [
        (REASON, "Why it ends", view.pack.closing(reason).words if reason else ""),
        (ON, "Who carries on", names.get(carries_on or "", "")),
    ]
    if all(step.id != CALL for step in view.kind.steps):
        rows.append((CALL, "Who to call", (closure and closure.who_to_call) or ""))
    rows.append((CHECK, "A later look", spoken_near(check, view.today) if check else ""))
    for row, words, state in rows:
        told = f"{words}: {state}" if state else words
        yield LetteredRow(row, told, mark="✓" if state else "·", group=_ENDING)


def _after(view: MeetingView) -> Iterator[LetteredRow]:
    names = short_names(view.room)
    for now in still_to_do(view):
        owner, mark = names.get(now.owner or "", ""), "✓" if now.action.after_closing else "·"
        yield LetteredRow(f"after {now.action.id}", now.action.text, owner, mark=mark, group=_AFTER)


def still_to_do(view: MeetingView) -> tuple[ActionNow, ...]:
    """The open actions of this meeting and of those before it, as far as everybody in the room may know of them."""
    told = {each.id for each in earlier_meetings(view.family, view.meeting)} | {view.meeting_id}
    known = with_updates_told(view.family, view.meeting)
    return tuple(
        now
        for action in view.family.actions
        if action.meeting in told
        and is_open_in_the_room(view.family, action, pack=view.pack)
        and (now := action_now(known, action)).is_open
    )
