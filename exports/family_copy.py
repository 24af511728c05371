"""The plan one adult of the family takes home.

Its first page is the side for the fridge: what is going well, what will happen, whom to call.
Everything else stands behind it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from docx.document import Document

from exports.house_style import Page, new_page
from exports.look import STANDARD
from exports.paper import PLAIN_PAPER, Paper
from exports.plan_actions import in_our_words, what_we_did, what_will_happen
from exports.plan_ending import first_page_of_the_end
from exports.plan_of_their_own import whose_plan_it_is
from exports.plan_scale import pictures_needed, scale
from exports.spoken import (
    at_a_place,
    in_a_sentence,
    says_nothing,
    sentence,
    spoken_date,
    spoken_day,
)
from exports.writing import Strong
from eymeeting.domain.copies import Attended, FamilyCopy, Helper, NextTime
from eymeeting.domain.in_words import listed
from eymeeting.domain.times import spoken_time

ROWS_BESIDE_WHO_WAS_THERE: Final = 9
"""Rows of scores that leave room on the second page for who was there; a longer table comes after it."""


def build_family_copy(copy: FamilyCopy, made_at: datetime, paper: Paper = PLAIN_PAPER) -> Document:
    """The family's plan as a Word document. Nothing is read and nothing is written.

    ``made_at`` is the instant that stands in the file's properties.
    """
    met = spoken_date(copy.on)
    title = f"Our {copy.plan_word}, {met}"
    page = new_page(STANDARD, title=title, organisation=copy.organisation, made_at=made_at, paper=paper)
    page.head_and_foot(head=[_whose(copy)], foot=(), title=title)
    if copy.ending is None:
        _first_page(page, copy)
    else:
        first_page_of_the_end(page, copy, copy.ending)
    _what_has_changed(page, copy.has_changed)
    _what_children_said(page, copy.child_words)
    words = (_who_was_there, _change_of_mind)
    first = _before_the_scale(copy)
    for say in words[:first]:
        say(page, copy)
    scale(page, copy)
    for say in words[first:]:
        say(page, copy)
    return page.document


def _before_the_scale(copy: FamilyCopy) -> int:
    """How many of the two last parts in words stand before the scale, which begins a page of its own.

    A picture with a long table leaves no room for who was there; several pictures leave none for any words.
    """
    if copy.chart is None:
        return 0
    if pictures_needed(copy) > 1:
        return 2
    return 1 if len(copy.scores) > ROWS_BESIDE_WHO_WAS_THERE else 0


def _first_page(page: Page, copy: FamilyCopy) -> None:
    """What was done comes first, then what is next: at a review people begin with what they managed."""
    named = copy.title_name and not says_nothing(copy.title_name)
    plan = f"Our {copy.plan_word}"
    page.heading(f"{plan}: {copy.title_name}" if named else plan, 1)
    page.say(sentence(_made_together(copy)))
    page.box(_main_helper(copy.helper, copy.lead_word), _next_meeting(copy.next_time))
    whose_plan_it_is(page, copy)
    what_we_did(page, copy)
    if copy.done:
        what_will_happen(page, copy)
    _going_well(page, copy)
    _what_we_want(page, copy)
    if not copy.done:
        what_will_happen(page, copy)
    if copy.worried:
        page.heading("If you are worried")
        page.bullets(copy.worried, one_piece=True)


def _made_together(copy: FamilyCopy) -> str:
    """When and where the plan was made; where nobody met, that everybody was asked by themselves."""
    if copy.is_without_a_meeting:
        return f"We put this plan together on {spoken_date(copy.on)}, without a meeting"
    return f"We made this plan together on {spoken_date(copy.on)} {at_a_place(copy.place or '')}"


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
    in_our_words(page, "What was measured:", copy.measured)


def _what_we_want(page: Page, copy: FamilyCopy) -> None:
    page.heading("What we want to change")
    if not (copy.changes or copy.wanted or copy.life_when):
        page.say("We have not chosen anything yet.")
        return
    page.bullets(
        [f"{change.area}: {change.life_when}" if change.life_when else change.area for change in copy.changes]
    )
    if copy.changes:
        in_our_words(page, "In our words:", copy.wanted)
    else:
        page.bullets(copy.wanted)
    in_our_words(page, "How life will be when it has happened:", copy.life_when)


def _what_has_changed(page: Page, has_changed: Sequence[str]) -> None:
    if has_changed:
        page.heading("What has changed")
        page.bullets(has_changed)


def _what_children_said(page: Page, child_words: Sequence[tuple[str, str]]) -> None:
    if not child_words:
        return
    children = {who for who, _ in child_words}
    page.heading(f"What {children.pop()} said" if len(children) == 1 else "What the children said")
    for who, words in child_words:
        page.quote(who, words)


def _who_was_there(page: Page, copy: FamilyCopy) -> None:
    groups = (
        ("Family:", copy.family_there),
        ("Helpers:", copy.helpers_there),
        ("Sent word:" if copy.is_without_a_meeting else "Could not come:", copy.could_not_come),
    )
    page.heading("Who spoke with us" if copy.is_without_a_meeting else "Who was there")
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
        seen_by = sentence(f"These services may see this plan: {listed(copy.may_see)}")
    else:
        seen_by = "You have not agreed yet who else may see this plan."
    paragraphs = ((seen_by, *copy.sharing[:1]), *((each,) for each in copy.sharing[1:]))
    for place, paragraph in enumerate(paragraphs, start=1):
        page.say(*paragraph, keep_next=place < len(paragraphs))
