"""A paper that lies about at home: it holds only what everybody of the family may read.

That its reader may read something is not enough, be it their own: whoever lives with
them finds the paper too, and it may be carried from one home to the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from functools import reduce
from typing import Final

from eymeeting.domain.cutting import as_at, choose_meeting, with_only
from eymeeting.domain.entry import Entry
from eymeeting.domain.family import Family
from eymeeting.domain.kept_off import kept_off
from eymeeting.domain.meeting import Meeting
from eymeeting.domain.names import people_now
from eymeeting.domain.naming import without_what_is_kept_apart
from eymeeting.domain.one_reader import ForOneReader
from eymeeting.domain.pack import Pack
from eymeeting.domain.problems import Refused
from eymeeting.domain.protected import holds_any, protected_kinds
from eymeeting.domain.sight import Reader, is_open_in_the_room, sees
from eymeeting.domain.without_times import TOLD_WITH_TIMES, as_told_to, told_by_a_time

_REACHED: Final = "how to reach somebody"
_A_TIME: Final = "a time of day"


@dataclass(frozen=True, slots=True, kw_only=True)
class AtHome(ForOneReader):
    """A paper in the making that anybody at home may find.

    ``everybody`` are all the readers of the family. ``kinds`` holds each text of
    ``protected`` with its kind; ``whole`` is the family with nothing cut from it.
    """

    everybody: tuple[Reader, ...]
    kinds: Mapping[str, str]
    whole: Family

    def sees(self, entry: Entry) -> bool:
        """Whether something may stand on this paper: its reader may read it, and so may all the others."""
        if not ForOneReader.sees(self, entry):
            return False
        return is_open_in_the_room(self.family, entry, pack=self.pack) and all(
            sees(self.family, each, entry, today=self.today, pack=self.pack) for each in self.everybody
        )

    def name(self, id: str | None) -> str | None:  # noqa: A002
        """What somebody is called to the reader, where everybody may read that name."""
        told = ForOneReader.name(self, id)
        return None if told is None or holds_any(told, self.protected) else told

    def meetings(self) -> tuple[Meeting, ...]:
        """The meetings that nobody of the family was kept apart from, latest first."""
        return tuple(each for each in ForOneReader.meetings(self) if self.sees(each))

    def must_not_hold(self) -> Mapping[str, str]:
        """The texts that must be nowhere on the finished paper, each with its kind."""
        told = reduce(lambda family, each: as_told_to(family, each.id), self.everybody, self.whole)
        rule = replace(self, family=told).sees
        private = kept_off(told, self.reader, today=self.today, pack=self.pack, may_see=rule)
        return {
            **private,
            **_times(self.whole, reduce(_as_known_to, self.everybody, self.whole)),
            **self.kinds,
        }


def at_home(family: Family, reader: str, *, today: date, pack: Pack, meeting: int | None = None) -> AtHome:
    """A paper for one of the family that lies about at home.

    Without ``meeting`` as things are now, under the latest meeting that nobody of
    the family was kept apart from, if there is one; with it as they stood when that
    meeting ended. Agreements and protections are today's either way.

    Raises:
        Refused: the meeting was kept apart from the reader, or there is none yet.
        NotFound: no meeting has that number.
    """
    everybody = tuple(
        Reader(id=each.id) for each in people_now(family) if each.kind != "unborn" and each.died is None
    )
    chosen = _meeting_of(family, reader, meeting, everybody, today=today, pack=pack)
    kinds = _protected(family, everybody, today=today, pack=pack)
    known = reduce(_as_known_to, everybody, family)
    paper = AtHome(
        family=known if meeting is None else as_at(known, chosen),
        reader=Reader(id=reader),
        today=today,
        pack=pack,
        meeting=chosen,
        on=chosen.on if meeting is not None else max(today, chosen.on),
        protected=tuple(kinds),
        is_taken_home=True,
        everybody=everybody,
        kinds=kinds,
        whole=family,
    )
    return replace(paper, family=_without_what_some_are_not_told(paper))


def _without_what_some_are_not_told(paper: AtHome) -> Family:
    """The family of a paper without the ends of plans and the news of actions that are not for everybody."""
    return replace(
        paper.family,
        closures=tuple(each for each in paper.family.closures if paper.sees(each)),
        updates=tuple(each for each in paper.family.updates if paper.sees(each)),
    )


def _meeting_of(
    family: Family, reader: str, number: int | None, everybody: Iterable[Reader], *, today: date, pack: Pack
) -> Meeting:
    """The latest meeting that everybody may know of; where there is none, the latest the reader may know of."""
    if number is None:
        open_to_all = {
            met.id
            for met in family.meetings
            if all(sees(family, each, met, today=today, pack=pack) for each in everybody)
        }
        known = with_only(family, meetings=open_to_all, panels=set())
        with suppress(Refused):
            return choose_meeting(known, reader, None, today=today)
    return choose_meeting(family, reader, number, today=today)


def _as_known_to(family: Family, reader: Reader) -> Family:
    """The family without what somebody does not know of it, or not at which time of day."""
    return without_what_is_kept_apart(as_told_to(family, reader.id), reader.id)


def _protected(family: Family, everybody: Iterable[Reader], *, today: date, pack: Pack) -> Mapping[str, str]:
    """What is protected from anybody of the family, and how to reach any of them, with its kind."""
    found: dict[str, str] = {}
    for reader in everybody:
        found |= protected_kinds(family, reader, today=today, pack=pack)
    reached = [text for person in family.people for text in (person.phone, person.email) if text]
    reached += [home.postcode for home in family.households if home.postcode]
    return found | dict.fromkeys(reached, _REACHED)


def _times(before: Family, after: Family) -> Mapping[str, str]:
    """Times of day that somebody of the family is not told, by the words beside them."""
    told = {each.id: each for each in (*after.lines, *after.actions)}
    cut = [
        getattr(each, name, None)
        for each in (*before.lines, *before.actions)
        if each.id in told and told[each.id] != each
        for name in TOLD_WITH_TIMES
    ]
    return {words: _A_TIME for text in cut if text for words in told_by_a_time(text)}
