"""A child's own page: one side of A4 in large type, with a frame to draw in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from docx.document import Document

from exports.chart_words import lines_needed
from exports.house_style import new_page
from exports.look import CHILD, Look
from exports.paper import PLAIN_PAPER, Paper
from exports.spoken import date_near, day_near, lines_of, sentence, spoken_date
from eymeeting.domain.copies import ChildPage, PlannedAction

TALK_TO_ANYONE: Final = "Any grown-up you trust."
GOOD_DAY: Final = "A good day looks like this"
DRAW: Final = "Draw it here, or write."
_ANY_TIME: Final = "You can tell us what you think at any time."

_PAGE: Final = 25.4
"""Centimetres between the margins of a page, less what large lines at its head and foot take of them."""

_WIDTH: Final = 16.2
"""Centimetres of a line, without what bullets and quotation marks take at its sides."""

_LEAST_FRAMES: Final = (7.5, 6.0, 5.0, 3.5)
"""Centimetres of the frame, for each size of type, below which the next smaller size is taken."""

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
    title = f"My page, {spoken_date(page.on)}" if page.on else "My page"
    parts = tuple(_parts(page))
    look, frame = _fitted(page, parts)
    sheet = new_page(look, title=title, organisation=page.organisation, made_at=made_at, paper=paper)
    sheet.head_and_foot(head=[f"This page belongs to {sentence(page.child)}"], foot=(), title=title)
    sheet.heading(page.child, 1)
    sheet.say(_welcome(page))
    for part in parts:
        sheet.heading(part.heading)
        for said in part.said:
            sheet.say(said, keep_next=bool(part.quoted))
        for words in part.quoted:
            sheet.quote("", words)
        for entry in part.listed:
            sheet.bullet(entry)
    sheet.heading(GOOD_DAY, new_page=not frame)
    sheet.frame(DRAW, frame or _ON_THE_BACK)
    return sheet.document


def _welcome(page: ChildPage) -> str:
    if page.on is None:
        return ""
    day = date_near(page.on, met_on=page.on)
    if page.came:
        return f"You came to our meeting on {day}. Thank you."
    if page.said:
        return f"We met on {day}. You told us what you think. Thank you."
    return f"We met on {day}."


def _parts(page: ChildPage) -> Iterator[_Part]:
    if page.said:
        before = (
            f"On {date_near(page.said_on, met_on=page.on or page.said_on)} you said:" if page.said_on else ""
        )
        yield _Part("What you said", said=[before] if before else (), quoted=page.said)
    elif not page.came:
        yield _Part("We thought about you", said=[_ANY_TIME])
    yield _Part("What will happen", *_what_will_happen(page))
    yield _Part(
        "Who you can talk to", listed=[*([f"{page.talk_to}."] if page.talk_to else ()), TALK_TO_ANYONE]
    )


def _what_will_happen(page: ChildPage) -> tuple[Sequence[str], Sequence[str], Sequence[str]]:
    if page.will_happen:
        return (), (), [_told(each, page.on) for each in page.will_happen]
    if page.is_the_end:
        return ["This was our last meeting. You can still talk to us."], (), ()
    asked = f"Ask {page.talk_to} to tell you." if page.talk_to else "We will tell you."
    return [asked], (), ()


def _told(action: PlannedAction, met_on: date | None) -> str:
    when = f" When: by {day_near(action.due, met_on=met_on or action.due)}." if action.due else ""
    return f"{sentence(action.what)}\nWho: {sentence(_who(action))}{when}"


def _who(action: PlannedAction) -> str:
    if action.theirs:
        return f"you, with {action.who}" if action.who else "you"
    if not action.who:
        return "we will find somebody"
    return f"{action.not_yet_asked} will ask {action.who}" if action.not_yet_asked else action.who


def _fitted(page: ChildPage, parts: Sequence[_Part]) -> tuple[Look, float]:
    """The largest type in which everything is one page, and how high the frame is then; 0: it is on the back."""
    rooms = [(look, _PAGE - _height(page, parts, look)) for look in CHILD]
    for (look, room), least in zip(rooms, _LEAST_FRAMES, strict=True):
        if room - _AROUND_FRAME >= least:
            return look, room - _AROUND_FRAME
    return next((look for look, room in rooms if room >= 0), CHILD[-1]), 0


def _height(page: ChildPage, parts: Sequence[_Part], look: Look) -> float:
    """About how many centimetres everything but the frame takes, rather too many than too few."""
    points = _lines(page.child, look.title, look) + _lines(_welcome(page), look.body, look)
    points += 2 * _AROUND_A_PARAGRAPH
    for part in (*parts, _Part(GOOD_DAY)):
        points += _lines(part.heading, look.heading, look) + _AROUND_A_HEADING
        for each in (*part.said, *part.quoted, *part.listed):
            points += _lines(each, look.body, look) + _AROUND_A_PARAGRAPH
    return points * _CENTIMETRES_PER_POINT


def _lines(text: str, size: float, look: Look) -> float:
    """How many points high a paragraph is without the room around it."""
    lines = sum(lines_needed(line, _WIDTH, size) for line in lines_of(text))
    return lines * size * _LINE * look.line
