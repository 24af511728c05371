"""Dates, times, telephone numbers and lists of names as people say them, kept whole at the end of a line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from exports.fixed_words import ENGLISH, FixedWords
from eymeeting.domain.dates import MONTHS, WEEKDAYS
from eymeeting.domain.in_words import listed
from eymeeting.domain.our_words import OurWords
from eymeeting.domain.text import clean_text
from eymeeting.domain.times import spoken_time

NO_BREAK: Final = "\u00a0"
_SPACES: Final = re.compile("(?:(?<!\\d)\u00a0|\u00a0(?![^\\W\\d_])|[^\\S\u00a0])+")
"""Spaces, but for the no-break space after the day in a date, which stays in every language."""

_PHONE: Final = re.compile(r"(?<!\d)(?:\+\d{1,3}|\(?0\d{2,5}\)?)(?: \d{2,6}){1,4}")
_DATE: Final = re.compile(rf"\b\d{{1,2}} (?:{'|'.join(MONTHS)})\b")
_TYPED_MARK: Final = re.compile(r"^[-–—•*·●○▪](?:\s+|$)")
_ENDS: Final = (".", "!", "?", "…", "।", "؟", "۔", "。")
_JOB_WORDS: Final = re.compile(
    "advocate|assistant|carer|child|childminder|class|clinical|community|counsellor|debt|deputy|district|domestic|"
    "early|education|family|foster|head|health|housing|inclusion|independent|key|lead|local|manager|mental|"
    "midwife|money|"
    "nursery|occupational|parenting|pastoral|physiotherapist|play|psychologist|pupil|school|senior|site|social|"
    "special|specialist|speech|substance|supervising|support|teacher|teaching|tenancy|volunteer|welfare|young|"
    "youth"
)
"""How the names of jobs begin that are nobody's own name, so that they may stand in small letters."""
_CLOSING: Final = "\"'”’»)]"


def on_paper(text: str) -> str:
    """The text as it stands on paper: cleaned, single spaces, no empty lines, numbers and dates whole."""
    lines = (" ".join(filter(None, _SPACES.split(line))) for line in clean_text(text).splitlines())
    return kept_whole("\n".join(line for line in lines if line))


def kept_whole(text: str) -> str:
    """The same words with no-break spaces inside telephone numbers and dates."""
    return _DATE.sub(_without_breaks, _PHONE.sub(_without_breaks, text))


def _without_breaks(found: re.Match[str]) -> str:
    return found[0].replace(" ", NO_BREAK)


def says_nothing(text: str) -> bool:
    """Whether nobody would see anything: empty, spaces or invisible signs alone."""
    return not any(sign.isprintable() and not sign.isspace() for sign in text)


def spoken_date(day: date, words: FixedWords = ENGLISH) -> str:
    """A date as people say it: 22 November 2026."""
    month = words.known(MONTHS[day.month - 1])
    return _whole(words("{day} {month} {year}", day=day.day, month=month, year=day.year), day)


def spoken_day(day: date, words: FixedWords = ENGLISH) -> str:
    """A date with its weekday: Tuesday 12 January 2027."""
    return words("{weekday} {date}", weekday=_weekday(day, words), date=spoken_date(day, words))


def date_near(day: date, *, met_on: date, words: FixedWords = ENGLISH) -> str:
    """A date, with its year only where that is not the year people met in."""
    if day.year != met_on.year:
        return spoken_date(day, words)
    return _whole(words("{day} {month}", day=day.day, month=words.known(MONTHS[day.month - 1])), day)


def day_near(day: date, *, met_on: date, words: FixedWords = ENGLISH) -> str:
    """A date with its weekday, and with its year only where that is not the year people met in."""
    near = date_near(day, met_on=met_on, words=words)
    return words("{weekday} {date}", weekday=_weekday(day, words), date=near)


def time_of_day(time: str, words: FixedWords = ENGLISH) -> str:
    """A time as people say it: “1.30pm”, “10am”, “midday”. What is not a time of day stays as it was written."""
    said = spoken_time(time)
    if said == time or said.isalpha():
        return words.known(said)
    figures = said[:-2]
    return words("{time}am", time=figures) if said.endswith("am") else words("{time}pm", time=figures)


def names_listed(names: Sequence[str], words: FixedWords = ENGLISH) -> str:
    """Names as people say them: one, two and three."""
    told = [as_told(each, words) for each in names]
    if len(told) < 2:
        return listed(told)
    return words("{names} and {last}", names=", ".join(told[:-1]), last=told[-1])


def as_told(text: str, words: FixedWords) -> str:
    """A text as it is told in a language: its fixed words where they are ours, and what people said as they said it."""
    if not isinstance(text, OurWords) or words.code == ENGLISH.code:
        return text
    given = {name: _told(each, words) for name, each in text.given.items()}
    return words(text.fixed, **given)


def _told(given: str | date, words: FixedWords) -> str:
    return spoken_date(given, words) if isinstance(given, date) else as_told(given, words)


def _weekday(day: date, words: FixedWords) -> str:
    return words.known(WEEKDAYS[day.weekday()])


def _whole(written: str, day: date) -> str:
    """A date with a no-break space after its day, wherever that stands."""
    return re.sub(rf"(?<!\d){day.day} (?=\D)", f"{day.day}{NO_BREAK}", written, count=1)


def sentence(text: str) -> str:
    """The text with a stop at its end, unless it has one already or ends in some other sign of its own."""
    text = text.strip()
    if not text or text.rstrip(_CLOSING).endswith((*_ENDS, ":", ";", ",")):
        return text
    return f"{text}."


def lines_of(text: str) -> list[str]:
    """The lines somebody typed, each without the dash or dot they typed in front of it."""
    lines = (_TYPED_MARK.sub("", line) for line in on_paper(text).split("\n"))
    return [line for line in lines if not says_nothing(line)]


def at_a_place(place: str, words: FixedWords = ENGLISH) -> str:
    """Where something was: “at Larkfield Centre”, “in the Garden Room”. Nothing for nowhere."""
    if says_nothing(place):
        return ""
    first = place.partition(",")[0].strip().lower()
    room = first.endswith((" room", " hall")) and not first.startswith(("the ", "a "))
    if room:
        return words("in the {place}", place=place.strip())
    return words("at {place}", place=place.strip())


def in_a_sentence(job: str) -> str:
    """A job as it stands inside a sentence: “family support worker”, but “GP” and “Polish interpreter”."""
    first, space, rest = job.strip().partition(" ")
    if _JOB_WORDS.fullmatch(first.lower()):
        return f"{first.lower()}{space}{rest}"
    return job.strip()
