"""For whom things are, in the few questions that are asked again and again."""

from __future__ import annotations

from eymeeting.domain.actions import Action
from eymeeting.domain.contact import Contact
from eymeeting.domain.entry import Entry
from eymeeting.domain.family import Family
from eymeeting.domain.meeting import ChildWords, Contribution, Line, Meeting, Score
from eymeeting.domain.pack import Pack
from eymeeting.domain.panel import Known
from eymeeting.domain.reach import reach

Said = Action | ChildWords | Contribution | Known | Line | Score


def kept_away_from(meeting: Meeting) -> tuple[str, ...]:
    """Those whom nothing of a meeting reaches: they are not asked, not offered and not told at it."""
    return meeting.separate_from or ()


def is_for_everyone(said: Said) -> bool:
    """Whether what it was given says that everyone on the plan may have it, nobody excepted.

    An answer to what is asked alone is for everyone only where its scorer said so.
    """
    if said.not_for:
        return False
    if said.visibility is None:
        return not isinstance(said, Score) or said.asked_by is None
    return said.visibility.level == "family"


def is_for_a_service(family: Family, entry: Entry, pack: Pack) -> bool:
    """Whether colleagues of one service may have it from each other: not what is for some by name, or restricted."""
    return reach(family, entry, pack).visibility.level in ("family", "chair_and_agency")


def is_told_to_the_family(contact: Contact) -> bool:
    """Whether what was said between meetings is for everyone on the plan; without a word, it is the chair's."""
    return contact.visibility is not None and contact.visibility.level == "family" and not contact.not_for


def is_restricted(family: Family, entry: Entry, pack: Pack) -> bool:
    """Whether something stands only on the restricted pages of the record: nobody outside may know of it."""
    return reach(family, entry, pack).visibility.level == "safeguarding"
