"""“Not for …”: who reads something that was said or agreed, and keeping it from somebody by name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, Final, Literal

from eymeeting.domain.actions import Action
from eymeeting.domain.entry import Entry
from eymeeting.domain.family import Family
from eymeeting.domain.interpreting import interprets
from eymeeting.domain.meeting import Line
from eymeeting.domain.pack import Pack
from eymeeting.domain.people import Person
from eymeeting.domain.reach import reach
from eymeeting.domain.who_may_see import who_reads
from eymeeting.domain.without_times import without_times

HowRead = Literal["whole", "without_times", "not_for", "not_anyway"]
_TEXTS: Final = ("text", "how_we_will_know", "child_words")
"""Where the times of day of a line or an action stand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HowItIsRead:
    """How somebody reads something: whole, without its times of day, or not.

    “Not anyway”: the rules keep it from them already, and ``why`` says so in one sentence.
    """

    who: str
    how: HowRead
    why: str = ""


def can_be_kept_from(entry: Entry) -> bool:
    """Whether this kind of thing can be kept from somebody by name."""
    return any(each.name == "not_for" for each in fields(entry))


def is_kept_from_anybody(entry: Entry) -> bool:
    """Whether it is kept from somebody by name, as a whole or only its times of day."""
    return bool(getattr(entry, "not_for", None) or getattr(entry, "times_not_for", None))


def read_by(family: Family, entry: Entry, keyboard: str, *, today: date, pack: Pack) -> Iterator[HowItIsRead]:
    """How everybody reads it whom it could be kept from, in the family's order, then the workers.

    Not whoever said it, has it to do or is at the keyboard: they know it. Nor
    interpreters, who hear it all, and nobody who is not born yet or has died.
    """
    close = {*reach(family, entry, pack).authors, *(getattr(entry, "helpers", None) or ()), keyboard}
    for who, seen in who_reads(family, entry, today=today, pack=pack):
        if who in close or not _reads_at_all(family, who):
            continue
        if who in (getattr(entry, "not_for", None) or ()):
            yield HowItIsRead(who=who, how="not_for")
        elif seen.answer != "shown":
            yield HowItIsRead(who=who, how="not_anyway", why=seen.why)
        elif who in (getattr(entry, "times_not_for", None) or ()):
            yield HowItIsRead(who=who, how="without_times")
        else:
            yield HowItIsRead(who=who, how="whole")


def turned(entry: Entry, who: str, *, reads_it: bool = True) -> Entry:
    """The same with the next way in which somebody reads it: whole, without its times, not at all, whole again.

    Without times only where it tells any, and to somebody who ``reads_it``: the rules may keep it from them anyway.
    """
    not_for: tuple[str, ...] = getattr(entry, "not_for", None) or ()
    times: tuple[str, ...] = getattr(entry, "times_not_for", None) or ()
    if who in not_for:
        return _with(entry, not_for=_without(not_for, who))
    if who in times:
        return _with(entry, not_for=(*not_for, who), times_not_for=_without(times, who))
    if reads_it and tells_a_time(entry):
        return _with(entry, times_not_for=(*times, who))
    return _with(entry, not_for=(*not_for, who))


def tells_a_time(entry: Entry) -> bool:
    """Whether a line or an action tells a time of day in its words."""
    if not isinstance(entry, Action | Line):
        return False
    texts = (getattr(entry, each, None) or "" for each in _TEXTS)
    return any(without_times(text) != text for text in texts)


def _with(entry: Entry, **lists: tuple[str, ...]) -> Entry:
    kept: dict[str, Any] = {name: named or None for name, named in lists.items()}
    return replace(entry, **kept)


def _without(named: tuple[str, ...], who: str) -> tuple[str, ...]:
    return tuple(each for each in named if each != who)


def _reads_at_all(family: Family, who: str) -> bool:
    member = family.member(who)
    if isinstance(member, Person):
        return member.kind != "unborn" and member.died is None
    return not interprets(member) and member.active is not False
