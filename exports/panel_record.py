"""The chair's record of one family's item at a panel, on paper."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from docx.document import Document

from exports.house_style import Page, new_page
from exports.look import RECORD, look_of
from exports.paper import PLAIN_PAPER, Paper
from exports.record_sections import write_section
from exports.record_tables import Section
from exports.spoken import sentence, spoken_date, spoken_day
from exports.tables import Column
from exports.writing import Strong
from eymeeting.domain.panel_record import PanelRecord

DETAILS: Final = Section(
    heading="What was said and decided",
    about="Each row is one thing that is written down of the family's item.",
    columns=(Column(heading="What", share=5.0, label=True), Column(heading="Record", share=12.0)),
)
ACTIONS: Final = Section(
    heading="Actions",
    about="Each row is one action: what it is, who does it, by when, how we will know, and how it stood.",
    columns=(
        Column(heading="What", share=5.4),
        Column(heading="Who", share=3.2),
        Column(heading="By when", share=2.8),
        Column(heading="How we will know", share=3.2),
        Column(heading="Status", share=2.4),
    ),
    without="Nothing was agreed to be done.",
)
RESTRICTED: Final = Section(
    heading="Restricted",
    about="Each row is one thing that was raised: who raised it, and what.",
    columns=(Column(heading="Who", share=5.0, label=True), Column(heading="What", share=12.0)),
)


def build_panel_record(record: PanelRecord, made_at: datetime, paper: Paper = PLAIN_PAPER) -> Document:
    """The record as a Word document. Nothing is read and nothing is written.

    What is restricted stands on the last page, apart from all the rest.
    ``made_at`` is the instant that stands in the file's properties.
    """
    title = f"Panel record, {spoken_date(record.on)}"
    foot = f"Panel record {record.ref}, {spoken_date(record.on)}"
    look = look_of(paper.format, standard=RECORD)
    page = new_page(look, title=title, organisation=record.organisation, made_at=made_at, paper=paper)
    page.head_and_foot(head=[record.marking], foot=[record.marking], title=foot)
    page.heading("Panel record", 1)
    page.say(Strong(sentence(record.family_name)), sentence(f"{record.panel}, {spoken_day(record.on)}"))
    page.say("Full record of this family's item, kept by whoever brought it. Do not pass it on.")
    write_section(page, DETAILS, record.details)
    _known(page, record)
    write_section(page, ACTIONS, [_row(each) for each in record.actions])
    if record.restricted:
        page.heading(RESTRICTED.heading, new_page=True)
        page.box(
            [Strong("Only for whoever raised it and whoever brought the family.")],
            ["Take this page out before anybody else reads the record."],
        )
        page.table(RESTRICTED.table(record.restricted))
    return page.document


def _known(page: Page, record: PanelRecord) -> None:
    page.heading("What each service knows")
    if not record.known:
        page.say("Nobody said anything that is written down.")
    for each in record.known:
        whose = Strong(f"{each.who}:") if each.who else ""
        page.bullet(whose, sentence(each.text), _seen_by(each.visible_to))


def _row(action: tuple[str, str, str, str, str, str]) -> tuple[str, str, str, str, str]:
    what, who, due, known, status, visible_to = action
    told = "\n".join((sentence(what), _seen_by(visible_to))) if visible_to else what
    return told, who, due, known, status


def _seen_by(visible_to: str) -> str:
    return sentence(f"Who may see this: {visible_to}") if visible_to else ""
