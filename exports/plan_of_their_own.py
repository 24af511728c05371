"""What a copy says of a plan the family made itself: whose it is, and who watches it."""

from __future__ import annotations

from exports.house_style import Page
from exports.spoken import sentence, spoken_date
from exports.writing import Phrase, Strong
from eymeeting.domain.copies import FamilyCopy, OwnPlan
from eymeeting.domain.in_words import listed


def whose_plan_it_is(page: Page, copy: FamilyCopy) -> None:
    """That the family made the plan itself, whether all agreed or what is still to change, and who watches."""
    plan = copy.own_plan
    if plan is None:
        return
    page.say(Strong("Whose plan this is:"), "This plan is ours. We made it ourselves.", *_agreed(copy, plan))
    if plan.watched_by:
        page.say(Strong("Who watches that it works:"), sentence(listed(plan.watched_by)))


def _agreed(copy: FamilyCopy, plan: OwnPlan) -> list[Phrase]:
    if plan.is_agreed is None:
        return []
    if plan.is_agreed:
        why = f"In our words: {sentence(plan.words)}" if plan.words else ""
        return [sentence(f"Everybody agreed to it on {spoken_date(copy.on)}"), why]
    still = "We have not all said yes to it yet, and that is all right."
    return [still, f"What we still want to change: {sentence(plan.words)}" if plan.words else ""]
