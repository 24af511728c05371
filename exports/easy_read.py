"""The plan of somebody who needs easy read: pictures on the left, short words on the right, one idea a row.

Its own sentences have at most 15 words, as the Department of Health's guidance on easy read of 2009 asks;
everything people said stands in the words that were confirmed for it, or else as it was said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from docx.document import Document

from exports.council_words import easy_in_their_language
from exports.easy_read_parts import (
    how_it_ends,
    numbers,
    what_changed,
    what_is_good,
    what_was_done,
    what_we_want,
    what_will_happen,
)
from exports.easy_read_rows import Part, row, said, write
from exports.house_style import Page, new_page
from exports.look import look_of
from exports.paper import PLAIN_PAPER, Paper
from exports.pictures_beside import Beside
from exports.spoken import (
    as_told,
    at_a_place,
    in_a_sentence,
    says_nothing,
    sentence,
    spoken_date,
    spoken_day,
    time_of_day,
)
from exports.symbols import OF_A_SENTENCE, Symbol
from exports.writing import Strong
from eymeeting.domain.copies import Attended, FamilyCopy, Helper
from eymeeting.domain.easy_copy import EasyCopy


def build_easy_read(easy: EasyCopy, made_at: datetime, paper: Paper = PLAIN_PAPER) -> Document:
    """The plan as a Word document, 16 points. Nothing is read and nothing is written.

    ``made_at`` is the instant that stands in the file's properties.
    """
    easy = easy_in_their_language(easy, paper.words)
    copy, words = easy.copy, paper.words
    title = words(
        "Our {plan}, easy to read, {day}", plan=words.known(copy.plan_word), day=spoken_date(copy.on, words)
    )
    look = look_of("easyread")
    page = new_page(look, title=title, organisation=copy.organisation, made_at=made_at, paper=paper)
    page.head_and_foot(head=[_whose(page, copy)], foot=(), title=title)
    plan = words.known(copy.plan_word)
    named = copy.title_name and not says_nothing(copy.title_name)
    heading = (
        words("Our {plan}: {name}", plan=plan, name=copy.title_name)
        if named
        else words("Our {plan}", plan=plan)
    )
    page.heading(heading, 1)
    page.say(words("This plan is easy to read."), words("You can ask someone to read it with you."))
    page.say(sentence(_made(page, copy)))
    for part in _parts(page, easy):
        write(page, part)
    return page.document


def _parts(page: Page, easy: EasyCopy) -> Iterator[Part]:
    """In the order of what people ask about a plan."""
    copy = easy.copy
    if copy.ending is not None:
        yield from how_it_ends(page, copy.ending)
    yield _who_was_there(page, copy)
    yield from _whose_plan_it_is(page, copy)
    yield from what_was_done(page, easy)
    yield what_is_good(page, copy)
    if copy.ending is None:
        yield what_we_want(page, easy)
    yield from what_will_happen(page, easy)
    yield _helper(page, copy)
    if copy.ending is None or copy.next_time is not None:
        yield _next_meeting(page, copy)
    if copy.worried:
        yield Part(
            heading=page.words("If you are worried"),
            shows=page.words("Call"),
            opening=page.words("You can get help."),
            rows=tuple(said("telephone", copy.worried)),
        )
    yield from what_changed(page, copy)
    yield from _what_children_said(page, copy)
    yield from numbers(page, easy)
    yield _who_may_see(page, copy)
    yield _how_to_say_no(page, easy)


def _whose(page: Page, copy: FamilyCopy) -> str:
    """Whose plan it is, and for whom this copy was made, so that nobody is handed another's."""
    words, usual = page.words, "Private. This plan belongs to {name}."
    is_usual = copy.marking in ("", usual.format(name=copy.belongs_to))
    ours = words("Private. This plan belongs to {name}", name=sentence(copy.belongs_to))
    owned = ours if is_usual else copy.marking
    if copy.reader == copy.belongs_to:
        return owned
    return f"{owned} {sentence(words('Copy for {name}', name=copy.reader))}"


def _made(page: Page, copy: FamilyCopy) -> str:
    day = spoken_date(copy.on, page.words)
    if copy.is_without_a_meeting:
        return page.words("We wrote it on {day}. We did not meet.", day=day)
    place = at_a_place(copy.place or "", page.words)
    if not place:
        return page.words("We made it on {day}.", day=day)
    return page.words("We made it on {day} {place}", day=day, place=place)


def _who_was_there(page: Page, copy: FamilyCopy) -> Part:
    words = page.words
    away = words("Sent word:") if copy.is_without_a_meeting else words("Could not come:")
    groups: tuple[tuple[Symbol, str, Sequence[Attended]], ...] = (
        ("people", words("Family:"), copy.family_there),
        ("table", words("Helpers:"), copy.helpers_there),
        ("speech", away, copy.could_not_come),
    )
    return Part(
        heading=words("Who spoke with us") if copy.is_without_a_meeting else words("Who was there"),
        shows=words("People"),
        opening=words("Helpers are people whose job is to help."),
        rows=tuple(
            row(symbol, [Strong(opening)], *([sentence(_introduced(page, each))] for each in people))
            for symbol, opening, people in groups
            if people
        ),
        empty=words("Nobody is written down here."),
        symbol="people",
    )


def _introduced(page: Page, person: Attended) -> str:
    role = f", {in_a_sentence(person.role)}" if person.role else ""
    note = f" ({page.words.known(person.note)})" if person.note else ""
    return f"{person.name}{role}{note}"


def _whose_plan_it_is(page: Page, copy: FamilyCopy) -> Iterator[Part]:
    own, words = copy.own_plan, page.words
    if own is None:
        return
    agreed = {
        True: words("Everyone said yes to this plan."),
        False: words("Not everyone said yes to this plan yet."),
        None: words("Nobody has said yes or no to this plan yet."),
    }
    watched = (
        row(
            "eye", [Strong(words("Looking after this plan:"))], *([sentence(each)] for each in own.watched_by)
        ),
    )
    yield Part(
        heading=words("Our own plan"),
        shows=words("Ours"),
        opening=words("Our family made this plan."),
        rows=(
            row("people", [agreed[own.is_agreed]]),
            *said("speech", [own.words] if own.words else ()),
            *(watched if own.watched_by else ()),
        ),
    )


def _helper(page: Page, copy: FamilyCopy) -> Part:
    words = page.words
    lead = words.known(copy.lead_word)
    return Part(
        heading=words("Our {helper}", helper=lead),
        shows=words("Call"),
        opening=words("You can call this person first."),
        rows=() if copy.helper is None else (call(page, copy.helper),),
        empty=words("We have not agreed who this is yet."),
        symbol="telephone",
    )


def call(page: Page, helper: Helper) -> Beside:
    """Somebody to call: name, job, and the telephone number where there is one."""
    phone = [page.words("Phone {number}.", number=helper.phone)] if helper.phone else []
    return row("telephone", [Strong(sentence(helper.name))], [sentence(helper.role)], phone)


def _next_meeting(page: Page, copy: FamilyCopy) -> Part:
    coming, words = copy.next_time, page.words
    rows = []
    if coming is not None:
        rows.append(row("calendar", [sentence(spoken_day(coming.on, words))]))
        rows.append(row("clock", [sentence(time_of_day(coming.time, words))]))
        if coming.place:
            rows.append(row("house", [sentence(coming.place)]))
        rows.append(
            row("table", [words("We will look at this plan again.")], [words("This is called a review.")])
        )
    return Part(
        heading=words("Our next meeting"),
        shows=words("When"),
        opening=words("A meeting is when we sit and talk together."),
        rows=tuple(rows),
        empty=words("We have not planned another meeting."),
        symbol="calendar",
    )


def _what_children_said(page: Page, copy: FamilyCopy) -> Iterator[Part]:
    words = page.words
    children = {who for who, _ in copy.child_words}
    if not children:
        return
    yield Part(
        heading=words("What {name} said", name=children.pop())
        if len(children) == 1
        else words("What the children said"),
        shows=words("Words"),
        opening=words("This is what they said."),
        rows=tuple(
            row("speech", [Strong(f"{who}:")], [f"“{lines}”"])
            for who, text in copy.child_words
            if (lines := text.strip())
        ),
    )


def _who_may_see(page: Page, copy: FamilyCopy) -> Part:
    words = page.words
    return Part(
        heading=words("Who may see this plan"),
        shows=words("See"),
        opening=words("A service is a team that helps people."),
        rows=tuple(said("eye", [as_told(each, words) for each in copy.may_see])),
        empty=words("You have not said yet who else may see it."),
        symbol="eye",
    )


def _how_to_say_no(page: Page, easy: EasyCopy) -> Part:
    words, copy = page.words, easy.copy
    return Part(
        heading=words("If you change your mind"),
        shows=words("Say no"),
        opening=words("You can say no. You can say stop."),
        rows=tuple(
            each
            for sentence_of in copy.sharing
            for each in said(OF_A_SENTENCE.get(easy.about.get(sentence_of, ""), "hand"), [sentence_of])
        ),
        empty=words("Just tell one of us."),
        symbol="hand",
    )
