"""The agenda of a meeting on one side, the same for everybody who is asked."""

from __future__ import annotations

from datetime import datetime

from docx.document import Document

from exports.house_style import Page, new_page
from exports.laid_out import Asked, LaidOut
from exports.look import STANDARD, look_of
from exports.paper import PLAIN_PAPER, Paper
from exports.spoken import sentence, spoken_date, time_of_day
from exports.tables import Column, Table
from exports.when_we_meet import when_we_meet
from exports.writing import Strong
from eymeeting.domain.agenda_paper import AgendaPaper, Part, agenda_paper


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
    title = paper.words("Agenda, {date}", date=spoken_date(agenda.meeting.on, paper.words))
    page = new_page(look, title=title, organisation=agenda.organisation, made_at=made_at, paper=paper)
    page.head_and_foot(head=[agenda.organisation], foot=(), title=title)
    named = agenda.family_name
    page.heading(f"{agenda.meeting.called}: {named}" if named else agenda.meeting.called, 1)
    page.box([Strong(page.words("When:")), when_we_meet(agenda.meeting, page.words)])
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
        rows=tuple(_row(page, part) for part in agenda.parts),
        one_piece=True,
    )
    return table if not agenda.goes_on else table.without([1, 2])


def _row(page: Page, part: Part) -> tuple[str, str, str]:
    at = time_of_day(part.at, page.words) if part.at else ""
    return part.title, at, str(part.minutes) if part.minutes else ""
