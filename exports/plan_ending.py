"""The first page of a plan that ends: how far everybody has come, and whom to call from now on."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

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
    page.heading(_title(copy, ending), 1)
    page.say(*_opening(copy, ending))
    page.box(*_from_now_on(copy, ending))
    if ending.is_celebrated and ending.how_far:
        page.heading("How far we have come" if _is_better(ending) else "Then and now")
        _how_far(page, ending.how_far)
    what_we_did(page, copy)
    if ending.keep_doing:
        page.heading("What we will keep doing")
        page.bullets(ending.keep_doing)
    if copy.actions:
        what_will_happen(page, copy, heading="What happens after today")
    if copy.worried:
        page.heading("If you are worried")
        page.bullets(copy.worried, one_piece=True)
    if copy.going_well:
        page.heading("What is going well")
        page.bullets(copy.going_well)
    if ending.said:
        page.heading(f"What {copy.reader} said about our help")
        page.quote(copy.reader, ending.said)


def _title(copy: FamilyCopy, ending: Ending) -> str:
    named, plan = copy.title_name and not says_nothing(copy.title_name), f"Our {copy.plan_word}"
    if ending.is_celebrated and _is_better(ending):
        return f"{copy.title_name if named else plan}: how far we have come"
    return f"{plan}: {copy.title_name}" if named else plan


def _is_better(ending: Ending) -> bool:
    """Whether some number rose, or there is none to go by: else “how far we have come” would be unkind."""
    return not ending.how_far or any(each.numbers[-1] > each.numbers[0] for each in ending.how_far)


def _opening(copy: FamilyCopy, ending: Ending) -> list[str]:
    opening = "We finished our plan together on" if ending.is_celebrated else "Our plan ended on"
    told = [sentence(f"{opening} {spoken_date(copy.on)} {at_a_place(copy.place or '')}")]
    if ending.goes_on_with is not None:
        after = ", will" if ending.goes_on_with.role else " will"
        told.append(f"{_introduced(ending.goes_on_with)}{after} carry on with us.")
    elif ending.reason:
        told.append(ending.reason)
    return told


def _from_now_on(copy: FamilyCopy, ending: Ending) -> list[Sequence[Phrase]]:
    lines: list[Sequence[Phrase]] = []
    if ending.to_call:
        lines.append([Strong("Who to call:"), sentence(ending.to_call)])
    elif copy.helper is not None:
        phone = f"Phone {copy.helper.phone}." if copy.helper.phone else ""
        lines.append([Strong("Who to call:"), sentence(_introduced(copy.helper)), phone])
    lines.append([Strong("Coming back:"), "You can come back on any day. Just call or drop in."])
    if ending.later_check is not None:
        lines.append([Strong("We will ask how you are:"), sentence(spoken_day(ending.later_check))])
    if copy.next_time is not None:
        lines.append([Strong("We meet again:"), sentence(spoken_day(copy.next_time.on))])
    return lines


def _introduced(helper: Helper) -> str:
    return f"{helper.name}, {in_a_sentence(helper.role)}" if helper.role else helper.name


def _how_far(page: Page, how_far: Sequence[HowFar]) -> None:
    for area, voices in groupby(how_far, key=lambda each: each.area):
        page.bullet(Strong(f"{area}:"), *(sentence(_steps(each)) for each in voices))


def _steps(voice: HowFar) -> str:
    """One person's way, such as “Folake 2, then 5, now 7: up 5”. A fall is said as it is, and as not the end."""
    *before, now = voice.numbers
    change = f"{voice.change} for now" if voice.fell else voice.change
    return f"{voice.who} {', then '.join(map(str, before))}, now {now}: {change}"
