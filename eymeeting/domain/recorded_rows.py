"""The tables of the chair's full record: rows of text, no cell left empty."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Final

from eymeeting.domain.actions import Action, Update
from eymeeting.domain.agreement import Agreement, Answer
from eymeeting.domain.closing import ends_the_work
from eymeeting.domain.consent import latest_answers
from eymeeting.domain.cost import cost_words
from eymeeting.domain.dates import day_in_words
from eymeeting.domain.family import ActionNow, Family, action_now
from eymeeting.domain.in_words import (
    ANSWER,
    ATTENDED,
    METHOD,
    NOT_RECORDED,
    STATUS,
    listed,
    score_in_words,
)
from eymeeting.domain.meeting import Attendance, Copy, Score
from eymeeting.domain.one_reader import ForOneReader
from eymeeting.domain.planned_actions import NOT_YET_AGREED
from eymeeting.domain.recorded import RecordedAction
from eymeeting.domain.recorded_words import is_open, visible_to
from eymeeting.domain.score_history import ScoreLine, history_for
from eymeeting.domain.sight import is_open_in_the_room
from eymeeting.domain.spoken_to import SPOKEN_TO, from_whom, is_without_a_meeting
from eymeeting.domain.taken_home import stayed_off_in_words
from eymeeting.domain.whose_copies import copy_kind

FAMILY: Final = "Family"
"""In place of an agency, beside somebody of the family."""


NOT_SHARED: Final = "not shared with this chair"
"""A number from a meeting this chair was not at, or that nobody agreed to share with their service."""


def attendance(paper: ForOneReader) -> tuple[tuple[str, str, str, str], ...]:
    """Everybody whose attendance was marked: name, role, agency, attended."""
    found = []
    for each in paper.family.attendance:
        if each.meeting == paper.meeting.id:
            worker = paper.family.worker(each.who)
            name = paper.full_name(each.who) or NOT_RECORDED
            role = paper.role(each.who) or NOT_RECORDED
            agency = FAMILY if worker is None else worker.agency
            found.append((worker is not None, (name, role, agency, _attended(paper, each))))
    return tuple(row for _, row in sorted(found, key=lambda each: each[0]))


def agreement(paper: ForOneReader) -> tuple[tuple[str, str, str, str], ...]:
    """Everybody's latest answer for every agency: who, agency, answer, what was said and when.

    Whoever this meeting is kept apart from stays out of its record.
    """
    apart = paper.meeting.separate_from or ()
    return tuple(
        (
            paper.full_name(person.id) or NOT_RECORDED,
            answer.agency,
            ANSWER[answer.answer],
            _what_was_said(paper, given, answer),
        )
        for person in paper.family.people
        if person.id not in apart
        for given, answer in latest_answers(paper.family, person.id, today=paper.today)
    )


def last_time(paper: ForOneReader) -> tuple[tuple[str, str, str, str], ...]:
    """What was still to be done when people met last: action, who, due, and all that became of it since."""
    before = _before(paper)
    found = []
    for action in _earlier(paper):
        told = [
            each
            for each in action_now(paper.family, action).updates
            if paper.sees(each)
            and (
                each.meeting == paper.meeting.id or (each not in before.updates and _is_between(paper, each))
            )
        ]
        then = action_now(before, action)
        if then.is_open or told:
            found.append((action.text, _who(paper, then), _due(then), _result(paper, told)))
    return tuple(found)


def scores(paper: ForOneReader) -> tuple[tuple[str, str, str, str, str, str], ...]:
    """Every score: part of life, who, at the start, last time, now, and the hope in an area that was chosen.

    Only where the plan ends is anything said of the start.
    """
    told, at_the_end = history_for(paper), ends_the_work(paper.meeting)
    chosen = {each.area: each.hoped_for for each in told.chosen}
    found = []
    for line in told.lines:
        start, last, now = (
            each if each and is_open(paper, each) else None for each in (line.start, line.last_time, line.now)
        )
        if now or last:
            hope = "" if (number := chosen.get(line.area)) is None else str(number)
            who = paper.name(line.person) or NOT_RECORDED
            area = paper.pack.area_name(line.area)
            before = (
                NOT_SHARED if last is None and _is_kept_from_this_chair(paper, line) else _score(paper, last)
            )
            began = (before if start is None else _score(paper, start)) if at_the_end else ""
            found.append((area, who, began, before, _score(paper, now), hope))
    return tuple(found)


def actions(paper: ForOneReader) -> tuple[RecordedAction, ...]:
    """What was agreed at this meeting, then what is still open from before, numbered through."""
    agreed = [action_now(paper.family, each) for each in agreed_here(paper)]
    carried = [now for each in _earlier(paper) if (now := action_now(paper.family, each)).is_open]
    return tuple(_recorded(paper, number, now) for number, now in enumerate([*agreed, *carried], start=1))


def agreed_here(paper: ForOneReader) -> tuple[Action, ...]:
    """What was agreed at this meeting, as far as the chair may see it outside the restricted pages."""
    return tuple(
        each for each in paper.family.actions if each.meeting == paper.meeting.id and is_open(paper, each)
    )


def copies(paper: ForOneReader) -> tuple[tuple[str, str, str], ...]:
    """The papers that were given: who, which copy, how and without what.

    Of several of one kind for one reader the latest.
    """
    made = (each for each in paper.family.copies if each.meeting == paper.meeting.id)
    latest = {(each.to, each.kind): each for each in sorted(made, key=lambda each: each.position)}
    return tuple(
        (
            paper.full_name(each.to) or NOT_RECORDED,
            copy_kind(each.kind, paper.pack),
            _given(each),
        )
        for each in latest.values()
    )


def _given(copy: Copy) -> str:
    day = day_in_words(copy.on) if copy.on else ""
    return ", ".join(filter(None, (copy.how, day, stayed_off_in_words(copy))))


def _attended(paper: ForOneReader, attendance: Attendance) -> str:
    stood_in_for = paper.full_name(attendance.substitute_for)
    told = [
        (SPOKEN_TO if is_without_a_meeting(paper.meeting) else ATTENDED)[attendance.status],
        f"came {attendance.came}" if attendance.came else "",
        f"left {attendance.left}" if attendance.left else "",
        attendance.role or "",
        f"in place of {stood_in_for}" if stood_in_for else "",
        attendance.note or "",
    ]
    return ", ".join(each for each in told if each)


def _what_was_said(paper: ForOneReader, given: Agreement, answer: Answer) -> str:
    interpreter = paper.full_name(given.interpreter)
    told = [
        f"{METHOD[given.method]}, {day_in_words(given.on)}",
        f"limited to {answer.limit}" if answer.limit else "",
        f"reason: {answer.reason}" if answer.reason else "",
        f"interpreted by {interpreter}" if interpreter else "",
        given.note or "",
    ]
    return "; ".join(each for each in told if each)


def _earlier(paper: ForOneReader) -> list[Action]:
    """The actions from before this meeting that the chair may see."""
    earlier = {each.id for each in paper.meetings()} - {paper.meeting.id}
    panels = {each.id for each in paper.family.panel_items if each.on <= paper.meeting.on}
    return [
        each
        for each in paper.family.actions
        if (each.meeting or each.panel_item) in earlier | panels and is_open(paper, each)
    ]


def _before(paper: ForOneReader) -> Family:
    """The family with the updates told until people met last only."""
    met = paper.meetings()[1:]
    earlier = {each.id for each in met}
    last_time = met[0].on if met else date.min
    return replace(
        paper.family,
        updates=tuple(
            each
            for each in paper.family.updates
            if each.meeting in earlier or (each.meeting is None and (each.on is None or each.on < last_time))
        ),
    )


def _is_between(paper: ForOneReader, update: Update) -> bool:
    """Whether an update was told on a day of its own, up to the day of this meeting."""
    return update.meeting is None and update.on is not None and update.on <= paper.meeting.on


def _recorded(paper: ForOneReader, number: int, now: ActionNow) -> RecordedAction:
    action = now.action
    return RecordedAction(
        number=number,
        what=f"{action.text} ({cost_words(action)[3:]})" if cost_words(action) else action.text,
        who=_who(paper, now),
        due=_due(now),
        area=paper.pack.area_name(action.area),
        how_we_will_know=action.how_we_will_know or "not yet agreed",
        status=_status(paper, now),
        visible_to=visible_to(paper, action),
    )


def _who(paper: ForOneReader, now: ActionNow) -> str:
    owner = paper.full_name(now.owner) or NOT_YET_AGREED
    helpers = [name for each in now.action.helpers or () if (name := paper.full_name(each))]
    return f"{owner}, with {listed(helpers)}" if helpers else owner


def _due(now: ActionNow) -> str:
    due = day_in_words(now.due) if now.due else "no date yet"
    moved = listed([day_in_words(each) for each in now.moved_from])
    return f"{due} (was {moved})" if moved else due


def _status(paper: ForOneReader, now: ActionNow) -> str:
    asks = paper.full_name(now.action.who_will_ask)
    said = STATUS[now.status]
    asked = f"{said}: {asks} will ask" if now.status == "not_yet_asked" and asks else said
    return f"{asked}, goes on after the plan has ended" if now.action.after_closing else asked


def _result(paper: ForOneReader, told: Iterable[Update]) -> str:
    results = []
    for each in told:
        new_owner = paper.full_name(each.reassigned_to)
        parts = [
            f"{day_in_words(each.on)}: {STATUS[each.status]}" if each.on else STATUS[each.status],
            each.reason or "",
            each.note or "",
            f"from {told_by}" if (told_by := from_whom(paper.family, paper.meeting, each)) else "",
            f"now by {day_in_words(each.due)}" if each.due else "",
            f"now with {new_owner}" if new_owner else "",
            f"taken to {each.escalate_to}" if each.escalate_to else "",
        ]
        results.append(", ".join(part for part in parts if part))
    return "; ".join(results) or "not asked"


def _is_kept_from_this_chair(paper: ForOneReader, line: ScoreLine) -> bool:
    """Whether somebody gave a number before that is for everyone there, and that this chair may not have."""
    before = {each.id for each in paper.meetings()} - {paper.meeting.id}
    return any(
        (each.area, each.person) == (line.area, line.person)
        and each.meeting in before
        and is_open_in_the_room(paper.family, each, pack=paper.pack)
        and not paper.sees(each)
        for each in paper.family.scores
    )


def _score(paper: ForOneReader, score: Score | None) -> str:
    if score is None:
        return score_in_words(None)
    told = [score.note or "", day_in_words(score.on) if score.on else "", visible_to(paper, score)]
    more = "; ".join(each for each in told if each)
    said = score_in_words(score.value)
    return f"{said} ({more})" if more else said
