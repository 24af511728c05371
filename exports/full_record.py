"""The chair's full record of a meeting: everything that was said and agreed, and who may have which of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from docx.document import Document

from exports import record_tables
from exports.house_style import Page, new_page
from exports.look import RECORD, look_of
from exports.paper import PLAIN_PAPER, Paper
from exports.record_sections import when_and_where, write_list, write_section
from exports.spoken import sentence, spoken_date, spoken_day
from exports.writing import Strong
from eymeeting.domain.copies import NextTime
from eymeeting.domain.pack import at_the_start
from eymeeting.domain.recorded import FullRecord, RecordedAction, RecordedWords


def build_full_record(record: FullRecord, made_at: datetime, paper: Paper = PLAIN_PAPER) -> Document:
    """The full record as a Word document. Nothing is read and nothing is written.

    What was raised about somebody's safety stands on the last page, apart from
    all the rest. ``made_at`` is the instant that stands in the file's properties.
    """
    kind = f"{at_the_start(record.meeting_word)} record"
    title = f"{kind}, {spoken_date(record.on)}"
    foot = f"{kind} {record.ref}, {spoken_date(record.on)}"
    look = look_of(paper.format, standard=RECORD)
    page = new_page(look, title=title, organisation=record.organisation, made_at=made_at, paper=paper)
    page.head_and_foot(head=[record.marking], foot=[record.marking], title=foot)
    page.heading(kind, 1)
    page.say(Strong(sentence(record.family_name)), sentence(f"{record.meeting}, {spoken_day(record.on)}"))
    page.say("Full record, kept by the chair. Do not pass it on: every reader has a copy of their own.")
    write_section(page, record_tables.DETAILS, record.details)
    write_section(page, record_tables.INVITED, record.invited)
    write_section(page, record_tables.ATTENDANCE, record.attendance)
    write_section(page, record_tables.HEARD, record.heard)
    write_section(page, replace(record_tables.AGREEMENT, heading=record.agreement_title), record.agreement)
    write_section(page, record_tables.FAMILY_CHANGES, record.family_changes)
    write_section(page, record_tables.LEADS, record.leads)
    write_section(page, record_tables.LAST_TIME, record.last_time)
    _parts(page, "The family's story", record.story)
    _parts(page, record.journey_title, record.journey)
    _children(page, record.child_words)
    _said(page, "What helpers said", record.contributions)
    _said(page, "Worries", record.worries)
    write_section(page, record_tables.SCORES, record.scores)
    write_list(page, "What the family chose to work on", record.priorities)
    write_section(page, record_tables.DECISIONS, record.decisions)
    write_section(page, record_tables.ACTIONS, [_action_row(action) for action in record.actions])
    page.heading("Next meeting")
    page.say(_next_meeting(record.next_time))
    write_section(page, record_tables.LEFT_OPEN, record.left_open)
    write_section(page, record_tables.COPIES, record.copies)
    write_list(page, "Sharing outside the agreement", record.sharing)
    write_section(page, record_tables.CONTACTS, [_contact_row(*contact) for contact in record.contacts])
    write_section(page, record_tables.CORRECTIONS, record.corrections)
    _restricted(page, record)
    return page.document


def _parts(page: Page, heading: str, parts: Sequence[tuple[str, Sequence[RecordedWords]]]) -> None:
    told = [(part, said) for part, said in parts if said]
    if told:
        page.heading(heading)
    for part, said in told:
        page.heading(part, 3)
        _entries(page, said)


def _children(page: Page, child_words: Sequence[RecordedWords]) -> None:
    page.heading("What the children said")
    if not child_words:
        page.say("No child's words are written down.")
    for words in child_words:
        page.quote(words.who, words.text, note=_seen_by(words.visible_to))


def _said(page: Page, heading: str, said: Sequence[RecordedWords]) -> None:
    if said:
        page.heading(heading)
        _entries(page, said)


def _entries(page: Page, said: Sequence[RecordedWords]) -> None:
    for words in said:
        whose = Strong(f"{words.who}:") if words.who else ""
        seen_by = _seen_by(words.visible_to)
        page.bullet(whose, sentence(words.text) if seen_by else words.text, seen_by)


def _restricted(page: Page, record: FullRecord) -> None:
    section = record_tables.SAFEGUARDING
    if record.safeguarding:
        page.heading(section.heading, new_page=True)
        page.box(
            [Strong(sentence(f"Only for {record.restricted_for}"))],
            ["Take this page out before anybody else reads the record."],
        )
        page.heading("What was raised", 3)
        page.table(section.table(record.safeguarding))


def _seen_by(visible_to: str) -> str:
    return sentence(f"Who may see this: {visible_to}") if visible_to else ""


def _action_row(action: RecordedAction) -> tuple[str, str, str, str, str, str]:
    area = f"Part of life: {action.area}" if action.area else ""
    what = "\n".join((sentence(action.what), area, _seen_by(action.visible_to)))
    return str(action.number), what, action.who, action.due, action.how_we_will_know, action.status


def _contact_row(when: str, how: str, what: str, visible_to: str) -> tuple[str, str, str]:
    return when, how, "\n".join((sentence(what), _seen_by(visible_to)))


def _next_meeting(next_time: NextTime | None) -> str:
    if next_time is None:
        return "No other meeting is planned."
    return when_and_where(next_time)
