"""From somebody's words in a quick line to where they are kept: nothing that was said is written over."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from eymeeting.domain.entry import FOR_THE_FAMILY, Entry, new_id
from eymeeting.domain.family import Family
from eymeeting.domain.meeting import ChildWords, Contribution, Line, Section
from eymeeting.domain.people import Person
from eymeeting.domain.quick_line import QuickLine
from eymeeting.domain.quick_line_marks import Says

IN_MEETING = "in meeting"
"""How a child's words were gathered that were said at the table."""

_SECTIONS: dict[Says, Section] = {"going_well": "good_at", "worried": "change", "own_words": "present"}


def kept_words(
    line: QuickLine, family: Family, meeting: str, *, keyboard: str, today: date
) -> tuple[Entry | None, Entry]:
    """What a line of somebody's words changes: the entry before, if it adds to one, and after.

    A helper's view goes on in their own contribution that the family may see. What somebody
    of the family says is a line of the journey, or of the story; a child's exact words are kept apart,
    with who heard them and when.
    """
    speaker = line.owners[0]
    person = _person(line, family, speaker)
    if person is None and line.says != "own_words":
        return _contributed(line, family, meeting, speaker)
    if person is not None and person.kind == "child" and line.says == "own_words":
        return None, ChildWords(
            id=new_id(),
            position=family.next_position(ChildWords),
            meeting=meeting,
            who=speaker,
            words=line.what,
            how=IN_MEETING,
            visibility=FOR_THE_FAMILY,
            heard_by=keyboard,
            heard_on=today,
        )
    return None, Line(
        id=new_id(),
        position=family.next_position(Line),
        meeting=meeting,
        section=_SECTIONS[line.says],
        text=line.what,
        by=speaker,
    )


def _contributed(
    line: QuickLine, family: Family, meeting: str, speaker: str
) -> tuple[Contribution | None, Contribution]:
    opened = [
        each
        for each in family.contributions
        if (each.meeting, each.by) == (meeting, speaker)
        and each.visibility == FOR_THE_FAMILY
        and not each.not_for
    ]
    before = opened[-1] if opened else None
    after = before or Contribution(
        id=new_id(),
        position=family.next_position(Contribution),
        meeting=meeting,
        by=speaker,
        visibility=FOR_THE_FAMILY,
    )
    if line.says == "going_well":
        return before, replace(after, working=_with_another(after.working, line.what))
    return before, replace(after, worry=_with_another(after.worry, line.what))


def _with_another(said: str | None, words: str) -> str:
    return f"{said.rstrip()}\n{words}" if said and said.strip() else words


def _person(line: QuickLine, family: Family, who: str) -> Person | None:
    new = next((each for each in line.newcomers if each.id == who), None)
    if isinstance(new, Person):
        return new
    return family.person_on(who, date.max)
