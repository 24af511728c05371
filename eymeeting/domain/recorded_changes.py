"""What changed around a family, as it stands in the chair's full record: its people, and who its first call is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Final

from eymeeting.domain.dates import day_in_words
from eymeeting.domain.family import Family
from eymeeting.domain.in_words import NOT_RECORDED, listed
from eymeeting.domain.meeting import Event, FamilyChange, LeadAgreement, Meeting
from eymeeting.domain.one_reader import ForOneReader
from eymeeting.domain.recorded_words import is_open

HAPPENED: Final[Mapping[Event, str]] = {
    "born": "born",
    "name_change": "took a new name",
    "moved": "moved",
    "joined": "joined the family",
    "left": "left the family",
}


def family_changes(paper: ForOneReader) -> tuple[tuple[str, str, str], ...]:
    """Who was born, took a new name, moved, joined or left, as told at this meeting: who, what and when, note."""
    return tuple(
        (
            paper.full_name(each.person) or NOT_RECORDED,
            f"{HAPPENED[each.event]}, {day_in_words(each.on)}",
            _noted(each) or NOT_RECORDED,
        )
        for each in paper.family.family_changes
        if each.meeting == paper.meeting.id and is_open(paper, each)
    )


def leads(paper: ForOneReader) -> tuple[tuple[str, str, str, str], ...]:
    """Who became the family's first call since last time, and who was until then.

    The columns: who, from when to when, agreed by whom, what was said and handed over.
    """
    met = paper.meetings()
    since = met[1].on if len(met) > 1 else date.min
    told = sorted(paper.family.lead_agreements, key=lambda each: (each.since, each.position))
    return tuple(
        (
            _with_role(paper, each.worker),
            _from_when(each),
            listed([name for who in each.agreed_by or () if (name := paper.name(who))]) or NOT_RECORDED,
            "; ".join(_said(paper, each, told)) or NOT_RECORDED,
        )
        for each in told
        if any(day is not None and since < day <= paper.meeting.on for day in (each.since, each.until))
    )


def leads_beside(family: Family, meeting: Meeting, here: set[str], *, split: bool) -> Iterable[LeadAgreement]:
    """The agreements with a lead that may stand in a meeting's record.

    Where anybody is kept apart (``split``), only those that nobody but the
    family of this meeting agreed to, and the one with its own lead.
    """
    own = here - set(meeting.separate_from or ())
    for each in family.lead_agreements:
        agreed = set(each.agreed_by or ())
        if not split or each.worker == meeting.lead_professional or (agreed and agreed <= own):
            yield each


def _noted(change: FamilyChange) -> str:
    new = " ".join(each for each in (change.first_name, change.last_name) if each)
    return "; ".join(each for each in (f"now {new}" if new else "", change.note or "") if each)


def _with_role(paper: ForOneReader, id: str) -> str:  # noqa: A002
    worker = paper.family.worker(id)
    return NOT_RECORDED if worker is None else f"{worker.name}, {worker.role}"


def _from_when(agreement: LeadAgreement) -> str:
    start = f"from {day_in_words(agreement.since)}"
    return f"{start} to {day_in_words(agreement.until)}" if agreement.until else start


def _said(paper: ForOneReader, agreement: LeadAgreement, told: Iterable[LeadAgreement]) -> Iterator[str]:
    for former in told:
        if former.until == agreement.since and former.worker != agreement.worker:
            yield f"took over from {paper.full_name(former.worker) or NOT_RECORDED}"
    for label, text in (
        ("handed over", agreement.handover),
        ("agreed in these words", agreement.text),
        ("their manager", agreement.manager),
        ("when they are away", agreement.backup),
    ):
        if text:
            yield f"{label}: {text}"
