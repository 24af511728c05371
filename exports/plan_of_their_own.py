"""What a copy says of a plan the family made itself: whose it is, and who watches it."""

from __future__ import annotations

from exports.fixed_words import FixedWords
from exports.house_style import Page
from exports.spoken import names_listed, sentence, spoken_date
from exports.writing import Phrase, Strong
from eymeeting.domain.copies import FamilyCopy, OwnPlan


def whose_plan_it_is(page: Page, copy: FamilyCopy) -> None:
    """That the family made the plan itself, whether all agreed or what is still to change, and who watches."""
    plan = copy.own_plan
    if plan is None:
        return
    words = page.words
    ours = words("This plan is ours. We made it ourselves.")
    page.say(Strong(words("Whose plan this is:")), ours, *_agreed(copy, plan, words))
    if plan.watched_by:
        watched_by = names_listed(plan.watched_by, words)
        page.say(Strong(words("Who watches that it works:")), sentence(watched_by))


def _agreed(copy: FamilyCopy, plan: OwnPlan, words: FixedWords) -> list[Phrase]:
    if plan.is_agreed is None:
        return []
    if plan.is_agreed:
        why = words("In our words: {said}", said=sentence(plan.words)) if plan.words else ""
        return [sentence(words("Everybody agreed to it on {day}", day=spoken_date(copy.on, words))), why]
    still = words("We have not all said yes to it yet, and that is all right.")
    if not plan.words:
        return [still]
    return [still, words("What we still want to change: {said}", said=sentence(plan.words))]
