"""For whom a number is that was asked alone, in words and as choices."""

from __future__ import annotations

from collections.abc import Iterable

from eymeeting.domain.asked_alone import is_for_everyone, shown_to
from eymeeting.domain.family import Family
from eymeeting.domain.in_words import listed
from eymeeting.domain.meeting import Score
from eymeeting.domain.names import Member, names_in_picker, short_names
from eymeeting.domain.scoring import who_may_score

NOBODY_ELSE = ""
EVERYONE = "everyone"
SAID_SO = "yes"
SAY_SO = (("no", "No, leave it", ""), (SAID_SO, "Yes, they said so", ""))
"""The answers before somebody else may see a number; the safe one first."""


def for_whom(family: Family, score: Score) -> str:
    """Whom a number is for: the scorer and who asked, and whoever the scorer named."""
    if is_for_everyone(score):
        return "everyone on the plan"
    others = sorted(shown_to(score))
    return listed(_names(family, [*_two(score), *others])) if others else f"{two_of(family, score)} alone"


def two_of(family: Family, score: Score) -> str:
    """The scorer and who asked."""
    return listed(_names(family, _two(score)))


def choices_of_whom(family: Family, score: Score) -> list[tuple[str, str, str]]:
    """Nobody else, everyone, or each person and worker, with how it stands now."""
    members: list[Member] = [*who_may_score(family, score.meeting), *family.workers]
    names, also = names_in_picker(members), shown_to(score)
    everyone = is_for_everyone(score)
    return [
        (NOBODY_ELSE, f"Only {two_of(family, score)}", "" if also or everyone else "now"),
        (EVERYONE, "Everyone on the plan", "now" if everyone else ""),
        *(
            (each.id, names[each.id], "may see it" if each.id in also else "")
            for each in members
            if each.id not in (score.person, score.asked_by)
        ),
    ]


def opens_further(before: Score, after: Score) -> bool:
    """Whether somebody may see a number afterwards who might not before."""
    if is_for_everyone(before):
        return False
    return is_for_everyone(after) or bool(shown_to(after) - shown_to(before))


def did_they_say_so(family: Family, score: Score, who: str) -> str:
    """The question before a number is opened to somebody else, or to everyone."""
    [scorer] = _names(family, [score.person])
    whom = "everyone on the plan" if who == EVERYONE else _names(family, [who])[0]
    return f"Then {whom} may read it, on paper too. Did {scorer} say so?"


def _two(score: Score) -> list[str]:
    return [each for each in (score.person, score.asked_by) if each]


def _names(family: Family, ids: Iterable[str]) -> list[str]:
    names = short_names(family)
    return [names[each] for each in ids if each in names]
