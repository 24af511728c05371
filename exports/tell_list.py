"""Who tells which family after a panel, by when: one page for the chair, with a box for each."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from docx.document import Document

from exports.house_style import new_page
from exports.look import RECORD
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


def build_tell_list(paper: TellList, made_at: datetime) -> Document:
    """The list as a Word document. Nothing is read and nothing is written.

    ``made_at`` is the instant that stands in the file's properties.
    """
    title = f"Who tells the families, {spoken_date(paper.on)}"
    page = new_page(RECORD, title=title, organisation=paper.organisation, made_at=made_at)
    page.head_and_foot(head=[paper.marking], foot=[paper.marking], title=title)
    page.heading("Who tells the families", 1)
    page.say(sentence(f"{paper.panel}, {spoken_day(paper.on)}"))
    page.say(
        "For the chair, and nobody else. Each family stands by its reference. Tick the box once they know."
    )
    if paper.rows:
        page.table(
            Table(
                title="Who tells the families",
                about="Each row is one family: its reference, who tells them, by when, and a box to tick.",
                columns=COLUMNS,
                rows=tuple(_row(each, paper) for each in paper.rows),
            )
        )
    else:
        page.say("There is nothing to tell any family.")
    return page.document


def _row(row: ToTellByRef, paper: TellList) -> tuple[str, str, str, str]:
    by = day_near(row.by, met_on=paper.on) if row.by else ""
    told = BOX if row.told_on is None else f"{DONE} {day_near(row.told_on, met_on=paper.on)}"
    return row.ref, row.who, f"{by} (the day has passed)" if row.is_late else by, told
