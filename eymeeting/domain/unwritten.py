"""“Please don't write that”: what somebody said and takes back is on no screen and on no copy.

It goes for good. Only where somebody may come to harm is it kept, for the chair's full record alone.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Final

from eymeeting.domain.actions import Update
from eymeeting.domain.closing import says_nothing
from eymeeting.domain.easy_words import gone_with
from eymeeting.domain.entry import Entry, Visibility, new_id
from eymeeting.domain.family import Change, Family
from eymeeting.domain.meeting import ChildWords, Closure, Contribution, Line, Meeting, Priority, Score
from eymeeting.domain.own_words import own_words
from eymeeting.domain.strengths import as_the_line

FOR_THE_CHAIR_ALONE: Final = Visibility(level="safeguarding")

CAN_BE_UNWRITTEN: Final[dict[type[Entry], tuple[str, ...]]] = {
    Line: ("text",),
    ChildWords: ("words",),
    Contribution: ("working", "worry", "can_offer", "text"),
    Score: ("note",),
    Priority: ("life_when",),
    Update: ("reason", "note"),
    Meeting: ("what_helped", "got_in_the_way", "plan_agreed_why"),
    Closure: ("family_said", "who_to_call", "keep_doing"),
}
"""The words that somebody said, by the field that holds them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenWords:
    """Words somebody said: the entry that holds them, the field of it, and of a field of lines which line."""

    entry: Entry
    field: str
    line: str = ""

    @property
    def words(self) -> str:
        """The words themselves; empty where nothing is written."""
        held = getattr(self.entry, self.field) or ""
        return self.line.strip() if isinstance(held, tuple) else str(held).strip()


def said_in(entry: Entry | None, field: str = "", line: str = "") -> SpokenWords | None:
    """The words in an entry that can be taken back: those of a field, else of the first field that has any.

    ``line`` is which line is meant, in a field that holds several.
    """
    if entry is None:
        return None
    fields = CAN_BE_UNWRITTEN.get(type(entry), ())
    found = (SpokenWords(entry=entry, field=each, line=line) for each in fields if field in ("", each))
    return next((said for said in found if said.words), None)


def unwritten(family: Family, said: SpokenWords) -> tuple[Change, ...]:
    """The words go, as a strength too, and what earlier corrections tell of how they were before goes with them.

    So do the short words of an easy read copy, where the words stand nowhere else.
    """
    corrections = (
        Change(family=family.ref, before=each, after=replace(each, was=None))
        for each in family.corrections
        if each.about == said.entry.id and each.was is not None
    )
    gone = Change(family=family.ref, before=said.entry, after=_what_is_left(said))
    changes = (gone, *as_the_line(family, said.entry, gone.after), *corrections)
    after = family
    for change in changes:
        after = after.after(change)
    return (*changes, *gone_with(family, after))


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
            meeting=_place(family, entry),
            section="present",
            text=said.words,
            by=_speaker(said),
            visibility=FOR_THE_CHAIR_ALONE,
        )
    return Change(family=family.ref, before=None, after=kept)


def stands_on_a_copy(family: Family, said: SpokenWords) -> bool:
    """Whether copies of that meeting were made or given while the words stood there."""
    return any(copy.meeting == _meeting_of(said.entry) for copy in family.copies)


def _what_is_left(said: SpokenWords) -> Entry | None:
    """The entry without the words; nothing where it held only them."""
    if isinstance(said.entry, Line | ChildWords):
        return None
    held = getattr(said.entry, said.field)
    others = tuple(line for line in held if line != said.line) if isinstance(held, tuple) else ()
    without: dict[str, Any] = {said.field: others or None}
    if said.field == "family_said":
        without["said_by"] = None
    left = replace(said.entry, **without)
    match left:
        case Contribution():
            return left if own_words(left) or left.evidence is not None else None
        case Closure():
            return None if says_nothing(left) else left
        case _:
            return left


def _meeting_of(entry: Entry) -> str | None:
    return entry.id if isinstance(entry, Meeting) else getattr(entry, "meeting", None)


def _place(family: Family, entry: Entry) -> str:
    """The meeting at which the words were said; between meetings the one before, whose record is the latest."""
    meeting = _meeting_of(entry)
    told = [each.id for each in family.meetings_in_order() if each.took_place] or [""]
    return told[-1] if meeting is None else meeting


def _speaker(said: SpokenWords) -> str | None:
    match said.entry:
        case Contribution() as entry:
            return entry.by
        case Score() as entry:
            return entry.person
        case Closure() as entry:
            return entry.said_by if said.field == "family_said" else None
        case _:
            return None
