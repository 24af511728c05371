"""Then, now and one day: the story a family told, each part in its order in time."""

from __future__ import annotations

from datetime import date

from eymeeting.domain.family import Family
from eymeeting.domain.meeting import STORY, Line, Meeting, Section
from eymeeting.domain.pack import Pack
from eymeeting.domain.planning import told_again
from eymeeting.domain.timeline import births, in_order, timeline


def panes(meeting: Meeting, pack: Pack) -> tuple[Section, ...]:
    """The parts of the story that are steps of their own at a meeting; none where the story is one step."""
    steps = {step.id for step in pack.kind(meeting.type).steps}
    return tuple(section for section in STORY if section in steps)


def lines_told(family: Family, meeting: Meeting, section: Section) -> tuple[Line, ...]:
    """The lines of a part, those told before the meeting was broken off first."""
    times = (*reversed(told_again(family, meeting)), meeting)
    return tuple(line for each in times for line in family.lines_of(each.id, section))


def with_its_date(line: Line) -> str:
    """A line on paper, with when it was before it, in the words that were said."""
    return f"{when_it_was(line)}: {line.text}" if line.dated else line.text


def when_it_was(line: Line) -> str:
    """When it was, in the words that were said, with a capital letter; nothing where nobody said."""
    return f"{line.dated[0].upper()}{line.dated[1:]}" if line.dated else ""


def in_its_order(family: Family, lines: tuple[Line, ...], told_on: date) -> tuple[Line, ...]:
    """Lines of one meeting as they follow one another in time, as far as that can be told."""
    return in_order(lines, told_on=told_on, born=births(family.people))


def what_mattered(family: Family, lines: tuple[Line, ...], told_on: date) -> tuple[Line, ...]:
    """The dated lines of one meeting, in their order."""
    return timeline(lines, told_on=told_on, born=births(family.people))
