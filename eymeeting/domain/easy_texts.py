"""The texts of a family copy that may have short words in their place, in the order of the paper."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from eymeeting.domain.copies import Change, FamilyCopy, PlannedAction
from eymeeting.domain.pack import Pack

Turn = Callable[[str, str], str]
"""What a text becomes, given the part of the copy it stands in and the text."""

_SENTENCE: Final = re.compile(r"(?<=[.!?])\s+")


def texts_on(copy: FamilyCopy) -> Mapping[str, str]:
    """Each text of the copy that is not in easy words by itself, with the part it stands in first."""
    found: dict[str, str] = {}

    def gather(part: str, text: str) -> str:
        found.setdefault(text, part)
        return text

    turned(copy, gather)
    return found


def turned(copy: FamilyCopy, turn: Turn) -> FamilyCopy:
    """The copy with each of its texts turned, in the order in which they stand on the paper."""
    end = copy.ending
    copy = replace(
        copy,
        ending=end and replace(end, keep_doing=_each("What we will keep doing", end.keep_doing, turn)),
        own_plan=copy.own_plan and replace(copy.own_plan, words=_one("Our plan", copy.own_plan.words, turn)),
        done=_planned("What we did", copy.done, turn),
        what_helped=_each("What we did", copy.what_helped, turn),
        going_well=_each("What is good", copy.going_well, turn),
    )
    copy = copy if end else _wishes_turned(copy, turn)
    return replace(
        copy,
        actions=_planned(copy.to_do, copy.actions, turn),
        no_longer_needed=_each(copy.to_do, copy.no_longer_needed, turn),
        worried=_each("If you are worried", copy.worried, turn),
        scale=turn("Where we are on the scale", copy.scale) if copy.scores and copy.scale else copy.scale,
        sharing=_each("If you change your mind", copy.sharing, turn),
    )


def _wishes_turned(copy: FamilyCopy, turn: Turn) -> FamilyCopy:
    """What the family wants: at the end of a plan it stands on no copy."""
    part = "What we want to change"
    return replace(
        copy,
        changes=tuple(
            Change(area=each.area, life_when=_one(part, each.life_when, turn)) for each in copy.changes
        ),
        wanted=_each(part, copy.wanted, turn),
        life_when=_each(part, copy.life_when, turn),
    )


def _planned(part: str, actions: tuple[PlannedAction, ...], turn: Turn) -> tuple[PlannedAction, ...]:
    return tuple(
        replace(
            each,
            what=turn(part, each.what),
            words=_one(part, each.words, turn),
            how_we_will_know=_one(part, each.how_we_will_know, turn),
        )
        for each in actions
    )


def _each(part: str, texts: tuple[str, ...], turn: Turn) -> tuple[str, ...]:
    return tuple(turn(part, text) for text in texts)


def _one(part: str, text: str | None, turn: Turn) -> str | None:
    return turn(part, text) if text else text


def one_by_one(paragraphs: tuple[str, ...], pack: Pack) -> Iterator[str]:
    """The council's sentences about sharing one by one, as the pack has them, or else cut where each ends."""
    words = pack.sentences
    parts = ((*words.sharing, *words.harm), (*words.keeping, *words.wrong))
    whole = {" ".join(part): part for part in parts}
    for paragraph in paragraphs:
        yield from whole.get(paragraph) or _SENTENCE.split(paragraph)
