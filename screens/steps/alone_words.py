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


def _two(score: Score) -> list[str]:
    return [each for each in (score.person, score.asked_by) if each]


def _names(family: Family, ids: Iterable[str]) -> list[str]:
    names = short_names(family)
    return [names[each] for each in ids if each in names]
