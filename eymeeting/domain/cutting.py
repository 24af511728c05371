"""Which meeting a copy is of, and the family as it stood when that meeting ended."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any, Final, cast

from eymeeting.domain.actions import Action
from eymeeting.domain.beginning import has_begun
from eymeeting.domain.entry import Entry
from eymeeting.domain.family import Family, collections
from eymeeting.domain.meeting import LeadAgreement, Meeting
from eymeeting.domain.names import people_now
from eymeeting.domain.panel import Known
from eymeeting.domain.people import Person
from eymeeting.domain.problems import NotFound, Refused
from eymeeting.domain.sight import is_kept_apart
from eymeeting.domain.telling import is_discussion

_HELD_AT_A_MEETING: Final = frozenset(
    {
        "meetings",
        "attendance",
        "lines",
        "scores",
        "contributions",
        "child_words",
        "priorities",
        "actions",
        "copies",
        "family_changes",
        "closures",
        "safeguarding",
        "safety_scores",
        "step_times",
        "panel_items",
        "known",
        "invitations",
        "heard",
        "left_open",
        "corrections",
    }
)


def choose_meeting(family: Family, reader: str, number: int | None, *, today: date) -> Meeting:
    """The meeting a copy is of.

    Without a number the latest that people met for and that was not kept apart
    from the reader: it has ended, or it has begun, that is somebody is marked as
    there and its day is not to come; for somebody of the family one at which helpers
    talked among themselves only where there is no other. Before any meeting has begun, the only
    planned one. With a number that one, planned and unfinished ones too.

    Raises:
        Refused: the meeting was kept apart from the reader, or there is none yet.
        NotFound: no meeting of this family has the number.

    """
    if number is not None:
        return _numbered(family, reader, number)
    open_to = [each for each in family.meetings_in_order() if not is_kept_apart(family, each.id, reader)]
    begun = [each for each in open_to if has_begun(family, each, today)]
    if begun:
        with_them = [each for each in begun if not is_discussion(each)]
        return with_them[-1] if with_them and family.person(reader) is not None else begun[-1]
    planned = [each for each in open_to if each.outcome != "did_not_happen"]
    if len(planned) == 1:
        return planned[0]
    raise Refused("There is no meeting yet that this reader can have a copy of.")


def who_gets_a_plan(family: Family, meeting: Meeting) -> tuple[Person, ...]:
    """The adults who get their copy of the plan after a meeting: nobody it was kept apart from, or who is gone."""
    return tuple(
        person
        for person in people_now(family)
        if person.kind == "adult"
        and person.died is None
        and person.left is None
        and not is_kept_apart(family, meeting.id, person.id)
    )


def who_gets_a_page(family: Family, meeting: Meeting) -> tuple[Person, ...]:
    """The children who may have their own page after a meeting: born by then, and none it was kept apart from."""
    born = {
        person.id
        for person in family.people
        if (then := family.person_on(person.id, meeting.on)) is not None and then.kind == "child"
    }
    return tuple(
        child
        for child in people_now(family)
        if child.id in born
        and child.died is None
        and child.left is None
        and not is_kept_apart(family, meeting.id, child.id)
    )


def as_at(family: Family, meeting: Meeting) -> Family:
    """The family as it stood at the end of a meeting, with today's agreements and protections.

    Later meetings, panels and everything said or done since are gone. What was
    put right since stays as it is now, with the correction that tells of it.
    """
    order = family.meetings_in_order()
    then = with_only(
        family,
        meetings={each.id for each in order[: order.index(meeting) + 1]},
        panels={each.id for each in family.panel_items if each.on <= meeting.on},
    )
    return replace(
        then,
        updates=tuple(
            each for each in then.updates if each.meeting or each.on is None or each.on <= meeting.on
        ),
        sharings=tuple(each for each in then.sharings if each.on <= meeting.on),
        lead_agreements=tuple(_leads(then.lead_agreements, meeting.on)),
        contacts=tuple(each for each in then.contacts if each.on <= meeting.on),
    )


def with_only(family: Family, *, meetings: set[str], panels: set[str]) -> Family:
    """The family without whatever belongs to any other meeting or panel item."""
    places = meetings | panels
    held = {
        name: tuple(each for each in entries if _place(each) in places)
        for name, entries in collections(family)
        if name in _HELD_AT_A_MEETING
    }
    actions = {action.id for action in held["actions"]}
    return replace(
        family,
        **cast("dict[str, Any]", held),
        updates=tuple(
            each
            for each in family.updates
            if each.action in actions and (each.meeting is None or each.meeting in meetings)
        ),
        sharings=tuple(each for each in family.sharings if each.meeting is None or each.meeting in meetings),
    )


def _numbered(family: Family, reader: str, number: int) -> Meeting:
    meeting = next((each for each in family.meetings if each.number == number), None)
    if meeting is None:
        raise NotFound("This family has no meeting with that number.")
    if is_kept_apart(family, meeting.id, reader):
        raise Refused("There is no copy of this meeting for this reader.")
    return meeting


def _place(entry: Entry) -> str:
    if isinstance(entry, Action):
        return entry.meeting or entry.panel_item or ""
    if isinstance(entry, Known):
        return entry.panel_item
    return str(getattr(entry, "meeting", entry.id))


def _leads(agreements: Iterable[LeadAgreement], day: date) -> Iterable[LeadAgreement]:
    for each in agreements:
        if each.since <= day:
            yield replace(each, until=None) if each.until is not None and each.until > day else each
