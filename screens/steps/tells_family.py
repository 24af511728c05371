"""After helpers talked among themselves: who tells the family what was agreed, and by when."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Final

from textual.binding import BindingType

from eymeeting.domain.date_words import read_date
from eymeeting.domain.dates import how_far, remarks, spoken
from eymeeting.domain.family import Change, Family
from eymeeting.domain.known_names import owners_known
from eymeeting.domain.people import Worker
from eymeeting.domain.telling import WHAT_IS_TOLD, promised, who_tells
from screens.steps.asked_in_lines import LINE_KEYS, AskedInLines, AskedLine

_WHO_IS_MEANT: Final = "Write the name of one of the people who help."
_WRITE_A_DAY: Final = "Write the day as you would say it: fri, or 4 dec."
_NOBODY: Final = "Nobody tells the family yet."


class TellsStep(AskedInLines):
    """Three lines: who, by when, and what they say."""

    STEP = "next"
    BINDINGS: ClassVar[list[BindingType]] = LINE_KEYS
    HELP = """\
    What helpers agree goes to the family by **somebody**, by a **day**. It is kept as something to do: it
    stands among the actions, on that worker's list, and is asked about at the next review.
    """
    LINES: ClassVar[tuple[AskedLine, ...]] = (
        AskedLine(name="who", question="Who tells the family?", hint="a name"),
        AskedLine(name="by", question="By when?", hint="fri, 4 dec, in a week"),
        AskedLine(name="what", question="What do they tell them?", hint=WHAT_IS_TOLD),
    )

    def kept(self, name: str) -> str:
        """What is kept of a line."""
        view = self.view
        promise = who_tells(view.family, view.meeting)
        if promise is None:
            return ""
        match name:
            case "who":
                worker = view.family.worker(promise.owner or "")
                return "" if worker is None else worker.name
            case "by":
                return "" if promise.due is None else spoken(promise.due)
            case _:
                return "" if promise.text == WHAT_IS_TOLD else promise.text

    def changes(self, typed: Mapping[str, str]) -> tuple[Change, ...] | None:
        """The promise to tell them; nothing while the name or the day cannot be read."""
        view, day, name = self.view, typed["by"].strip(), typed["who"].strip()
        read = read_date(day, view.today) if day else None
        worker = _worker_meant(name, view.family) if name else None
        if (day and (read is None or read.day is None)) or (name and worker is None):
            return None
        return promised(
            view.family,
            view.meeting,
            who=None if worker is None else worker.id,
            by=None if read is None else read.day,
            words=typed["what"].strip() or WHAT_IS_TOLD,
        )

    def understood(self, typed: Mapping[str, str]) -> str:
        """Who tells them, by when, and what is missing."""
        view, day, name = self.view, typed["by"].strip(), typed["who"].strip()
        if not name and not day:
            return _NOBODY
        worker = _worker_meant(name, view.family) if name else None
        if worker is None:
            return _WHO_IS_MEANT
        read = read_date(day, view.today) if day else None
        if read is None or read.day is None:
            return f"{worker.name}. {(read.problem if read else None) or _WRITE_A_DAY}"
        notes = remarks(read.day, view.today, view.calendar)
        return " ".join([f"{worker.name}, by {spoken(read.day)}, {how_far(read.day, view.today)}.", *notes])


def _worker_meant(typed: str, family: Family) -> Worker | None:
    """The one worker whom a name means; nobody where it may mean two, or none."""
    names = owners_known(family)
    for found in (names.meant_by(typed), names.starting_with(typed)):
        workers = [worker for who in found if (worker := family.worker(who)) is not None]
        if len(workers) == 1:
            return workers[0]
    return None
