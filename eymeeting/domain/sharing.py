"""Decisions to share, or not to share, outside an agreement: whose record holds them, and who may open them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from eymeeting.domain.agreement import Sharing
from eymeeting.domain.at_the_keyboard import may_open
from eymeeting.domain.dates import spoken_near
from eymeeting.domain.family import Change, Family
from eymeeting.domain.gates import may_be_invited
from eymeeting.domain.meeting import Meeting
from eymeeting.domain.pack import Pack
from eymeeting.domain.text import folded


def record_for(family: Family, on: date) -> str | None:
    """The meeting whose record holds a decision of a day: the next one, else the last, or none while there is none."""
    order = [each for each in family.meetings_in_order() if each.outcome != "did_not_happen"]
    coming = [each for each in order if each.on >= on]
    found = coming[:1] or order[-1:]
    return found[0].id if found else None


def decisions_to_open(family: Family, keyboard: str, today: date, pack: Pack) -> tuple[Sharing, ...]:
    """The decisions that whoever is at the keyboard may open: as that meeting's chair, or their own; newest first."""
    seen = [each for each in family.sharings if may_open(family, each, keyboard, today=today, pack=pack)]
    return tuple(sorted(seen, key=lambda each: (each.on, each.position), reverse=True))


def decision_in_short(sharing: Sharing, today: date) -> str:
    """A decision in one line: when, and whether something was shared with whom."""
    done = "shared" if sharing.shared else "not shared"
    with_whom = f" with {sharing.shared_with}" if sharing.shared_with else ""
    return f"{spoken_near(sharing.on, today)}: {done}{with_whom}"


def taken_up(family: Family, meeting: Meeting) -> tuple[Change, ...]:
    """What a meeting that is set up, or begins, changes: its record takes up the decisions that no record holds yet."""
    waiting = (each for each in family.sharings if each.meeting is None)
    return tuple(_moved(family, each, meeting.id) for each in waiting)


def let_go(family: Family, meeting: str) -> tuple[Change, ...]:
    """What taking a meeting away changes: the decisions in its record go to the one before or after it."""
    others = replace(family, meetings=tuple(each for each in family.meetings if each.id != meeting))
    held = (each for each in family.sharings if each.meeting == meeting)
    return tuple(_moved(family, each, record_for(others, each.on)) for each in held)


def asked_because_of(family: Family, sharing: Sharing, today: date) -> str | None:
    """The name of somebody who is asked to a meeting by this decision alone, or nothing."""
    told = folded(sharing.shared_with or "")
    for each in family.invitations:
        worker = family.worker(each.who)
        if worker is None or each.meeting != sharing.meeting or folded(worker.name) not in told:
            continue
        gate = may_be_invited(family, worker.id, today)
        if gate is not None and gate.stops:
            return worker.name
    return None


def _moved(family: Family, sharing: Sharing, meeting: str | None) -> Change:
    return Change(family=family.ref, before=sharing, after=replace(sharing, meeting=meeting))
