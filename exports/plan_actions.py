"""What a family has done and what will happen next, on its copy of the plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Final

from exports.house_style import Page
from exports.spoken import date_near, day_near, says_nothing, sentence
from exports.tables import SHORT, Column, Table
from exports.writing import Strong
from eymeeting.domain.copies import FamilyCopy, PlannedAction
from eymeeting.domain.in_words import listed

BLANK: Final = "–"
"""Where there is nothing to say: whoever has a table read out cannot tell an empty cell from a lost one."""

ACTION_COLUMNS: Final = (
    Column(heading="What", share=5.7, empty="not yet agreed"),
    Column(heading="Who", share=3.2, empty="not yet agreed"),
    Column(heading="By when", share=3.4, empty="no date yet"),
    Column(heading="How we will know", share=4.7, empty=BLANK),
)

_READ_AS_ONE: Final = 3
"""More things than this are a list, not a line."""

_TOLD_WITH_WORDS: Final = 8
"""Of more things done than this the paper says only what they were: it stays short enough to be read."""


def what_we_did(page: Page, copy: FamilyCopy) -> None:
    """What has been done, with who did it and what was said of it; at the end of a plan part by part."""
    if copy.done:
        page.heading("What we did")
        if copy.ending is None:
            told = [_told(each, with_words=True) for each in copy.done]
            page.bullets(told, one_piece=len(told) <= SHORT)
        else:
            _part_by_part(page, copy.done)
    in_our_words(page, "What helped:", copy.what_helped)


def what_will_happen(page: Page, copy: FamilyCopy, *, heading: str = "") -> None:
    """The table of everything that is still to be done, and what nobody needs any more.

    Without a ``heading`` it has the one the organisation gives it.
    """
    heading = heading or copy.to_do
    page.heading(heading)
    if not copy.actions:
        page.say("Nothing is left to do." if copy.done else "We have not agreed any actions yet.")
    else:
        table = Table(
            title=heading,
            about="Each row is one thing we agreed: what it is, who does it, by when, and how we will know.",
            columns=ACTION_COLUMNS,
            rows=tuple(_row(action, copy.on) for action in copy.actions),
        )
        nobody_knows = all(says_nothing(action.how_we_will_know or "") for action in copy.actions)
        page.table(table.without([3]) if nobody_knows else table)
    in_our_words(page, "No longer needed:", copy.no_longer_needed)


def in_our_words(page: Page, opening: str, said: Sequence[str]) -> None:
    """A few things read as one line; more of them are a list under the opening."""
    if 0 < len(said) <= _READ_AS_ONE:
        page.say(Strong(opening), *map(sentence, said))
    elif said:
        page.say(Strong(opening), keep_next=True)
        page.bullets(said)


def _part_by_part(page: Page, done: Sequence[PlannedAction]) -> None:
    with_words = len(done) <= _TOLD_WITH_WORDS
    for area, things in groupby(done, key=lambda each: each.area):
        told = [sentence(_told(each, with_words=with_words)) for each in things]
        page.bullet(Strong(f"{area}:") if area else "", *told)


def _told(action: PlannedAction, *, with_words: bool) -> str:
    what = f"{action.what.rstrip(' .')} ({action.who})" if action.who else action.what
    return f"{what}: {action.words}" if with_words and action.words else what


def _row(action: PlannedAction, met_on: date) -> tuple[str, str, str, str]:
    remarks = list(how_it_stands(action, met_on))
    what = " ".join((sentence(action.what), *remarks)) if remarks else action.what
    who = f"{action.who} ({action.not_yet_asked} will ask)" if action.not_yet_asked else action.who
    when = day_near(action.due, met_on=met_on) if action.due else ""
    return what, who, when, action.how_we_will_know or ""


def how_it_stands(action: PlannedAction, met_on: date) -> Iterator[str]:
    """How an action stands since last time, a sentence each; nobody is blamed for what is not done."""
    if action.part_done:
        yield _opened("Part of this is done", action.words)
    elif action.not_done:
        yield _opened("Not done yet", action.words)
    elif action.words:
        yield sentence(action.words)
    if action.cost:
        yield f"It costs {action.cost}."
    if action.handed_on_by is not None:
        yield f"Handed on by {action.handed_on_by}." if action.handed_on_by else "Handed on."
    if action.moved_from:
        earlier = [date_near(day, met_on=met_on) for day in action.moved_from]
        yield f"Moved from {listed(earlier)}."


def _opened(opening: str, words: str | None) -> str:
    return sentence(f"{opening}: {words}" if words else opening)
