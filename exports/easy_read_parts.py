"""What was done, what is good, what is wanted, what will happen and the numbers, on an easy read plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from exports.easy_read_rows import Part, row, said
from exports.house_style import Page
from exports.pictures_beside import Beside
from exports.plan_actions import told_with_no_area, who_does_it
from exports.plan_scale import NOBODY_SAID
from exports.spoken import (
    as_told,
    date_near,
    day_near,
    in_a_sentence,
    lines_of,
    names_listed,
    sentence,
    spoken_date,
)
from exports.symbols import OF_AN_AREA, Symbol
from exports.writing import Phrase, Strong
from eymeeting.domain.copies import Ending, FamilyCopy, HowFar, PlannedAction, ScoreRow
from eymeeting.domain.easy_copy import EasyCopy


def how_it_ends(page: Page, ending: Ending) -> Iterator[Part]:
    """That the plan ends, whom to call from then on, what has got better and what people will keep doing."""
    words = page.words
    rows = [*said("pencil", [ending.reason] if ending.reason else ())]
    if ending.goes_on_with is not None:
        other = ending.goes_on_with
        phone = [words("Phone {number}.", number=other.phone)] if other.phone else []
        about = sentence(f"{other.name}, {in_a_sentence(other.role)}" if other.role else other.name)
        rows.append(row("people", [Strong(words("This person will go on helping:"))], [about], phone))
    if ending.to_call:
        rows.append(row("telephone", [Strong(words("Who to call:"))], [sentence(ending.to_call)]))
    if ending.later_check is not None:
        day = spoken_date(ending.later_check, words)
        rows.append(row("calendar", [words("We will ask how you are on {day}.", day=day)]))
    rows.append(row("hand", [words("You can come back to us at any time.")]))
    yield Part(
        heading=words("This plan ends now"),
        shows=words("End"),
        opening=words("We will not meet about this plan again."),
        rows=tuple(rows),
    )
    if ending.is_celebrated:
        yield Part(
            heading=words("Then and now"),
            shows=words("Now"),
            opening=words("These numbers have changed."),
            rows=tuple(_how_far(page, ending.how_far)),
        )
    yield Part(
        heading=words("What we will keep doing"),
        shows=words("Keep"),
        opening=words("We want to go on with this."),
        rows=tuple(said("sun", ending.keep_doing)),
    )
    yield Part(
        heading=words("How this was for you"),
        shows=words("Words"),
        opening=words("This is what you said."),
        rows=(row("speech", *([f"“{line}”"] for line in lines_of(ending.said))),) if ending.said else (),
    )


def _how_far(page: Page, how_far: Sequence[HowFar]) -> Iterator[Beside]:
    for who in dict.fromkeys(each.who for each in how_far):
        theirs = (_then_and_now(page, each) for each in how_far if each.who == who)
        yield row("arrow_up", [Strong(f"{who}:")], *theirs)


def _then_and_now(page: Page, far: HowFar) -> list[Phrase]:
    then, now = far.numbers[0], far.numbers[-1]
    return [Strong(sentence(far.area)), page.words("It was {then}. Now it is {now}.", then=then, now=now)]


def what_was_done(page: Page, easy: EasyCopy) -> Iterator[Part]:
    """Each thing that was done with who did it, and what helped."""
    copy, words = easy.copy, page.words
    done = (
        row(
            "tick",
            [sentence(each.what)],
            _labelled(words("Who:"), who_does_it(each, words)),
            [sentence(each.words or "")],
        )
        for each in copy.done
    )
    helped = (row("star", [Strong(words("This helped:"))], [sentence(each)]) for each in copy.what_helped)
    yield Part(
        heading=words("What we did"),
        shows=words("Done"),
        opening=words("We have done this."),
        rows=tuple(chain(done, helped)),
    )


def what_is_good(page: Page, copy: FamilyCopy) -> Part:
    """What the family is good at and what helpers see going well."""
    words = page.words
    measured = (
        row("book", [Strong(words("What was measured:"))], [sentence(each)]) for each in copy.measured
    )
    return Part(
        heading=words("What is good"),
        shows=words("Good"),
        opening=words("This is going well."),
        rows=tuple(chain(said("star", copy.going_well), measured)),
        empty=words("We have not written anything here yet."),
        symbol="star",
    )


def what_we_want(page: Page, easy: EasyCopy) -> Part:
    """The parts of life that were chosen, what the family wants, and how life will be."""
    copy, words = easy.copy, page.words
    chosen = (
        row(
            _symbol(easy, each.area, "arrow_up"),
            [Strong(sentence(each.area))],
            [sentence(each.life_when or "")],
        )
        for each in copy.changes
    )
    return Part(
        heading=words("What we want to change"),
        shows=words("Change"),
        opening=words("We want this to get better."),
        rows=tuple(
            chain(
                chosen,
                said("arrow_up", copy.wanted),
                (
                    row("sun", [Strong(words("A good day will look like this:"))], [sentence(each)])
                    for each in told_with_no_area(copy)
                ),
            )
        ),
        empty=words("We have not chosen anything yet."),
        symbol="arrow_up",
    )


def what_will_happen(page: Page, easy: EasyCopy) -> Iterator[Part]:
    """One action a row: what, who, when."""
    copy, words = easy.copy, page.words
    nothing = words("Nothing is left to do.") if copy.done else words("We have not agreed anything yet.")
    gone = (
        row("tick", [Strong(words("We do not need this any more:"))], [sentence(each)])
        for each in copy.no_longer_needed
    )
    if copy.ending is not None and not copy.actions and not copy.no_longer_needed:
        return
    yield Part(
        heading=words.known(copy.to_do),
        shows=words("Next"),
        opening=words("We have said we will do this."),
        rows=tuple(chain((_planned(page, easy, each) for each in copy.actions), gone)),
        empty=nothing,
    )


def what_changed(page: Page, copy: FamilyCopy) -> Iterator[Part]:
    """What is new in the family."""
    yield Part(
        heading=page.words("What has changed"),
        shows=page.words("News"),
        opening=page.words("This is new."),
        rows=tuple(said("people", [as_told(each, page.words) for each in copy.has_changed])),
    )


def numbers(page: Page, easy: EasyCopy) -> Iterator[Part]:
    """What each person said on the scale, in words, a row for each person."""
    copy, words = easy.copy, page.words
    if not copy.scores:
        return
    meaning = (row("pencil", *([sentence(line)] for line in lines_of(copy.scale))),) if copy.scale else ()
    people = dict.fromkeys(each.who for each in copy.scores)
    told = (
        row(
            "speech",
            [Strong(f"{who}:")],
            *(_numbers_of(page, copy, each) for each in copy.scores if each.who == who),
        )
        for who in people
    )
    yield Part(
        heading=words("Where we are on the scale"),
        shows=words("Scale"),
        opening=words("A scale is a line of numbers from 1 to 10."),
        rows=(*meaning, *told),
    )


def _numbers_of(page: Page, copy: FamilyCopy, score: ScoreRow) -> list[Phrase]:
    words = page.words
    somebody_said = any(each.last_time.strip().lower() not in NOBODY_SAID for each in copy.scores)
    then, now, hope = (words.known(each) for each in (score.last_time, score.now, score.hoped_for))
    at_first = (
        words("At the start: {number}.", number=then)
        if copy.ending
        else words("Last time: {number}.", number=then)
    )
    told = (
        (then if somebody_said else "", at_first),
        (now, words("Now: {number}.", number=now)),
        (hope, words("We hope for: {number}.", number=hope)),
    )
    spoken = [sentence for number, sentence in told if number]
    return [Strong(sentence(score.area)), *spoken]


def _planned(page: Page, easy: EasyCopy, action: PlannedAction) -> Beside:
    words, met_on = page.words, easy.copy.on
    when = day_near(action.due, met_on=met_on, words=words) if action.due else words("no date yet")
    asks = action.not_yet_asked
    return row(
        _symbol(easy, action.what, "pencil"),
        [Strong(sentence(action.what))],
        _labelled(words("Who:"), who_does_it(action, words) or words("not yet agreed")),
        [words("{name} will ask.", name=words.known(asks))] if asks else [],
        _labelled(words("When:"), when),
        _labelled(words("We will know:"), action.how_we_will_know or ""),
        *([remark] for remark in _how_it_stands(page, easy, action)),
    )


def _how_it_stands(page: Page, easy: EasyCopy, action: PlannedAction) -> Iterator[str]:
    """How an action stands since last time; nobody is blamed for what is not done."""
    words = page.words
    if action.part_done:
        yield words("Part of this is done.")
    elif action.not_done:
        yield words("This is not done yet.")
    if action.words:
        yield sentence(action.words)
    if action.cost:
        yield words("It costs {pounds}.", pounds=action.cost)
    if action.handed_on_by:
        yield words("{name} had this before.", name=action.handed_on_by)
    elif action.handed_on_by is not None:
        yield words("Somebody else had this before.")
    if action.moved_from:
        days = names_listed(
            [date_near(day, met_on=easy.copy.on, words=words) for day in action.moved_from], words
        )
        yield words("We moved it from {days}.", days=days)


def _labelled(label: str, text: str) -> Sequence[Phrase]:
    return [Strong(label), sentence(text)] if text else []


def _symbol(easy: EasyCopy, told: str, otherwise: Symbol) -> Symbol:
    """The picture of a part of life, by its plain name or by something planned for it."""
    return OF_AN_AREA.get(easy.areas.get(told, ""), otherwise)
