"""The slip for whoever cannot come: two minutes to fill in, by hand or in Word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

from docx.document import Document

from exports.form_fields import box, make_clickable, table_to_fill, tick_box
from exports.house_style import Page, new_page
from exports.laid_out import Asked, LaidOut
from exports.look import STANDARD, look_of
from exports.paper import PLAIN_PAPER, Paper
from exports.spoken import day_near, in_a_sentence, spoken_date
from exports.tables import Column, Table
from exports.when_we_meet import when_we_meet
from exports.writing import Phrase, Strong
from eymeeting.domain.copies import PlannedAction
from eymeeting.domain.update_slip import UpdateSlip, update_slip

_BOX: Final = 2.6
"""Centimetres to write an answer in."""

_FEW: Final = 3
"""With more actions than these the boxes are lower, so that the slip stays on one side."""

_LOW_BOX: Final = 1.8

_ANSWER: Final = 1.2
"""Centimetres of a row: three boxes to tick fit into it."""


def lay_out_update_slip(asked: Asked) -> LaidOut:
    """The slip that is asked for. Refused as ``update_slip`` refuses it."""
    slip = update_slip(asked.family, asked.reader, today=asked.today, pack=asked.pack, meeting=asked.meeting)
    return LaidOut(
        document=build_update_slip(slip, asked.made_at, asked.paper),
        on=slip.meeting.on,
        must_not_hold=slip.must_not_hold,
    )


def build_update_slip(slip: UpdateSlip, made_at: datetime, paper: Paper = PLAIN_PAPER) -> Document:
    """The slip as a Word document. Nothing is read and nothing is written.

    ``made_at`` is the instant that stands in the file's properties.
    """
    look = look_of(paper.format, standard=STANDARD)
    title = paper.words("Update for {date}", date=spoken_date(slip.meeting.on, paper.words))
    page = new_page(look, title=title, organisation=slip.organisation, made_at=made_at, paper=paper)
    page.head_and_foot(head=[page.words("Private when filled in.")], foot=(), title=title)
    page.heading(page.words("If you cannot come: what you would have said"), 1)
    page.say(_for_whom(page, slip))
    page.box(_meeting(page, slip), _back_to(page, slip))
    page.say(page.words("Two minutes are enough. What you write here is read out at the meeting."))
    height = _BOX if len(slip.actions) <= _FEW else _LOW_BOX
    for question, hint in _questions(page):
        page.heading(question)
        box(page, hint, height)
    if slip.actions:
        page.heading(page.words("What happened with what you took on?"))
        table_to_fill(page, _table(page, slip.actions, slip), _ANSWER)
    make_clickable(page)
    return page.document


def _questions(page: Page) -> tuple[tuple[str, str], ...]:
    """The same three questions that everybody is asked at the meeting, each with a hint."""
    return (
        (page.words("What is going well?"), page.words("Small things count.")),
        (page.words("What are you worried about?"), page.words("In words that the family can read.")),
        (page.words("What can you offer?"), page.words("Something you can do, and by when.")),
    )


def _for_whom(page: Page, slip: UpdateSlip) -> str:
    who = f"{slip.reader}, {in_a_sentence(slip.role)}" if slip.role else slip.reader
    if slip.family_name:
        return page.words("From {who}. About {family}.", who=who, family=slip.family_name.rstrip("."))
    return page.words("From {who}.", who=who)


def _meeting(page: Page, slip: UpdateSlip) -> list[Phrase]:
    return [Strong(page.words("The meeting:")), when_we_meet(replace(slip.meeting, until=""), page.words)]


def _back_to(page: Page, slip: UpdateSlip) -> list[Phrase]:
    chair = slip.meeting.asked_by
    to = chair.name if chair else slip.organisation
    if slip.back_by:
        words = page.words(
            "{name}, by {day}.", name=to, day=day_near(slip.back_by, met_on=slip.meeting.on, words=page.words)
        )
    else:
        words = page.words("{name}, before the meeting.", name=to)
    phone = page.words("Phone {phone}.", phone=chair.phone) if chair and chair.phone else ""
    return [Strong(page.words("Give it back to:")), words, phone]


def _by_when(page: Page, action: PlannedAction, slip: UpdateSlip) -> str:
    return day_near(action.due, met_on=slip.meeting.on, words=page.words) if action.due else ""


def _table(page: Page, actions: Sequence[PlannedAction], slip: UpdateSlip) -> Table:
    how = "\n".join(
        (
            tick_box(page.words("done")),
            tick_box(page.words("part done")),
            tick_box(page.words("not done yet")),
        )
    )
    return Table(
        title=page.words("What you took on"),
        about=page.words("Each row is one thing you took on, by when, and boxes for how it went."),
        columns=(
            Column(heading=page.words("What"), share=8.2),
            Column(heading=page.words("By when"), share=4.2, empty=page.words("no date yet")),
            Column(heading=page.words("How did it go?"), share=4.6),
        ),
        rows=tuple((each.what, _by_when(page, each, slip), how) for each in actions),
    )
