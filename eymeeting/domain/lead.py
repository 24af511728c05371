"""Who is the family's first call: chosen, agreed in words, and changed with nothing lost.

What stands at the meeting and the agreement beside it always change together.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from eymeeting.domain.earlier import earlier_meetings
from eymeeting.domain.entry import Entry
from eymeeting.domain.family import Change, Family
from eymeeting.domain.meeting import LeadAgreement, Meeting
from eymeeting.domain.pack import Pack


def agreement_made_at(family: Family, meeting: str) -> LeadAgreement | None:
    """The agreement that was made at a meeting, if one was."""
    return next((each for each in family.lead_agreements if each.id == _id(meeting)), None)


def agreement_standing(family: Family, meeting: str) -> LeadAgreement | None:
    """The agreement that counts at a meeting: its own, else the latest one that has not ended.

    Where none was ever written down, it is what the meetings before tell of who led.
    """
    mine = agreement_made_at(family, meeting)
    return mine if mine is not None and mine.until is None else _standing_before(family, meeting)


def agreement_ended_by(family: Family, meeting: str) -> LeadAgreement | None:
    """The former agreement that ended when that of a meeting began."""
    mine = agreement_made_at(family, meeting)
    ended = [each for each in _others(family, meeting) if mine is not None and each.until == mine.since]
    return max(ended, key=lambda each: each.since, default=None)


def lead_of(family: Family, meeting: str) -> str | None:
    """Who leads as things stand at a meeting: an id, or nobody."""
    standing = agreement_standing(family, meeting)
    return family.meeting(meeting).lead_professional or (None if standing is None else standing.worker)


def first_call(
    meetings: Iterable[Meeting], agreements: Iterable[LeadAgreement], *, until: date = date.max
) -> str | None:
    """The id of whoever was named at a meeting or agreed on last, up to a day; nobody once that has ended."""
    made = [each for each in agreements if each.since <= until]
    told = [(each.on, each.start, 0, each.lead_professional) for each in meetings if each.lead_professional]
    told += [(each.since, "", each.position, each.worker) for each in made]
    if not told:
        return None
    since, *_, lead = max(told, key=lambda each: each[:3])
    theirs = [each.until for each in made if each.worker == lead]
    ended = any(each is not None and since <= each <= until for each in theirs)
    return None if ended and None not in theirs else lead


def who_asks(family: Family, meeting: str, keyboard: str) -> tuple[str, ...]:
    """Who asks an owner who is not here: the lead, else the chair, else whoever is at the keyboard."""
    likely = (lead_of(family, meeting), family.meeting(meeting).chair, keyboard)
    return tuple(dict.fromkeys(who for who in likely if who))


def choose_lead(family: Family, meeting: str, worker: str, pack: Pack) -> tuple[Change, ...]:
    """A worker becomes the family's first call from this meeting on, in the pack's words.

    The former agreement ends that day and is kept. Whoever led before and is chosen
    again goes on under the agreement that stands.
    """
    now = family.meeting(meeting)
    mine, before = agreement_made_at(family, meeting), _standing_before(family, meeting)
    former = agreement_ended_by(family, meeting)
    made: list[tuple[Entry | None, Entry | None]] = [(now, replace(now, lead_professional=worker))]
    if mine is not None and former is not None and former.worker == worker:
        made += [(mine, None), (former, replace(former, until=None))]
    elif mine is not None:
        made.append(
            (mine, replace(mine, worker=worker, until=None, backup=_not_the_lead(mine, family, worker)))
        )
    elif before is None or before.worker != worker:
        made += [(before, replace(before, until=now.on))] if before is not None else []
        made.append((None, _new(family, meeting, worker, pack)))
    return _changes(family, made)


def let_lead_go(family: Family, meeting: str) -> tuple[Change, ...]:
    """Nobody leads from this meeting on. An agreement from before ends and is kept.

    One made at this very meeting never counted: it is taken away, and the one before it stands again.
    """
    now = family.meeting(meeting)
    mine, before = agreement_made_at(family, meeting), _standing_before(family, meeting)
    former = agreement_ended_by(family, meeting)
    made: list[tuple[Entry | None, Entry | None]] = [(now, replace(now, lead_professional=None))]
    if mine is not None:
        made.append((mine, None))
        made += [(former, replace(former, until=None))] if former is not None else []
    elif before is not None:
        made.append((before, replace(before, until=now.on)))
    return _changes(family, made)


def agree_lead(family: Family, meeting: str, who: str) -> tuple[Change, ...]:
    """Somebody of the family agrees, or no longer does."""
    now, mine = family.meeting(meeting), agreement_made_at(family, meeting)
    agreed = tuple(each for each in now.lead_agreed_by or () if each != who)
    if len(agreed) == len(now.lead_agreed_by or ()):
        agreed = (*agreed, who)
    made: list[tuple[Entry | None, Entry | None]] = [(now, replace(now, lead_agreed_by=agreed or None))]
    if mine is not None:
        made.append((mine, replace(mine, agreed_by=agreed or None)))
    return _changes(family, made)


def back_up_lead(family: Family, meeting: str, worker: str) -> tuple[Change, ...]:
    """A worker is the one to ring when the lead is away, or no longer is. Nobody backs up themselves."""
    mine, member = agreement_made_at(family, meeting), family.worker(worker)
    if mine is None or member is None or mine.worker == worker:
        return ()
    return _changes(
        family, [(mine, replace(mine, backup=None if mine.backup == member.name else member.name))]
    )


def began_on(family: Family, meeting: str, after: LeadAgreement) -> tuple[Change, ...]:
    """The agreement of a meeting with another first day; the former one ends on that day."""
    mine, former = agreement_made_at(family, meeting), agreement_ended_by(family, meeting)
    made: list[tuple[Entry | None, Entry | None]] = [(mine, after)]
    if former is not None:
        made.append((former, replace(former, until=after.since)))
    return _changes(family, made)


def with_words(agreement: LeadAgreement, part: str, words: str) -> LeadAgreement:
    """The agreement with other words: its ``text``, the lead's ``manager`` or the ``handover``; empty, none."""
    said = words if words.strip() else None
    match part:
        case "manager":
            return replace(agreement, manager=said)
        case "handover":
            return replace(agreement, handover=said)
        case _:
            return replace(agreement, text=said)


def _new(family: Family, meeting: str, worker: str, pack: Pack) -> LeadAgreement:
    now = family.meeting(meeting)
    return LeadAgreement(
        id=_id(meeting),
        position=family.next_position(LeadAgreement),
        worker=worker,
        since=now.on,
        agreed_by=now.lead_agreed_by,
        text=" ".join(pack.sentences.lead_agreement) or None,
    )


def _not_the_lead(mine: LeadAgreement, family: Family, worker: str) -> str | None:
    member = family.worker(worker)
    return None if member is not None and member.name == mine.backup else mine.backup


def _others(family: Family, meeting: str) -> list[LeadAgreement]:
    return [each for each in family.lead_agreements if each.id != _id(meeting)]


def _standing_before(family: Family, meeting: str) -> LeadAgreement | None:
    day = family.meeting(meeting).on
    standing = [each for each in _others(family, meeting) if each.until is None and each.since <= day]
    return max(standing, key=lambda each: each.since, default=None) or _as_meetings_tell(family, meeting)


def _as_meetings_tell(family: Family, meeting: str) -> LeadAgreement | None:
    """Who led according to the meetings before, where nobody has written an agreement down; it is not kept yet."""
    told = [each for each in earlier_meetings(family, family.meeting(meeting)) if each.lead_professional]
    if not told:
        return None
    worker = told[-1].lead_professional or ""
    began = told[-1]
    for each in reversed(told):
        if each.lead_professional != worker:
            break
        began = each
    written = any(each.worker == worker and each.since >= began.on for each in family.lead_agreements)
    ended = any(
        each.worker == worker and each.until is not None and each.until >= told[-1].on
        for each in family.lead_agreements
    )
    if written or ended or family.worker(worker) is None:
        return None
    return LeadAgreement(
        id=_id(began.id),
        position=family.next_position(LeadAgreement),
        worker=worker,
        since=began.on,
        agreed_by=began.lead_agreed_by,
    )


def _changes(family: Family, made: list[tuple[Entry | None, Entry | None]]) -> tuple[Change, ...]:
    kept = {each.id for each in family.lead_agreements}
    return tuple(
        Change(
            family=family.ref,
            before=None if isinstance(before, LeadAgreement) and before.id not in kept else before,
            after=after,
        )
        for before, after in made
        if before != after
    )


def _id(meeting: str) -> str:
    return f"{meeting}-lead"
