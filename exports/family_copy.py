"""The plan one adult of the family takes home.

Its first page is the side for the fridge: what is going well, what will happen, whom to call.
Everything else stands behind it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final

from docx.document import Document

from exports.house_style import Page, new_document
from exports.look import STANDARD
from exports.spoken import (
    at_a_place,
    date_near,
    day_near,
    in_a_sentence,
    says_nothing,
    sentence,
    spoken_date,
    spoken_day,
)
from exports.tables import SHORT, Column, Table
from exports.writing import Strong
from eymeeting.domain.copies import Attended, FamilyCopy, Helper, NextTime, PlannedAction
from eymeeting.domain.in_words import listed
from eymeeting.domain.times import spoken_time

BLANK: Final = "–"
"""Where there is nothing to say: whoever has a table read out cannot tell an empty cell from a lost one."""

ACTION_COLUMNS: Final = (
    Column(heading="What", share=5.7, empty="not yet agreed"),
    Column(heading="Who", share=3.2, empty="not yet agreed"),
    Column(heading="By when", share=3.4, empty="no date yet"),
    Column(heading="How we will know", share=4.7, empty=BLANK),
)
SCORE_COLUMNS: Final = (
    Column(heading="Part of life", share=5.0, label=True, empty="not named"),
    Column(heading="Who", share=3.6, empty="not named"),
    Column(heading="Last time", share=2.6, empty="not asked"),
    Column(heading="Now", share=2.6, empty="not asked"),
    Column(heading="We hope for", share=3.2, empty=BLANK),
)
NOBODY_SAID: Final = frozenset(
    {"", "not asked", "not yet", "not yet asked", "not said", "none", "-", "–", "—"}
)
"""What a score column may hold in every row and still hold nothing."""

_READ_AS_ONE: Final = 3
"""More things than this are a list, not a line."""


def build_family_copy(copy: FamilyCopy, made_at: datetime) -> Document:
    """The family's plan as a Word document. Nothing is read and nothing is written.

    ``made_at`` is the instant that stands in the file's properties.
    """
    met = spoken_date(copy.on)
    title = f"Our family plan, {met}"
    page = Page(new_document(STANDARD, title=title, organisation=copy.organisation, made_at=made_at))
    page.head_and_foot(head=[_whose(copy)], foot=(), title=title)
    named = copy.title_name and not says_nothing(copy.title_name)
    page.heading(f"Our family plan: {copy.title_name}" if named else "Our family plan", 1)
    page.say(sentence(f"We made this plan together on {met} {at_a_place(copy.place or '')}"))
    page.box(_main_helper(copy.helper, copy.lead_word), _next_meeting(copy.next_time))
    _going_well(page, copy)
    _what_we_want(page, copy)
    _what_will_happen(page, copy)
    if copy.worried:
        page.heading("If you are worried")
        page.bullets(copy.worried, one_piece=True)
    _what_we_did(page, copy.done)
    _what_children_said(page, copy.child_words)
    _scale(page, copy)
    _who_was_there(page, copy)
    _change_of_mind(page, copy)
    return page.document


def _whose(copy: FamilyCopy) -> str:
    """Whose plan it is, and for whom this copy was made, so that nobody is handed another's."""
    owned = copy.marking or f"Private. This plan belongs to {sentence(copy.belongs_to)}"
    return owned if copy.reader == copy.belongs_to else f"{owned} {sentence(f'Copy for {copy.reader}')}"


def _main_helper(helper: Helper | None, lead_word: str) -> list[str | Strong]:
    if helper is None:
        return [f"We have not agreed who our {lead_word} is yet."]
    role = f", {in_a_sentence(helper.role)}" if helper.role else ""
    phone = f"Phone {helper.phone}." if helper.phone else ""
    return [Strong(f"Our {lead_word}:"), sentence(f"{helper.name}{role}"), phone]


def _next_meeting(next_time: NextTime | None) -> list[str | Strong]:
    if next_time is None:
        return ["We have not planned another meeting."]
    when = f"{spoken_day(next_time.on)}, {spoken_time(next_time.time)}"
    return [Strong("Our next meeting:"), sentence(f"{when}, {next_time.place}" if next_time.place else when)]


def _going_well(page: Page, copy: FamilyCopy) -> None:
    page.heading("What is going well")
    if copy.going_well:
        page.bullets(copy.going_well)
    else:
        page.say("We have not written anything here yet.")


def _what_we_want(page: Page, copy: FamilyCopy) -> None:
    page.heading("What we want to change")
    if not (copy.changes or copy.wanted or copy.life_when):
        page.say("We have not chosen anything yet.")
        return
    page.bullets(
        [f"{change.area}: {change.life_when}" if change.life_when else change.area for change in copy.changes]
    )
    if copy.changes:
        _in_our_words(page, "In our words:", copy.wanted)
    else:
        page.bullets(copy.wanted)
    _in_our_words(page, "How life will be when it has happened:", copy.life_when)


def _in_our_words(page: Page, opening: str, said: Sequence[str]) -> None:
    """A few things read as one line; more of them are a list under the opening."""
    if 0 < len(said) <= _READ_AS_ONE:
        page.say(Strong(opening), *map(sentence, said))
    elif said:
        page.say(Strong(opening))
        page.bullets(said)


def _what_will_happen(page: Page, copy: FamilyCopy) -> None:
    page.heading("What will happen next")
    if not copy.actions:
        page.say("Nothing is left to do." if copy.done else "We have not agreed any actions yet.")
        return
    table = Table(
        title="What will happen next",
        about="Each row is one thing we agreed: what it is, who does it, by when, and how we will know.",
        columns=ACTION_COLUMNS,
        rows=tuple(_action_row(action, copy.on) for action in copy.actions),
    )
    nobody_knows = all(says_nothing(action.how_we_will_know or "") for action in copy.actions)
    page.table(table.without([3]) if nobody_knows else table)


def _action_row(action: PlannedAction, met_on: date) -> tuple[str, str, str, str]:
    remarks = ["Part of this is done."] if action.part_done else []
    if action.moved_from:
        earlier = [date_near(day, met_on=met_on) for day in action.moved_from]
        remarks.append(f"Moved from {listed(earlier)}.")
    what = " ".join((sentence(action.what), *remarks)) if remarks else action.what
    who = f"{action.who} ({action.not_yet_asked} will ask)" if action.not_yet_asked else action.who
    when = day_near(action.due, met_on=met_on) if action.due else ""
    return what, who, when, action.how_we_will_know or ""


def _what_we_did(page: Page, done: Sequence[PlannedAction]) -> None:
    if done:
        page.heading("What we did")
        told = [f"{each.what.rstrip(' .')} ({each.who})" if each.who else each.what for each in done]
        page.bullets(told, one_piece=len(told) <= SHORT)


def _what_children_said(page: Page, child_words: Sequence[tuple[str, str]]) -> None:
    if not child_words:
        return
    children = {who for who, _ in child_words}
    page.heading(f"What {children.pop()} said" if len(children) == 1 else "What the children said")
    for who, words in child_words:
        page.quote(who, words)


def _scale(page: Page, copy: FamilyCopy) -> None:
    if not copy.scores:
        return
    page.heading("Where we are on the scale")
    if copy.scale:
        page.say(copy.scale, keep_next=True)
    rows = tuple(
        (score.area, score.who, score.last_time, score.now, score.hoped_for) for score in copy.scores
    )
    nothing = [place for place in (2, 3, 4) if all(row[place].strip().lower() in NOBODY_SAID for row in rows)]
    table = Table(
        title="Where we are on the scale",
        about="Each row is one person and one part of life: the number last time, now, and hoped for.",
        columns=SCORE_COLUMNS,
        rows=rows,
        one_piece=len(rows) <= SHORT,
    )
    page.table(table.without(nothing))


def _who_was_there(page: Page, copy: FamilyCopy) -> None:
    groups = (
        ("Family:", copy.family_there),
        ("Helpers:", copy.helpers_there),
        ("Could not come:", copy.could_not_come),
    )
    page.heading("Who was there")
    told = [(opening, people) for opening, people in groups if people]
    if not told:
        page.say("Nobody is written down here.")
    for place, (opening, people) in enumerate(told, start=1):
        words = sentence("; ".join(map(_introduced, people)))
        page.say(Strong(opening), words, keep_next=place < len(told))


def _introduced(person: Attended) -> str:
    role = f", {in_a_sentence(person.role)}" if person.role else ""
    return f"{person.name}{role} ({person.note})" if person.note else f"{person.name}{role}"


def _change_of_mind(page: Page, copy: FamilyCopy) -> None:
    page.heading("If you change your mind")
    if copy.may_see:
        page.say(sentence(f"These services may see this plan: {listed(copy.may_see)}"))
    else:
        page.say("You have not agreed yet who else may see this plan.")
    page.bullets(copy.sharing)
