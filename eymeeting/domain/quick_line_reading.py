"""A quick line read part by part, with everything in it that is not clear."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from eymeeting.domain.cost import ONE_COST, read_cost
from eymeeting.domain.date_words import MOST_WORDS, read_date
from eymeeting.domain.family import Change, Family
from eymeeting.domain.introductions import read_introduction
from eymeeting.domain.known_names import KnownNames, others_known, owners_known
from eymeeting.domain.names import Member, why_not_an_owner
from eymeeting.domain.pack import Area, Pack
from eymeeting.domain.people import Worker
from eymeeting.domain.quick_line_marks import Says, Section, area_at, as_meant, as_said, opened, word_ends
from eymeeting.domain.typed_names import BETWEEN, WILL_ASK, FoundName, name_at, trimmed

_MOST_GUESSES: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Asks:
    """A name that does not mean one person: as it was typed, and the ids of those it may mean.

    No candidates when nobody is called anything like it. ``is_new``: it may be somebody new.
    With no name typed at all, ``asked`` is empty, and the question is whose words these are.
    """

    asked: str
    candidates: tuple[str, ...]
    is_new: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What a line is read by: the family, the pack, the day and who the meeting is kept apart from."""

    family: Family
    pack: Pack
    today: date
    next_meeting: date | None
    apart: Collection[str]

    @property
    def owners(self) -> KnownNames:
        """Everybody who may own an action, and whose words a line may be."""
        return owners_known(self.family)

    @property
    def others(self) -> KnownNames:
        """Everybody else."""
        return others_known(self.family)


@dataclass(slots=True)
class Reading:
    """What has been read of a line so far."""

    known: Known
    text: str
    says: Says = "to_do"
    what: str = ""
    names: list[FoundName] = field(default_factory=list)
    asker: FoundName | None = None
    newcomers: list[Member] = field(default_factory=list)
    dates: list[date] = field(default_factory=list)
    costs: list[float] = field(default_factory=list)
    areas: list[Area] = field(default_factory=list)
    known_by: list[str] = field(default_factory=list)
    asks: Asks | None = None
    date_is_wrong: bool = False
    problems: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, text: str, known: Known) -> Reading:
        """A reading that has seen only the line's first sign."""
        says, line = opened(text)
        return cls(known=known, text=line, says=says)

    @property
    def owners(self) -> tuple[str, ...]:
        """The ids that are settled, the owner first; nobody while the first name is not."""
        if not self.names or len(self.names[0].ids) != 1:
            return ()
        return tuple(dict.fromkeys(name.ids[0] for name in self.names if len(name.ids) == 1))

    def called(self, id: str) -> str:  # noqa: A002
        """Somebody in one line with what they are, somebody new among them."""
        new = next((member for member in self.newcomers if member.id == id), None)
        if new is None:
            return self.known.owners.in_words(id)
        if isinstance(new, Worker):
            return f"{new.name} (new: {', '.join(part for part in (new.role, new.agency) if part)})"
        return f"{new.full_name} (new: {new.relationship})"

    def take(self, section: Section) -> None:
        """Read one part."""
        words = self.text[section.start : section.end]
        match section.sign:
            case "@":
                self._take_name(section)
            case "#":
                self._take_area(section)
            case "~":
                self.known_by += [as_meant(words)] if as_meant(words) else []
            case _:
                self.what = as_meant(words) if self.says == "to_do" else as_said(words)

    def _take_name(self, section: Section) -> None:
        known = self.known
        name = name_at(self.text, section.start, known.owners, known.others, known.apart)
        if name.introduced is not None:
            name = self._introduce(name)
        elif name.refused is not None:
            self.problems.append(self._refusal(known.others.members[name.refused]))
        elif len(name.ids) != 1:
            self._ask(name)
        asks = WILL_ASK.match(self.text, name.end, section.end) if self.says == "to_do" else None
        if asks is None:
            self.names.append(name)
        else:
            self.asker = name
        self._take_rest(name.end if asks is None else asks.end(), section.end)

    def _take_rest(self, start: int, stop: int) -> None:
        """What stands behind a name: of something to do its date; of somebody's words perhaps the words."""
        if self.says == "to_do":
            self._take_date(start, stop)
            return
        said = as_said(self.text[start:stop])
        if said and not self.what:
            self.what = said
        elif trimmed(said) and trimmed(said) not in BETWEEN:
            self.problems.append(f"I don't understand “{trimmed(said)}”. The words go before the name.")

    def _introduce(self, name: FoundName) -> FoundName:
        called = name.typed.title() if name.typed.islower() else name.typed
        called = called.replace(",", " ")
        family = self.known.family
        for member in self.newcomers:
            family = family.after(Change(family=family.ref, before=None, after=member))
        told = read_introduction(f"{called}, {name.introduced}", family, self.known.pack, self.known.today)
        if not name.introduced:
            self.problems.append(f"Who is {called}? Say mother, uncle, or their job and service.")
        elif told.member is None:
            self.problems.append(told.problem or f"Who is {called}?")
        elif why_not_an_owner(told.member):
            self.problems.append(self._refusal(told.member))
        else:
            self.newcomers.append(told.member)
            return replace(name, typed=called, ids=(told.member.id,))
        return replace(name, typed=called)

    def _refusal(self, member: Member) -> str:
        why = why_not_an_owner(member) or ""
        if self.says == "to_do" or not isinstance(member, Worker) or "interpret" not in why:
            return why
        return f"{member.name} is here to interpret. Whose words are they?"

    def _ask(self, name: FoundName) -> None:
        owners = self.known.owners
        guesses = tuple(each for each in owners.like(name.typed) if each not in self.known.apart)
        asks = Asks(asked=name.typed, candidates=name.ids or guesses, is_new=not name.ids)
        self.asks = self.asks or asks
        labels = " or ".join(owners.labels[each] for each in asks.candidates)
        if name.ids:
            self.problems.append(f"Which “{name.typed}”: {labels}?")
        elif 0 < len(guesses) <= _MOST_GUESSES:
            self.problems.append(f"Nobody known here is called “{name.typed}”. Did you mean {labels}?")
        else:
            self.problems.append(f"Nobody known here is called “{name.typed}”.")

    def _take_area(self, section: Section) -> None:
        found, end = area_at(self.text, section.start, section.end, self.known.pack)
        if len(found) > 1:
            names = " or ".join(area.name for area in found)
            self.problems.append(f"Which “{trimmed(self.text[section.start : end])}”: {names}?")
        elif found[0] not in self.areas:
            self.areas.append(found[0])
            if len(self.areas) == 2:
                self.problems.append("One line has one area.")
        self._take_date(end, section.end)

    def _take_date(self, start: int, stop: int) -> None:
        """A date, and what it costs, in either order; anything else is said."""
        named = bool(self.names or self.asker)
        costs, rest = read_cost(self.text[start:stop])
        self._keep_costs(costs)
        text = f"{self.text[:start]}{rest}"
        start += len(rest) - len(rest.lstrip())
        for end in reversed(word_ends(text, start, stop, MOST_WORDS) if named else []):
            said = trimmed(text[start:end])
            read = read_date(said, self.known.today, next_meeting=self.known.next_meeting)
            if read is not None:
                self._keep_date(read.day, read.problem)
                start = end
                break
        left = trimmed(as_meant(text[start:stop]))
        if left and left not in BETWEEN:
            self.problems.append(f"I don't understand “{left}”.")

    def _keep_costs(self, costs: tuple[float, ...]) -> None:
        had = len(self.costs)
        self.costs += [cost for cost in dict.fromkeys(costs) if cost not in self.costs]
        if had < 2 <= len(self.costs):
            self.problems.append(ONE_COST)

    def _keep_date(self, day: date | None, problem: str | None) -> None:
        if problem:
            self.date_is_wrong = True
            self.problems.append(problem)
        if day is not None and day not in self.dates:
            self.dates.append(day)
            if len(self.dates) == 2:
                self.problems.append("One line has one date.")
