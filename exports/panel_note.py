"""A family's own note after a panel: a page in plain words, for one grown-up of that family alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from docx.document import Document

from exports.house_style import Page, new_page
from exports.look import look_of
from exports.paper import PLAIN_PAPER, Paper
from exports.plan_actions import ACTION_COLUMNS
from exports.spoken import day_near, in_a_sentence, says_nothing, sentence, spoken_date, spoken_day
from exports.tables import SHORT, Table
from exports.writing import Strong
from eymeeting.domain.panel_note import PanelNote


def build_panel_note(note: PanelNote, made_at: datetime, paper: Paper = PLAIN_PAPER) -> Document:
    """The note as a Word document of one page for most families. Nothing is read and nothing is written.

    ``made_at`` is the instant that stands in the file's properties.
    """
    title = f"What was said about us, {spoken_date(note.on)}"
    look = look_of(paper.format)
    page = new_page(look, title=title, organisation=note.organisation, made_at=made_at, paper=paper)
    page.head_and_foot(head=[_whose(note)], foot=(), title=title)
    heading = "What was said about us"
    page.heading(f"{heading}: {note.title_name}" if not says_nothing(note.title_name) else heading, 1)
    page.say(
        sentence(
            f"On {spoken_day(note.on)} people from different services talked about how to help you. "
            f"This was at {note.panel}"
        ),
        "This note says what they said.",
    )
    page.box(_who_tells(note))
    _talked_about(page, note)
    _decided(page, note)
    _what_happens_next(page, note)
    if note.wrong:
        page.heading("If something is wrong")
        page.bullets(note.wrong, one_piece=True)
    return page.document


def _whose(note: PanelNote) -> str:
    return (
        note.marking
        if note.reader == note.belongs_to
        else f"{note.marking} {sentence(f'Copy for {note.reader}')}"
    )


def _who_tells(note: PanelNote) -> list[str | Strong]:
    teller = _with_a_small_letter(note.teller)
    if note.told_on is not None:
        return [Strong("Who told you:"), sentence(f"{teller or 'a helper'}, on {spoken_day(note.told_on)}")]
    if note.tell_by is not None:
        when = day_near(note.tell_by, met_on=note.on)
        return [Strong("Who talks with you about this:"), sentence(f"{teller or 'a helper'}, by {when}")]
    return ["It is not settled yet who talks with you about this."]


def _talked_about(page: Page, note: PanelNote) -> None:
    page.heading("What we talked about")
    told = list(_openings(note))
    for opening, words in told:
        page.say(Strong(opening), sentence(words))
    if note.known:
        page.say(Strong("What people knew:"), keep_next=True)
    for who, words in note.known:
        page.bullet(Strong(f"{_with_a_small_letter(who)}:"), sentence(words))
    if not (told or note.known):
        page.say("Nothing is written down here.")


def _openings(note: PanelNote) -> Iterator[tuple[str, str]]:
    rows = (
        ("Who brought it:", _with_a_small_letter(note.brought_by)),
        ("Why now:", note.why_now),
        ("What we asked:", note.question),
        ("What you wanted us to know:", note.wanted_you_to_know),
    )
    yield from ((opening, words) for opening, words in rows if not says_nothing(words))


def _decided(page: Page, note: PanelNote) -> None:
    page.heading("What was decided")
    if not says_nothing(note.decision):
        page.say(sentence(note.decision))
    elif note.carried_to is None:
        page.say("Nothing was decided.")
    if note.carried_to is not None:
        page.say(sentence(f"We talk about it again on {day_near(note.carried_to, met_on=note.on)}"))


def _what_happens_next(page: Page, note: PanelNote) -> None:
    heading = "What happens next"
    page.heading(heading)
    if not note.actions:
        page.say("There is nothing to do for now.")
        return
    rows = []
    for action in note.actions:
        asks = f"{action.not_yet_asked} will ask" if action.not_yet_asked else ""
        who = f"{action.who} ({asks})" if asks else action.who
        when = day_near(action.due, met_on=note.on) if action.due else ""
        rows.append((action.what, who, when, action.how_we_will_know or ""))
    table = Table(
        title=heading,
        about="Each row is one thing to do: what it is, who does it, by when, and how we will know.",
        columns=ACTION_COLUMNS,
        rows=tuple(rows),
        one_piece=len(rows) <= SHORT,
    )
    page.table(table if any(row[3] for row in rows) else table.without([3]))


def _with_a_small_letter(named: str) -> str:
    """A name with the job behind it in a small letter, where that is not a name itself."""
    name, comma, job = named.partition(", ")
    return f"{name}{comma}{in_a_sentence(job)}" if comma else named
