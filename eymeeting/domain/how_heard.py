"""How the children and the parents of a family are heard at a meeting, whether they come or not."""

from __future__ import annotations

from typing import Final

from eymeeting.domain.family import Family
from eymeeting.domain.meeting import HowHeard, Meeting
from eymeeting.domain.names import people_now
from eymeeting.domain.people import Person
from eymeeting.domain.responsibility import is_carer

HOW_HEARD: Final[dict[HowHeard, str]] = {
    "in_the_room": "here, in their own words",
    "from_afar": "by phone or video",
    "their_words": "somebody brought their words",
    "sent_word": "they sent word",
    "spoke_before": "somebody spoke with them before",
    "not_heard": "not this time",
}
"""Each way in the words of the room."""


def who_is_to_be_heard(family: Family) -> tuple[Person, ...]:
    """The children and the parents of whom it is asked how they were heard, whether they came or not."""
    return tuple(person for person in people_now(family) if _is_to_be_heard(person))


def _is_to_be_heard(person: Person) -> bool:
    if person.died is not None or person.left is not None or person.kind == "unborn":
        return False
    return person.kind == "child" or person.parental_responsibility is True or is_carer(person)


def said_something(family: Family, meeting: Meeting, person: Person) -> bool:
    """Whether a child or a parent was heard at a meeting in what they said: in words or in a number."""
    return (
        any(each.meeting == meeting.id and each.by == person.id for each in family.lines)
        or any(each.meeting == meeting.id and each.who == person.id for each in family.child_words)
        or any(
            each.meeting == meeting.id and each.person == person.id and each.value != "not_asked"
            for each in family.scores
        )
    )
