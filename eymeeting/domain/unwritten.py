"""“Please don't write that”: what somebody said and takes back is on no screen and on no copy.

It goes for good. Only where somebody may come to harm is it kept, for the chair's full record alone.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Final

from eymeeting.domain.actions import Update
from eymeeting.domain.entry import Entry, Visibility, new_id
from eymeeting.domain.family import Change, Family
from eymeeting.domain.meeting import ChildWords, Contribution, Line, Priority, Score
from eymeeting.domain.own_words import own_words

FOR_THE_CHAIR_ALONE: Final = Visibility(level="safeguarding")

CAN_BE_UNWRITTEN: Final[dict[type[Entry], tuple[str, ...]]] = {
    Line: ("text",),
    ChildWords: ("words",),
    Contribution: ("working", "worry", "can_offer", "text"),
    Score: ("note",),
    Priority: ("life_when",),
    Update: ("reason", "note"),
}
"""The words that somebody said, by the field that holds them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenWords:
    """Words somebody said: the entry that holds them, and the field of it."""

    entry: Entry
    field: str

    @property
    def words(self) -> str:
        """The words themselves; empty where nothing is written."""
        return (getattr(self.entry, self.field) or "").strip()


def said_in(entry: Entry | None, field: str = "") -> SpokenWords | None:
    """The words in an entry that can be taken back: those of a field, else of the first field that has any."""
    if entry is None:
        return None
    fields = CAN_BE_UNWRITTEN.get(type(entry), ())
    found = (SpokenWords(entry=entry, field=each) for each in fields if field in ("", each))
    return next((said for said in found if said.words), None)


def unwritten(family: Family, said: SpokenWords) -> tuple[Change, ...]:
    """The words go, and what earlier corrections tell of how they were before goes with them."""
    corrections = (
        Change(family=family.ref, before=each, after=replace(each, was=None))
        for each in family.corrections
        if each.about == said.entry.id and each.was is not None
    )
    return (Change(family=family.ref, before=said.entry, after=_what_is_left(said)), *corrections)


def kept_about_harm(family: Family, said: SpokenWords) -> Change:
    """The words that went are kept after all, for the chair's full record alone."""
    entry = said.entry
    kept: Entry
    if isinstance(entry, Line | ChildWords):
        kept = replace(entry, visibility=FOR_THE_CHAIR_ALONE)
    else:
        kept = Line(
            id=new_id(),
            position=family.next_position(Line),
            meeting=getattr(entry, "meeting", ""),
            section="present",
            text=said.words,
            by=_speaker(entry),
            visibility=FOR_THE_CHAIR_ALONE,
        )
    return Change(family=family.ref, before=None, after=kept)


def stands_on_a_copy(family: Family, said: SpokenWords) -> bool:
    """Whether copies of that meeting were made or given while the words stood there."""
    return any(copy.meeting == getattr(said.entry, "meeting", None) for copy in family.copies)


def _what_is_left(said: SpokenWords) -> Entry | None:
    """The entry without the words; nothing where it held only them."""
    if isinstance(said.entry, Line | ChildWords):
        return None
    nothing: dict[str, Any] = {said.field: None}
    left = replace(said.entry, **nothing)
    says_nothing = isinstance(left, Contribution) and not own_words(left) and left.evidence is None
    return None if says_nothing else left


def _speaker(entry: Entry) -> str | None:
    match entry:
        case Contribution():
            return entry.by
        case Score():
            return entry.person
        case _:
            return None
