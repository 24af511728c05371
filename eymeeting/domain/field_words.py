"""Which part of an entry was changed, in words that tell nothing of what it holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Final

from eymeeting.domain.actions import Action
from eymeeting.domain.entry import Entry
from eymeeting.domain.in_words import listed
from eymeeting.domain.meeting import Closure, Meeting
from eymeeting.domain.people import FamilyDetails, Household, Person, Worker

MOST_NAMED: Final = 3
"""Parts that are named one by one; more are told as a whole."""

_REACHED: Final = "how {name} can be reached"

FIELD_WORDS: Final[Mapping[type[Entry], Mapping[str, str]]] = {
    FamilyDetails: {
        "family_name": "what services call the family",
        "chosen_name": "what the family calls itself",
        "opened": "the day the work began",
        "closed": "the day the work ended",
        "assessment_date": "the day of the assessment",
        "came_from": "where the family came from",
        "plan_kind": "the kind of plan",
        "level_of_need": "the level of need",
        "case_system_number": "the family's number elsewhere",
        "safe_contact": "the safe ways to be in touch",
        "legal_hold": "what has to be kept",
        "hub": "the family's centre",
        "level_at_start": "the level of need at the start",
        "level_at_close": "the level of need at the end",
        "separate_copies": "how copies are made",
        "access_needs": "what helps the family",
        "retention_review": "when it is looked at again what is kept",
    },
    Household: {
        "household": "the letter of home {name}",
        "lines": "the address of home {name}",
        "postcode": "the postcode of home {name}",
        "hidden_from": "the address of home {name}",
        "since": "since when home {name} is theirs",
        "until": "until when home {name} was theirs",
    },
    Person: {
        "first_name": "{name}'s first name",
        "last_name": "{name}'s last name",
        "relationship": "who {name} is in the family",
        "kind": "whether {name} is a child",
        "dob": "{name}'s birthday",
        "due_date": "the day {name} is due",
        "parental_responsibility": "whether {name} has parental responsibility",
        "household": "which home is {name}'s",
        "dob_estimated": "{name}'s birthday",
        "phone": "{name}'s telephone number",
        "email": "{name}'s email",
        "first_language": "{name}'s first language",
        "interpreter": "whether {name} has an interpreter",
        "access_needs": "what helps {name}",
        "nhs_number": "{name}'s NHS number",
        "own_script": "{name}'s name in its own script",
        "preferred_name": "what {name} is called",
        "pronouns": "{name}'s pronouns",
        "name_order": "the order of {name}'s names",
        "legal_status": "{name}'s legal status",
        "school": "{name}'s school",
        "gp": "{name}'s GP",
        "upn": "{name}'s pupil number",
        "ethnicity": "{name}'s ethnicity",
        "formats": "how {name}'s copies look",
        "copy_language": "the language of {name}'s copies",
        "hidden_from": _REACHED,
        "died": "a day of {name}'s",
        "left": "a day of {name}'s",
    },
    Worker: {
        "name": "{name}'s name",
        "role": "{name}'s job",
        "agency": "{name}'s service",
        "email": "{name}'s email",
        "phone": "{name}'s telephone number",
        "interpreter": "whether {name} interprets",
        "active": "whether {name} helps the family",
        "restricted_notes": "what {name} may read",
        "formats": "how {name}'s copies look",
    },
    Meeting: {
        "number": "the number of the meeting",
        "type": "the kind of meeting",
        "on": "the day of the meeting",
        "start": "when the meeting begins",
        "planned_minutes": "how long the meeting is",
        "chair": "who leads the meeting",
        "venue": "the place of the meeting",
        "recorder": "who writes at the meeting",
        "outcome": "how the meeting ended",
        "title": "the name of the meeting",
        "purpose": "what the meeting is for",
        "end": "when the meeting ended",
        "entered_on": "the day it was typed in",
        "family_told": "what the family was told",
        "family_told_on": "the day the family was told",
        "lead_professional": "who is the {lead}",
        "lead_agreed_by": "who agreed to the {lead}",
        "separate_from": "something about the meeting",
        "stopped": "where the meeting broke off",
        "planned_start": "when the meeting was to begin",
        "planned_end": "when the meeting was to end",
        "ground_rules_shown": "that the ground rules were shown",
        "interpreter": "the interpreter at the meeting",
        "locked_by": "the end of the meeting",
        "locked_on": "the end of the meeting",
        "what_helped": "what helped",
        "got_in_the_way": "what got in the way",
        "result": "how things are now",
        "resumes": "which meeting it goes on with",
        "children_first": "whether the children come first",
        "areas": "the areas that are scored",
        "going_to": "how it goes on",
        "held_under": "the words of the meeting",
        "family_told_by": "who told the family",
        "went_on_because": "why it went on",
        "plan_agreed": "whether the plan was agreed",
        "plan_agreed_why": "why the plan was agreed or not",
        "watched_by": "who watches that it works",
    },
    Closure: {
        "meeting": "the ending",
        "reason": "why it ends",
        "who_to_call": "who to call",
        "keep_doing": "what we will keep doing",
        "family_said": "the family's words",
        "handed_to": "who carries on",
        "level_of_need": "the level of need at the end",
        "later_check": "the later look",
        "helpfulness": "how much it helped",
        "said_by": "whose words they are",
        "not_for": "who may see the ending",
    },
    Action: {
        "text": "the action {name}",
        "owner": "who does {name}",
        "due": "by when {name} is done",
        "area": "the area of {name}",
        "status": "how it stands with {name}",
        "visibility": "who may see {name}",
        "meeting": "the action {name}",
        "panel_item": "the action {name}",
        "helpers": "who helps with {name}",
        "how_we_will_know": "how we will know, for {name}",
        "who_will_ask": "who asks about {name}",
        "child_words": "how a child is told of {name}",
        "budget_pounds": "the money for {name}",
        "carried_from": "where {name} comes from",
        "after_closing": "whether {name} goes on afterwards",
        "not_for": "who may see {name}",
        "times_not_for": "who may see {name}",
    },
}
"""By kind and field. ``{name}`` stands for whoever or whatever it is, ``{lead}`` for the council's lead role."""

_OF_NEXT_MEETING: Final = {
    "on": "the day of the next meeting",
    "time": "the time of the next meeting",
    "place": "the place of the next meeting",
}


def changed_parts(before: Entry, after: Entry, *, name: str, lead: str) -> str | None:
    """What of an entry was changed, such as “Folake's email”; nothing where it is better told as a whole."""
    table = FIELD_WORDS.get(type(after), {})
    changed = [each.name for each in fields(after) if getattr(before, each.name) != getattr(after, each.name)]
    told: list[str] = []
    for field in changed:
        if isinstance(before, Meeting) and isinstance(after, Meeting) and field == "next_meeting":
            told += _of_next_meeting(before, after)
        elif field in table:
            told.append(table[field].format(name=name, lead=lead))
        else:
            return None
    parts = tuple(dict.fromkeys(told))
    return listed(parts) if 0 < len(parts) <= MOST_NAMED else None


def _of_next_meeting(before: Meeting, after: Meeting) -> list[str]:
    if before.next_meeting is None or after.next_meeting is None:
        return [_OF_NEXT_MEETING["on"]]
    return [
        words
        for field, words in _OF_NEXT_MEETING.items()
        if getattr(before.next_meeting, field) != getattr(after.next_meeting, field)
    ]
