"""A family as one reader may have it on paper: what they see, what people are called, what stays away."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from eymeeting.domain.asked_alone import is_for_everyone
from eymeeting.domain.consent import standings
from eymeeting.domain.dates import MONTHS, WEEKDAYS
from eymeeting.domain.entry import Entry
from eymeeting.domain.family import Family
from eymeeting.domain.meeting import Line, Meeting, Score, Section
from eymeeting.domain.naming import full_name_for, name_for, only_kept_apart
from eymeeting.domain.our_words import OurWords
from eymeeting.domain.pack import Pack
from eymeeting.domain.people import Worker
from eymeeting.domain.protected import holds_any
from eymeeting.domain.sight import LEFT_OUT_OF, Reader, is_kept_apart, sees
from eymeeting.domain.text import folded
from eymeeting.domain.without_times import as_told_to

ONLY_A_PART: Final = "{service} (only {part})"
NEED_NOT_ASK: Final = "{service} (does not need to ask)"


@dataclass(frozen=True, slots=True, kw_only=True)
class ForOneReader:
    """One paper in the making: whose it is, which meeting it is of, and the family as far as it goes.

    ``on`` is the day on which names are right. ``protected`` must be nowhere on
    the paper; ``withheld`` gathers the texts that stayed away because they held
    one of them. ``is_taken_home``: the paper lies where others of the house
    read it too, so that even the reader's own answers to what is asked alone
    stay away, unless they said that these are for everyone. ``as_it_is_now`` is the
    family with all that came after the meeting of a worker's paper: what has become
    somebody's own since then stands on it only by that person's agreement.
    """

    family: Family
    reader: Reader
    today: date
    pack: Pack
    meeting: Meeting
    on: date
    protected: tuple[str, ...] = ()
    is_taken_home: bool = False
    as_it_is_now: Family | None = None
    withheld: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Leave out the times of day that this reader must not learn; the chair's own record is whole."""
        if self.reader.as_chair_of is None:
            object.__setattr__(self, "family", as_told_to(self.family, self.reader.id))

    def sees(self, entry: Entry) -> bool:
        """Whether the reader may see something on this paper."""
        if self.is_taken_home and self._is_for_no_table(entry):
            return False
        known = (each for each in (self.family, self.as_it_is_now) if each is not None)
        return all(sees(each, self.reader, entry, today=self.today, pack=self.pack) for each in known)

    def left_out(self) -> int:
        """How many things said, scored or agreed do not stand on this paper."""
        kept = (entry for name in LEFT_OUT_OF for entry in getattr(self.family, name))
        return sum(not self.sees(entry) for entry in kept) + len(self.withheld)

    def name(self, id: str | None) -> str | None:  # noqa: A002
        """What somebody is called in the room; nothing when there is nobody or they may not be named."""
        if id is None:
            return None
        return name_for(self.family, self.reader, id, on=self.on, today=self.today, pack=self.pack)

    def full_name(self, id: str | None) -> str | None:  # noqa: A002
        """Both names as far as the reader may have them; otherwise as in ``name``."""
        if id is None:
            return None
        return full_name_for(self.family, self.reader, id, on=self.on, today=self.today, pack=self.pack)

    def role(self, id: str) -> str:  # noqa: A002
        """What somebody is to the family on the day of this paper, or a worker's job."""
        member = self.family.person_on(id, self.on) or self.family.member(id)
        return member.role if isinstance(member, Worker) else member.relationship

    def knows_nothing_of(self, worker: str) -> bool:
        """Whether a worker has to do only with meetings kept apart from the reader."""
        known = self.family.worker(worker)
        return known is None or only_kept_apart(
            self.family, self.reader, known, today=self.today, pack=self.pack
        )

    def cleared(self, text: str | None) -> str | None:
        """What somebody typed, or nothing when it holds what this reader must not have."""
        if not text or not text.strip():
            return None
        if holds_any(text, self.protected):
            self.withheld.append(text)
            return None
        return text

    def all_cleared(self, texts: Iterable[str | None]) -> tuple[str, ...]:
        """The texts that may stand, each once."""
        return tuple(dict.fromkeys(text for text in map(self.cleared, texts) if text))

    def meetings(self) -> tuple[Meeting, ...]:
        """The meeting of this paper and those before it that the reader has a part in, latest first."""
        order = self.family.meetings_in_order()
        place = next(at for at, each in enumerate(order) if each.id == self.meeting.id)
        return tuple(
            each
            for each in reversed(order[: place + 1])
            if not is_kept_apart(self.family, each.id, self.reader.id)
        )

    def latest_lines(self, section: Section) -> tuple[Line, ...]:
        """The lines of one part from the latest meeting that has any: the family's own, then the workers'."""
        for meeting in self.meetings():
            lines = [line for line in self.family.lines_of(meeting.id, section) if self.sees(line)]
            if lines:
                return tuple(sorted(lines, key=lambda line: self.family.worker(line.by or "") is not None))
        return ()

    def services(self) -> tuple[str, ...]:
        """The services that may see the plan by the reader's own latest answers, with every limit."""
        found = list[str]()
        for each in standings(self.family, self.reader.id, today=self.today):
            match each.answer:
                case "yes":
                    found.append(each.agency)
                case "limited":
                    limit = self._limited_to(each.limit or "")
                    found.append(
                        OurWords(ONLY_A_PART, service=each.agency, part=limit) if limit else each.agency
                    )
                case "not_needed":
                    found.append(OurWords(NEED_NOT_ASK, service=each.agency))
        return self.all_cleared(found)

    def _is_for_no_table(self, entry: Entry) -> bool:
        """Whether it is an answer to what is asked alone that its scorer did not open to everyone."""
        return (
            isinstance(entry, Score) and self.pack.is_asked_alone(entry.area) and not is_for_everyone(entry)
        )

    def _limited_to(self, limit: str) -> str:
        """A limit as it goes on after “only”: that word once, and a small letter unless a name begins it."""
        words = limit.strip()
        opening, _, rest = words.partition(" ")
        words = (rest.lstrip() if opening.casefold() == "only" else words).removesuffix(" only")
        first = folded(words).partition(" ")[0].removesuffix("'s")
        is_a_name = first in self._names() or words.startswith(tuple(_agencies(self.family)))
        stays = is_a_name or first == "i" or not words[:2].istitle()
        return words if stays else words[:1].lower() + words[1:]

    def _names(self) -> set[str]:
        """Every word that keeps its capital letter: of names, days and months."""
        people = (f"{each.first_name} {each.called} {each.last_name}" for each in self.family.people)
        workers = (each.name for each in self.family.workers)
        return set(folded(" ".join((*people, *workers, *WEEKDAYS, *MONTHS))).split())


def _agencies(family: Family) -> Iterable[str]:
    return (each.agency for each in family.workers if each.agency)
