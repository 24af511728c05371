"""The children's own part: their exact words, how they were gathered, who heard them and for whom they are."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, Literal

from eymeeting.domain.contributions import takes_part
from eymeeting.domain.entry import FOR_THE_FAMILY, Visibility, new_id
from eymeeting.domain.family import Family
from eymeeting.domain.meeting import ChildWords, Meeting
from eymeeting.domain.people import Person
from eymeeting.domain.said import IN_MEETING

ONE_TO_ONE: Final = "one to one"
HOW: Final = (IN_MEETING, ONE_TO_ONE, "drawing", "three houses", "puppets", "written")
"""How a child's words may have been gathered; other words are fine too."""

ForWhom = Literal["everyone", "carers", "heard_by"]


def children_of(family: Family, meeting: Meeting) -> tuple[Person, ...]:
    """The children on the day of the meeting, babies born by then among them."""
    those = (family.person_on(person.id, meeting.on) for person in family.people)
    return tuple(
        child for child in those if child is not None and child.kind == "child" and child.died is None
    )


def blank_words(family: Family, meeting: Meeting, child: str, keyboard: str) -> ChildWords:
    """Nothing said yet: in the meeting when the child is here, otherwise one to one; for everyone."""
    is_here = takes_part(family, meeting.id, child)
    return ChildWords(
        id=new_id(),
        position=family.next_position(ChildWords),
        meeting=meeting.id,
        who=child,
        words="",
        how=IN_MEETING if is_here else ONE_TO_ONE,
        visibility=FOR_THE_FAMILY,
        heard_by=keyboard,
        heard_on=meeting.on if is_here else None,
    )


def visibility_for(family: Family, words: ChildWords, whom: ForWhom) -> Visibility:
    """Who may see a child's words: everyone, those who care for the child, or only who heard them."""
    if whom == "everyone":
        return FOR_THE_FAMILY
    if whom == "carers":
        return Visibility(level="named", to=carers(family, words.who))
    return Visibility(level="named", to=() if words.heard_by is None else (words.heard_by,))


def still_for_who_heard(family: Family, before: ChildWords, after: ChildWords) -> ChildWords:
    """The words after a change: those that were only for who heard them follow whoever that is now."""
    if before.visibility == visibility_for(family, before, "heard_by"):
        return replace(after, visibility=visibility_for(family, after, "heard_by"))
    return after


def carers(family: Family, child: str) -> tuple[str, ...]:
    """Adults who live with a child or are known to have parental responsibility."""
    home = next((person.household for person in family.people if person.id == child), None)
    return tuple(
        person.id
        for person in family.people
        if person.kind == "adult"
        and (person.parental_responsibility is True or (home is not None and person.household == home))
    )
