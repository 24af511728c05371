"""What even a chair's record must not hold, and the family as it stood when the meeting of a paper ended."""

from __future__ import annotations

from datetime import date

from eymeeting.domain.cutting import as_at
from eymeeting.domain.entry import Entry
from eymeeting.domain.family import Family
from eymeeting.domain.full_record import beside
from eymeeting.domain.kept_off import as_known, kept_off
from eymeeting.domain.meeting import LeadAgreement
from eymeeting.domain.pack import Pack
from eymeeting.domain.sight import Reader, sees


def off_the_record(
    family: Family, reader: str, on: date, *, today: date, pack: Pack, meeting: int | None
) -> dict[str, str]:
    """What even the chair may not see, of the meeting a record is of, each text with its kind."""
    chaired = [
        Reader(id=reader, as_chair_of=each.id)
        for each in family.meetings
        if each.chair == reader and (each.number == meeting or (meeting is None and each.on == on))
    ]
    then = as_it_was(family, meeting)
    told = {each: beside(then or family, family.meeting(each.as_chair_of or "")) for each in chaired}
    leads = {lead.id for each in told.values() for lead in each.lead_agreements}

    def may_see(entry: Entry) -> bool:
        if isinstance(entry, LeadAgreement):
            return entry.id in leads
        return any(
            sees(as_known(entry, family, known), each, entry, today=today, pack=pack)
            for each, known in told.items()
        )

    whole = next(iter(chaired), Reader(id=reader))
    return kept_off(family, whole, today=today, pack=pack, may_see=may_see)


def as_it_was(family: Family, meeting: int | None) -> Family | None:
    """The family as it stood when a meeting ended, where a paper is asked for of that one."""
    return next((as_at(family, each) for each in family.meetings if each.number == meeting), None)
