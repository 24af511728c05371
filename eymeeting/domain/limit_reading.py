"""What a limit to sharing says, read from people's own words by plain rules.

A limit counts only when every word of it is understood: one that is not may take back or narrow
whatever stands beside it, as in “money, but ask me first”. These words are known:

- a part of life, by its name in the pack, by what the name joins (“school” of “Nursery, school and
  learning”), by its id or one of a few other words;
- somebody of the family by name where no two are called so, and “the children”;
- goals, actions and scores, which narrow a part of life; “what helps Abena” means actions;
- attendance, days and the due date;
- words that add nothing, as “only”, “about”, “what”.

“and” or a comma stands between two things a limit lets through, but what it joins of one sort
belongs together: “Abena's health and school” is about Abena both times.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from eymeeting.domain.family import Family
from eymeeting.domain.names import people_now
from eymeeting.domain.pack import Area, Pack
from eymeeting.domain.text import folded

Kind = Literal["goals", "actions", "scores"]
KINDS: Final[tuple[Kind, ...]] = ("goals", "actions", "scores")
"""What there is of a part of life, in the order in which it is told."""

Sort = Literal["area", "person", "kind", "attendance", "days", "due date"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """One thing a limit lets through. Ids are in the order of the pack and of the family.

    Without ``attendance`` and ``due_date`` it is what there is of the ``kinds`` in these ``areas``;
    with ``people``, the actions these have a part in. With neither, it is the days alone.
    """

    areas: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = KINDS
    attendance: bool = False
    due_date: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitRead:
    """What a limit lets through, and the first words of it that nobody can be sure of; then it opens nothing."""

    opened: tuple[Opened, ...] = ()
    not_understood: str = ""


@dataclass(frozen=True, slots=True)
class _Meaning:
    """What a word stands for. ``ids`` are areas, people or kinds."""

    sort: Sort
    ids: frozenset[str] = frozenset()


_Word = _Meaning | str
"""A word with a meaning, or one that joins two things."""

_WORD: Final = re.compile(r"[^\W_]+(?:['-][^\W_]+)*|\S")
_JOINS: Final = frozenset({",", ".", "&", "+", "/", "and", "plus", "also"})
_WORDS_THAT_ADD_NOTHING: Final = """
a about all anything are at do doing everything for how in is it just of on only our part parts said
that the thing things to us we what where with would - – — : ! ( ) " “ ” '
"""
_ADDS_NOTHING: Final = frozenset(_WORDS_THAT_ADD_NOTHING.split())
_ALSO_CALLED: Final[Mapping[str, tuple[str, ...]]] = {
    "money": ("finances", "money matters"),
    "home": ("house", "housing", "where we live"),
    "learning": ("college", "education"),
    "safety": ("being safe",),
}
"""Other words for a part of life of the default pack. What is only a piece of it, as “debts”, is not one."""

_WORDS_TOO_WIDE: Final = """
child children everybody everyone everything family friends help life meeting meetings people plan support us
"""
_TOO_WIDE: Final = frozenset(_WORDS_TOO_WIDE.split())
"""Words that people say of more than one part of life, even where a pack calls one so."""

_OTHER_WORDS: Final[tuple[tuple[str, Sort, *tuple[Kind, ...]], ...]] = (
    *((words, "kind", "goals") for words in ("goals", "priorities", "what matters most")),
    *((words, "kind", "actions") for words in ("action", "actions", "help", "helps", "helping")),
    *((words, "kind", "scores") for words in ("score", "scores")),
    *((words, "attendance") for words in ("attendance", "who came", "who comes", "who was there")),
    *((words, "days") for words in ("date", "dates", "days", "meetings", "meeting dates", "meeting days")),
    *((words, "days") for words in ("next meeting", "when we meet", "when and where we meet")),
    *((words, "due date") for words in ("due date", "baby due date", "when the baby is due")),
)
_ONE_THING: Final[frozenset[frozenset[Sort]]] = frozenset(
    frozenset(sorts)
    for sorts in (
        ("area",),
        ("area", "kind"),
        ("area", "person"),
        ("area", "person", "kind"),
        ("person", "kind"),
        ("attendance",),
        ("attendance", "person"),
        ("due date",),
        ("due date", "person"),
        ("days",),
    )
)
"""The sorts of words that together are one thing a limit can open."""


def read_limit(limit: str, family: Family, pack: Pack) -> LimitRead:
    """What one person's limit lets through. Empty words let nothing through."""
    known = _known(family, pack)
    words, strange = _with_meanings(_words(limit), known)
    if strange:
        return LimitRead(not_understood=strange)
    opened = []
    for thing in _things(words):
        found = _opened(thing, family, pack)
        if found is None:
            return LimitRead(not_understood=limit.strip())
        opened.append(found)
    return LimitRead(opened=tuple(opened))


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.removesuffix("'s") for word in _WORD.findall(folded(text).replace("_", " ")))


def _with_meanings(
    words: Sequence[str], known: Mapping[tuple[str, ...], _Meaning]
) -> tuple[list[_Word], str]:
    """What the words stand for, the longest first; and the first word that stands for nothing."""
    longest = max(map(len, known))
    found: list[_Word] = []
    at = 0
    while at < len(words):
        lengths = range(min(longest, len(words) - at), 0, -1)
        length = next((n for n in lengths if tuple(words[at : at + n]) in known), 0)
        if length:
            found.append(known[tuple(words[at : at + length])])
        elif words[at] in _JOINS:
            found.append(words[at])
        elif words[at] not in _ADDS_NOTHING:
            return found, words[at]
        at += max(length, 1)
    return found, ""


def _things(words: Sequence[_Word]) -> Iterator[list[_Meaning]]:
    """The words of each thing. What is joined and of one sort belongs together."""
    thing: list[_Meaning] = []
    is_joined = False
    for word in words:
        if isinstance(word, str):
            is_joined = True
            continue
        if thing and is_joined and thing[-1].sort != word.sort:
            yield thing
            thing = []
        thing.append(word)
        is_joined = False
    if thing:
        yield thing


def _opened(thing: Sequence[_Meaning], family: Family, pack: Pack) -> Opened | None:
    """What a thing opens; nothing where its words do not go together, or ask for more than somebody's actions."""
    ids: dict[Sort, set[str]] = {}
    for word in thing:
        ids.setdefault(word.sort, set()).update(word.ids)
    kinds = tuple(kind for kind in KINDS if kind in ids.get("kind", KINDS))
    if frozenset(ids) not in _ONE_THING or ("person" in ids and "actions" not in kinds):
        return None
    return Opened(
        areas=tuple(area.id for area in pack.areas if area.id in ids.get("area", ())),
        people=tuple(each.id for each in family.people if each.id in ids.get("person", ())),
        kinds=("actions",) if "person" in ids else kinds,
        attendance="attendance" in ids,
        due_date="due date" in ids,
    )


def _known(family: Family, pack: Pack) -> Mapping[tuple[str, ...], _Meaning]:
    now = people_now(family)
    names = tuple(
        (name, person.id)
        for person in (*family.people, *now)
        for name in (person.first_name, person.called, person.full_name)
    )
    return _vocabulary(pack.areas, names, tuple(each.id for each in now if each.kind != "adult"))


@lru_cache(maxsize=4)
def _vocabulary(
    areas: tuple[Area, ...], names: tuple[tuple[str, str], ...], children: tuple[str, ...]
) -> Mapping[tuple[str, ...], _Meaning]:
    """Every word with one meaning. What could mean two things is left out."""
    meant: dict[tuple[str, ...], set[_Meaning]] = {}
    known: list[tuple[str, Sort, tuple[str, ...]]] = [
        *((name, "area", (area.id,)) for area in areas for name in _called(area)),
        *((name, "person", (person,)) for name, person in names),
        *((word, "person", children) for word in ("children", "kids") if children),
        *((words, sort, tuple(kinds)) for words, sort, *kinds in _OTHER_WORDS),
    ]
    for words, sort, ids in known:
        phrase = _words(words)
        if phrase:
            meant.setdefault(phrase, set()).add(_Meaning(sort, frozenset(ids)))
    return {phrase: meanings.pop() for phrase, meanings in meant.items() if len(meanings) == 1}


def _called(area: Area) -> set[str]:
    """What people may call a part of life."""
    joined = (each.strip() for each in re.split(r",|\band\b", folded(area.name)))
    pieces = {each.removeprefix("our ") for each in (*joined, folded(area.id))}
    narrow = {each for each in pieces if each not in _TOO_WIDE}
    return {area.name, *narrow, *_ALSO_CALLED.get(area.id, ())}
