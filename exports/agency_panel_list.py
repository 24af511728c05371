"""One service's list after a panel: each family a page of its own, by its reference and never a name."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from docx.document import Document

from exports.house_style import Page, new_page
from exports.look import RECORD, look_of
from exports.paper import PLAIN_PAPER, Paper
from exports.spoken import day_near, sentence, spoken_date, spoken_day
from exports.tables import SHORT, Column, Table
from exports.writing import Strong
from eymeeting.domain.agency_panel_list import AgencyPanelList, FamilyByRef

COLUMNS: Final = (
    Column(heading="What", share=6.6, empty="not yet agreed"),
    Column(heading="Who", share=3.6, empty="not yet agreed"),
    Column(heading="By when", share=3.2, empty="no date yet"),
    Column(heading="How we will know", share=3.6, empty="–"),
)


def build_agency_panel_list(
    taken_on: AgencyPanelList, made_at: datetime, paper: Paper = PLAIN_PAPER
) -> Document:
    """The list as a Word document: a page for each family, so that it can be taken apart.

    Nothing is read and nothing is written. ``made_at`` is the instant that stands
    in the file's properties.
    """
    title = f"Actions from the panel, {spoken_date(taken_on.on)}"
    look = look_of(paper.format, standard=RECORD)
    page = new_page(look, title=title, organisation=taken_on.organisation, made_at=made_at, paper=paper)
    page.head_and_foot(head=[taken_on.marking], foot=[taken_on.marking], title=title)
    page.heading(f"What {taken_on.agency} took on", 1)
    page.say(sentence(f"{taken_on.panel}, {spoken_day(taken_on.on)}"))
    page.say(
        sentence(f"For {taken_on.agency}, and nobody else"),
        "Each family has a page of its own and stands by its reference. No names stand here on purpose.",
    )
    for place, family in enumerate(taken_on.families):
        _family(page, taken_on, family, new_page=place > 0)
    return page.document


def _family(page: Page, taken_on: AgencyPanelList, family: FamilyByRef, *, new_page: bool) -> None:
    page.heading(family.ref, new_page=new_page)
    if family.tells:
        by = f", by {day_near(family.tell_by, met_on=taken_on.on)}" if family.tell_by else ""
        page.say(Strong("Tells the family what was decided:"), sentence(f"{family.tells}{by}"))
    if not family.actions:
        return
    rows = [
        (
            each.what,
            each.who,
            day_near(each.due, met_on=taken_on.on) if each.due else "",
            each.how_we_will_know,
        )
        for each in family.actions
    ]
    table = Table(
        title=f"To do for {family.ref}",
        about="Each row is one action: what it is, who does it, by when, and how we will know.",
        columns=COLUMNS,
        rows=tuple(rows),
        one_piece=len(rows) <= SHORT,
    )
    page.table(table if any(row[3] for row in rows) else table.without([3]))
