"""The plan one adult of the family takes home.

Its first page is the side for the fridge: what is going well, what will happen, whom to call.
Everything else stands behind it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from docx.document import Document

from exports.council_words import in_their_language
from exports.fixed_words import FixedWords
from exports.house_style import Page, new_page
from exports.look import STANDARD, look_of
from exports.paper import PLAIN_PAPER, Paper
from exports.plan_actions import in_our_words, told_with_no_area, what_we_did, what_will_happen
from exports.plan_ending import first_page_of_the_end
from exports.plan_of_their_own import whose_plan_it_is
from exports.plan_scale import pictures_needed, scale
from exports.spoken import (
    as_told,
    at_a_place,
    in_a_sentence,
    names_listed,
    says_nothing,
    sentence,
    spoken_date,
    spoken_day,
    time_of_day,
)
from exports.whose_paper import whose_paper
from exports.writing import Strong
from eymeeting.domain.copies import Attended, FamilyCopy, Helper, NextTime

ROWS_BESIDE_WHO_WAS_THERE: Final = 9
"""Rows of scores that leave room on the second page for who was there; a longer table comes after it."""


def build_family_copy(copy: FamilyCopy, made_at: datetime, paper: Paper = PLAIN_PAPER) -> Document:
    """The family's plan as a Word document. Nothing is read and nothing is written.

    ``made_at`` is the instant that stands in the file's properties.
    """
    words = paper.words
    copy = in_their_language(copy, words)
    met = spoken_date(copy.on, words)
    title = words("Our {plan}, {day}", plan=words.known(copy.plan_word), day=met)
    look = look_of(paper.format)
    page = new_page(look, title=title, organisation=copy.organisation, made_at=made_at, paper=paper)
    page.head_and_foot(
        head=[whose_paper(copy.marking, copy.belongs_to, copy.reader, words)], foot=(), title=title
    )
    if copy.ending is None:
        _first_page(page, copy)
    else:
        first_page_of_the_end(page, copy, copy.ending)
    _what_has_changed(page, copy.has_changed)
    _what_children_said(page, copy.child_words)
    in_words = (_who_was_there, _change_of_mind)
    first = _before_the_scale(page, copy)
    for say in in_words[:first]:
        say(page, copy)
    scale(page, copy, opens_a_side=first == 0)
    for say in in_words[first:]:
        say(page, copy)
    return page.document


def _before_the_scale(page: Page, copy: FamilyCopy) -> int:
    """How many of the two last parts in words stand before the scale, which begins a page of its own.

    A picture with a long table leaves no room for who was there; several pictures, or larger
    letters, leave none for any words.
    """
    if copy.chart is None:
        return 0
    if page.look != STANDARD or pictures_needed(page, copy) > 1:
        return 2
    return 1 if len(copy.scores) > ROWS_BESIDE_WHO_WAS_THERE else 0


def _first_page(page: Page, copy: FamilyCopy) -> None:
    """What was done comes first, then what is next: at a review people begin with what they managed."""
    named = copy.title_name and not says_nothing(copy.title_name)
    words, plan = page.words, page.words.known(copy.plan_word)
    title = (
        words("Our {plan}: {name}", plan=plan, name=copy.title_name)
        if named
        else words("Our {plan}", plan=plan)
    )
    page.heading(title, 1)
    page.say(sentence(_made_together(copy, words)))
    page.box(
        _main_helper(copy.helper, words.known(copy.lead_word), words), _next_meeting(copy.next_time, words)
    )
    whose_plan_it_is(page, copy)
    what_we_did(page, copy)
    if copy.done:
        what_will_happen(page, copy)
    _going_well(page, copy)
    _what_we_want(page, copy)
    if not copy.done:
        what_will_happen(page, copy)
    if copy.worried:
        page.heading(words("If you are worried"))
        page.bullets(copy.worried, one_piece=True)


def _made_together(copy: FamilyCopy, words: FixedWords) -> str:
    """When and where the plan was made; where nobody met, that everybody was asked by themselves."""
    day = spoken_date(copy.on, words)
    if copy.is_without_a_meeting:
        return words("We put this plan together on {day}, without a meeting", day=day)
    place = at_a_place(copy.place or "", words)
    return words("We made this plan together on {day} {place}", day=day, place=place)


def _main_helper(helper: Helper | None, lead: str, words: FixedWords) -> list[str | Strong]:
    if helper is None:
        return [words("We have not agreed who our {lead} is yet.", lead=lead)]
    role = f", {in_a_sentence(helper.role)}" if helper.role else ""
    phone = words("Phone {number}.", number=helper.phone) if helper.phone else ""
    return [Strong(words("Our {lead}:", lead=lead)), sentence(f"{helper.name}{role}"), phone]


def _next_meeting(next_time: NextTime | None, words: FixedWords) -> list[str | Strong]:
    if next_time is None:
        return [words("We have not planned another meeting.")]
    when = f"{spoken_day(next_time.on, words)}, {time_of_day(next_time.time, words)}"
    where = f", {next_time.place}" if next_time.place else ""
    return [Strong(words("Our next meeting:")), sentence(f"{when}{where}")]


def _going_well(page: Page, copy: FamilyCopy) -> None:
    page.heading(page.words("What is going well"))
    if copy.going_well:
        page.bullets(copy.going_well)
    else:
        page.say(page.words("We have not written anything here yet."))
    in_our_words(page, page.words("What was measured:"), copy.measured)


def _what_we_want(page: Page, copy: FamilyCopy) -> None:
    page.heading(page.words("What we want to change"))
    if not (copy.changes or copy.wanted or copy.life_when):
        page.say(page.words("We have not chosen anything yet."))
        return
    page.bullets(
        [f"{change.area}: {change.life_when}" if change.life_when else change.area for change in copy.changes]
    )
    if copy.changes:
        in_our_words(page, page.words("In our words:"), copy.wanted)
    else:
        page.bullets(copy.wanted)
    in_our_words(page, page.words("How life will be when it has happened:"), told_with_no_area(copy))


def _what_has_changed(page: Page, has_changed: Sequence[str]) -> None:
    if has_changed:
        page.heading(page.words("What has changed"))
        page.bullets([as_told(each, page.words) for each in has_changed])


def _what_children_said(page: Page, child_words: Sequence[tuple[str, str]]) -> None:
    if not child_words:
        return
    children = {who for who, _ in child_words}
    one = page.words("What {name} said", name=next(iter(children)))
    page.heading(one if len(children) == 1 else page.words("What the children said"))
    for who, said in child_words:
        page.quote(who, said)


def _who_was_there(page: Page, copy: FamilyCopy) -> None:
    words = page.words
    away = words("Sent word:") if copy.is_without_a_meeting else words("Could not come:")
    groups = (
        (words("Family:"), copy.family_there),
        (words("Helpers:"), copy.helpers_there),
        (away, copy.could_not_come),
    )
    page.heading(words("Who spoke with us") if copy.is_without_a_meeting else words("Who was there"))
    told = [(opening, people) for opening, people in groups if people]
    if not told:
        page.say(words("Nobody is written down here."))
    for place, (opening, people) in enumerate(told, start=1):
        named = sentence("; ".join(_introduced(each, words) for each in people))
        page.say(Strong(opening), named, keep_next=place < len(told))


def _introduced(person: Attended, words: FixedWords) -> str:
    role = f", {in_a_sentence(person.role)}" if person.role else ""
    return f"{person.name}{role} ({words.known(person.note)})" if person.note else f"{person.name}{role}"


def _change_of_mind(page: Page, copy: FamilyCopy) -> None:
    page.heading(page.words("If you change your mind"))
    if copy.may_see:
        services = names_listed(copy.may_see, page.words)
        seen_by = sentence(page.words("These services may see this plan: {services}", services=services))
    else:
        seen_by = page.words("You have not agreed yet who else may see this plan.")
    paragraphs = ((seen_by, *copy.sharing[:1]), *((each,) for each in copy.sharing[1:]))
    for place, paragraph in enumerate(paragraphs, start=1):
        page.say(*paragraph, keep_next=place < len(paragraphs))
