"""What may give somebody away: texts from which a reader could learn where somebody is who is kept from them.

Addresses and numbers are kept off every paper anyway. These are the softer things: the school of a child
who lives there, the bus at a quarter to nine. They are told to the chair, and forbid nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, Final, cast

from eymeeting.domain.entry import Entry
from eymeeting.domain.family import Family, collections
from eymeeting.domain.named_places import THE_SCHOOL, NamedPlace, places_in
from eymeeting.domain.onlookers import Onlooker, onlookers
from eymeeting.domain.pack import Pack
from eymeeting.domain.protected import holds, holds_any, words_of
from eymeeting.domain.reach import reach
from eymeeting.domain.sight import Reader, sees
from eymeeting.domain.without_times import times_in

_TOLD: Final[dict[str, tuple[str, tuple[str, ...]]]] = {
    "lines": ("line", ("text",)),
    "actions": ("action", ("text", "how_we_will_know", "child_words")),
    "updates": ("news of an action", ("note", "reason")),
    "contributions": ("helper's view", ("working", "worry", "can_offer", "text")),
    "child_words": ("child's words", ("words",)),
    "priorities": ("wish", ("life_when",)),
    "scores": ("note beside a score", ("note",)),
    "closures": ("ending", ("family_said", "keep_doing", "who_to_call")),
    "known": ("panel note", ("text",)),
}
"""The texts that are looked at, by where they are kept, and what such a thing is called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A text of ``about`` which ``from_whom`` may read, and which may give ``protects`` away.

    ``only_times``: the place is known to them, so that it is enough to leave out the times of day.
    """

    about: Entry
    field: str
    from_whom: tuple[str, ...]
    protects: str
    says: str
    only_times: bool = False

    @property
    def words(self) -> str:
        """The words themselves."""
        held = getattr(self.about, self.field)
        return " ".join(held) if isinstance(held, tuple) else str(held)


def gives_away(family: Family, *, today: date, pack: Pack) -> tuple[Suggestion, ...]:
    """What may give somebody away and is not kept from the reader yet, at most once for each thing and reader.

    Nothing at all for a family in which nobody is kept from anybody.
    """
    found: dict[tuple[str, str, str, str, bool], Suggestion] = {}
    for reader in onlookers(family, today, pack):
        for each in _for_one(reader):
            key = (each.about.id, each.field, each.protects, each.says, each.only_times)
            before = found.get(key)
            found[key] = (
                each if before is None else replace(before, from_whom=(*before.from_whom, *each.from_whom))
            )
    return tuple(found.values())


def as_if_open(family: Family) -> Family:
    """The family as if nothing were kept from single people: to find again what was kept from them."""
    told: dict[str, Any] = {name: tuple(map(_opened, getattr(family, name))) for name in _TOLD}
    return replace(family, **told)


def _for_one(reader: Onlooker) -> Iterator[Suggestion]:
    for name, entries in collections(reader.family):
        kind, told = _TOLD.get(name, ("", ()))
        for entry in entries if told else ():
            found = _of_entry(reader, entry, kind, told)
            if found is not None:
                yield found


def _of_entry(reader: Onlooker, entry: Entry, kind: str, told: tuple[str, ...]) -> Suggestion | None:
    for field in told:
        held = getattr(entry, field)
        text = " ".join(held) if isinstance(held, tuple) else held
        named = _named(reader, text) if text else None
        if named is None:
            continue
        protects = _whom(reader, entry, text)
        if protects is None or not _may_read(reader, entry) or holds_any(text, reader.protected):
            continue
        place, only_times = named
        return Suggestion(
            about=entry,
            field=field,
            from_whom=(reader.id,),
            protects=protects,
            says=_sentence(kind, place, has_times=bool(times_in(text)), only_times=only_times),
            only_times=only_times,
        )
    return None


def _may_read(reader: Onlooker, entry: Any) -> bool:
    kept = (*(getattr(entry, "not_for", None) or ()), *(getattr(entry, "times_not_for", None) or ()))
    if reader.id in kept:
        return False
    return sees(reader.family, Reader(id=reader.id), entry, today=reader.today, pack=reader.pack)


def _named(reader: Onlooker, text: str) -> tuple[str, bool] | None:
    """What a text names in the words of a sentence, and whether its time of day alone tells something new."""
    words = set(words_of(text))
    for said, telling in reader.theirs:
        if telling & words:
            return said, False
    for said, name in reader.unknown:
        if holds(text, name):
            return said, False
    places = [each for each in places_in(text) if not _is_somebody(reader.family, each)]
    new = [each for each in places if each.said == THE_SCHOOL or not each.name or not reader.knows(each.name)]
    if new:
        return min(new, key=lambda each: each.said != THE_SCHOOL).said, False
    return (places[-1].name, True) if places and times_in(text) else None


def _is_somebody(family: Family, place: NamedPlace) -> bool:
    """Whether a name with a capital letter is that of one of the family or of a worker."""
    names = (f"{each.called} {each.first_name} {each.last_name}" for each in family.people)
    known = set(words_of(" ".join((*names, *(each.name for each in family.workers)))))
    return bool(place.name) and set(words_of(re.sub(r"['’]s\b", "", place.name))) <= known


def _whom(reader: Onlooker, entry: Entry, text: str) -> str | None:
    """Whom a text is about, of those kept from the reader; nobody when it is the reader's own or of their side."""
    family, near = reader.family, reader.near
    found = reach(family, entry, reader.pack)
    if reader.id in found.authors or reader.id in (getattr(entry, "helpers", None) or ()):
        return None
    words = set(words_of(text))
    named = {
        each.id for each in family.people if {*words_of(each.called), *words_of(each.first_name)} & words
    }
    about = named & near or set(found.authors) & near
    if not about:
        apart = {
            who for each in family.meetings if each.id == found.place for who in each.separate_from or ()
        }
        family_said = any(family.person(each) is not None for each in found.authors)
        if named or apart & near or family_said:
            return None
        about = set(near)
    order = sorted(family.people, key=lambda each: each.kind != "adult")
    return next(each.id for each in order if each.id in about)


def _sentence(kind: str, place: str, *, has_times: bool, only_times: bool) -> str:
    this = f"This {kind}"
    if only_times:
        return f"{this} says when somebody is at {place}."
    return f"{this} names {place}, with a time of day." if has_times else f"{this} names {place}."


def _opened(entry: Entry) -> Entry:
    kept = {each.name for each in fields(entry)} & {"not_for", "times_not_for"}
    if not any(getattr(entry, each) for each in kept):
        return entry
    return replace(entry, **cast("dict[str, Any]", dict.fromkeys(kept)))
