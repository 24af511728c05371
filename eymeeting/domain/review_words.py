"""How an action has gone, in the words of the room."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from eymeeting.domain.action_words import NO_DATE_YET, NOBODY_YET
from eymeeting.domain.actions import ActionStatus, Update
from eymeeting.domain.dates import day_in_words, how_far, spoken_near
from eymeeting.domain.in_words import STATUS, listed
from eymeeting.domain.pack import Pack
from eymeeting.domain.planned_actions import NO_REASON
from eymeeting.domain.reviewing import Asked, is_handed_to_nobody
from eymeeting.domain.text import folded

SOMEBODY: Final = "somebody"
"""In place of somebody who may not be named here."""

MARKS: Final[Mapping[ActionStatus, str]] = {
    "done": "✓",
    "part_done": "½",
    "not_done": "×",
    "no_longer_needed": "–",
    "handed_on": "→",
}
"""A sign for each answer, beside its words."""

NEWS: Final = "News"
"""An answer that only says more, and leaves an action where it stood."""

COME_TRUE: Final = "It has come true."
"""Beside what the family wanted, once it is ticked."""


def mark(answer: Update | None) -> str:
    """The sign of an answer; a dot while there is none, or where it only says more."""
    return "·" if answer is None else MARKS.get(answer.status, "·")


def who_had_it(asked: Asked, names: Mapping[str, str], pack: Pack, today: date) -> str:
    """Who has it and who helps, by when, whether that day has passed, and for which area."""
    before = asked.before
    owner = NOBODY_YET if before.owner is None else names.get(before.owner, SOMEBODY)
    helpers = [names[each] for each in asked.action.helpers or () if each in names and each != before.owner]
    when = NO_DATE_YET
    if before.due is not None:
        late = "late: " if asked.is_late(today) else ""
        when = f"{late}{spoken_near(before.due, today)}, {how_far(before.due, today)}"
    parts = (
        " with ".join(filter(None, (owner, listed(helpers)))),
        when,
        pack.area_name(asked.action.area),
    )
    return " · ".join(part for part in parts if part)


def answer_words(answer: Update, names: Mapping[str, str], today: date) -> str:
    """An answer in one line: how it went, what was said of it, who has it now, the new day."""
    told = [STATUS[answer.status].capitalize() if answer.status in MARKS else NEWS]
    told += [words for words in (answer.reason, answer.note) if words]
    if answer.reassigned_to is not None:
        told.append(f"{names.get(answer.reassigned_to, SOMEBODY)} has it now")
    elif is_handed_to_nobody(answer):
        told.append("nobody has it yet")
    if answer.due is not None:
        told.append(f"by {spoken_near(answer.due, today)}, {how_far(answer.due, today)}")
    return " · ".join(told)


def what_became_of_it(asked: Asked, names: Mapping[str, str]) -> tuple[str, ...]:
    """What became of an action before this meeting, a sentence each.

    When it was agreed, from which days it was moved and how often, who had it
    before, and the last news of it.
    """
    told = [f"Agreed on {day_in_words(asked.agreed_on)}."]
    told += [moved] if (moved := moved_words(asked.before.moved_from)) else []
    had_it = tuple(dict.fromkeys(names.get(each, SOMEBODY) for each in asked.had_it_before))
    if had_it:
        told.append(f"{_capitalised(listed(had_it))} had it before.")
    last = asked.before.updates[-1] if asked.before.updates else None
    if last is not None:
        told.append(_last_news(last, asked.news_on))
    return tuple(told)


def moved_words(moved_from: tuple[date, ...]) -> str:
    """From which days an action was moved, the first of them first; nothing where it never was."""
    days = [day_in_words(each) for each in moved_from]
    if not days:
        return ""
    if len(days) == 1:
        return f"Moved once, from {days[0]}."
    times = "twice" if len(days) == 2 else f"{len(days)} times"
    return f"Moved {times}: from {', then from '.join(days)}."


def _last_news(last: Update, on: date | None) -> str:
    words = [each for each in (last.reason, last.note) if each and folded(each).strip(" .") not in NO_REASON]
    said = ": ".join([STATUS[last.status], *words])
    when = "" if on is None else f", {day_in_words(on)}"
    return f"Last news{when}: {said}{'' if said[-1] in '.!?' else '.'}"


def _capitalised(words: str) -> str:
    return words[:1].upper() + words[1:]
