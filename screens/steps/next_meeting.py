"""When people meet again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import ClassVar, Final

from textual.binding import Binding, BindingType

from eymeeting.domain.dates import how_far, remarks, spoken
from eymeeting.domain.day_and_time import read_day_and_time
from eymeeting.domain.family import Change
from eymeeting.domain.kept_apart import agreed_next, cautions
from eymeeting.domain.meeting import NextMeeting
from eymeeting.domain.text import clean_line
from eymeeting.domain.times import read_time, spoken_time, to_the_quarter
from screens.for_you_alone import ForYouAlone
from screens.steps.asked_in_lines import AskedInLines, AskedLine

SOMETHING_TO_CHECK: Final = "Something to check: Ctrl+O."
"""All that a screen which everybody can read tells of people who are kept apart."""


class NextStep(AskedInLines):
    """Day, time and place of the next meeting."""

    STEP = "next"
    HELP = """\
    The day as you would say it: *tue 12 jan*, *6w*, *in 2 weeks*. **Enter** keeps it.
    Where there is **something to check**, turn the screen and press **Ctrl+O**: it is for you alone.
    **F7** turns the whole plan to the family, to read it back.
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "ctrl+o",
            "check",
            "Something to check",
            show=False,
            priority=True,
            tooltip="What there is to check about this day and place; turn the screen first",
            id="next.check",
        ),
    ]
    DEFAULT_CSS = """
    NextStep #understood { margin-top: 0; }
    """

    def lines(self) -> tuple[AskedLine, ...]:
        """Day, time and place, with the council's word for where people meet."""
        centre = self.view.pack.words.centre
        return (
            AskedLine(name="on", question="When", hint="tue 12 jan, or 6w"),
            AskedLine(name="time", question="What time", hint="1.30pm"),
            AskedLine(name="place", question="Where", hint=f"the room and the {centre}"),
        )

    def first_line(self) -> str:
        """The day: time and place are suggested."""
        return "on"

    def kept(self, name: str) -> str:
        """What is agreed; before that the time of this meeting and its place."""
        meeting = self.view.meeting
        coming = meeting.next_meeting
        match name:
            case "on":
                return "" if coming is None else spoken(coming.on)
            case "time":
                return spoken_time(to_the_quarter(meeting.start) if coming is None else coming.time)
            case _:
                return meeting.venue if coming is None else coming.place or ""

    def changes(self, typed: Mapping[str, str]) -> tuple[Change, ...] | None:
        """The next meeting as it stands in the lines; a day taken away takes it away."""
        meeting, coming = self.view.meeting, self._coming()
        if coming is None and (typed["on"].strip() or meeting.next_meeting is None):
            return None
        if coming == meeting.next_meeting:
            return ()
        return (self.view.change(meeting, replace(meeting, next_meeting=coming)),)

    def _coming(self) -> NextMeeting | None:
        read, said_too = read_day_and_time(self._value("on"), self.view.today)
        time = said_too or read_time(self._value("time"))
        if read is None or read.day is None or time is None:
            return None
        return NextMeeting(on=read.day, time=time, place=clean_line(self._value("place")) or None)

    def understood(self, typed: Mapping[str, str]) -> str:
        """The day in words, how far it is, and what there is to say about it."""
        words, today = typed["on"], self.view.today
        if not words.strip():
            return "No day yet."
        read, said_too = read_day_and_time(words, today)
        if read is None:
            return "Write the day as you would say it: tue 12 jan, or 6w."
        if read.day is None:
            return read.problem or ""
        time = said_too or read_time(typed["time"])
        at = f", {spoken_time(time)}" if time else ""
        notes = [*remarks(read.day, today, self.view.calendar), *(() if time else ("What time?",))]
        if self._to_check():
            notes.append(SOMETHING_TO_CHECK)
        return " ".join([f"{spoken(read.day)}{at}, {how_far(read.day, today)}.", *notes])

    def action_check(self) -> None:
        """Show what there is to check, to whoever is at the keyboard alone."""
        found = self._to_check()
        if found:
            self.app.push_screen(ForYouAlone(found))

    def _to_check(self) -> tuple[str, ...]:
        view, coming = self.view, self._coming()
        gathering = agreed_next(replace(view.meeting, next_meeting=coming))
        return () if gathering is None else cautions(view.family, gathering, view.today)
