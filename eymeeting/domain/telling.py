"""Helpers who talk without the family: has it been told, and who tells it afterwards what was agreed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from eymeeting.domain.actions import Action
from eymeeting.domain.dates import spoken_near
from eymeeting.domain.entry import FOR_THE_FAMILY
from eymeeting.domain.family import Change, Family
from eymeeting.domain.meeting import Meeting, MeetingType
from eymeeting.domain.text import clean_line

DISCUSSION: Final[MeetingType] = "professionals_discussion"
TOLD: Final = "told"
"""The step at which it is said whether the family knows."""

WHAT_IS_TOLD: Final = "Tell the family what we talked about and agreed."
"""How the promise to tell the family reads, until it is put in other words."""

_NOT_YET: Final = "First: has the family been told?"
_OPEN_ALL_THE_SAME: Final = frozenset({"welcome", TOLD, "finish"})
_TELLING: Final = "tell-the-family-"


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatWasTold:
    """What the family was told of the discussion, by whom, and on which day; empty where it is not said."""

    what: str = ""
    by: str = ""
    on: date | None = None

    @property
    def missing(self) -> tuple[str, ...]:
        """What is still to be said: “by whom”, “when”, “what”."""
        asked = (("by whom", self.by), ("when", self.on), ("what", self.what))
        return tuple(words for words, said in asked if not said)


def what_was_told(meeting: Meeting) -> WhatWasTold:
    """What is kept of how the family was told."""
    return WhatWasTold(
        what=meeting.family_told or "", by=meeting.family_told_by or "", on=meeting.family_told_on
    )


def with_what_was_told(meeting: Meeting, told: WhatWasTold) -> Meeting:
    """The meeting with how the family was told."""
    what, by = clean_line(told.what).strip(), clean_line(told.by).strip()
    return replace(meeting, family_told=what or None, family_told_by=by or None, family_told_on=told.on)


def as_told_before(meeting: Meeting, broken_off: Meeting) -> Meeting:
    """A meeting that goes on with one broken off: what its family was told, or why it was not, still holds."""
    return replace(
        meeting,
        family_told=broken_off.family_told,
        family_told_by=broken_off.family_told_by,
        family_told_on=broken_off.family_told_on,
        went_on_because=broken_off.went_on_because,
    )


def is_discussion(meeting: Meeting) -> bool:
    """Whether helpers talk among themselves."""
    return meeting.type == DISCUSSION


def is_told(meeting: Meeting) -> bool:
    """Whether it is kept when the family was told, by whom and what."""
    return not what_was_told(meeting).missing


def is_untold(meeting: Meeting) -> bool:
    """Whether helpers talk of a family that does not know of it: then nothing of it reaches the family."""
    return is_discussion(meeting) and not (meeting.family_told or meeting.family_told_on)


def may_go_on(meeting: Meeting) -> bool:
    """Whether there may be any talk: the family knows, or a reason is kept why it does not."""
    told = not is_discussion(meeting) or is_told(meeting)
    return told or bool((meeting.went_on_because or "").strip())


def takes_nothing_yet(meeting: Meeting, step: str) -> bool:
    """Whether a step has to wait until it is said whether the family knows."""
    return not may_go_on(meeting) and step not in _OPEN_ALL_THE_SAME


def why_not_yet(meeting: Meeting) -> str:
    """Why nothing is taken yet, and what is missing, in plain words; empty when there may be talk."""
    if may_go_on(meeting):
        return ""
    told = what_was_told(meeting)
    if len(told.missing) == 3:
        return f"{_NOT_YET} When, by whom and what; or the reason why we talk all the same."
    return f"{_NOT_YET} Still to say: {' and '.join(told.missing)}."


def who_tells(family: Family, meeting: Meeting) -> Action | None:
    """The promise that somebody tells the family, or nothing."""
    wanted = _id(meeting)
    return next((each for each in family.actions if each.id == wanted), None)


def promised(
    family: Family, meeting: Meeting, *, who: str | None, by: date | None, words: str = ""
) -> tuple[Change, ...]:
    """Somebody will tell the family, by a day. With neither, the promise is taken away."""
    before = who_tells(family, meeting)
    text = clean_line(words).strip() or (before.text if before else WHAT_IS_TOLD)
    after = replace(before or _blank(family, meeting), text=text, owner=who, due=by)
    kept = None if who is None and by is None else after
    return () if kept == before else (Change(family=family.ref, before=before, after=kept),)


def promise_words(family: Family, meeting: Meeting, today: date) -> str:
    """Who tells the family, and by when, as far as it is said; empty where nobody does yet."""
    promise = who_tells(family, meeting)
    if promise is None or promise.owner is None:
        return ""
    by = "" if promise.due is None else f" by {spoken_near(promise.due, today)}"
    worker = family.worker(promise.owner)
    name = worker.name if worker is not None else "Somebody"
    return f"{name} tells the family{by}."


def told_checks(family: Family, meeting: Meeting, today: date) -> Iterator[tuple[str, bool, str, str, str]]:
    """What is worth a look before a discussion ends: id, settled, the words for both, and the step."""
    told = "The family has been told." if is_told(meeting) else "It is kept why the family was not told."
    yield TOLD, may_go_on(meeting), told, why_not_yet(meeting), TOLD
    promise = who_tells(family, meeting)
    settled = promise is not None and promise.owner is not None and promise.due is not None
    day = "There is no day yet for telling the family."
    still = day if promise is not None and promise.owner else "Nobody is to tell the family yet."
    yield "tells", settled, promise_words(family, meeting, today), still, "next"


def told_rows(meeting: Meeting) -> Iterator[tuple[str, str | None]]:
    """What stands in the chair's record of why a discussion went on without the family knowing."""
    if is_discussion(meeting):
        yield "Went on although the family was not told, because", meeting.went_on_because


def _blank(family: Family, meeting: Meeting) -> Action:
    return Action(
        id=_id(meeting),
        position=family.next_position(Action),
        text=WHAT_IS_TOLD,
        owner=None,
        due=None,
        area="",
        status="not_started",
        visibility=FOR_THE_FAMILY,
        meeting=meeting.id,
    )


def _id(meeting: Meeting) -> str:
    return f"{_TELLING}{meeting.number}"
