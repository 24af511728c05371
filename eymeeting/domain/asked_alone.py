"""Scores that are asked alone: who may see them, and for whom else they may be."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from eymeeting.domain.entry import FOR_THE_FAMILY, Visibility, new_id
from eymeeting.domain.family import Family
from eymeeting.domain.meeting import NoScore, Score
from eymeeting.domain.pack import Area, Pack
from eymeeting.domain.sight import Reader, sees


def areas_asked_alone(pack: Pack) -> tuple[Area, ...]:
    """The areas that are never asked in front of others, in the pack's order."""
    return tuple(area for area in pack.areas if area.on and area.ask_alone)


def may_open(family: Family, score: Score, keyboard: str, *, today: date, pack: Pack) -> bool:
    """Whether a score asked alone may stand on the page of whoever is at the keyboard.

    Whoever asked for it has heard it; anybody else goes by the rules of sight.
    """
    return score.asked_by == keyboard or sees(family, Reader(id=keyboard), score, today=today, pack=pack)


def told_before(
    family: Family, meeting: str, area: str, person: str, keyboard: str, *, today: date, pack: Pack
) -> Score | None:
    """What somebody said alone of an area, as far as whoever is at the keyboard may know of it.

    What they said to somebody else is between the two of them: not even that it was said is told.
    """
    return next(
        (
            each
            for each in family.scores
            if (each.meeting, each.area, each.person) == (meeting, area, person)
            and may_open(family, each, keyboard, today=today, pack=pack)
        ),
        None,
    )


def answered(
    family: Family,
    meeting: str,
    area: str,
    person: str,
    value: int | NoScore,
    *,
    asked_by: str,
    before: Score | None,
) -> tuple[Score | None, Score]:
    """The score before and after somebody answers. At first it is for the scorer and who asked.

    ``before`` is what they told whoever asks. What they told somebody else stands beside it.
    """
    if before is not None:
        return before, replace(before, value=value, asked_by=before.asked_by or asked_by)
    return None, Score(
        id=new_id(),
        position=family.next_position(Score),
        meeting=meeting,
        area=area,
        person=person,
        value=value,
        asked_by=asked_by,
        entered_by=asked_by,
    )


def shown_to(score: Score) -> frozenset[str]:
    """The ids of those a score is also for, beside the scorer and who asked; empty when it is for everyone."""
    if score.visibility is None or score.visibility.level != "named":
        return frozenset()
    return frozenset(score.visibility.to or ()) - {score.person, score.asked_by or ""}


def is_for_everyone(score: Score) -> bool:
    """Whether the scorer said that everyone on the plan may see it."""
    return score.visibility is not None and score.visibility.level == "family"


def for_everyone(score: Score) -> Score:
    """The score, for everyone on the plan; it still never stands on a joint screen."""
    return replace(score, visibility=FOR_THE_FAMILY)


def for_nobody_else(score: Score) -> Score:
    """The score, for the scorer and who asked alone."""
    return replace(score, visibility=None)


def for_one_more(score: Score, who: str) -> Score:
    """The score, for somebody else too; no longer for them when it was."""
    others = shown_to(score) ^ {who}
    if not others:
        return for_nobody_else(score)
    asked_by = () if score.asked_by is None else (score.asked_by,)
    return replace(score, visibility=Visibility(level="named", to=(*asked_by, *sorted(others))))
