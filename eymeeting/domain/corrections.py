"""Putting right what was kept of a finished meeting: the change stands, and beside it a dated correction."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Final

from eymeeting.domain.actions import Action
from eymeeting.domain.change_words import done_words
from eymeeting.domain.entry import Entry, new_id
from eymeeting.domain.family import Change, Family
from eymeeting.domain.in_words import NO_SCORE
from eymeeting.domain.meeting import (
    ChildWords,
    Contribution,
    Copy,
    Correction,
    FamilyChange,
    Line,
    Meeting,
    Priority,
    Safeguarding,
    Score,
    StepTime,
)
from eymeeting.domain.pack import Pack
from eymeeting.domain.sight import is_open_in_the_room

UNWRITTEN: Final = "Something was taken back by the person who said it"
"""All that is told of words that somebody asked not to have written down."""


def corrections(
    family: Family, changes: Iterable[Change], *, by: str, on: date, pack: Pack, is_unwritten: bool = False
) -> tuple[Change, ...]:
    """The corrections that belong beside changes to meetings which were finished before.

    ``family`` is as it was before the changes. What an entry was at first stays
    in its first correction of the day; what was not for everyone, and what is
    taken back by whoever said it (``is_unwritten``), is never written out again.
    A note about harm is written afterwards in any case, and has none.
    """
    found: list[Change] = []
    position = family.next_position(Correction)
    for change in changes:
        meeting = _finished_meeting(family, change, on)
        if meeting is None or _has_one_already(family, change.entry.id, meeting, by, on):
            continue
        correction = Correction(
            id=new_id(),
            position=position + len(found),
            meeting=meeting,
            on=on,
            by=by,
            what=UNWRITTEN if is_unwritten else _what(change, family, pack),
            about=change.entry.id,
            was=None if is_unwritten else _was(change.before, family, pack),
        )
        found.append(Change(family=family.ref, before=None, after=correction))
    return tuple(found)


def _finished_meeting(family: Family, change: Change, on: date) -> str | None:
    entry = change.entry
    if isinstance(entry, Correction | Copy | StepTime | Safeguarding) or _is_a_tick(change):
        return None
    place = entry.id if isinstance(entry, Meeting) else getattr(entry, "meeting", None)
    meeting = next((each for each in family.meetings if each.id == place), None)
    if meeting is None or not meeting.is_over(on) or _goes_on_or_not(change):
        return None
    if _happened_since(change, meeting):
        return None
    if isinstance(change.before, Meeting) and isinstance(change.after, Meeting):
        locked = replace(change.after, locked_on=change.before.locked_on, locked_by=change.before.locked_by)
        return None if locked == change.before else meeting.id
    return meeting.id


def _goes_on_or_not(change: Change) -> bool:
    """Whether it is said of an action only that it goes on after the closing: that is news, and puts nothing right."""
    before, after = change.before, change.after
    if not isinstance(before, Action) or not isinstance(after, Action):
        return False
    return before == replace(after, after_closing=before.after_closing)


def _is_a_tick(change: Change) -> bool:
    """Whether what was wanted has come true since: that is news, and puts nothing right."""
    before, after = change.before, change.after
    return isinstance(before, Line) and isinstance(after, Line) and replace(before, done=after.done) == after


def _happened_since(change: Change, meeting: Meeting) -> bool:
    """Whether it is news of a later day, kept with a meeting only until the next one is set up."""
    states = [each for each in (change.before, change.after) if each is not None]
    return all(isinstance(each, FamilyChange) and each.on > meeting.on for each in states)


def _has_one_already(family: Family, about: str, meeting: str, by: str, on: date) -> bool:
    return any(
        (each.about, each.meeting, each.by, each.on) == (about, meeting, by, on)
        for each in family.corrections
    )


def _what(change: Change, family: Family, pack: Pack) -> str:
    words = done_words((change,), family, pack)
    verb = "Added" if change.before is None else "Taken away" if change.after is None else "Put right"
    return f"{verb}: {words}"


def _was(before: Entry | None, family: Family, pack: Pack) -> str | None:
    if before is None or not is_open_in_the_room(family, before, pack=pack):
        return None
    match before:
        case Line():
            return before.text
        case Action():
            due = "" if before.due is None else f", by {before.due.isoformat()}"
            return f"{before.text}{due}"
        case ChildWords():
            return before.words
        case Contribution():
            parts = (before.working, before.worry, before.can_offer, before.text)
            return " / ".join(part for part in parts if part) or None
        case Score():
            return str(before.value) if isinstance(before.value, int) else NO_SCORE[before.value]
        case Priority():
            return before.life_when
        case _:
            return None
