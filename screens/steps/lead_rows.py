"""Everybody who may be the family's first call, and everybody of the family who may agree to it."""

from __future__ import annotations

from eymeeting.domain.consent import age_on
from eymeeting.domain.dates import day_in_words
from eymeeting.domain.lead import agreement_ended_by, agreement_made_at, agreement_standing, lead_of
from eymeeting.domain.names import names_in_picker, short_names, why_not_an_owner
from eymeeting.domain.people import Person
from screens.desk import MeetingView
from screens.widgets.lettered_list import LetteredRow

_AGREES = "Who of the family agrees?"


def lead_rows(view: MeetingView) -> list[LetteredRow]:
    """The workers with who leads and who stands in, then the family with who agreed. Nobody who interprets."""
    family, meeting = view.room, view.meeting
    names = names_in_picker((*family.people, *family.workers))
    lead, standing = lead_of(family, meeting.id), agreement_standing(family, meeting.id)
    first_call = f"Who is the family's {view.pack.words.lead_on_copy}?"
    rows = []
    for worker in family.workers:
        if why_not_an_owner(worker) is not None and worker.id != lead:
            continue
        stands_in = standing is not None and worker.name == standing.backup
        state = view.pack.words.lead_on_copy if worker.id == lead else ""
        state = state or ("when they are away" if stands_in else "")
        mark = "✓" if worker.id == lead else "·"
        rows.append(LetteredRow(worker.id, names[worker.id], "", state, mark, first_call))
    agreed = meeting.lead_agreed_by or ()
    for person in family.people:
        if person.id in agreed or (why_not_an_owner(person) is None and not _is_too_young(person, view)):
            state, mark = ("agreed", "✓") if person.id in agreed else ("", "·")
            rows.append(LetteredRow(person.id, names[person.id], "", state, mark, _AGREES))
    return rows


def who_led_before(view: MeetingView) -> str:
    """Who led until this meeting, or since when whoever leads has; empty where that says nothing more."""
    family, meeting, names = view.family, view.meeting_id, short_names(view.family)
    former = agreement_ended_by(family, meeting)
    if former is not None and former.until is not None:
        days = f"{day_in_words(former.since)} to {day_in_words(former.until)}"
        return f"Before: {names[former.worker]}, {days}."
    standing = agreement_standing(family, meeting)
    if standing is None or standing == agreement_made_at(family, meeting):
        return ""
    said = f" “{standing.text}”" if standing.text else ""
    lead = view.pack.words.lead_on_copy
    return f"{names[standing.worker]} has been the {lead} since {day_in_words(standing.since)}.{said}"


def _is_too_young(person: Person, view: MeetingView) -> bool:
    """Whether a child is younger than the council asks children themselves."""
    if person.kind != "child" or person.dob is None:
        return False
    return age_on(person.dob, view.today) < view.pack.limits.child_answers_from_age
