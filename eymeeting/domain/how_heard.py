"""How the children and the parents of a family are heard at a meeting, whether they come or not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from eymeeting.domain.entry import Entry
from eymeeting.domain.family import Family
from eymeeting.domain.for_whom import kept_away_from
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


def who_is_to_be_heard(family: Family, meeting: Meeting) -> tuple[Person, ...]:
    """The children and the parents of whom it is asked how they were heard, whether they came or not.

    Nobody the meeting was kept apart from: at it, not a word is said of them.
    """
    return tuple(
        person
        for person in people_now(family)
        if is_to_be_heard(person) and person.id not in kept_away_from(meeting)
    )


def is_to_be_heard(person: Person) -> bool:
    """Whether somebody is a child or a parent of the family, alive and still in it."""
    if person.died is not None or person.left is not None or person.kind == "unborn":
        return False
    return person.kind == "child" or person.parental_responsibility is True or is_carer(person)


def said_something(
    family: Family, meeting: Meeting, person: Person, may_be_told: Callable[[Entry], bool]
) -> bool:
    """Whether a child or a parent was heard at a meeting in what they said: in words or in a number.

    Only what ``may_be_told`` counts: that somebody was heard tells that something private was said.
    """
    said: tuple[Entry, ...] = (
        *(each for each in family.lines if (each.meeting, each.by) == (meeting.id, person.id)),
        *(each for each in family.child_words if (each.meeting, each.who) == (meeting.id, person.id)),
        *(
            each
            for each in family.scores
            if (each.meeting, each.person) == (meeting.id, person.id) and each.value != "not_asked"
        ),
    )
    return any(may_be_told(each) for each in said)
