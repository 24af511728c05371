"""Has the family been told that helpers talk about it: by whom, when and what; or why not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import ClassVar, Final

from textual.binding import BindingType

from eymeeting.domain.dates import spoken
from eymeeting.domain.family import Change
from eymeeting.domain.past_days import read_past_date
from eymeeting.domain.telling import (
    TOLD,
    WhatWasTold,
    is_told,
    may_go_on,
    what_was_told,
    why_not_yet,
    with_what_was_told,
)
from eymeeting.domain.text import clean_line
from screens.steps.asked_in_lines import LINE_KEYS, AskedInLines, AskedLine

_WENT_ON: Final = "because"
_WRITE_A_DAY: Final = "Write the day as you would say it: yesterday, or 4 nov."
_KNOWS: Final = "The family knows. F4 goes on."
_REASON: Final = (
    "The reason is kept, for the record only. Nothing of this meeting reaches the family. F4 goes on."
)
_NOTHING_SAID: Final = "Until then the other steps wait, and take nothing."


class ToldStep(AskedInLines):
    """Four lines: by whom, when, what; and why helpers talk all the same where the family does not know."""

    STEP = TOLD
    BINDINGS: ClassVar[list[BindingType]] = LINE_KEYS
    HELP = """\
    A family knows before it is talked about: **who** told them, **when**, and **what**. Until that is written
    here, or a **reason** why it could not be, the other steps wait and take nothing.
    The reason is for the record only. What is agreed without the family knowing reaches no screen and no
    copy of theirs until they have been told.
    """
    LINES: ClassVar[tuple[AskedLine, ...]] = (
        AskedLine(name="by", question="Who told them?", hint="a name"),
        AskedLine(name="on", question="When?", hint="today, yesterday, 4 nov"),
        AskedLine(name="what", question="What were they told?", hint="that we talk, with whom, and why"),
        AskedLine(
            name=_WENT_ON, question="Not told? Why do we talk all the same?", hint="only for the record"
        ),
    )

    def kept(self, name: str) -> str:
        """What is kept of a line."""
        meeting = self.view.meeting
        told = what_was_told(meeting)
        match name:
            case "by":
                return told.by
            case "on":
                return "" if told.on is None else spoken(told.on)
            case "what":
                return told.what
            case _:
                return meeting.went_on_because or ""

    def changes(self, typed: Mapping[str, str]) -> tuple[Change, ...] | None:
        """The meeting with what is said; nothing while the day cannot be read."""
        meeting, day = self.view.meeting, typed["on"].strip()
        read = read_past_date(day, self.view.today) if day else None
        if day and (read is None or read.day is None):
            return None
        told = WhatWasTold(by=typed["by"], on=None if read is None else read.day, what=typed["what"])
        after = replace(
            with_what_was_told(meeting, told), went_on_because=clean_line(typed[_WENT_ON]).strip() or None
        )
        return () if after == meeting else (self.view.change(meeting, after),)

    def understood(self, typed: Mapping[str, str]) -> str:
        """Whether there may be talk, and what is still to be said."""
        day = typed["on"].strip()
        read = read_past_date(day, self.view.today) if day else None
        if day and (read is None or read.day is None):
            return (read.problem if read is not None else None) or _WRITE_A_DAY
        changes = self.changes(typed)
        after = self.view.meeting
        if changes:
            after = self.view.family.after(changes[0]).meeting(after.id)
        if is_told(after):
            return _KNOWS
        return _REASON if may_go_on(after) else f"{why_not_yet(after)} {_NOTHING_SAID}"
