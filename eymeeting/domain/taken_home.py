"""What of three things stays off one copy, so that the paper is safe in the home it goes to.

A helpline number, a telephone number or a helper's name can raise danger where there is abuse.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Final, TypeVar

from eymeeting.domain.copies import FamilyCopy, Helper
from eymeeting.domain.family import Family
from eymeeting.domain.in_words import listed
from eymeeting.domain.meeting import Copy
from eymeeting.domain.pack import Pack
from eymeeting.domain.problems import Refused
from eymeeting.domain.protected import ON_EVERY_PAPER, holds_any, printed_words
from eymeeting.domain.reach import chair_of

T = TypeVar("T")
A_HELPER: Final = "a helper"
SOMEBODY_KNOWN: Final = "somebody we know"
_NUMBER_LEFT: Final = "…"
_PHONE: Final = re.compile(
    r"(?<![\w/.:-])"
    r"(?!\d{1,2}-\d{1,2}-\d{2,4}\b)"
    r"(?:\+\s?\d|\(?0)(?:[\s()\-.]{0,2}\d){6,13}"
    r"(?![\w/:])"
)
"""A telephone number with its first nought or plus: seven figures or more, however they are grouped.

The short ones that everybody knows, such as 999, are none of these.
"""

_A_DAY_OR_TIMES: Final = re.compile(r"\d{1,2}[.\-]\d{2}(?:[.\-]\d{2,4})?(?:\s*[\-–]?\s*\d{1,2}[.]\d{2})?")
_SEVERAL_HELPERS: Final = re.compile(rf"{A_HELPER}(?:(?:,| and|, and) {A_HELPER})+", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenHome:
    """What goes with one copy: the box for when people are worried, telephone numbers, the names of helpers."""

    worried: bool = True
    phones: bool = True
    helpers: bool = True


EVERYTHING: Final = TakenHome()
PARTS: Final[Mapping[str, str]] = {
    "worried": "the box “If you are worried”",
    "phones": "telephone numbers",
    "helpers": "the names of helpers",
}
"""What can be left out, in plain words."""


def every_way() -> Iterator[TakenHome]:
    """All the ways in which a copy can be taken home, the whole one first."""
    for worried in (True, False):
        for phones in (True, False):
            for helpers in (True, False):
                yield TakenHome(worried=worried, phones=phones, helpers=helpers)


def without_in_words(takes: TakenHome) -> str:
    """Such as “without telephone numbers and the names of helpers”; empty where everything goes."""
    left = [words for name, words in PARTS.items() if not getattr(takes, name)]
    return f"without {listed(left)}" if left else ""


def stays_off(takes: TakenHome) -> tuple[str, ...]:
    """What is written down of a copy: the parts that stayed off it, such as “phones”; empty where all went."""
    return tuple(name for name in PARTS if not getattr(takes, name))


def taken_home_without(parts: Iterable[str]) -> TakenHome:
    """What went with a copy that these parts stayed off.

    Raises:
        Refused: one of them is nothing that can be left out.
    """
    left = tuple(parts)
    for part in left:
        if part not in PARTS:
            raise Refused(
                f"“{part}” cannot be left out, only {listed(tuple(PARTS), 'or')}. Nothing was written."
            )
    return replace(EVERYTHING, **dict.fromkeys(left, False))


def stayed_off_in_words(copy: Copy) -> str:
    """Such as “without telephone numbers”; empty where all went with it, or nobody wrote down what did."""
    return without_in_words(replace(EVERYTHING, **dict.fromkeys(set(copy.without or ()) & set(PARTS), False)))


def said_of_a_copy(family: Family, copy: Copy, keyboard: str) -> str:
    """What stayed off a copy, in words, for whoever made it and the chair of its meeting.

    For anybody else nothing: whoever is not to see a number must not learn either that it was left out.
    """
    close = keyboard in (copy.made_by, chair_of(family, copy.meeting))
    return stayed_off_in_words(copy) if keyboard and close else ""


def as_taken_home(copy: FamilyCopy, family: Family, takes: TakenHome, *, pack: Pack) -> FamilyCopy:
    """The copy without what stays off it. Nobody reads on it that something was left out.

    A sentence of the box that holds a telephone number goes with the numbers.
    Helpers' jobs go with their names: a job tells as much.
    """
    if not takes.worried:
        copy = replace(copy, worried=())
    if not takes.phones:
        spoken = tuple(each for each in copy.worried if without_numbers(each) == each)
        copy = _changed(replace(copy, worried=spoken, helper=_unrung(copy.helper)), without_numbers)
    if not takes.helpers:
        names = _helpers_names(family, pack)
        copy = _changed(_with_no_helper(copy, family), lambda text: _without_names(text, names))
    return copy


def left_at_the_centre(family: Family, takes: TakenHome, *, pack: Pack) -> Mapping[str, str]:
    """What must then be nowhere in the finished file, each with its kind."""
    found: dict[str, str] = {}
    if not takes.phones:
        phones = (*(each.phone for each in family.workers), *(each.phone for each in family.people))
        found |= {each: "a telephone number" for each in phones if each and without_numbers(each) != each}
    if not takes.helpers:
        found |= dict.fromkeys(_full_names(family, pack), "the name of a helper")
    return found


def without_numbers(text: str) -> str:
    """A text with a mark in place of each telephone number."""
    return _PHONE.sub(lambda found: found[0] if _A_DAY_OR_TIMES.fullmatch(found[0]) else _NUMBER_LEFT, text)


def _unrung(helper: Helper | None) -> Helper | None:
    return None if helper is None else replace(helper, phone=None)


def _with_no_helper(copy: FamilyCopy, family: Family) -> FamilyCopy:
    workers = {each.name for each in family.workers} | {
        f"{each.name} ({each.role})" for each in family.workers
    }
    away = tuple(each for each in copy.could_not_come if each.name not in workers)
    copy = replace(copy, helper=_known(copy.helper), helpers_there=(), could_not_come=away)
    end = copy.ending
    if end is not None:
        copy = replace(copy, ending=replace(end, goes_on_with=_known(end.goes_on_with)))
    return copy


def _known(helper: Helper | None) -> Helper | None:
    return None if helper is None else replace(helper, name=SOMEBODY_KNOWN, role="")


def _full_names(family: Family, pack: Pack) -> tuple[str, ...]:
    """The names of all workers that are not printed by the pack itself, the longest first."""
    printed = "\n__\n".join(printed_words(pack))
    names = {each.name.strip() for each in family.workers} - {""}
    return tuple(sorted((each for each in names if not holds_any(printed, (each,))), key=len, reverse=True))


def _helpers_names(family: Family, pack: Pack) -> re.Pattern[str]:
    """Every way in which a worker may be named: in full with the job or without, by first or by last name.

    A first or last name that somebody of the family has too, or that is a
    common word, is nobody's in particular.
    """
    theirs = {
        word.casefold()
        for each in family.people
        for word in f"{each.first_name} {each.called} {each.last_name}".split()
    }
    ways = [f"{each.name} ({each.role})" for each in family.workers if each.name.strip()]
    ways += _full_names(family, pack)
    ways += [
        word
        for name in _full_names(family, pack)
        for word in (name.split()[0], name.split()[-1])
        if len(word) > 1 and word.casefold() not in theirs | ON_EVERY_PAPER and word[:1].isupper()
    ]
    named = "|".join(re.escape(each).replace(r"\ ", r"\s+") for each in dict.fromkeys(ways))
    return re.compile(rf"(?<!\w)(?:(?:Mrs|Mr|Ms|Miss|Dr)\.?\s+)?(?:{named or '(?!)'})(?!\w)")


def _without_names(text: str, names: re.Pattern[str]) -> str:
    without = _SEVERAL_HELPERS.sub("helpers", names.sub(A_HELPER, text))
    return without[:1].upper() + without[1:] if text[:1].isupper() else without


def _changed(part: T, change: Callable[[str], str]) -> T:
    """The same value with every text in it changed."""
    if isinstance(part, str):
        return change(part)  # type: ignore[return-value]
    if isinstance(part, tuple):
        return tuple(_changed(each, change) for each in part)  # type: ignore[return-value]
    if is_dataclass(part) and not isinstance(part, type):
        told = {each.name: _changed(getattr(part, each.name), change) for each in fields(part)}
        return replace(part, **told)
    return part
