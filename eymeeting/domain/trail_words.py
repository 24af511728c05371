"""The trail in readable lines: what was done, when and by whom, and to which kind of thing; never anybody's words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from eymeeting.domain.dates import MONTHS, spoken
from eymeeting.domain.entry import Entry
from eymeeting.domain.meeting import Copy, Meeting
from eymeeting.domain.names import plain
from eymeeting.domain.pack import Pack

PRIVATE: Final = "something that is not for everyone"
GONE: Final = "something that is no longer here"
SOMEBODY: Final = "Somebody"


@dataclass(frozen=True, slots=True, kw_only=True)
class TrailLine:
    """One readable line. ``meeting`` names the meeting it is about, where that is not the one of its sitting.

    ``sitting`` names the sitting it belongs to and is empty between meetings. The same
    thing done again within a minute is one line, done so many ``times``.
    """

    at: datetime
    who: str
    did: str
    meeting: str = ""
    sitting: str = ""
    times: int = 1

    @property
    def words(self) -> str:
        """Who did what, such as “Grace Holloway added a score (meeting 1)”."""
        done = " ".join(part for part in (self.who, self.did) if part)
        notes = [self.meeting, f"{self.times} times" if self.times > 1 else ""]
        told = ", ".join(note for note in notes if note)
        return f"{done} ({told})" if told else done


def line_in_words(line: TrailLine, today: date) -> str:
    """The whole line: “22 November, 14:32: Grace Holloway added a score”. The year only when it is another."""
    year = "" if line.at.year == today.year else f" {line.at.year}"
    return f"{line.at.day} {MONTHS[line.at.month - 1]}{year}, {line.at:%H:%M}: {line.words}"


def heading(line: TrailLine) -> str:
    """What a line stands under: its day, and the sitting or that it was between meetings."""
    return f"{spoken(line.at.date())} · {line.sitting or 'Between meetings'}"


def findable(line: TrailLine) -> str:
    """What a line is found by: its words, its day and its sitting, as ``fits`` compares them."""
    return f" {plain(f'{line.words} {heading(line)}')}"


def fits(found_by: str, typed: str) -> bool:
    """Whether every word that was typed begins one of those a line is found by."""
    return all(f" {word}" in found_by for word in plain(typed).split())


def did(act: str, kind: str, what: str, entry: Entry | None, names: dict[str, str]) -> str:
    """What was done in words; ``what`` is what it was done to, ``names`` what people are called."""
    if isinstance(entry, Copy) and entry.to in names and what == NOUNS["Copy"]:
        what = f"a copy for {names[entry.to]}"
        if act == "added" and entry.file_name:
            return f"made {what}"
    if act == "changed" and kind == "Copy":
        return f"noted how {what} was given"
    if act == "added" and what == NOUNS.get(kind):
        return _BEGAN.get(kind, f"added {what}")
    if act == "removed" and what == GONE:
        return "took something out"
    return f"{_VERBS[act]} {what}"


def noun_of(kind: str, pack: Pack) -> str:
    """What a kind of entry is called."""
    return f"who is the {pack.words.lead}" if kind == "LeadAgreement" else NOUNS.get(kind, "something")


def meeting_called(meeting: Meeting, pack: Pack) -> str:
    """A meeting by its number and kind; a title is somebody's own words."""
    kinds = {kind.type: kind.name for kind in pack.meetings}
    name = kinds.get(meeting.type)
    return f"Meeting {meeting.number}" + (f", {name}" if name else "")


NOUNS: Final = {
    "FamilyDetails": "something about the family",
    "Household": "an address",
    "Person": "somebody of the family",
    "Relation": "what somebody is to a child",
    "Worker": "a worker",
    "Agreement": "an agreement to share",
    "Answer": "an answer about sharing",
    "Sharing": "a decision about sharing",
    "Meeting": "the details of a meeting",
    "Attendance": "how somebody took part",
    "Invitation": "that somebody was asked to come",
    "Heard": "how somebody was heard",
    "LeftOpen": "why something stayed open",
    "Correction": "a correction",
    "Contact": "a call or a visit",
    "Line": "a line of what was said",
    "Score": "a score",
    "Contribution": "what somebody said",
    "ChildWords": "somebody's own words",
    "Priority": "the choice of an area",
    "Action": "an action",
    "Update": "the news of an action",
    "Copy": "a copy",
    "FamilyChange": "what has changed in the family",
    "Closure": "the ending",
    "Safeguarding": PRIVATE,
    "SafetyScore": "a score about safety",
    "EasyWords": "words for an easy read copy",
    "StepTime": "the time spent",
    "PanelItem": "something about the panel",
    "Known": "what somebody knows",
}
"""What is told of each kind of entry; of who is the lead, the pack has the word."""

_VERBS: Final = {"added": "added", "changed": "changed", "removed": "took out"}

_BEGAN: Final = {
    "FamilyDetails": "began this family's record",
    "Meeting": "added a meeting",
    "Attendance": "noted how somebody took part",
    "Invitation": "noted that somebody was asked to come",
    "Heard": "noted how somebody was heard",
    "LeftOpen": "noted why something stayed open",
    "Correction": "put something right",
}
"""What is said where something of a kind was added, when that is no “added” in the room."""

OF_THE_KEYBOARD: Final = {
    "sat down": "sat down at the keyboard",
    "took the keyboard": "took the keyboard",
    "stood up": "left the keyboard",
}
OF_A_FILE: Final = {
    "imported": "This family was brought in from a file",
    "replaced": "This family was put in place of what was here, from a file",
}
