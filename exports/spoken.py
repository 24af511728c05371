"""Dates, times, telephone numbers and lists of names as people say them, kept whole at the end of a line."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from eymeeting.domain.dates import MONTHS, WEEKDAYS, day_in_words
from eymeeting.domain.text import clean_text

NO_BREAK: Final = "\u00a0"
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
    lines = (" ".join(line.split()) for line in clean_text(text).splitlines())
    return kept_whole("\n".join(line for line in lines if line))


def kept_whole(text: str) -> str:
    """The same words with no-break spaces inside telephone numbers and dates."""
    return _DATE.sub(_without_breaks, _PHONE.sub(_without_breaks, text))


def _without_breaks(found: re.Match[str]) -> str:
    return found[0].replace(" ", NO_BREAK)


def says_nothing(text: str) -> bool:
    """Whether nobody would see anything: empty, spaces or invisible signs alone."""
    return not any(sign.isprintable() and not sign.isspace() for sign in text)


def spoken_date(day: date) -> str:
    """A date as people say it: 22 November 2026."""
    return day_in_words(day).replace(" ", NO_BREAK, 1)


def spoken_day(day: date) -> str:
    """A date with its weekday: Tuesday 12 January 2027."""
    return f"{WEEKDAYS[day.weekday()]} {spoken_date(day)}"


def date_near(day: date, *, met_on: date) -> str:
    """A date, with its year only where that is not the year people met in."""
    return spoken_date(day) if day.year != met_on.year else f"{day.day}{NO_BREAK}{MONTHS[day.month - 1]}"


def day_near(day: date, *, met_on: date) -> str:
    """A date with its weekday, and with its year only where that is not the year people met in."""
    return f"{WEEKDAYS[day.weekday()]} {date_near(day, met_on=met_on)}"


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


def at_a_place(place: str) -> str:
    """Where something was: “at Larkfield Centre”, “in the Garden Room”. Nothing for nowhere."""
    if says_nothing(place):
        return ""
    first = place.partition(",")[0].strip().lower()
    room = first.endswith((" room", " hall")) and not first.startswith(("the ", "a "))
    return f"in the {place.strip()}" if room else f"at {place.strip()}"


def in_a_sentence(job: str) -> str:
    """A job as it stands inside a sentence: “family support worker”, but “GP” and “Polish interpreter”."""
    first, space, rest = job.strip().partition(" ")
    if _JOB_WORDS.fullmatch(first.lower()):
        return f"{first.lower()}{space}{rest}"
    return job.strip()
