"""What a family has done and what will happen next, on its copy of the plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Final

from exports.fixed_words import ENGLISH, FixedWords
from exports.house_style import Page
from exports.spoken import as_told, date_near, day_near, names_listed, says_nothing, sentence
from exports.tables import SHORT, Column, Table
from exports.writing import Strong
from eymeeting.domain.copies import FamilyCopy, PlannedAction

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


def told_with_no_area(copy: FamilyCopy) -> tuple[str, ...]:
    """How life will be, without the words that stand beside a part of life the family chose."""
    beside = {each.life_when for each in copy.changes}
    return tuple(each for each in copy.life_when if each not in beside)


def in_our_words(page: Page, opening: str, said: Sequence[str]) -> None:
    """A few things read as one line; more of them are a list under the opening."""
    told = [as_told(each, page.words) for each in said]
    if 0 < len(told) <= _READ_AS_ONE:
        page.say(Strong(opening), *map(sentence, told))
    elif told:
        page.say(Strong(opening), keep_next=True)
        page.bullets(told)


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
    when = day_near(action.due, met_on=met_on, words=words) if action.due else ""
    return what, who_and_who_asks(action, words), when, action.how_we_will_know or ""


def who_and_who_asks(action: PlannedAction, words: FixedWords) -> str:
    """Who does it and, where they were not there, who asks them."""
    who = who_does_it(action, words)
    if not action.not_yet_asked:
        return who
    return words("{name} ({asker} will ask)", name=who, asker=words.known(action.not_yet_asked))


def who_does_it(action: PlannedAction, words: FixedWords = ENGLISH) -> str:
    """Who does it, by name; or that it is not agreed yet, and who helps."""
    return as_told(action.who, words)


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
