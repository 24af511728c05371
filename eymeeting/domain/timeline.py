"""What mattered, in the order in which it was: read from “2019”, “last March”, “the summer Remi was born”."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Final, TypeAlias

from eymeeting.domain.dates import MONTHS, NUMBER_WORDS, add_months
from eymeeting.domain.meeting import Line
from eymeeting.domain.people import Person
from eymeeting.domain.text import clean_text, folded

Moment: TypeAlias = tuple[int, int, int]
"""A year, and where it was told a month and a day, else 0."""

MARK: Final = " @ "
"""In a line, between what happened and when it was."""

_SEASONS: Final = {
    "new year": (1, 1),
    "easter": (4, 0),
    "spring": (3, 0),
    "summer": (6, 0),
    "autumn": (9, 0),
    "christmas": (12, 25),
    "winter": (12, 0),
    "start of": (1, 0),
    "beginning of": (1, 0),
    "middle of": (6, 0),
    "end of": (12, 0),
}
_NUMBERS: Final = {"a": 1, "an": 1, "a couple of": 2, "a few": 3, "last": 1} | {
    word: number for number, word in enumerate(NUMBER_WORDS, 1)
}
_MONTH: Final = "|".join(name.lower() if len(name) < 5 else f"{name[:3].lower()}[a-z]*" for name in MONTHS)
_NUMBER: Final = rf"\d{{1,3}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))}"


def with_when(line: Line, typed: str) -> Line:
    """A line as it is typed: what stands behind its last “ @ ” is when it was."""
    text, mark, when = typed.rpartition(MARK)
    if not mark or not text.strip() or not when.strip():
        return replace(line, text=typed, dated=None)
    return replace(line, text=text, dated=clean_text(when).strip())


def as_typed(line: Line) -> str:
    """A line as it is typed again, with when it was."""
    return line.text if line.dated is None else f"{line.text}{MARK}{line.dated}"


def in_order(lines: Iterable[Line], *, told_on: date, born: Mapping[str, date]) -> tuple[Line, ...]:
    """The same lines, the dated ones among themselves in their order in time.

    A line without a date, or with one that tells no year, stays where it was told.
    """
    told = tuple(lines)
    moments = {
        place: moment
        for place, line in enumerate(told)
        if line.dated is not None and (moment := moment_of(line.dated, told_on=told_on, born=born))
    }
    by_time = iter(sorted(moments, key=lambda place: moments[place]))
    return tuple(told[next(by_time)] if place in moments else line for place, line in enumerate(told))


def timeline(lines: Iterable[Line], *, told_on: date, born: Mapping[str, date]) -> tuple[Line, ...]:
    """The dated lines alone, in their order."""
    return in_order((line for line in lines if line.dated), told_on=told_on, born=born)


def births(people: Iterable[Person]) -> Mapping[str, date]:
    """The day on which everybody was born of whom it is known, by the names they are called by."""
    return {
        _tidied(name): each.dob
        for each in people
        if each.dob is not None
        for name in (each.first_name, each.preferred_name)
        if name
    }


def moment_of(words: str, *, told_on: date, born: Mapping[str, date]) -> Moment | None:
    """When something was, as well as the words tell it; ``None`` where they tell no year.

    ``told_on`` is the day they were said, ``born`` holds birthdays by name: “when Remi was three”.
    """
    said = _tidied(words)
    found = (read(said, told_on, born) for read in _READERS)
    return next((moment for moment in found if moment is not None), None)


def _tidied(words: str) -> str:
    return " ".join(re.sub(r"[^\w/'-]+", " ", folded(words)).split())


def _on_a_day(said: str, _: date, __: Mapping[str, date]) -> Moment | None:
    for form, order in _DAYS:
        found = form.search(said)
        if found is not None:
            day, month, year = (found[part] for part in order)
            number = _month_number(month) if month[0].isalpha() else int(month)
            if number in range(1, 13) and int(day) in range(1, 32):
                return int(year), number, int(day)
    return None


def _of_somebody(said: str, _: date, born: Mapping[str, date]) -> Moment | None:
    for name, day in born.items():
        if re.search(
            rf"\b{re.escape(name)} (?:was|were|is) born|\b{re.escape(name)}(?:'s|s')? birth\b", said
        ):
            month, of_month = _within(said)
            return (day.year, month, of_month) if month else (day.year, day.month, day.day)
        age = re.search(rf"\b{re.escape(name)} (?:was|turned|became) (?P<age>{_NUMBER})\b(?! months?)", said)
        if age is not None:
            month, of_month = _within(said)
            return day.year + _number(age["age"]), month or day.month, of_month
    return None


def _ago(said: str, told_on: date, _: Mapping[str, date]) -> Moment | None:
    found = _AGO.search(said)
    if found is None:
        return None
    number, unit = _number(found["number"]), found["unit"]
    try:
        if unit == "year":
            month, day = _within(said)
            return add_months(told_on, -12 * number).year, month, day
        days = {"day": 1, "week": 7, "fortnight": 14}.get(unit)
        if days is None:
            then = add_months(told_on, -number)
            return then.year, then.month, 0
        then = date.fromordinal(told_on.toordinal() - days * number)
    except (OverflowError, ValueError):
        return None
    return then.year, then.month, then.day


def _in_a_year(said: str, _: date, __: Mapping[str, date]) -> Moment | None:
    found = _YEAR.search(said)
    if found is None:
        return None
    month, day = _within(said)
    return int(found["year"]), month, day


def _in_a_decade(said: str, _: date, __: Mapping[str, date]) -> Moment | None:
    found = _DECADE.search(said)
    if found is None:
        return None
    tens, century = int(found["tens"]), found["century"]
    return (int(century) * 100 if century else 2000 if tens < _TWENTIES else 1900) + tens, 0, 0


def _near_year(said: str, told_on: date, _: Mapping[str, date]) -> Moment | None:
    for words, by in _NEAR_YEARS:
        if words in said:
            month, day = _within(said.replace(words, ""))
            return told_on.year + by, month, day
    return None


def _near_day(said: str, told_on: date, _: Mapping[str, date]) -> Moment | None:
    for words, days in _NEAR_DAYS:
        if re.search(rf"\b{words}\b", said):
            then = date.fromordinal(told_on.toordinal() + days)
            return then.year, then.month, then.day
    return None


def _last_such(said: str, told_on: date, _: Mapping[str, date]) -> Moment | None:
    """A month or a season alone: the latest one that has begun; after “next” the one after that."""
    month, day = _within(said)
    if not month:
        return None
    has_begun = (month, day) <= (told_on.month, told_on.day)
    year = told_on.year if has_begun else told_on.year - 1
    return year + (1 if re.search(r"\b(?:next|coming)\b", said) else 0), month, day


def _within(said: str) -> tuple[int, int]:
    """The month and the day of it that words tell, 0 for what they do not."""
    found = re.search(rf"\b(?:{_MONTH})\b", said)
    if found is not None:
        return _month_number(found[0]), 0
    return next((when for words, when in _SEASONS.items() if words in said), (0, 0))


def _month_number(word: str) -> int:
    return next(at for at, name in enumerate(MONTHS, 1) if name.lower().startswith(word[:3]))


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS[word]


_TWENTIES: Final = 30
_DAYS: Final = (
    (re.compile(r"\b(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b"), ("day", "month", "year")),
    (
        re.compile(r"\b(?P<day>\d{1,2})[/-](?P<month>\d{1,2})[/-](?P<year>(?:19|20)\d\d)\b"),
        ("day", "month", "year"),
    ),
    (
        re.compile(
            rf"\b(?P<day>\d{{1,2}})(?:st|[nr]d|th)? (?:of )?(?P<month>{_MONTH}) (?P<year>(?:19|20)\d\d)\b"
        ),
        ("day", "month", "year"),
    ),
)
_YEAR: Final = re.compile(r"\b(?P<year>(?:19|20)\d\d)\b")
_DECADE: Final = re.compile(r"(?<!\d)(?P<century>19|20)?(?P<tens>\d0)'?s\b")
_AGO: Final = re.compile(rf"\b(?P<number>{_NUMBER}) (?P<unit>day|week|fortnight|month|year)s? (?:ago|back)\b")
_NEAR_YEARS: Final = (("year before last", -2), ("last year", -1), ("this year", 0), ("next year", 1))
_NEAR_DAYS: Final = (
    ("last month", -30),
    ("last week", -7),
    ("yesterday", -1),
    ("last night", -1),
    ("today|now|this morning", 0),
    ("tomorrow", 1),
    ("next week", 7),
    ("next month", 30),
)
_Reader: TypeAlias = Callable[[str, date, Mapping[str, date]], Moment | None]
_READERS: Final[tuple[_Reader, ...]] = (
    _on_a_day,
    _of_somebody,
    _ago,
    _in_a_year,
    _in_a_decade,
    _near_year,
    _near_day,
    _last_such,
)
