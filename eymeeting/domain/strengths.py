"""What somebody says that is a strength: it stands in their story, and in the journey as what they are good at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from eymeeting.domain.entry import Entry, new_id
from eymeeting.domain.family import Change, Family
from eymeeting.domain.meeting import STORY, Line


def strength_of(family: Family, line: Line) -> Line | None:
    """The same words of the same person among what the family is good at, where a line was marked as a strength."""
    if line.section not in STORY:
        return None
    alike = (line.meeting, "good_at", line.text, line.by)
    return next(
        (each for each in family.lines if (each.meeting, each.section, each.text, each.by) == alike), None
    )


def turned_strength(family: Family, line: Line) -> Change:
    """A line marked as a strength, in the same words and for the same readers; or the mark taken back."""
    before = strength_of(family, line)
    if before is not None:
        return Change(family=family.ref, before=before, after=None)
    position = family.next_position(Line)
    marked = replace(line, id=new_id(), position=position, section="good_at", dated=None, done=None)
    return Change(family=family.ref, before=None, after=marked)


def as_the_line(family: Family, before: Entry | None, after: Entry | None) -> Iterator[Change]:
    """What becomes of a strength when its line changes: its words, whose they are and who reads it, or that it goes."""
    if not isinstance(before, Line):
        return
    strength = strength_of(family, before)
    if strength is None:
        return
    kept = None
    if isinstance(after, Line):
        marked = replace(after, section="good_at", dated=None)
        kept = replace(marked, id=strength.id, position=strength.position, done=strength.done)
    if kept != strength:
        yield Change(family=family.ref, before=strength, after=kept)
