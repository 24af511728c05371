"""The lead's copy: who was there, the plan as far as this worker may have it, and every action with its state."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final

from docx.document import Document

from exports import record_tables
from exports.house_style import Page, new_page
from exports.laid_out import Asked, LaidOut
from exports.look import RECORD, look_of
from exports.paper import PLAIN_PAPER, Paper
from exports.plan_actions import how_it_stands
from exports.record_sections import when_and_where, write_list, write_section
from exports.record_tables import Section
from exports.spoken import day_near, in_a_sentence, sentence, spoken_date, spoken_day
from exports.tables import Column
from exports.writing import Strong
from eymeeting.domain.copies import Attended, NextTime
from eymeeting.domain.lead_copy import LeadAction, LeadCopy, lead_copy
from eymeeting.domain.pack import at_the_start

SERVICES: Final = Section(
    heading="Sharing with services",
    about="Each row is one service, and what the family has said about sharing with it.",
    columns=(Column(heading="Service", share=9, label=True), Column(heading="Agreed", share=8)),
    short_rows=True,
)
THERE: Final = Section(
    heading="Who was there",
    about="Each row is one person: what they are to the family, or their job, and whether they came.",
    columns=(
        Column(heading="Name", share=6, label=True),
        Column(heading="Role", share=6, empty="–"),
        Column(heading="Attended", share=5),
    ),
    without="Nobody is marked as there.",
    short_rows=True,
)


def build_lead_copy(copy: LeadCopy, made_at: datetime, paper: Paper = PLAIN_PAPER) -> Document:
    """The lead's copy as a Word document. Nothing is read and nothing is written.

    ``made_at`` is the instant that stands in the file's properties.
    """
    title = f"{at_the_start(copy.lead_word)}: plan, {spoken_date(copy.on)}"
    look = look_of(paper.format, standard=RECORD)
    page = new_page(look, title=title, organisation=copy.organisation, made_at=made_at, paper=paper)
    page.head_and_foot(head=[copy.marking], foot=[copy.marking], title=title)
    page.heading(f"The {copy.lead_word}'s copy of the plan", 1)
    page.say(
        Strong(sentence(f"{copy.family_name}, {copy.ref}")),
        sentence(f"{copy.meeting}, {spoken_day(copy.on)}"),
        sentence(f"How it ended: {copy.outcome}") if copy.outcome else "",
    )
    page.say(
        sentence(f"For {copy.reader}, {in_a_sentence(copy.role)}, the family's {copy.lead_word}"),
        "Do not pass it on: every reader has a copy of their own.",
    )
    page.box(_next_meeting(copy.next_time))
    write_section(page, record_tables.ACTIONS, _action_rows(copy, apart=look.between))
    write_section(page, THERE, _there(copy))
    write_list(page, "What the family is good at", copy.good_at)
    write_list(page, "What the family wants to change", copy.wanted)
    write_list(page, "How life will be when it has happened", copy.life_when)
    write_list(
        page,
        "What the family chose to work on",
        [f"{area}: {more}" if more else area for area, more in copy.priorities],
    )
    if copy.scores:
        rows = [(each.area, each.who, "", each.last_time, each.now, each.hoped_for) for each in copy.scores]
        write_section(page, record_tables.SCORES, rows)
    _said(page, "What the children said", copy.child_words)
    _said(page, "What helpers said", copy.contributions)
    _said(page, "Worries", copy.worries)
    write_section(page, SERVICES, copy.services)
    if copy.copies:
        write_section(page, record_tables.COPIES, copy.copies)
    return page.document


def _said(page: Page, heading: str, said: Sequence[tuple[str, str]]) -> None:
    if said:
        page.heading(heading)
    for who, words in said:
        page.bullet(Strong(f"{who}:"), words)


def _there(copy: LeadCopy) -> list[tuple[str, str, str]]:
    came = (*copy.family_there, *copy.helpers_there)
    return [
        *(_attended(each, "yes") for each in came),
        *(_attended(each, "could not come") for each in copy.could_not_come),
    ]


def _attended(each: Attended, how: str) -> tuple[str, str, str]:
    return each.name, each.role, each.note or how


def _action_rows(copy: LeadCopy, *, apart: str) -> list[tuple[str, ...]]:
    return [
        (
            str(number),
            _what(each, copy.on, apart=apart),
            _who(each),
            _due(each, copy.on),
            _known_by(each),
            each.status,
        )
        for number, each in enumerate(copy.actions, start=1)
    ]


def _what(each: LeadAction, met_on: date, *, apart: str) -> str:
    remarks = list(how_it_stands(each.action, met_on))
    return apart.join((sentence(each.action.what), *remarks)) if remarks else each.action.what


def _who(each: LeadAction) -> str:
    asks = each.action.not_yet_asked
    return f"{each.action.who} ({asks} will ask)" if asks else each.action.who


def _due(each: LeadAction, met_on: date) -> str:
    return day_near(each.action.due, met_on=met_on) if each.action.due else ""


def _known_by(each: LeadAction) -> str:
    return each.action.how_we_will_know or ""


def _next_meeting(coming: NextTime | None) -> list[str | Strong]:
    if coming is None:
        return ["No day is set for the next meeting."]
    return [Strong("Next meeting:"), when_and_where(coming)]


def lay_out_lead_copy(asked: Asked) -> LaidOut:
    """The copy of whoever leads, where the family has agreed to share with their service."""
    copy = lead_copy(asked.family, asked.reader, today=asked.today, pack=asked.pack, meeting=asked.meeting)
    return LaidOut(
        document=build_lead_copy(copy, asked.made_at, asked.paper),
        on=copy.on,
        left_out=copy.left_out,
        must_not_hold=copy.must_not_hold,
    )
