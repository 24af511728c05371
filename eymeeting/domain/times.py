"""Times of day, as people in England say them. Kept as local wall time, ``HH:MM``."""

from __future__ import annotations

import re
from typing import Final

from eymeeting.domain.dates import NUMBER_WORDS
from eymeeting.domain.text import folded

_NAMED: Final = {"midday": "12:00", "noon": "12:00", "12 noon": "12:00", "midnight": "00:00"}
_HOURS: Final = {word: hour for hour, word in enumerate(NUMBER_WORDS, 1)}
_CLOCK: Final = re.compile(r"(?P<hour>\d{1,2})(?:[.:]?(?P<minute>\d\d))? ?(?P<half>am|pm)?")
_IN_WORDS: Final = re.compile(
    r"(?:(?P<part>half|quarter)(?: (?P<side>past|to))? )?"
    r"(?P<hour>[a-z]+|\d{1,2})(?: o'?clock)? ?(?P<half>am|pm)?"
)
_PARTS: Final = {
    (None, None): (0, 0),
    ("half", None): (0, 30),
    ("half", "past"): (0, 30),
    ("quarter", "past"): (0, 15),
    ("quarter", "to"): (-1, 45),
}
"""Hours and minutes to put to the hour that is named."""
_FIRST_HOUR_OF_THE_MORNING: Final = 8


def read_time(text: str) -> str | None:
    """A time of day as ``HH:MM``, or ``None`` when the words are not a time.

    ``1.30``, ``1:30pm``, ``13:30``, ``1330``, ``10``, ``half past one``, ``midday``. Hours 1 to 7
    without am or pm are in the afternoon, when meetings are held, unless they are
    written with a leading 0 (``07:30``).
    """
    typed = " ".join(folded(text).split())
    typed = re.sub(r"([ap])\.? ?m\.?$", r"\1m", typed)
    if typed in _NAMED:
        return _NAMED[typed]
    if match := _CLOCK.fullmatch(typed):
        hour, minute = int(match["hour"]), int(match["minute"] or 0)
        is_24_hour_clock = match["hour"].startswith("0")
        return _on_the_clock(hour, minute, match["half"], is_24_hour_clock=is_24_hour_clock)
    if match := _IN_WORDS.fullmatch(typed):
        return _in_words(match)
    return None


def _in_words(match: re.Match[str]) -> str | None:
    named = match["hour"]
    hour = int(named) if named.isdigit() else _HOURS.get(named)
    part = _PARTS.get((match["part"], match["side"]))
    if hour is None or part is None or not 1 <= hour <= 12:
        return None
    hours, minute = part
    return _on_the_clock(hour + hours or 12, minute, match["half"], is_24_hour_clock=False)


def _on_the_clock(hour: int, minute: int, half: str | None, *, is_24_hour_clock: bool) -> str | None:
    if minute > 59 or hour > 23:
        return None
    if half is not None:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    elif not is_24_hour_clock and 1 <= hour < _FIRST_HOUR_OF_THE_MORNING:
        hour += 12
    return f"{hour:02}:{minute:02}"


def spoken_time(time: str) -> str:
    """A time as people say it: ``13:30`` is “1.30pm”, ``10:00`` is “10am”, ``12:00`` is “midday”.

    What is not a time of day comes back as it was written.
    """
    match = re.fullmatch(r"([01]\d|2[0-3]):([0-5]\d)", time, re.ASCII)
    if match is None:
        return time
    if time in ("00:00", "12:00"):
        return "midnight" if time == "00:00" else "midday"
    hour = int(match[1])
    minutes = "" if match[2] == "00" else f".{match[2]}"
    return f"{hour % 12 or 12}{minutes}{'am' if hour < 12 else 'pm'}"


def to_the_quarter(time: str) -> str:
    """The quarter of an hour nearest to a time: ``10:38`` is ``10:45``. What is not a time comes back as it was."""
    match = re.fullmatch(r"([01]\d|2[0-3]):([0-5]\d)", time, re.ASCII)
    if match is None:
        return time
    minutes = min((int(match[1]) * 60 + int(match[2]) + 7) // 15 * 15, 23 * 60 + 45)
    return f"{minutes // 60:02}:{minutes % 60:02}"
