"""The agenda of a meeting on one side, the same for everybody who is asked."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from docx.document import Document

from exports.house_style import Page, new_page
from exports.laid_out import Asked, LaidOut
from exports.look import STANDARD, look_of
from exports.paper import PLAIN_PAPER, Paper
from exports.spoken import sentence, spoken_date, spoken_day
from exports.tables import Column, Table
from exports.writing import Strong
from eymeeting.domain.agenda_paper import AgendaPaper, Part, agenda_paper
from eymeeting.domain.times import spoken_time

_NO_MINUTES: Final = 0


def lay_out_agenda(asked: Asked) -> LaidOut:
    """The agenda that is asked for. Refused as ``agenda_paper`` refuses it."""
    paper = agenda_paper(
        asked.family, asked.reader, today=asked.today, pack=asked.pack, meeting=asked.meeting
    )
    return LaidOut(
        document=build_agenda(paper, asked.made_at, asked.paper),
        on=paper.meeting.on,
        must_not_hold=paper.must_not_hold,
    )


def build_agenda(agenda: AgendaPaper, made_at: datetime, paper: Paper = PLAIN_PAPER) -> Document:
    """The agenda as a Word document. Nothing is read and nothing is written.

    ``made_at`` is the instant that stands in the file's properties.
    """
    look = look_of(paper.format, standard=STANDARD)
    title = paper.words("Agenda, {date}", date=spoken_date(agenda.meeting.on))
    page = new_page(look, title=title, organisation=agenda.organisation, made_at=made_at, paper=paper)
    page.head_and_foot(head=[agenda.organisation], foot=(), title=title)
    named = agenda.family_name
    page.heading(f"{agenda.meeting.called}: {named}" if named else agenda.meeting.called, 1)
    page.box([Strong(page.words("When:")), sentence(_when(page, agenda))])
    if agenda.why:
        page.say(Strong(page.words("Why we meet:")), sentence(agenda.why))
    page.heading(page.words("What we will do"))
    if agenda.goes_on:
        page.say(page.words("We go on where we stopped last time."), keep_next=True)
    page.table(_table(page, agenda))
    if agenda.ground_rules:
        page.heading(page.words("How we talk with each other"))
        page.bullets(agenda.ground_rules, one_piece=True)
    return page.document


def _when(page: Page, agenda: AgendaPaper) -> str:
    meeting = agenda.meeting
    if not meeting.until:
        return page.words("{day}, {start}", day=spoken_day(meeting.on), start=spoken_time(meeting.start))
    return page.words(
        "{day}, {start} to about {end}",
        day=spoken_day(meeting.on),
        start=spoken_time(meeting.start),
        end=spoken_time(meeting.until),
    )


def _table(page: Page, agenda: AgendaPaper) -> Table:
    table = Table(
        title=page.words("What we will do"),
        about=page.words(
            "Each row is one part of the meeting: what it is, when it begins, how long it takes."
        ),
        columns=(
            Column(heading=page.words("Part"), share=9.4, label=True),
            Column(heading=page.words("From"), share=3.8, empty=page.words("open"), brief=True),
            Column(heading=page.words("Minutes"), share=3.8, empty=page.words("open"), brief=True),
        ),
        rows=tuple(_row(part) for part in agenda.parts),
        one_piece=True,
    )
    return table if not agenda.goes_on else table.without([1, 2])


def _row(part: Part) -> tuple[str, str, str]:
    is_open = part.minutes == _NO_MINUTES
    return part.title, spoken_time(part.at) if part.at else "", "" if is_open else str(part.minutes)
