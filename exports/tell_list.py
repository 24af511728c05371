"""Who tells which family after a panel, by when: one page for the chair, with a box for each."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from docx.document import Document

from exports.house_style import new_page
from exports.look import RECORD, look_of
from exports.paper import PLAIN_PAPER, Paper
from exports.spoken import day_near, sentence, spoken_date, spoken_day
from exports.tables import Column, Table
from eymeeting.domain.tell_list import TellList, ToTellByRef

BOX: Final = "☐"
DONE: Final = "☑"
COLUMNS: Final = (
    Column(heading="Reference", share=3.4, label=True),
    Column(heading="Who tells them", share=6.0, empty="nobody yet"),
    Column(heading="By when", share=4.4, empty="no day yet"),
    Column(heading="Told", share=3.2),
)


def build_tell_list(to_tell: TellList, made_at: datetime, paper: Paper = PLAIN_PAPER) -> Document:
    """The list as a Word document. Nothing is read and nothing is written.

    ``made_at`` is the instant that stands in the file's properties.
    """
    title = f"Who tells the families, {spoken_date(to_tell.on)}"
    look = look_of(paper.format, standard=RECORD)
    page = new_page(look, title=title, organisation=to_tell.organisation, made_at=made_at, paper=paper)
    page.head_and_foot(head=[to_tell.marking], foot=[to_tell.marking], title=title)
    page.heading("Who tells the families", 1)
    page.say(sentence(f"{to_tell.panel}, {spoken_day(to_tell.on)}"))
    page.say(
        "For the chair, and nobody else. Each family stands by its reference. Tick the box once they know."
    )
    if to_tell.rows:
        page.table(
            Table(
                title="Who tells the families",
                about="Each row is one family: its reference, who tells them, by when, and a box to tick.",
                columns=COLUMNS,
                rows=tuple(_row(each, to_tell) for each in to_tell.rows),
            )
        )
    else:
        page.say("There is nothing to tell any family.")
    return page.document


def _row(row: ToTellByRef, to_tell: TellList) -> tuple[str, str, str, str]:
    by = day_near(row.by, met_on=to_tell.on) if row.by else ""
    told = BOX if row.told_on is None else f"{DONE} {day_near(row.told_on, met_on=to_tell.on)}"
    return row.ref, row.who, f"{by} (the day has passed)" if row.is_late else by, told
