"""A family's own note after a panel: a page in plain words, for one grown-up of that family alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from docx.document import Document

from exports.fixed_words import FixedWords
from exports.house_style import Page, new_page
from exports.look import look_of
from exports.paper import PLAIN_PAPER, Paper
from exports.plan_actions import action_columns, who_and_who_asks
from exports.spoken import day_near, in_a_sentence, says_nothing, sentence, spoken_date, spoken_day
from exports.tables import SHORT, Table
from exports.whose_paper import whose_paper
from exports.writing import Strong
from eymeeting.domain.panel_note import A_HELPER, PanelNote


def build_panel_note(note: PanelNote, made_at: datetime, paper: Paper = PLAIN_PAPER) -> Document:
    """The note as a Word document of one page for most families. Nothing is read and nothing is written.

    ``made_at`` is the instant that stands in the file's properties.
    """
    words = paper.words
    title = words("What was said about us, {day}", day=spoken_date(note.on, words))
    look = look_of(paper.format)
    page = new_page(look, title=title, organisation=note.organisation, made_at=made_at, paper=paper)
    page.head_and_foot(
        head=[whose_paper(note.marking, note.belongs_to, note.reader, words)], foot=(), title=title
    )
    if says_nothing(note.title_name):
        page.heading(words("What was said about us"), 1)
    else:
        page.heading(words("What was said about us: {name}", name=note.title_name), 1)
    day = spoken_day(note.on, words)
    talked = words("On {day} people from different services talked about how to help you.", day=day)
    page.say(
        f"{talked} {sentence(words('This was at {panel}', panel=note.panel))}",
        words("This note says what they said."),
    )
    page.box(_who_tells(note, words))
    _talked_about(page, note)
    _decided(page, note)
    _what_happens_next(page, note)
    if note.wrong:
        page.heading(words("If something is wrong"))
        page.bullets([words.known(each) for each in note.wrong], one_piece=True)
    return page.document


def _who_tells(note: PanelNote, words: FixedWords) -> list[str | Strong]:
    teller = _with_a_small_letter(note.teller) or words("a helper")
    if note.told_on is not None:
        day = spoken_day(note.told_on, words)
        return [Strong(words("Who told you:")), sentence(words("{name}, on {day}", name=teller, day=day))]
    if note.tell_by is not None:
        day = day_near(note.tell_by, met_on=note.on, words=words)
        opening = words("Who talks with you about this:")
        return [Strong(opening), sentence(words("{name}, by {day}", name=teller, day=day))]
    return [words("It is not settled yet who talks with you about this.")]


def _talked_about(page: Page, note: PanelNote) -> None:
    words = page.words
    page.heading(words("What we talked about"))
    told = list(_openings(note, words))
    for opening, said in told:
        page.say(Strong(opening), sentence(said))
    if note.known:
        page.say(Strong(words("What people knew:")), keep_next=True)
    for who, said in note.known:
        named = words.known(who) if who == A_HELPER else _with_a_small_letter(who)
        page.bullet(Strong(f"{named}:"), sentence(said))
    if not (told or note.known):
        page.say(words("Nothing is written down here."))


def _openings(note: PanelNote, words: FixedWords) -> Iterator[tuple[str, str]]:
    rows = (
        (words("Who brought it:"), _with_a_small_letter(note.brought_by)),
        (words("Why now:"), note.why_now),
        (words("What we asked:"), note.question),
        (words("What you wanted us to know:"), note.wanted_you_to_know),
    )
    yield from ((opening, said) for opening, said in rows if not says_nothing(said))


def _decided(page: Page, note: PanelNote) -> None:
    words = page.words
    page.heading(words("What was decided"))
    if not says_nothing(note.decision):
        page.say(sentence(note.decision))
    elif note.carried_to is None:
        page.say(words("Nothing was decided."))
    if note.carried_to is not None:
        day = day_near(note.carried_to, met_on=note.on, words=words)
        page.say(sentence(words("We talk about it again on {day}", day=day)))


def _what_happens_next(page: Page, note: PanelNote) -> None:
    words = page.words
    heading = words("What happens next")
    page.heading(heading)
    if not note.actions:
        page.say(words("There is nothing to do for now."))
        return
    rows = []
    for action in note.actions:
        when = day_near(action.due, met_on=note.on, words=words) if action.due else ""
        rows.append((action.what, who_and_who_asks(action, words), when, action.how_we_will_know or ""))
    table = Table(
        title=heading,
        about=words("Each row is one thing to do: what it is, who does it, by when, and how we will know."),
        columns=action_columns(words),
        rows=tuple(rows),
        one_piece=len(rows) <= SHORT,
    )
    page.table(table if any(row[3] for row in rows) else table.without([3]))


def _with_a_small_letter(named: str) -> str:
    """A name with the job behind it in a small letter, where that is not a name itself."""
    name, comma, job = named.partition(", ")
    return f"{name}{comma}{in_a_sentence(job)}" if comma else named
