"""One worker's own list of what they took on: a page that the lead sends out, so that nobody has to chase."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from docx.document import Document

from exports.house_style import new_page
from exports.look import RECORD, look_of
from exports.paper import PLAIN_PAPER, Paper
from exports.plan_actions import how_it_stands
from exports.spoken import day_near, in_a_sentence, says_nothing, sentence, spoken_date, spoken_day
from exports.tables import Column, Table
from exports.writing import Strong
from eymeeting.domain.copies import PlannedAction
from eymeeting.domain.owed import OwedList
from eymeeting.domain.times import spoken_time

COLUMNS: Final = (
    Column(heading="What", share=6.6, empty="not yet agreed"),
    Column(heading="Who", share=3.2, empty="not yet agreed"),
    Column(heading="By when", share=3.2, empty="no date yet"),
    Column(heading="How we will know", share=4.0, empty="–"),
)


def build_owed_list(owed: OwedList, made_at: datetime, paper: Paper = PLAIN_PAPER) -> Document:
    """The list as a Word document of one page for a usual worker. Nothing is read and nothing is written.

    ``made_at`` is the instant that stands in the file's properties.
    """
    title = f"Actions from our {owed.meeting_word}, {spoken_date(owed.on)}"
    look = look_of(paper.format, standard=RECORD)
    page = new_page(look, title=title, organisation=owed.organisation, made_at=made_at, paper=paper)
    page.head_and_foot(head=[owed.marking], foot=[owed.marking], title=title)
    page.heading(f"What {owed.reader} took on", 1)
    page.say(
        Strong(sentence(f"{owed.family_name}, {owed.ref}")),
        sentence(
            f"As things stand on {spoken_date(owed.on)}, after the meeting of {spoken_day(owed.meeting_on)}"
        ),
    )
    page.say(sentence(f"For {owed.reader}, {in_a_sentence(owed.role)}, and nobody else"))
    page.box(_whom_to_tell(owed), _next_meeting(owed))
    page.heading("To do")
    if owed.actions:
        page.table(_table("To do", "what it is, who does it", owed.actions, owed, apart=look.between))
    else:
        page.say("Nothing is open.")
    if owed.helps:
        page.heading("To help with")
        page.table(
            _table("To help with", "what it is, who leads on it", owed.helps, owed, apart=look.between)
        )
    page.say(
        "If a date will not work, say so before it comes. If it is done, say so, and nobody needs to ask."
    )
    return page.document


def _table(title: str, about: str, actions: Sequence[PlannedAction], owed: OwedList, *, apart: str) -> Table:
    table = Table(
        title=title,
        about=f"Each row is one action: {about}, by when, and how we will know.",
        columns=COLUMNS,
        rows=tuple(_row(action, owed, apart=apart) for action in actions),
    )
    nobody_knows = all(says_nothing(action.how_we_will_know or "") for action in actions)
    alone = all(action.who == owed.reader for action in actions)
    return table.without([*([1] if alone else []), *([3] if nobody_knows else [])])


def _row(action: PlannedAction, owed: OwedList, *, apart: str) -> tuple[str, str, str, str]:
    remarks = list(how_it_stands(action, owed.meeting_on))
    if action.due is not None and action.due < owed.on:
        remarks.append("The date has passed.")
    if action.not_yet_asked:
        remarks.append(f"{action.not_yet_asked} will ask.")
    what = apart.join((sentence(action.what), *remarks)) if remarks else action.what
    when = day_near(action.due, met_on=owed.meeting_on) if action.due else ""
    return what, action.who, when, action.how_we_will_know or ""


def _whom_to_tell(owed: OwedList) -> list[str | Strong]:
    if owed.is_the_lead:
        return [f"You are the family's {owed.lead_word}: the others tell you how it goes."]
    if owed.lead is None:
        return [f"Nobody is the family's {owed.lead_word} yet."]
    phone = f"Phone {owed.lead.phone}." if owed.lead.phone else ""
    return [Strong(f"Tell the {owed.lead_word} how it goes:"), sentence(owed.lead.name), phone]


def _next_meeting(owed: OwedList) -> list[str | Strong]:
    coming = owed.next_time
    if coming is None:
        if owed.is_the_end:
            return [sentence(f"The family's plan ended on {spoken_date(owed.meeting_on)}")]
        return ["No day is set for the next meeting."]
    when = f"{spoken_day(coming.on)}, {spoken_time(coming.time)}"
    return [Strong("Next meeting:"), sentence(f"{when}, {coming.place}" if coming.place else when)]
