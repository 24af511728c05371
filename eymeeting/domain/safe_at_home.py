"""What is near that would make a paper a danger in the home it goes to. For whoever asks, never for the room."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from eymeeting.domain.at_the_keyboard import may_open
from eymeeting.domain.family import Family
from eymeeting.domain.in_words import listed
from eymeeting.domain.naming import is_protected_from, not_to_be_named
from eymeeting.domain.pack import Pack
from eymeeting.domain.safe_touch import what_is_unsafe
from eymeeting.domain.sight import Reader, is_kept_apart

_FROM_READER: Final = "kept from this reader"
_FROM_HOME: Final = "kept from somebody in the same home"
_RESTRICTED: Final = "a restricted note"


def what_is_near(family: Family, reader: str, keyboard: str, *, today: date, pack: Pack) -> tuple[str, ...]:
    """The protected facts a reader's paper lies close to, in plain words and by kind only; none where all is open.

    Facts kept from the reader, or from somebody who lives with them and could
    read the paper; contact that the family said is not safe; and a restricted
    note, if whoever is at the keyboard may know of one.
    """
    found = []
    for words, readers in ((_FROM_READER, (reader,)), (_FROM_HOME, _others_at_home(family, reader))):
        kinds = [kind for each in readers for kind in _kept_from(family, each, today=today, pack=pack)]
        if kinds:
            found.append(f"{listed(tuple(dict.fromkeys(kinds)))} {words}")
    unsafe = what_is_unsafe(family)
    if unsafe:
        found.append(unsafe)
    if any(may_open(family, each, keyboard, today=today, pack=pack) for each in family.safeguarding):
        found.append(_RESTRICTED)
    return tuple(found)


def _others_at_home(family: Family, reader: str) -> tuple[str, ...]:
    me = family.person(reader)
    if me is None or me.household is None:
        return ()
    return tuple(
        each.id
        for each in family.people
        if each.household == me.household and each.id != reader and each.died is None
    )


def _kept_from(family: Family, who: str, *, today: date, pack: Pack) -> Iterator[str]:
    if any(who in home.hidden_from for home in family.households):
        yield "an address"
    if any(is_protected_from(person, who) for person in family.people):
        yield "a name or a phone"
    if any(
        not_to_be_named(family, Reader(id=who), worker, today=today, pack=pack) for worker in family.workers
    ):
        yield "a service"
    if any(is_kept_apart(family, meeting.id, who) for meeting in family.meetings):
        yield "a meeting"
