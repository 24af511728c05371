"""What was agreed before, asked one by one: which actions, how each has gone until now, and what is told of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from eymeeting.domain.actions import FINISHED, Action, ActionStatus, Update
from eymeeting.domain.earlier import earlier_meetings, with_updates_told
from eymeeting.domain.entry import new_id
from eymeeting.domain.family import ActionNow, Family, action_now, in_order
from eymeeting.domain.meeting import Line, Meeting, Section
from eymeeting.domain.not_for import is_kept_from_anybody
from eymeeting.domain.pack import Pack
from eymeeting.domain.planning import told_again
from eymeeting.domain.sight import is_open_in_the_room

WITH_A_REASON: Final[frozenset[ActionStatus]] = frozenset({"not_done", "no_longer_needed"})
"""What is said of these is why; of any other answer it is a note."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One action that a meeting asks about.

    ``before`` is how it stood when the meeting began, as far as that may be told at it; ``agreed_on``
    the day it was agreed, ``news_on`` that of the last news. ``answer`` is what was told of it
    since, at this meeting or at the broken-off one that it goes on with.
    """

    before: ActionNow
    agreed_on: date
    news_on: date | None = None
    answer: Update | None = None

    @property
    def action(self) -> Action:
        """The action as it was agreed."""
        return self.before.action

    @property
    def had_it_before(self) -> tuple[str, ...]:
        """The ids of those who had it before whoever had it last, the first of them first."""
        owners = [self.action.owner, *(each.reassigned_to for each in self.before.updates)]
        told = dict.fromkeys(each for each in owners if each is not None)
        return tuple(each for each in told if each != self.before.owner)

    @property
    def is_still_open(self) -> bool:
        """Whether anything is left to be done, as told so far."""
        return self.before.is_open if self.answer is None else self.answer.status not in FINISHED

    def is_late(self, day: date) -> bool:
        """Whether its day had passed."""
        return self.before.due is not None and self.before.due < day


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What somebody said of an action: words, a new day, and who has it from now on."""

    words: str = ""
    due: date | None = None
    owner: str | None = None


def asked_actions(family: Family, meeting: Meeting, pack: Pack, keyboard: str = "") -> tuple[Asked, ...]:
    """Every action that was open when the meeting began: the late ones first, then by their days.

    It was agreed at an earlier meeting, or for a panel item, and may stand on a
    screen everyone reads. What was agreed or told at a meeting that may not be
    told of here counts for nothing, not even for how an action stands. An
    action that has an answer stays among them. Words that are not for somebody there,
    or at the ``keyboard``, are not told; how the action stands is.
    """

    def as_told_here(update: Update) -> Update:
        may_be_told = is_open_in_the_room(family, update, pack=pack, meeting=meeting.id, keyboard=keyboard)
        return update if may_be_told else replace(update, note=None, reason=None, escalate_to=None)

    places = _places(family, meeting)
    going_on = {meeting.id, *(each.id for each in told_again(family, meeting))}
    known = with_updates_told(family, meeting).updates
    before = (as_told_here(each) for each in known if each.meeting not in going_on)
    then = replace(family, updates=tuple(before))
    answers = {
        each.action: as_told_here(each) for each in in_order(family.updates) if each.meeting in going_on
    }
    found = (
        _asked(action_now(then, action), places, answers.get(action.id))
        for action in family.actions
        if _place(action) in places
        and is_open_in_the_room(family, action, pack=pack, meeting=meeting.id, keyboard=keyboard)
    )
    asked = [each for each in found if each.before.is_open or each.answer is not None]
    return tuple(sorted(asked, key=_by_day))


def answer_at(family: Family, meeting: str, action: str) -> Update | None:
    """What is kept of an action at a meeting; of several the last."""
    kept = [each for each in family.updates if (each.meeting, each.action) == (meeting, action)]
    return kept[-1] if kept else None


def told(
    family: Family, meeting: Meeting, asked: Asked, status: ActionStatus, said: Said | None = None
) -> Update:
    """How an action went, told at a meeting: the one kept of it there put right, else a new one.

    Without ``said`` only the status is new: words that were said before stay, a
    new day and a new owner too, but for the day of what is not to be done any more.
    """
    kept = answer_at(family, meeting.id, asked.action.id)
    answer = kept or Update(
        id=new_id(),
        position=family.next_position(Update),
        action=asked.action.id,
        status=status,
        meeting=meeting.id,
    )
    answer = _with_words_where_they_belong(answer, status)
    if said is None:
        return replace(answer, due=None) if status in FINISHED else answer
    words = said.words.strip() or _words_not_told(kept)
    due = None if status in FINISHED else said.due
    answer = replace(answer, due=due, reassigned_to=said.owner)
    return replace(answer, reason=words) if status in WITH_A_REASON else replace(answer, note=words)


def _words_not_told(kept: Update | None) -> str | None:
    """Words that stand with an answer and are not on the screen: nothing typed leaves them as they are."""
    if kept is None or not is_kept_from_anybody(kept):
        return None
    return kept.reason if kept.status in WITH_A_REASON else kept.note


def said_of(answer: Update | None) -> Said:
    """What was said with an answer: the words in their place, the new day, the new owner."""
    if answer is None:
        return Said()
    words = answer.reason if answer.status in WITH_A_REASON else answer.note
    return Said(words=words or "", due=answer.due, owner=answer.reassigned_to)


def is_handed_to_nobody(answer: Update) -> bool:
    """Whether an answer hands an action on without saying to whom."""
    return answer.status == "handed_on" and answer.reassigned_to is None


def latest_known(family: Family, meeting: Meeting, section: Section, pack: Pack) -> tuple[Line, ...]:
    """The lines of a part from the latest meeting before this one that has any everyone may read.

    A broken-off meeting that this one goes on with is not before it.
    """
    going_on = {each.id for each in told_again(family, meeting)}
    for each in reversed(earlier_meetings(family, meeting)):
        lines = [
            line
            for line in family.lines_of(each.id, section)
            if each.id not in going_on and is_open_in_the_room(family, line, pack=pack, meeting=meeting.id)
        ]
        if lines:
            return tuple(sorted(lines, key=lambda line: family.worker(line.by or "") is not None))
    return ()


def wanted_before(family: Family, meeting: Meeting, pack: Pack) -> tuple[Line, ...]:
    """What the family wanted to change and how life would be then, from the latest meeting that has each."""
    sections: tuple[Section, ...] = ("change", "life_when")
    return tuple(line for section in sections for line in latest_known(family, meeting, section, pack))


def ticked(line: Line) -> Line:
    """The line as something that has happened, or once more as something wanted."""
    return replace(line, done=None if line.done else True)


def carried_on(family: Family, meeting: Meeting, pack: Pack) -> tuple[Asked, ...]:
    """The actions of earlier meetings that are still open, as told so far at this one."""
    return tuple(each for each in asked_actions(family, meeting, pack) if each.is_still_open)


def _places(family: Family, meeting: Meeting) -> Mapping[str, date]:
    """The meetings and panel items before a meeting that may be told of at it, with their days.

    A panel item is not told of to a family that nobody has told of it.
    """
    panels = {each.id: each.on for each in family.panel_items if each.on <= meeting.on and each.family_knows}
    return panels | {each.id: each.on for each in earlier_meetings(family, meeting)}


def _asked(before: ActionNow, places: Mapping[str, date], answer: Update | None) -> Asked:
    last = before.updates[-1] if before.updates else None
    news_on = None if last is None else last.on or places.get(last.meeting or "")
    return Asked(before=before, agreed_on=places[_place(before.action)], news_on=news_on, answer=answer)


def _place(action: Action) -> str:
    return action.meeting or action.panel_item or ""


def _by_day(asked: Asked) -> tuple[bool, date, int, str]:
    due = asked.before.due
    return due is None, due or date.max, asked.action.position, asked.action.id


def _with_words_where_they_belong(answer: Update, status: ActionStatus) -> Update:
    answer = replace(answer, status=status)
    if status in WITH_A_REASON and answer.reason is None:
        return replace(answer, reason=answer.note, note=None)
    if status not in WITH_A_REASON and answer.note is None:
        return replace(answer, note=answer.reason, reason=None)
    return answer
