"""What was done, in a few words: what an undo takes back, and what a correction put right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

from eymeeting.domain.actions import Action, Update
from eymeeting.domain.agreement import Agreement, Answer, Sharing
from eymeeting.domain.contact import Contact
from eymeeting.domain.entry import Entry
from eymeeting.domain.family import Change, Family
from eymeeting.domain.family_history import words_of
from eymeeting.domain.field_words import changed_parts
from eymeeting.domain.going_on import asks_what_has_changed
from eymeeting.domain.in_words import PART, listed
from eymeeting.domain.kept_homes import is_kept
from eymeeting.domain.meeting import (
    Attendance,
    ChildWords,
    Closure,
    Contribution,
    Copy,
    Correction,
    FamilyChange,
    Heard,
    Invitation,
    LeadAgreement,
    LeftOpen,
    Line,
    Meeting,
    Priority,
    Safeguarding,
    SafetyScore,
    Score,
    StepTime,
)
from eymeeting.domain.names import short_names
from eymeeting.domain.pack import Pack
from eymeeting.domain.panel import Known, PanelItem
from eymeeting.domain.people import FamilyDetails, Household, Person, Relation, Worker
from eymeeting.domain.sight import is_open_in_the_room

_PRIVATE: Final = "something that is not for everyone"
_AN_ADDRESS: Final = "an address"


def done_words(changes: Sequence[Change], family: Family, pack: Pack) -> str:
    """What changes made together were about, such as “Remi's score for Our home”.

    Nothing is said of an entry that may not stand on a screen everyone can
    read, of a score that was asked alone, nor are anybody's own words: the
    sentence may be seen by all.
    """
    told = [_words(change, family, pack) for change in changes]
    return listed(tuple(dict.fromkeys(told)))


def _words(change: Change, family: Family, pack: Pack) -> str:
    entry = change.entry
    states = [each for each in (change.before, change.after) if each is not None]
    if isinstance(entry, Score) and pack.is_asked_alone(entry.area):
        return _PRIVATE
    if not isinstance(entry, _SAID_ALL_THE_SAME) and not all(
        is_open_in_the_room(family, each, pack=pack) for each in states
    ):
        return _PRIVATE
    if any(isinstance(each, Household) and is_kept(family, each) for each in states):
        return _AN_ADDRESS
    names = _Names(short_names(family))
    if change.before is not None and change.after is not None:
        name_of = _NAMES.get(type(entry))
        name = "" if name_of is None else name_of(entry, names)
        parts = changed_parts(change.before, change.after, name=name, lead=pack.words.lead)
        if parts is not None:
            return parts
    return _WORDS[type(entry)](entry, names, family, pack)


class _Names(dict[str, str]):
    def __missing__(self, _: str) -> str:
        return "somebody"


def _whose(names: _Names, who: str | None) -> str:
    return "somebody's" if who is None else f"{names[who]}'s"


def _news(update: Update, family: Family, pack: Pack) -> str:
    action = next((action for action in family.actions if action.id == update.action), None)
    if action is None:
        return "the news of an action"
    if not is_open_in_the_room(family, action, pack=pack):
        return _PRIVATE
    return f"the news of {_quoted(action.text)}"


def _chosen(area: str, pack: Pack) -> str:
    return "the choice of an area" if pack.is_asked_alone(area) else f"the choice of {pack.area_name(area)}"


def _called(person: Person, names: _Names) -> str:
    return names.get(person.id, person.called)


def _part(line: Line, family: Family) -> str:
    """What the part is called where a line is typed: at a review, “now” is what has changed."""
    place = next((each for each in family.meetings if each.id == line.meeting), None)
    if line.section == "present" and place is not None and asks_what_has_changed(place):
        return "What has changed"
    return PART[line.section]


def _quoted(text: str) -> str:
    return f"“{_short(text)}”"


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39].rstrip()}…"


_SAID_ALL_THE_SAME: Final = (Copy, StepTime, LeftOpen, Heard, Invitation, Correction, Attendance, Household)
"""Kinds whose words below tell nothing of what they hold."""

_NAMES: Final[dict[type[Entry], Callable[[Any, _Names], str]]] = {
    Person: _called,
    Worker: lambda worker, names: names.get(worker.id, worker.name),
    Household: lambda home, _names: home.household,
    Action: lambda action, _names: _quoted(action.text),
}
"""What an entry is called where one of its parts was changed."""

_WORDS: Final[dict[type[Entry], Callable[[Any, _Names, Family, Pack], str]]] = {
    FamilyDetails: lambda _e, _n, _f, _p: "something about the family",
    Household: lambda _e, _n, _f, _p: _AN_ADDRESS,
    Person: lambda e, n, _f, _p: _called(e, n),
    Relation: lambda e, n, _f, _p: f"what {n[e.person]} is to {n[e.child]}",
    Worker: lambda e, _n, _f, _p: e.name,
    Agreement: lambda e, n, _f, _p: f"{_whose(n, e.by)} agreement",
    Answer: lambda _e, _n, _f, _p: "an answer about sharing",
    Sharing: lambda _e, _n, _f, _p: "a decision about sharing",
    Meeting: lambda _e, _n, _f, _p: "something about the meeting",
    Attendance: lambda e, n, _f, _p: f"how {n[e.who]} took part",
    Invitation: lambda e, n, _f, _p: f"that {n[e.who]} was asked",
    Heard: lambda e, n, _f, _p: f"how {n[e.who]} was heard",
    LeftOpen: lambda _e, _n, _f, _p: "why something stayed open",
    Correction: lambda _e, _n, _f, _p: "a correction",
    Contact: lambda _e, _n, _f, _p: "a call or a visit",
    Line: lambda e, _n, f, _p: f"a line of “{_part(e, f)}”",
    Score: lambda e, n, _f, p: f"{_whose(n, e.person)} score for {p.area_name(e.area)}",
    Contribution: lambda e, n, _f, _p: f"what {n[e.by]} said",
    ChildWords: lambda e, n, _f, _p: f"{_whose(n, e.who)} own words",
    Priority: lambda e, _n, _f, p: _chosen(e.area, p),
    Action: lambda e, _n, _f, _p: f"the action {_quoted(e.text)}",
    Update: lambda e, _n, f, p: _news(e, f, p),
    Copy: lambda _e, _n, _f, _p: "a note of a copy",
    FamilyChange: lambda e, _n, f, _p: f"the news that {words_of(f, e)}",
    Closure: lambda _e, _n, _f, _p: "the ending",
    Safeguarding: lambda _e, _n, _f, _p: _PRIVATE,
    SafetyScore: lambda e, n, _f, _p: f"{_whose(n, e.person)} score about safety",
    LeadAgreement: lambda _e, _n, _f, p: f"who is the {p.words.lead}",
    StepTime: lambda _e, _n, _f, _p: "the time spent",
    PanelItem: lambda _e, _n, _f, _p: "something about the panel",
    Known: lambda e, n, _f, _p: f"what {n[e.by]} knows",
}
