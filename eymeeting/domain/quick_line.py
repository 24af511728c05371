"""The quick line: one thing to do, with who, by when, for which area and how we will know, in one line.

``Ring housing about the damp @joe fri 11 dec #home ~he has a date in writing``

What will be done stands before the first mark. A mark counts at the start of a word:
``@`` and ``#`` only with a letter or digit right behind them, ``#`` only before an area;
``@@``, ``##`` and ``~~`` stand for the character itself. The first ``@`` owns the action, the
others help. Only what follows an ``@`` can be a date. ``~`` runs to the next ``@`` or ``#``.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from eymeeting.domain.date_words import MOST_WORDS, read_date
from eymeeting.domain.dates import Calendar, how_far, remarks, spoken_near
from eymeeting.domain.family import Family
from eymeeting.domain.known_names import KnownNames, others_known, owners_known
from eymeeting.domain.pack import Area, Pack
from eymeeting.domain.people import Person
from eymeeting.domain.quick_line_marks import Section, area_at, as_meant, marks, sections, word_ends
from eymeeting.domain.typed_names import BETWEEN, FoundName, name_at, trimmed

_MOST_GUESSES: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Asks:
    """A name that does not mean one person: as it was typed, and the ids of those it may mean.

    No candidates when nobody is called anything like it.
    """

    asked: str
    candidates: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuickLine:
    """What a quick line says.

    ``what`` and ``how_we_will_know`` are the words as typed, ends trimmed. ``owners``
    are ids, the owner first, then the helpers; empty while the first name is not settled.
    ``problems`` stop the line from being kept, ``remarks`` do not; both are plain sentences.
    ``understood`` is one line for the room.
    """

    what: str
    owners: tuple[str, ...]
    asks: Asks | None
    due: date | None
    area: str | None
    how_we_will_know: str | None
    problems: tuple[str, ...]
    remarks: tuple[str, ...]
    understood: str


def read_quick_line(
    text: str,
    family: Family,
    pack: Pack,
    today: date,
    calendar: Calendar,
    *,
    next_meeting: date | None = None,
    here: Collection[str] = (),
    apart: Collection[str] = (),
) -> QuickLine:
    """What the line says, whatever has been typed so far.

    ``here`` are the ids of those present; empty when that is not known. ``apart`` are the ids
    of those this meeting is kept apart from: never guessed or offered, and found only
    where what is typed means nobody else.
    """
    reading = _Reading(text, owners_known(family), others_known(family), pack, today, next_meeting, apart)
    for section in sections(text, pack):
        reading.take(section)
    due = reading.dates[0] if len(reading.dates) == 1 else None
    area = reading.areas[0] if len(reading.areas) == 1 else None
    settled = [name.ids[0] for name in reading.names if len(name.ids) == 1]
    owners = tuple(dict.fromkeys(settled)) if reading.names and len(reading.names[0].ids) == 1 else ()
    return QuickLine(
        what=reading.what,
        owners=owners,
        asks=reading.asks,
        due=due,
        area=area.id if area else None,
        how_we_will_know=" ".join(reading.known_by) or None,
        problems=tuple(reading.problems),
        remarks=(*_remarks_on_people(reading, owners, here), *_remarks_on_day(reading, due, calendar)),
        understood=_understood(reading, due, area),
    )


def with_owner(text: str, asked: str, id: str, family: Family) -> str:  # noqa: A002
    """The line with the name that was asked about replaced by one that means only this person.

    The first name typed so that is not settled is replaced; nothing else changes.
    """
    owners, others = owners_known(family), others_known(family)
    for sign, at in marks(text):
        if sign != "@":
            continue
        name = name_at(text, at + 1, owners, others)
        if name.typed == asked and len(name.ids) != 1:
            return text[: at + 1] + owners.to_type(id) + text[at + 1 + len(asked) :]
    return text


@dataclass(slots=True)
class _Reading:
    """What has been read of a line so far."""

    text: str
    owners: KnownNames
    others: KnownNames
    pack: Pack
    today: date
    next_meeting: date | None
    apart: Collection[str]
    what: str = ""
    names: list[FoundName] = field(default_factory=list)
    dates: list[date] = field(default_factory=list)
    areas: list[Area] = field(default_factory=list)
    known_by: list[str] = field(default_factory=list)
    asks: Asks | None = None
    date_is_wrong: bool = False
    problems: list[str] = field(default_factory=list)

    def take(self, section: Section) -> None:
        words = as_meant(self.text[section.start : section.end])
        match section.sign:
            case "@":
                self._take_name(section)
            case "#":
                self._take_area(section)
            case "~":
                self.known_by += [words] if words else []
            case _:
                self.what = words
                if not words:
                    self.problems.append("What will be done is not written yet.")

    def _take_name(self, section: Section) -> None:
        name = name_at(self.text, section.start, self.owners, self.others, self.apart)
        self.names.append(name)
        if name.refused:
            self.problems.append(name.refused)
        elif len(name.ids) != 1:
            self._ask(name)
        self._take_date(name.end, section.end)

    def _ask(self, name: FoundName) -> None:
        guesses = [each for each in self.owners.starting_with(name.typed) if each not in self.apart]
        asks = Asks(asked=name.typed, candidates=name.ids or tuple(guesses))
        self.asks = self.asks or asks
        labels = " or ".join(self.owners.labels[each] for each in asks.candidates)
        if name.ids:
            self.problems.append(f"Which “{name.typed}”: {labels}?")
        elif 0 < len(guesses) <= _MOST_GUESSES:
            self.problems.append(f"Nobody known here is called “{name.typed}”. Did you mean {labels}?")
        else:
            self.problems.append(f"Nobody known here is called “{name.typed}”.")

    def _take_area(self, section: Section) -> None:
        found, end = area_at(self.text, section.start, section.end, self.pack)
        if len(found) > 1:
            names = " or ".join(area.name for area in found)
            self.problems.append(f"Which “{trimmed(self.text[section.start : end])}”: {names}?")
        elif found[0] not in self.areas:
            self.areas.append(found[0])
            if len(self.areas) == 2:
                self.problems.append("One line has one area.")
        self._take_date(end, section.end)

    def _take_date(self, start: int, stop: int) -> None:
        ends = word_ends(self.text, start, stop, MOST_WORDS) if self.names else []
        for end in reversed(ends):
            read = read_date(trimmed(self.text[start:end]), self.today, next_meeting=self.next_meeting)
            if read is not None:
                self._keep_date(read.day, read.problem)
                start = end
                break
        left = trimmed(as_meant(self.text[start:stop]))
        if left and left not in BETWEEN:
            self.problems.append(f"I don't understand “{left}”.")

    def _keep_date(self, day: date | None, problem: str | None) -> None:
        if problem:
            self.date_is_wrong = True
            self.problems.append(problem)
        if day is not None and day not in self.dates:
            self.dates.append(day)
            if len(self.dates) == 2:
                self.problems.append("One line has one date.")


def _remarks_on_people(reading: _Reading, owners: tuple[str, ...], here: Collection[str]) -> list[str]:
    if not reading.names:
        return ["Nobody's name is beside it yet."]
    absent = [reading.owners.members[each] for each in owners if here and each not in here]
    return [
        f"{member.called if isinstance(member, Person) else member.name} is not here: not yet asked."
        for member in absent
    ]


def _remarks_on_day(reading: _Reading, due: date | None, calendar: Calendar) -> tuple[str, ...]:
    if due is None:
        return () if reading.date_is_wrong or reading.dates else ("No date yet.",)
    return remarks(due, reading.today, calendar)


def _understood(reading: _Reading, due: date | None, area: Area | None) -> str:
    who = dict.fromkeys(
        reading.owners.in_words(name.ids[0]) if len(name.ids) == 1 else f"“{name.typed}”?"
        for name in reading.names
    )
    owner, helpers = [*who][:1], [*who][1:]
    told = [" with ".join(filter(None, (*owner, " and ".join(helpers))))]
    if due is not None:
        told.append(f"{spoken_near(due, reading.today)}, {how_far(due, reading.today)}")
    if area is not None:
        told.append(area.name)
    return " · ".join(part for part in told if part)
