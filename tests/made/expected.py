"""The families followed over time, and the words that must not reach one of them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

from db.interchange import read_families
from eymeeting.domain.family import Family
from eymeeting.domain.people import Person, Worker
from eymeeting.packs import default_pack

PACK: Final = default_pack()
OVER_TIME: Final = Path(__file__).parents[1] / "families" / "over_time.json"
TOLD_IN_CONFIDENCE: Final = (
    "forearm",
    "solicitor",
    "cupboard door",
    "named nurse",
    "See Efua alone",
    "GP letter",
)
"""What was said to workers alone at the second meeting of the Osei-Marchettis, or agreed because of it."""


@cache
def families() -> dict[str, Family]:
    """Each family by its reference."""
    return {family.ref: family for family in read_families(OVER_TIME.read_text("utf-8"))}


def person(ref: str, who: str) -> Person:
    """Somebody of a family."""
    found = families()[ref].person(who)
    assert found is not None
    return found


def worker(ref: str, who: str) -> Worker:
    """Somebody who helps a family."""
    found = families()[ref].worker(who)
    assert found is not None
    return found


def action_text(ref: str, action: str) -> str:
    """What was agreed."""
    return next(each.text for each in families()[ref].actions if each.id == action)


def kept_from_mark() -> tuple[str, ...]:
    """What must reach the father of EYM-0003 in no way: where the mother is, who helps her, what she has agreed."""
    service = worker("EYM-0003", "w1")
    return (
        *_way_to("EYM-0003", "p1"),
        *("refuge", "MARAC", "side door"),
        *(service.name, service.name.split()[-1], service.agency),
        *(action_text("EYM-0003", each) for each in ("a1", "a2", "a3")),
        *(each.text for each in families()["EYM-0003"].contributions if each.text),
    )


def kept_from_rana() -> tuple[str, ...]:
    """What must not reach the mother of EYM-0003: where the father is, and what he has agreed for himself."""
    return (*_way_to("EYM-0003", "p2"), "Quarry Lane", action_text("EYM-0003", "a4"))


def kept_from_kelly() -> tuple[str, ...]:
    """What must not reach the mother of EYM-0005: the carer's last name, and how to reach her."""
    return (*_way_to("EYM-0005", "p1"), person("EYM-0005", "p1").last_name)


def lins_own() -> tuple[str, ...]:
    """What the older child of EYM-0007 said to one worker alone, and what came of it."""
    said = [each for each in families()["EYM-0007"].child_words if each.visibility.level == "named"]
    return (*(each.words for each in said), "lunch", action_text("EYM-0007", "a3"))


def zoes_words() -> str:
    """What the younger child of EYM-0007 said for everyone."""
    return next(each.words for each in families()["EYM-0007"].child_words if each.who == "c1")


def only_scored_by(ref: str, who: str, other: str) -> tuple[str, ...]:
    """The parts of life that one of two gave a score, and the other did not, in the words of the paper."""
    areas = {
        each: {score.area for score in families()[ref].scores if score.person == each}
        for each in (who, other)
    }
    return tuple(PACK.area_name(area) for area in sorted(areas[who] - areas[other]))


def _way_to(ref: str, who: str) -> Iterator[str]:
    found = person(ref, who)
    yield from (each for each in (found.phone, found.email) if each)
    for home in families()[ref].households:
        if home.household == found.household:
            yield from (*home.lines, home.postcode)
