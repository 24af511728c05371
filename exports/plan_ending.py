"""The first page of a plan that ends: how far everybody has come, and whom to call from now on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from itertools import groupby

from exports.fixed_words import FixedWords
from exports.house_style import Page
from exports.plan_actions import what_we_did, what_will_happen
from exports.spoken import (
    at_a_place,
    in_a_sentence,
    says_nothing,
    sentence,
    spoken_date,
    spoken_day,
)
from exports.writing import Phrase, Strong
from eymeeting.domain.copies import Ending, FamilyCopy, Helper, HowFar


def first_page_of_the_end(page: Page, copy: FamilyCopy, ending: Ending) -> None:
    """What is better, what was done and what goes on, with whom to call and how to come back on top."""
    words = page.words
    page.heading(_title(copy, ending, words), 1)
    page.say(*_opening(copy, ending, words))
    page.box(*_from_now_on(copy, ending, words))
    if ending.is_celebrated and ending.how_far:
        page.heading(words("How far we have come") if _is_better(ending) else words("Then and now"))
        _how_far(page, ending.how_far)
    what_we_did(page, copy)
    if ending.keep_doing:
        page.heading(words("What we will keep doing"))
        page.bullets(ending.keep_doing)
    if copy.actions:
        what_will_happen(page, copy, heading=words("What happens after today"))
    if copy.worried:
        page.heading(words("If you are worried"))
        page.bullets(copy.worried, one_piece=True)
    if copy.going_well:
        page.heading(words("What is going well"))
        page.bullets(copy.going_well)
    if ending.said:
        page.heading(words("What {name} said about our help", name=copy.reader))
        page.quote(copy.reader, ending.said)


def _title(copy: FamilyCopy, ending: Ending, words: FixedWords) -> str:
    named = copy.title_name and not says_nothing(copy.title_name)
    plan = words("Our {plan}", plan=words.known(copy.plan_word))
    if ending.is_celebrated and _is_better(ending):
        return words("{name}: how far we have come", name=copy.title_name if named else plan)
    if not named:
        return plan
    return words("Our {plan}: {name}", plan=words.known(copy.plan_word), name=copy.title_name)


def _is_better(ending: Ending) -> bool:
    """Whether some number rose, or there is none to go by: else “how far we have come” would be unkind."""
    return not ending.how_far or any(each.numbers[-1] > each.numbers[0] for each in ending.how_far)


def _opening(copy: FamilyCopy, ending: Ending, words: FixedWords) -> list[str]:
    day, place = spoken_date(copy.on, words), at_a_place(copy.place or "", words)
    if ending.is_celebrated:
        told = [sentence(words("We finished our plan together on {day} {place}", day=day, place=place))]
    else:
        told = [sentence(words("Our plan ended on {day} {place}", day=day, place=place))]
    if ending.goes_on_with is not None:
        helper = f"{_introduced(ending.goes_on_with)}{',' if ending.goes_on_with.role else ''}"
        told.append(words("{helper} will carry on with us.", helper=helper))
    elif ending.reason:
        told.append(ending.reason)
    return told


def _from_now_on(copy: FamilyCopy, ending: Ending, words: FixedWords) -> list[Sequence[Phrase]]:
    lines: list[Sequence[Phrase]] = []
    if ending.to_call:
        lines.append([Strong(words("Who to call:")), sentence(ending.to_call)])
    elif copy.helper is not None:
        phone = words("Phone {number}.", number=copy.helper.phone) if copy.helper.phone else ""
        lines.append([Strong(words("Who to call:")), sentence(_introduced(copy.helper)), phone])
    back = words("You can come back on any day. Just call or drop in.")
    lines.append([Strong(words("Coming back:")), back])
    if ending.later_check is not None:
        later = spoken_day(ending.later_check, words)
        lines.append([Strong(words("We will ask how you are:")), sentence(later)])
    if copy.next_time is not None:
        again = spoken_day(copy.next_time.on, words)
        lines.append([Strong(words("We meet again:")), sentence(again)])
    return lines


def _introduced(helper: Helper) -> str:
    return f"{helper.name}, {in_a_sentence(helper.role)}" if helper.role else helper.name


def _how_far(page: Page, how_far: Sequence[HowFar]) -> None:
    for area, voices in groupby(how_far, key=lambda each: each.area):
        page.bullet(Strong(f"{area}:"), *(sentence(_steps(each, page.words)) for each in voices))


def _steps(voice: HowFar, words: FixedWords) -> str:
    """One person's way, such as “Folake 2, then 5, now 7: up 5”. A fall is said as it is, and as not the end."""
    first, *more = map(str, voice.numbers[:-1])
    before = reduce(
        lambda told, then: words("{before}, then {number}", before=told, number=then), more, first
    )
    change = _change(voice, words)
    return words(
        "{name} {before}, now {now}: {change}",
        name=voice.who,
        before=before,
        now=voice.numbers[-1],
        change=change,
    )


def _change(voice: HowFar, words: FixedWords) -> str:
    first, now = voice.numbers[0], voice.numbers[-1]
    if first == now and len(set(voice.numbers)) == 1:
        return words("still {number}", number=now)
    if first == now:
        return words("back at {number}", number=now)
    if now > first:
        return words("up {number}", number=now - first)
    return words("down {number} for now", number=first - now)
