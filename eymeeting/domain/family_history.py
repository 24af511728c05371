"""What has changed in a family, told in a line each: “Baby was born: Zofia”, “Aga and Seán moved”."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from eymeeting.domain.family import Family
from eymeeting.domain.family_changing import Happening
from eymeeting.domain.in_words import listed
from eymeeting.domain.meeting import FamilyChange
from eymeeting.domain.names import short_names
from eymeeting.domain.people import Person

HAPPENED: Final[dict[Happening, str]] = {
    "born": "born",
    "name_change": "a new name",
    "moved": "moved",
    "left": "left",
    "joined": "joined, or came back",
    "died": "died",
}
"""What can be told of somebody, as it is chosen."""


_NAMED: Final = 2
"""How many of those who moved are named in one line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """One thing that happened, on its day. ``news`` are the ids of what is kept of it; none of a death."""

    what: Happening
    on: date
    who: tuple[str, ...]
    words: str
    news: tuple[str, ...] = ()


def what_has_happened(family: Family) -> tuple[Happened, ...]:
    """Everything that has changed, the newest first; those who moved on one day stand in one line.

    A name that was told at a meeting kept apart from somebody is not written out, nor the new name of somebody
    whose own is kept from another.
    """
    names = short_names(family)
    apart = {meeting.id for meeting in family.meetings if meeting.separate_from}
    found = [_died(person, names) for person in family.people if person.died is not None]
    moves: dict[tuple[date, str], list[FamilyChange]] = {}
    for news in family.family_changes:
        if news.event == "moved":
            moves.setdefault((news.on, news.meeting), []).append(news)
        else:
            found.append(_told(family, news, names, is_open=news.meeting not in apart))
    found += [_moved(each, names) for each in moves.values()]
    return tuple(sorted(found, key=lambda each: each.on, reverse=True))


def words_of(family: Family, news: FamilyChange) -> str:
    """One piece of news in a few words; of a move not who, since most often several are told of at once."""
    if news.event == "moved":
        return "somebody moved"
    apart = {meeting.id for meeting in family.meetings if meeting.separate_from}
    names = short_names(family)
    return _told(family, news, names, is_open=news.meeting not in apart).words


def _told(family: Family, news: FamilyChange, names: dict[str, str], *, is_open: bool) -> Happened:
    told = replace(family, family_changes=tuple(each for each in family.family_changes if each.id != news.id))
    before, after = told.person_on(news.person, news.on), family.person_on(news.person, news.on)
    name = names.get(news.person, "somebody")
    words = name if before is None or after is None else _WORDS[news.event](before, after, name, is_open)
    return Happened(what=news.event, on=news.on, who=(news.person,), words=words, news=(news.id,))


def _born(before: Person, after: Person, name: str, is_open: bool) -> str:
    if not is_open or before.called == after.called:
        return f"{name} was born"
    return f"{before.called} was born: {after.called}"


def _renamed(before: Person, after: Person, name: str, is_open: bool) -> str:
    if not is_open or after.hidden_from or before.full_name == after.full_name:
        return f"{name} has a new name"
    return f"{before.full_name} is now {after.full_name}"


def _joined(before: Person, _after: Person, name: str, _is_open: bool) -> str:
    return f"{name} joined the family" if before.left is None else f"{name} came back"


def _left(_before: Person, _after: Person, name: str, _is_open: bool) -> str:
    return f"{name} left"


def _moved(news: list[FamilyChange], names: dict[str, str]) -> Happened:
    who = tuple(dict.fromkeys(each.person for each in news))
    called = [names.get(each, "somebody") for each in who]
    several = [called[0], f"{len(called) - 1} others"] if len(called) > _NAMED else called
    words = f"{listed(several)} moved"
    return Happened(what="moved", on=news[0].on, who=who, words=words, news=tuple(each.id for each in news))


def _died(person: Person, names: dict[str, str]) -> Happened:
    return Happened(
        what="died",
        on=person.died or date.min,
        who=(person.id,),
        words=f"{names.get(person.id, person.called)} died",
    )


_WORDS: Final = {"born": _born, "name_change": _renamed, "joined": _joined, "left": _left}
