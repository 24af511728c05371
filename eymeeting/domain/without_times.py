"""Texts without their times of day, for somebody who must not learn when people are where.

What goes is a time of the clock, as people type it. Parts of the day stay (“in the mornings”, “after school”,
“bedtime”): without them a plan cannot be followed, and they name no time at which somebody could be met.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final, TypeVar

from eymeeting.domain.actions import Action
from eymeeting.domain.dates import MONTHS, NUMBER_WORDS, WEEKDAYS
from eymeeting.domain.family import Family
from eymeeting.domain.meeting import Line
from eymeeting.domain.text import folded

E = TypeVar("E", Line, Action)

_BESIDE: Final = 8
"""Words beside a time by which it is known on a paper."""

TOLD_WITH_TIMES: Final = ("text", "how_we_will_know", "child_words")
"""The texts of a line or an action that may be told without their times."""

_HOURS: Final = "|".join(NUMBER_WORDS[:12])
_HOUR: Final = rf"(?:1[0-2]|0?[1-9]|{_HOURS})"
_HOUR_TOLD: Final = rf"(?:{_HOUR}|noon|midday|midnight)"
_MINUTES: Final = r"(?:five|ten|twenty(?:[\s-]five)?)"
_HALF_OF_DAY: Final = r"[ap](?:\.\s?m\.?|\s?m)(?![\w'’])"
_NOT_A_TIME: Final = r"%|p\b|pounds?\b|quid\b|euros?\b|miles?\b|k[gm]s?\b|cm\b|hours?\b|mins?\b|minutes?\b"
_MONTH: Final = "|".join(f"{month[:3]}(?:{month[3:]})?" for month in MONTHS)
_DAY: Final = "|".join(WEEKDAYS)

_COUNTED: Final = rf"""
    (?!\s?(?:[-–—/]\s?)?\d) (?![.:,]\d) (?!\s?(?:{_NOT_A_TIME}|st\b|nd\b|rd\b|th\b|[x×]\s))
    (?!\s+(?:of|out|per|percent|different|more|other|or\s+more|and\s+a)\b) (?!\s+(?:{_MONTH})\b)
    (?!\s+(?!his\b|is\b|was\b|has\b|this\b|us\b|always\b|{_DAY}|{_DAY}s)[a-z]{{2,}}s\b)
    (?!\s+(?:children|people|year|month|week|day|point)\b)
    (?!\s+(?:[A-Z]\w+\s+){{1,3}}(?-i:Street|Road|Lane|Avenue|Close|Drive|Court|House|Way|Place|Gardens|Terrace|St|Rd)\b)
"""
"""What must not come after a bare number for it to be a time: what is counted, a date, an address."""

_CLOCK: Final = rf"""
    (?:
        (?<!on\s)(?:[01]?\d|2[0-3])\.[0-5]\d(?![.:/-]?\d)(?:\s?{_HALF_OF_DAY}|ish\b|\s?hrs\b|(?!\s?(?:{_NOT_A_TIME})|\w))
        | on\s+the\s+(?:[01]?\d|2[0-3])\.[0-5]\d(?![.:/-]?\d)(?!\w)
        | (?:[01]?\d|2[0-3])(?::|h)[0-5]\d(?::[0-5]\d)?(?!\d)(?:\s?{_HALF_OF_DAY}|ish\b|\s?hrs\b|(?!\w))
        | (?:[01]\d|2[0-3])[0-5]\d\s?(?:hrs|hours|h)\b
        | (?!one\s+am\b){_HOUR}\s?{_HALF_OF_DAY}
        | {_HOUR}\s?o\s?['’]?\s?clock\b(?:\s?{_HALF_OF_DAY})?
        | {_HOUR}ish\b
        | (?:a\s)?(?:half|quarter|(?:{_MINUTES}|\d\d?)(?:\sminutes)?)[\s-]past[\s-]{_HOUR_TOLD}\b
          (?:\s?{_HALF_OF_DAY})?
        | (?:a\s)?(?:half|quarter)[\s-]past\b
        | (?:a\s)?quarter[\s-]to[\s-]{_HOUR_TOLD}\b(?:\s?{_HALF_OF_DAY})?
        | (?<!from\s)(?<!aged\s)(?<!ages\s)(?<!between\s)
          (?:{_MINUTES}|\d\d?\sminutes)\sto\s{_HOUR_TOLD}\b(?:\s?{_HALF_OF_DAY})?{_COUNTED}
        | half[\s-](?:[2-9]|1[0-2]|{_HOURS[4:]})\b(?:\s?{_HALF_OF_DAY})?
        | (?:12\s|twelve\s)?(?:noon|midday|midnight)\b
    )
"""
"""A time that is one by itself: “8.45”, “3pm”, “half past three”, “noon”."""

_AT_THE_END: Final = rf"""
    (?=\s*(?:$|[.,;:!?)\]]|-\s)|\s+(?:on|every|each|so|when|and|but|then|with|in|at|he|she|they|we|you|it|the|if|for
    |today|tomorrow|tonight|daily|sharp|latest|{_DAY}|{_DAY}s)\b)
"""
_BARE: Final = rf"(?:{_HOUR}|[01]\d[0-5]\d|2[0-3][0-5]\d)"
_NO_YEAR: Final = rf"(?:{_HOUR}|(?:0\d|1[0-8]|2[1-3])[0-5]\d)"
_TO: Final = r"\s?(?:-|–|—|/|&|\bto\b|\btill?\b|\buntil\b|\band\b|\bor\b)\s?"
_AND: Final = (
    r"\s?(?:-|–|—|/|&|,|\bto\b|\btill?\b|\buntil\b|,?\s?\band\b|\bor\b|\bthen\b)\s?(?:at\s|from\s|by\s)?"
)
_MORE: Final = rf"(?:{_AND}(?:{_CLOCK})|{_TO}\b{_HOUR}\b{_COUNTED}{_AT_THE_END}){{0,6}}"
_ABOUT: Final = r"(?:(?:just|about|around|roughly|approximately|exactly|straight)\s)"
_BEFORE_IT: Final = r"""
    (?:(?:(?:no|not)\s)?(?:(?:later|earlier)\sthan|as\searly\sas|as\slate\sas)\s
    |(?:(?:no|not)\s)?(?:at|by|from|before|after|until|till?|between|since|for|to)\s
    |(?:just|about|around|roughly|approximately|exactly|straight)\s|@\s?){0,4}
"""
_AFTER_IT: Final = r"""
    (?:\s(?:sharp|prompt|precisely|exactly|on\sthe\sdot|or\sso|at\sthe\slatest|or\s(?:later|earlier|after|before))\b)?
    (?:\s(?:in\sthe|of\sthe)\s(?:early\s|late\s)?(?:morning|afternoon|evening)s?\b|\sat\snight\b)?
"""
_TIME: Final = re.compile(
    rf"""
    (?<![\w£$€])(?<!£\s)(?<!\d[.,:/])(?:
        {_BEFORE_IT}(?<!\w)(?:{_HOUR}{_TO})?{_CLOCK}{_MORE}
        | (?:at|@)\s?{_ABOUT}?(?<!\w){_BARE}(?!\w)(?:\s{_HALF_OF_DAY})?{_COUNTED}
            {_MORE}(?:(?:{_TO}|\s?,\s?){_HOUR}\b{_COUNTED}){{0,6}}
        | (?P<told>before|after|until|till?|from|between|by)\s{_ABOUT}?\b(?!one\b){_NO_YEAR}\b(?:{_TO}\b{_NO_YEAR}\b)?
            {_COUNTED}{_AT_THE_END}
        | (?:(?<=day\s)|(?<=days\s)|(?<=(?:mon|tue|wed|thu|fri|sat|sun)\s))
            (?:{_HOUR}{_TO}{_HOUR})\b{_COUNTED}{_AT_THE_END}
    ){_AFTER_IT}
    """,
    re.VERBOSE | re.IGNORECASE,
)
_OF_A_COUNT: Final = re.compile(
    r"\b(?:scor\w*|scale|ages?|aged|child(?:ren)?|up|down|moved?|went|gone|rose|risen|fell|more|less|sizes?"
    r"|pages?|chapters?|numbers?|count\w*|out|one|two|three|four|five)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
"""Words before “from 3 to 5” or “by 2” after which these are no times of day."""
_LEFT_HANGING: Final = re.compile(
    r"(?:(?:\b(?:on|by|with|for)\s+)?\b(?:the|a)|\b(?:and|or|then|&))\s*$", re.IGNORECASE
)
"""Words before a time that cannot stand at the end of a sentence."""


def without_times(text: str) -> str:
    """The text without its times of day, as a sentence that can be read; the same text when it has none.

    Dates, ages, counts, sums of money and telephone numbers stay as they are.
    """
    while (cut := _cut(text)) != text:
        text = cut
    return text


def times_in(text: str) -> tuple[tuple[int, int], ...]:
    """Where a text tells a time of day: the beginning and the end of each, the words that belong to it among it."""
    return tuple(match.span() for match in _TIME.finditer(text) if not _counts(match, text))


def as_told_to(family: Family, reader: str) -> Family:
    """The family with each line and action that a reader gets without its times of day cut for this reader."""
    entries: tuple[Line | Action, ...] = (*family.lines, *family.actions)
    if not any(reader in (each.times_not_for or ()) for each in entries):
        return family
    return replace(
        family,
        lines=tuple(_told(each, reader) for each in family.lines),
        actions=tuple(_told(each, reader) for each in family.actions),
    )


def told_by_a_time(before: str) -> Iterator[str]:
    """The words by which each time of a text is known on a paper: those just before it, and the time itself.

    A time at the very beginning is known by what comes after it. None of them is
    found in the text without its times.
    """
    kept = f" {' '.join(_words(without_times(before)))} "
    for start, end in times_in(before):
        words = [*_words(before[:start])[-_BESIDE:], *_words(before[start:end])]
        if not _words(before[:start]):
            words += _words(before[end:])[:_BESIDE]
        told = " ".join(words)
        if f" {told} " not in kept:
            yield told


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", folded(text))


def _told(entry: E, reader: str) -> E:
    if reader not in (entry.times_not_for or ()):
        return entry
    texts = {name: getattr(entry, name, None) for name in TOLD_WITH_TIMES}
    cut: dict[str, Any] = {name: without_times(text) for name, text in texts.items() if text}
    others = tuple(each for each in entry.times_not_for or () if each != reader)
    return replace(entry, **cut, times_not_for=others or None)


def _counts(match: re.Match[str], text: str) -> bool:
    return match["told"] is not None and _OF_A_COUNT.search(text[: match.start()]) is not None


def _cut(text: str) -> str:
    for start, end in reversed(times_in(text)):
        text = _joined(text[:start], text[start:end], text[end:])
    return text


def _joined(before: str, time: str, after: str) -> str:
    """Both sides of a time as one sentence."""
    ends = not after.strip() or after.lstrip()[0] in ".,;:!?)]"
    if ends:
        before = _LEFT_HANGING.sub("", before)
    if before.rstrip().endswith(("(", "[")) and after.lstrip().startswith((")", "]")):
        before, after = before.rstrip()[:-1], after.lstrip()[1:]
    begins = not before.strip() or before.rstrip()[-1] in ".!?\n"
    if begins:
        after = after.lstrip(" ,;:–—-")
        after = after[:1].upper() + after[1:] if time[:1].isupper() else after
        return (
            f"{before.rstrip(' ')}{' ' if before.strip() and after else ''}{after}"
            if before.strip()
            else after
        )
    before = before.rstrip(" ")
    if ends:
        before = before.rstrip(" ,;:–—-")
    after = after.lstrip(" ")
    return f"{before}{after}" if not after or after[0] in ".,;:!?)]\n" else f"{before} {after}"
