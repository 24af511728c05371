"""What an action costs, in pounds: read from a line, and told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from eymeeting.domain.actions import Action

_POUNDS: Final = re.compile(
    r"(?<!\S)(?:for )?£ ?(?P<pounds>\d{1,3}(?:,\d{3})+|\d{1,6})(?:\.(?P<pence>\d\d))?[.,;]?(?!\S)"
)
_BEHIND_THE_NAME: Final = "To count what it costs, put the sum behind the name."
ONE_COST: Final = "One line has one cost."


def read_cost(text: str) -> tuple[tuple[float, ...], str]:
    """Every cost that stands in words by itself, and the words without them, no shorter than before.

    “£40”, “for £1,250” or “£12.50”; “£40 each” leaves a word that nobody understands.
    """
    found = tuple(
        float(f"{match['pounds'].replace(',', '')}.{match['pence'] or '00'}")
        for match in _POUNDS.finditer(text)
    )
    return found, _POUNDS.sub(lambda match: " " * len(match[0]), text)


def remarks_on_cost(words: str, costs: Sequence[float]) -> tuple[str, ...]:
    """Where the words of something to do end with a sum, it stays a word, and it is said how it is counted."""
    stays_a_word = any(match.end() == len(words) for match in _POUNDS.finditer(words))
    return (_BEHIND_THE_NAME,) if stays_a_word and not costs else ()


def in_pounds(amount: float) -> str:
    """A sum as it is said: “£40”, “£1,250” or “£12.50”."""
    return f"£{amount:,.0f}" if amount == int(amount) else f"£{amount:,.2f}"


def cost_words(action: Action) -> str:
    """What an action costs, as a sentence without its full stop; nothing where nobody said."""
    return "" if action.budget_pounds is None else f"It costs {in_pounds(action.budget_pounds)}"


def total(actions: Iterable[Action]) -> str:
    """What actions cost together, such as “£85”; nothing where none of them has a cost."""
    costs = [each.budget_pounds for each in actions if each.budget_pounds is not None]
    return in_pounds(round(sum(costs), 2)) if costs else ""


def is_sayable(amount: float) -> bool:
    """Whether a sum can be typed in a line: whole pence, and less than ten million pounds or so."""
    return read_cost(in_pounds(amount))[0] == (amount,)
