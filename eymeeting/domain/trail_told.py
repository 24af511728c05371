"""What of the trail is told to whoever is at the keyboard: only what they may open, and no gap where the rest was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from eymeeting.domain.actions import Update
from eymeeting.domain.at_the_keyboard import may_open
from eymeeting.domain.entry import Entry
from eymeeting.domain.family import Family, collections
from eymeeting.domain.meeting import Copy, Meeting
from eymeeting.domain.names import short_names
from eymeeting.domain.pack import Pack
from eymeeting.domain.people import Household, Person
from eymeeting.domain.sight import Reader, is_kept_apart, is_open_in_the_room, sees
from eymeeting.domain.taken_home import said_of_a_copy
from eymeeting.domain.trail_marks import SatDown, TrailMark
from eymeeting.domain.trail_words import (
    GONE,
    OF_A_FILE,
    OF_THE_KEYBOARD,
    PRIVATE,
    SOMEBODY,
    TrailLine,
    did,
    meeting_called,
    noun_of,
)


def trail_lines(
    family: Family,
    marks: Iterable[TrailMark],
    sittings: Sequence[SatDown],
    *,
    keyboard: str,
    today: date,
    pack: Pack,
) -> Iterator[TrailLine]:
    """A family's trail as ``keyboard`` may read it, newest first, worked out line by line as it is asked for.

    ``marks`` are newest first, ``sittings`` too. Of what is not for everyone, those who may
    open it read no more than that; others read nothing. What is no longer kept cannot be
    judged: of kinds that may be for some alone only whoever did it reads of it.
    """
    told = _Told(family, keyboard, today, pack)
    waiting: TrailLine | None = None
    for mark, sat_down in _with_sittings(_whole(marks), sittings):
        line = told.line(mark, sat_down)
        if line is None:
            continue
        if waiting is not None and _is_the_same(waiting, line):
            waiting = replace(waiting, times=waiting.times + 1)
            continue
        if waiting is not None:
            yield waiting
        waiting = line
    if waiting is not None:
        yield waiting


def _is_the_same(one: TrailLine, other: TrailLine) -> bool:
    minute = {"second": 0, "microsecond": 0}
    same = replace(other, at=one.at, times=one.times) == one
    return same and one.at.replace(**minute) == other.at.replace(**minute)  # type: ignore[arg-type]


def _whole(marks: Iterable[TrailMark]) -> Iterator[TrailMark]:
    """Each stay in a text field once: by its end, or by its beginning where it was cut short."""
    ended: set[tuple[str, str, str]] = set()
    for mark in marks:
        stay = (mark.who, mark.kind, mark.entry)
        if mark.what == "ended writing":
            ended.add(stay)
        elif mark.what == "began writing" and (stay in ended or not mark.was_there):
            ended.discard(stay)
            continue
        yield mark


def _with_sittings(
    marks: Iterable[TrailMark], sittings: Sequence[SatDown]
) -> Iterator[tuple[TrailMark, SatDown | None]]:
    """Each mark with its sitting. The newest time somebody sat down is the newest sitting, and so on back.

    Those of a family that was replaced from a file are not known any more, and have no lines.
    """
    left = list(reversed(sittings))
    is_inside = bool(left) and not left[-1].was_left
    for mark in marks:
        if mark.what == "stood up":
            is_inside = True
        yield mark, left[-1] if is_inside and left else None
        if mark.what == "sat down" and left:
            left.pop()
            is_inside = bool(left) and not left[-1].was_left


class _Told:
    def __init__(self, family: Family, keyboard: str, today: date, pack: Pack) -> None:
        self._family = family
        self._keyboard = keyboard
        self._today = today
        self._pack = pack
        self._names = short_names(family)
        self._meetings = {
            each.id: each for each in family.meetings if not is_kept_apart(family, each.id, keyboard)
        }
        self._sees_every_meeting = len(self._meetings) == len(family.meetings)
        kept: list[Entry] = [
            family.details,
            *(each for _, entries in collections(family) for each in entries),
        ]
        self._entries = {(type(each).__name__, each.id): each for each in kept}
        self._nouns: dict[tuple[str, str], str | None] = {}

    def line(self, mark: TrailMark, sat_down: SatDown | None) -> TrailLine | None:
        """The line, or nothing when it is not to be told."""
        if mark.what in OF_A_FILE:
            return TrailLine(at=mark.at, who="", did=OF_A_FILE[mark.what])
        meeting = None if sat_down is None else self._meetings.get(sat_down.meeting)
        sitting = ""
        if sat_down is not None and meeting is not None:
            sitting = f"{meeting_called(meeting, self._pack)}, from {sat_down.began:%H:%M}"
        done = self._done(mark, knows_the_sitting=bool(sitting))
        if done is None:
            return None
        entry = self._entries.get((mark.kind, mark.entry))
        about = None if entry is None else self._meetings.get(_place(entry) or "")
        return TrailLine(
            at=mark.at,
            who=self._names.get(mark.who, SOMEBODY),
            did=done,
            meeting="" if about is None or about == meeting else f"meeting {about.number}",
            sitting=sitting,
        )

    def _done(self, mark: TrailMark, *, knows_the_sitting: bool) -> str | None:
        if mark.what in OF_THE_KEYBOARD:
            return OF_THE_KEYBOARD[mark.what] if knows_the_sitting else None
        key = (mark.kind, mark.entry)
        if mark.act not in ("added", "changed", "removed") or mark.kind in _UNTOLD:
            return None
        entry = self._entries.get(key)
        if entry is None:
            noun = self._gone(mark)
        else:
            if key not in self._nouns:
                self._nouns[key] = self._noun(entry)
            noun = self._nouns[key]
        if noun is None:
            return None
        told = did(mark.act, mark.kind, noun, entry, self._names)
        return ", ".join(filter(None, (told, self._stayed_off(mark, entry))))

    def _stayed_off(self, mark: TrailMark, entry: Entry | None) -> str:
        if mark.act != "added" or not isinstance(entry, Copy):
            return ""
        return said_of_a_copy(self._family, entry, self._keyboard)

    def _noun(self, entry: Entry) -> str | None:
        judged = self._judged(entry)
        if judged is None or not self._opens(judged, _place(entry)):
            return None
        kind = type(entry).__name__
        if kind not in _TOLD_ALL_THE_SAME and not is_open_in_the_room(self._family, judged, pack=self._pack):
            return PRIVATE
        return noun_of(kind, self._pack)

    def _judged(self, entry: Entry) -> Entry | None:
        """News is judged by its action."""
        if not isinstance(entry, Update):
            return entry
        return next((each for each in self._family.actions if each.id == entry.action), None)

    def _opens(self, entry: Entry, place: str | None) -> bool:
        if isinstance(entry, Household | Person) and self._keyboard in (entry.hidden_from or ()):
            return False
        family, pack, today = self._family, self._pack, self._today
        if any(is_kept_apart(family, each, self._keyboard) for each in (place, _place(entry))):
            return sees(family, Reader(id=self._keyboard), entry, today=today, pack=pack)
        return isinstance(entry, Copy) or may_open(family, entry, self._keyboard, today=today, pack=pack)

    def _gone(self, mark: TrailMark) -> str | None:
        if mark.kind in _FOR_ALL_WHEN_GONE and self._sees_every_meeting:
            return noun_of(mark.kind, self._pack)
        return GONE if mark.who and mark.who == self._keyboard else None


def _place(entry: Entry) -> str | None:
    place = entry.id if isinstance(entry, Meeting) else getattr(entry, "meeting", None)
    return place if isinstance(place, str) else None


_UNTOLD: Final = frozenset({"StepTime"})
"""What the app writes by itself at every step."""

_TOLD_ALL_THE_SAME: Final = frozenset({"Copy", "LeftOpen", "Heard", "Invitation", "Correction", "Attendance"})
"""Kinds whose name tells nothing of what they hold, although they are not for everyone."""

_FOR_ALL_WHEN_GONE: Final = frozenset(
    {
        "Person",
        "Relation",
        "Worker",
        "Agreement",
        "Answer",
        "LeadAgreement",
        "Meeting",
        "Priority",
        "Closure",
        "Copy",
        "PanelItem",
    }
)
"""Kinds that are never for some alone, so that they may be told of when they are gone."""
