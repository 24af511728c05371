"""A child's own page: one side of A4 in large type, with a frame to draw in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from docx.document import Document

from exports.chart_words import lines_needed
from exports.council_paper_look import room_taken
from exports.fixed_words import FixedWords
from exports.house_style import new_page
from exports.look import Look, child_looks
from exports.paper import PLAIN_PAPER, Paper
from exports.spoken import as_told, date_near, day_near, lines_of, sentence, spoken_date
from eymeeting.domain.copies import ChildPage, PlannedAction
from eymeeting.domain.own_script import with_own_script

TALK_TO_ANYONE: Final = "Any grown-up you trust."
GOOD_DAY: Final = "A good day looks like this"
DRAW: Final = "Draw it here, or write."
_ANY_TIME: Final = "You can tell us what you think at any time."

_PAGE: Final = 25.4
"""Centimetres between the margins of a page, less what large lines at its head and foot take of them."""

_WIDTH: Final = 16.2
"""Centimetres of a line, without what bullets and quotation marks take at its sides."""

_LEAST_FRAMES: Final = (7.5, 6.0, 5.0, 3.5)
"""Centimetres of the frame below which the next smaller type is taken, the last for the smallest there is."""

_ON_THE_BACK: Final = 18.0
"""Centimetres of the frame where what was said fills the front."""

_AROUND_FRAME: Final = 1.1
"""Centimetres of the frame's own edges, and to spare: Word and other programs do not measure quite alike."""

_AROUND_A_PARAGRAPH: Final = 5
_AROUND_A_HEADING: Final = 14
"""Points above and below."""

_CENTIMETRES_PER_POINT: Final = 2.54 / 72
_LINE: Final = 1.15
"""The height of a line of our font, as a multiple of its size, before any spacing."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A heading with what stands under it: plain sentences, quotations and entries of a list."""

    heading: str
    said: Sequence[str] = ()
    quoted: Sequence[str] = ()
    listed: Sequence[str] = ()


def build_child_page(page: ChildPage, made_at: datetime, paper: Paper = PLAIN_PAPER) -> Document:
    """The child's page as a Word document. Nothing is read and nothing is written.

    Type is 18 points, and smaller where more has to be said, so that all of it is
    one page. ``made_at`` is the instant that stands in the file's properties.
    """
    words = paper.words
    title = words("My page, {day}", day=spoken_date(page.on, words)) if page.on else words("My page")
    parts = tuple(_parts(page, words))
    looks = child_looks(paper.format)
    top = (with_own_script(page.child, page.own_script), _welcome(page, words))
    measured = (*parts, _Part(words(GOOD_DAY)))
    look, frame = _fitted(top, measured, looks, _PAGE - room_taken(paper.own, looks[0]))
    sheet = new_page(look, title=title, organisation=page.organisation, made_at=made_at, paper=paper)
    sheet.head_and_foot(
        head=[words("This page belongs to {name}", name=sentence(page.child))], foot=(), title=title
    )
    sheet.heading(top[0], 1)
    sheet.say(top[1])
    for part in parts:
        sheet.heading(part.heading)
        for said in part.said:
            sheet.say(said, keep_next=bool(part.quoted))
        for quoted in part.quoted:
            sheet.quote("", quoted)
        for entry in part.listed:
            sheet.bullet(entry)
    sheet.heading(words(GOOD_DAY), new_page=frame == _ON_THE_BACK)
    sheet.frame(words(DRAW), frame)
    return sheet.document


def _welcome(page: ChildPage, words: FixedWords) -> str:
    if page.on is None:
        return ""
    day = date_near(page.on, met_on=page.on, words=words)
    if page.came:
        return words("You came to our meeting on {day}. Thank you.", day=day)
    if page.said:
        return words("We met on {day}. You told us what you think. Thank you.", day=day)
    return words("We met on {day}.", day=day)


def _parts(page: ChildPage, words: FixedWords) -> Iterator[_Part]:
    if page.said:
        before = []
        if page.said_on:
            day = date_near(page.said_on, met_on=page.on or page.said_on, words=words)
            before.append(words("On {day} you said:", day=day))
        yield _Part(words("What you said"), said=before, quoted=page.said)
    elif not page.came:
        yield _Part(words("We thought about you"), said=[words(_ANY_TIME)])
    yield _Part(words("What will happen"), *_what_will_happen(page, words))
    known = [f"{page.talk_to}."] if page.talk_to else []
    yield _Part(words("Who you can talk to"), listed=[*known, words(TALK_TO_ANYONE)])


def _what_will_happen(
    page: ChildPage, words: FixedWords
) -> tuple[Sequence[str], Sequence[str], Sequence[str]]:
    if page.will_happen:
        return (), (), [_told(each, page.on, words) for each in page.will_happen]
    if page.is_the_end:
        return [words("This was our last meeting. You can still talk to us.")], (), ()
    if page.talk_to:
        return [words("Ask {name} to tell you.", name=page.talk_to)], (), ()
    return [words("We will tell you.")], (), ()


def _told(action: PlannedAction, met_on: date | None, words: FixedWords) -> str:
    who = words("Who: {name}", name=sentence(_who(action, words)))
    if action.due is None:
        return f"{sentence(action.what)}\n{who}"
    day = day_near(action.due, met_on=met_on or action.due, words=words)
    return f"{sentence(action.what)}\n{who} {words('When: by {day}.', day=day)}"


def _who(action: PlannedAction, words: FixedWords) -> str:
    who = as_told(action.who, words)
    if action.theirs:
        return words("you, with {names}", names=who) if who else words("you")
    if not who:
        return words("we will find somebody")
    if action.not_yet_asked:
        return words("{asker} will ask {name}", asker=action.not_yet_asked, name=who)
    return who


def _fitted(
    top: tuple[str, str], parts: Sequence[_Part], looks: Sequence[Look], side: float
) -> tuple[Look, float]:
    """The largest type in which everything is one side, and how high the frame is then.

    The frame is on the back where what was said fills the front, and in the room that is left
    there where it goes on to the back.
    """
    rooms = [(look, side - _height(top, parts, look)) for look in looks]
    for (look, room), least in zip(rooms, _LEAST_FRAMES[-len(rooms) :], strict=True):
        if room - _AROUND_FRAME >= least:
            return look, room - _AROUND_FRAME
    fits = next((look for look, room in rooms if room >= 0), None)
    if fits is not None:
        return fits, _ON_THE_BACK
    smallest, missing = rooms[-1]
    return smallest, min(max(side + missing - 2 * _AROUND_FRAME, _LEAST_FRAMES[-1]), _ON_THE_BACK - 1)


def _height(top: tuple[str, str], parts: Sequence[_Part], look: Look) -> float:
    """About how many centimetres everything but the frame takes, rather too many than too few."""
    name, welcome = top
    points = _lines(name, look.title, look) + _lines(welcome, look.body, look)
    points += 2 * _AROUND_A_PARAGRAPH
    for part in parts:
        points += _lines(part.heading, look.heading, look) + _AROUND_A_HEADING
        for each in (*part.said, *part.quoted, *part.listed):
            points += _lines(each, look.body, look) + _AROUND_A_PARAGRAPH
    return points * _CENTIMETRES_PER_POINT


def _lines(text: str, size: float, look: Look) -> float:
    """How many points high a paragraph is without the room around it."""
    lines = sum(lines_needed(line, _WIDTH, size) for line in lines_of(text))
    return lines * size * _LINE * look.line
