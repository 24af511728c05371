"""Reading a day that has been: a birthday, an assessment, the day somebody moved in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from eymeeting.domain.date_words import ReadDate, read_date
from eymeeting.domain.dates import MONTHS, WEEKDAYS, add_months
from eymeeting.domain.text import folded

STILL_TO_COME: Final = "That day is still to come."
_NO_SUCH_DAY: Final = "There is no"
_A_WEEK: Final = timedelta(days=7)
_YEARS_TO_A_LEAP_DAY: Final = 9
_MONTHS_TO_A_LONG_ONE: Final = 3
_SHORT_YEAR: Final = re.compile(r"(.*\d.*\D)(\d\d)")
_DAYS_AGO: Final = {"yesterday": 1, "day before yesterday": 2, "the day before yesterday": 2, "last week": 7}


def read_past_date(text: str, today: date) -> ReadDate | None:
    """The day that has been which words mean, said on ``today``; ``None`` when they are not date words.

    Whatever ``read_date`` understands, but “12 oct”, “friday” and “the 5th” are
    the last such day, today among them, and a year of two figures is never one
    to come. Besides: “yesterday”, “last friday”, “3 weeks ago”. A day that is
    still to come gives a sentence.
    """
    words = " ".join(folded(text).replace(",", " ").rstrip(". ").split())
    if words in _DAYS_AGO:
        return ReadDate(day=today - timedelta(days=_DAYS_AGO[words]))
    if words.endswith(" ago"):
        return _ago(words.removesuffix(" ago"), today)
    if words.startswith(("last ", "this past ")):
        return _last(words.removeprefix("last ").removeprefix("this past "), today)
    return _latest(with_whole_year(words, today), today)


def with_whole_year(words: str, today: date) -> str:
    """Date words with a year of two figures written out, never one to come: 94 is 1994."""
    short = _SHORT_YEAR.fullmatch(words)
    if short is None or read_date(short[1].rstrip(" /.-'"), today) is None:
        return words
    year = 2000 + int(short[2])
    return f"{short[1].rstrip(chr(39))}{year if year <= today.year else year - 100}"


def _latest(words: str, today: date) -> ReadDate | None:
    read = read_date(words, today)
    if read is None or (read.day is not None and read.day <= today):
        return read
    nowhere: ReadDate | None = None
    for said in _said_in_full(words, today):
        earlier = read_date(said, today)
        if earlier is None or (earlier.day is not None and earlier.day > today):
            continue
        if earlier.day is not None or not (earlier.problem or "").startswith(_NO_SUCH_DAY):
            return earlier
        nowhere = nowhere or earlier
    if nowhere is not None or read.day is None:
        return nowhere or read
    is_weekday = any(day.lower().startswith(words.removeprefix("on ")[:3]) for day in WEEKDAYS)
    if is_weekday and read.day - today <= _A_WEEK:
        return ReadDate(day=read.day - _A_WEEK)
    return ReadDate(problem=STILL_TO_COME)


def _said_in_full(words: str, today: date) -> Iterator[str]:
    """Date words without a month or a year, with each that may be meant, the latest first."""
    for back in range(_MONTHS_TO_A_LONG_ONE):
        month = add_months(today.replace(day=1), -back)
        yield f"{words} {MONTHS[month.month - 1]} {month.year}"
    for year in range(today.year, today.year - _YEARS_TO_A_LEAP_DAY, -1):
        for mark in (" ", "/", ".", "-"):
            yield f"{words}{mark}{year}"


def _last(words: str, today: date) -> ReadDate | None:
    read = read_date(words, today)
    if read is None or read.day is None:
        return read
    if not any(day.lower().startswith(words[:3]) for day in WEEKDAYS):
        return _latest(words, today)
    day = read.day
    while day >= today:
        day -= _A_WEEK
    return ReadDate(day=day)


def _ago(span: str, today: date) -> ReadDate | None:
    """A span that lies behind: as many days, or months, back as it would lie ahead."""
    read = read_date(f"in {span}", today)
    if read is None or read.day is None:
        return read
    match = re.fullmatch(r"(?:about )?(\w+(?: couple of)?) ?(m|mths?|months?|y|yrs?|years?)", span)
    if match is None:
        return ReadDate(day=today - (read.day - today))
    months = (read.day.year - today.year) * 12 + read.day.month - today.month
    try:
        return ReadDate(day=add_months(today, -months))
    except OverflowError:
        return ReadDate(problem="That is too far away.")
