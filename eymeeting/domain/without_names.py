"""Families told apart by their references alone: their names out of what somebody typed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from eymeeting.domain.as_people_write import is_a_street
from eymeeting.domain.family import Family
from eymeeting.domain.people import Person
from eymeeting.domain.protected import ON_EVERY_PAPER, words_of
from eymeeting.domain.text import folded

_WORD: Final = re.compile(r"\w+")
_BREAK: Final = re.compile(r"[,;:!?/()\n]|\.\s")
_FEWEST_LETTERS: Final = 2
_A_NAME: Final = "a name"
_SOMEBODY: Final = "somebody"
_NO_NAMES: Final = frozenset({"the", "and", "of", "in", "for", "our", "my"})
"""Words in what families call themselves that are nobody's name."""


def names_of(family: Family) -> tuple[str, ...]:
    """Every name by which somebody could tell who a family is, whole and word by word, each once."""
    return tuple(dict.fromkeys(name for name, _ in _named(family)))


def ways_to_find(family: Family) -> tuple[str, ...]:
    """Where a family lives, how to reach it and its numbers, each once; the town alone tells nobody."""
    told: list[str | None] = [family.details.case_system_number]
    for person in family.people:
        told += [person.phone, person.email, person.nhs_number, person.upn]
    for home in family.households:
        told += [*home.lines[:1], *(line for line in home.lines if _tells_where(line)), home.postcode]
    return tuple(dict.fromkeys(each for each in told if each and each.strip()))


def _tells_where(line: str) -> bool:
    return bool(re.search(r"\d", line)) or is_a_street(line)


def without_names(text: str, family: Family, others: Iterable[Family] = ()) -> str:
    """The text with a relationship in brackets where somebody of the family is named: “Ring [mother]”.

    Names are found whatever their case and accents; one that is a word of every
    day, such as Will or May, only where its capital letter does not begin a
    sentence. Names of ``others`` become “[a name]”.
    """
    labels: dict[tuple[str, ...], str] = {}
    for name, label in (*_named(family), *((name, _A_NAME) for each in others for name in names_of(each))):
        labels.setdefault(tuple(words_of(name)), label)
    labels.pop((), None)
    return _replaced(text, {name: _kept_plain(label, labels) for name, label in labels.items()})


def _kept_plain(label: str, names: Iterable[tuple[str, ...]]) -> str:
    """A relationship without what is added to it in brackets; another word where it holds a name itself."""
    plain = re.sub(r"\s*\([^)]*\)", "", label).strip()
    words = set(words_of(plain))
    telling = {each for name in names for each in name} - ON_EVERY_PAPER
    return _SOMEBODY if not words or words & telling else plain


def _replaced(text: str, labels: Mapping[tuple[str, ...], str]) -> str:
    words = list(_WORD.finditer(text))
    plain = [folded(each[0]) for each in words]
    longest = max((len(each) for each in labels), default=0)
    told, done, at = "", 0, 0
    while at < len(words):
        name = _name_at(text, words, plain, at, labels, longest)
        if name:
            told += f"{text[done : words[at].start()]}[{labels[name]}]"
            at += len(name)
            done = words[at - 1].end()
        else:
            at += 1
    return told + text[done:]


def _name_at(
    text: str,
    words: list[re.Match[str]],
    plain: list[str],
    at: int,
    labels: Mapping[tuple[str, ...], str],
    longest: int,
) -> tuple[str, ...]:
    """The longest name that begins at a word; nothing where none does."""
    for length in range(longest, 0, -1):
        name = tuple(plain[at : at + length])
        if len(name) != length or name not in labels:
            continue
        told = text[words[at].start() : words[at + length - 1].end()]
        if _is_meant(text, words[at]) if length == 1 else not _BREAK.search(told):
            return name
    return ()


def _is_meant(text: str, word: re.Match[str]) -> bool:
    if folded(word[0]) not in ON_EVERY_PAPER:
        return True
    before = text[: word.start()].rstrip()
    return word[0][:1].isupper() and bool(before) and before[-1] not in ".!?:"


def _named(family: Family) -> Iterator[tuple[str, str]]:
    """Each name with what stands in its place; whole names before the words of them."""
    for person in family.people:
        for name in _names(family, person):
            yield name, person.relationship
    for person in family.people:
        for first in (person.first_name, person.preferred_name or ""):
            yield from _words_in(first, person.relationship)
    for name in (family.details.family_name, family.details.chosen_name or ""):
        if name.strip():
            yield name, "family"
            yield from _words_in(name, "family")
    lasts = dict.fromkeys([family.details.family_name, *(person.last_name for person in family.people)])
    for last in lasts:
        yield from _words_in(last, "family")
        if last.strip():
            yield f"{last.strip()}s", "family"
    for person in family.people:
        yield from _words_in(person.own_script or "", person.relationship)
    for change in family.family_changes:
        yield from _words_in(f"{change.first_name or ''} {change.last_name or ''}", "family")


def _names(family: Family, person: Person) -> Iterator[str]:
    firsts = (person.first_name, person.preferred_name or "", person.own_script or "")
    changed = [each for each in family.family_changes if each.person == person.id]
    lasts = (person.last_name, *(each.last_name or "" for each in changed))
    for first in filter(None, (*firsts, *(each.first_name or "" for each in changed))):
        yield from (f"{first} {last}" for last in lasts if last)
        yield from (f"{last} {first}" for last in lasts if last)


def _words_in(name: str, label: str) -> Iterator[tuple[str, str]]:
    for word in _WORD.findall(name):
        if len(word) >= _FEWEST_LETTERS and folded(word) not in _NO_NAMES:
            yield word, label
