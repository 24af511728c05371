"""What a family has done and what will happen next, on its copy of the plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Final

from exports.fixed_words import ENGLISH, FixedWords
from exports.house_style import Page
from exports.spoken import date_near, day_near, names_listed, says_nothing, sentence
from exports.tables import SHORT, Column, Table
from exports.writing import Strong
from eymeeting.domain.copies import FamilyCopy, PlannedAction
from eymeeting.domain.planned_actions import NOT_YET_AGREED

BLANK: Final = "–"
"""Where there is nothing to say: whoever has a table read out cannot tell an empty cell from a lost one."""

_READ_AS_ONE: Final = 3
"""More things than this are a list, not a line."""

_TOLD_WITH_WORDS: Final = 8
"""Of more things done than this the paper says only what they were: it stays short enough to be read."""


def action_columns(words: FixedWords = ENGLISH) -> tuple[Column, ...]:
    """What stands above the table of actions."""
    return (
        Column(heading=words("What"), share=5.7, empty=words("not yet agreed")),
        Column(heading=words("Who"), share=3.2, empty=words("not yet agreed")),
        Column(heading=words("By when"), share=3.4, empty=words("no date yet")),
        Column(heading=words("How we will know"), share=4.7, empty=BLANK),
    )


ACTION_COLUMNS: Final = action_columns()
"""The same in English."""


def what_we_did(page: Page, copy: FamilyCopy) -> None:
    """What has been done, with who did it and what was said of it; at the end of a plan part by part."""
    if copy.done:
        page.heading(page.words("What we did"))
        if copy.ending is None:
            told = [_told(each, page.words, with_words=True) for each in copy.done]
            page.bullets(told, one_piece=len(told) <= SHORT)
        else:
            _part_by_part(page, copy.done)
    in_our_words(page, page.words("What helped:"), copy.what_helped)


def what_will_happen(page: Page, copy: FamilyCopy, *, heading: str = "") -> None:
    """The table of everything that is still to be done, and what nobody needs any more.

    Without a ``heading`` it has the one the organisation gives it.
    """
    words, heading = page.words, heading or page.words.known(copy.to_do)
    page.heading(heading)
    if not copy.actions:
        page.say(
            words("Nothing is left to do.") if copy.done else words("We have not agreed any actions yet.")
        )
    else:
        table = Table(
            title=heading,
            about=words(
                "Each row is one thing we agreed: what it is, who does it, by when, and how we will know."
            ),
            columns=action_columns(words),
            rows=tuple(_row(action, copy.on, words, apart=page.look.between) for action in copy.actions),
        )
        nobody_knows = all(says_nothing(action.how_we_will_know or "") for action in copy.actions)
        page.table(table.without([3]) if nobody_knows else table)
    in_our_words(page, words("No longer needed:"), copy.no_longer_needed)


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
        told = [sentence(_told(each, page.words, with_words=with_words)) for each in things]
        page.bullet(Strong(f"{area}:") if area else "", *told)


def _told(action: PlannedAction, words: FixedWords, *, with_words: bool) -> str:
    what = f"{action.what.rstrip(' .')} ({who_does_it(action, words)})" if action.who else action.what
    return f"{what}: {action.words}" if with_words and action.words else what


def _row(action: PlannedAction, met_on: date, words: FixedWords, *, apart: str) -> tuple[str, str, str, str]:
    remarks = list(how_it_stands(action, met_on, words))
    what = apart.join((sentence(action.what), *remarks)) if remarks else action.what
    who = who_does_it(action, words)
    if action.not_yet_asked:
        who = words("{name} ({asker} will ask)", name=who, asker=words.known(action.not_yet_asked))
    when = day_near(action.due, met_on=met_on, words=words) if action.due else ""
    return what, who, when, action.how_we_will_know or ""


def who_does_it(action: PlannedAction, words: FixedWords = ENGLISH) -> str:
    """Who does it, by name; or that it is not agreed yet, and who helps."""
    helpers = action.who.removeprefix(f"{NOT_YET_AGREED}, with ")
    if helpers != action.who:
        return words("Not yet agreed, with {names}", names=helpers)
    return words("Not yet agreed") if action.who == NOT_YET_AGREED else action.who


def how_it_stands(action: PlannedAction, met_on: date, words: FixedWords = ENGLISH) -> Iterator[str]:
    """How an action stands since last time, a sentence each; nobody is blamed for what is not done."""
    if action.part_done:
        yield _opened(words("Part of this is done"), action.words)
    elif action.not_done:
        yield _opened(words("Not done yet"), action.words)
    elif action.words:
        yield sentence(action.words)
    if action.cost:
        yield words("It costs {cost}.", cost=action.cost)
    if action.handed_on_by is not None:
        by = action.handed_on_by
        yield words("Handed on by {name}.", name=by) if by else words("Handed on.")
    if action.moved_from:
        earlier = [date_near(day, met_on=met_on, words=words) for day in action.moved_from]
        yield words("Moved from {days}.", days=names_listed(earlier, words))


def _opened(opening: str, said: str | None) -> str:
    return sentence(f"{opening}: {said}" if said else opening)
