"""What somebody says of an action at a review, in one line.

``waiting for the letter @joe fri 11 dec``: the words are kept as they were said; behind an
``@`` stands who has it from now on, a new day, or both. Nothing else is a mark here.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from eymeeting.domain.date_words import MOST_WORDS, ReadDate, read_date
from eymeeting.domain.dates import Calendar, how_far, remarks, spoken, spoken_near
from eymeeting.domain.family import Family
from eymeeting.domain.known_names import name_to_type
from eymeeting.domain.names import Member, short_names
from eymeeting.domain.pack import Pack
from eymeeting.domain.people import Person
from eymeeting.domain.quick_line_marks import Section, as_said, spoken_sections, word_ends
from eymeeting.domain.quick_line_reading import Asks, Known, Reading
from eymeeting.domain.reviewing import Said
from eymeeting.domain.typed_names import BETWEEN, name_at, trimmed

_AT: Final = re.compile(r"(?<!\S)@")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewLine:
    """What a line says. ``problems`` stop it from being kept, ``remarks`` do not; both are plain sentences.

    ``newcomers`` are those the line itself brings in. ``understood`` is one line for the room.
    """

    said: Said
    asks: Asks | None = None
    problems: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    understood: str = ""
    newcomers: tuple[Member, ...] = ()


def read_review_line(
    text: str,
    family: Family,
    pack: Pack,
    today: date,
    calendar: Calendar,
    *,
    next_meeting: date | None = None,
    here: Collection[str] = (),
    apart: Collection[str] = (),
) -> ReviewLine:
    """What the line says, whatever has been typed so far.

    ``here`` are the ids of those present; empty when that is not known. ``apart`` are those the
    meeting is kept apart from: they are never guessed.
    """
    known = Known(family=family, pack=pack, today=today, next_meeting=next_meeting, apart=apart)
    reading = Reading(known=known, text=text)
    words = ""
    for section in spoken_sections(text):
        if section.sign == "":
            words = as_said(text[section.start : section.end])
        else:
            _take(reading, section)
    if len({name.typed for name in reading.names}) > 1:
        reading.problems.append("One person has it from now on. Who helps goes into the words.")
    if reading.asker is not None:
        reading.problems.append("Who asks them goes into the words.")
    owner = reading.owners[0] if reading.owners else None
    due = reading.dates[0] if len(reading.dates) == 1 else None
    return ReviewLine(
        said=Said(words=words, due=due, owner=owner),
        asks=_asked_of_those_here(reading, here),
        problems=tuple(reading.problems),
        remarks=(
            *_on_who_is_away(reading, owner, here),
            *(() if due is None else remarks(due, today, calendar)),
        ),
        understood=_understood(reading, words, due, today),
        newcomers=tuple(reading.newcomers),
    )


def written_line(said: Said, family: Family) -> str:
    """The line that reads as what was said."""
    behind = []
    if said.owner is not None and (family.person(said.owner) or family.worker(said.owner)):
        behind.append(name_to_type(family, said.owner))
    if said.due is not None:
        behind.append(spoken(said.due))
    words = _AT.sub("@@", said.words)
    return " ".join(part for part in (words, f"@{' '.join(behind)}" if behind else "") if part)


def _take(reading: Reading, section: Section) -> None:
    """Read who and when; a day may stand right behind the mark, unless somebody is called so."""
    known, text = reading.known, reading.text
    name = name_at(text, section.start, known.owners, known.others, known.apart)
    if name.ids or name.refused is not None or name.introduced is not None:
        reading.take(section)
        return
    for end in reversed(word_ends(text, section.start, section.end, MOST_WORDS)):
        read = read_date(trimmed(text[section.start : end]), known.today, next_meeting=known.next_meeting)
        if read is not None:
            _keep_day(reading, read)
            left = trimmed(text[end : section.end])
            if left and left not in BETWEEN:
                reading.problems.append(f"I don't understand “{left}”.")
            return
    reading.take(section)


def _keep_day(reading: Reading, read: ReadDate) -> None:
    if read.problem:
        reading.problems.append(read.problem)
    if read.day is not None and read.day not in reading.dates:
        reading.dates.append(read.day)
        if len(reading.dates) == 2:
            reading.problems.append("One line has one date.")


def _asked_of_those_here(reading: Reading, here: Collection[str]) -> Asks | None:
    """What is asked of a name: anybody it may mean, but where nobody is called so only those who are here."""
    asks = reading.asks
    if asks is None or not asks.is_new or not here:
        return asks
    guesses = tuple(each for each in asks.candidates if each in here)
    everybody = tuple(
        each for each in reading.known.owners.members if each in here and each not in reading.known.apart
    )
    return replace(asks, candidates=guesses or everybody)


def _on_who_is_away(reading: Reading, owner: str | None, here: Collection[str]) -> tuple[str, ...]:
    if owner is None or not here or owner in here:
        return ()
    called = short_names(reading.known.family) | {
        each.id: each.called if isinstance(each, Person) else each.name for each in reading.newcomers
    }
    return (f"{called[owner]} is not here and has not been asked.",)


def _understood(reading: Reading, words: str, due: date | None, today: date) -> str:
    told = [f"“{words}”"] if words else []
    told += [f"{reading.called(each)} has it from now on" for each in reading.owners[:1]]
    if due is not None:
        told.append(f"by {spoken_near(due, today)}, {how_far(due, today)}")
    return " · ".join(told)
