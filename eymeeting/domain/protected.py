"""The texts that must be nowhere on one reader's paper, and how they are found in what people typed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from eymeeting.domain.as_people_write import (
    LAID_OUT_WITH,
    district,
    last_names_as_written,
    names_of_a_stranger,
    numbers_as_written,
    schools_as_written,
    streets_as_written,
)
from eymeeting.domain.consent import standings
from eymeeting.domain.dates import MONTHS, WEEKDAYS
from eymeeting.domain.family import Family
from eymeeting.domain.kept_homes import is_home_kept, is_reach_kept
from eymeeting.domain.meeting import FamilyChange
from eymeeting.domain.naming import is_protected_from, not_to_be_named, only_kept_apart
from eymeeting.domain.pack import Pack
from eymeeting.domain.people import Household, Worker
from eymeeting.domain.sight import Reader, is_kept_apart
from eymeeting.domain.text import folded

TELLING: Final = ("refuge", "refuges", "safe house", "safe houses")
"""Words that say where somebody is, when the address kept from the reader holds them."""

_HEADINGS: Final = """
area asked can change copy could family find for going happen have help helper helpers home hope how
last later life main mind moved near new next now our page part person phone place plan private scale
so soon there time together want way we well what when where who will wish you young your
"""
ON_EVERY_PAPER: Final = frozenset(" ".join([*MONTHS, *WEEKDAYS, _HEADINGS]).casefold().split())
"""Words that stand on every paper, so that a name like one of them cannot be searched for."""

_FIGURES: Final = re.compile(r"(?<=\d)(?:[^\w+]|_){1,3}(?=\d)")
_WITHOUT_SPACES: Final = re.compile("[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]{2,}")
"""A name in Chinese, Japanese, Thai, Lao or Khmer letters, which has no spaces around it in a sentence."""

_LONG_NUMBER: Final = 9
"""Figures in a number that is looked for across spaces: fewer could stand side by side by chance."""

_SHORTEST_NUMBER: Final = 6
"""Figures in the shortest number that is looked for: fewer could be a date or a count."""


def holds(text: str, protected: str) -> bool:
    """Whether a text holds a protected one.

    Capitals, accents, spaces, hyphens and apostrophes do not count, and only
    whole words do. Telephone and other long numbers are found
    however they are spaced, with or without 0 or +44 in front; postcodes with
    and without the space.
    """
    return holds_any(text, (protected,))


def holds_any(text: str, protected: Iterable[str]) -> bool:
    """Whether a text holds one of several protected ones, found as in ``holds``."""
    return any(True for _ in held_by(text, protected))


def held_by(text: str, protected: Iterable[str]) -> Iterator[str]:
    """The protected texts that a text holds, found as in ``holds``."""
    there = words_of(text)
    spaced, together = f" {' '.join(there)} ", "".join(there)
    figures = _FIGURES.sub("", text)
    return (each for each in protected if _is_there(_sought(each), spaced, together, figures))


@dataclass(frozen=True, slots=True)
class _Sought:
    """How one protected text is looked for: as a number, as a code, or as words side by side and in one."""

    number: str = ""
    code: str = ""
    ways: tuple[str, ...] = ()


@lru_cache(maxsize=2048)
def _sought(protected: str) -> _Sought:
    """Worked out once for all the texts of a paper in which it is looked for."""
    number = re.sub(r"[\s().+\-]", "", protected)
    if number.isdecimal() and len(number) >= _SHORTEST_NUMBER:
        return _Sought(number=number)
    words = words_of(protected)
    if not words:
        return _Sought()
    in_one = "".join(words)
    ways = dict.fromkeys((f" {' '.join(words)} ", f" {in_one} "))
    stands_alone = _is_code(words) or _WITHOUT_SPACES.fullmatch(in_one)
    return _Sought(code=in_one if stands_alone else "", ways=tuple(ways))


def _is_there(sought: _Sought, spaced: str, together: str, figures: str) -> bool:
    number = sought.number
    if len(number) >= _LONG_NUMBER:
        return re.sub(r"^(?:0044|44)?0*(?=\d{6})", "", number) in figures
    if number:
        return number in figures and re.search(rf"(?<!\d){number}(?!\d)", figures) is not None
    if sought.code and sought.code in together:
        return True
    return any(way in spaced for way in sought.ways)


def protected_words(family: Family, reader: Reader, *, today: date, pack: Pack) -> tuple[str, ...]:
    """Every text that must be nowhere on this reader's paper, each once.

    How to reach people and households hidden from the reader and their last
    names, health, pupil and case numbers of everybody, workers the family
    refused, and workers and new names that the reader cannot know of because
    they belong to a meeting that was kept apart from them. What the reader
    shares or knows anyway is not among them, and neither is a word that stands
    on every paper.
    """
    return tuple(protected_kinds(family, reader, today=today, pack=pack))


def protected_kinds(family: Family, reader: Reader, *, today: date, pack: Pack) -> Mapping[str, str]:
    """Each text of ``protected_words`` with the kind of thing it is, such as “an address”."""
    known = tuple(_known_to(family, reader, today=today, pack=pack))
    found = {
        "an address": _addresses(family, reader.id),
        "how to reach somebody": _contacts(family, reader.id),
        "somebody's number": _numbers(family),
        "the name or service of a helper": _workers(family, reader, today=today, pack=pack),
        "somebody's name": _names(family, reader.id),
    }
    distinct: dict[str, str] = {}
    for kind, texts in found.items():
        for text in texts:
            if _can_be_sought(text):
                distinct.setdefault(text.strip(), kind)
    return {each: kind for each, kind in distinct.items() if not any(holds(text, each) for text in known)}


def words_of(text: str) -> list[str]:
    """The words and numbers of a text, as they are compared."""
    return re.findall(r"\w+", folded(text))


def _is_code(words: list[str]) -> bool:
    """A postcode, a pupil number: one word or two, figures in each and letters among them."""
    together = "".join(words)
    return (
        1 <= len(words) <= 2
        and len(together) >= 5
        and not together.isdecimal()
        and all(re.search(r"\d", each) for each in words)
    )


def _can_be_sought(text: str) -> bool:
    words = words_of(text)
    if len(words) == 1 and {words[0], f"{words[0]}s"} & (ON_EVERY_PAPER | LAID_OUT_WITH):
        return False
    return bool(words) and not ("".join(words).isdecimal() and len("".join(words)) < _SHORTEST_NUMBER)


def _known_to(family: Family, reader: Reader, *, today: date, pack: Pack) -> Iterator[str]:
    """What the reader knows anyway, or what stands on every paper."""
    yield from printed_words(pack)
    yield family.ref
    yield from (each.agency for each in standings(family, reader.id, today=today))
    for worker in family.workers:
        if not not_to_be_named(family, reader, worker, today=today, pack=pack):
            yield from (worker.agency, worker.name, worker.phone or "", worker.email or "")
    for person in family.people:
        yield from (person.first_name, person.preferred_name or "")
        if not is_protected_from(person, reader.id):
            yield person.last_name
    me = family.person(reader.id)
    if me is not None:
        yield from (me.full_name, me.phone or "", me.email or "", me.school or "", me.gp or "")
        for home in family.households:
            if home.household == me.household:
                yield from (*home.lines, home.postcode)


def printed_words(pack: Pack) -> Iterator[str]:
    """What the pack lets stand on papers: the organisation, the parts of life, its sentences."""
    yield pack.organisation
    yield from (area.name for area in pack.areas)
    words = pack.sentences
    for sentences in (words.sharing, words.harm, words.keeping, words.wrong, words.worried):
        yield from sentences
    yield words.scale


def _addresses(family: Family, reader: str) -> Iterator[str]:
    for home in _hidden_homes(family, reader):
        yield home.postcode
        if not any(holds(venue, district(home.postcode)) for venue in _venues(family, reader)):
            yield district(home.postcode)
        for line in home.lines:
            yield line
            yield from streets_as_written(line)
            if holds_any(line, TELLING):
                yield from TELLING


def _venues(family: Family, reader: str) -> list[str]:
    """Where the reader may have been."""
    return [each.venue for each in family.meetings if not is_kept_apart(family, each.id, reader)]


def _hidden_homes(family: Family, reader: str) -> list[Household]:
    """Those kept from the reader, and every home of somebody who is."""
    return [home for home in family.households if is_home_kept(family, home, reader)]


def _contacts(family: Family, reader: str) -> Iterator[str]:
    for person in family.people:
        if person.id != reader and is_reach_kept(family, person, reader):
            yield from (each for each in (person.phone, person.email, person.school, person.gp) if each)
            yield from numbers_as_written(person.phone or "")
            yield from schools_as_written(person.school or "")


def _numbers(family: Family) -> Iterator[str]:
    yield family.details.case_system_number or ""
    for person in family.people:
        yield from (person.nhs_number or "", person.upn or "")
    for worry in family.safeguarding:
        yield worry.referral_ref or ""


def _workers(family: Family, reader: Reader, *, today: date, pack: Pack) -> Iterator[str]:
    for worker in family.workers:
        if not not_to_be_named(family, reader, worker, today=today, pack=pack):
            continue
        yield worker.name
        if only_kept_apart(family, reader, worker, today=today, pack=pack):
            yield from _of_a_stranger(worker)


def _of_a_stranger(worker: Worker) -> Iterator[str]:
    yield from (worker.agency, worker.phone or "", worker.email or "")
    yield from numbers_as_written(worker.phone or "")
    yield from names_of_a_stranger(worker.name)


def _own_script(family: Family, change: FamilyChange) -> str:
    """Somebody's name in their own script, which may be the new one."""
    person = family.person(change.person)
    return (person.own_script or "") if person is not None and (change.first_name or change.last_name) else ""


def _names(family: Family, reader: str) -> Iterator[str]:
    """Last names kept from the reader, and new names told at a meeting kept apart from them."""
    hidden = {person.id for person in family.people if is_protected_from(person, reader)}
    shared = [person.last_name for person in family.people if person.id not in hidden]
    for person in family.people:
        if person.id in hidden:
            yield from (person.last_name, person.own_script or "")
            if not any(holds(each, person.last_name) for each in shared):
                yield from last_names_as_written(person)
    for change in family.family_changes:
        if change.person in hidden:
            yield change.last_name or ""
        if is_kept_apart(family, change.meeting, reader):
            yield from (change.first_name or "", change.last_name or "", _own_script(family, change))
